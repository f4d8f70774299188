/** What a database makes of a whole message at once: amounts, times and empty values in its own way. One step, for the parts go together. */
import { asAmount, asTimes, isNothing } from '../../../content/undo/values.ts';
import type { Attempt, Scene, Suspect, Work, WorkPair } from '../../suspect.ts';
import { isMoney, isTime } from './kinds.ts';

/** Ways of writing times that are tried. */
const MOST_TIMES = 8;

/** Times as the provider writes them were not stored otherwise; hours that moved are a mistake of their own. */
const USUAL = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d*[1-9]\d*)?$/;

interface Bent {
  readonly pairs: readonly WorkPair[];
  readonly names: readonly string[];
}

export const replayed: Suspect = {
  id: 'replay-from-database',
  cost: 2.2,
  visible: true,
  source: 'notifications read back from a table: decimals lose zeros, times gain zones, NULL is printed',
  *attempts(work, scene): Iterable<Attempt> {
    const money = bend(work, scene, isMoney, (value) => asAmount(value));
    for (let way = 0; way < MOST_TIMES; way++) {
      const times = bend(work, scene, isTime, (value) => (USUAL.test(value) ? null : nth(asTimes(value), way)));
      if (way > 0 && times.names.length === 0) return;
      const nothing = work.pairs.filter(({ value }) => isNothing(value)).map(({ name }) => name);
      const parts = [money.names, times.names, nothing].filter((names) => names.length > 0);
      if (parts.length < 2) continue;
      const origins = new Map<string, readonly string[]>([
        ...money.names.map((name) => [name, ['numbers-reformatted', 'replay-from-database']] as const),
        ...times.names.map((name) => [name, ['datetime-reformatted', 'replay-from-database']] as const),
        ...nothing.map((name) => [name, ['null-literal', 'replay-from-database']] as const),
      ]);
      const both = work.pairs.map((pair, i) => (times.names.includes(pair.name) ? times.pairs[i] : money.pairs[i]) ?? pair);
      // All three together are a table's, two may be chance.
      const rare = parts.length < 3 ? 1 : 0;
      const made = (pairs: readonly WorkPair[], cost: number): Attempt => ({
        work: { ...work, pairs },
        origins,
        cost: cost + rare + way / 4,
      });
      if (nothing.length === 0) yield made(both, 0);
      else {
        yield made(
          both.filter(({ value }) => !isNothing(value)),
          0,
        );
        yield made(
          both.map((pair) => (isNothing(pair.value) ? { name: pair.name, value: '', from: pair.from } : pair)),
          0.5,
        );
      }
    }
  },
};

function bend(work: Work, scene: Scene, where: (name: string, scene: Scene) => boolean, undo: (value: string) => string | null): Bent {
  const names: string[] = [];
  const pairs = work.pairs.map((pair): WorkPair => {
    const text = where(pair.name, scene) ? undo(pair.value) : null;
    if (text === null || text === pair.value) return pair;
    names.push(pair.name);
    return { name: pair.name, value: text, from: pair.from };
  });
  return { pairs, names };
}

/** The n-th of them; null where there are fewer. */
function nth(texts: Iterable<string>, n: number): string | null {
  let i = 0;
  for (const text of texts) if (i++ === n) return text;
  return null;
}

/** Which known mistakes make the server's values of the right ones: each is made again and compared. */
import type { ForwardMistake, Way } from '../content/redo/mistake.ts';
import type { WorkPair } from '../providers/suspect.ts';

/** One value of the message, and what the server has under its name. */
export interface Match {
  readonly right: WorkPair;
  readonly used: WorkPair;
}

/** Values that one mistake explains. */
export interface Explained {
  /** The likeliest id first. */
  readonly ids: readonly string[];
  readonly matches: readonly Match[];
}

/** Longer values are only compared as they are. */
const LONGEST = 20_000;
/** Different texts of a first mistake to which a second one is applied. */
const MOST_FIRST = 120;

const isChanged = ({ right, used }: Match): boolean => right.value !== used.value;

/** @returns what is explained, and the matches that nothing explains */
export function explainValues(
  matches: readonly Match[],
  mistakes: readonly ForwardMistake[],
): { readonly explained: readonly Explained[]; readonly rest: readonly Match[] } {
  const changed = matches.filter(isChanged);
  const equal = matches.filter((match) => !isChanged(match));
  const explained: Explained[] = [];
  let open = changed;
  const chances = new Map(open.map((match) => [match, chancesOf(match, mistakes)]));
  for (;;) {
    const counts = mistakes
      .map((mistake) => ({ mistake, of: open.filter((match) => chances.get(match)?.has(mistake)) }))
      .filter(({ of }) => of.length > 0);
    const most = Math.max(0, ...counts.map(({ of }) => of.length));
    if (most === 0) break;
    // Of those that explain most, the one that would have spared what is equal.
    const best = counts
      .filter(({ of }) => of.length === most)
      .map((each) => ({ ...each, spoiled: spoiled(each.mistake, each.of, equal) }))
      .sort((a, b) => a.spoiled - b.spoiled);
    const [first] = best;
    if (!first) break;
    const same = best.filter(({ of, spoiled: n }) => n === first.spoiled && of.every((match) => first.of.includes(match)));
    const ids = [first, ...same].flatMap(({ mistake }, i) => (i === 0 ? [mistake.id, ...(mistake.alternatives ?? [])] : [mistake.id]));
    explained.push({ ids: [...new Set(ids)], matches: first.of });
    open = open.filter((match) => !first.of.includes(match));
  }
  const [two, rest] = explainByTwo(open, mistakes);
  return { explained: merged([...explained, ...two]), rest };
}

/** Mistakes that lead from the right value to the server's. */
function chancesOf({ right, used }: Match, mistakes: readonly ForwardMistake[]): ReadonlySet<ForwardMistake> {
  if (right.value.length > LONGEST || used.value.length > 10 * LONGEST) return new Set();
  return new Set(
    mistakes.filter(
      ({ ways, fits }) =>
        ways.some((way) => way(right.value, right.name) === used.value) || fits?.(right.value, used.value, right.name) === true,
    ),
  );
}

/** How many values that arrived as they are would have been changed as well. */
function spoiled({ ways }: ForwardMistake, of: readonly Match[], equal: readonly Match[]): number {
  const makers = ways.filter((way) => of.every(({ right, used }) => way(right.value, right.name) === used.value));
  if (makers.length === 0) return ways.length === 0 ? 0 : 1;
  const changes = (way: Way): number => equal.filter(({ right }) => way(right.value, right.name) !== right.value).length;
  return Math.min(...makers.map(changes));
}

/** One mistake after another in one value. */
function explainByTwo(open: readonly Match[], mistakes: readonly ForwardMistake[]): readonly [readonly Explained[], readonly Match[]] {
  const found: Explained[] = [];
  const rest: Match[] = [];
  for (const match of open) {
    const ids = open.length > 8 ? null : twoFor(match, mistakes);
    if (ids) found.push(...ids.map((id) => ({ ids: [id], matches: [match] })));
    else rest.push(match);
  }
  return [found, rest];
}

function twoFor({ right, used }: Match, mistakes: readonly ForwardMistake[]): readonly [string, string] | null {
  if (right.value.length > LONGEST / 10) return null;
  const seen = new Set([right.value]);
  const texts: { readonly id: string; readonly text: string }[] = [];
  for (const { id, ways } of mistakes)
    for (const way of ways) {
      const text = way(right.value, right.name);
      if (seen.has(text) || texts.length >= MOST_FIRST || text.length < used.value.length / 8) continue;
      seen.add(text);
      texts.push({ id, text });
    }
  for (const { id, text } of texts)
    for (const second of mistakes)
      if (second.id !== id && second.ways.some((way) => way(text, right.name) === used.value)) return [id, second.id];
  return null;
}

/** Findings of one id are one finding. */
function merged(all: readonly Explained[]): readonly Explained[] {
  const byId = new Map<string, Explained>();
  for (const each of all) {
    const key = each.ids[0] ?? '';
    const before = byId.get(key);
    byId.set(key, before ? { ids: before.ids, matches: [...before.matches, ...each.matches] } : each);
  }
  return [...byId.values()];
}

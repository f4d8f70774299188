/** From what was bent to what is told: a finding a mistake, its edits read off as the difference between before and after. */
import type { Provider } from '../providers/provider.ts';
import type { Work, WorkPair } from '../providers/suspect.ts';
import type { Reading } from '../read/reading.ts';
import type { SignatureRepair } from '../verify/signature-text.ts';
import { effectOf, isCause, sideOf } from './effects.ts';
import type { CauseId, Effect } from './causes.ts';
import type { Edit, Excerpt, Finding, Proof } from './finding.ts';
import type { SearchStep } from './search.ts';

/** Longer values are shown around their first difference. */
const EXCERPT = 2000;

/** A finding, and what it means for the verdict. */
export interface Weighed {
  readonly finding: Finding;
  readonly effect: Effect;
}

export interface Telling {
  readonly reading: Reading;
  readonly provider: Provider;
  readonly side: 'server' | 'paste' | undefined;
}

export function weigh(
  id: CauseId,
  proof: Proof,
  telling: Partial<Pick<Telling, 'side'>>,
  rest: Partial<Finding> & { effect?: Effect } = {},
): Weighed {
  const { effect = effectOf(id), ...given } = rest;
  return {
    effect,
    finding: { id, alternatives: [], side: sideOf(effect, telling.side), proof, edits: [], before: [], after: [], ...given },
  };
}

/** The steps of a search that hit, each as a finding (or several, where one step left out parameters of different origin). */
export function findingsOf(start: Work, steps: readonly SearchStep[], telling: Telling): readonly Weighed[] {
  let before = start;
  const found = steps.flatMap((step): readonly Weighed[] => {
    const { work, via, origins } = step.attempt;
    const first = via && differences(before, via.work, telling.reading);
    const changes = differences(via?.work ?? before, work, telling.reading);
    before = work;
    if (origins) return byOrigin(changes, origins, step.others, telling);
    const own = fromChanges(idsOf(step), changes, telling);
    return via && first ? [own, fromChanges([via.id], first, telling)] : [own];
  });
  // The same mistake in two steps is one.
  return found.filter(({ finding: { id } }, i) => found.findIndex(({ finding }) => finding.id === id) === i);
}

/** The likeliest id first, then the others that leave the same bytes. */
function idsOf({ suspect, attempt, others }: SearchStep): readonly string[] {
  return [...new Set([attempt.id ?? suspect.id, ...(attempt.alternatives ?? []), ...others])];
}

/** The paste was a dump of a program. */
export const DUMP = 'java-map-tostring';

/** What was undone while reading and is a cause as well; the rest of the repairs only frame the paste. */
export function findingsOfReading(reading: Reading, telling: Partial<Pick<Telling, 'side'>>): readonly Weighed[] {
  // That it was a dump at all says least, so it comes last; a dump of lists is one thing, not two.
  const repairs = [...reading.repairs].sort((a, b) => Number(a.id === DUMP) - Number(b.id === DUMP));
  const lists = repairs.some(({ id }) => id === 'querydict-lists');
  return repairs.flatMap(({ id, count, spans }) => {
    const at = spans[0]?.[0];
    const edits: Edit[] = [{ op: 'read-form', value: id, count, ...(at === undefined ? {} : { at }) }];
    // Nested values that were written back are what a JSON log made of texts: read, verified, and told.
    if (id === 'nested-value-rebuilt')
      return [weigh('json-reserialised-values', 'structure', telling, { effect: 'form', side: 'paste', edits })];
    if (!isCause(id) || (id === DUMP && lists)) return [];
    const alternatives: CauseId[] = id === 'querydict-lists' ? [DUMP] : id === 'log-json-escaped' ? ['backslash-quotes'] : [];
    // Tags and all: what a page shows, and not what a filter of the server made of values.
    const shown = id === 'html-entity-quotes' ? { effect: 'copy' as const, side: 'paste' as const } : {};
    return [weigh(id, 'structure', telling, { alternatives, edits, ...shown })];
  });
}

/** Damage to the text of `sign` itself. */
export function findingsOfSignature(
  repair: SignatureRepair,
  text: string,
  name: string,
  proof: Proof,
  telling: Pick<Telling, 'side'>,
): readonly Weighed[] {
  return [repair.id, ...repair.also].map((id) =>
    weigh(id, proof, telling, {
      edits: [{ op: 'set-signature', name, count: changedPlaces(text, repair.text) }],
      before: [{ name, text: clip(text) }],
      after: [{ name, text: clip(repair.text) }],
    }),
  );
}

export interface Change {
  readonly edit: Edit;
  readonly before?: Excerpt;
  readonly after?: Excerpt;
}

function fromChanges(ids: readonly string[], changes: readonly Change[], telling: Telling): Weighed {
  const [id, ...alternatives] = ids.filter(isCause);
  const effect = effectOf(id as CauseId);
  // An unsigned parameter is harmless only where the provider cannot have meant it.
  const disguised = effect === 'unsigned' && changes.some(({ edit }) => !telling.provider.mayBeUnsigned(edit.name ?? ''));
  return weigh(id as CauseId, 'digest', telling, {
    alternatives,
    edits: changes.map(({ edit }) => edit),
    before: changes.flatMap(({ before }) => before ?? []),
    after: changes.flatMap(({ after }) => after ?? []),
    ...(disguised ? { effect: 'server' as const } : {}),
  });
}

function byOrigin(
  changes: readonly Change[],
  origins: ReadonlyMap<string, readonly string[]>,
  others: readonly string[],
  telling: Telling,
): readonly Weighed[] {
  const groups = new Map<string, { ids: readonly string[]; changes: Change[] }>();
  for (const change of changes) {
    const ids = origins.get(change.edit.name ?? '') ?? [];
    const key = ids[0] ?? '';
    const group = groups.get(key) ?? { ids, changes: [] };
    group.changes.push(change);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => fromChanges([...new Set([...group.ids, ...others])], group.changes, telling));
}

export function differences(before: Work, after: Work, reading: Reading): readonly Change[] {
  const changes: Change[] = [];
  const kept = new Map<number, WorkPair>();
  for (const pair of after.pairs) {
    if (pair.from !== null) kept.set(pair.from, pair);
    else if (!before.pairs.includes(pair)) changes.push(changedPart(before, pair));
  }
  for (const pair of before.pairs) {
    if (pair.from === null) continue;
    const now = kept.get(pair.from);
    const at = reading.pairs[pair.from]?.valueSpan[0];
    const place = { pair: pair.from, name: pair.name, ...(at === undefined ? {} : { at }) };
    if (!now) changes.push({ edit: { op: 'drop-pair', ...place }, before: excerpt(pair) });
    else if (now.value !== pair.value || now.name !== pair.name || now.bytes !== pair.bytes)
      changes.push({
        edit: { op: 'set-value', ...place, count: changedPlaces(pair.value, now.value) },
        before: excerpt(pair),
        after: excerpt(now),
      });
  }
  if (before.rule.id !== after.rule.id) changes.push({ edit: { op: 'use-rule', value: after.rule.id } });
  if (before.charset !== after.charset) changes.push({ edit: { op: 'use-charset', value: after.charset } });
  return changes;
}

/** A part (a header, the body) that is another one now; or a parameter that was not there. */
function changedPart(before: Work, pair: WorkPair): Change {
  const old = before.pairs.find(({ name, from }) => from === null && name === pair.name);
  if (!old) return { edit: { op: 'add-pair', name: pair.name, value: pair.value }, after: excerpt(pair) };
  return {
    edit: { op: 'set-value', name: pair.name, count: changedPlaces(old.value, pair.value) },
    before: excerpt(old),
    after: excerpt(pair),
  };
}

/** At least one; exact where both texts are equally long, which is how single characters get replaced. */
function changedPlaces(a: string, b: string): number {
  if (a.length !== b.length) return 1;
  let count = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) count++;
  return Math.max(count, 1);
}

const excerpt = ({ name, value }: WorkPair): Excerpt => ({ name, text: clip(value) });

const clip = (text: string): string => (text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text);

/** What servers hash of the right parameters: in another order, in another set of characters, or others of them. */
import { renamings } from '../content/redo/names.ts';
import { orderedPairs } from '../content/run.ts';
import type { Work, WorkPair } from '../providers/suspect.ts';
import type { Charset } from '../text/charset.ts';
import type { CauseId } from './causes.ts';
import { startsOf } from './content.ts';
import { isCause } from './effects.ts';
import type { Edit } from './finding.ts';
import { sceneOf } from './scene.ts';
import { namedBy } from './served-right.ts';
import type { Right, ServedCase } from './served-right.ts';

/** A content as servers make it of the right parameters. */
export interface Variant {
  readonly ids: readonly CauseId[];
  readonly pairs: readonly WorkPair[];
  readonly charset: Charset;
  /** What it is made by; joined by `=` and `&` where there is none. */
  readonly work?: Work;
  readonly edits?: readonly Edit[];
}

/** What servers hash of the right parameters: in another order, set or choice. */
export function* variantsOf(right: Right, given: ServedCase): Iterable<Variant> {
  const { received, rules } = given;
  const { work, pairs } = right;
  const { charset } = work;
  yield { ids: [], pairs, charset, work };
  for (const start of startsOf(received, rules)) yield { ids: byStart(start, work, given), pairs, charset, work: start };
  for (const other of ['utf-8', 'gbk', 'iso-8859-1'] as const)
    if (other !== charset) yield { ids: byCharset(charset, other), pairs, charset: other, work: { ...work, charset: other } };
  yield* choices(right, given);
  // The same of the message as received, where more of it arrived than was signed.
  for (const start of startsOf(received, rules)) {
    const all = orderedPairs(start.rule.recipe, start.pairs);
    const extra = all.filter(({ name }) => !pairs.some((pair) => pair.name === name));
    const first = extra[0];
    if (first && work.rule.id === start.rule.id)
      yield {
        ids: given.provider.originOf(first.name).filter(isCause),
        pairs: all,
        charset: start.charset,
        edits: extra.map(({ name }) => ({ op: 'drop-pair', name })),
      };
  }
}

function byStart(start: Work, right: Work, given: ServedCase): readonly CauseId[] {
  const isFixed = !right.rule.recipe.some(({ op }) => op === 'sort');
  if (start.rule.id !== right.rule.id && isFixed) return ['mapi-wap-order', 'sort-order'];
  if (start.rule.id !== right.rule.id)
    return [start.rule.id === 'V2' ? 'sign-type-kept' : right.rule.id === 'V2' ? 'sign-type-removed' : namedBy(given)('sort-order')];
  return start.charset === right.charset ? [] : byCharset(right.charset, start.charset);
}

/** The text is right; its bytes were made in another set than those that were signed. */
function byCharset(right: Charset, used: Charset): readonly CauseId[] {
  if (used === 'iso-8859-1') return ['jvm-default-charset', 'latin1-redecode'];
  return right !== 'utf-8' && used === 'utf-8'
    ? ['charset-gbk-as-utf8', 'jvm-default-charset']
    : ['jvm-default-charset', 'charset-gbk-as-utf8'];
}

/** Orders, and parameters left out or added by rule. */
function* choices({ pairs, work }: Right, given: ServedCase): Iterable<Variant> {
  const { charset } = work;
  const isSorted = work.rule.recipe.some(({ op }) => op === 'sort');
  const order = isSorted ? 'sort-order' : 'mapi-wap-order';
  for (const list of otherOrders(work, pairs)) yield { ids: [order], pairs: list, charset };
  const less = (id: CauseId, test: (pair: WorkPair) => boolean, ...others: readonly CauseId[]): Variant | null => {
    const dropped = pairs.filter(test);
    return dropped.length === 0 || dropped.length === pairs.length
      ? null
      : {
          ids: [id, ...others],
          pairs: pairs.filter((pair) => !test(pair)),
          charset,
          edits: dropped.map(({ name }) => ({ op: 'drop-pair', name })),
        };
  };
  const all = [
    less('php-at-prefix', ({ value }) => value.startsWith('@')),
    less('empty-dropped', ({ value }) => value === ''),
    // The old PHP SDK passes over blanks as well: `trim($v) === ''`.
    less('php-at-prefix', ({ value }) => value.trim() === '', 'empty-dropped'),
    less('php-at-prefix', ({ value }) => value.startsWith('@') || value.trim() === ''),
    ...pairs.map((each) =>
      less(each.name === 'sign_type' ? 'sign-type-removed' : namedBy(given)('param-missing'), (pair) => pair === each),
    ),
  ];
  for (const variant of all) if (variant) yield variant;
  for (const several of severalOf(pairs)) {
    const variant = less(namedBy(given)('param-missing'), (pair) => several.has(pair));
    if (variant) yield variant;
  }
  if (isSorted) yield* added(pairs, charset, given);
  const sign = given.received.reading.pairs.find(({ name }) => name === 'sign');
  if (sign)
    for (const rule of [work.rule, ...given.rules.rules]) {
      const recipe = rule.recipe.map((step) =>
        step.op === 'drop' ? { ...step, names: step.names.filter((name) => name !== 'sign') } : step,
      );
      yield {
        ids: ['sign-type-kept'],
        pairs,
        charset,
        work: { ...work, rule: { ...rule, recipe } },
        edits: [{ op: 'drop-pair', name: 'sign' }],
      };
    }
  for (const { id, rename } of renamings)
    if (isCause(id)) yield { ids: [id], pairs: sorted(pairs.map((pair) => ({ ...pair, name: rename(pair.name) }))), charset };
}

/** What programs put where they have no value. */
const NOTHINGS: readonly (readonly [id: CauseId, value: string])[] = [
  ['empty-kept', ''],
  ['null-literal', 'null'],
  ['null-literal', 'undefined'],
  ['null-literal', 'None'],
];

/** A bean has members that the message lacks: one of all that are known, or two empty ones of the same kind of message. */
function* added(pairs: readonly WorkPair[], charset: Charset, given: ServedCase): Iterable<Variant> {
  const there = new Set(given.received.reading.pairs.map(({ name }) => name));
  const absent = sceneOf(given, given.received).absent;
  const withThem = (id: CauseId, names: readonly string[], value: string): Variant => ({
    ids: [namedBy(given)(id)],
    pairs: sorted([...pairs, ...names.map((name) => ({ name, value, from: null }))]),
    charset,
    edits: names.map((name) => ({ op: 'drop-pair', name })),
  });
  for (const name of given.provider.known) for (const [id, value] of there.has(name) ? [] : NOTHINGS) yield withThem(id, [name], value);
  for (const [i, name] of absent.entries()) for (const other of absent.slice(i + 1)) yield withThem('empty-kept', [name, other], '');
}

/** So many parameters that every two and three of them can be left out. */
const MOST_PAIRS = 40;

/** Every two parameters, and every three. */
function* severalOf(pairs: readonly WorkPair[]): Iterable<ReadonlySet<WorkPair>> {
  if (pairs.length > MOST_PAIRS) return;
  for (const [i, a] of pairs.entries()) for (const b of pairs.slice(i + 1)) yield new Set([a, b]);
  for (const [i, a] of pairs.entries())
    for (const [k, b] of pairs.slice(i + 1).entries()) for (const c of pairs.slice(i + k + 2)) yield new Set([a, b, c]);
}

const by =
  (key: (pair: WorkPair) => string) =>
  (pairs: readonly WorkPair[]): readonly WorkPair[] =>
    [...pairs].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
const sorted = by(({ name }) => name);
export const joined = (pairs: readonly WorkPair[]): string => pairs.map(({ name, value }) => `${name}=${value}`).join('&');

const otherOrders = ({ pairs: received }: Work, pairs: readonly WorkPair[]): readonly (readonly WorkPair[])[] => [
  received.filter((pair) => pairs.includes(pair)),
  sorted(pairs),
  by(({ name }) => name.toLowerCase())(pairs),
  by(({ name, value }) => `${name}=${value}`)(pairs),
  by(({ name }) => name.replaceAll('_', ''))(pairs),
  [...sorted(pairs)].reverse(),
  by(({ name }) => name.replaceAll('_', ' '))(pairs),
];

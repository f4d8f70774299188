/** Which parameters the server used, against those that are right: missing, added, renamed, cut apart, out of order. */
import { renamings } from '../content/redo/names.ts';
import { isNothing } from '../content/undo/values.ts';
import type { WorkPair } from '../providers/suspect.ts';
import type { CauseId } from './causes.ts';
import { isCause } from './effects.ts';
import type { Edit, Finding } from './finding.ts';
import { weigh } from './findings.ts';
import type { Weighed } from './findings.ts';
import { namedBy } from './served-right.ts';
import type { Right, ServedCase } from './served-right.ts';
import type { Match } from './served-values.ts';

export interface Compared {
  readonly causes: readonly Weighed[];
  /** Values under the same name on both sides, equal or not. */
  readonly matches: readonly Match[];
  /** What only the server has and no mistake puts there: set by hand, or of another message. */
  readonly strange: readonly WorkPair[];
}

const EXCERPT = 500;
const excerpt = ({ name, value }: WorkPair): Finding['before'][number] => ({ name, text: value.slice(0, EXCERPT) });

const found = (id: CauseId, edits: readonly Edit[], rest: Partial<Finding> = {}): Weighed => weigh(id, 'structure', {}, { edits, ...rest });
const dropped = (id: CauseId, pairs: readonly WorkPair[], rest: Partial<Finding> = {}): Weighed =>
  found(
    id,
    pairs.map(({ name }) => ({ op: 'drop-pair', name })),
    { before: pairs.slice(0, 8).map(excerpt), ...rest },
  );

/** @param isMap a map is in no order, and `sign_type` belongs in it */
export function compareNames(own: readonly WorkPair[], right: Right, isMap: boolean, given: ServedCase): Compared {
  const named = namedBy(given);
  const { recipe } = right.work.rule;
  const dropsEmpty = recipe.some(({ op }) => op === 'drop-empty');
  const sorts = recipe.some(({ op }) => op === 'sort');
  const wanted = right.pairs;
  const wants = new Set(wanted.map(({ name }) => name));
  const causes: Weighed[] = [];
  let pairs = own;
  const has = (name: string): boolean => pairs.some((pair) => pair.name === name);

  const glued = cutApart(pairs, wanted, wants);
  if (glued) {
    causes.push(glued.cause);
    pairs = glued.pairs;
  }
  const renamed = renamedBack(pairs, wanted, wants);
  if (renamed) {
    causes.push(renamed.cause);
    pairs = renamed.pairs;
  }
  const once = keptOnce(pairs, wanted);
  if (once) {
    causes.push(once.cause);
    pairs = once.pairs;
  }
  if (!has('sign_type') && wants.has('sign_type')) causes.push(found(named('sign-type-removed'), [{ op: 'add-pair', name: 'sign_type' }]));
  if (!isMap) {
    const kept = ['sign', 'sign_type'].filter((name) => has(name) && !wants.has(name));
    const edits = kept.map((name): Edit => ({ op: 'drop-pair', name }));
    // Where `sign_type` is signed, the signature itself is what is too much.
    if (kept.length > 0) causes.push(signsType(given) ? weigh('app-added-param', 'guess', {}, { edits }) : found('sign-type-kept', edits));
    const empty = dropsEmpty ? pairs.filter(({ value }) => value === '') : [];
    if (empty.length > 0) causes.push(dropped(named('empty-kept'), empty));
    if (![own, pairs].some((list) => inOrder(list, wanted, sorts))) causes.push(found(sorts ? 'sort-order' : 'mapi-wap-order', []));
  }
  pairs = pairs.filter(
    ({ name, value }) => name !== 'sign' && (wants.has(name) || (name !== 'sign_type' && !(dropsEmpty && value === ''))),
  );
  const lost = wanted.filter(({ name }) => !has(name) && name !== 'sign_type' && name !== 'sign');
  causes.push(...missing(lost, dropsEmpty, named));
  const extra = addedTo(
    pairs.filter(({ name }) => !wants.has(name)),
    given,
    named,
  );
  const matches = wanted.flatMap((pair): readonly Match[] => {
    const used = pairs.find(({ name }) => name === pair.name);
    return used ? [{ right: pair, used }] : [];
  });
  return { causes: [...causes, ...extra.causes], matches, strange: extra.strange };
}

const signsType = ({ rules }: ServedCase): boolean =>
  rules.rules.every(({ recipe }) => recipe.every((step) => step.op !== 'drop' || !step.names.includes('sign_type')));

/** Values that held `&` fell apart into parameters of their own: the body was decoded before it was cut. */
function cutApart(
  own: readonly WorkPair[],
  wanted: readonly WorkPair[],
  wants: ReadonlySet<string>,
): { readonly cause: Weighed; readonly pairs: readonly WorkPair[] } | null {
  const pieces = new Set<WorkPair>();
  const whole = new Map<string, WorkPair>();
  for (const pair of wanted) {
    if (!pair.value.includes('&')) continue;
    const used = own.find(({ name }) => name === pair.name);
    const [head = '', ...rest] = pair.value.split('&');
    if (!used || (used.value !== head && used.value !== head.split('=', 1)[0])) continue;
    const names = new Set(rest.map((piece) => piece.split('=', 1)[0] ?? ''));
    const loose = own.filter(({ name }) => names.has(name) && !wants.has(name));
    if (loose.length === 0) continue;
    for (const each of loose) pieces.add(each);
    whole.set(pair.name, pair);
  }
  if (whole.size === 0) return null;
  const cut = [...whole.values()];
  return {
    cause: found(
      'decode-before-split',
      cut.map(({ name }) => ({ op: 'set-value', name })),
      {
        before: own
          .filter((pair) => whole.has(pair.name) || pieces.has(pair))
          .slice(0, 16)
          .map(excerpt),
        after: cut.map(excerpt),
      },
    ),
    pairs: own
      .filter((pair) => !pieces.has(pair))
      .map((pair) => (whole.has(pair.name) ? { ...pair, value: whole.get(pair.name)?.value ?? '' } : pair)),
  };
}

/** One way of renaming gives the server's names. */
function renamedBack(
  own: readonly WorkPair[],
  wanted: readonly WorkPair[],
  wants: ReadonlySet<string>,
): { readonly cause: Weighed; readonly pairs: readonly WorkPair[] } | null {
  const there = new Set(own.map(({ name }) => name));
  const lost = wanted.filter(({ name }) => !there.has(name));
  const tried = renamings.map(({ id, rename }) => ({
    id,
    names: new Map(
      lost.flatMap(({ name }): [string, string][] => (there.has(rename(name)) && !wants.has(rename(name)) ? [[rename(name), name]] : [])),
    ),
  }));
  const best = tried.reduce((a, b) => (b.names.size > a.names.size ? b : a));
  const { id, names } = best;
  if (names.size === 0 || !isCause(id)) return null;
  const changed = own.filter(({ name }) => names.has(name));
  return {
    cause: found(
      id,
      changed.map(({ name }) => ({ op: 'set-value', name })),
      {
        before: changed.slice(0, 8).map(excerpt),
        after: changed.slice(0, 8).map((pair) => excerpt({ ...pair, name: names.get(pair.name) ?? pair.name })),
      },
    ),
    pairs: own.map((pair) => ({ ...pair, name: names.get(pair.name) ?? pair.name })),
  };
}

/** A name twice where the message has it once. */
function keptOnce(
  own: readonly WorkPair[],
  wanted: readonly WorkPair[],
): { readonly cause: Weighed; readonly pairs: readonly WorkPair[] } | null {
  const counts = new Map<string, number>();
  for (const { name } of own) counts.set(name, (counts.get(name) ?? 0) + 1);
  const often = new Set(
    [...counts].filter(([name, n]) => n > wanted.filter((pair) => pair.name === name).length && n > 1).map(([name]) => name),
  );
  const known = [...often].filter((name) => wanted.some((pair) => pair.name === name));
  if (known.length === 0) return null;
  const kept = new Map(
    known.map((name) => {
      const all = own.filter((pair) => pair.name === name);
      const value = wanted.find((pair) => pair.name === name)?.value;
      return [name, all.find((pair) => pair.value === value) ?? all[0]];
    }),
  );
  return {
    cause: found(
      'duplicate-key',
      known.map((name) => ({ op: 'drop-pair', name })),
    ),
    pairs: own.filter((pair) => !kept.has(pair.name) || kept.get(pair.name) === pair),
  };
}

function missing(lost: readonly WorkPair[], dropsEmpty: boolean, named: (id: CauseId) => CauseId): readonly Weighed[] {
  const groups: readonly (readonly [CauseId, readonly WorkPair[]])[] = [
    // The old PHP SDK passes over blanks as well: `trim($v) === ''`.
    ['php-at-prefix', lost.filter(({ value }) => value.startsWith('@') || (value !== '' && value.trim() === ''))],
    ['empty-dropped', dropsEmpty ? [] : lost.filter(({ value }) => value === '')],
    ['param-missing', lost.filter(({ value }) => value.trim() !== '' && !value.startsWith('@'))],
  ];
  return groups.flatMap(([id, list]) =>
    list.length === 0
      ? []
      : [
          found(
            named(id),
            list.map(({ name }) => ({ op: 'add-pair', name })),
            { after: list.slice(0, 8).map(excerpt), ...(list.some(isBlank) ? { alternatives: ['empty-dropped'] } : {}) },
          ),
        ],
  );
}

const isBlank = ({ value }: WorkPair): boolean => value !== '' && value.trim() === '';

/** What the server has besides: nothing printed as something, empty members of a bean, parameters of other origin. */
function addedTo(
  extra: readonly WorkPair[],
  { provider }: ServedCase,
  named: (id: CauseId) => CauseId,
): { readonly causes: readonly Weighed[]; readonly strange: readonly WorkPair[] } {
  // Where everything is signed (WeChat Pay), a name that nobody knows is the server's all the same.
  const isOurs = ({ name }: WorkPair): boolean =>
    provider.known.has(name) ||
    provider.known.has(name.replace(/_\d+$/, '')) ||
    (provider.id === 'alipay' && !provider.mayBeUnsigned(name));
  const printed = extra.filter((pair) => isOurs(pair) && isNothing(pair.value));
  const empty = extra.filter((pair) => isOurs(pair) && pair.value === '');
  const strange = extra.filter((pair) => isOurs(pair) && pair.value !== '' && !isNothing(pair.value));
  const byOrigin = new Map<string, { readonly ids: readonly CauseId[]; readonly pairs: WorkPair[] }>();
  for (const pair of extra.filter((each) => !isOurs(each))) {
    const ids = provider.originOf(pair.name).filter(isCause);
    const key = ids[0] ?? 'own-query-param';
    const group = byOrigin.get(key) ?? { ids, pairs: [] };
    group.pairs.push(pair);
    byOrigin.set(key, group);
  }
  return {
    causes: [
      ...(printed.length > 0 ? [dropped(named('null-literal'), printed)] : []),
      ...(empty.length > 0 ? [dropped(named('empty-kept'), empty)] : []),
      ...[...byOrigin].map(([id, { ids, pairs }]) => dropped(isCause(id) ? id : 'own-query-param', pairs, { alternatives: ids.slice(1) })),
    ],
    strange,
  };
}

/** Whether the names that both have stand in the same order; in a sorted content those that only the server has, too. */
function inOrder(own: readonly WorkPair[], wanted: readonly WorkPair[], sorts: boolean): boolean {
  const names = [...new Set(own.map(({ name }) => name))];
  if (sorts && names.every((name, i) => i === 0 || (names[i - 1] as string) <= name)) return true;
  const places = new Map(wanted.map(({ name }, i) => [name, i]));
  const both = names.flatMap((name) => places.get(name) ?? []);
  return both.length === names.length || !sorts ? both.every((place, i) => i === 0 || (both[i - 1] as number) < place) : false;
}

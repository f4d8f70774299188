/** A digest in the second box: of which text? Rules and sets first, then each known mistake made again and hashed. */
import type { ForwardMistake, Way } from '../content/redo/mistake.ts';
import { orderedPairs } from '../content/run.ts';
import type { WorkPair } from '../providers/suspect.ts';
import { encodeText } from '../text/charset.ts';
import type { Charset } from '../text/charset.ts';
import { digestHex } from '../verify/digest.ts';
import { macHex } from '../verify/mac.ts';
import type { HashName } from '../verify/verdict.ts';
import type { CauseId } from './causes.ts';
import { contentBytes, startsOf } from './content.ts';
import { isCause } from './effects.ts';
import type { Finding, Served } from './finding.ts';
import { findingsOf, weigh } from './findings.ts';
import type { Weighed } from './findings.ts';
import { digestOracle } from './oracle.ts';
import { sceneOf } from './scene.ts';
import { search } from './search.ts';
import { secretsOf, signOf } from './served-mac.ts';
import { asServers, mistakesOf, rightOf, shareOf, signedDigest } from './served-right.ts';
import type { Right, ServedCase } from './served-right.ts';
import { joined, variantsOf } from './served-variants.ts';

/** Contents longer than this are only tried by rules and sets. */
const LONGEST = 16_384;
/** Values that a mistake changes, up to which every choice of them is tried. */
const FEW = 6;
/** Variants that go together with a mistake about values: which parameters are missing or renamed is too many. */
const RULES: ReadonlySet<string> = new Set([
  'sign-type-kept',
  'sign-type-removed',
  'sort-order',
  'mapi-wap-order',
  'empty-dropped',
  'php-at-prefix',
  'charset-gbk-as-utf8',
  'jvm-default-charset',
]);
/** Contents between two looks at other work. */
const SLICE = 2000;

export async function judgeDigest(hex: string, hash: HashName, given: ServedCase): Promise<Served> {
  const signed = signedDigest(given.judged);
  const right = rightOf(given);
  const mac = right?.work.rule.mac;
  const macs = mac ? secretsOf(given).map((secret) => (bytes: Uint8Array) => macHex(mac, bytes, secret)) : [];
  const equalsSigned = signed ? signed.digest === hex : macs.length > 0 ? signOf(given) === hex : null;
  const base = { form: 'digest' as const, equalsSigned, verifies: equalsSigned };
  /** Of the text, or of the text and a secret. */
  const isIt = (bytes: Uint8Array): boolean => digestHex(hash, bytes) === hex || macs.some((made) => made(bytes) === hex);
  if (equalsSigned || !right) return { ...base, causes: [] };
  const used = given.received.reading.charset.used;
  const wanted = signed?.hash ?? declaredHash(given);
  const told = (causes: readonly Weighed[]): Served => {
    // Only where a text was found that has this digest is its hash known.
    const other =
      wanted !== null && wanted !== hash ? [weigh('sign-hash-mismatch', 'digest', {}, { edits: [{ op: 'use-rule', value: hash }] })] : [];
    return { ...base, causes: asServers([...causes, ...other]) };
  };
  let tried = 0;
  const began = given.limits?.clock?.() ?? 0;
  for (const variant of variantsOf(right, given)) {
    const { ids, pairs, charset, work, edits = [] } = variant;
    const bytes = work ? contentBytes(work, used) : encodeText(joined(pairs), charset).bytes;
    if (isIt(bytes)) {
      const [id, ...alternatives] = ids;
      return told(id ? [weigh(id, 'digest', {}, { alternatives, edits })] : []);
    }
    if (++tried % SLICE === 0 && (await isStopped(given, began))) return { ...base, causes: [] };
  }
  for (const { finding, text, charset } of mistaken(right, given)) {
    if (isIt(encodeText(text(), charset).bytes)) return told(finding());
    if (++tried % SLICE === 0 && (await isStopped(given, began))) return { ...base, causes: [] };
  }
  const suspects = await given.provider.suspects(given.dialect);
  const scene = sceneOf(given, given.received);
  const { hit } = await search(startsOf(given.received, given.rules), suspects, scene, digestOracle(hash, hex), shareOf(given, 2));
  if (!hit) return { ...base, causes: [] };
  const causes = findingsOf(hit.start, hit.steps, { reading: given.received.reading, provider: given.provider, side: 'server' });
  // What arrived is what was signed: then the server did what the search undid.
  return told(given.judged.verdict.indication === 'failed' ? causes : causes.map(turned));
}

/** The cause that does what undoing the other does. */
const OPPOSITES: Readonly<Partial<Record<CauseId, CauseId>>> = {
  'empty-dropped': 'empty-kept',
  'param-missing': 'app-added-param',
  'space-to-plus-value': 'plus-to-space-value',
  'plus-to-space-value': 'space-to-plus-value',
  'double-url-decode': 'content-not-decoded',
  'content-not-decoded': 'double-url-decode',
  'backslash-lost': 'backslash-quotes',
  'backslash-quotes': 'backslash-lost',
};

function turned(each: Weighed): Weighed {
  const id = OPPOSITES[each.finding.id];
  return id === undefined ? each : { ...each, finding: { ...each.finding, id, alternatives: [] } };
}

/** By what the message says of its signature. */
function declaredHash({ judged, provider }: ServedCase): HashName | null {
  const type = judged.verdict.signature?.type;
  const algorithm = type === undefined || type === null ? undefined : provider.algorithms[type];
  return algorithm === 'sha-1' || algorithm === 'sha-256' ? algorithm : null;
}

/** Lets messages in; the user's limit of time counts from here, for the search before has used up its own. */
async function isStopped({ limits }: ServedCase, began: number): Promise<boolean> {
  await new Promise<void>((resolve) => setTimeout(resolve, 0));
  return limits?.signal?.aborted === true || (limits?.clock !== undefined && limits.clock() - began > limits.maxMs);
}

/** Mistakes on top of which a second one is tried. */
const MOST_SINGLES = 60;

interface Mistaken {
  readonly finding: () => readonly Weighed[];
  readonly text: () => string;
  readonly charset: Charset;
}

/** One mistake over all values, over some of them, over the joined text; together with another rule, order or choice; then two over all values. */
function* mistaken(right: Right, given: ServedCase): Iterable<Mistaken> {
  const { pairs, work } = right;
  const { charset } = work;
  if (right.text.length > LONGEST) return;
  const forward = mistakesOf(given);
  const made = (
    ids: readonly CauseId[],
    list: readonly WorkPair[],
    all: readonly WorkPair[],
    set: Charset,
    besides: readonly Weighed[],
  ): Mistaken => ({
    charset: set,
    text: () => joined(all),
    finding: () => {
      const [id, ...alternatives] = ids;
      const changed = all.filter((pair, i) => pair.value !== list[i]?.value);
      return id ? [weigh(id, 'digest', {}, { alternatives, ...shown(changed, list) }), ...besides] : besides;
    },
  });
  const over = (list: readonly WorkPair[], way: Way): readonly WorkPair[] =>
    list.map((pair) => ({ name: pair.name, value: way(pair.value, pair.name), from: pair.from }));
  const idsOf = ({ id, alternatives = [] }: ForwardMistake): readonly CauseId[] => [id, ...alternatives].filter(isCause);
  const seen = new Set<string>();
  const singles: { readonly mistake: ForwardMistake; readonly all: readonly WorkPair[] }[] = [];
  const some: { readonly mistake: ForwardMistake; readonly all: readonly WorkPair[]; readonly places: readonly number[] }[] = [];
  for (const mistake of forward)
    for (const way of mistake.ways) {
      const all = over(pairs, way);
      if (!isNew(seen, joined(all), right.text)) continue;
      yield made(idsOf(mistake), pairs, all, charset, []);
      singles.push({ mistake, all });
      const places = all.flatMap(({ value }, i) => (value === pairs[i]?.value ? [] : [i]));
      if (places.length > 1) some.push({ mistake, all, places });
    }
  for (const { mistake, all, places } of some)
    for (const chosen of fewer(places)) {
      const only = pairs.map((pair, i) => (chosen.has(i) ? (all[i] ?? pair) : pair));
      if (isNew(seen, joined(only), right.text)) yield made(idsOf(mistake), pairs, only, charset, []);
    }
  for (const mistake of forward)
    for (const way of mistake.ways)
      yield { charset, text: () => way(right.text, ''), finding: () => [weigh(idsOf(mistake)[0] ?? 'sdk-bug', 'digest', {})] };
  for (const variant of [...variantsOf(right, given)].filter(({ ids: [id] }) => id !== undefined && RULES.has(id))) {
    const list = variant.work ? orderedPairs(variant.work.rule.recipe, variant.work.pairs) : variant.pairs;
    const [id, ...alternatives] = variant.ids;
    const besides = id ? [weigh(id, 'digest', {}, { alternatives, edits: variant.edits ?? [] })] : [];
    for (const mistake of forward)
      for (const way of mistake.ways) {
        const all = over(list, way);
        if (all.some((pair, i) => pair.value !== list[i]?.value)) yield made(idsOf(mistake), list, all, variant.charset, besides);
      }
  }
  for (const { mistake: first, all: once } of singles.slice(0, MOST_SINGLES))
    for (const second of forward)
      for (const way of second.id === first.id ? [] : second.ways) {
        const twice = over(once, way);
        if (!isNew(seen, joined(twice), right.text)) continue;
        const [id, ...alternatives] = idsOf(first);
        const changed = once.filter((pair, i) => pair.value !== pairs[i]?.value);
        const before = id ? [weigh(id, 'digest', {}, { alternatives, ...shown(changed, pairs) })] : [];
        yield made(idsOf(second), once, twice, charset, before);
      }
}

/** Each place alone; where there are few, every choice of them. */
function* fewer(places: readonly number[]): Iterable<ReadonlySet<number>> {
  for (const place of places) yield new Set([place]);
  if (places.length > FEW) return;
  for (let mask = 1; mask < (1 << places.length) - 1; mask++) yield new Set(places.filter((_, i) => mask & (1 << i)));
}

function isNew(seen: Set<string>, text: string, right: string): boolean {
  if (text === right || seen.has(text)) return false;
  seen.add(text);
  return true;
}

/** The edits lead from the message to what the server hashed, as the search's do. */
function shown(changed: readonly WorkPair[], list: readonly WorkPair[]): Pick<Finding, 'edits' | 'before' | 'after'> {
  const cut = (name: string, value: string): Finding['before'][number] => ({ name, text: value.slice(0, 500) });
  const few = changed.slice(0, 16);
  return {
    edits: changed.map(({ name, from }) => ({ op: 'set-value', name, ...(from === null ? {} : { pair: from }) })),
    before: few.map(({ name }) => cut(name, list.find((pair) => pair.name === name)?.value ?? '')),
    after: few.map(({ name, value }) => cut(name, value)),
  };
}

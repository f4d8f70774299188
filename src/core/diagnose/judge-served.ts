/** The second box: what the server used, held against what arrived. The same mistakes, undone on the server's side until both agree. */
import { orderedPairs } from '../content/run.ts';
import type { RingKey } from '../keys/read-keys.ts';
import type { DialectRules, Provider, Received } from '../providers/provider.ts';
import type { Work, WorkPair } from '../providers/suspect.ts';
import { decodeBase64 } from '../text/base64.ts';
import { encodeText } from '../text/charset.ts';
import type { Charset } from '../text/charset.ts';
import { encodeHex } from '../text/hex.ts';
import { digestHex } from '../verify/digest.ts';
import type { HashName } from '../verify/verdict.ts';
import type { CauseId } from './causes.ts';
import { isCause } from './effects.ts';
import type { Served } from './finding.ts';
import { contentBytes, startsOf } from './content.ts';
import { findingsOf, weigh } from './findings.ts';
import type { Weighed } from './findings.ts';
import type { Judged } from './case.ts';
import { digestOracle } from './oracle.ts';
import { sceneOf } from './scene.ts';
import { fromMap, splitContent, withoutKey } from './served-text.ts';
import { givesSign, judgeMacDigest, judgeSortedText } from './served-mac.ts';
import { judgePartsContent, judgePartsDigest } from './served-parts.ts';
import { search } from './search.ts';

export interface ServedCase {
  readonly provider: Provider;
  readonly dialect: string;
  readonly rules: DialectRules;
  readonly judged: Judged;
  readonly received: Received;
  readonly ring: readonly RingKey[];
}

const LIMITS = { maxCandidates: 40_000, maxMs: 1500 };
const MAX_SERVED = 1024 * 1024;
const DIGESTS: Readonly<Record<number, readonly HashName[]>> = { 32: ['md5'], 40: ['sha-1'], 64: ['sha-256'] };

export async function judgeServed(text: string, given: ServedCase): Promise<Served> {
  const trimmed = text.length > MAX_SERVED ? '' : text.trim();
  const digest = asDigest(trimmed);
  const signed = signedDigest(given.judged);
  if (given.rules.parts && isMac(given)) return digest ? judgeMacDigest(digest.hex, given) : judgeSortedText(trimmed, given);
  if (given.rules.parts) {
    const parts = { ...given, signed };
    return digest
      ? judgePartsDigest(digest.hex, digest.hashes[0] as HashName, parts)
      : judgePartsContent(trimmed === '' ? '' : text, parts);
  }
  if (digest && isMac(given)) return judgeMacDigest(digest.hex, given);
  return digest ? judgeDigest(digest, given) : judgeContent(trimmed, text, given);
}

const isMac = ({ rules }: ServedCase): boolean => rules.rules.every(({ mac }) => mac !== undefined);

/** Hex or base64 of a digest's length. */
function asDigest(text: string): { hex: string; hashes: readonly HashName[] } | null {
  const hex = /^[0-9a-fA-F]+$/.test(text)
    ? text.toLowerCase()
    : /^[A-Za-z0-9+/]{27}=$|^[A-Za-z0-9+/]{43}=$|^[A-Za-z0-9+/]{22}==$/.test(text)
      ? encodeHex(decodeBase64(text) ?? new Uint8Array())
      : '';
  const hashes = DIGESTS[hex.length];
  return hashes ? { hex, hashes } : null;
}

/** Which content of the message has this digest: as received, by another rule or set, or after one of the usual changes. */
async function judgeDigest({ hex, hashes }: { hex: string; hashes: readonly HashName[] }, given: ServedCase): Promise<Served> {
  const { judged, received } = given;
  const signed = signedDigest(judged);
  const equalsSigned = signed ? signed.digest === hex : null;
  const base = { form: 'digest' as const, equalsSigned, verifies: equalsSigned };
  if (equalsSigned) return { ...base, causes: [] };
  const hash = hashes[0] as HashName;
  const causes: Weighed[] = [];
  if (signed && signed.hash !== hash) causes.push(weigh('sign-hash-mismatch', 'length', {}, { side: 'server' }));
  for (const { label, bytes } of serverVariants(given))
    if (digestHex(hash, bytes) === hex)
      return {
        ...base,
        causes: [...causes, ...(label ? [weigh(label, 'digest', {}, { side: 'server' })] : [])].map(({ finding }) => finding),
      };
  const suspects = await given.provider.suspects(given.dialect);
  const found = await search(startsOf(received, given.rules), suspects, sceneOf(given, received), digestOracle(hash, hex), LIMITS);
  const told = found.hit
    ? findingsOf(found.hit.start, found.hit.steps, { reading: received.reading, provider: given.provider, side: 'server' })
    : [];
  return { ...base, causes: [...causes, ...told].map(({ finding }) => ({ ...finding, side: 'server' as const })) };
}

function signedDigest({ verdict }: Judged): { hash: HashName; digest: string } | null {
  return verdict.opened?.ok ? { hash: verdict.opened.hash, digest: verdict.opened.digest } : null;
}

type Variant = {
  readonly label:
    | 'sign-type-kept'
    | 'sign-type-removed'
    | 'jvm-default-charset'
    | 'sort-order'
    | 'php-at-prefix'
    | 'empty-dropped'
    | 'mapi-wap-order'
    | null;
  readonly bytes: Uint8Array;
};

/** What servers hash of the right parameters: in another order, set or choice. */
function* serverVariants(given: ServedCase): Iterable<Variant> {
  const { received, rules, judged } = given;
  const used = received.reading.charset.used;
  const starts = startsOf(received, rules);
  const right = judged.verdict.rule;
  const first = starts.find((work) => work.rule.id === right) ?? starts[0];
  if (!first) return;
  for (const work of starts)
    yield {
      label:
        work.rule.id === first.rule.id
          ? work.charset === first.charset
            ? null
            : 'jvm-default-charset'
          : work.rule.id === 'V2'
            ? 'sign-type-kept'
            : 'sign-type-removed',
      bytes: contentBytes(work, used),
    };
  for (const charset of ['utf-8', 'gbk', 'iso-8859-1'] as const)
    if (charset !== first.charset) yield { label: 'jvm-default-charset', bytes: contentBytes({ ...first, charset }, used) };
  const ordered = contentPairs(first);
  const order = first.rule.recipe.some(({ op }) => op === 'sort') ? 'sort-order' : 'mapi-wap-order';
  for (const pairs of otherOrders(first, ordered)) yield { label: order, bytes: joined(pairs, first.charset) };
  const noAt = ordered.filter(({ value }) => !value.startsWith('@'));
  if (noAt.length < ordered.length) yield { label: 'php-at-prefix', bytes: joined(noAt, first.charset) };
  const full = ordered.filter(({ value }) => value !== '');
  if (full.length < ordered.length) yield { label: 'empty-dropped', bytes: joined(full, first.charset) };
}

const contentPairs = ({ pairs, rule }: Work): readonly WorkPair[] => orderedPairs(rule.recipe, pairs);

const joined = (pairs: readonly { name: string; value: string }[], charset: Charset): Uint8Array =>
  encodeText(pairs.map(({ name, value }) => `${name}=${value}`).join('&'), charset).bytes;

function otherOrders({ pairs: received }: Work, pairs: readonly WorkPair[]): readonly (readonly WorkPair[])[] {
  const by = (key: (pair: WorkPair) => string): readonly WorkPair[] =>
    [...pairs].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  return [
    received.filter((pair) => pairs.includes(pair)),
    by(({ name }) => name),
    by(({ name }) => name.toLowerCase()),
    by(({ name, value }) => `${name}=${value}`),
    by(({ name }) => name.replaceAll('_', '')),
    [...by(({ name }) => name)].reverse(),
    by(({ name }) => name.replaceAll('_', ' ')),
  ];
}

/** A string to sign, or a map: its parameters against those that arrived. */
async function judgeContent(trimmed: string, text: string, given: ServedCase): Promise<Served> {
  const { judged, received, rules } = given;
  const signed = signedDigest(judged);
  const starts = startsOf(received, rules);
  const right = starts.find((work) => work.rule.id === judged.verdict.rule) ?? starts[0];
  const isMap = /^[[{<]|^array|^Array/i.test(trimmed);
  const plain = withoutKey(trimmed, rules);
  const own = isMap ? fromMap(trimmed) : splitContent(plain, given.provider.known);
  if (own.length === 0 || !right) return { form: 'unknown', equalsSigned: null, verifies: null, causes: [] };
  const used = received.reading.charset.used;
  const tries = isMap
    ? rules.rules.flatMap((rule) => [right.charset, used].map((charset) => contentBytes({ pairs: own, rule, charset }, used)))
    : [...new Set([right.charset, used, 'utf-8' as const])].flatMap((charset) => [
        encodeText(plain, charset).bytes,
        encodeText(text, charset).bytes,
      ]);
  const equalsSigned = signed
    ? tries.some((bytes) => digestHex(signed.hash, bytes) === signed.digest)
    : isMac(given)
      ? anyOf(tries.map((bytes) => givesSign(bytes, given)))
      : null;
  const base = { form: isMap ? ('map' as const) : ('content' as const), equalsSigned, verifies: equalsSigned };
  if (equalsSigned) return { ...base, causes: [] };
  return {
    ...base,
    causes: (await explainDifference(own, right, isMap, given)).map(({ finding }) => ({ ...finding, side: 'server' as const })),
  };
}

/** Unknown where nothing could be tested. */
const anyOf = (answers: readonly (boolean | null)[]): boolean | null => (answers.includes(null) ? null : answers.includes(true));

/** The server's parameters are bent by the usual mistakes until they give the content as received; what only the pair shows is told first. */
async function explainDifference(own: readonly WorkPair[], right: Work, isMap: boolean, given: ServedCase): Promise<readonly Weighed[]> {
  const { received, provider } = given;
  const used = received.reading.charset.used;
  const target = digestHex('sha-256', contentBytes(right, used));
  const wanted = contentPairs(right);
  const causes: Weighed[] = [];
  const named = <T extends CauseId>(id: T): CauseId => {
    const renamed = provider.ownCauses?.[id];
    return renamed !== undefined && isCause(renamed) ? renamed : id;
  };
  const dropsEmpty = right.rule.recipe.some(({ op }) => op === 'drop-empty');
  const has = (name: string): boolean => own.some((pair) => pair.name === name);
  const wants = (name: string): boolean => wanted.some((pair) => pair.name === name);
  let pairs = own;
  if (!isMap) {
    if (has('sign_type') && !wants('sign_type'))
      causes.push(weigh('sign-type-kept', 'structure', {}, { edits: [{ op: 'drop-pair', name: 'sign_type' }] }));
    if (!has('sign_type') && wants('sign_type'))
      causes.push(weigh(named('sign-type-removed'), 'structure', {}, { edits: [{ op: 'add-pair', name: 'sign_type' }] }));
    if (wants('sign_type') !== has('sign_type'))
      pairs = wants('sign_type')
        ? [...pairs, ...wanted.filter(({ name }) => name === 'sign_type')]
        : pairs.filter(({ name }) => name !== 'sign_type');
    const kept = dropsEmpty ? pairs.filter(({ value }) => value === '') : [];
    if (kept.length > 0) {
      causes.push(weigh(named('empty-kept'), 'structure', {}, { edits: kept.map(({ name }) => ({ op: 'drop-pair', name })) }));
      pairs = pairs.filter(({ value }) => value !== '');
    }
    if (!inOrder(own, wanted))
      causes.push(weigh(right.rule.recipe.some(({ op }) => op === 'sort') ? 'sort-order' : 'mapi-wap-order', 'structure', {}));
  }
  const lost = wanted.filter(({ name }) => !pairs.some((pair) => pair.name === name) && name !== 'sign_type');
  const [at, rest] = [lost.filter(({ value }) => value.startsWith('@')), lost.filter(({ value }) => !value.startsWith('@'))];
  const [empty, filled] = [rest.filter(({ value }) => value === '' && !dropsEmpty), rest.filter(({ value }) => value !== '')];
  const tell = (id: 'php-at-prefix' | 'empty-dropped' | 'param-missing', list: readonly WorkPair[]): void => {
    if (list.length > 0)
      causes.push(
        weigh(
          named(id),
          'structure',
          {},
          {
            edits: list.map(({ name }) => ({ op: 'add-pair', name })),
            after: list.slice(0, 8).map(({ name, value }) => ({ name, text: value.slice(0, 500) })),
          },
        ),
      );
  };
  const renamed =
    lost.length > 0 &&
    own.some(({ name }) => !wants(name) && lost.some((pair) => pair.name === name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()));
  if (!renamed) {
    tell('php-at-prefix', at);
    tell('empty-dropped', empty);
    if (filled.length > 0 && !mayBeGlued(own, filled)) tell('param-missing', filled);
    pairs = [...pairs, ...lost];
  }
  const work: Work = { ...right, pairs: pairs.filter(({ name }) => name !== 'sign') };
  const suspects = await provider.suspects(given.dialect);
  const found = await search([work], suspects, sceneOf(given, received), digestOracle('sha-256', target), LIMITS);
  const told = found.hit
    ? findingsOf(found.hit.start, found.hit.steps, { reading: received.reading, provider, side: 'server' })
    : differing(pairs, wanted);
  return [...causes, ...told];
}

const mayBeGlued = (own: readonly WorkPair[], lost: readonly WorkPair[]): boolean =>
  lost.some(({ name }) => own.some(({ value }) => value.includes(`&${name}=`)));

/** Whether the names that both have stand in the same order; those that only the server has count as sorted in. */
function inOrder(own: readonly WorkPair[], wanted: readonly WorkPair[]): boolean {
  const names = [...new Set(wanted.map(({ name }) => name))];
  const both = [...new Set(own.map(({ name }) => name))].filter((name) => names.includes(name));
  return both.every((name, i) => i === 0 || names.indexOf(both[i - 1] as string) < names.indexOf(name)) && sortedIn(own, names);
}

/** A name that is not wanted stands where sorting puts it, if the wanted ones are sorted. */
function sortedIn(own: readonly WorkPair[], names: readonly string[]): boolean {
  const sorted = names.every((name, i) => i === 0 || (names[i - 1] as string) <= name);
  return !sorted || own.every(({ name }, i) => i === 0 || (own[i - 1] as WorkPair).name <= name);
}

/** Nothing known explains it: at least where they differ. */
function differing(pairs: readonly WorkPair[], wanted: readonly WorkPair[]): readonly Weighed[] {
  const edits = wanted.filter(({ name, value }) => pairs.some((pair) => pair.name === name && pair.value !== value)).slice(0, 16);
  return edits.length === 0
    ? []
    : [
        weigh(
          'tampered-or-test',
          'guess',
          {},
          {
            edits: edits.map(({ name }) => ({ op: 'set-value', name })),
            before: edits.map(({ name }) => ({ name, text: (pairs.find((pair) => pair.name === name)?.value ?? '').slice(0, 500) })),
            after: edits.map(({ name, value }) => ({ name, text: value.slice(0, 500) })),
          },
        ),
      ];
}

/** The second box where a shared secret signs (WeChat Pay v2): the server's digest is the signature it computed, so every usual mistake can be computed, too. */
import type { Mac } from '../content/recipe.ts';
import { forward } from '../content/redo/all.ts';
import { orderedPairs } from '../content/run.ts';
import type { Work, WorkPair } from '../providers/suspect.ts';
import { joinBytes } from '../text/percent.ts';
import { encodeUtf8 } from '../text/utf8.ts';
import { digestHex } from '../verify/digest.ts';
import { macHex } from '../verify/mac.ts';
import type { CauseId } from './causes.ts';
import { contentBytes, describeContent, startsOf } from './content.ts';
import { isCause } from './effects.ts';
import type { Edit, Served } from './finding.ts';
import { findingsOf, weigh } from './findings.ts';
import type { Weighed } from './findings.ts';
import { asServers, namedBy, shareOf, withOwn } from './served-right.ts';
import type { ServedCase } from './served-right.ts';
import { macOracle } from './oracle.ts';
import { sceneOf } from './scene.ts';
import { search } from './search.ts';

/** Contents between two looks at other work. */
const SLICE = 1000;
const SIZES: Readonly<Record<Mac['hash'], number>> = { md5: 32, 'hmac-sha256': 64, 'sha-1': 40 };

export const secretsOf = ({ ring }: Pick<ServedCase, 'ring'>): readonly Uint8Array[] => ring.flatMap(({ secret }) => secret ?? []);

/** The signature that the message carries, as a digest. */
export const signOf = ({ judged }: Pick<ServedCase, 'judged'>): string => (judged.verdict.signature?.text ?? '').trim().toLowerCase();

/** Whether a content gives the message's signature under a secret that is held; null where none is. */
export function givesSign(content: Uint8Array, given: ServedCase): boolean | null {
  const secrets = secretsOf(given);
  if (secrets.length === 0) return null;
  const sign = signOf(given);
  return given.rules.rules.some(({ mac }) => mac !== undefined && secrets.some((secret) => macHex(mac, content, secret) === sign));
}

export async function judgeMacDigest(hex: string, given: ServedCase): Promise<Served> {
  const sign = signOf(given);
  const base = { form: 'digest' as const, equalsSigned: sign === hex, verifies: sign === hex };
  if (sign === hex) return { ...base, causes: [] };
  const starts = startsOf(given.received, given.rules);
  const secrets = secretsOf(given);
  const otherHash = [32, 64].includes(sign.length) && hex.length !== sign.length;
  const ofHash = otherHash ? [weigh('v2-hash-type', 'length', {})] : [];
  const used = given.received.reading.charset.used;
  const own = ownSecret(given);
  const [wrong] = given.provider.wrongSecrets.filter(isCause);
  let tried = 0;
  for (const start of starts) {
    if (start.rule.mac && SIZES[start.rule.mac.hash] !== hex.length) continue;
    // The right text and the secret behind it, hashed without making a MAC of it.
    const whole = start.rule.mac?.hash === 'hmac-sha256' ? contentBytes(start, used) : null;
    if (whole && secrets.some((secret) => digestHex('sha-256', joinBytes([whole, encodeUtf8(start.rule.mac?.glue ?? ''), secret])) === hex))
      return { ...base, causes: asServers([weigh('v2-hash-type', 'digest', {}, { alternatives: ['wrong-algorithm-for-message'] })]) };
    for (const { ids, edits = [], work, text, mac = work.rule.mac } of variantsOf(start, given)) {
      if (!mac) continue;
      const content = text === undefined ? contentBytes(work, used) : encodeUtf8(text);
      const index = secrets.findIndex((secret) => macHex(mac, content, secret) === hex);
      if (index >= 0) {
        const [id, ...alternatives] = ids;
        const ofKey = wrong && own && secrets[index] !== own ? [weigh(wrong, 'digest', {})] : [];
        const proved = otherHash ? [weigh('v2-hash-type', 'digest', {})] : [];
        return { ...base, causes: asServers([...proved, ...ofKey, ...(id ? [weigh(id, 'digest', {}, { alternatives, edits })] : [])]) };
      }
      if (++tried % SLICE !== 0) continue;
      await new Promise<void>((resolve) => setTimeout(resolve, 0));
      if (given.limits?.signal?.aborted || tried >= (given.limits?.maxCandidates ?? Infinity))
        return { ...base, causes: asServers(ofHash) };
    }
  }
  const suspects = await given.provider.suspects(given.dialect);
  const limits = { ...shareOf(given, 1), maxSteps: 1 };
  const found = await search(starts, suspects, sceneOf(given, given.received), macOracle(hex, secrets), limits);
  const telling = { reading: given.received.reading, provider: given.provider, side: 'server' as const };
  const told = found.hit ? findingsOf(found.hit.start, found.hit.steps, telling) : [];
  return { ...base, causes: asServers([...ofHash, ...told]) };
}

/** The secret under which the message holds; null where it does not, or none is held. */
function ownSecret({ judged, ring }: ServedCase): Uint8Array | null {
  const { key, verifiers } = judged.verdict;
  return key === undefined || verifiers?.own !== true ? null : (ring[key]?.secret ?? null);
}

/** A string to sign that ends with its key: whether it is the right one, and stands behind the right name. Null where there is nothing to say. */
export function keyOfContent(text: string, given: ServedCase): readonly Weighed[] | null {
  const glue = given.rules.rules.find(({ mac }) => mac && mac.glue !== '')?.mac?.glue;
  const own = ownSecret(given);
  const tail = /&([A-Za-z_]{1,16})=([^&\s]{8,128})$/.exec(text);
  const [wrong] = given.provider.wrongSecrets.filter(isCause);
  if (glue === undefined || !tail || !wrong) return null;
  if (!own) return `&${tail[1]}=` === glue ? keyBehind(text.slice(0, tail.index), tail[2] ?? '', given, wrong) : null;
  const isOwn = tail[2] === new TextDecoder().decode(own);
  const isName = `&${tail[1]}=` === glue;
  if (isName) return isOwn ? null : [weigh(wrong, 'structure', {})];
  return isOwn ? [weigh('field-renamed-case', 'structure', {}, { edits: [{ op: 'set-value', name: tail[1] ?? 'key' }] })] : null;
}

/** No key is held, but the server's own stands behind what arrived: if it is not that which signs, one of the two is wrong. */
function keyBehind(content: string, key: string, given: ServedCase, wrong: CauseId): readonly Weighed[] | null {
  const { received } = given;
  const starts = startsOf(received, given.rules);
  const masked = /[*…]|\.{3}|^x+$/i.test(key);
  if (masked || secretsOf(given).length > 0 || !starts.some((start) => describeContent(start, received.reading, []).text === content))
    return null;
  const sign = signOf(given);
  const signs = starts.some(
    ({ rule, ...start }) =>
      rule.mac && macHex(rule.mac, contentBytes({ ...start, rule }, received.reading.charset.used), encodeUtf8(key)) === sign,
  );
  return sign === '' || signs ? null : [weigh(wrong, 'guess', {})];
}

/** What a server hashed for a message callback: the token is in it, so the text alone must give the signature. */
export function judgeSortedText(text: string, given: ServedCase): Served {
  if (text === '') return { form: 'unknown', equalsSigned: null, verifies: null, causes: [] };
  const equal = digestHex('sha-1', encodeUtf8(text)) === signOf(given);
  // Without the token in it, it is not the whole of what was hashed: nothing can be said.
  const whole = secretsOf(given).some((secret) => text.includes(new TextDecoder().decode(secret)));
  const answer = equal || (whole ? false : null);
  return { form: 'content', equalsSigned: answer, verifies: answer, causes: [] };
}

interface Variant {
  readonly ids: readonly CauseId[];
  readonly work: Work;
  /** The joined text where it is not what the work gives. */
  readonly text?: string;
  readonly mac?: Mac;
  readonly edits?: readonly Edit[];
}

/** What servers sign of the right parameters: rules first, then every known mistake made again, over all values and over the joined text. */
function* variantsOf(start: Work, given: ServedCase): Iterable<Variant> {
  const { rules } = given;
  const named = namedBy(given);
  yield { ids: [], work: start };
  // Parts are fixed: none is dropped or sorted by mistake.
  if (rules.parts) return;
  const without = (test: (pair: WorkPair) => boolean): Work => ({ ...start, pairs: start.pairs.filter((pair) => !test(pair)) });
  const dropping = (op: string): Work => ({
    ...start,
    rule: { ...start.rule, recipe: start.rule.recipe.filter((step) => step.op !== op) },
  });
  if (start.pairs.some(({ name }) => name === 'sign_type'))
    yield { ids: [named('sign-type-removed')], work: without(({ name }) => name === 'sign_type') };
  if (start.pairs.some(({ value }) => value === '')) yield { ids: [named('empty-kept')], work: dropping('drop-empty') };
  yield { ids: ['sort-order'], work: dropping('sort') };
  const recipe = start.rule.recipe.filter((step) => step.op !== 'drop');
  // `sign_type` is signed: the signature itself is what is too much.
  yield { ids: ['app-added-param'], edits: [{ op: 'drop-pair', name: 'sign' }], work: { ...start, rule: { ...start.rule, recipe } } };
  for (const { name } of start.pairs)
    if (name !== 'sign') yield { ids: [named('param-missing')], work: without((pair) => pair.name === name) };
  const pairs = orderedPairs(start.rule.recipe, start.pairs);
  const joined = (list: readonly { readonly name: string; readonly value: string }[]): string =>
    list.map(({ name, value }) => `${name}=${value}`).join('&');
  for (const list of otherOrders(pairs)) yield { ids: ['sort-order'], work: start, text: joined(list) };
  const { mac } = start.rule;
  if (mac) for (const glue of ['&KEY=', '&Key=']) yield { ids: ['field-renamed-case'], work: start, mac: { ...mac, glue } };
  // Counted names are lost together: `coupon_…`, and everything that is not known.
  const coupons = (name: string): boolean => name.startsWith('coupon_');
  const unknown = (name: string): boolean => !given.provider.known.has(name.replace(/_\d+$/, ''));
  const both = (name: string): boolean => coupons(name) || unknown(name);
  for (const test of [coupons, unknown, both])
    if (pairs.some(({ name }) => test(name))) yield { ids: [named('param-missing')], work: without(({ name }) => test(name)) };
  const all = joined(pairs);
  const seen = new Set([all]);
  for (const mistake of forward) {
    const ids = withOwn([mistake.id, ...(mistake.alternatives ?? [])], given);
    for (const way of mistake.ways) {
      const made = pairs.map(({ name, value }) => ({ name, value: way(value, name) }));
      const texts = [joined(made), way(all, '')];
      // The n-th value alone: a mistake about amounts befalls one of them.
      for (const [i, each] of made.entries())
        if (each.value !== pairs[i]?.value) texts.push(joined(pairs.map((pair, k) => (k === i ? each : pair))));
      for (const text of texts) {
        if (seen.has(text)) continue;
        seen.add(text);
        yield { ids, work: start, text };
      }
    }
  }
}

/** Names in other orders than by their bytes. */
function otherOrders(pairs: readonly WorkPair[]): readonly (readonly WorkPair[])[] {
  const by = (key: (name: string) => string): readonly WorkPair[] =>
    [...pairs].sort((a, b) => (key(a.name) < key(b.name) ? -1 : key(a.name) > key(b.name) ? 1 : 0));
  const counted = (name: string): string => name.replace(/\d+/g, (digits) => digits.padStart(8, '0'));
  return [
    [...pairs].reverse(),
    by((name) => name.toLowerCase()),
    by(counted),
    by((name) => counted(name.toLowerCase())),
    by((name) => counted(name.toLowerCase().replaceAll('_', ''))),
    by((name) => name.replaceAll('_', '')),
  ];
}

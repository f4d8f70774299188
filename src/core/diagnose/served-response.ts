/** The second box where a piece of a response is signed as it stood: the piece parsed and written again, or its members joined like parameters. */
import { rewrites, sameJson } from '../content/redo/structure.ts';
import { readLoose } from '../content/undo/structure.ts';
import { encodeText } from '../text/charset.ts';
import { digestHex } from '../verify/digest.ts';
import type { HashName } from '../verify/verdict.ts';
import { isCause } from './effects.ts';
import type { Served } from './finding.ts';
import { findingsOf, weigh } from './findings.ts';
import type { Weighed } from './findings.ts';
import { digestOracle } from './oracle.ts';
import { sceneOf } from './scene.ts';
import { search } from './search.ts';
import { UNKNOWN, asServers, rightOf, shareOf, signedDigest } from './served-right.ts';
import type { Right, ServedCase } from './served-right.ts';

interface Variant {
  readonly id: 'sync-response-rebuilt' | 'wrong-algorithm-for-message';
  readonly text: string;
}

export function judgeResponseDigest(hex: string, hash: HashName, given: ServedCase): Served {
  const right = rightOf(given);
  const signed = signedDigest(given.judged);
  const equalsSigned = signed ? signed.digest === hex : null;
  const base = { form: 'digest' as const, equalsSigned, verifies: equalsSigned };
  if (equalsSigned || !right) return { ...base, causes: [] };
  const { charset } = right.work;
  const other = signed !== null && signed.hash !== hash ? [weigh('sign-hash-mismatch', 'digest', {})] : [];
  if (digestHex(hash, right.bytes) === hex) return { ...base, causes: asServers(other) };
  for (const { id, text } of variantsOf(right))
    if (digestHex(hash, encodeText(text, charset).bytes) === hex)
      return { ...base, causes: asServers([...other, weigh(id, 'digest', {})]) };
  for (const set of ['utf-8', 'gbk', 'iso-8859-1'] as const)
    if (set !== charset && digestHex(hash, encodeText(right.text, set).bytes) === hex)
      return {
        ...base,
        causes: asServers([...other, weigh('jvm-default-charset', 'digest', {}, { alternatives: ['charset-gbk-as-utf8'] })]),
      };
  return { ...base, causes: [] };
}

export async function judgeResponseText(trimmed: string, given: ServedCase): Promise<Served> {
  const right = rightOf(given);
  if (!right || trimmed === '') return UNKNOWN;
  const signed = signedDigest(given.judged);
  const isSigned = (text: string): boolean =>
    signed !== null && digestHex(signed.hash, encodeText(text, right.work.charset).bytes) === signed.digest;
  // The whole answer is what the server got; the piece inside is what it should have taken.
  const whole = right.text !== '' && trimmed !== right.text && trimmed.includes(right.text) && /"sign"|<sign>/.test(trimmed);
  const equalsSigned = signed ? isSigned(trimmed) || (whole && isSigned(right.text)) : null;
  const base = { form: whole ? ('map' as const) : ('content' as const), equalsSigned, verifies: equalsSigned };
  if (equalsSigned || whole || trimmed === right.text.trim()) return { ...base, causes: [] };
  const told = explainText(trimmed, right) ?? (await bent(trimmed, right, given));
  if (told) return { ...base, causes: asServers([told]) };
  return isAbout(trimmed, right) ? { ...base, causes: [] } : UNKNOWN;
}

function explainText(text: string, right: Right): Weighed | null {
  const proof = right.proved ? 'digest' : 'structure';
  for (const variant of variantsOf(right)) if (variant.text === text) return weigh(variant.id, proof, {}, difference(text, right));
  const compact = (of: string): string => of.replace(/\s+/g, '');
  if (sameJson(right.text, text) || mostlySame(right.text, text) || (/^</.test(text) && compact(text) === compact(right.text)))
    return weigh('sync-response-rebuilt', 'structure', {}, difference(text, right));
  return /^[[{<"]/.test(text) || !isAbout(text, right)
    ? null
    : weigh('wrong-algorithm-for-message', 'structure', {}, difference(text, right));
}

const difference = (text: string, { pairs, text: right }: Right): Partial<Weighed['finding']> => {
  const name = pairs[0]?.name ?? '';
  return {
    edits: [{ op: 'set-value', name }],
    before: [{ name, text: text.slice(0, 2000) }],
    after: [{ name, text: right.slice(0, 2000) }],
  };
};

/** The same object with members that are empty left out or put in. */
function mostlySame(a: string, b: string): boolean {
  const [one, two] = [filled(a), filled(b)];
  if (!one || !two || one.size === 0) return false;
  return one.size === two.size && [...one].every(([name, value]) => two.get(name) === value);
}

/** Members with something in them, by name. */
function filled(text: string): ReadonlyMap<string, string> | null {
  const value = readLoose(text);
  if (value === null || typeof value === 'string' || !('members' in value)) return null;
  const print = (of: unknown): string => JSON.stringify(of);
  return new Map(
    value.members
      .map(([name, item]): [string, string] => [name, print(item)])
      .filter(([, item]) => !/^(""|\[\]|\{"members":\[\]\}|\{"word":"(null|0|false)"\})$/.test(item)),
  );
}

/** The piece written by other hands, and its members as `k=v`. */
function* variantsOf(right: Right): Iterable<Variant> {
  const { text, pairs } = right;
  if (text.length > 16_384) return;
  yield { id: 'sync-response-rebuilt', text: text.replaceAll('\\/', '/') };
  yield { id: 'sync-response-rebuilt', text: text.replaceAll('/', '\\/') };
  for (const way of rewrites) {
    const written = way(text, '');
    if (written !== text) yield { id: 'sync-response-rebuilt', text: written };
  }
  const [first] = pairs;
  if (first) yield { id: 'wrong-algorithm-for-message', text: `${first.name}=${text}` };
  const members = membersOf(text);
  if (!members) return;
  const join = (list: readonly (readonly [string, string])[]): string => list.map(([name, value]) => `${name}=${value}`).join('&');
  const sorted = [...members].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const list of [sorted, members]) {
    yield { id: 'wrong-algorithm-for-message', text: join(list) };
    yield { id: 'wrong-algorithm-for-message', text: join(list.filter(([, value]) => value !== '')) };
    if (first) yield { id: 'wrong-algorithm-for-message', text: join([[first.name, join(list)]]) };
  }
}

function membersOf(text: string): readonly (readonly [string, string])[] | null {
  const value = readLoose(text);
  if (value === null || typeof value === 'string' || !('members' in value)) return null;
  return value.members.map(([name, item]) => [name, typeof item === 'string' ? item : 'word' in item ? item.word : JSON.stringify(item)]);
}

/** Whether it has names of the piece: otherwise it is something else. */
function isAbout(text: string, { text: right, pairs }: Right): boolean {
  const inside = membersOf(right)?.map(([name]) => name) ?? [...right.matchAll(/<(\w+)>/g)].map(([, name]) => name ?? '');
  const names = new Set([...inside, ...pairs.map(({ name }) => name)]);
  const there = [...text.slice(0, 65_536).matchAll(/([A-Za-z_]\w{0,63})(?=["'\s]{0,2}[=:>])/g)].filter(([, name]) => names.has(name ?? ''));
  return there.length >= Math.min(2, names.size) && there.length > 0;
}

/** The suspects of responses, from the server's text on. */
async function bent(text: string, right: Right, given: ServedCase): Promise<Weighed | null> {
  const [only] = right.pairs;
  if (right.pairs.length !== 1 || !only || !isAbout(text, right)) return null;
  const { received, provider } = given;
  const work = {
    ...right.work,
    pairs: right.work.pairs.map((pair) => (pair === only ? { name: only.name, value: text, from: only.from } : pair)),
  };
  const oracle = digestOracle('sha-256', digestHex('sha-256', right.bytes));
  const { hit } = await search([work], await provider.suspects(given.dialect), sceneOf(given, received), oracle, shareOf(given, 1));
  const [first] = hit ? findingsOf(hit.start, hit.steps, { reading: received.reading, provider, side: 'server' }) : [];
  return first && isCause(first.finding.id) ? first : null;
}

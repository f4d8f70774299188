/**
 * A key copied with one wrong, lost, doubled or exchanged character: every such mistake is undone in turn, and the padding of the
 * signature says which is right. About 25,000 moduli for 2048 bits; five in six have a small factor, as no real one has, and cost no
 * exponentiation. Only where nothing else is known.
 */
import { decodeBase64, encodeBase64 } from '../text/base64.ts';
import { makePublicKey } from '../keys/public-key.ts';
import type { PublicKey } from '../keys/public-key.ts';
import type { RingKey } from '../keys/read-keys.ts';
import { readStructure } from '../keys/structure.ts';
import { openSignature } from '../verify/open.ts';
import type { Opened } from '../verify/verdict.ts';
import type { SearchLimits } from './search.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Characters of a key that can be mended in reasonable time: 4096 bits take four times as long as 2048. */
const MAX_TEXT = 400;
const SLICE = 256;

export interface Mended {
  readonly index: number;
  readonly key: PublicKey;
  readonly opened: Extract<Opened, { ok: true }>;
  readonly before: string;
  readonly after: string;
  /** Offset of the change in the base64 text. */
  readonly at: number;
}

export async function mendKey(ring: readonly RingKey[], signature: Uint8Array, limits: SearchLimits): Promise<Mended | null> {
  const began = limits.clock?.() ?? 0;
  for (const [index, { report, key, text }] of ring.entries()) {
    const given = key ? report.spki : text?.replace(/\s/g, '');
    if (report.origin !== 'offered' || given === undefined || given.length > MAX_TEXT || given.length < 120) continue;
    let tried = 0;
    for (const { changed, at } of neighbours(given.replace(/=+$/, ''))) {
      const mended = keyOf(changed, signature.length);
      if (!mended) continue;
      const opened = openSignature(signature, mended);
      if (opened.ok) return { index, key: mended, opened, before: given, after: encodeBase64(mended.spki), at };
      if (++tried >= limits.maxCandidates) return null;
      if (tried % SLICE !== 0) continue;
      await new Promise<void>((resolve) => setTimeout(resolve, 0));
      if (limits.signal?.aborted || (limits.clock && limits.clock() - began > limits.maxMs * 2)) return null;
    }
  }
  return null;
}

function keyOf(text: string, size: number): PublicKey | null {
  const bytes = decodeBase64(text.padEnd(Math.ceil(text.length / 4) * 4, '='));
  const rsa = bytes && bytes.length > size ? readStructure(bytes).rsa : undefined;
  // Only the exponent that all of these keys have: another one is a change of its own.
  if (!rsa || rsa.e !== 65537n || hasSmallFactor(rsa.n)) return null;
  const { key } = makePublicKey(rsa.n, rsa.e);
  return key?.size === size ? key : null;
}

/** Odd primes in products that a double holds exactly, so that one long division serves many. */
const FACTORS: readonly (readonly [product: bigint, primes: readonly number[]])[] = groupPrimes(1000);

function groupPrimes(below: number): readonly (readonly [bigint, readonly number[]])[] {
  const groups: [bigint, number[]][] = [];
  const primes: number[] = [];
  for (let n = 3; n < below; n += 2) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  for (const prime of primes) {
    const last = groups.at(-1);
    if (last && last[0] * BigInt(prime) < Number.MAX_SAFE_INTEGER) {
      last[0] *= BigInt(prime);
      last[1].push(prime);
    } else groups.push([BigInt(prime), [prime]]);
  }
  return groups;
}

/** A modulus is the product of two large primes, a miscopied one is any number. */
function hasSmallFactor(n: bigint): boolean {
  if (n % 2n === 0n) return true;
  return FACTORS.some(([product, primes]) => {
    const rest = Number(n % product);
    return primes.some((prime) => rest % prime === 0);
  });
}

/** All texts one mistake away, the usual ones first: letter case, look-alikes, neighbours exchanged, one lost, one doubled. */
function* neighbours(text: string): Iterable<{ readonly changed: string; readonly at: number }> {
  const replace = (at: number, by: string): { changed: string; at: number } => ({
    changed: text.slice(0, at) + by + text.slice(at + 1),
    at,
  });
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    const other = char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase();
    if (other !== char) yield replace(at, other);
    for (const twin of LOOKALIKES[char] ?? '') yield replace(at, twin);
  }
  for (let at = 0; at + 1 < text.length; at++)
    if (text[at] !== text[at + 1]) yield { changed: text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2), at };
  if (text.length % 4 === 1 || !isWhole(text))
    for (let at = 0; at < text.length; at++) yield { changed: text.slice(0, at) + text.slice(at + 1), at };
  if (text.length % 4 !== 0 || !isWhole(text))
    for (let at = 0; at <= text.length; at++) for (const char of ALPHABET) yield { changed: text.slice(0, at) + char + text.slice(at), at };
  for (let at = 0; at < text.length; at++) for (const char of ALPHABET) if (char !== text[at]) yield replace(at, char);
}

const isWhole = (text: string): boolean => {
  const bytes = decodeBase64(text.padEnd(Math.ceil(text.length / 4) * 4, '='));
  return bytes !== null && readStructure(bytes).rsa !== undefined;
};

const LOOKALIKES: Readonly<Record<string, string>> = {
  l: '1I',
  I: 'l1',
  '1': 'lI',
  O: '0Q',
  '0': 'OQ',
  o: '0',
  '5': 'S',
  S: '5',
  '8': 'B',
  B: '8',
  '2': 'Z',
  Z: '2',
  '+': '/',
  '/': '+',
};

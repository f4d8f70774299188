/**
 * SM2 signatures with SM3. Unlike RSA's they hold no digest that could be read out and recognised, but key and signature alone give the
 * number that the digest must have been: e = r − x₁ (mod n), where (x₁, y₁) = s·G + (r + s)·P. So contents are tested by hashing only.
 * A content that has it is proved; where none has, neither key nor content is. Imported on demand.
 * The curve arithmetic here serves the search; whether a signature holds, the library says as well, and both must agree.
 * @see GB/T 32918.2-2016 §7; GM/T 0009-2012 §10 for the user id; GB/T 32918.5-2017 for the curve
 */
import { sm2, sm3 } from 'sm-crypto-v2';
import { integerOf, readDer, toBigInt } from '../keys/der.ts';
import { decodeHex } from '../text/hex.ts';
import { joinBytes } from '../text/percent.ts';
import { encodeUtf8 } from '../text/utf8.ts';

/** The id that WeChat Pay, Alipay and most others sign under. @see GM/T 0009-2012 §10 */
const USER_ID = encodeUtf8('1234567812345678');

const P = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn;
const A = P - 3n;
const B = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n;
const N = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const G: Point = {
  x: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  y: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
};

interface Point {
  readonly x: bigint;
  readonly y: bigint;
}

export interface Sm2Key {
  readonly point: Point;
  /** What is hashed before the content: SM3 of the user id, the curve and the key. */
  readonly z: Uint8Array;
}

export interface Sm2Signature {
  readonly r: bigint;
  readonly s: bigint;
}

/** @param spki SubjectPublicKeyInfo with an uncompressed point; @returns null where it is none, or not on the curve */
export function readSm2Key(spki: Uint8Array): Sm2Key | null {
  const bytes = spki.subarray(spki.length - 65);
  if (spki.length < 65 || bytes[0] !== 0x04) return null;
  const point = { x: toBigInt(bytes.subarray(1, 33)), y: toBigInt(bytes.subarray(33)) };
  const onCurve = point.x < P && point.y < P && mod(point.y * point.y - (point.x * point.x + A) * point.x - B, P) === 0n;
  if (!onCurve) return null;
  const length = USER_ID.length * 8;
  const head = [Uint8Array.of(length >> 8, length & 0xff), USER_ID, ...[A, B, G.x, G.y, point.x, point.y].map(to32)];
  return { point, z: fromHex(sm3(joinBytes(head))) };
}

/** Strict DER: SEQUENCE of two positive INTEGERs below the order, nothing else. @returns null for anything else */
export function readSm2Signature(bytes: Uint8Array): Sm2Signature | null {
  const der = readDer(bytes);
  if (!der.ok || der.trailing > 0 || der.node.tag !== 0x30 || der.node.inner.length !== 2) return null;
  const [r, s] = der.node.inner.map((node) => integerOf(bytes, node));
  if (!r || !s || r < 1n || s < 1n || r >= N || s >= N) return null;
  return { r, s };
}

/**
 * The digest that a content must have for the signature to hold under the key.
 * @returns lower-case hex; null where no content can have one
 */
export function expectedDigest({ r, s }: Sm2Signature, { point }: Sm2Key): string | null {
  const t = mod(r + s, N);
  const sum = t === 0n ? null : combine(s, t, point);
  return sum && hex32(mod(r - sum.x, N));
}

/** What is compared with it: SM3 over key and content, as a number below the order. */
export function sm2Digest(content: Uint8Array, { z }: Sm2Key): string {
  return hex32(BigInt(`0x${sm3(joinBytes([z, content]))}`) % N);
}

/** The library's own answer. @returns false for whatever it throws at, too */
export function verifySm2(content: Uint8Array, { r, s }: Sm2Signature, { point }: Sm2Key): boolean {
  try {
    return sm2.doVerifySignature(content, hex32(r) + hex32(s), `04${hex32(point.x)}${hex32(point.y)}`, { hash: true });
  } catch {
    return false; // the library's way to refuse numbers out of range
  }
}

/** s·G + t·P, both scalars together: one doubling a bit. Affine: one inversion a step is some ten milliseconds in all. */
function combine(s: bigint, t: bigint, point: Point): Point | null {
  const both = add(G, point);
  let sum: Point | null = null;
  for (let bit = 255n; bit >= 0n; bit--) {
    sum = add(sum, sum);
    const [first, second] = [(s >> bit) & 1n, (t >> bit) & 1n];
    if (first && second) sum = add(sum, both);
    else if (first) sum = add(sum, G);
    else if (second) sum = add(sum, point);
  }
  return sum;
}

/** Null is the point at infinity. */
function add(a: Point | null, b: Point | null): Point | null {
  if (!a || !b) return a ?? b;
  if (a.x === b.x && (a.y !== b.y || a.y === 0n)) return null;
  const slope = a.x === b.x ? (3n * a.x * a.x + A) * inverse(2n * a.y) : (b.y - a.y) * inverse(b.x - a.x);
  const x = mod(slope * slope - a.x - b.x, P);
  return { x, y: mod(slope * (a.x - x) - a.y, P) };
}

/** Extended Euclid over the field. */
function inverse(value: bigint): bigint {
  let [r, next] = [P, mod(value, P)];
  let [t, following] = [0n, 1n];
  while (next !== 0n) {
    const quotient = r / next;
    [r, next] = [next, r - quotient * next];
    [t, following] = [following, t - quotient * following];
  }
  return mod(t, P);
}

const mod = (value: bigint, modulus: bigint): bigint => ((value % modulus) + modulus) % modulus;
const hex32 = (value: bigint): string => value.toString(16).padStart(64, '0');
const fromHex = (hex: string): Uint8Array => decodeHex(hex) as Uint8Array;
const to32 = (value: bigint): Uint8Array => fromHex(hex32(value));

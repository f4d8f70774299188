/**
 * RSA encryption, PKCS#1 v1.5, one block after another: what Alipay's old WAP interface does to `notify_data`. WebCrypto has no such
 * padding. It runs where the key was pasted, so that how long it takes tells nobody anything. Imported on demand.
 * @see RFC 8017 §7.2.2
 */
import { toBigInt } from '../keys/der.ts';
import type { PrivateKey } from '../keys/public-key.ts';
import { decodeText } from '../text/charset.ts';
import type { Opening } from './unseal.ts';

/** A notification takes a dozen; more is no notification, and each takes milliseconds. */
const MAX_BLOCKS = 64;
/** Bytes of the shortest padding between 00 02 and 00. */
const MIN_PADDING = 8;

/** @returns the text under the first key that opens every block; the old interface wrote GBK as well as UTF-8 */
export function openBlocks(cipher: Uint8Array, keys: readonly PrivateKey[]): Opening {
  if (keys.length === 0) return { ok: false, why: 'no-private-key' };
  for (const [secret, key] of keys.entries()) {
    const plain = decryptBlocks(cipher, key);
    if (!plain) continue;
    const text = (['utf-8', 'gbk'] as const).map((charset) => decodeText(plain, charset)).find(({ lossy }) => !lossy)?.text;
    return text === undefined ? { ok: false, why: 'not-text' } : { ok: true, text, secret, warnings: [] };
  }
  return { ok: false, why: keys.every(({ size }) => cipher.length === 0 || cipher.length % size !== 0) ? 'too-short' : 'refused' };
}

/** @returns null where the key does not open every block, or the length is not a whole number of them */
export function decryptBlocks(cipher: Uint8Array, { n, d, size }: PrivateKey): Uint8Array | null {
  const count = cipher.length / size;
  if (count < 1 || count > MAX_BLOCKS || !Number.isInteger(count)) return null;
  const parts: Uint8Array[] = [];
  for (let at = 0; at < cipher.length; at += size) {
    const block = toBigInt(cipher.subarray(at, at + size));
    const part = block < n ? unpadded(power(block, d, n), size) : null;
    if (!part) return null;
    parts.push(part);
  }
  const plain = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let to = 0;
  for (const part of parts) {
    plain.set(part, to);
    to += part.length;
  }
  return plain;
}

/** 00 02, at least eight bytes that are not zero, 00, then the text. */
function unpadded(value: bigint, size: number): Uint8Array | null {
  const hex = value.toString(16).padStart(2 * size, '0');
  const block = Uint8Array.from({ length: size }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
  const end = block.indexOf(0, 2);
  return block[0] === 0 && block[1] === 2 && end >= 2 + MIN_PADDING ? block.subarray(end + 1) : null;
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === '1') result = (result * base) % modulus;
  }
  return result;
}

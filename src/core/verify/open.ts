/** Opening a signature: the heart of the whole tool. @see RFC 8017 §8.2.2, §9.2 */
import { readDer, toBigInt } from '../keys/der.ts';
import type { PublicKey } from '../keys/public-key.ts';
import { encodeHex } from '../text/hex.ts';
import type { HashName, Opened } from './verdict.ts';

interface Scheme {
  readonly hash: HashName;
  /** DigestInfo before the digest, in its only DER form. */
  readonly prefix: string;
  readonly oid: string;
  readonly size: number;
}

/** RFC 8017 §9.2 note 1; SHA-224 after RFC 8017 B.1. */
const SCHEMES: readonly Scheme[] = [
  { hash: 'sha-256', prefix: '3031300d060960864801650304020105000420', oid: '608648016503040201', size: 32 },
  { hash: 'sha-1', prefix: '3021300906052b0e03021a05000414', oid: '2b0e03021a', size: 20 },
  { hash: 'sha-512', prefix: '3051300d060960864801650304020305000440', oid: '608648016503040203', size: 64 },
  { hash: 'sha-384', prefix: '3041300d060960864801650304020205000430', oid: '608648016503040202', size: 48 },
  { hash: 'sha-224', prefix: '302d300d06096086480165030402040500041c', oid: '608648016503040204', size: 28 },
  { hash: 'md5', prefix: '3020300c06082a864886f70d020505000410', oid: '2a864886f70d0205', size: 16 },
];

/** Shorter padding is no padding. @see RFC 8017 §9.2 step 4 */
const MIN_PADDING = 8;

/**
 * Opens an RSA PKCS#1 v1.5 signature: computes sig^e mod n and reads the DigestInfo inside.
 * A block that is exactly what the signer must have made proves that the key is the signer's, and tells which digest was signed.
 * It does not prove that the content in front of us is the one that was signed.
 * @param signature raw bytes, exactly as long as the modulus (256 for a 2048-bit key)
 * @returns hash name and digest, or `why` not; never throws on user input
 */
export function openSignature(signature: Uint8Array, key: PublicKey): Opened {
  if (signature.length !== key.size) return { ok: false, why: 'length', block: null };
  const s = toBigInt(signature);
  if (s >= key.n) return { ok: false, why: 'range', block: null };
  const block = power(s, key.e, key.n)
    .toString(16)
    .padStart(key.size * 2, '0');
  const end = /^0001((?:ff)*)00/.exec(block);
  if (!end) return { ok: false, why: 'padding', block };
  const padding = (end[1] as string).length / 2;
  const inside = block.slice(end[0].length);
  for (const { hash, prefix, size } of SCHEMES) {
    const digest = inside.slice(prefix.length);
    if (padding < MIN_PADDING || digest.length !== size * 2) continue;
    // The whole block as it must be, compared at once: nothing is parsed and then trusted.
    if (block === `0001${'ff'.repeat(key.size - 3 - prefix.length / 2 - size)}00${prefix}${digest}`)
      return { ok: true, hash, digest, block, padding, prefix };
  }
  return almost(inside, padding, block);
}

/** Blocks that break a rule, yet show what is inside: never accepted, but named. */
function almost(inside: string, padding: number, block: string): Opened {
  if (padding < 1) return { ok: false, why: 'padding', block };
  const bytes = Uint8Array.from({ length: inside.length / 2 }, (_, i) => Number.parseInt(inside.slice(2 * i, 2 * i + 2), 16));
  for (const { hash, prefix, oid, size } of SCHEMES) {
    const found = inside.indexOf(oid);
    if (found < 0 || found > 24 || found % 2 !== 0) continue;
    if (inside.startsWith(prefix) && inside.length >= prefix.length + size * 2) {
      const digest = inside.slice(prefix.length, prefix.length + size * 2);
      return {
        ok: false,
        why: 'noncanonical',
        block,
        defect: inside.length === prefix.length + size * 2 ? 'short-padding' : 'trailing',
        hash,
        digest,
      };
    }
    const der = readDer(bytes);
    const [algorithm, octets] = der.ok ? der.node.inner : [];
    const readable =
      der.ok &&
      der.trailing === 0 &&
      der.node.inner.length === 2 &&
      octets?.tag === 0x04 &&
      octets.end - octets.from === size &&
      algorithm?.inner[0]?.tag === 0x06;
    if (!readable || !octets || !algorithm) return { ok: false, why: 'noncanonical', block, defect: 'der', hash };
    return {
      ok: false,
      why: 'noncanonical',
      block,
      defect: algorithm.inner.length === 1 ? 'null-missing' : 'der',
      hash,
      digest: encodeHex(bytes.subarray(octets.from, octets.end)),
    };
  }
  return { ok: false, why: padding < MIN_PADDING ? 'padding' : 'unknown-hash', block };
}

/** Square and multiply; for the usual exponent 65537 sixteen squarings and one product. */
function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = base;
  for (const bit of exponent.toString(2).slice(1)) {
    result = (result * result) % modulus;
    if (bit === '1') result = (result * base) % modulus;
  }
  return result;
}

/** An RSA public key that keeps to the policy, ready for use. */
import { writeDer, writeInteger } from './der.ts';
import type { KeyProblem } from './report.ts';

export interface PublicKey {
  readonly n: bigint;
  readonly e: bigint;
  /** Size of the modulus. */
  readonly bits: number;
  /** Bytes of the modulus, and so of every signature. */
  readonly size: number;
  readonly spki: Uint8Array;
}

/** What opens what was encrypted for a public key. Never leaves the core. */
export interface PrivateKey {
  readonly n: bigint;
  readonly d: bigint;
  /** Bytes of the modulus, and so of every block. */
  readonly size: number;
}

const RSA = Uint8Array.of(0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01);
const NULL = Uint8Array.of(0x05, 0x00);

/**
 * The policy is that of Chromium's importer, so that both verifiers accept the same keys: odd modulus of 512 to 16,384
 * bits, odd exponent from 3 to below 2^33. Weak keys are named and used: Alipay's own old keys have 1024 bits.
 * @returns the key, or null with the rule that it breaks (a problem of severity `error`)
 */
export function makePublicKey(n: bigint, e: bigint): { readonly key: PublicKey | null; readonly problems: readonly KeyProblem[] } {
  const bits = n.toString(16).length * 4 - leadingZeros(n);
  if (bits < 512 || bits > 16384) return refused('modulus-size', { bits });
  if (n % 2n === 0n) return refused('modulus-even', { bits });
  if (e < 3n || e % 2n === 0n || e >= 1n << 33n) return refused('exponent', {});
  const problems: KeyProblem[] = [];
  if (bits < 2048) problems.push({ id: 'weak', severity: 'warning', params: { bits } });
  if (e === 3n) problems.push({ id: 'small-exponent', severity: 'warning' });
  return { key: { n, e, bits, size: (bits + 7) >> 3, spki: writeSpki(n, e) }, problems };
}

/** SubjectPublicKeyInfo of an RSA key. @see RFC 8017 A.1, RFC 5280 §4.1.2.7 */
export function writeSpki(n: bigint, e: bigint): Uint8Array {
  const key = writeDer(0x30, writeInteger(n), writeInteger(e));
  return writeDer(0x30, writeDer(0x30, RSA, NULL), writeDer(0x03, Uint8Array.of(0), key));
}

function leadingZeros(n: bigint): number {
  const first = Number.parseInt(n.toString(16).charAt(0), 16);
  return first >= 8 ? 0 : first >= 4 ? 1 : first >= 2 ? 2 : 3;
}

function refused(id: KeyProblem['id'], params: Readonly<Record<string, number>>): { key: null; problems: readonly KeyProblem[] } {
  return { key: null, problems: [{ id, severity: 'error', params }] };
}

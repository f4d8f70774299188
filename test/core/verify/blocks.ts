/** Blocks as a signer makes them, and as forgers do; signed raw, so that they come out of `sig^e mod n` exactly so. */
import { constants, createHash, privateEncrypt } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

export interface Hash {
  /** As node:crypto and the verdict name it. */
  readonly node: 'sha1' | 'sha256';
  readonly own: 'sha-1' | 'sha-256';
  readonly oid: string;
  readonly size: number;
}

export const HASHES: readonly Hash[] = [
  { node: 'sha1', own: 'sha-1', oid: '06052b0e03021a', size: 20 },
  { node: 'sha256', own: 'sha-256', oid: '0609608648016503040201', size: 32 },
];

const length = (hex: string) => (hex.length / 2).toString(16).padStart(2, '0');
export const der = (tag: string, ...inner: readonly string[]) => `${tag}${length(inner.join(''))}${inner.join('')}`;

export const digestOf = (hash: Hash, message: Uint8Array) => createHash(hash.node).update(message).digest('hex');

/** DigestInfo as RFC 8017 §9.2 has it. */
export const digestInfo = (hash: Hash, digest: string) => der('30', der('30', hash.oid, '0500'), der('04', digest));

/** `00 01 FF…FF 00` and what is inside, as long as the modulus. */
export function padded(inside: string, size: number): string {
  return `0001${'ff'.repeat(size - 3 - inside.length / 2)}00${inside}`;
}

export function signRaw(block: string, key: KeyObject): Uint8Array {
  return Uint8Array.from(privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, Buffer.from(block, 'hex')));
}

export interface Forgery {
  readonly name: string;
  readonly block: (hash: Hash, digest: string, size: number) => string;
}

/** The content differs by what stands in `00`, `ff`, lengths and order only: each is a way in which some verifier has been lenient. */
export const forgeries: readonly Forgery[] = [
  {
    name: 'garbage after the digest, padding of eight (Bleichenbacher 2006)',
    block: (hash, digest, size) => filled(`0001${'ff'.repeat(8)}00${digestInfo(hash, digest)}`, size),
  },
  { name: 'garbage after the digest, a byte of it', block: (hash, digest, size) => padded(`${digestInfo(hash, digest)}00`, size) },
  { name: 'no padding at all', block: (hash, digest, size) => filled(`000100${digestInfo(hash, digest)}`, size) },
  { name: 'padding of seven', block: (hash, digest, size) => filled(`0001${'ff'.repeat(7)}00${digestInfo(hash, digest)}`, size) },
  { name: 'NULL left out', block: (hash, digest, size) => padded(der('30', der('30', hash.oid), der('04', digest)), size) },
  {
    name: 'content in the NULL',
    block: (hash, digest, size) => padded(der('30', der('30', hash.oid, '0502abcd'), der('04', digest)), size),
  },
  {
    name: 'something else than NULL',
    block: (hash, digest, size) => padded(der('30', der('30', hash.oid, '0400'), der('04', digest)), size),
  },
  {
    name: 'garbage in the algorithm',
    block: (hash, digest, size) => padded(der('30', der('30', hash.oid, '0500', '0403abcdef'), der('04', digest)), size),
  },
  {
    name: 'a third element in DigestInfo',
    block: (hash, digest, size) => padded(der('30', der('30', hash.oid, '0500'), der('04', digest), '0403abcdef'), size),
  },
  {
    name: 'another hash named around the digest',
    block: (hash, digest, size) =>
      padded(der('30', der('30', HASHES.find((each) => each !== hash)?.oid ?? '', '0500'), der('04', digest)), size),
  },
  { name: 'digest cut by a byte', block: (hash, digest, size) => padded(digestInfo(hash, digest.slice(0, -2)), size) },
  { name: 'digest longer by a byte', block: (hash, digest, size) => padded(digestInfo(hash, `${digest}00`), size) },
  { name: 'bare digest without DigestInfo', block: (_, digest, size) => padded(digest, size) },
  {
    name: 'length in its long form',
    block: (hash, digest, size) => padded(`3081${length(digestInfo(hash, digest).slice(4))}${digestInfo(hash, digest).slice(4)}`, size),
  },
  {
    name: 'length without an end',
    block: (hash, digest, size) => padded(`3080${digestInfo(hash, digest).slice(4)}0000`, size),
  },
  {
    name: 'digest as a constructed octet string',
    block: (hash, digest, size) => padded(der('30', der('30', hash.oid, '0500'), der('24', der('04', digest))), size),
  },
  { name: 'block type 2', block: (hash, digest, size) => `0002${padded(digestInfo(hash, digest), size).slice(4)}` },
  {
    name: 'block type 0',
    block: (hash, digest, size) => padded(digestInfo(hash, digest), size).replace(/^0001(ff)+00/, (head) => '00'.repeat(head.length / 2)),
  },
  { name: 'first byte not zero', block: (hash, digest, size) => `01${padded(digestInfo(hash, digest), size).slice(2)}` },
  {
    name: 'a padding byte that is not FF',
    block: (hash, digest, size) => padded(digestInfo(hash, digest), size).replace(/^0001ffffff/, '0001fffeff'),
  },
  {
    name: 'the last padding byte not FF',
    block: (hash, digest, size) => padded(digestInfo(hash, digest), size).replace(/ff00(?=30)/, 'fe00'),
  },
  {
    name: 'no zero after the padding',
    block: (hash, digest, size) => padded(digestInfo(hash, digest), size).replace(/ff00(?=30)/, 'ffff'),
  },
];

function filled(start: string, size: number): string {
  return start.padEnd(size * 2, 'ab');
}

/** One-off digests, synchronous, the same in page, worker and Node. */
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { encodeHex } from '../text/hex.ts';
import type { HashName } from './verdict.ts';

const hashes: Readonly<Partial<Record<HashName, (bytes: Uint8Array) => Uint8Array>>> = {
  'sha-1': sha1,
  'sha-224': sha224,
  'sha-256': sha256,
  'sha-384': sha384,
  'sha-512': sha512,
  md5,
};

/** @returns lower-case hex; the empty text for a hash that is not held here (`sm3`) */
export function digestHex(hash: HashName, bytes: Uint8Array): string {
  const digest = hashes[hash];
  return digest ? encodeHex(digest(bytes)) : '';
}

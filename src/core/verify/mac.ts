/** Signatures made with a shared secret: the hex text that content and secret give. They reveal nothing when they do not match. */
import { hmac } from '@noble/hashes/hmac.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { encodeHex } from '../text/hex.ts';
import { joinBytes } from '../text/percent.ts';
import { encodeUtf8 } from '../text/utf8.ts';

/** `glue` stands between content and secret; HMAC-SHA256 as WeChat Pay v2 has it keeps the glued secret in the content too. */
export interface MacScheme {
  readonly hash: 'md5' | 'hmac-sha256' | 'sha-1';
  readonly glue: string;
  /** Lines of the content and the secret, sorted, with nothing between. */
  readonly sorted?: true;
}

/** @returns lower-case hex */
export function macHex({ hash, glue, sorted }: MacScheme, content: Uint8Array, secret: Uint8Array): string {
  const whole = sorted ? sortedBytes(content, secret) : joinBytes([content, encodeUtf8(glue), secret]);
  if (hash === 'md5') return encodeHex(md5(whole));
  return hash === 'sha-1' ? encodeHex(sha1(whole)) : hmacSha256Hex(secret, whole);
}

/** @see RFC 2104, FIPS 198-1 */
export const hmacSha256Hex = (secret: Uint8Array, content: Uint8Array): string => encodeHex(hmac(sha256, secret, content));

function sortedBytes(content: Uint8Array, secret: Uint8Array): Uint8Array {
  const text = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return encodeUtf8([...text(content).split('\n'), text(secret)].sort().join(''));
}

/** The second, independent verifier: the platform's own. @see W3C Web Cryptography API §20 (RSASSA-PKCS1-v1_5) */
import type { PublicKey } from '../keys/public-key.ts';
import type { HashName } from './verdict.ts';

/** What the platform knows; MD5 and SHA-224 it does not. */
const NAMES: Readonly<Partial<Record<HashName, string>>> = {
  'sha-1': 'SHA-1',
  'sha-256': 'SHA-256',
  'sha-384': 'SHA-384',
  'sha-512': 'SHA-512',
};

/**
 * @returns null where the platform cannot say: no WebCrypto (an insecure context), a key or a hash that it refuses
 */
export async function verifyOnPlatform(
  content: Uint8Array,
  signature: Uint8Array,
  key: PublicKey,
  hash: HashName,
): Promise<boolean | null> {
  const subtle = globalThis.crypto?.subtle;
  const name = NAMES[hash];
  if (!subtle || !name) return null;
  try {
    const imported = await subtle.importKey('spki', new Uint8Array(key.spki), { name: 'RSASSA-PKCS1-v1_5', hash: name }, false, ['verify']);
    return await subtle.verify('RSASSA-PKCS1-v1_5', imported, new Uint8Array(signature), new Uint8Array(content));
  } catch {
    return null; // DataError, NotSupportedError: the platform's way to refuse a key
  }
}

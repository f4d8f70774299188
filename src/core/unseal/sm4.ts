/** SM4 in Galois/Counter mode, which no platform has. Imported on demand. @see GB/T 32907-2016, RFC 8998 §2 */
import { sm3, sm4 } from 'sm-crypto-v2';
import { decodeHex } from '../text/hex.ts';

const TAG = 16;
/** Other lengths are refused: with them the library counts past 32 bits, where the mode does not. WeChat Pay's are always 12. @see NIST SP 800-38D §6.2 */
const NONCE = 12;

/** WeChat Pay's: the first 16 bytes of SM3 over the APIv3 key. */
export const sm4Key = (secret: Uint8Array): Uint8Array => (decodeHex(sm3(secret)) as Uint8Array).subarray(0, 16);

/** @param cipher the tag is its last 16 bytes; @returns null where key, tag, nonce or length is not right */
export function decryptGcm(key: Uint8Array, nonce: Uint8Array, associated: Uint8Array, cipher: Uint8Array): Uint8Array | null {
  if (key.length !== 16 || nonce.length !== NONCE || cipher.length < TAG) return null;
  const end = cipher.length - TAG;
  try {
    return sm4.decrypt(cipher.subarray(0, end), key, {
      mode: 'gcm',
      iv: nonce,
      associatedData: associated,
      tag: cipher.subarray(end),
      output: 'array',
    });
  } catch {
    return null; // the library's way to say that the tag is wrong
  }
}

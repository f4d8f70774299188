/**
 * Opens what providers encrypt, with the secrets at hand. Each scheme is data; the ciphers are the platform's or node-forge's.
 * Opening proves the secret; it does not prove who sent the message, but for AES-GCM, whose tag only a holder of the key can make.
 */
import { md5 } from '@noble/hashes/legacy.js';
import { decodeBase64 } from '../text/base64.ts';
import { encodeHex } from '../text/hex.ts';
import { encodeUtf8 } from '../text/utf8.ts';
import type { PrivateKey } from '../keys/public-key.ts';
import { withoutPadding } from './padding.ts';
import { decryptOnPlatform } from './platform.ts';
import type { PlatformCipher } from './platform.ts';

/** Something encrypted that was found in a message. Texts as they stand there. */
export interface Sealed {
  /** The parameter, or the way into it. */
  readonly name: string;
  readonly scheme: 'wechatpay-v3' | 'wechatpay-v3-sm4' | 'wechatpay-v2-refund' | 'wechat-message' | 'alipay-aes' | 'alipay-wap-rsa';
  /** base64. */
  readonly ciphertext: string;
  readonly nonce?: string;
  readonly associated?: string;
}

export type UnsealProblem =
  | 'no-secret'
  | 'no-private-key'
  | 'refused'
  | 'other-secret'
  | 'not-base64'
  | 'too-short'
  | 'nonce-length'
  | 'unsupported'
  | 'key-16-bytes'
  | 'key-length'
  | 'not-text';

export type Opening =
  | {
      readonly ok: true;
      readonly text: string;
      /** Index into the secrets, or into the private keys where one of them opened it. */ readonly secret: number;
      readonly warnings: readonly UnsealProblem[];
      /** For message callbacks: whom it is for. */ readonly receiver?: string;
    }
  | { readonly ok: false; readonly why: UnsealProblem };

type Open = (sealed: Sealed, cipher: Uint8Array, secret: Uint8Array) => Promise<{ bytes: Uint8Array; receiver?: string } | UnsealProblem>;

const schemes: Readonly<Record<Exclude<Sealed['scheme'], 'alipay-wap-rsa'>, Open>> = {
  'wechatpay-v3': openGcm,
  'wechatpay-v3-sm4': openSm4,
  'wechatpay-v2-refund': openRefund,
  'wechat-message': openMessage,
  'alipay-aes': openAlipay,
};

/** Tries every secret in turn, or every private key where only one of those opens it. Total: what does not open says why. */
export async function unseal(sealed: Sealed, secrets: readonly Uint8Array[], keys: readonly PrivateKey[] = []): Promise<Opening> {
  const bare = repaired(sealed.ciphertext);
  const whole = bare.padEnd(Math.ceil(bare.length / 4) * 4, '=');
  const cipher = decodeBase64(whole);
  if (!cipher) return { ok: false, why: 'not-base64' };
  const { scheme } = sealed;
  if (scheme === 'alipay-wap-rsa') return (await import('./rsa.ts')).openBlocks(cipher, keys);
  let why: UnsealProblem = 'no-secret';
  for (const [secret, bytes] of secrets.entries()) {
    const opened = await schemes[scheme](sealed, cipher, bytes);
    if (typeof opened === 'string') {
      if (why === 'no-secret' || why === 'key-length') why = opened;
      continue;
    }
    const text = asText(opened.bytes);
    if (text === null) why = 'not-text';
    else
      return {
        ok: true,
        text,
        secret,
        warnings: bytes.length === 16 && scheme === 'wechatpay-v3' ? ['key-16-bytes'] : [],
        ...(opened.receiver === undefined ? {} : { receiver: opened.receiver }),
      };
  }
  // No key opens a part, and Base64 of three or two letters in its last four is only a part where its signs of the end are gone.
  return { ok: false, why: why === 'refused' && bare !== whole ? 'too-short' : why };
}

/** Blanks for `+`, line breaks, escaped slashes: what logs do to base64. */
const repaired = (text: string): string =>
  text
    .replaceAll('\\/', '/')
    .replace(/[\r\n\t]/g, '')
    .trim()
    .replace(/ /g, '+')
    .replace(/-/g, '+')
    .replace(/_/g, '/');

function asText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null; // a TypeError is how TextDecoder says "not UTF-8"
  }
}

/** AEAD_AES_256_GCM: key, nonce and associated data are ASCII texts as they stand; the tag is the last 16 bytes. @see pay.weixin.qq.com/doc/v3/merchant/4013053249 */
async function openGcm({ nonce = '', associated = '' }: Sealed, cipher: Uint8Array, secret: Uint8Array): ReturnType<Open> {
  if (cipher.length < 16) return 'too-short';
  if (![16, 24, 32].includes(secret.length)) return 'key-length';
  const iv = encodeUtf8(nonce);
  if (iv.length === 0) return 'nonce-length';
  return onPlatform(
    { name: 'AES-GCM', iv: new Uint8Array(iv), additionalData: new Uint8Array(encodeUtf8(associated)), tagLength: 128 },
    secret,
    cipher,
  );
}

async function onPlatform(cipher: PlatformCipher, key: Uint8Array, input: Uint8Array): ReturnType<Open> {
  const bytes = await decryptOnPlatform(cipher, key, input);
  return bytes instanceof Uint8Array ? { bytes } : bytes;
}

/** AEAD_SM4_GCM: the same, under the first 16 bytes of SM3(key). @see wechatpay-apiv3/wechatpay-java shangmi AeadSM4Cipher */
async function openSm4({ nonce = '', associated = '' }: Sealed, cipher: Uint8Array, secret: Uint8Array): ReturnType<Open> {
  if (cipher.length < 16) return 'too-short';
  const iv = encodeUtf8(nonce);
  if (iv.length !== 12) return 'nonce-length';
  const { decryptGcm, sm4Key } = await import('./sm4.ts');
  const plain = decryptGcm(sm4Key(secret), iv, encodeUtf8(associated), cipher);
  return plain ? { bytes: plain } : 'refused';
}

/** AES-256-ECB under the lower-case hex of MD5(key), as 32 ASCII bytes. @see pay.weixin.qq.com/doc/v2/partner/4011989265 */
async function openRefund(_: Sealed, cipher: Uint8Array, secret: Uint8Array): ReturnType<Open> {
  if (cipher.length === 0 || cipher.length % 16 !== 0) return 'too-short';
  const { decryptBlocks } = await import('./forge.ts');
  const plain = withoutPadding(decryptBlocks('AES-ECB', encodeUtf8(encodeHex(md5(secret))), null, cipher), 16);
  return plain ? { bytes: plain } : 'refused';
}

/**
 * AES-256-CBC under the decoded EncodingAESKey, the first 16 bytes of it as the vector, padding to blocks of 32:
 * 16 random bytes, length (big-endian), text, receiver.
 */
async function openMessage(_: Sealed, cipher: Uint8Array, secret: Uint8Array): ReturnType<Open> {
  // 43 characters: the last one may have stray low bits, which our decoder does not look at.
  const key = secret.length === 43 ? decodeBase64(`${String.fromCharCode(...secret)}=`) : null;
  if (!key) return 'key-length';
  if (cipher.length === 0 || cipher.length % 16 !== 0) return 'too-short';
  const { decryptBlocks } = await import('./forge.ts');
  const plain = withoutPadding(decryptBlocks('AES-CBC', key, key.subarray(0, 16), cipher), 32);
  if (!plain || plain.length < 20) return 'refused';
  const size = ((plain[16] as number) << 24) | ((plain[17] as number) << 16) | ((plain[18] as number) << 8) | (plain[19] as number);
  if (size < 0 || 20 + size > plain.length) return 'refused';
  return { bytes: plain.subarray(20, 20 + size), receiver: asText(plain.subarray(20 + size)) ?? '' };
}

/** AES-CBC with a vector of zeros under the decoded key. @see Alipay open docs, 接口内容加密 */
async function openAlipay(_: Sealed, cipher: Uint8Array, secret: Uint8Array): ReturnType<Open> {
  const key = decodeBase64(String.fromCharCode(...secret));
  if (!key || ![16, 24, 32].includes(key.length)) return 'key-length';
  if (cipher.length === 0 || cipher.length % 16 !== 0) return 'too-short';
  return onPlatform({ name: 'AES-CBC', iv: new Uint8Array(16) }, key, cipher);
}

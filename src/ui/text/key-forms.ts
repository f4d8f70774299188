/** One public key in the forms that libraries want, all made from its SPKI. Whatever is no RSA key has fewer of them. RFC 5280 §4.1.2.7, RFC 8017 §A.1.1. */

export type KeyFormId = 'base64' | 'pem' | 'pkcs1' | 'xml' | 'jwk';

export interface KeyForm {
  readonly id: KeyFormId;
  readonly text: string;
}

/** @param spki base64 of the SubjectPublicKeyInfo; where it cannot be read there are no forms */
export function keyForms(spki: string): readonly KeyForm[] {
  const der = fromBase64(spki);
  if (!der) return [];
  const base64 = toBase64(der);
  const forms: KeyForm[] = [
    { id: 'base64', text: base64 },
    { id: 'pem', text: pem('PUBLIC KEY', base64) },
  ];
  const rsa = readRsa(der);
  if (!rsa) return forms;
  const modulus = toBase64(rsa.modulus);
  const exponent = toBase64(rsa.exponent);
  const url = (text: string) => text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return [
    ...forms,
    { id: 'pkcs1', text: pem('RSA PUBLIC KEY', toBase64(rsa.pkcs1)) },
    { id: 'xml', text: `<RSAKeyValue><Modulus>${modulus}</Modulus><Exponent>${exponent}</Exponent></RSAKeyValue>` },
    { id: 'jwk', text: JSON.stringify({ kty: 'RSA', n: url(modulus), e: url(exponent) }) },
  ];
}

/** RFC 7468: 64 characters a line. */
function pem(label: string, base64: string): string {
  return `-----BEGIN ${label}-----\n${base64.replace(/.{64}(?=.)/g, '$&\n')}\n-----END ${label}-----\n`;
}

interface Rsa {
  readonly pkcs1: Uint8Array;
  /** Big-endian, without leading zeros. */
  readonly modulus: Uint8Array;
  readonly exponent: Uint8Array;
}

/** 1.2.840.113549.1.1.1 */
const RSA_ENCRYPTION = '2a864886f70d010101';

function readRsa(der: Uint8Array): Rsa | null {
  const outer = element(der, 0x30);
  const algorithm = outer && element(outer.body, 0x30);
  const oid = algorithm && element(algorithm.body, 0x06);
  const bits = algorithm && element(algorithm.rest, 0x03);
  if (!oid || !bits || Array.from(oid.body, (byte) => byte.toString(16).padStart(2, '0')).join('') !== RSA_ENCRYPTION) return null;
  if (bits.body[0] !== 0) return null;
  const pkcs1 = bits.body.subarray(1);
  const key = element(pkcs1, 0x30);
  const modulus = key && element(key.body, 0x02);
  const exponent = modulus && element(modulus.rest, 0x02);
  return exponent ? { pkcs1, modulus: unsigned(modulus.body), exponent: unsigned(exponent.body) } : null;
}

function element(bytes: Uint8Array, tag: number): { readonly body: Uint8Array; readonly rest: Uint8Array } | null {
  const first = bytes[1];
  if (bytes[0] !== tag || first === undefined) return null;
  const extra = first < 0x80 ? 0 : first & 0x7f;
  if (extra > 3 || first === 0x80) return null;
  let length = extra ? 0 : first;
  for (let i = 0; i < extra; i++) length = length * 256 + (bytes[2 + i] ?? 0);
  const start = 2 + extra;
  if (start + length > bytes.length) return null;
  return { body: bytes.subarray(start, start + length), rest: bytes.subarray(start + length) };
}

function unsigned(bytes: Uint8Array): Uint8Array {
  let at = 0;
  while (at < bytes.length - 1 && bytes[at] === 0) at++;
  return bytes.subarray(at);
}

function fromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

/** The platform's ciphers. @see W3C Web Cryptography API §28 (AES-CBC), §29 (AES-GCM) */

export interface PlatformCipher {
  readonly name: 'AES-GCM' | 'AES-CBC';
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly additionalData?: Uint8Array<ArrayBuffer>;
  readonly tagLength?: number;
}

/** @returns the plain bytes; `unsupported` where there is no WebCrypto, `refused` where tag, padding, key or vector is not right: it says no more */
export async function decryptOnPlatform(
  cipher: PlatformCipher,
  key: Uint8Array,
  input: Uint8Array,
): Promise<Uint8Array | 'unsupported' | 'refused'> {
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) return 'unsupported';
  try {
    const imported = await subtle.importKey('raw', new Uint8Array(key), { name: cipher.name }, false, ['decrypt']);
    return new Uint8Array(await subtle.decrypt(cipher, imported, new Uint8Array(input)));
  } catch {
    return 'refused'; // OperationError and DataError are how the platform refuses
  }
}

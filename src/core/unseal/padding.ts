/** PKCS#7 padding, and what WeChat's message callbacks make of it: blocks of 32. @see RFC 5652 §6.3 */

/** The last byte says how many there are, and all of them say so. @returns null where they do not */
export function withoutPadding(plain: Uint8Array, block: number): Uint8Array | null {
  const size = plain.at(-1) ?? 0;
  if (size < 1 || size > block || size > plain.length) return null;
  return plain.subarray(plain.length - size).every((byte) => byte === size) ? plain.subarray(0, plain.length - size) : null;
}

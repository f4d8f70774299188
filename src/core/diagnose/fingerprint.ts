/**
 * A number that tells contents apart, made in a twentieth of the time of a digest: a search meets most contents several times, on several ways.
 * 53 bits: among a million contents two share one by a chance of 1 in 18,000. @see bryc, cyrb53
 */
export function fingerprint(bytes: Uint8Array, salt = ''): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < salt.length; i++) {
    const unit = salt.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
  }
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    a = Math.imul(a ^ byte, 0x9e3779b1);
    b = Math.imul(b ^ byte, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return 4_294_967_296 * (b & 0x1f_ffff) + (a >>> 0);
}

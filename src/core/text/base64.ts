/** Base64 both ways, without the platform's: `atob` skips blanks and hides what was wrong. @see RFC 4648 §4 */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Int8Array(128).fill(-1);
for (let i = 0; i < 64; i++) VALUES[ALPHABET.charCodeAt(i)] = i;

export function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const a = bytes[i] as number;
    const b = bytes[i + 1];
    const c = bytes[i + 2];
    const triple = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    text += (ALPHABET[triple >> 18] as string) + (ALPHABET[(triple >> 12) & 63] as string);
    text += b === undefined ? '=' : (ALPHABET[(triple >> 6) & 63] as string);
    text += c === undefined ? '=' : (ALPHABET[triple & 63] as string);
  }
  return text;
}

/**
 * Strict decoding: the standard alphabet, padded to a multiple of four, nothing else. Unused bits of the last character are
 * not looked at, as in Alipay's SDKs.
 * @returns null where the text is not that
 */
export function decodeBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const digits = text.length - padding;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let buffer = 0;
  let at = 0;
  for (let i = 0; i < digits; i++) {
    const unit = text.charCodeAt(i);
    const value = unit < 128 ? (VALUES[unit] as number) : -1;
    if (value < 0) return null;
    buffer = ((buffer << 6) | value) & 0xffffff;
    if (i % 4 === 0) continue;
    bytes[at++] = (buffer >> (6 - 2 * (i % 4))) & 0xff;
  }
  return bytes;
}

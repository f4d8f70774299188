/**
 * UTF-8 from text, our own, so that no input is changed on the way: a lone surrogate becomes its three WTF-8 bytes,
 * where TextEncoder would put U+FFFD. @see https://simonsapin.github.io/wtf-8/
 */

/** How many UTF-8 bytes the UTF-16 unit at `i` begins; 0 for the second half of a pair. */
export function utf8Width(text: string, i: number): number {
  const unit = text.charCodeAt(i);
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  if (isHigh(unit) && isLow(text.charCodeAt(i + 1))) return 4;
  if (isLow(unit) && i > 0 && isHigh(text.charCodeAt(i - 1))) return 0;
  return 3;
}

export function utf8Length(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) length += utf8Width(text, i);
  return length;
}

const platform = new TextEncoder();

/** Encodes any text, well-formed or not. The platform does it ten times faster, but puts U+FFFD for half a pair. */
export function encodeUtf8(text: string): Uint8Array {
  return /[\ud800-\udfff]/.test(text) && hasLoneSurrogate(text) ? encodeWtf8(text) : platform.encode(text);
}

function encodeWtf8(text: string): Uint8Array {
  const out = new Uint8Array(utf8Length(text));
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) as number;
    if (point < 0x80) out[at++] = point;
    else if (point < 0x800) {
      out[at++] = 0xc0 | (point >> 6);
      out[at++] = 0x80 | (point & 0x3f);
    } else if (point < 0x10000) {
      out[at++] = 0xe0 | (point >> 12);
      out[at++] = 0x80 | ((point >> 6) & 0x3f);
      out[at++] = 0x80 | (point & 0x3f);
    } else {
      out[at++] = 0xf0 | (point >> 18);
      out[at++] = 0x80 | ((point >> 12) & 0x3f);
      out[at++] = 0x80 | ((point >> 6) & 0x3f);
      out[at++] = 0x80 | (point & 0x3f);
      i++;
    }
  }
  return out;
}

/** True where a UTF-16 unit is half of a pair without the other half. */
export function hasLoneSurrogate(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isHigh(unit)) {
      if (!isLow(text.charCodeAt(i + 1))) return true;
      i++;
    } else if (isLow(unit)) return true;
  }
  return false;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

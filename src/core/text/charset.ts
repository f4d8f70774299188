/** The character sets a payment notification can be in: their names, how to tell them apart, and both directions of each. */
import { encodeDoubleByte } from './double-byte.ts';
import { encodeUtf8, hasLoneSurrogate } from './utf8.ts';

/** Allow-listed; anything else in a message is reported, not used. */
export type Charset = 'utf-8' | 'gbk' | 'gb18030' | 'big5' | 'iso-8859-1';

/** GB2312 is read as GBK, which holds it whole; so do Alipay's own SDKs. */
const names: Readonly<Record<string, Charset>> = {
  utf8: 'utf-8',
  gbk: 'gbk',
  gb2312: 'gbk',
  cp936: 'gbk',
  ms936: 'gbk',
  windows936: 'gbk',
  euccn: 'gbk',
  gb18030: 'gb18030',
  big5: 'big5',
  iso88591: 'iso-8859-1',
  latin1: 'iso-8859-1',
};

/** The character set a name stands for, whatever its letter case and punctuation; null when it is not on the list. */
export function charsetOf(name: string): Charset | null {
  const key = name.length > 40 ? '' : name.toLowerCase().replace(/[^a-z0-9]/g, '');
  return Object.hasOwn(names, key) ? (names[key] as Charset) : null;
}

/** Decodes; `lossy` where the bytes are not valid in that set (then U+FFFD stands for what could not be read). */
export function decodeText(bytes: Uint8Array, charset: Charset): { text: string; lossy: boolean } {
  if (charset === 'iso-8859-1') return { text: decodeLatin1(bytes), lossy: false };
  const strict = decodeStrict(bytes, charset);
  if (strict !== null) return { text: strict, lossy: false };
  return { text: new TextDecoder(charset, { ignoreBOM: true }).decode(bytes), lossy: true };
}

/** Encodes; characters that the set lacks become `?` and are counted. */
export function encodeText(text: string, charset: Charset): { bytes: Uint8Array; lost: number } {
  if (charset === 'utf-8') return { bytes: encodeUtf8(text), lost: 0 };
  if (charset === 'iso-8859-1') return encodeLatin1(text);
  return encodeDoubleByte(text, charset);
}

/**
 * Which set some bytes fit: UTF-8 first (text in another set hardly ever passes for it), then GBK, then GB18030's four-byte codes.
 * @param hint a declared set that wins where the bytes fit both: two-byte UTF-8 is often GBK (`联通` is the classic case)
 * @returns null for plain ASCII and for bytes that fit none
 */
export function detectCharset(bytes: Uint8Array, hint: Charset | null): Charset | null {
  if (bytes.every((byte) => byte < 0x80)) return null;
  const utf8 = decodeStrict(bytes, 'utf-8');
  const gbk = decodeStrict(bytes, 'gbk');
  const chinese = hint === 'gbk' || hint === 'gb18030' || hint === 'big5';
  if (utf8 !== null && !(chinese && gbk !== null && belowChinese(utf8))) return 'utf-8';
  if (hint === 'big5' && decodeStrict(bytes, 'big5') !== null) return 'big5';
  if (gbk !== null) return hint === 'gb18030' || !encodeDoubleByte(gbk, 'gbk').lost ? (hint === 'gb18030' ? 'gb18030' : 'gbk') : 'gb18030';
  return null;
}

/** Whether `text` can stand for bytes in that set without loss. */
export function survives(text: string, charset: Charset): boolean {
  return charset === 'utf-8' ? !hasLoneSurrogate(text) : encodeText(text, charset).lost === 0;
}

function decodeStrict(bytes: Uint8Array, charset: Charset): string | null {
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null; // a TypeError is how TextDecoder says "not valid in this set"
  }
}

function belowChinese(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= 0x800) return false;
  return true;
}

/** TextDecoder cannot do this: its `iso-8859-1` is windows-1252. */
function decodeLatin1(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}

function encodeLatin1(text: string): { bytes: Uint8Array; lost: number } {
  const bytes = new Uint8Array(text.length);
  let lost = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes[i] = unit < 0x100 ? unit : 0x3f;
    if (unit >= 0x100) lost++;
  }
  return { bytes, lost };
}

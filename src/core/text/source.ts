/** The paste or file as it came: its text, and the way from UTF-16 offsets to byte offsets. */
import { charsetOf, decodeText, detectCharset, encodeText } from './charset.ts';
import type { Charset } from './charset.ts';
import { utf8Width } from './utf8.ts';
import type { Span } from './span.ts';

/** Text above this is refused, files too; see the limits of hostile input in SECURITY.md. Units: UTF-16 units, bytes. */
export const MAX_TEXT = 16 * 1024 * 1024;
export const MAX_FILE = 64 * 1024 * 1024;

export interface Source {
  readonly text: string;
  /** Bytes of the source; a string counts as UTF-8. */
  readonly size: number;
  /** What the file's bytes were decoded as; null for pasted text. */
  readonly charset: Charset | 'utf-16' | null;
  /** Whether the file held bytes that fit no character set on the list; then it was read byte by byte (ISO-8859-1). */
  readonly foreign: boolean;
  /** From UTF-16 offsets of `text` to byte offsets. Calls with rising offsets are cheapest. */
  span(place: readonly [number, number]): Span;
}

/** Opens a paste (string) or a file (bytes). Total: any input gives a source. */
export function openSource(input: string | Uint8Array, forced?: string): Source {
  if (typeof input === 'string') return makeSource(input, null, utf8Width, 0, false);
  const mark = byteOrderMark(input);
  if (mark === 'utf-16le' || mark === 'utf-16be') {
    return makeSource(new TextDecoder(mark).decode(input), 'utf-16', () => 2, 2, false, input.length);
  }
  const body = mark === 'utf-8' ? input.subarray(3) : input;
  const skipped = input.length - body.length;
  const wanted = forced === undefined ? null : charsetOf(forced);
  const charset = mark === 'utf-8' ? 'utf-8' : (wanted ?? detectCharset(body, null));
  const decoded = charset ? decodeText(body, charset) : null;
  if (decoded && !decoded.lossy && charset && charset !== 'iso-8859-1') {
    return makeSource(decoded.text, charset, charset === 'utf-8' ? utf8Width : widthIn(charset), skipped, false, input.length);
  }
  const ascii = body.every((byte) => byte < 0x80);
  return makeSource(decodeText(body, 'iso-8859-1').text, ascii ? 'utf-8' : 'iso-8859-1', () => 1, skipped, !ascii, input.length);
}

function byteOrderMark(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Bytes that a character takes in a double-byte set; kept per unit, for a table look-up would be slower than asking once. */
function widthIn(charset: Charset): (text: string, i: number) => number {
  const known = new Map<number, number>();
  return (text, i) => {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) return 1;
    if (unit >= 0xdc00 && unit <= 0xdfff) return 0;
    const point = text.codePointAt(i) as number;
    let width = known.get(point);
    if (width === undefined) known.set(point, (width = encodeText(String.fromCodePoint(point), charset).bytes.length));
    return width;
  };
}

const STEP = 4096;

function makeSource(
  text: string,
  charset: Source['charset'],
  width: (text: string, i: number) => number,
  skipped: number,
  foreign: boolean,
  size?: number,
): Source {
  // Byte offsets at every STEP-th unit, filled on demand: a look-up walks at most STEP units, or on from the one before.
  const marks: number[] = [skipped];
  let last = { offset: 0, bytes: skipped };
  const byteAt = (offset: number): number => {
    const wanted = Math.floor(offset / STEP);
    while (marks.length <= wanted) marks.push(walk((marks.length - 1) * STEP, marks.length * STEP, marks.at(-1) as number));
    const near = last.offset <= offset && last.offset >= wanted * STEP;
    const bytes = near ? walk(last.offset, offset, last.bytes) : walk(wanted * STEP, offset, marks[wanted] as number);
    last = { offset, bytes };
    return bytes;
  };
  const walk = (from: number, to: number, start: number): number => {
    let bytes = start;
    for (let i = from; i < to; i++) bytes += width(text, i);
    return bytes;
  };
  return { text, size: size ?? byteAt(text.length), charset, foreign, span: ([start, end]) => [byteAt(start), byteAt(end)] };
}

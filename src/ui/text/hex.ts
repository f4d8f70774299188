/** Bytes as rows of hexadecimal with their text beside, cut where parameters begin and end. Only the rows asked for are made. */
import type { Charset } from '../../core/text/charset.ts';
import type { ByteWindow } from './byte-window.ts';
import type { Stretch } from './window.ts';

/** Bytes of one row that belong to the same parameter, or to none. */
export interface Run {
  readonly pair: number | null;
  /** Offset in the source. */
  readonly start: number;
  readonly hex: string;
  /** The characters that begin here; a character that runs on into the next run or row is shown where it begins. */
  readonly text: string;
}

export interface HexRow {
  readonly offset: number;
  readonly runs: readonly Run[];
}

/** How the bytes of a source are to be read: a file by its character set, or by its byte order mark; a paste is UTF-8. */
export type Decoding = Charset | 'utf-16le' | 'utf-16be';

export function decodingOf(source: string | Uint8Array, used: Charset): Decoding {
  if (typeof source === 'string') return 'utf-8';
  return source[0] === 0xff && source[1] === 0xfe ? 'utf-16le' : source[0] === 0xfe && source[1] === 0xff ? 'utf-16be' : used;
}

export function hexRows(
  { bytes, base }: ByteWindow,
  stretches: readonly Stretch[],
  decoding: Decoding,
  perRow: number,
  from: number,
  to: number,
): readonly HexRow[] {
  const rows: HexRow[] = [];
  const end = Math.min(bytes.length, to * perRow);
  let at = from * perRow;
  let character = characterStart(bytes, at, decoding);
  let next = firstAfter(stretches, base + at);
  while (at < end) {
    const offset = base + at;
    const rowEnd = Math.min(bytes.length, at + perRow);
    const runs: Run[] = [];
    while (at < rowEnd) {
      while (next < stretches.length && (stretches[next] as Stretch).end <= base + at) next++;
      const stretch = stretches[next];
      const inside = stretch !== undefined && stretch.start <= base + at;
      const runEnd = Math.min(rowEnd, stretch === undefined ? rowEnd : (inside ? stretch.end : stretch.start) - base);
      let text = '';
      while (character < runEnd) {
        const width = characterWidth(bytes, character, decoding);
        if (character >= at) text += decodeOne(bytes.subarray(character, character + width), decoding);
        character += width;
      }
      runs.push({ pair: inside ? stretch.pair : null, start: base + at, hex: hexOf(bytes, at, runEnd, base + at - offset, perRow), text });
      at = runEnd;
    }
    rows.push({ offset, runs });
  }
  return rows;
}

/** `column` is the place in the row of the first byte: the middle of a row of sixteen is set apart. */
function hexOf(bytes: Uint8Array, from: number, to: number, column: number, perRow: number): string {
  let text = '';
  for (let i = from; i < to; i++, column++) {
    text += (bytes[i] as number).toString(16).padStart(2, '0');
    if (column < perRow - 1) text += column === 7 ? '  ' : ' ';
  }
  return text;
}

export function plainHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
}

/** Index of the first stretch that ends behind `byte`. */
function firstAfter(stretches: readonly Stretch[], byte: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle] as Stretch).end <= byte) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How far back a safe place is sought in a double-byte text. Bytes. */
const BACK = 4096;

/** Where the first character at or behind `at` begins, or the one that `at` stands in the midst of. */
function characterStart(bytes: Uint8Array, at: number, decoding: Decoding): number {
  if (decoding === 'iso-8859-1') return at;
  if (decoding === 'utf-16le' || decoding === 'utf-16be') return at - (at % 2);
  if (decoding === 'utf-8') {
    let start = at;
    while (start > 0 && at - start < 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--;
    return start;
  }
  // No byte below 0x30 is the second of a pair in GBK, GB18030 or Big5: what follows one is a beginning.
  let start = at;
  while (start > 0 && at - start < BACK && (bytes[start - 1] as number) >= 0x30) start--;
  while (start < at) {
    const width = characterWidth(bytes, start, decoding);
    if (start + width > at) break;
    start += width;
  }
  return start;
}

function characterWidth(bytes: Uint8Array, at: number, decoding: Decoding): number {
  const lead = bytes[at] as number;
  const next = bytes[at + 1] ?? 0;
  if (decoding === 'utf-16le' || decoding === 'utf-16be') {
    const unit = decoding === 'utf-16le' ? next : lead;
    return (unit & 0xfc) === 0xd8 ? 4 : 2;
  }
  if (lead < 0x80 || decoding === 'iso-8859-1') return 1;
  if (decoding === 'utf-8') {
    const width = lead >= 0xf0 && lead < 0xf8 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
    for (let i = 1; i < width; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 1;
    return width;
  }
  if (lead === 0x80 || lead === 0xff) return 1;
  return next >= 0x30 && next <= 0x39 && decoding !== 'big5' ? 4 : next >= 0x40 ? 2 : 1;
}

function decodeOne(bytes: Uint8Array, decoding: Decoding): string {
  const lead = bytes[0] as number;
  if (decoding === 'iso-8859-1' || (bytes.length === 1 && lead < 0x80)) return String.fromCharCode(lead);
  // A surrogate alone: as it came, so that it is drawn by its number.
  if (decoding === 'utf-8' && bytes.length === 3 && lead === 0xed && (bytes[1] as number) >= 0xa0)
    return String.fromCharCode(0xd000 | (((bytes[1] as number) & 0x3f) << 6) | ((bytes[2] as number) & 0x3f));
  return new TextDecoder(decoding, { ignoreBOM: true }).decode(bytes);
}

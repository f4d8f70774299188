/** What cannot be seen in a source and yet changes a signature: line ends, marks, blanks. Counted in one pass over the bytes. */

export type MarkId = 'lf' | 'crlf' | 'cr' | 'tab' | 'nul' | 'bom' | 'nbsp' | 'zero-width' | 'wide-space' | 'soft-hyphen';

export interface ByteMark {
  readonly id: MarkId;
  readonly count: number;
  /** Index of the first one. */
  readonly first: number;
}

export interface ByteMarks {
  /** Those that occur, in the order of `MarkId`. */
  readonly marks: readonly ByteMark[];
  /** Bytes above 0x7F. */
  readonly high: number;
  /** How the source ends. */
  readonly end: 'line-end' | 'blank' | null;
}

const ORDER: readonly MarkId[] = ['lf', 'crlf', 'cr', 'tab', 'nul', 'bom', 'nbsp', 'zero-width', 'wide-space', 'soft-hyphen'];

/** Places in `ORDER`: numbers, for a hostile paste may be nothing but marks. */
const [LF, CRLF, CR, TAB, NUL, BOM, NBSP, ZERO, WIDE, SOFT] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
const NONE = -1;

/** `utf8`: whether the bytes are UTF-8; else only what is ASCII in every character set is told apart. */
export function byteMarks(bytes: Uint8Array, utf8: boolean): ByteMarks {
  const counts = ORDER.map((id) => ({ id, count: 0, first: 0 }));
  const add = (mark: number, at: number) => {
    const entry = counts[mark] as { count: number; first: number };
    if (!entry.count++) entry.first = at;
  };
  let high = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte >= 0x20 && byte < 0x80) continue;
    if (byte >= 0x80) {
      high++;
      const mark = utf8 ? wideMark(byte, bytes[i + 1] ?? 0, bytes[i + 2] ?? 0) : NONE;
      if (mark !== NONE) add(mark, i);
    } else {
      if (byte === 10) add(LF, i);
      else if (byte === 9) add(TAB, i);
      else if (byte === 0) add(NUL, i);
      else if (byte === 13) {
        if (bytes[i + 1] !== 10) add(CR, i);
        else add(CRLF, i++);
      }
    }
  }
  const last = bytes[bytes.length - 1];
  return {
    marks: counts.filter(({ count }) => count),
    high,
    end: last === 10 || last === 13 ? 'line-end' : last === 32 || last === 9 ? 'blank' : null,
  };
}

function wideMark(a: number, b: number, c: number): number {
  if (a === 0xc2) return b === 0xa0 ? NBSP : b === 0xad ? SOFT : NONE;
  if (a === 0xe2) return (b === 0x80 && c >= 0x8b && c <= 0x8f) || (b === 0x81 && c === 0xa0) ? ZERO : NONE;
  if (a === 0xe3) return b === 0x80 && c === 0x80 ? WIDE : NONE;
  return a === 0xef && b === 0xbb && c === 0xbf ? BOM : NONE;
}

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

/** `utf8`: whether the bytes are UTF-8; else only what is ASCII in every character set is told apart. */
export function byteMarks(bytes: Uint8Array, utf8: boolean): ByteMarks {
  const found = new Map<MarkId, { count: number; first: number }>();
  const add = (id: MarkId, at: number) => {
    const entry = found.get(id);
    if (entry) entry.count++;
    else found.set(id, { count: 1, first: at });
  };
  let high = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte >= 0x80) {
      high++;
      const mark = utf8 ? wideMark(byte, bytes[i + 1] ?? 0, bytes[i + 2] ?? 0) : null;
      if (mark) add(mark, i);
    } else if (byte < 0x20) {
      if (byte === 10) add('lf', i);
      else if (byte === 9) add('tab', i);
      else if (byte === 0) add('nul', i);
      else if (byte === 13) {
        if (bytes[i + 1] !== 10) add('cr', i);
        else add('crlf', i++);
      }
    }
  }
  const last = bytes[bytes.length - 1];
  return {
    marks: ORDER.flatMap((id) => {
      const entry = found.get(id);
      return entry ? [{ id, ...entry }] : [];
    }),
    high,
    end: last === 10 || last === 13 ? 'line-end' : last === 32 || last === 9 ? 'blank' : null,
  };
}

function wideMark(a: number, b: number, c: number): MarkId | null {
  if (a === 0xc2) return b === 0xa0 ? 'nbsp' : b === 0xad ? 'soft-hyphen' : null;
  if (a === 0xe2) return (b === 0x80 && c >= 0x8b && c <= 0x8f) || (b === 0x81 && c === 0xa0) ? 'zero-width' : null;
  if (a === 0xe3) return b === 0x80 && c === 0x80 ? 'wide-space' : null;
  return a === 0xef && b === 0xbb && c === 0xbf ? 'bom' : null;
}

/** Percent-decoding that never throws: a bad escape stays as written and is reported. @see WHATWG URL §1.3, §5.1 */
import { encodeText } from './charset.ts';
import type { Charset } from './charset.ts';

/** How a text was encoded: `form` writes a space as `+` (application/x-www-form-urlencoded), `uri` leaves `+` alone. */
export type PercentMode = 'form' | 'uri';

export interface PercentDecoded {
  readonly bytes: Uint8Array;
  /** How many escapes (and `+`) were undone. */
  readonly undone: number;
  /** Offsets of `%` signs that begin no escape. */
  readonly bad: readonly number[];
}

/**
 * Decodes once, to bytes.
 * @param literal the character set in which characters outside ASCII, written as they are, count
 */
export function decodePercent(raw: string, mode: PercentMode, literal: Charset): PercentDecoded {
  const out: Uint8Array[] = [];
  const escaped: number[] = [];
  const bad: number[] = [];
  let undone = 0;
  let start = 0;
  const flush = (end: number): void => {
    if (end > start) out.push(encodeText(raw.slice(start, end), literal).bytes);
  };
  for (let i = 0; i < raw.length;) {
    const unit = raw.charCodeAt(i);
    const isPlus = unit === 0x2b && mode === 'form';
    if (unit !== 0x25 && !isPlus) {
      i++;
      continue;
    }
    const value = isPlus ? 0x20 : hexPair(raw, i + 1);
    if (value < 0) {
      bad.push(i++);
      continue;
    }
    flush(i);
    escaped.length = 0;
    // A run of escapes becomes one piece.
    while (i < raw.length) {
      const next = raw.charCodeAt(i);
      const plus = next === 0x2b && mode === 'form';
      const byte = plus ? 0x20 : next === 0x25 ? hexPair(raw, i + 1) : -1;
      if (byte < 0) break;
      escaped.push(byte);
      undone++;
      i += plus ? 1 : 3;
    }
    out.push(Uint8Array.from(escaped));
    start = i;
  }
  flush(raw.length);
  return { bytes: joinBytes(out), undone, bad };
}

/** The value of two hex digits at `i`, or -1. */
export function hexPair(text: string, i: number): number {
  const high = hexDigit(text.charCodeAt(i));
  const low = hexDigit(text.charCodeAt(i + 1));
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/** The value of a hex digit's UTF-16 unit, or -1. */
export function hexDigit(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

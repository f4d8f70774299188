/**
 * Whether `k=v` pairs are still percent-encoded, and whether `+` means a space: decided from all values together, because
 * one value alone cannot tell (`%3D` may be data, `+` may belong to base64).
 */
import { hexPair } from '../text/percent.ts';
import type { PercentMode } from '../text/percent.ts';

/** How the values of one message are to be decoded; null = they already are. */
export type Decoding = PercentMode | null;

interface Signs {
  escapes: number;
  beyondAscii: number;
  rawSpace: number;
  rawBeyondAscii: number;
  rawMarks: number;
  timePlus: number;
  /** Of these, with a colon that no form would have left as it is. */
  timePlusRaw: number;
  timeEncoded: number;
  timeRaw: number;
  signEncoded: number;
  signRaw: number;
  plus: number;
}

/** Every way that makes sense, best first, each with a score from 0 to 1. */
export function rankDecodings(
  pairs: readonly (readonly [name: string, value: string])[],
): readonly { decoding: Decoding; score: number }[] {
  const signs = gather(pairs);
  const decode = decodeScore(signs);
  const form = signs.timePlus > 0 ? 1 : signs.rawSpace > 0 || signs.timeRaw > 0 ? 0.1 : 0.8;
  const ranked: { decoding: Decoding; score: number }[] = [
    { decoding: 'form', score: Math.max(decode, signs.timePlus > 0 ? 0.95 : 0) * form },
    { decoding: 'uri', score: decode * (1 - form * 0.5) * (signs.timePlus > 0 ? 0.2 : 1) },
    { decoding: null, score: (1 - decode) * (signs.timePlus > 0 ? 0.2 : 1) },
  ];
  // Blanks in times and signs in values were never encoded: what is, one hand encoded by itself, and that is a mistake to be told.
  const mixed = signs.timeRaw > 0 && signs.timeEncoded === 0 && signs.timePlus === 0 && signs.rawBeyondAscii + signs.rawMarks > 0;
  // Decoded, but for the blanks: `decodeURIComponent` leaves `+` as it is. Which of them are blanks is to be found, and told.
  const halfway = signs.timePlusRaw > 0 && signs.timePlusRaw === signs.timePlus && signs.escapes === 0;
  if (mixed || halfway) return [{ decoding: null, score: 1 }];
  // Where `+` parts a day from an hour it is a blank, and a `+` of the text's own would stand there as %2B.
  const useful = ranked.filter(({ decoding }) =>
    decoding === 'form' ? signs.escapes > 0 || signs.plus > 0 : decoding === null || (signs.escapes > 0 && signs.timePlus === 0),
  );
  return useful.sort((a, b) => b.score - a.score);
}

/** How likely it is that percent escapes are to be undone. */
function decodeScore(signs: Signs): number {
  if (signs.escapes === 0) return 0;
  if (signs.signEncoded > 0 || signs.timeEncoded > 0) return 0.98;
  if (signs.signRaw > 0 || signs.timeRaw > 0) return signs.beyondAscii > 0 && signs.rawBeyondAscii === 0 ? 0.6 : 0.1;
  return signs.rawBeyondAscii + signs.rawMarks > 0 ? 0.3 : 0.9;
}

function gather(pairs: readonly (readonly [name: string, value: string])[]): Signs {
  const signs: Signs = {
    escapes: 0,
    beyondAscii: 0,
    rawSpace: 0,
    rawBeyondAscii: 0,
    rawMarks: 0,
    timePlus: 0,
    timePlusRaw: 0,
    timeEncoded: 0,
    timeRaw: 0,
    signEncoded: 0,
    signRaw: 0,
    plus: 0,
  };
  for (const [name, value] of pairs) {
    const time = /^\d{4}-\d\d-\d\d(.{1,3})\d\d(:|%3a)\d\d/i.exec(value.slice(0, 32));
    if (time?.[1] === '+') signs.timePlus++;
    if (time?.[1] === '+' && time[2] === ':') signs.timePlusRaw++;
    if (time?.[1] === '%20' || time?.[2]?.length === 3) signs.timeEncoded++;
    if (time?.[1] === ' ') signs.timeRaw++;
    const shape = scan(value);
    if (shape.escapes > 0) signs.escapes++;
    if (shape.high) signs.beyondAscii++;
    if (shape.space) signs.rawSpace++;
    if (shape.wide) signs.rawBeyondAscii++;
    if (shape.marks) signs.rawMarks++;
    if (shape.plus) signs.plus++;
    if (name.trim() === 'sign' && value.length > 60) {
      if (shape.escapes > 0) signs.signEncoded++;
      else if (/[+/=]/.test(value)) signs.signRaw++;
    }
  }
  return signs;
}

interface Shape {
  escapes: number;
  high: boolean;
  space: boolean;
  wide: boolean;
  marks: boolean;
  plus: boolean;
}

function scan(value: string): Shape {
  const shape: Shape = { escapes: 0, high: false, space: false, wide: false, marks: false, plus: false };
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    if (unit === 0x25) {
      const byte = hexPair(value, i + 1);
      if (byte >= 0) shape.escapes++;
      if (byte >= 0x80) shape.high = true;
    } else if (unit === 0x20) shape.space = true;
    else if (unit === 0x2b) shape.plus = true;
    else if (unit > 0x7f) shape.wide = true;
    else if (unit === 0x22 || unit === 0x7b || unit === 0x5b || unit === 0x3c) shape.marks = true;
  }
  return shape;
}

/** A base64 text that nobody encoded: in it `+` is a `+`, whatever the other values say. */
export function isRawBase64(value: string): boolean {
  return value.length >= 64 && !value.includes('%') && /[+/]/.test(value) && /^[A-Za-z0-9+/\s]+={0,2}$/.test(value);
}

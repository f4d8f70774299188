/** The bytes of the source that are looked at: all of a usual paste, a stretch around the notification of a huge one. */
import type { Pair } from '../../core/read/reading.ts';
import type { Stretch } from './window.ts';

/** Bytes at most; as rows of eight they stay below the height that browsers can scroll. */
export const WINDOW = 4 * 1024 * 1024;
/** Kept before the first parameter where the window does not start at the source's own start. */
const BEFORE = 4096;
/** UTF-16 units encoded at once. */
const CHUNK = 1 << 16;

export interface ByteWindow {
  readonly bytes: Uint8Array;
  /** Offset in the source of the first byte; a multiple of 16. */
  readonly base: number;
}

/** A stretch that belongs to a parameter. */
export interface PairStretch extends Stretch {
  readonly pair: number;
}

/** Pasted text counts as UTF-8, lone surrogates as three bytes each, as the core counts it. */
export function byteWindow(source: string | Uint8Array, stretches: readonly Stretch[], limit = WINDOW): ByteWindow {
  const first = stretches[0]?.start ?? 0;
  const last = stretches.reduce((end, stretch) => Math.max(end, stretch.end), 0);
  const base = last <= limit ? 0 : Math.max(0, first - BEFORE) & ~15;
  return { bytes: typeof source === 'string' ? encodeFrom(source, base, limit) : source.subarray(base, base + limit), base };
}

/** Where each parameter stands, name to value, in order and without overlap. Byte offsets of the source. */
export function pairStretches(pairs: readonly Pair[]): readonly PairStretch[] {
  const spans = pairs.map((pair, index) => ({
    pair: index,
    start: Math.min(pair.nameSpan[0], pair.valueSpan[0]),
    end: Math.max(pair.nameSpan[1], pair.valueSpan[1]),
  }));
  spans.sort((a, b) => a.start - b.start);
  let last = 0;
  return spans.map(({ pair, start, end }) => {
    const from = Math.max(last, start);
    last = Math.max(from, end);
    return { pair, start: from, end: last };
  });
}

function encodeFrom(text: string, base: number, limit: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let at = 0; // bytes before the chunk
  for (let i = 0; i < text.length && at < base + limit;) {
    let to = Math.min(text.length, i + CHUNK);
    if (to < text.length && isHigh(text.charCodeAt(to - 1))) to--;
    if (to === i) to = i + 1;
    const bytes = encode(text.slice(i, to));
    if (at + bytes.length > base) parts.push(bytes.subarray(Math.max(0, base - at), Math.max(0, base + limit - at)));
    at += bytes.length;
    i = to;
  }
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let to = 0;
  for (const part of parts) {
    all.set(part, to);
    to += part.length;
  }
  return all;
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;

/** TextEncoder writes EF BF BD for a lone surrogate, which is as wide as the surrogate itself: put back in place. */
function encode(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  if (!/\p{Cs}/u.test(text)) return bytes;
  let at = 0;
  for (const character of text) {
    const point = character.codePointAt(0) as number;
    if (point >= 0xd800 && point <= 0xdfff) bytes.set([0xed, 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f)], at);
    at += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

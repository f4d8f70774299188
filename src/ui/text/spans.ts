/** The way from byte offsets of the source (as the record counts them) to UTF-16 offsets of the text on the screen. */
import type { Charset } from '../../core/text/charset.ts';

export interface SourceText {
  readonly text: string;
  /** UTF-16 offset of a byte offset; cheapest when asked in rising order. Clamped to the text. */
  unit(byte: number): number;
}

const STEP = 2048;

/**
 * A paste counts as UTF-8, lone surrogates as three bytes each, as the core does.
 * A file is decoded by the character set that was used to read it.
 */
export function sourceText(source: string | Uint8Array, charset: Charset): SourceText {
  if (typeof source === 'string') return index(source, 0, utf8Width);
  const skipped = source[0] === 0xef && source[1] === 0xbb && source[2] === 0xbf ? 3 : 0;
  const wide = source[0] === 0xff && source[1] === 0xfe ? 'utf-16le' : source[0] === 0xfe && source[1] === 0xff ? 'utf-16be' : null;
  if (wide) return index(new TextDecoder(wide).decode(source), 2, () => 2);
  const body = source.subarray(skipped);
  if (charset === 'iso-8859-1') return index(latin1(body), skipped, () => 1);
  const text = new TextDecoder(charset, { ignoreBOM: true }).decode(body);
  return index(text, skipped, charset === 'utf-8' ? utf8Width : doubleByteWidths(body));
}

/** Bytes that the unit at `i` adds. */
type Width = (text: string, i: number) => number;

function index(text: string, skipped: number, width: Width): SourceText {
  let unit = 0;
  let byte = skipped;
  const marks: { unit: number; byte: number }[] = [{ unit, byte }];
  return {
    text,
    unit(wanted) {
      if (wanted < byte) ({ unit, byte } = before(marks, wanted));
      // The second half of an astral character adds no byte: never stop before it.
      while (unit < text.length && (byte < wanted || (unit > 0 && width(text, unit) === 0))) {
        byte += width(text, unit++);
        const last = marks[marks.length - 1] as { unit: number };
        if (unit - last.unit >= STEP) marks.push({ unit, byte });
      }
      return unit;
    },
  };
}

function before(marks: readonly { unit: number; byte: number }[], wanted: number): { unit: number; byte: number } {
  let low = 0;
  let high = marks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((marks[middle] as { byte: number }).byte <= wanted) low = middle;
    else high = middle - 1;
  }
  return marks[low] as { unit: number; byte: number };
}

function utf8Width(text: string, i: number): number {
  const unit = text.charCodeAt(i);
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  if (unit < 0xd800 || unit > 0xdfff) return 3;
  const pairs = unit < 0xdc00 && isLow(text.charCodeAt(i + 1));
  if (pairs) return 4;
  return isLow(unit) && isHigh(text.charCodeAt(i - 1)) ? 0 : 3;
}

const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;

/** GBK, GB18030, Big5: the bytes themselves say how wide each character is. */
function doubleByteWidths(bytes: Uint8Array): Width {
  const widths: number[] = [];
  for (let i = 0; i < bytes.length;) {
    const lead = bytes[i] as number;
    const next = bytes[i + 1] ?? 0;
    const width = lead < 0x81 ? 1 : next >= 0x30 && next <= 0x39 ? 4 : 2;
    widths.push(width);
    i += width;
  }
  let last = { unit: 0, character: 0 };
  return (text, i) => {
    // Units and characters differ only past an astral character, whose second half adds nothing.
    if (isLow(text.charCodeAt(i)) && isHigh(text.charCodeAt(i - 1))) return 0;
    if (i < last.unit) last = { unit: 0, character: 0 };
    for (; last.unit < i; last.unit++) if (!(isLow(text.charCodeAt(last.unit)) && isHigh(text.charCodeAt(last.unit - 1)))) last.character++;
    return widths[last.character] ?? 1;
  };
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}

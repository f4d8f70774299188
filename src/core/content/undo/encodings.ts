/** Undoing decodings that were one too many, one too few, or in the wrong character set. */
import { decodeText, encodeText } from '../../text/charset.ts';
import type { Charset } from '../../text/charset.ts';
import { decodePercent } from '../../text/percent.ts';
import { encodeUtf8 } from '../../text/utf8.ts';

/** Percent-decoding once; null where nothing is encoded or the bytes are not in the set. */
export function percentDecoded(text: string, mode: 'form' | 'uri', charset: Charset): string | null {
  if (!text.includes('%') && !(mode === 'form' && text.includes('+'))) return null;
  const { bytes, undone } = decodePercent(text, mode, charset);
  if (undone === 0) return null;
  const { text: decoded, lossy } = decodeText(bytes, charset);
  return lossy ? null : decoded;
}

/** Characters that an encoder leaves as they are, beside letters and digits; how it writes a space; letter case of the hex. */
interface Encoder {
  readonly spares: string;
  readonly space: '+' | '%20';
  readonly upper: boolean;
}

/** The encoders in use: encodeURIComponent (ECMA-262 §19.2.6), PHP urlencode and rawurlencode, Java URLEncoder, Python quote and quote_plus, .NET UrlEncode. */
const ENCODERS: readonly Encoder[] = [
  { spares: "-_.!~*'()", space: '%20', upper: true },
  { spares: '-_.', space: '+', upper: true },
  { spares: '-_.~', space: '%20', upper: true },
  { spares: '-_.*', space: '+', upper: true },
  { spares: '-_.~', space: '+', upper: true },
  { spares: '-_.~/', space: '%20', upper: true },
  { spares: '-_.!*()', space: '+', upper: false },
  { spares: "-_.!~*'()", space: '%20', upper: false },
  // What encodeURIComponent's counterpart leaves of a form: its blanks are still written `+`.
  { spares: '-_.+', space: '+', upper: true },
  { spares: '-_.*+', space: '+', upper: true },
  { spares: '-_.!*()+', space: '+', upper: false },
  // encodeURI: what separates the parts of an address stays.
  { spares: "-_.!~*'();/?:@&=+$,#", space: '%20', upper: true },
];

/** The text as each encoder writes it, always in the same order; some may leave it as it is. */
export function percentEncoded(text: string): readonly string[] {
  return text.length > 4096 ? [] : ENCODERS.map((encoder) => encodeBy(text, encoder));
}

/** One run of letters that are not ASCII was encoded, whole or from its start, and what is around it was not. */
export function* partlyEncoded(text: string): Iterable<string> {
  if (text.length > 64) return;
  const [encoder] = ENCODERS;
  if (!encoder) return;
  for (const { index, 0: run } of text.matchAll(/[^\0-\x7f]+/g))
    for (let from = 0; from < run.length; from++)
      for (let to = run.length; to > from; to--) {
        const at = index + from;
        yield text.slice(0, at) + encodeBy(run.slice(from, to), encoder) + text.slice(index + to);
      }
}

function encodeBy(text: string, { spares, space, upper }: Encoder): string {
  let out = '';
  for (const char of text) {
    if (/[A-Za-z0-9]/.test(char) || spares.includes(char)) out += char;
    else if (char === ' ') out += space;
    else
      for (const byte of encodeUtf8(char))
        out += `%${byte.toString(16).padStart(2, '0')}`.replace(/[a-f]/g, (digit) => (upper ? digit.toUpperCase() : digit));
  }
  return out;
}

/** What windows-1252 puts at 80–9F. @see WHATWG Encoding, index-windows-1252 */
export const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Text that was read byte by byte (ISO-8859-1, windows-1252): its bytes; null where a character cannot have come from there. */
export function singleBytes(text: string): Uint8Array | null {
  if (!/[\u0080-\u00ff]|[\u0152-\u2122]/.test(text)) return null;
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const high = unit > 0xff ? CP1252.indexOf(text.charAt(i)) : -1;
    if (unit > 0xff && high < 0) return null;
    bytes[i] = unit <= 0xff ? unit : 0x80 + high;
  }
  return bytes;
}

/** Bytes read as text in that set; null where they are not in it. */
export function strictly(bytes: Uint8Array, charset: Charset): string | null {
  const { text, lossy } = decodeText(bytes, charset);
  return lossy ? null : text;
}

/** UTF-8 bytes that were read as GBK (测试 → 娴嬭瘯): the text they were. A last byte that got lost is tried in all 64 values. */
export function* crossedBack(text: string): Iterable<string> {
  if (!/[\u3400-\u9fff\ue000-\uf8ff]/.test(text)) return;
  for (const charset of ['gbk', 'gb18030'] as const) {
    const whole = encodeText(text, charset);
    if (whole.lost === 0) {
      const back = strictly(whole.bytes, 'utf-8');
      if (back !== null) yield back;
    }
  }
  // Only one place may have been damaged: an odd byte before a character that is no second half.
  const broken = /[?\ufffd]/.exec(text);
  if (!broken) return;
  const head = encodeText(text.slice(0, broken.index), 'gbk');
  const tail = encodeText(text.slice(broken.index + 1), 'gbk');
  if (head.lost + tail.lost > 0) return;
  for (let last = 0x80; last < 0xc0; last++) {
    const bytes = Uint8Array.of(...head.bytes, last, ...tail.bytes);
    const back = bytes.length > 8192 ? null : strictly(bytes, 'utf-8');
    if (back !== null) yield back;
  }
}

/** Escapes inside the string literals of programming languages. @see RFC 8259 §7, ECMA-262 §12.9.4, Python reference §2.4.1 */
import { Rewriter } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { hexDigit, hexPair } from '../text/percent.ts';
import { utf8Run } from './hex-escapes.ts';

/** Undoes the backslash escapes that JSON, JavaScript, Python and PHP share: `\n`, `\"`, `\/`, `\uXXXX`, `\xXX`, `\u{…}`. */
export function unescapeText(of: Mapped): Mapped {
  const text = of.text;
  const out = new Rewriter(of);
  let kept = 0;
  for (let i = text.indexOf('\\'); i >= 0 && i < text.length; i = text.indexOf('\\', i)) {
    out.keep(kept, i);
    const { value, size } = escapeAt(text, i);
    out.put(value, i, i + size);
    i += size;
    kept = i;
  }
  out.keep(kept, text.length);
  return out.done();
}

const simple: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['0', '\0'],
  ['\n', ''],
]);

/** The escape that begins at `i`: what it means, and how long it is. A lone backslash stands for itself. */
export function escapeAt(text: string, i: number): { value: string; size: number } {
  const char = text[i + 1];
  if (char === undefined) return { value: '\\', size: 1 };
  if (char === 'u' && text[i + 2] === '{') {
    const close = text.indexOf('}', i + 3);
    const point = close > 0 && close - i <= 10 ? Number.parseInt(text.slice(i + 3, close), 16) : Number.NaN;
    if (point <= 0x10ffff) return { value: String.fromCodePoint(point), size: close - i + 1 };
  }
  if (char === 'u') {
    const high = hexPair(text, i + 2);
    const low = hexPair(text, i + 4);
    if (high >= 0 && low >= 0) return { value: String.fromCharCode(high * 256 + low), size: 6 };
  }
  if (char === 'U' && /^[\dA-Fa-f]{8}/.test(text.slice(i + 2, i + 10))) {
    const point = Number.parseInt(text.slice(i + 2, i + 10), 16);
    if (point <= 0x10ffff) return { value: String.fromCodePoint(point), size: 10 };
  }
  if (char === 'x' && hexDigit(text.charCodeAt(i + 2)) >= 0) {
    const byte = hexPair(text, i + 2);
    if (byte >= 0) return { value: String.fromCharCode(byte), size: 4 };
  }
  return { value: simple.get(char) ?? char, size: 2 };
}

/** Undoes nothing but these: the doubled quotes of C#'s verbatim strings, the two escapes of single quotes in PHP and Ruby. */
export function unescapeOnly(of: Mapped, signs: string): Mapped {
  const mark = signs[0] as string;
  const out = new Rewriter(of);
  let kept = 0;
  for (let at = of.text.indexOf(mark); at >= 0; at = of.text.indexOf(mark, at)) {
    const next = of.text[at + 1] ?? '';
    if (signs.includes(next)) {
      out.keep(kept, at);
      kept = at + 1;
    }
    at += 2;
  }
  out.keep(kept, of.text.length);
  return out.done();
}

/** Bytes of Python 2 and Go: runs of `\xHH` beyond ASCII. */
export function undoByteRuns(of: Mapped): Mapped {
  const text = of.text;
  if (!/\\x[89a-fA-F]/.test(text)) return of;
  const out = new Rewriter(of);
  let kept = 0;
  for (const { index, 0: found } of text.matchAll(/\\[^]/g)) {
    if (index < kept || found !== '\\x' || !/[89a-fA-F]/.test(text[index + 2] ?? '')) continue;
    const run = utf8Run(text, index);
    if (!run) continue;
    out.keep(kept, index);
    out.put(run.value, index, index + run.size);
    kept = index + run.size;
  }
  out.keep(kept, text.length);
  return out.done();
}

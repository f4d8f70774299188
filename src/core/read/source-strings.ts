/** String literals of source code, and what joins them. */
import { joinMapped, sliceOf } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { unescapeOnly, unescapeText } from './string-escapes.ts';

export interface Read {
  readonly text: Mapped;
  readonly end: number;
  readonly parts: number;
}

const JOINT = /^\s{0,256}(?:\+\s{0,256}(?=["'])|\)\s{0,64};?\s{0,256}(?:\w{1,64}\s{0,64})?\.append\(\s{0,64}(?=["']))/;
const DOT = /^\s{0,256}\.\s{0,256}(?=["'])/;

/**
 * The literal that begins at `start`, and those joined to it by `+` (in PHP by `.`) or by `.append(`. Null where none begins there, or the text
 * ends inside.
 */
export function readStrings(of: Mapped, start: number, php = false): Read | null {
  const parts: Mapped[] = [];
  let at = start;
  for (;;) {
    const part = literalAt(of, at, php);
    if (!part) return null;
    parts.push(part.text);
    at = part.end;
    const joint = (php ? DOT : JOINT).exec(of.text.slice(at, at + 900));
    if (!joint) break;
    at += joint[0].length;
  }
  return { text: parts.length === 1 ? (parts[0] as Mapped) : joinMapped(parts), end: at, parts: parts.length };
}

function literalAt(of: Mapped, start: number, php: boolean): { text: Mapped; end: number } | null {
  const text = of.text;
  const verbatim = text.startsWith('@"', start);
  const from = start + (verbatim ? 2 : 1);
  const quote = text[from - 1];
  if (quote !== '"' && quote !== "'") return null;
  let to = from;
  let escaped = false;
  for (; to < text.length; to++) {
    if (text[to] === '\\' && !verbatim) {
      escaped = true;
      to++;
    } else if (text[to] === quote) {
      if (!verbatim || text[to + 1] !== quote) break;
      escaped = true;
      to++;
    }
  }
  if (to >= text.length) return null;
  const inside = sliceOf(of, from, to);
  const plain = verbatim ? '"' : php && quote === "'" ? "\\'" : '';
  return { text: !escaped ? inside : plain === '' ? unescapeText(inside) : unescapeOnly(inside, plain), end: to + 1 };
}

/** What stands around a paste: a byte order mark, comment marks before each line, quotes or a code fence around the whole. */
import { sliceOf } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { placeOf } from '../text/mapped.ts';
import { replaced } from './artefact.ts';
import type { Repaired, Replacement } from './artefact.ts';
import { trimmed } from './assignments.ts';
import { lineAt } from './http-lines.ts';

/** A byte order mark at the start of a paste is no part of it. */
export function undoMark(of: Mapped): Repaired | null {
  return of.text.startsWith('\ufeff') ? replaced(of, 'bom', [{ start: 0, end: 1, text: '' }]) : null;
}

/** `//`, `#`, `--`, `>` or `*` before every line that is not empty. A mark without a blank counts only where several lines bear it. */
export function undoCommentPrefix(of: Mapped): Repaired | null {
  const text = of.text;
  const first = /^\s{0,200}(\/\*\*?(?=\s)|\/\/+|#+|--|>|\*)/.exec(text.slice(0, 256))?.[1];
  if (first === undefined || /^\s*(> [A-Z]+ \S+ HTTP|#!|--\w)/.test(text.slice(0, 256))) return null;
  const mark = first.startsWith('/*') ? '*' : first.startsWith('//') ? '/' : (first[0] as string);
  const replacements: Replacement[] = [];
  let bare = 0;
  for (let at = 0; at < text.length;) {
    const line = lineAt(text, at);
    at = line.next;
    const [start, end] = trimmed(text, line.start, line.end);
    if (end === start) continue;
    const frame = mark === '*' ? frameAt(text, start, end) : 0;
    if (frame > 0) {
      replacements.push({ start: line.start, end: start + frame, text: '' });
      continue;
    }
    let to = start;
    while (to < end && text[to] === mark) to++;
    if (to === start || (mark === '/' && to - start < 2) || (mark === '-' && to - start !== 2)) {
      if (!(mark === '*' && first.startsWith('/*'))) return null;
      continue;
    }
    if (text[to] === ' ') to++;
    else if (to < end) bare++;
    replacements.push({ start: line.start, end: to, text: '' });
  }
  if (bare > 0 && (replacements.length < 3 || mark === '*' || mark === '>')) return null;
  return replaced(of, 'comment-prefix', replacements);
}

/** The `/**` and the closing mark of a comment block, on lines of their own or around a single line. */
function frameAt(text: string, start: number, end: number): number {
  const line = text.slice(start, Math.min(end, start + 4));
  const open = /^\/\*\*?/.exec(line)?.[0].length ?? 0;
  return open > 0 ? open : text.slice(start, end) === '*/' ? 2 : 0;
}

const closing: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
]);

/** Quotes around the whole paste that do not occur inside, also as `b'…'` or with a comma or semicolon after; or a code fence. */
export function undoOuterQuotes(of: Mapped): Repaired | null {
  const text = of.text;
  const [start, end] = trimmed(text, 0, text.length);
  if (text.startsWith('```', start) && text.endsWith('```', end) && end - start > 8) {
    return between(of, start, lineAt(text, start).next, end - 3, end);
  }
  const open = /^[bru]["']/.test(text.slice(start, start + 2)) ? start + 1 : start;
  const close = closing.get(text[open] ?? '');
  if (close === undefined) return null;
  let last = end - 1;
  if (text[last] === ',' || text[last] === ';') last--;
  if (last <= open + 1 || text[last] !== close) return null;
  const inside = text.indexOf(close, open + 1);
  return inside === last && !/^\s*[:=]/.test(text.slice(last + 1, last + 8)) ? between(of, start, open + 1, last, end) : null;
}

function between(of: Mapped, start: number, from: number, to: number, end: number): Repaired {
  const places = [placeOf(of, start, from), placeOf(of, to, end)] as const;
  return { text: sliceOf(of, from, to), undone: { id: 'outer-quotes', places, count: 1 } };
}

/**
 * JSON that a terminal broke at its width: line ends inside strings, which JSON has none of, and every line but the last of one width.
 * Other line ends inside strings are left: a careless log may have written them.
 */
export function undoWrappedJson(of: Mapped): Repaired | null {
  const text = of.text;
  if (!/^\s{0,64}[{[]\s{0,64}[{[]?\s{0,64}"/.test(text.slice(0, 256)) || !text.includes('\n')) return null;
  const replacements: Replacement[] = [];
  let width = -1;
  let inside = false;
  let lineStart = 0;
  let anyInside = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '\\') i++;
    else if (char === '"') inside = !inside;
    else if (char === '\n') {
      const end = text[i - 1] === '\r' ? i - 1 : i;
      if (width < 0) width = end - lineStart;
      if (end - lineStart !== width || width < 20) return null;
      anyInside ||= inside;
      const dated = /\d{4}-\d\d-\d\d$/.test(text.slice(Math.max(0, end - 12), end)) && /^\d\d:\d\d/.test(text.slice(i + 1, i + 6));
      replacements.push({ start: end, end: i + 1, text: dated ? ' ' : '' });
      lineStart = i + 1;
    }
  }
  return anyInside && !inside ? replaced(of, 'wrapped-lines', replacements) : null;
}

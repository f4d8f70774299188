/** Escapes that a log, a string literal or a script put over the whole message. */
import { Rewriter, placeOf, sliceOf } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { hexPair } from '../text/percent.ts';
import { literalStart, replaced, structureStart } from './artefact.ts';
import type { Repaired, Replacement } from './artefact.ts';
import { undoHexEscapes } from './hex-escapes.ts';
import { unescapeText } from './string-escapes.ts';

/** Layers of escaping that are undone. */
const MAX_LAYERS = 3;

/**
 * JSON inside a string literal, with or without the quotes of the literal: `{\"a\":\"b\"}`; or a request whose line ends are
 * written `\r\n`. The proof: brackets are followed by an escaped quote where they should be followed by a quote.
 */
export function undoLogEscapes(of: Mapped): Repaired | null {
  let text = of;
  let layers = 0;
  let place: readonly [number, number] | null = null;
  while (layers < MAX_LAYERS) {
    const region = escapedRegion(text.text);
    if (!region) break;
    place ??= placeOf(text, ...region);
    text = unescapeRegion(text, region);
    layers++;
  }
  return place ? { text, undone: { id: 'log-json-escaped', places: [place], count: layers } } : null;
}

/** Marks of dumps and of source code whose strings are in double quotes. */
const DUMP =
  /\.(?:put|add|append|set|try_?add)\(\s{0,8}@?"|"\s?=>\s?"|:\w{1,64}\s?=>\s?"|\{\s{0,64}"?\w{1,64}"? = |\b(?:insert|replace)\s(?:ignore\s)?into\s|\bupdate\s\S{1,100}\sset\s|\w\["\w{1,64}"\]\s?=\s?"|\{\s?"[\w.]{1,64}", ?"|\b(?:of|entry|mapOf|Q\w{0,16}\()\("[\w.]{1,64}"|"\s->\s"|map\[string\]|url\.Values\{|\bString\s\w{1,64}\s?=|"\s{0,64}\+\s{0,64}"|\s(?:-d|--(?:data[\w-]{0,16}|json))[\s=]{0,8}\^?"$/i;

/** From the escaped bracket to the quote that ends the literal (or the end of the text), the quotes around it left out. */
function escapedRegion(text: string): readonly [number, number] | null {
  const first = /[{[](?:\s|\\{1,8}[nrt]){0,64}\{?(?:\s|\\{1,8}[nrt]){0,64}(\\+)"[\w.-]{1,64}\1"\s{0,8}:/.exec(text);
  // In a literal that is not escaped itself, escapes are its own.
  if (/^\s{0,256}[{<][^\\]/.test(text.slice(0, 512)) || structureStart(text) < (first?.index ?? 0)) return null;
  if (first) {
    const start = first.index;
    const slashes = (first[1] as string).length;
    let end = text.indexOf('"', start);
    while (end >= 0 && slashesBefore(text, end) >= slashes) end = text.indexOf('"', end + 1);
    if (end < 0) end = text.length;
    // One value among others, `a=[{\"b\":1}]&c=d`: a server may have put the slashes there.
    const before = text.slice(Math.max(0, start - 128), start);
    // Inside the strings of a dump or of source code escapes are the language's: its reader knows them.
    if (DUMP.test(text.slice(Math.max(0, start - 4096), start)) || isQuotedLines(text)) return null;
    if (/[?&][\w.-]+="?$/.test(before) || (/[\w.-]="?$/.test(before) && /&[A-Za-z_][\w.-]{0,64}=/.test(text))) return null;
    // `a="1" b="[{\"c\":2}]"`: logfmt, whose reader undoes it; unless the whole message is in there.
    if (/[\w.-]="$/.test(before) && text.split('" ', 4).length > 3 && !/sign\\*"|ciphertext/.test(text.slice(start, end))) return null;
    return [start, end];
  }
  const head = !first && !text.includes('\n') ? text.indexOf('\\r\\n') : -1;
  return head > 0 && /[\w-]+: ?[^\\]{0,512}$/.test(text.slice(Math.max(0, head - 600), head)) && text.includes('\\r\\n\\r\\n')
    ? [0, text.length]
    : null;
}

/** `a: "1"` on line after line: YAML, whose strings are its own as well. */
function isQuotedLines(text: string): boolean {
  return (text.slice(0, 16_384).match(/^[ \t]{0,64}[\w.-]{1,64} ?[:=] ?"[^\n]*"[;,]?\r?$/gm) ?? []).length > 2;
}

function slashesBefore(text: string, at: number): number {
  let count = 0;
  while (count < 8 && text[at - 1 - count] === '\\') count++;
  return count;
}

function unescapeRegion(of: Mapped, [start, end]: readonly [number, number]): Mapped {
  const out = new Rewriter(of);
  const quoted = of.text[start - 1] === '"' && of.text[end] === '"';
  // Of a literal in a literal the outer quotes are escaped as well.
  out.keep(0, quoted ? start - 1 - slashesBefore(of.text, start - 1) : start);
  out.append(unescapeText(sliceOf(of, start, quoted ? end - slashesBefore(of.text, end) : end)));
  out.keep(quoted ? end + 1 : end, of.text.length);
  return out.done();
}

/**
 * `\x22`, `\xE6\xB5\x8B`: bytes as nginx writes them. Only in a text without quotes of its own (else the escapes may be a
 * language's, inside its strings) and outside access log lines, whose reader cuts the fields first.
 */
export function undoNginxEscapes(of: Mapped): Repaired | null {
  const text = of.text;
  if (!/\\x[0-9A-Fa-f]{2}/.test(text) || text.includes('"') || /[^\0-\x7f]|[{[(,]\s?b?'/.test(text)) return null;
  return /\\x(22|5C|0A|0D)|\\x[89A-Fa-f][0-9A-Fa-f]\\x[89A-Fa-f][0-9A-Fa-f]/.test(text) ? undoHexEscapes(of) : null;
}

/** `%u652F`: what JavaScript's `escape` writes for all beyond Latin-1. No server that decodes a form understands it. @see ECMA-262 §B.2.1.1 */
export function undoPercentU(of: Mapped): Repaired | null {
  const text = of.text;
  if (!/%u/i.test(text)) return null;
  const end = literalStart(text);
  const replacements: Replacement[] = [];
  for (const { index } of text.matchAll(/%u[0-9A-Fa-f]{4}/gi)) {
    const unit = hexPair(text, index + 2) * 256 + hexPair(text, index + 4);
    if (index < end && unit > 0xff) replacements.push({ start: index, end: index + 6, text: String.fromCharCode(unit) });
  }
  return replaced(of, 'percent-u-escape', replacements);
}

/** A query in a line of a log: where it begins, behind labels and parameters of the log, and where it ends, before what the log closes. */
import { isParameterLike } from './names.ts';

export interface Piece {
  readonly start: number;
  readonly end: number;
}

export interface QueryPiece extends Piece {
  /** Where its first name begins. */
  readonly first: number;
}

/** `name=value&name=…` in a line: from its first name (or the address before it) to the end of the line, or of the word where it is encoded. */
export function queryIn(text: string, start: number, end: number): QueryPiece | null {
  const line = text.slice(start, end);
  let ampersand = -1;
  for (let at = 0, tries = 0; tries < 64; tries++) {
    const equals = line.indexOf('=', at);
    if (equals < 0) return null;
    if (ampersand < equals) ampersand = line.indexOf('&', equals);
    if (ampersand < 0) return null;
    const first = nameStart(line, equals);
    if (first < equals && isNameAt(line, ampersand + 1)) {
      const begin = innerStart(line, first, equals, ampersand);
      const from = line[begin - 1] === '?' ? addressStart(line, begin - 1) : begin;
      return { first: start + first, start: start + from, end: start + queryEnd(line, from) };
    }
    at = equals + 1;
  }
  return null;
}

const isNameUnit = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0x61 && unit <= 0x7a) ||
  unit === 0x5f ||
  unit === 0x2d ||
  unit === 0x2e;

function nameStart(line: string, equals: number): number {
  let at = equals;
  while (at > 0 && equals - at < 128 && isNameUnit(line.charCodeAt(at - 1))) at--;
  return at;
}

function isNameAt(line: string, from: number): boolean {
  let at = from;
  while (at - from < 128 && (isNameUnit(line.charCodeAt(at)) || (at === from && line[at] === ' '))) at++;
  return at > from && line[at] === '=';
}

function addressStart(line: string, mark: number): number {
  let at = mark;
  while (at > 0 && mark - at < 2048 && !/[\s"'`<>()（）：，。]/.test(line[at - 1] as string)) at--;
  const scheme = line.slice(at, mark).lastIndexOf('http');
  return scheme > 0 && /^https?:\/\//.test(line.slice(at + scheme, at + scheme + 8)) ? at + scheme : at;
}

/** Names that logs give to a body. */
const LABEL = /^(?:payload|body|data|params?|parameters|content|request|requestBody|postData|form|query|args|input|raw)$/i;

/** `client=1.2.3.4, payload=gmt_create=2024…&`: the message begins at the last name that something other than a value leads to. */
function innerStart(line: string, first: number, equals: number, ampersand: number): number {
  let begin = first;
  let before = equals;
  // An address holds no blank.
  const lead = line[first - 1] === '?' ? /\s$/ : /[,;:|]\s$|[[({:,;|"'：，]$/;
  for (let at = line.indexOf('=', equals + 1); at >= 0 && at < ampersand; at = line.indexOf('=', at + 1)) {
    const name = Math.max(nameStart(line, at), before + 1);
    const labelled = name === before + 1 && LABEL.test(line.slice(nameStart(line, before), before));
    if (name < at && (labelled || lead.test(line.slice(name - 2, name))) && isParameterLike(line.slice(name, at))) begin = name;
    before = at;
  }
  return begin;
}

/** The quote in front ends it as well; a blank does where the parameters before it hold none. */
function queryEnd(line: string, from: number): number {
  const before = line[from - 1];
  if (before === '"' || before === "'" || before === '`') {
    const first = line.indexOf(before, from);
    // In values that nobody encoded there are quotes as well; the last one has none, as a rule.
    const raw = /[[{:,=]/.test(line[first - 1] ?? '') || line.slice(from, Math.max(from, first)).includes(' ');
    const close = raw ? line.indexOf(before, line.lastIndexOf('&')) : first;
    if (close > 0) return close;
  }
  const last = Math.max(line.lastIndexOf('&'), from);
  let at = line.length;
  const equals = Math.max(line.indexOf('=', last), last);
  if (!/[\s"<]/.test(line.slice(from, last)) && !/[[{"]/.test(line[equals + 1] ?? '')) {
    at = last;
    while (at < line.length && !/[\s"'`]/.test(line[at] as string)) at++;
  }
  return withoutClosers(line, equals, at);
}

/**
 * Where a value ends that a log may have closed: before brackets and quotes that it does not open, and before signs that end a sentence
 * behind a word. Text behind such a bracket is the log's as well, if the value before it is one word.
 * @param from the `=` before the value
 */
export function withoutClosers(line: string, from: number, to: number): number {
  let end = to;
  const word = /^=[\w%.+/=*:~-]*[\])}）】」"'](?=[\s,;，；。])/.exec(line.slice(from, to));
  if (word) end = from + word[0].length;
  while (end > from && /\s/.test(line[end - 1] as string)) end--;
  const full = end;
  for (let tries = 0; tries < 8 && end > from; tries++) {
    const last = line[end - 1] as string;
    const opener = CLOSERS[last];
    const value = line.slice(Math.max(from, end - MAX_LOOK), end);
    const ends = opener === undefined ? /^=[\w%.+/=*:~-]+[,;。，；]$/.test(value) : !isClosed(value, opener, last);
    if (!ends) break;
    end--;
  }
  return end < full ? end : to;
}

const CLOSERS: Readonly<Record<string, string>> = { ']': '[', ')': '(', '}': '{', '）': '（', '】': '【', '」': '「', '"': '"', "'": "'" };

/** As much of a value as is looked at. */
const MAX_LOOK = 100_000;

function isClosed(value: string, opener: string, closer: string): boolean {
  const opened = value.split(opener).length;
  return opener === closer ? opened % 2 === 1 : opened >= value.split(closer).length;
}

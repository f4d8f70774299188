/**
 * `{a=1, b=2}`: what `toString` of a Java map prints, with and without its brackets; the result of Alipay's app SDK is one too.
 * Nothing is quoted, so a value that holds `, x=` reads as two members: then both readings are given. @see java.util.AbstractMap#toString
 */
import { sliceOf } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { trimmed } from './assignments.ts';
import { MAX_DUMPS, leafOf, parsedDumps } from './dump.ts';
import type { Dump } from './dump.ts';
import { tryLiteral } from './literal.ts';
import { keepingOrder } from './map-order.ts';
import { MAX_PAIRS } from './tree.ts';
import type { Branch, Entry, Node, Parsed, Reader } from './tree.ts';

/** Maps in maps; the text inside is looked at once a level. */
const MAX_NESTED = 8;

export const readJavaMap: Reader = (of) => {
  const text = of.text;
  if (!text.includes('=')) return [];
  const [start, end] = trimmed(text, 0, text.length);
  const open = /^[A-Za-z_][\w.-]{0,127}=/.test(text.slice(start, start + 130));
  return open ? withoutBrackets(of, start, end) : withBrackets(of);
};

/** Members alone, as logs have them whose brackets were cut. A body with `&` between its parameters is none. */
function withoutBrackets(of: Mapped, start: number, end: number): readonly Parsed[] {
  const text = of.text;
  const spread = (text.match(/&[A-Za-z_][\w.-]{0,127}=/g) ?? []).length;
  const commas = (text.match(SEPARATOR) ?? []).length;
  if (commas < 2 || spread >= commas) return [];
  return readings(of, [{ start, inside: start, stop: end, end, cut: false }], 0.97);
}

function withBrackets(of: Mapped): readonly Parsed[] {
  return readings(of, [...regionsIn(of.text)], 1);
}

interface Region {
  readonly start: number;
  /** Between the brackets. */
  readonly inside: number;
  readonly stop: number;
  readonly end: number;
  readonly cut: boolean;
}

function readings(of: Mapped, regions: readonly Region[], score: number): readonly Parsed[] {
  const whole: Dump[] = [];
  const merged: Dump[] = [];
  let differs = false;
  for (const { start, inside, stop, end, cut } of regions) {
    const pieces = split(of, inside, stop);
    const kept = keepingOrder(pieces.map(({ name }) => name.text)) ?? lonely(pieces);
    const root = toMap(of, pieces, start, end, 0);
    whole.push({ root, start, end, cut });
    merged.push({ root: kept ? toMap(of, join(pieces, kept), start, end, 0) : root, start, end, cut });
    differs ||= kept !== null;
  }
  const android = regions.some(({ inside, stop }) => /(?:^|[ {])resultStatus=/.test(of.text.slice(inside, stop)));
  const form = android ? 'android-log' : 'java-map';
  const first = parsedDumps(of, form, differs ? merged : whole, score);
  return differs ? [...first, ...parsedDumps(of, form, whole, score * 0.97)] : first;
}

/** Names that were there before: a map has each once. */
function lonely(pieces: readonly Piece[]): readonly boolean[] | null {
  const seen = new Set<string>();
  const kept = pieces.map(({ name }) => seen.size < seen.add(name.text).size);
  return kept.includes(false) ? kept : null;
}

/** Where maps begin and end. */
function* regionsIn(text: string): Iterable<Region> {
  const heads = /\{\s{0,64}[A-Za-z_][\w.-]{0,127}=/g;
  let count = 0;
  for (let found = heads.exec(text); found && count < MAX_DUMPS; found = heads.exec(text)) {
    const start = found.index;
    const limit = limitOf(text, heads.lastIndex);
    const close = closeOf(text, start, limit);
    const cut = close < 0;
    const stop = cut ? trimmed(text, start, limit)[1] : close;
    count++;
    yield { start, inside: start + 1, stop, end: cut ? stop : stop + 1, cut };
    heads.lastIndex = Math.max(stop, start + 1);
  }
}

/** The line on which the next map begins, or the end of the text. */
function limitOf(text: string, from: number): number {
  const next = /\n[^\n{]{0,512}\{\s{0,64}[A-Za-z_][\w.-]{0,127}=/g;
  next.lastIndex = from;
  return next.exec(text)?.index ?? text.length;
}

/** The bracket that closes the map: its fellow by count, unless members follow it; then the last one. */
function closeOf(text: string, start: number, limit: number): number {
  let depth = 0;
  for (let at = start; at < limit; at++) {
    const char = text.charCodeAt(at);
    if (char === 0x7b) depth++;
    else if (char === 0x7d && --depth === 0) {
      if (!/^[^\n{]{0,2048}, [A-Za-z_][\w.-]{0,127}=/.test(text.slice(at, Math.min(limit, at + 2200)))) return at;
      break;
    }
  }
  const last = text.slice(start, limit).lastIndexOf('}');
  return last < 0 ? -1 : start + last;
}

interface Piece {
  readonly name: Mapped;
  /** Where the value stands. */
  readonly from: number;
  readonly to: number;
}

const SEPARATOR = /,(?: |[ \t]{0,64}\r?\n\s{0,512})[A-Za-z_][\w.-]{0,127}(?:\[\])?=/g;

/** The same between values in brackets: `Map<String, String[]>`, `MultiValueMap`. */
const LIST_SEPARATOR = /(?<=\]), [A-Za-z_][\w.-]{0,127}(?:\[\])?=(?=\[)/g;

/** Cuts at every `, name=` that does not stand in a JSON value. */
function split(of: Mapped, inside: number, stop: number): Piece[] {
  const text = of.text;
  const pieces: Piece[] = [];
  const lists = text[stop - 1] === ']' && /^\s{0,64}[\w.-]{1,128}=\[[^{]/.test(text.slice(inside, inside + 200));
  const next = new RegExp(lists ? LIST_SEPARATOR : SEPARATOR);
  const budget = { units: text.length * 2 + 4096 };
  let [from] = trimmed(text, inside, stop);
  while (from < stop && pieces.length < MAX_PAIRS) {
    const equals = text.indexOf('=', from);
    if (equals < 0 || equals >= stop) break;
    next.lastIndex = lists ? equals + 1 : afterLiteral(of, equals + 1, stop, budget);
    const found = next.exec(text);
    const end = found && found.index < stop ? found.index : stop;
    const to = end === stop ? bracketLine(text, equals + 1, stop) : end;
    pieces.push({ name: sliceOf(of, from, equals), from: equals + 1, to: Math.max(equals + 1, to) });
    if (end === stop) break;
    [from] = trimmed(text, end + 1, stop);
  }
  return pieces;
}

/** Where the last value ends: with its line, if the bracket that closes the map stands on a line of its own. */
function bracketLine(text: string, from: number, stop: number): number {
  const [, end] = trimmed(text, from, stop);
  return /\n[ \t]*$/.test(text.slice(end, Math.min(stop, end + 512))) ? end : stop;
}

/** Behind the JSON that begins at `from`; `from` itself where there is none. */
function afterLiteral(of: Mapped, from: number, stop: number, budget: { units: number }): number {
  const char = of.text[from];
  if ((char !== '{' && char !== '[') || budget.units < 0) return from;
  const { result, reached } = tryLiteral(of, from);
  budget.units -= reached - from;
  if (typeof result === 'string' || result.cut || result.end > stop) return from;
  return result.end === stop || of.text[result.end] === ',' ? result.end : from;
}

/** Pieces that are no members become part of the value before them, as they stood. */
function join(pieces: readonly Piece[], kept: readonly boolean[]): Piece[] {
  const joined: Piece[] = [];
  for (const [i, piece] of pieces.entries()) {
    const last = joined.at(-1);
    if (kept[i] === true || !last) joined.push(piece);
    else joined[joined.length - 1] = { ...last, to: piece.to };
  }
  return joined;
}

function toMap(of: Mapped, pieces: readonly Piece[], start: number, end: number, depth: number): Branch {
  const values = pieces.map(({ from, to }) => sliceOf(of, from, to));
  const bracketed = values.filter(({ text }) => isBracketed(text)).length;
  const lists = bracketed >= 2 && bracketed * 2 > pieces.length;
  const entries = pieces.map(({ name }, i): Entry => ({ key: leafOf(name), value: toNode(values[i] as Mapped, lists, depth) }));
  return { kind: 'map', entries, text: sliceOf(of, start, end) };
}

function toNode(value: Mapped, lists: boolean, depth: number): Node {
  const { text } = value;
  if (lists && isBracketed(text))
    return { kind: 'list', entries: [{ key: null, value: leafOf(sliceOf(value, 1, text.length - 1)) }], text: value };
  if (depth < MAX_NESTED && text.endsWith('}') && /^\{[A-Za-z_][\w.-]{0,127}=/.test(text.slice(0, 130)))
    return toMap(value, split(value, 1, text.length - 1), 0, text.length, depth + 1);
  return leafOf(value);
}

const isBracketed = (text: string): boolean => text.startsWith('[') && text.endsWith(']');

/**
 * `map[a:1 b:2]` and `map[a:[1] b:[2]]`: maps as Go's `%v` prints them, values unquoted, names in order (Go 1.12 and later). A blank
 * and a name in a value are told by that order. @see Go fmt; internal/fmtsort
 */
import { sliceOf } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { trimmed } from './assignments.ts';
import { MAX_DUMPS, leafOf, parsedDumps } from './dump.ts';
import type { Dump } from './dump.ts';
import { keepingOrder } from './map-order.ts';
import { MAX_PAIRS } from './tree.ts';
import type { Branch, Entry, Node, Parsed, Reader } from './tree.ts';

const NAME = '[A-Za-z_][\\w.-]{0,127}';

export const readGoMap: Reader = (of) => {
  const text = of.text;
  const heads = new RegExp(`map\\[(?=${NAME}:)`, 'g');
  const plain: Dump[] = [];
  const ordered: Dump[] = [];
  const doubts: Mapped[] = [];
  for (let found = heads.exec(text); found && plain.length < MAX_DUMPS; found = heads.exec(text)) {
    const start = found.index;
    const inside = heads.lastIndex;
    const { stop, end, cut } = extentOf(text, inside);
    const pieces = split(of, inside, stop);
    const kept = keepingOrder(
      pieces.map(({ name }) => name.text),
      true,
    );
    const root = toMap(of, pieces, start, end);
    plain.push({ root, start, end, cut });
    ordered.push({ root: kept ? toMap(of, joined(pieces, kept), start, end) : root, start, end, cut });
    doubts.push(...pieces.filter((_, i) => kept?.[i] === false).map(({ name, to }) => sliceOf(of, name.base - of.base, to)));
    heads.lastIndex = Math.max(end, inside);
  }
  if (doubts.length === 0) return parsedDumps(of, 'go-map', plain);
  const both: readonly Parsed[] = [...parsedDumps(of, 'go-map', ordered), ...parsedDumps(of, 'go-map', plain, 0.97)];
  return both.map((each) => ({ ...each, doubts }));
};

/** The bracket that closes the map: its fellow by count if the line says no more of the map behind it, else the last of the line or text. */
function extentOf(text: string, inside: number): { stop: number; end: number; cut: boolean } {
  const next = text.indexOf('map[', text.indexOf('\n', inside) + 1 || text.length);
  const limit = next < 0 ? text.length : text.lastIndexOf('\n', next);
  let depth = 1;
  for (let at = inside; at < limit; at++) {
    const char = text.charCodeAt(at);
    if (char === 0x5b) depth++;
    else if (char === 0x5d && --depth === 0) {
      const after = text.slice(at, Math.min(limit, at + 2200));
      const more = text[trimmed(text, at + 1, limit)[1] - 1] === ']' && new RegExp(`^[^\\n[]{0,2048} ${NAME}:\\[?`).test(after);
      if (!more) return { stop: at, end: at + 1, cut: false };
      break;
    }
  }
  const last = text.slice(inside, limit).lastIndexOf(']');
  return last < 0 || inside + last < inside
    ? { stop: limit, end: limit, cut: true }
    : { stop: inside + last, end: inside + last + 1, cut: false };
}

interface Piece {
  readonly name: Mapped;
  readonly from: number;
  readonly to: number;
}

/** Where every value is a list, members begin behind a `]` and their values with a `[`; that leaves hardly a doubt. */
function split(of: Mapped, inside: number, stop: number): Piece[] {
  const text = of.text;
  const listed = new RegExp(`^${NAME}:\\[`).test(text.slice(inside, inside + 160)) && text[stop - 1] === ']';
  const separator = new RegExp(listed ? `(?:^|(?<=\\])) ?(${NAME}):(?=\\[)` : `(?:^|[ \\n])(${NAME}(?:\\[\\])?):`, 'g');
  const inner = text.slice(inside, stop);
  const pieces: { name: Mapped; from: number; to: number }[] = [];
  for (const found of inner.matchAll(separator)) {
    if (pieces.length >= MAX_PAIRS) break;
    const name = found[1] as string;
    const from = inside + found.index + found[0].length;
    const nameFrom = from - 1 - name.length;
    const last = pieces.at(-1);
    if (last) last.to = inside + found.index;
    pieces.push({ name: sliceOf(of, nameFrom, from - 1), from, to: stop });
  }
  return pieces;
}

function joined(pieces: readonly Piece[], kept: readonly boolean[]): Piece[] {
  const all: Piece[] = [];
  for (const [i, piece] of pieces.entries()) {
    const last = all.at(-1);
    if (kept[i] === true || !last) all.push(piece);
    else all[all.length - 1] = { ...last, to: piece.to };
  }
  return all;
}

function toMap(of: Mapped, pieces: readonly Piece[], start: number, end: number): Branch {
  const values = pieces.map(({ from, to }) => sliceOf(of, from, to));
  const bracketed = values.filter(({ text }) => isList(text)).length;
  const lists = bracketed * 2 > values.length;
  const entries = pieces.map(({ name }, i): Entry => ({ key: leafOf(name), value: toNode(values[i] as Mapped, lists) }));
  return { kind: 'map', entries, text: sliceOf(of, start, end) };
}

/** The items of a list stand without a sign between them; a parameter has one. */
function toNode(value: Mapped, lists: boolean): Node {
  if (lists && isList(value.text))
    return { kind: 'list', entries: [{ key: null, value: leafOf(sliceOf(value, 1, value.text.length - 1)) }], text: value };
  if (value.text === '<nil>') return { kind: 'leaf', text: value, word: 'null' };
  return leafOf(value);
}

const isList = (text: string): boolean => text.startsWith('[') && text.endsWith(']');

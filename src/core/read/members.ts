/**
 * Maps as programs print them, nothing quoted: `a=1, b=2`. A separator with a name behind it begins a member; so a value that holds one
 * reads as two members, and then every reading that makes sense is given.
 */
import { sliceOf } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { trimmed } from './assignments.ts';
import { leafOf, parsedDumps } from './dump.ts';
import type { Dump } from './dump.ts';
import { tryLiteral } from './literal.ts';
import { inOrder, keepingOrder } from './map-order.ts';
import { isParameterLike } from './names.ts';
import { unquoted } from './quoting.ts';
import { escaped } from './regions.ts';
import { MAX_PAIRS } from './tree.ts';
import type { Branch, Entry, Node, Parsed } from './tree.ts';
import type { FormId } from './reading.ts';

export const NAME = '[A-Za-z_][\\w.-]{0,127}(?:\\[\\])?';

/** How a language prints its maps. */
export interface Syntax {
  /** Between a name and its value. */
  readonly assign: string;
  /** Between members; source of an expression. */
  readonly separator: string;
  /** The separator is a sign that texts hold as well: names that look like no parameter begin no member. */
  readonly weak?: true;
}

/** Where a map stands, and what is between its brackets. */
export interface Region {
  readonly start: number;
  readonly inside: number;
  readonly stop: number;
  readonly end: number;
  readonly cut: boolean;
}

interface Piece {
  readonly name: Mapped;
  /** Where the value stands. */
  readonly from: number;
  readonly to: number;
}

/** Which pieces are members; null = all. */
type Kept = readonly boolean[] | null;

/** Maps in maps; the text inside is looked at once a level. */
const MAX_NESTED = 8;

/** Every reading of the maps of a text that makes sense, the likeliest first. */
export function readMembers(of: Mapped, form: FormId, regions: readonly Region[], syntax: Syntax, score: number): readonly Parsed[] {
  const maps = regions.map((region) => {
    const pieces = split(of, region.inside, region.stop, syntax);
    const names = pieces.map(({ name }) => name.text);
    const looks = lookingAlike(names, syntax.weak === true);
    const ordered = keepingOrder(names);
    const moved = ordered && isMoved(names, ordered) ? ordered : null;
    const kept = (syntax.weak ? looks : null) ?? (moved ? null : ordered) ?? lonely(names);
    return { region, pieces, readings: { kept, whole: null, looks: kept || inOrder(names) ? null : looks, moved } };
  });
  const has = (way: 'kept' | 'looks' | 'moved'): boolean => maps.some(({ readings }) => readings[way] !== null);
  const likely = (['kept', 'looks', 'moved'] as const).filter(has);
  const ways = likely[0] === 'kept' ? ([...likely, 'whole'] as const) : (['whole', ...likely] as const);
  const doubts = maps.flatMap(({ pieces, readings: { kept, looks, moved } }) =>
    pieces.filter((_, i) => (kept ?? looks ?? moved)?.[i] === false).map(({ name, to }) => sliceOf(of, name.base - of.base, to)),
  );
  return ways.flatMap((way, i) => {
    const dumps = maps.map(({ region: { start, end, cut }, pieces, readings }): Dump => {
      const kept: Kept = readings[way];
      return { root: toMap(of, kept ? join(pieces, kept) : pieces, start, end, syntax, 0), start, end, cut };
    });
    return parsedDumps(of, form, dumps, score * (1 - i * 0.03)).map((each) => (doubts.length > 0 ? { ...each, doubts } : each));
  });
}

/** What breaks the order are, half of them or more, names of parameters, each there once: members put in by hand, no parts of values. */
function isMoved(names: readonly string[], kept: readonly boolean[]): boolean {
  const misfits = names.filter((_, i) => kept[i] === false);
  const ordered = new Set(names.filter((_, i) => kept[i] === true));
  if (new Set(misfits).size < misfits.length || misfits.some((name) => ordered.has(name))) return false;
  return misfits.filter(isParameterLike).length * 2 >= misfits.length;
}

/** Names that were there before: a map has each once. */
function lonely(names: readonly string[]): Kept {
  const seen = new Set<string>();
  const kept = names.map((name) => seen.size < seen.add(name).size);
  return kept.includes(false) ? kept : null;
}

/** Where nearly all names look like parameters, the others may have stood in values. */
function lookingAlike(names: readonly string[], weak: boolean): Kept {
  const kept = names.map((name, i) => i === 0 || isParameterLike(name));
  const others = kept.filter((each) => !each).length;
  return others > 0 && (weak || others * 4 <= names.length) ? kept : null;
}

/** Cuts at every separator before a name that does not stand in a JSON value. */
function split(of: Mapped, inside: number, stop: number, { assign, separator }: Syntax): Piece[] {
  const text = of.text;
  const member = `${NAME}${escaped(assign)}`;
  const first = new RegExp(`^\\s{0,64}${member}(['"]|\\[(?!\\{))?`).exec(text.slice(inside, inside + 260))?.[1];
  const lists = first === '[' && text[stop - 1] === ']';
  const quoted = first !== undefined && first !== '[' && isQuoted(text.slice(inside, stop), `${separator}${member}`, first);
  const next = new RegExp(
    lists
      ? `(?<=\\])${separator}(?=${member}\\[)`
      : quoted
        ? `(?<=[${first}\\w\\]}])${separator}(?=${member}(?:${first}|[-\\d[{]|null|true|false))`
        : `${separator}(?=${member})`,
    'g',
  );
  const pieces: Piece[] = [];
  const budget = { units: text.length * 2 + 4096 };
  let [from] = trimmed(text, inside, stop);
  while (from < stop && pieces.length < MAX_PAIRS) {
    const sign = text.indexOf(assign, from);
    if (sign < 0 || sign >= stop) break;
    const value = sign + assign.length;
    next.lastIndex = lists || quoted ? value + 1 : afterLiteral(of, value, stop, budget);
    const found = next.exec(text);
    const end = found && found.index < stop ? found.index : stop;
    const to = end === stop ? bracketLine(text, value, stop) : end;
    pieces.push({ name: sliceOf(of, from, sign), from: value, to: Math.max(value, to) });
    if (end === stop) break;
    from = next.lastIndex;
  }
  return pieces;
}

/** Whether most members have their values in such quotes. */
function isQuoted(text: string, begin: string, quote: string): boolean {
  const all = (text.match(new RegExp(begin, 'g')) ?? []).length;
  const quoted = (text.match(new RegExp(`${begin}${quote}`, 'g')) ?? []).length;
  return quoted > 1 && quoted * 2 > all;
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
  return result.end === stop || /[,;|\s]/.test(of.text[result.end] ?? ' ') ? result.end : from;
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

function toMap(of: Mapped, pieces: readonly Piece[], start: number, end: number, syntax: Syntax, depth: number): Branch {
  const values = pieces.map(({ from, to }) => sliceOf(of, from, to));
  const free = unquoted(values, 'none');
  const bare = free?.all === true ? free.values : values;
  const bracketed = bare.filter(({ text }) => isBracketed(text)).length;
  const lists = bracketed >= 2 && bracketed * 2 > pieces.length;
  const entries = pieces.map(({ name }, i): Entry => ({ key: leafOf(name), value: toNode(bare[i] as Mapped, lists, syntax, depth) }));
  return { kind: 'map', entries, text: sliceOf(of, start, end) };
}

function toNode(value: Mapped, lists: boolean, syntax: Syntax, depth: number): Node {
  const { text } = value;
  if (lists && isBracketed(text))
    return { kind: 'list', entries: [{ key: null, value: leafOf(sliceOf(value, 1, text.length - 1)) }], text: value };
  if (depth < MAX_NESTED && text.endsWith('}') && /^\{[A-Za-z_][\w.-]{0,127}=/.test(text.slice(0, 130)))
    return toMap(value, split(value, 1, text.length - 1, syntax), 0, text.length, syntax, depth + 1);
  return leafOf(value);
}

const isBracketed = (text: string): boolean => text.startsWith('[') && text.endsWith(']');

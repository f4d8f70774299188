/**
 * What .NET prints of a dictionary: `[a, b]` for every `KeyValuePair`, one a line or joined; `Key: a, Value: b`; `{ a = b, c = d }` for
 * anonymous types and records. @see System.Collections.Generic.KeyValuePair.ToString
 */
import { sliceOf } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { trimmed } from './assignments.ts';
import { apart } from './apart.ts';
import { leafOf, parsedDumps } from './dump.ts';
import type { Dump } from './dump.ts';
import { keepingOrder } from './map-order.ts';
import { MAX_PAIRS } from './tree.ts';
import type { Entry, Parsed, Reader } from './tree.ts';

interface Notation {
  /** What stands before a name; the name is the only group. */
  readonly head: RegExp;
  /** What a value ends with at the end of the dump. */
  readonly end: string;
  /** What stands between the end of a value and the next head. */
  readonly gap: RegExp;
}

const NOTATIONS: readonly Notation[] = [
  // Of a debugger: the index before, braces around.
  { head: /(?:\[\d{1,6}\][ \t]{0,8}[:=]?[ \t]{0,8})?\{?\[([A-Za-z_][\w.-]{0,127}), /g, end: ']', gap: /\]\}?[ \t]{0,8}[,;|]?\s{0,256}$/ },
  {
    head: /(?:\[\d{1,6}\][ \t]{0,8})?(?:\{\s?)?\b[Kk]ey\s?[:=]\s?"?([A-Za-z_][\w.-]{0,127})"?[,;]?\s{1,8}[Vv]alue\s?[:=] ?/g,
    end: '',
    gap: /(?: \},?)?(?:[,;] {1,8}|[ \t]{0,8}\r?\n\s{0,256})$/,
  },
  { head: /(?:\{ |, )([A-Za-z_]\w{0,127}) = /g, end: ' }', gap: /$/ },
];

export const readDotnet: Reader = (of) => NOTATIONS.flatMap((notation) => read(of, notation));

function read(of: Mapped, { head, end: ending, gap }: Notation): readonly Parsed[] {
  const text = of.text;
  const pieces: { name: Mapped; from: number; to: number; start: number }[] = [];
  for (const found of text.matchAll(head)) {
    if (pieces.length >= MAX_PAIRS) return [];
    const last = pieces.at(-1);
    const from = found.index + found[0].length;
    if (last) {
      const before = gap.exec(text.slice(Math.max(last.from, found.index - 280), found.index));
      if (!before) continue;
      last.to = found.index - before[0].length;
    }
    const name = found[1] as string;
    const nameFrom = found.index + found[0].indexOf(name, found[0].search(/[Kk]ey/) + 1 || 0);
    pieces.push({ name: sliceOf(of, nameFrom, nameFrom + name.length), from, to: text.length, start: found.index });
  }
  const first = pieces[0];
  const last = pieces.at(-1);
  if (!first || !last || pieces.length < 2) return [];
  const { to, end } = lastEnd(text, last.from, ending);
  last.to = to;
  // Of several messages none is in the order of a map.
  const several = pieces.filter(({ name }) => name.text === 'sign').length > 1;
  const kept = several ? null : keepingOrder(pieces.map(({ name }) => name.text));
  const joined = kept ? join(pieces, kept) : pieces;
  const values = joined.map(({ from, to: stop }) => sliceOf(of, from, Math.max(from, stop)));
  const quoted = values.every(isQuoted);
  const entries = joined.map(({ name }, i): Entry => {
    const value = values[i] as Mapped;
    return { key: leafOf(name), value: leafOf(quoted ? sliceOf(value, 1, value.text.length - 1) : value) };
  });
  const messages = apart(entries, ({ key }) => key?.text.text ?? '', new Set());
  let index = 0;
  const dumps = messages.map((message): Dump => {
    const start = joined[index]?.start ?? first.start;
    index += message.length;
    const close = joined[index]?.start ?? end;
    return { root: { kind: 'map', entries: message, text: sliceOf(of, start, close) }, start, end: close };
  });
  return parsedDumps(of, 'dotnet', dumps);
}

function join<T extends { readonly to: number }>(pieces: readonly T[], kept: readonly boolean[]): T[] {
  const joined: T[] = [];
  for (const [i, piece] of pieces.entries()) {
    const last = joined.at(-1);
    if (kept[i] === true || !last) joined.push(piece);
    else joined[joined.length - 1] = { ...last, to: piece.to };
  }
  return joined;
}

/** The last value ends with its bracket: the last of the text, if nothing but brackets follows, else the last of its line. */
function lastEnd(text: string, from: number, ending: string): { to: number; end: number } {
  const stop = text.indexOf('\n', from);
  const line = trimmed(text, from, stop < 0 ? text.length : stop)[1];
  const [, full] = trimmed(text, from, text.length);
  if (ending === '') {
    const brace = text.slice(from, line).endsWith(' }') ? 2 : 0;
    return { to: line - brace, end: line };
  }
  const whole =
    /[\]}]{1,2}[,;]?$/.test(text.slice(Math.max(from, full - 3), full)) && !/\n[ \t\r]{0,64}\n/.test(text.slice(from, full)) ? full : line;
  const close = text.slice(from, whole).lastIndexOf(ending);
  return close < 0 ? { to: line, end: line } : { to: from + close, end: whole };
}

/** Some print strings in quotes; then all of them are. */
const isQuoted = ({ text }: Mapped): boolean => text.length > 1 && text.startsWith('"') && text.endsWith('"');

/**
 * SQL as a dump or a log has it: `INSERT INTO t (a, b) VALUES ('c', 'd')`, `UPDATE t SET a = 'b'`. The columns are the parameters, or one of
 * them holds the message. @see MySQL reference §11.1.1 (backslashes escape); SQL-92 §5.3 (they do not, quotes are doubled)
 */
import { Rewriter, sliceOf } from '../../text/mapped.ts';
import type { Mapped } from '../../text/mapped.ts';
import { trimmed } from '../assignments.ts';
import { leafOf, parsedDumps } from '../dump.ts';
import type { Dump } from '../dump.ts';
import { unescapeText } from '../string-escapes.ts';
import { MAX_PAIRS } from '../tree.ts';
import { enveloped } from '../envelope.ts';
import { headersAmong } from '../merged.ts';
import type { Branch, Entry, Leaf, Parsed, Reader, Transport, Undone } from '../tree.ts';

interface Row extends Dump {
  readonly root: Branch;
}

export const readSql: Transport = (of, inner) => {
  const text = of.text;
  if (!/\b(?:insert|replace|update)\b/i.test(text)) return [];
  const rows = [...rowsIn(of)];
  const undone: Undone[] = [];
  const dumps = rows.map((row): Dump => {
    if (row.root.entries.some(({ key }) => key?.text.text === 'sign')) return row;
    const message = messageIn(row.root, inner);
    undone.push(...(message?.undone ?? []));
    return message && message.root.kind !== 'leaf' ? { ...row, root: message.root } : row;
  });
  return parsedDumps(of, 'sql', dumps).map((each) => ({
    ...each,
    undone: [...(each.undone ?? []).filter(({ id }) => id !== 'java-map-tostring'), ...undone],
  }));
};

/** The column that holds a message. */
function messageIn(row: Branch, inner: Reader): Parsed | null {
  for (const { value } of row.entries) {
    if (value.kind !== 'leaf' || value.text.text.length < 40 || !/sign|ciphertext/.test(value.text.text)) continue;
    const best = inner(value.text)[0];
    if (!best || best.root.kind === 'leaf' || best.score <= 0.5) continue;
    const headers = headersAmong(row.entries, true);
    return headers ? { ...best, root: enveloped(best.root, { headers, body: value.text }) } : best;
  }
  return null;
}

const INSERT = /\b(?:insert|replace)\s{1,64}(?:ignore\s{1,64})?into\s{1,64}[`"[]?[\w.$`"[\]]{1,200}[`"\]]?\s{0,64}/gi;
const UPDATE = /\bupdate\s{1,64}[`"[]?[\w.$`"[\]]{1,200}[`"\]]?\s{1,64}set\s{1,64}/gi;

function* rowsIn(of: Mapped): Iterable<Row> {
  const text = of.text;
  const scanner = new Scanner(of);
  let count = 0;
  for (const head of [INSERT, UPDATE]) {
    const pattern = new RegExp(head);
    for (let found = pattern.exec(text); found && count < MAX_PAIRS; found = pattern.exec(text)) {
      scanner.begin(pattern.lastIndex);
      const rows = head === INSERT ? scanner.insert(found.index) : scanner.update(found.index);
      count += rows.reduce((sum, { root }) => sum + root.entries.length, 0);
      yield* rows;
      pattern.lastIndex = Math.max(pattern.lastIndex, scanner.at);
    }
  }
}

class Scanner {
  readonly #of: Mapped;
  readonly #text: string;
  /** Whether a backslash escapes in plain strings: MySQL, which writes names in backticks, or not at all. */
  #backslash = true;
  at = 0;

  constructor(of: Mapped) {
    this.#of = of;
    this.#text = of.text;
  }

  begin(at: number): void {
    this.at = at;
    const head = this.#text.slice(Math.max(0, at - 220), at + 400);
    const mark = /[`"[]/.exec(head.slice(head.search(/\b(?:into|update)\b/i)))?.[0];
    this.#backslash = mark === '`' || (mark === undefined && !/[(,]\s{0,8}[NE]'/.test(head));
  }

  insert(start: number): Row[] {
    const columns = this.#text[this.at] === '(' ? this.#columns() : null;
    const values = /^\s{0,512}values?\s{0,512}(?=\()/i.exec(this.#text.slice(this.at, this.at + 1040));
    if (!values) return [];
    this.at += values[0].length;
    const rows: Row[] = [];
    for (let from = start; this.#text[this.at] === '(';) {
      const row = this.#row(columns, from);
      if (!row) break;
      rows.push(row);
      from = row.end;
      const [next] = trimmed(this.#text, this.at, Math.min(this.#text.length, this.at + 512));
      if (this.#text[next] !== ',') {
        if (this.#text[next] === ';') this.at = next + 1;
        rows[rows.length - 1] = { ...row, end: this.at };
        break;
      }
      [this.at] = trimmed(this.#text, next + 1, this.#text.length);
    }
    return rows;
  }

  update(start: number): Row[] {
    const entries: Entry[] = [];
    let end = this.at;
    while (entries.length < 10_000) {
      const name = /^\s{0,512}[`"[]?([\w.$]{1,128})[`"\]]?\s{0,64}=\s{0,64}/.exec(this.#text.slice(this.at, this.at + 800));
      if (!name) break;
      const from = this.at + name[0].indexOf(name[1] as string);
      this.at += name[0].length;
      const value = this.#value(/[,;\s]/);
      entries.push({ key: leafOf(sliceOf(this.#of, from, from + (name[1] as string).length)), value });
      end = this.at;
      const [next] = trimmed(this.#text, this.at, Math.min(this.#text.length, this.at + 512));
      if (this.#text[next] !== ',') break;
      this.at = next + 1;
    }
    const tail = this.#text.slice(end, end + 4096);
    const rest = /^\s{0,64}where\b/i.test(tail) ? end + (/;|(?=\n)|$/.exec(tail)?.index ?? 0) + (/^[^\n;]*;/.test(tail) ? 1 : 0) : end;
    this.at = rest;
    return entries.length > 0 ? [{ root: { kind: 'map', entries, text: sliceOf(this.#of, start, end) }, start, end: rest }] : [];
  }

  #columns(): Leaf[] {
    const close = this.#text.indexOf(')', this.at);
    const end = close < 0 ? this.#text.length : close;
    const names: Leaf[] = [];
    for (const { index, 0: name } of this.#text.slice(this.at, end).matchAll(/[\w$]{1,128}/g)) {
      names.push(leafOf(sliceOf(this.#of, this.at + index, this.at + index + name.length)));
    }
    this.at = Math.min(end + 1, this.#text.length);
    return names;
  }

  #row(columns: readonly Leaf[] | null, start: number): Row | null {
    const open = this.at++;
    const entries: Entry[] = [];
    for (;;) {
      [this.at] = trimmed(this.#text, this.at, this.#text.length);
      const char = this.#text[this.at];
      if (char === undefined || entries.length > 10_000) break;
      if (char === ')') {
        this.at++;
        break;
      }
      const from = this.at;
      const value = this.#value(/[,)]/);
      const key = columns?.[entries.length] ?? numbered(this.#of, from, entries.length + 1);
      entries.push({ key, value });
      [this.at] = trimmed(this.#text, this.at, this.#text.length);
      if (this.#text[this.at] === ',') this.at++;
      else if (this.#text[this.at] !== ')') break;
    }
    return entries.length > 0 ? { root: { kind: 'map', entries, text: sliceOf(this.#of, open, this.at) }, start, end: this.at } : null;
  }

  #value(stop: RegExp): Leaf {
    const text = this.#text;
    const mark = /^(?:[NEBX]|_\w{1,16}\s?)?['"]/i.exec(text.slice(this.at, this.at + 20));
    if (mark) return this.#string(this.at + mark[0].length, mark[0].slice(-1), /^E/i.test(mark[0]));
    const from = this.at;
    while (this.at < text.length && !stop.test(text[this.at] as string)) this.at++;
    const [start, end] = trimmed(text, from, this.at);
    if (this.at === from) this.at++;
    const value = sliceOf(this.#of, start, end);
    return /^null$/i.test(value.text) ? { kind: 'leaf', text: value, word: 'null' } : leafOf(value);
  }

  #string(from: number, quote: string, escapes: boolean): Leaf {
    const text = this.#text;
    const backslash = this.#backslash || escapes;
    let to = from;
    let plain = true;
    for (; to < text.length; to++) {
      if (text[to] === '\\' && backslash) {
        plain = false;
        to++;
      } else if (text[to] === quote) {
        if (text[to + 1] !== quote) break;
        plain = false;
        to++;
      }
    }
    to = Math.min(to, text.length);
    this.at = Math.min(to + 1, text.length);
    const inside = sliceOf(this.#of, from, to);
    return leafOf(plain ? inside : undouble(inside, quote, backslash));
  }
}

/** The name of a column that the statement does not name. */
function numbered(of: Mapped, at: number, number: number): Leaf {
  const out = new Rewriter(of);
  out.put(`column ${number}`, at, at);
  return leafOf(out.done());
}

/** Escapes undone, then doubled quotes; an escaped quote cannot be half of a double one. */
function undouble(of: Mapped, quote: string, backslash: boolean): Mapped {
  const text = of.text;
  const out = new Rewriter(of);
  let kept = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\' && backslash) {
      out.keep(kept, at);
      out.append(unescapeText(sliceOf(of, at, Math.min(at + 2, text.length))));
      kept = Math.min(at + 2, text.length);
      at++;
    } else if (text[at] === quote) {
      out.keep(kept, at + 1);
      kept = at + 2;
      at++;
    }
  }
  out.keep(Math.min(kept, text.length), text.length);
  return out.done();
}

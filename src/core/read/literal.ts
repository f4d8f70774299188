/**
 * Literals as programs print them: JSON, JavaScript objects (also `util.inspect`), Python dicts. One scanner reads the grammar
 * they share and notes what it saw; what it saw tells which of them it was. @see RFC 8259, ECMA-262 §12.9, Python reference §2.4
 */
import { joinMapped, sliceOf } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { undoByteRuns, unescapeText } from './string-escapes.ts';
import { MAX_DEPTH, MAX_PAIRS } from './tree.ts';
import type { Branch, Entry, Leaf, Node } from './tree.ts';

/** What a scan came across, counted. */
export interface Seen {
  single: number;
  double: number;
  bareKeys: number;
  bareWords: number;
  pythonWords: number;
  arrows: number;
  trailingCommas: number;
  comments: number;
  prefixes: number;
  concatenations: number;
}

export interface Literal {
  readonly node: Node;
  readonly end: number;
  readonly seen: Seen;
  /** The text ended inside the literal; what was there is in `node` all the same. */
  readonly cut: boolean;
}

export type LiteralFailure = 'too-deep' | 'too-many' | 'syntax';

/** Reads one literal that begins at `start` (a bracket or a quote). */
export function readLiteral(of: Mapped, start: number): Literal | LiteralFailure {
  return new Scanner(of).run(start);
}

/** The same, and how far the scan got: what a failed attempt cost. */
export function tryLiteral(of: Mapped, start: number): { readonly result: Literal | LiteralFailure; readonly reached: number } {
  const scanner = new Scanner(of);
  return { result: scanner.run(start), reached: scanner.reached };
}

class Scanner {
  readonly #of: Mapped;
  readonly #text: string;
  readonly #seen: Seen = {
    single: 0,
    double: 0,
    bareKeys: 0,
    bareWords: 0,
    pythonWords: 0,
    arrows: 0,
    trailingCommas: 0,
    comments: 0,
    prefixes: 0,
    concatenations: 0,
  };
  #at = 0;
  #count = 0;
  #cut = false;
  #failure: LiteralFailure | null = null;

  constructor(of: Mapped) {
    this.#of = of;
    this.#text = of.text;
  }

  run(start: number): Literal | LiteralFailure {
    this.#at = start;
    const node = this.#value(0);
    if (this.#failure) return this.#failure;
    return node ? { node, end: this.#at, seen: this.#seen, cut: this.#cut } : 'syntax';
  }

  get reached(): number {
    return this.#at;
  }

  #fail(why: LiteralFailure): null {
    this.#failure ??= why;
    return null;
  }

  #value(depth: number): Node | null {
    if (depth > MAX_DEPTH) return this.#fail('too-deep');
    if (++this.#count > MAX_PAIRS) return this.#fail('too-many');
    this.#blank();
    const char = this.#text[this.#at];
    if (char === undefined) {
      this.#cut = true;
      return null;
    }
    if (char === '{') return this.#branch('map', '}', depth);
    if (char === '[') return this.#branch('list', ']', depth);
    if (char === '(') return this.#branch('list', ')', depth);
    if (isQuote(char)) return this.#string(char);
    return this.#word();
  }

  #branch(kind: Branch['kind'], close: string, depth: number): Node | null {
    const start = this.#at++;
    const entries: Entry[] = [];
    let comma = false;
    for (;;) {
      this.#blank();
      const char = this.#text[this.#at];
      if (char === undefined) {
        this.#cut = true;
        break;
      }
      if (char === close) {
        if (comma) this.#seen.trailingCommas++;
        this.#at++;
        break;
      }
      if (entries.length > 0 && !comma) return this.#fail('syntax');
      const entry = kind === 'map' ? this.#member(depth) : this.#item(depth);
      if (this.#failure) return null;
      if (entry) entries.push(entry);
      if (this.#cut) break;
      if (!entry) return this.#fail('syntax');
      this.#blank();
      comma = this.#text[this.#at] === ',';
      if (comma) this.#at++;
    }
    return { kind, entries, text: sliceOf(this.#of, start, this.#at) };
  }

  #item(depth: number): Entry | null {
    const value = this.#value(depth + 1);
    return value && { key: null, value };
  }

  #member(depth: number): Entry | null {
    this.#blank();
    const char = this.#text[this.#at] as string;
    const quoted = isQuote(char);
    const key = quoted ? this.#string(char) : this.#bareKey();
    if (!key) return null;
    this.#blank();
    if (this.#at >= this.#text.length) {
      this.#cut = true;
      return null;
    }
    if (this.#text.startsWith('=>', this.#at)) {
      this.#seen.arrows++;
      this.#at += 2;
    } else if (this.#text[this.#at] === ':') this.#at++;
    else return this.#fail('syntax');
    const value = this.#value(depth + 1);
    return value && { key, value };
  }

  #bareKey(): Leaf | null {
    const start = this.#at;
    while (this.#at < this.#text.length && isWordUnit(this.#text.charCodeAt(this.#at))) this.#at++;
    if (this.#at === start) return this.#fail('syntax');
    this.#seen.bareKeys++;
    return { kind: 'leaf', text: sliceOf(this.#of, start, this.#at) };
  }

  #word(): Leaf | null {
    const start = this.#at;
    // Python and PHP mark strings: u'…', b'…', r'…'.
    const mark = this.#text[start] as string;
    if ('ubrUBR'.includes(mark) && isQuote(this.#text[start + 1] ?? '')) {
      this.#seen.prefixes++;
      this.#at++;
      return this.#string(this.#text[this.#at] as string);
    }
    while (this.#at < this.#text.length && isWordUnit(this.#text.charCodeAt(this.#at))) this.#at++;
    if (this.#at === start) return this.#fail('syntax');
    const text = sliceOf(this.#of, start, this.#at);
    const word = words.get(text.text);
    if (word) {
      if (word.python) this.#seen.pythonWords++;
      return { kind: 'leaf', text, word: word.is };
    }
    if (isNumber(text.text)) return { kind: 'leaf', text, word: 'number' };
    this.#seen.bareWords++;
    // Decimal('0.01'), ObjectId("…"): one string in a call.
    this.#blank();
    if (this.#text[this.#at] === '(' && isQuote(this.#text[this.#at + 1] ?? '')) {
      this.#at++;
      const inner = this.#string(this.#text[this.#at] as string);
      this.#blank();
      if (inner && this.#text[this.#at] === ')') this.#at++;
      return inner;
    }
    return this.#at >= this.#text.length ? this.#endsInWord(text) : this.#fail('syntax');
  }

  #endsInWord(text: Mapped): Leaf {
    this.#cut = true;
    return { kind: 'leaf', text };
  }

  #string(quote: string): Leaf {
    if (quote === "'") this.#seen.single++;
    else if (quote === '"') this.#seen.double++;
    const start = this.#at;
    let text = this.#quoted(quote);
    let quoted = quote === '"' ? { quoted: sliceOf(this.#of, start, this.#at) } : {};
    for (;;) {
      // 'abc' + 'def', as util.inspect and source code break long strings.
      const back = this.#at;
      this.#blank();
      const plus = this.#text[this.#at] === '+';
      if (plus) {
        this.#at++;
        this.#blank();
      }
      const next = this.#text[this.#at] ?? '';
      if (!plus || !isQuote(next)) {
        this.#at = back;
        return { kind: 'leaf', text, ...quoted };
      }
      this.#seen.concatenations++;
      quoted = {};
      text = joinMapped([text, this.#quoted(next)]);
    }
  }

  /** Reads from the quote at the cursor to its fellow. A text without escapes is a plain slice. */
  #quoted(quote: string): Mapped {
    const text = this.#text;
    const start = ++this.#at;
    let plain = true;
    for (; this.#at < text.length && text[this.#at] !== quote; this.#at++) {
      if (text[this.#at] === '\\') {
        plain = false;
        this.#at++;
      }
    }
    const end = Math.min(this.#at, text.length);
    if (this.#at >= text.length) this.#cut = true;
    this.#at = Math.min(this.#at + 1, text.length);
    const inside = sliceOf(this.#of, start, end);
    return plain ? inside : unescapeText(quote === "'" ? undoByteRuns(inside) : inside);
  }

  #blank(): void {
    const text = this.#text;
    for (;;) {
      while (this.#at < text.length && isBlankUnit(text.charCodeAt(this.#at))) this.#at++;
      if (text[this.#at] !== '/' || (text[this.#at + 1] !== '/' && text[this.#at + 1] !== '*')) return;
      this.#seen.comments++;
      const close = text[this.#at + 1] === '/' ? text.indexOf('\n', this.#at) : text.indexOf('*/', this.#at + 2);
      this.#at = close < 0 ? text.length : close + (text[this.#at + 1] === '/' ? 1 : 2);
    }
  }
}

const words: ReadonlyMap<string, { readonly is: 'true' | 'false' | 'null'; readonly python?: true }> = new Map([
  ['true', { is: 'true' }],
  ['false', { is: 'false' }],
  ['null', { is: 'null' }],
  ['undefined', { is: 'null' }],
  ['nil', { is: 'null' }],
  ['True', { is: 'true', python: true }],
  ['False', { is: 'false', python: true }],
  ['None', { is: 'null', python: true }],
]);

const isQuote = (char: string): boolean => char === '"' || char === "'" || char === '`';
const isBlankUnit = (unit: number): boolean =>
  unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0xa0 || unit === 0xfeff || unit === 0x3000;
const isWordUnit = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0x61 && unit <= 0x7a) ||
  unit === 0x5f ||
  unit === 0x24 ||
  unit === 0x2e ||
  unit === 0x2d ||
  unit === 0x2b ||
  unit > 0x7f;

/** JSON's number grammar, and Python's and JavaScript's looser ones are close enough not to matter. */
function isNumber(text: string): boolean {
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x30 && unit <= 0x39) digits++;
    else if (!'+-.eEnL_'.includes(text[i] as string)) return false;
  }
  return digits > 0;
}

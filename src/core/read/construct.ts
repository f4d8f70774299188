/**
 * Values as source code writes them and consoles print them: `array('a' => 'b')`, `OrderedDict([('a', 'b')])`, `Map(1) { 'a' => 'b' }`,
 * `url.Values{"a": []string{"b"}}`, `{:a => "b"}`. A bracket with words before it, members in any of the notations, strings with the escapes
 * of their language. What the words before a bracket say is passed over; the brackets and the arrows tell what it is.
 */
import { joinMapped, sliceOf } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { leafOf, listed } from './dump.ts';
import { undoByteRuns, unescapeOnly, unescapeText } from './string-escapes.ts';
import { MAX_DEPTH, MAX_PAIRS } from './tree.ts';
import type { Branch, Entry, Leaf, Node } from './tree.ts';

export interface Grammar {
  /** In single quotes only the quote and the backslash can be escaped (PHP, Ruby). */
  readonly plainSingle: boolean;
  /** `.` joins strings, not `+` (PHP). */
  readonly join: '.' | '+';
  /** What stands in backticks has no escapes (Go; in JavaScript it has). */
  readonly rawBackticks?: boolean;
  /** Strings in double quotes are printed without escapes, and end with their line (Symfony's dumper). */
  readonly unescaped?: boolean;
}

export interface Constructed {
  readonly node: Node;
  readonly end: number;
  readonly cut: boolean;
}

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };

/** Reads the value that begins at `start`, at the words before its bracket or at the bracket; null where there is none. */
export function readConstruct(of: Mapped, start: number, grammar: Grammar): Constructed | null {
  const scanner = new Scanner(of, start, grammar);
  const node = scanner.value(0);
  return node && { node, end: scanner.at, cut: scanner.cut };
}

class Scanner {
  readonly #of: Mapped;
  readonly #text: string;
  readonly #grammar: Grammar;
  #count = 0;
  at: number;
  cut = false;

  constructor(of: Mapped, at: number, grammar: Grammar) {
    this.#of = of;
    this.#text = of.text;
    this.#grammar = grammar;
    this.at = at;
  }

  value(depth: number): Node | null {
    if (depth > MAX_DEPTH || ++this.#count > MAX_PAIRS) return null;
    this.#blank();
    const char = this.#text[this.at];
    if (char === undefined) {
      this.cut = true;
      return null;
    }
    if (char === '"' || char === "'" || char === '`') return this.#string();
    if (CLOSING[char] !== undefined && !this.#isHead()) return this.#branch(depth);
    return this.#headed(depth);
  }

  /** `[Object: null prototype] {` and Go's `[]string{`: brackets that are words. */
  #isHead(): boolean {
    return (
      this.#text[this.at] === '[' &&
      /^\[(?:[A-Z]\w{0,64}: null prototype\]|\d{0,9}\][\w*.]{1,64}\{)/.test(this.#text.slice(this.at, this.at + 140))
    );
  }

  /** Words, and what they say something of: a bracket, a string in a call, or nothing (then they are the value). */
  #headed(depth: number): Node | null {
    const start = this.at;
    const head = this.#text.slice(start, start + 400);
    const open = HEAD.exec(head);
    if (open) {
      this.at += open[0].length;
      const marked = this.#text[this.at];
      const node = marked !== undefined && CLOSING[marked] !== undefined ? this.#branch(depth) : this.value(depth + 1);
      if (node) this.#tail(open[0]);
      return node;
    }
    const word = /^(?:[:&*]?[\w$.+\\-]|[^\0-\x7f])(?:[\w$.+\\:-]|[^\0-\x7f]){0,300}/.exec(head)?.[0].replace(/[:.]+$/, '');
    if (!word) return null;
    this.at += word.length;
    const next = this.#text[this.at];
    if ((next === '"' || next === "'") && /^[bruBRUN@$]{1,2}$/.test(word)) return this.#string(word);
    if (next === '(') return this.#call(start, depth);
    const text = sliceOf(this.#of, start, this.at);
    const kind = WORDS.get(word.toLowerCase());
    if (kind) return { kind: 'leaf', text, word: kind };
    return /^[+-]?\d[\d.eE+_-]*$/.test(word)
      ? { kind: 'leaf', text, word: 'number' }
      : leafOf(text.text.startsWith(':') ? sliceOf(text, 1, text.text.length) : text);
  }

  /** `Decimal('0.01')`, `(…)`: what is in the brackets, where it is one thing; else the text of the call. */
  #call(start: number, depth: number): Node | null {
    const node = this.#branch(depth);
    if (!node || node.kind === 'leaf') return node;
    const only = node.entries[0];
    if (node.kind === 'list' && node.entries.length === 1 && only) return only.value;
    return leafOf(sliceOf(this.#of, start, this.at));
  }

  /** What closes the words: `>` of `<QueryDict: {…}>`, the brackets of `OrderedDict(…)`, `permitted: false>`. */
  #tail(head: string): void {
    for (const [open, close] of [
      ['(', /^\s{0,64},?\s{0,64}\)/],
      ['<', /^(?:\s?permitted: \w{4,5})?>/],
    ] as const) {
      const times = head.split(open).length - head.split(open === '(' ? ')' : '>').length;
      for (let i = 0; i < times; i++) this.at += close.exec(this.#text.slice(this.at, this.at + 160))?.[0].length ?? 0;
    }
  }

  #branch(depth: number): Node | null {
    const start = this.at++;
    const close = CLOSING[this.#text[start] as string] as string;
    if (this.#text[this.at] === '▼' || this.#text[this.at] === '▶') this.at++;
    const entries: Entry[] = [];
    let arrows = false;
    for (;;) {
      this.#blank();
      const char = this.#text[this.at];
      if (char === undefined) {
        this.cut = true;
        break;
      }
      if (char === close) {
        this.at++;
        break;
      }
      const entry = this.#member(depth);
      if (!entry) {
        if (this.cut) break;
        return null;
      }
      arrows ||= entry.key !== null;
      entries.push(entry);
      if (this.cut) break;
      this.#blank();
      const next = this.#text[this.at];
      if (next === ',' || next === ';') this.at++;
      else if (next !== close && next !== undefined && !this.#grammar.unescaped) return null;
    }
    const text = sliceOf(this.#of, start, this.at);
    if (arrows && entries.every(({ key }) => key !== null)) return listed({ kind: 'map', entries, text });
    return fromTuples({ kind: this.#text[start] === '{' && entries.length === 0 ? 'map' : 'list', entries, text });
  }

  /** `key => value`, `key: value`, `key = value`, or a value. */
  #member(depth: number): Entry | null {
    const label = /^(?:[+#-]?"?([A-Za-z_$][\w$-]{0,127})"?: (?=\S)|([A-Za-z_]\w{0,127}):(?=[^:]))/.exec(
      this.#text.slice(this.at, this.at + 140),
    );
    if (label && !this.#text.startsWith('"', this.at)) {
      const name = (label[1] ?? label[2]) as string;
      const from = this.at + label[0].indexOf(name);
      this.at += label[0].length;
      const value = this.value(depth + 1);
      return value && { key: leafOf(sliceOf(this.#of, from, from + name.length)), value };
    }
    const first = this.#grammar.unescaped ? (this.#dumpedKey() ?? this.value(depth + 1)) : this.value(depth + 1);
    if (!first) return null;
    this.#blank();
    const arrow = /^(?:=>|:|=(?!=))/.exec(this.#text.slice(this.at, this.at + 2))?.[0];
    if (arrow === undefined || first.kind !== 'leaf') return { key: null, value: first };
    this.at += arrow.length;
    const value = this.value(depth + 1);
    return value && { key: leafOf(first.text), value };
  }

  /** A key of Symfony's dumper ends at its arrow. */
  #dumpedKey(): Leaf | null {
    const key = /^[+#-]?"([^\n]{0,200}?)"(?= (?:=>|:) )/.exec(this.#text.slice(this.at, this.at + 210));
    if (key?.[1] === undefined) return null;
    const from = this.at + key[0].indexOf('"') + 1;
    this.at += key[0].length;
    return leafOf(sliceOf(this.#of, from, from + key[1].length));
  }

  #string(mark = ''): Leaf {
    const parts = [this.#quoted(mark)];
    const { join } = this.#grammar;
    for (;;) {
      const back = this.at;
      this.#blank();
      if (this.#text[this.at] === join) {
        this.at++;
        this.#blank();
        const next = this.#text[this.at];
        if (next === '"' || next === "'") {
          parts.push(this.#quoted(mark));
          continue;
        }
      }
      this.at = back;
      return leafOf(parts.length > 1 ? joinMapped(parts) : (parts[0] as Mapped));
    }
  }

  #quoted(mark: string): Mapped {
    const text = this.#text;
    const quote = text[this.at] as string;
    const from = this.at + 1;
    if (quote === '"' && this.#grammar.unescaped) return this.#unescaped(from);
    const raw = (quote === '`' && this.#grammar.rawBackticks === true) || /r/i.test(mark);
    let to = from;
    let escaped = false;
    while (to < text.length && text[to] !== quote) {
      if (text[to] === '\\' && !raw) {
        escaped = true;
        to++;
      }
      to++;
    }
    if (to >= text.length) this.cut = true;
    to = Math.min(to, text.length);
    this.at = Math.min(to + 1, text.length);
    const inside = sliceOf(this.#of, from, to);
    if (!escaped) return inside;
    return quote === "'" && this.#grammar.plainSingle ? unescapeOnly(inside, "\\'") : unescapeText(undoByteRuns(inside));
  }

  /** To a quote that ends its line. */
  #unescaped(from: number): Mapped {
    const end = /"(?:\r?\n|\s{0,64}$)/g;
    end.lastIndex = from;
    const to = end.exec(this.#text)?.index ?? this.#text.length;
    if (to >= this.#text.length) this.cut = true;
    this.at = Math.min(to + 1, this.#text.length);
    return sliceOf(this.#of, from, to);
  }

  #blank(): void {
    const text = this.#text;
    for (;;) {
      while (this.at < text.length && /\s/.test(text[this.at] as string)) this.at++;
      if (!text.startsWith('//', this.at) && !text.startsWith('/*', this.at)) return;
      const close = text[this.at + 1] === '/' ? text.indexOf('\n', this.at) : text.indexOf('*/', this.at);
      this.at = close < 0 ? text.length : close + (text[this.at + 1] === '/' ? 0 : 2);
    }
  }
}

/** Words that stand before a bracket, the bracket left out. */
const HEAD =
  /^(?:#?<[A-Za-z_][\w.: ]{0,100}:? (?=[{[])|array:\d{1,9} (?=\[)|[A-Z][\w\\]{0,100}(?: \{#|\{#)\d{1,9}(?=▼?)|(?:\(object\)\s{0,64})?array\s{0,64}(?=\()|\(object\)\s{0,64}(?=[[(])|\\?[\w\\]{1,100}::__set_state\(\s{0,64}(?:array\s{0,64})?(?=[([])|(?:[\w.]{1,64}\.)?\w{0,32}[Dd]ict\((?:<class '\w{1,32}'>, |\w{1,32}, )?(?=[[{(])|\[[A-Z]\w{0,64}: null prototype\] (?=\{)|[A-Z]\w{0,64}\(\d{1,9}\) (?=[{[])|[A-Z]\w{0,64} (?=\{)|(?:&?map\[\w{1,64}\](?:\[\])?[\w.]{1,64}|\[\d{0,9}\][\w*.]{1,64}|&?[a-z]\w{0,64}\.[A-Z]\w{0,64})(?:\s?\{\})?(?=\{))/;

const WORDS: ReadonlyMap<string, 'true' | 'false' | 'null'> = new Map([
  ['true', 'true'],
  ['false', 'false'],
  ['null', 'null'],
  ['none', 'null'],
  ['nil', 'null'],
  ['undefined', 'null'],
]);

/** A list of pairs is what `items()` gives of a map. */
function fromTuples(node: Branch): Branch {
  const entries: Entry[] = [];
  for (const { value } of node.entries) {
    const [key, item, more] = value.kind === 'list' ? value.entries : [];
    if (key?.value.kind !== 'leaf' || !item || more) return node;
    entries.push({ key: leafOf(key.value.text), value: item.value });
  }
  return entries.length > 0 ? { ...node, kind: 'map', entries } : node;
}

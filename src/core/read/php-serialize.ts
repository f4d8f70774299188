/**
 * `serialize` of PHP: types and lengths before every value, strings unescaped. Lengths count bytes; where they fit no UTF-8 text (the
 * bytes were GBK, or the text was edited) a string ends at its quote. @see php-src ext/standard/var.c php_var_serialize
 */
import { sliceOf } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { MAX_DUMPS, leafOf, listed, parsedDumps } from './dump.ts';
import type { Dump } from './dump.ts';
import { MAX_DEPTH, MAX_PAIRS } from './tree.ts';
import type { Entry, Leaf, Node, Reader } from './tree.ts';
import { byteEnd } from './utf8-length.ts';

export const readPhpSerialize: Reader = (of) => {
  const text = of.text;
  const heads = /\b(?:a:\d{1,9}:\{|O:\d{1,4}:"[\w\\]{1,200}":\d{1,9}:\{)/g;
  const dumps: Dump[] = [];
  let failures = 0;
  for (let found = heads.exec(text); found && dumps.length < MAX_DUMPS && failures < 16; found = heads.exec(text)) {
    const scanner = new Scanner(of, found.index);
    const root = scanner.value(0);
    if (!root || root.kind === 'leaf') {
      failures++;
      continue;
    }
    dumps.push({ root, start: found.index, end: scanner.at, cut: scanner.cut });
    heads.lastIndex = Math.max(scanner.at, found.index + 1);
  }
  return parsedDumps(of, 'php-serialize', dumps);
};

class Scanner {
  readonly #of: Mapped;
  readonly #text: string;
  #count = 0;
  at: number;
  cut = false;

  constructor(of: Mapped, at: number) {
    this.#of = of;
    this.#text = of.text;
    this.at = at;
  }

  /** Null where the text is none of it, or ends. */
  value(depth: number): Node | null {
    if (depth > MAX_DEPTH || ++this.#count > MAX_PAIRS) return null;
    const start = this.at;
    const head = this.#text.slice(start, start + 230);
    const scalar = /^(?:[idbrR]:([^;"{}]{1,40})|(N));/.exec(head);
    if (scalar) {
      this.at += scalar[0].length;
      if (scalar[2]) return { kind: 'leaf', text: sliceOf(this.#of, start, start + 1), word: 'null' };
      const text = sliceOf(this.#of, start + 2, this.at - 1);
      if (head.startsWith('b')) return { kind: 'leaf', text, word: text.text === '1' ? 'true' : 'false' };
      return { kind: 'leaf', text, word: 'number' };
    }
    const string = /^s:(\d{1,9}):"/.exec(head);
    if (string) return this.#string(start + string[0].length, Number(string[1]));
    const branch = /^(?:a:(\d{1,9})|O:\d{1,4}:"[\w\\]{1,200}":(\d{1,9})):\{/.exec(head);
    if (branch) return this.#branch(start, start + branch[0].length, Number(branch[1] ?? branch[2]), depth);
    if (start >= this.#text.length) this.cut = true;
    return null;
  }

  #branch(start: number, inside: number, size: number, depth: number): Node | null {
    this.at = inside;
    const entries: Entry[] = [];
    while (entries.length < size && this.#text[this.at] !== '}') {
      const key = this.value(depth + 1);
      const value = key?.kind === 'leaf' ? this.value(depth + 1) : null;
      if (!value || key?.kind !== 'leaf') {
        if (this.cut) break;
        return null;
      }
      entries.push({ key: leafOf(propertyName(key.text)), value });
    }
    if (this.#text[this.at] === '}') this.at++;
    else if (this.at < this.#text.length) return null;
    else this.cut = true;
    return listed({ kind: 'map', entries, text: sliceOf(this.#of, start, this.at) });
  }

  #string(from: number, bytes: number): Leaf | null {
    const text = this.#text;
    let to = byteEnd(text, from, bytes);
    if (to < 0 || !text.startsWith('";', to)) to = this.#quote(from);
    if (to < 0) {
      this.cut = true;
      this.at = text.length;
      return leafOf(sliceOf(this.#of, from, text.length));
    }
    this.at = to + 2;
    return leafOf(sliceOf(this.#of, from, to));
  }

  /** The first `";` that another value or the end of the array follows. */
  #quote(from: number): number {
    const end = /";(?=[sidbaONrR]:|N;|\}|$)/g;
    end.lastIndex = from;
    return end.exec(this.#text)?.index ?? -1;
  }
}

/** Private and protected properties carry their class between NUL bytes. */
function propertyName(of: Mapped): Mapped {
  const mark = of.text.lastIndexOf('\0');
  return mark < 0 ? of : sliceOf(of, mark + 1, of.text.length);
}

/**
 * `var_dump` of PHP: types and byte lengths before every value, strings unescaped; also as Xdebug writes it, with the length behind the
 * value, and with the marks of either as HTML. @see php-src ext/standard/var.c php_var_dump; Xdebug src/lib/var_export_*.c
 */
import { Rewriter, sliceOf } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { MAX_DUMPS, leafOf, listed, parsedDumps } from './dump.ts';
import type { Dump } from './dump.ts';
import { MAX_DEPTH, MAX_PAIRS } from './tree.ts';
import type { Entry, Leaf, Node, Reader } from './tree.ts';
import { byteEnd } from './utf8-length.ts';

export const readVarDump: Reader = (given) => {
  if (!/\barray\b|\bobject\b|\bclass\b/.test(given.text)) return [];
  const of = withoutMarkup(given);
  const text = of.text;
  const heads = /\b(?:array\s?\((?:size=)?\d{1,9}\)|(?:object|class)\s?\(?[\w\\]{1,200}\)?(?:#\d{1,9}|\[\d{1,9}\])\s\(\d{1,9}\))/g;
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
  return parsedDumps(of, 'php-var_dump', dumps);
};

/** Xdebug's HTML: tags out, the entities that it wrote for signs of HTML undone. */
function withoutMarkup(of: Mapped): Mapped {
  const text = of.text;
  if (!/<small>|<font color=|<pre class=['"]xdebug/.test(text)) return of;
  const out = new Rewriter(of);
  let kept = 0;
  for (const found of text.matchAll(/<\/?(?:pre|b|i|small|font|br)\b[^<>]{0,200}>|&(?:gt|lt|quot|amp|nbsp|#0?39);/g)) {
    out.keep(kept, found.index);
    kept = found.index + found[0].length;
    out.put(entities.get(found[0]) ?? '', found.index, kept);
  }
  out.keep(kept, text.length);
  return out.done();
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&gt;', '>'],
  ['&lt;', '<'],
  ['&quot;', '"'],
  ['&amp;', '&'],
  ['&nbsp;', ' '],
  ['&#39;', "'"],
  ['&#039;', "'"],
]);

const BRANCH = /^&?(?:array\s?\((size=)?(\d{1,9})\)|(?:object|class)\s?\(?[\w\\]{1,200}\)?(?:#\d{1,9}|\[\d{1,9}\])(?:\s\((\d{1,9})\))?)/;
const KEY =
  /^(?:\[(?:"([^"\n]{0,200})"[^\]\n]{0,200}|(-?\d{1,20}))\]|(?:(?:public|protected|private)\s(?:[\w?]{1,32}\s)?)?(?:\$(\w{1,200})|'([^'\n]{0,200})'|(-?\d{1,20})))\s{0,8}=>/;

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
    this.#blank();
    const start = this.at;
    const head = this.#text.slice(start, start + 280);
    const branch = BRANCH.exec(head);
    if (branch) {
      this.at += branch[0].length;
      return this.#branch(start, Number(branch[2] ?? branch[3] ?? 0), depth);
    }
    const string = /^&?string\((\d{1,9})\)\s"/.exec(head);
    if (string) return this.#string(start + string[0].length, Number(string[1]));
    if (/^&?string\s'/.test(head)) return this.#measured(start + head.indexOf("'") + 1);
    const scalar = /^&?(?:(?:int|float|double|bool|boolean|enum)(?:\(([^()\n]{0,64})\)|\s([^\s]{1,64}))|(null)\b)/i.exec(head);
    if (!scalar) {
      if (start >= this.#text.length) this.cut = true;
      return null;
    }
    this.at += scalar[0].length;
    if (scalar[3]) return { kind: 'leaf', text: sliceOf(this.#of, start, this.at), word: 'null' };
    const word = scalar[1] ?? scalar[2] ?? '';
    const to = this.at - (scalar[1] === undefined ? 0 : 1);
    const kind = word === 'true' || word === 'false' ? word : 'number';
    return { kind: 'leaf', text: sliceOf(this.#of, to - word.length, to), word: kind };
  }

  /** In brackets, or (Xdebug's HTML) as many elements as were announced. */
  #branch(start: number, size: number, depth: number): Node | null {
    this.#blank();
    const bracket = this.#text[this.at] === '{';
    if (bracket) this.at++;
    const entries: Entry[] = [];
    for (;;) {
      if (!bracket && entries.length >= size) {
        if (size === 0) this.at += /^\s{0,8}empty/.exec(this.#text.slice(this.at, this.at + 16))?.[0].length ?? 0;
        break;
      }
      this.#blank();
      if (this.at >= this.#text.length) {
        this.cut = true;
        break;
      }
      if (bracket && this.#text[this.at] === '}') {
        this.at++;
        break;
      }
      const entry = this.#element(depth);
      if (entry) entries.push(entry);
      else if (!this.cut) return null;
      if (this.cut) break;
    }
    return listed({ kind: 'map', entries, text: sliceOf(this.#of, start, this.at) });
  }

  #element(depth: number): Entry | null {
    const key = KEY.exec(this.#text.slice(this.at, this.at + 460));
    if (!key) {
      this.cut = /^[^\n]{0,64}$/.test(this.#text.slice(this.at, this.at + 80));
      return null;
    }
    const name = key[1] ?? key[2] ?? key[3] ?? key[4] ?? key[5] ?? '';
    const from = this.at + key[0].indexOf(name, name === key[3] ? key[0].indexOf('$') : 0);
    this.at += key[0].length;
    const value = this.value(depth + 1);
    return value && { key: leafOf(sliceOf(this.#of, from, from + name.length)), value };
  }

  #string(from: number, bytes: number): Leaf {
    const text = this.#text;
    let to = byteEnd(text, from, bytes);
    if (to < 0 || !/^"(?:\s|$|\})/.test(text.slice(to, to + 2))) {
      const end = /"(?=\s{1,512}(?:\[["\d-]|\}|['$\d]|p(?:ublic|rotected|rivate)\s))|"\s{0,64}$/g;
      end.lastIndex = from;
      to = end.exec(text)?.index ?? -1;
    }
    if (to < 0) this.cut = true;
    const stop = to < 0 ? text.length : to;
    this.at = Math.min(stop + 1, text.length);
    return leafOf(sliceOf(this.#of, from, stop));
  }

  /** `string 'text' (length=4)`: to the first end whose length is right, else to the first end. */
  #measured(from: number): Leaf {
    const ends = /'(\.\.\.)?\s\(length=(\d{1,9})\)/g;
    ends.lastIndex = from;
    let first: RegExpExecArray | null = null;
    for (let tries = 0; tries < 8; tries++) {
      const found = ends.exec(this.#text);
      if (!found) break;
      first ??= found;
      if (byteEnd(this.#text, from, Number(found[2])) !== found.index) continue;
      first = found;
      break;
    }
    if (!first) this.cut = true;
    const to = first?.index ?? this.#text.length;
    this.at = first ? to + first[0].length : to;
    return leafOf(sliceOf(this.#of, from, to));
  }

  #blank(): void {
    while (this.at < this.#text.length && /\s/.test(this.#text[this.at] as string)) this.at++;
  }
}

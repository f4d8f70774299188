/**
 * `{ a = b; c = "d"; }`: dictionaries as Foundation describes them (`NSLog`), `\Uxxxx` for all beyond ASCII; also with the quotes inside
 * left as they are, as Swift and newer tools print them. @see NSDictionary description; old-style ASCII property lists
 */
import { Rewriter, sliceOf } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { hexPair } from '../text/percent.ts';
import { MAX_DUMPS, leafOf, parsedDumps } from './dump.ts';
import type { Dump } from './dump.ts';
import { unescapeText } from './string-escapes.ts';
import { MAX_DEPTH, MAX_PAIRS } from './tree.ts';
import type { Entry, Leaf, Node, Reader } from './tree.ts';

export const readIosLog: Reader = (of) => {
  const heads = /\{\s{0,512}(?:"[^"\n]{1,200}"|[\w.-]{1,200}) = (?=["({\w./<:-])/g;
  const dumps: Dump[] = [];
  let failures = 0;
  for (let found = heads.exec(of.text); found && dumps.length < MAX_DUMPS && failures < 16; found = heads.exec(of.text)) {
    const scanner = new Scanner(of, found.index);
    const root = scanner.value(0);
    if (root?.kind === 'map') dumps.push({ root, start: found.index, end: scanner.at, cut: scanner.cut });
    else failures++;
    heads.lastIndex = Math.max(heads.lastIndex, root ? scanner.at : 0);
  }
  return parsedDumps(of, 'ios-log', dumps);
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

  value(depth: number): Node | null {
    if (depth > MAX_DEPTH || ++this.#count > MAX_PAIRS) return null;
    this.#blank();
    const char = this.#text[this.at];
    if (char === '{') return this.#map(depth);
    if (char === '(') return this.#list(depth);
    if (char === '"') return this.#quoted(false);
    return this.#word();
  }

  #map(depth: number): Node | null {
    const start = this.at++;
    const entries: Entry[] = [];
    for (;;) {
      this.#blank();
      const char = this.#text[this.at];
      if (char === undefined) {
        this.cut = true;
        break;
      }
      if (char === '}') {
        this.at++;
        break;
      }
      const key = char === '"' ? this.#quoted(true) : this.#word();
      if (!key) return null;
      this.#blank();
      if (this.#text[this.at] !== '=') {
        this.cut = this.at >= this.#text.length;
        if (this.cut) break;
        return null;
      }
      this.at++;
      const value = this.value(depth + 1);
      if (!value) return null;
      entries.push({ key, value });
      this.#blank();
      if (this.#text[this.at] === ';') this.at++;
      else if (this.at < this.#text.length && this.#text[this.at] !== '}') return null;
    }
    return { kind: 'map', entries, text: sliceOf(this.#of, start, this.at) };
  }

  #list(depth: number): Node | null {
    const start = this.at++;
    const entries: Entry[] = [];
    for (;;) {
      this.#blank();
      const char = this.#text[this.at];
      if (char === undefined) {
        this.cut = true;
        break;
      }
      if (char === ')') {
        this.at++;
        break;
      }
      const value = this.value(depth + 1);
      if (!value) return null;
      entries.push({ key: null, value });
      this.#blank();
      if (this.#text[this.at] === ',') this.at++;
      else if (this.at < this.#text.length && this.#text[this.at] !== ')') return null;
    }
    return { kind: 'list', entries, text: sliceOf(this.#of, start, this.at) };
  }

  /** Foundation quotes whatever is not all of these; some tools leave the quotes out around other things as well. */
  #word(): Leaf | null {
    const start = this.at;
    while (this.at < this.#text.length && !/[\s;,={}()"]/.test(this.#text[this.at] as string)) this.at++;
    if (this.at === start) return null;
    const text = sliceOf(this.#of, start, this.at);
    return text.text === '<null>' ? { kind: 'leaf', text, word: 'null' } : leafOf(text);
  }

  /** Where quotes inside are not escaped, the text ends at the quote before `;` or a bracket at the end of a line. */
  #quoted(key: boolean): Leaf {
    const text = this.#text;
    const from = this.at + 1;
    let to = from;
    while (to < text.length && text[to] !== '"') to += text[to] === '\\' ? 2 : 1;
    const fits = key ? /^"\s{0,8}=/ : /^"\s{0,64}[;,)}]/;
    const structured = !key && /^[{[]\s?"/.test(text.slice(from, from + 3));
    if (structured || !fits.test(text.slice(to, to + 66))) {
      const end = structured ? /"(?=;\s{0,512}(?:\}|"?[\w.-]{1,64}"? = )|;?\s{0,64}$|,?\n)/g : /"(?=\s{0,64};|,?\s{0,64}\n)/g;
      end.lastIndex = from;
      to = end.exec(text)?.index ?? text.length;
    }
    if (to >= text.length) this.cut = true;
    to = Math.min(to, text.length);
    this.at = Math.min(to + 1, text.length);
    const inside = sliceOf(this.#of, from, to);
    // The text inside was printed as it is: its backslashes are its own.
    return leafOf(structured && !inside.text.includes('\\U') ? inside : unescapeText(wideUndone(inside)));
  }

  #blank(): void {
    while (this.at < this.#text.length && /\s/.test(this.#text[this.at] as string)) this.at++;
  }
}

/** `\U4e2d`, which C strings do not know. */
function wideUndone(of: Mapped): Mapped {
  const text = of.text;
  if (!text.includes('\\U')) return of;
  const out = new Rewriter(of);
  let kept = 0;
  for (const { index, 0: found } of text.matchAll(/\\[^]/g)) {
    const high = found === '\\U' ? hexPair(text, index + 2) : -1;
    const low = high < 0 ? -1 : hexPair(text, index + 4);
    if (low < 0) continue;
    out.keep(kept, index);
    kept = index + 6;
    out.put(String.fromCharCode(high * 256 + low), index, kept);
  }
  out.keep(kept, text.length);
  return out.done();
}

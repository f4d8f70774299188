/** Finds, from left to right, the stretches of a text that may be messages. What it learnt about a line is kept: no line is searched twice. */
import type { Mapped } from '../text/mapped.ts';
import { tryLiteral } from './literal.ts';
import { queryIn } from './log-query.ts';
import type { Piece, QueryPiece } from './log-query.ts';
import { scanXml } from './xml-scan.ts';

/** What may be spent on beginnings that lead nowhere, in all. */
const MAX_FAILURES = 500;
const UNITS_PER_CHARACTER = 4;

export class Finder {
  readonly #of: Mapped;
  readonly #text: string;
  #failures = MAX_FAILURES;
  #units: number;
  #lineEnd = -1;
  #query: QueryPiece | null = null;

  constructor(of: Mapped) {
    this.#of = of;
    this.#text = of.text;
    this.#units = of.text.length * UNITS_PER_CHARACTER + 4096;
  }

  /** The next stretch at or after `from`; null when there is none, or when too much was tried in vain. */
  next(from: number): Piece | null {
    const text = this.#text;
    for (let at = from; at < text.length && this.#failures > 0 && this.#units > 0;) {
      if (at >= this.#lineEnd || (this.#query && this.#query.start < at)) {
        const stop = at >= this.#lineEnd ? text.indexOf('\n', at) : this.#lineEnd;
        this.#lineEnd = stop < 0 ? text.length : stop;
        this.#query = queryIn(text, at, this.#lineEnd);
      }
      const structure = structureIn(text, at, this.#query ? Math.min(this.#query.first, this.#lineEnd) : this.#lineEnd);
      if (structure < 0) {
        if (this.#query) return this.#query;
        at = this.#lineEnd + 1;
        continue;
      }
      const end = this.#structureEnd(structure);
      if (end > structure) return { start: structure, end };
      this.#failures--;
      at = structure + 1;
    }
    return null;
  }

  /** Where the structure ends; -1 where it is none. */
  #structureEnd(start: number): number {
    const text = this.#text;
    if (text[start] === '<') {
      const document = scanXml(this.#of, start);
      if (typeof document !== 'string') return document.end;
      this.#units -= text.length - start;
      return -1;
    }
    const { result, reached } = tryLiteral(this.#of, start);
    const node = typeof result !== 'string' && result.node.kind !== 'leaf' ? result.node : null;
    if (typeof result !== 'string' && node && !result.cut && node.entries.length > 0) return result.end;
    const head = text.slice(start, start + 200);
    if (typeof result !== 'string' && result.cut && /^\[?\{\s*"[\w.-]+"\s*:/.test(head)) return result.end;
    this.#units -= reached - start;
    // A map as Java prints it, `{a=1, b=2}`: to the last bracket before a blank line.
    if (!/^\{\s*[A-Za-z_]\w*=/.test(head)) return -1;
    // `{a=1&b=2}`: brackets of a log around a body.
    if (this.#query?.start === start + 1 && !text.slice(start, text.indexOf('&', start)).includes(', ')) return -1;
    const stop = text.indexOf('\n\n', start);
    const limit = stop < 0 ? text.length : stop;
    this.#units -= limit - start;
    const close = text.lastIndexOf('}', limit);
    return close > start ? close + 1 : -1;
  }
}

/** The first bracket or tag that can begin a message: `{"`, `{'`, `{name`, `[{`, `<xml>`. */
function structureIn(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x7b && /[\s"'A-Za-z_]/.test(text[at + 1] ?? ' ')) return at;
    if (unit === 0x5b && text[at + 1] === '{') return at;
    if (unit === 0x3c && /^<(\?xml|xml|notify|alipay)\b/.test(text.slice(at, at + 8))) return at;
  }
  return -1;
}

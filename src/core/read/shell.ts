/** Splits command lines into words as shells do: POSIX quotes, `$'…'`, and the `^"…^"` of Windows' cmd. @see POSIX Shell §2.2 */
import { Rewriter } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { escapeAt } from './string-escapes.ts';
import { utf8Run } from './hex-escapes.ts';

export interface Command {
  readonly words: readonly Mapped[];
  readonly end: number;
}

/** Reads the words from `start` to the end of the command: an unquoted line end, `;`, `|` or `&`. */
export function readCommand(of: Mapped, start: number): Command {
  return new Shell(of).run(start);
}

/** Windows' cmd: Chromium puts a caret before every quote there, people end their lines with one. */
function isCmd(text: string, start: number): boolean {
  const head = text.slice(start, start + 4096);
  const quote = head.search(/["']/);
  if (quote > 0 && head[quote - 1] === '^') return true;
  // Quotes that are doubled inside quotes; a POSIX shell would take them away.
  if (/\s(?:-d|--(?:data[\w-]{0,16}|json))[\s=]{0,8}"[{[]\s{0,64}""\w/.test(text.slice(start, start + 16_384))) return true;
  return head[quote] !== "'" && /^[^\r\n]*\^\r?\n/.test(head);
}

class Shell {
  readonly #of: Mapped;
  readonly #text: string;
  readonly #words: Mapped[] = [];
  #word: Rewriter | null = null;
  #at = 0;

  constructor(of: Mapped) {
    this.#of = of;
    this.#text = of.text;
  }

  run(start: number): Command {
    this.#at = start;
    const step = isCmd(this.#text, start) ? (): boolean => this.#cmd() : (): boolean => this.#posix();
    while (this.#at < this.#text.length && step());
    this.#close();
    return { words: this.#words, end: this.#at };
  }

  #posix(): boolean {
    const text = this.#text;
    const char = text[this.#at] as string;
    if (char === '\n' || char === '\r' || char === ';' || char === '|' || char === '&') return false;
    if (char === ' ' || char === '\t') this.#blank();
    else if (char === '\\') {
      const size = text[this.#at + 1] === '\r' && text[this.#at + 2] === '\n' ? 3 : 2;
      if (size === 3 || text[this.#at + 1] === '\n') this.#at += size;
      else this.#take(this.#at + 1, this.#at + 2, this.#at + 2);
    } else if (char === "'") {
      const close = this.#find("'", this.#at + 1);
      this.#take(this.#at + 1, close, close + 1);
    } else if (char === '$' && text[this.#at + 1] === "'") this.#ansi();
    else if (char === '"') this.#double();
    else this.#take(this.#at, this.#at + 1, this.#at + 1);
    return true;
  }

  /** Inside double quotes a backslash quotes only what would end or expand them. */
  #double(): void {
    const text = this.#text;
    this.#take(this.#at, this.#at, this.#at + 1);
    let kept = this.#at;
    for (; this.#at < text.length && text[this.#at] !== '"'; this.#at++) {
      if (text[this.#at] !== '\\') continue;
      const next = text[this.#at + 1] ?? '';
      if (!'$`"\\\n'.includes(next)) continue;
      this.#word?.keep(kept, this.#at);
      kept = this.#at + (next === '\n' ? 2 : 1);
      this.#at++;
    }
    this.#word?.keep(kept, Math.min(this.#at, text.length));
    this.#at++;
  }

  /** `$'…'`: the escapes of C; `\xHH` are bytes of UTF-8. */
  #ansi(): void {
    const text = this.#text;
    this.#take(this.#at, this.#at, this.#at + 2);
    let kept = this.#at;
    while (this.#at < text.length && text[this.#at] !== "'") {
      if (text[this.#at] !== '\\') {
        this.#at++;
        continue;
      }
      this.#word?.keep(kept, this.#at);
      const run = utf8Run(text, this.#at);
      const { value, size } = run ?? escapeAt(text, this.#at);
      this.#word?.put(value, this.#at, this.#at + size);
      this.#at += size;
      kept = this.#at;
    }
    this.#word?.keep(kept, Math.min(this.#at, text.length));
    this.#at++;
  }

  /** In cmd a caret quotes the next character; programs then read `"…"` with `\"` (or `""`) inside. */
  #cmd(): boolean {
    const text = this.#text;
    const char = text[this.#at] as string;
    if (char === '\n' || char === '\r') return false;
    if (char === ' ' || char === '\t') this.#blank();
    else if (char === '^' && /[\r\n]/.test(text[this.#at + 1] ?? '')) this.#at += text[this.#at + 1] === '\r' ? 3 : 2;
    else if (char === '"' || (char === '^' && text[this.#at + 1] === '"')) this.#cmdQuoted(char === '^' ? 2 : 1);
    else if (char === '^') this.#take(this.#at + 1, this.#at + 2, this.#at + 2);
    else this.#take(this.#at, this.#at + 1, this.#at + 1);
    return true;
  }

  #cmdQuoted(size: number): void {
    const text = this.#text;
    this.#take(this.#at, this.#at, this.#at + size);
    while (this.#at < text.length) {
      let at = this.#at;
      if (text[at] === '^' && size === 2) at++;
      const char = text[at];
      if (char === undefined) break;
      // A line end inside is written `^` and two of them.
      const ends = at > this.#at ? /^\r?\n(\r?\n)?/.exec(text.slice(at, at + 4)) : null;
      if (ends) {
        if (ends[1] !== undefined) this.#word?.put('\n', at, at + ends[0].length);
        this.#at = at + ends[0].length;
        continue;
      }
      // `^\^"` and `\"` are a quote inside; so is `""`.
      const escaped = char === '\\' ? (/^\\\^?(["\\])/.exec(text.slice(at, at + 3)) ?? null) : null;
      if (escaped) {
        this.#word?.put(escaped[1] as string, this.#at, at + escaped[0].length);
        this.#at = at + escaped[0].length;
      } else if (char === '"') {
        if (text[at + 1] !== '"') {
          this.#at = at + 1;
          return;
        }
        this.#word?.put('"', at, at + 2);
        this.#at = at + 2;
      } else {
        this.#word?.keep(at, at + 1);
        this.#at = at + 1;
      }
    }
  }

  #blank(): void {
    this.#close();
    this.#at++;
  }

  #close(): void {
    if (this.#word) this.#words.push(this.#word.done());
    this.#word = null;
  }

  #take(start: number, end: number, next: number): void {
    this.#word ??= new Rewriter(this.#of);
    this.#word.keep(start, Math.min(end, this.#text.length));
    this.#at = next;
  }

  #find(what: string, from: number): number {
    const at = this.#text.indexOf(what, from);
    return at < 0 ? this.#text.length : at;
  }
}

/**
 * Text that remembers where it stood. Every undoing step (an escape, a wrapped line, a comment prefix) makes a new text
 * out of an old one; a `Mapped` carries the way back, so that whatever is read can be shown in the paste.
 */

/** Runs of a rewritten text, in order: run k begins at `at[k]` inside and stood at `[from[k], to[k])` in the source text. */
interface Runs {
  readonly at: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly length: number;
}

/** A text, and its place in the source text (UTF-16 offsets). Make one with `wholeText`, `sliceOf` or a `Rewriter`. */
export interface Mapped {
  readonly text: string;
  readonly base: number;
  readonly runs: Runs | null;
}

export function wholeText(text: string): Mapped {
  return { text, base: 0, runs: null };
}

export function sliceOf(of: Mapped, start: number, end: number): Mapped {
  return { text: of.text.slice(start, end), base: of.base + start, runs: of.runs };
}

/** Where `[start, end)` of a mapped text stood, as offsets of the source text. */
export function placeOf(of: Mapped, start = 0, end = of.text.length): readonly [start: number, end: number] {
  const from = placeAt(of, start, false);
  return end <= start ? [from, from] : [from, placeAt(of, end, true)];
}

/** `closing` asks for the end of the character before, which matters where an escape became one character. */
function placeAt(of: Mapped, offset: number, closing: boolean): number {
  const inner = of.base + offset;
  const runs = of.runs;
  if (!runs) return inner;
  const probe = closing ? inner - 1 : inner;
  let low = 0;
  let high = runs.at.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs.at[middle] as number) <= probe) low = middle;
    else high = middle - 1;
  }
  const at = runs.at[low] ?? 0;
  const from = runs.from[low] ?? 0;
  const to = runs.to[low] ?? 0;
  const size = (runs.at[low + 1] ?? runs.length) - at;
  if (to - from === size) return Math.min(from + (inner - at), to);
  return closing ? to : from;
}

/** Builds a new text out of pieces of an old one (or of several). */
export class Rewriter {
  readonly #of: Mapped;
  readonly #text: string[] = [];
  readonly #at: number[] = [];
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  #length = 0;

  constructor(of: Mapped) {
    this.#of = of;
  }

  /** Takes `[start, end)` over as it is. */
  keep(start: number, end: number): void {
    if (end > start) this.append(sliceOf(this.#of, start, end));
  }

  /** Writes `text` for `[start, end)` of the old one. */
  put(text: string, start: number, end: number): void {
    if (text !== '') this.#push(text, ...placeOf(this.#of, start, end));
  }

  /** Takes over a text that stood elsewhere, places and all. */
  append(piece: Mapped): void {
    for (const [start, end] of splitByRuns(piece)) this.#push(piece.text.slice(start, end), ...placeOf(piece, start, end));
  }

  done(): Mapped {
    return { text: this.#text.join(''), base: 0, runs: { at: this.#at, from: this.#from, to: this.#to, length: this.#length } };
  }

  #push(text: string, from: number, to: number): void {
    const last = this.#at.length - 1;
    const lastSize = this.#length - (this.#at[last] ?? 0);
    const lastExact = last >= 0 && (this.#to[last] as number) - (this.#from[last] as number) === lastSize;
    if (lastExact && to - from === text.length && this.#to[last] === from) this.#to[last] = to;
    else {
      this.#at.push(this.#length);
      this.#from.push(from);
      this.#to.push(to);
    }
    this.#text.push(text);
    this.#length += text.length;
  }
}

/** Puts texts end to end. */
export function joinMapped(pieces: readonly Mapped[]): Mapped {
  const out = new Rewriter(wholeText(''));
  for (const piece of pieces) out.append(piece);
  return out.done();
}

/** Cuts a text where its runs meet, so that each part lies in one run. */
function* splitByRuns(of: Mapped): Iterable<readonly [start: number, end: number]> {
  const at = of.runs?.at ?? [];
  const size = of.text.length;
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] as number) <= of.base) low = middle + 1;
    else high = middle;
  }
  for (let start = 0, k = low; start < size; k++) {
    const end = Math.min(size, (at[k] ?? Infinity) - of.base);
    if (end > start) yield [start, end];
    start = end;
  }
}

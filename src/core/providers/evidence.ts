/** Looking at a reading for the marks of a dialect. */
import type { Reading } from '../read/reading.ts';
import type { Evidence } from './provider.ts';

/** No message has more parameters; noise may have a hundred thousand, and each dialect looks at them. */
const MOST = 2000;

/** Collects evidence over the parameters of one reading; the first of a repeated name counts. */
export class Marks {
  readonly #values = new Map<string, string>();
  readonly #evidence: Evidence[] = [];
  #score = 0;

  constructor(reading: Reading) {
    const pairs = reading.pairs.slice(0, MOST);
    for (const { name, value } of pairs) {
      const key = name.trim();
      if (!this.#values.has(key)) this.#values.set(key, value);
    }
    // Beans print notifyType, parsers total_amount[]: the message is the same.
    for (const { name, value } of pairs) {
      const key = plainName(name.trim());
      if (!this.#values.has(key)) this.#values.set(key, value);
    }
  }

  value(name: string): string | undefined {
    return this.#values.get(name);
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** A value speaks for the dialect. */
  is(name: string, weight: number, test: (value: string) => boolean): boolean {
    const value = this.#values.get(name);
    const holds = value !== undefined && test(value.trim());
    if (holds) this.#add({ id: 'parameter-value', name, value: value.trim().slice(0, 64) }, weight);
    return holds;
  }

  /** The presence of any of these names does. */
  some(names: readonly string[], weight: number): boolean {
    const found = names.filter((name) => this.#values.has(name));
    for (const name of found.slice(0, 3)) this.#add({ id: 'parameter-present', name }, weight / Math.min(found.length, 3));
    return found.length > 0;
  }

  /** The absence of a name does. */
  lacks(name: string, weight: number): boolean {
    const holds = !this.#values.has(name);
    if (holds) this.#add({ id: 'parameter-absent', name }, weight);
    return holds;
  }

  /** The claim, or null below `least`. */
  claim(least: number): { readonly score: number; readonly evidence: readonly Evidence[] } | null {
    const score = Math.round(Math.min(1, this.#score) * 1000) / 1000;
    return score < least ? null : { score, evidence: this.#evidence };
  }

  #add(evidence: Evidence, weight: number): void {
    this.#score += weight;
    this.#evidence.push(evidence);
  }
}

const plainName = (name: string): string =>
  name
    .replace(/\[\d*\]$/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase();

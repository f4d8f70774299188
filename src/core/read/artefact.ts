/** What the repairs of copy artefacts share: a list of replacements becomes the new text and the account of it. */
import { Rewriter, placeOf } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import type { RepairId } from './reading.ts';
import type { Undone } from './tree.ts';

/** One repair: the new text and what was undone, or null where nothing proves that it is needed. Total and linear. */
export type Artefact = (of: Mapped) => Repaired | null;

export interface Repaired {
  readonly text: Mapped;
  readonly undone: Undone;
}

/** `[start, end)` becomes `text`. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Makes the replacements, which stand in order and apart; null where there are none. */
export function replaced(of: Mapped, id: RepairId, replacements: Iterable<Replacement>): Repaired | null {
  const out = new Rewriter(of);
  const places: (readonly [number, number])[] = [];
  let count = 0;
  let kept = 0;
  for (const { start, end, text } of replacements) {
    out.keep(kept, start);
    out.put(text, start, end);
    kept = end;
    if (places.length < 16) places.push(placeOf(of, start, end));
    count++;
  }
  if (count === 0) return null;
  out.keep(kept, of.text.length);
  return { text: out.done(), undone: { id, places, count } };
}

/** A literal, XML, or a map as some program prints it or some source code fills it. */
const STRUCTURE =
  /[{[]\s{0,64}[[{(]?\s{0,64}(?:["']|:[a-z])|\{\s{0,64}[A-Za-z_]\w{0,64}(?:\s?: | = )|(?:^\s{0,64}|[({[]\s{0,64})[A-Za-z_]\w{0,64}=[^&{}=]{0,256},\s{1,64}[A-Za-z_]\w{0,64}=|\[[A-Za-z_]\w{0,64}=[^&{}=]{0,256},[A-Za-z_]\w{0,64}=|\b(?:of|entry|mapOf|Q\w{0,16}\()\(\s{0,64}"|\b(?:array|object)\s{0,8}\(|\b(?:insert|replace)\s(?:ignore\s)?into\s|\bupdate\s\S{1,100}\sset\s|\bmap\[|\ba:\d{1,4}:\{|\.(?:put|add|append)\(|\[[A-Za-z_]\w{0,64}, |\bkey\s?[:=] |<\?xml|<xml|<(?:map|entry|string|plist|properties|resources|input|form|add|item)\b|\bxdebug-|<small>string</i;

/** Where the first structure begins whose strings are its own affair: JSON, a language's literal, XML. Infinity where there is none. */
export function structureStart(text: string): number {
  return STRUCTURE.exec(text)?.index ?? Infinity;
}

/** The same, but a structure that is a parameter's value (`fund_bill_list=[{"…`) is none: parameters may follow it. */
export function literalStart(text: string): number {
  const start = structureStart(text);
  return start !== Infinity && /[=＝]\s?$/.test(text.slice(Math.max(0, start - 8), start)) ? Infinity : start;
}

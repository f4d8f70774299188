/** Where printed maps begin and end, whatever their brackets. */
import { trimmed } from './assignments.ts';
import { MAX_DUMPS } from './dump.ts';
import type { Region } from './members.ts';

export interface Brackets {
  /** Up to the first name, the bracket last; source of an expression. */
  readonly head: string;
  readonly open: string;
  readonly close: string;
  /** A name and what stands between it and its value; source of an expression. */
  readonly member: string;
}

export function* regionsIn(text: string, brackets: Brackets): Iterable<Region> {
  const heads = new RegExp(`${brackets.head}\\s{0,64}(?=${brackets.member})`, 'g');
  const onLine = new RegExp(`\\n[^\\n${escaped(brackets.open)}]{0,512}${brackets.head}\\s{0,64}${brackets.member}`, 'g');
  let count = 0;
  let limit = -1;
  for (let found = heads.exec(text); found && count < MAX_DUMPS; found = heads.exec(text)) {
    const start = found.index;
    // The line on which the next map begins, or the end of the text.
    if (limit <= heads.lastIndex) {
      onLine.lastIndex = heads.lastIndex;
      limit = onLine.exec(text)?.index ?? text.length;
    }
    const close = closeOf(text, heads.lastIndex, limit, brackets);
    const cut = close < 0;
    const stop = cut ? trimmed(text, start, limit)[1] : close;
    count++;
    yield { start, inside: heads.lastIndex, stop, end: cut ? stop : stop + 1, cut };
    heads.lastIndex = Math.max(stop, heads.lastIndex);
  }
}

/** The bracket that closes the map: its fellow by count, unless members follow it; then the last one. */
function closeOf(text: string, inside: number, limit: number, { open, close, member }: Brackets): number {
  const follows = new RegExp(`^[^\\n${escaped(open)}]{0,2048},\\s${member}`);
  let depth = 1;
  for (let at = inside; at < limit; at++) {
    const char = text[at];
    if (char === open) depth++;
    else if (char === close && --depth === 0) {
      if (!follows.test(text.slice(at, Math.min(limit, at + 2200)))) return at;
      break;
    }
  }
  const last = text.slice(inside, limit).lastIndexOf(close);
  return last < 0 ? -1 : inside + last;
}

export const escaped = (text: string): string => text.replace(/[|()[\]{}.*+?^$\\]/g, '\\$&');

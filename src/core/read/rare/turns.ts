/**
 * Names and values on lines by turns, as Chrome's developer tools give the form data of a request: `name` or `name:`, and the value on the
 * next line. The line `sign` tells which lines are the names.
 */
import { sliceOf } from '../../text/mapped.ts';
import type { Mapped } from '../../text/mapped.ts';
import { trimmed } from '../assignments.ts';
import { MAX_PAIRS } from '../tree.ts';
import type { Reader } from '../tree.ts';
import { gathered } from './gathered.ts';
import type { Placed } from './gathered.ts';

interface Line {
  readonly start: number;
  readonly end: number;
}

const NAME = /^[A-Za-z_][\w.[\]-]{0,127}[:：]?$/;

/** What the tools show for a value that is none. */
const EMPTY = /^\((?:empty|空)\)$/;

export const readTurns: Reader = (of) => {
  const text = of.text;
  if (!/(?:^|\n)[ \t]{0,64}sign[:：]?[ \t]{0,64}\r?\n/.test(text)) return [];
  const lines = linesOf(text);
  const nameAt = (i: number): string | null => {
    const line = lines[i];
    const name = line ? text.slice(line.start, Math.min(line.end, line.start + 130)).trim() : '';
    return NAME.test(name) ? name.replace(/[:：]$/, '') : null;
  };
  const pairs: Placed[] = [];
  let from = 0;
  for (let sign = 0; sign < lines.length && pairs.length < MAX_PAIRS; sign++) {
    if (nameAt(sign) !== 'sign') continue;
    const seen = new Set(['sign']);
    const isNext = (i: number): boolean => {
      const name = nameAt(i);
      return name !== null && seen.size < seen.add(name).size;
    };
    let first = sign;
    while (first - 2 >= from && isNext(first - 2)) first -= 2;
    let last = sign;
    while (last + 3 < lines.length && isNext(last + 2)) last += 2;
    for (let i = first; i <= last; i += 2) {
      const [name, value] = [lines[i], lines[i + 1]];
      if (name && value) pairs.push(toPair(of, name, value));
    }
    from = last + 2;
    sign = last + 1;
  }
  return gathered(of, pairs, { form: 'lines', encoded: true });
};

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length && lines.length < MAX_PAIRS * 2;) {
    const stop = text.indexOf('\n', start);
    const to = stop < 0 ? text.length : stop;
    lines.push({ start, end: to > start && text[to - 1] === '\r' ? to - 1 : to });
    start = to + 1;
  }
  return lines;
}

function toPair(of: Mapped, name: Line, value: Line): Placed {
  const [start, end] = trimmed(of.text, name.start, name.end);
  const colon = /[:：]$/.test(of.text.slice(start, end)) ? 1 : 0;
  const text = sliceOf(of, value.start, value.end);
  return {
    name: sliceOf(of, start, end - colon),
    value: EMPTY.test(text.text) ? sliceOf(of, value.start, value.start) : text,
    start,
    end: value.end,
  };
}

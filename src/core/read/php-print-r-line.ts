/** `print_r` as a browser shows it: all blanks become one, so that the elements stand behind each other on one line. */
import { sliceOf } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { trimmed } from './assignments.ts';
import { leafOf, listed } from './dump.ts';
import type { Dump } from './dump.ts';
import { MAX_DEPTH, MAX_PAIRS } from './tree.ts';
import type { Branch, Entry, Leaf } from './tree.ts';

interface Open {
  readonly start: number;
  readonly entries: Entry[];
  readonly key: Leaf | null;
}

/** @param inside behind the bracket of the outermost array, which begins at `start` */
export function readPrintRLine(of: Mapped, start: number, inside: number): Dump | null {
  const text = of.text;
  const stop = endOf(text, inside);
  const stack: Open[] = [{ start, entries: [], key: null }];
  const marks = [...marksIn(text, inside, stop)];
  if (marks.length === 0 || marks.length > MAX_PAIRS) return null;
  for (const [i, mark] of marks.entries()) {
    const key = leafOf(sliceOf(of, mark.name[0], mark.name[1]));
    const next = marks[i + 1]?.start ?? stop;
    const [from, full] = trimmed(text, mark.value, next);
    if (isOpen(text, from, full)) {
      if (stack.length > MAX_DEPTH) return null;
      stack.push({ start: from, entries: [], key });
      continue;
    }
    const last = i === marks.length - 1;
    const { to, closed } = closers(text, from, full, last ? stack.length : stack.length - 1);
    (stack.at(-1) as Open).entries.push({ key, value: leafOf(sliceOf(of, from, to)) });
    for (let k = 0; k < closed; k++) {
      const open = stack.pop() as Open;
      const branch = toBranch(of, open, full);
      const parent = stack.at(-1);
      if (!parent) return { root: branch, start, end: full };
      parent.entries.push({ key: open.key, value: branch });
    }
  }
  while (stack.length > 1) {
    const open = stack.pop() as Open;
    (stack.at(-1) as Open).entries.push({ key: open.key, value: toBranch(of, open, stop) });
  }
  return { root: toBranch(of, stack[0] as Open, stop), start, end: stop, cut: true };
}

const toBranch = (of: Mapped, { start, entries }: Open, end: number): Branch =>
  listed({ kind: 'map', entries, text: sliceOf(of, start, end) });

/** The dump ends with the last bracket before the next dump begins, or before an empty line. */
function endOf(text: string, inside: number): number {
  const pattern = /\n[ \t\r]{0,64}\n|[)\n]\s{0,64}(?:Array|[\w\\]{1,127} Object) \(/g;
  pattern.lastIndex = inside;
  const found = pattern.exec(text);
  const stop = found ? found.index + 1 : text.length;
  const close = text.slice(inside, stop).lastIndexOf(')');
  return close >= 0 ? inside + close + 1 : stop;
}

interface Mark {
  readonly start: number;
  readonly name: readonly [number, number];
  readonly value: number;
}

function* marksIn(text: string, from: number, to: number): Iterable<Mark> {
  const pattern = /\[([^[\]\s=]{1,128})\] =>/g;
  pattern.lastIndex = from;
  for (let found = pattern.exec(text); found && found.index < to; found = pattern.exec(text)) {
    if (!/[\s(]/.test(text[found.index - 1] ?? ' ')) continue;
    const name = (found[1] as string).replace(/:(?:protected|[\w\\]+:private)$/, '');
    yield { start: found.index, name: [found.index + 1, found.index + 1 + name.length], value: pattern.lastIndex };
  }
}

const isOpen = (text: string, from: number, to: number): boolean =>
  /^(?:Array|[\w\\]{1,127} Object) \($/.test(text.slice(from, Math.min(to, from + 160)));

/** Brackets at the end of an element, at most `depth` of them, close the arrays around it. */
function closers(text: string, from: number, full: number, depth: number): { to: number; closed: number } {
  let to = full;
  let closed = 0;
  while (closed < depth && to > from && text[to - 1] === ')' && (to - 1 === from || /\s/.test(text[to - 2] as string))) {
    [, to] = trimmed(text, from, to - 1);
    closed++;
  }
  return { to, closed };
}

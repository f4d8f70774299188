/**
 * `print_r` of PHP: one element a line, nothing quoted, so that an element ends where the next one begins. Also as a browser shows
 * it, on one line. @see php-src ext/standard/var.c, Zend/zend.c print_hash
 */
import { sliceOf } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { trimmed } from './assignments.ts';
import { MAX_DUMPS, leafOf, listed, parsedDumps } from './dump.ts';
import type { Dump } from './dump.ts';
import { lineAt } from './http-lines.ts';
import { readPrintRLine } from './php-print-r-line.ts';
import { MAX_DEPTH, MAX_PAIRS } from './tree.ts';
import type { Branch, Entry, Leaf, Reader } from './tree.ts';

/** Heads that lead nowhere. */
const MAX_FAILURES = 16;

export const readPrintR: Reader = (of) => {
  const text = of.text;
  if (!text.includes('] =>')) return [];
  const dumps: Dump[] = [];
  for (let at = 0, failures = 0; at < text.length && dumps.length < MAX_DUMPS && failures < MAX_FAILURES;) {
    const head = headAt(text, at);
    if (!head) break;
    const inline = /\S/.test(text.slice(head.inside, lineAt(text, head.inside).end));
    const dump = inline ? readPrintRLine(of, head.start, head.inside) : readRows(of, head.start, head.inside);
    if (dump) dumps.push(dump);
    else failures++;
    at = Math.max(dump?.end ?? 0, head.inside);
  }
  if (dumps.length === 0) {
    // The head was left out: only the rows were copied.
    const [start] = trimmed(text, 0, text.length);
    const dump = entryAt(text, start) && readRows(of, start, lineStart(text, start));
    if (dump) dumps.push(dump);
  }
  return parsedDumps(of, 'php-print_r', dumps);
};

/** `Array (` or `stdClass Object (`, the bracket perhaps on the next line; `inside` is behind it. */
function headAt(text: string, from: number): { start: number; inside: number } | null {
  const pattern = /(?:\bArray|\b[A-Za-z_][\w\\]{0,127}(?:@anonymous)? Object)[ \t]{0,8}(?:\r?\n[ \t]{0,512}|[ \t])\(/g;
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  return found && { start: found.index, inside: found.index + found[0].length };
}

interface Open {
  readonly start: number;
  readonly entries: Entry[];
  /** Blanks before the bracket that opened it, and before its elements. */
  readonly outer: number;
  inner: number;
  readonly key: Leaf | null;
}

/** An element whose end is not known yet. */
interface Pending {
  readonly key: Leaf;
  readonly from: number;
}

function readRows(of: Mapped, start: number, inside: number): Dump | null {
  const text = of.text;
  const stack: Open[] = [{ start, entries: [], outer: indentOf(text, lineStart(text, Math.max(inside - 1, 0))), inner: -1, key: null }];
  let pending: Pending | null = null;
  let count = 0;
  const crlf = text.startsWith('\r\n', inside);
  const settle = (open: Open, to: number): void => {
    if (!pending) return;
    const end = crlf && text[to - 1] === '\r' ? to - 1 : to;
    open.entries.push({ key: pending.key, value: leafOf(sliceOf(of, pending.from, Math.max(pending.from, end))) });
    pending = null;
  };
  let at = text[inside - 1] === '(' ? lineAt(text, inside).next : inside;
  while (at < text.length) {
    const open = stack.at(-1) as Open;
    const line = lineAt(text, at);
    const entry = entryAt(text, at);
    if (entry && (open.inner < 0 || entry.indent === open.inner)) {
      if (++count > MAX_PAIRS) return null;
      open.inner = entry.indent;
      settle(open, at - 1);
      pending = { key: leafOf(sliceOf(of, entry.name[0], entry.name[1])), from: entry.value };
      const nested = nestedAt(text, entry.value, entry.indent);
      if (nested > 0) {
        if (stack.length > MAX_DEPTH) return null;
        stack.push({ start: entry.value, entries: [], outer: indentOf(text, lineStart(text, nested - 1)), inner: -1, key: pending.key });
        pending = null;
        at = lineAt(text, nested).next;
        continue;
      }
    } else if (isClose(text, line.start, line.end, open) && !isInValue(text, line.next, open, stack.at(-2))) {
      settle(open, at - 1);
      stack.pop();
      const branch = toBranch(of, open, line.end);
      const parent = stack.at(-1);
      if (!parent) return { root: branch, start, end: line.end };
      parent.entries.push({ key: open.key, value: branch });
      at = blankLine(text, line.next);
      continue;
    }
    at = line.next;
  }
  settle(stack.at(-1) as Open, trimmed(text, 0, text.length)[1]);
  while (stack.length > 1) {
    const open = stack.pop() as Open;
    (stack.at(-1) as Open).entries.push({ key: open.key, value: toBranch(of, open, text.length) });
  }
  const [root] = stack as [Open];
  return root.entries.length > 0 ? { root: toBranch(of, root, text.length), start, end: text.length, cut: true } : null;
}

const toBranch = (of: Mapped, { start, entries }: Open, end: number): Branch =>
  listed({ kind: 'map', entries, text: sliceOf(of, start, end) });

/** `    [name] => value`: blanks before it, the place of the name and where the value begins. Visibility marks are no part of the name. */
function entryAt(text: string, at: number): { indent: number; name: readonly [number, number]; value: number } | null {
  let open = at;
  while (text[open] === ' ' || text[open] === '\t') open++;
  if (text[open] !== '[') return null;
  const head = text.slice(open, open + 300);
  const arrow = head.indexOf('] =>');
  if (arrow < 0 || /[\n]/.test(head.slice(0, arrow))) return null;
  const mark = /:(?:protected|[\w\\]+:private)$/.exec(head.slice(1, arrow))?.[0].length ?? 0;
  const value = open + arrow + 4;
  return { indent: open - at, name: [open + 1, open + arrow - mark], value: text[value] === ' ' ? value + 1 : value };
}

/** Behind the bracket of a nested array that begins at `from`, which stands no further left than its name; -1 where the value is none. */
function nestedAt(text: string, from: number, indent: number): number {
  const line = lineAt(text, from);
  if (!/^(?:Array|[\w\\]{1,127}(?:@anonymous)? Object)[ \t]*$/.test(text.slice(line.start, Math.min(line.end, from + 160)))) return -1;
  const next = lineAt(text, line.next);
  const open = indentOf(text, next.start);
  return open >= indent && next.end === next.start + open + 1 && text[next.start + open] === '(' ? next.end : -1;
}

function isClose(text: string, start: number, end: number, { outer, inner }: Open): boolean {
  const indent = indentOf(text, start);
  return (
    end === start + indent + 1 && text[start + indent] === ')' && (indent === outer || (inner >= 0 && indent <= inner && outer > inner))
  );
}

/** A bracket alone on its line, and then another element of the same array: it belongs to a text. */
function isInValue(text: string, next: number, open: Open, parent: Open | undefined): boolean {
  const after = entryAt(text, next);
  return after !== null && after.indent === open.inner && after.indent !== (parent?.inner ?? -1);
}

function blankLine(text: string, at: number): number {
  const line = lineAt(text, at);
  return line.end === line.start ? line.next : at;
}

function indentOf(text: string, at: number): number {
  let to = at;
  while (text[to] === ' ' || text[to] === '\t') to++;
  return to - at;
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

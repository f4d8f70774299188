/** Structures inside a parameter, opened into rows: JSON, and the `^`-separated entries of Alipay's batch interfaces. Total and bounded. */
import { readLiteral } from '../read/literal.ts';
import { writeJson } from '../read/messages.ts';
import type { Node } from '../read/tree.ts';
import { wholeText } from '../text/mapped.ts';

export interface NestedRow {
  /** `[0].amount`, below the parameter. */
  readonly path: string;
  /** The same for the dictionary: `[].amount`. */
  readonly entry: string;
  readonly value: string;
  readonly depth: number;
}

const MAX_ROWS = 500;
const MAX_DEPTH = 16;

/** Null where the text is no JSON structure. */
export function jsonRows(text: string): readonly NestedRow[] | null {
  if (!/^\s*[[{]/.test(text) || text.length > 1_000_000) return null;
  const literal = readLiteral(wholeText(text), text.search(/\S/));
  if (
    typeof literal === 'string' ||
    literal.cut ||
    text.slice(literal.end).trim() !== '' ||
    literal.seen.single + literal.seen.bareWords + literal.seen.bareKeys > 0
  )
    return null;
  const rows: NestedRow[] = [];
  walk(literal.node, '', '', 1, rows);
  return rows;
}

function walk(node: Node, path: string, entry: string, depth: number, rows: NestedRow[]): void {
  if (node.kind === 'leaf' || depth > MAX_DEPTH) return;
  for (const [i, { key, value }] of node.entries.entries()) {
    if (rows.length >= MAX_ROWS) return;
    const name = key?.text.text;
    const here = name === undefined ? `${path}[${i}]` : `${path}${path === '' ? '' : '.'}${name}`;
    const known = name === undefined ? `${entry}[]` : `${entry}${entry === '' ? '' : '.'}${name}`;
    if (value.kind === 'leaf') rows.push({ path: here, entry: known, value: value.text.text, depth });
    else {
      if (name !== undefined) rows.push({ path: here, entry: known, value: writeJson(value), depth });
      walk(value, here, known, name === undefined ? depth : depth + 1, rows);
    }
  }
}

/** Entries of `result_details` and the like, one level: `#` or `|` between entries, `^` between parts, `$` before what follows. */
export function structuredRows(text: string): readonly NestedRow[] {
  const entries = text.split(/[#|$]/).filter((entry) => entry !== '');
  const rows: NestedRow[] = [];
  for (const [i, entry] of entries.slice(0, MAX_ROWS).entries())
    for (const [k, value] of entry.split('^').entries())
      if (rows.length < MAX_ROWS) rows.push({ path: `[${i}][${k}]`, entry: `[][${k}]`, value, depth: 1 });
  return rows;
}

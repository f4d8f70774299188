/** Structures inside a value, opened into rows: JSON, XML, and the `^`-separated lists of Alipay's batch interfaces. Total and bounded. */
import type { Part, Structure } from '../providers/shape.ts';
import { readLiteral } from '../read/literal.ts';
import type { Node } from '../read/tree.ts';
import { readXml } from '../read/xml.ts';
import { wholeText } from '../text/mapped.ts';

export interface NestedRow {
  /** `[0].amount`, below the parameter. */
  readonly path: string;
  /** The same for the dictionary: `[].amount`. */
  readonly entry: string;
  readonly value: string;
  readonly depth: number;
  /** What it is, where the structure itself says so. */
  readonly part?: Part;
}

const MAX_ROWS = 2000;
const MAX_DEPTH = 64;
const MAX_TEXT = 1_000_000;

export const beginsJson = (text: string): boolean => /^\s*[[{]/.test(text);
export const beginsXml = (text: string): boolean => /^\s*<[?A-Za-z_]/.test(text);

/** Whether the text is a JSON list or map as RFC 8259 has it. */
export function isJson(text: string): boolean {
  if (!beginsJson(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Rows of valid JSON; numbers to the letter, members in their order, repeated ones too. Empty for anything else. */
export function jsonRows(text: string): readonly NestedRow[] {
  if (text.length > MAX_TEXT || !isJson(text)) return [];
  const literal = readLiteral(wholeText(text), text.search(/\S/));
  return typeof literal === 'string' ? [] : rowsOf(literal.node, text.length);
}

/** Members of the maps of a JSON list, the first of each name; null where it is no such list. */
export function jsonItems(text: string): readonly ReadonlyMap<string, string>[] | null {
  if (text.length > MAX_TEXT || !isJson(text)) return null;
  const literal = readLiteral(wholeText(text), text.search(/\S/));
  if (typeof literal === 'string' || literal.node.kind !== 'list') return null;
  const items: ReadonlyMap<string, string>[] = [];
  for (const { value } of literal.node.entries) {
    if (value.kind !== 'map') return null;
    const item = new Map<string, string>();
    for (const { key, value: member } of value.entries) if (key && !item.has(key.text.text)) item.set(key.text.text, member.text.text);
    items.push(item);
  }
  return items;
}

/** The root's children. What has no end, or a document type, is not opened. */
export function xmlRows(text: string): readonly NestedRow[] {
  if (text.length > MAX_TEXT || !beginsXml(text)) return [];
  const [parsed] = readXml(wholeText(text));
  return !parsed || parsed.cut || parsed.refused ? [] : rowsOf(parsed.root, text.length);
}

function rowsOf(root: Node, length: number): readonly NestedRow[] {
  const rows: NestedRow[] = [];
  // Branches repeat what is in them, and paths their names: this much in all, or one long name would be copied into every row.
  let budget = 8 * length + 65_536;
  const walk = (node: Node, path: string, entry: string, depth: number, level: number): void => {
    if (node.kind === 'leaf' || level > MAX_DEPTH) return;
    for (const [i, { key, value }] of node.entries.entries()) {
      if (rows.length >= MAX_ROWS || budget < 0) return;
      const name = key?.text.text;
      const here = name === undefined ? `${path}[${i}]` : `${path}${path === '' ? '' : '.'}${name}`;
      const known = name === undefined ? `${entry}[]` : `${entry}${entry === '' ? '' : '.'}${name}`;
      const text = value.text.text;
      budget -= text.length + here.length + known.length;
      if (value.kind === 'leaf' || name !== undefined) rows.push({ path: here, entry: known, value: text, depth });
      walk(value, here, known, name === undefined ? depth : depth + 1, level + 1);
    }
  };
  walk(root, '', '', 1, 1);
  return rows;
}

/** Rows of a list such as `result_details`. A part without a name is counted: `[0][5]`. Nothing where it is one text. */
export function structuredRows(text: string, structure: Structure | undefined): readonly NestedRow[] {
  if (text.length > MAX_TEXT || (!structure && !/[|^#]/.test(text))) return [];
  const rows: NestedRow[] = [];
  const entries = splitMost(text, structure?.between ?? (text.includes('#') ? '#' : '|'));
  for (const [i, entry] of entries.filter((each) => each !== '').entries()) {
    for (const { at, text: group, parts } of groupsOf(entry, structure)) {
      const values = splitMost(group, '^');
      const names = parts.find((each) => each.length >= values.length) ?? parts[0] ?? [];
      for (const [k, value] of values.entries()) {
        if (rows.length >= MAX_ROWS) return rows;
        const part = names[k];
        const end = part ? `.${part.name}` : `[${k}]`;
        rows.push({ path: `[${i}]${at(false)}${end}`, entry: `[]${at(true)}${end}`, value, depth: 1, ...(part ? { part } : {}) });
      }
    }
  }
  return rows;
}

/** How many entries a list has. */
export function entriesOf(text: string, { between }: Structure): number {
  return text.split(between).filter((entry) => entry !== '').length;
}

interface Group {
  readonly at: (entry: boolean) => string;
  readonly text: string;
  readonly parts: readonly (readonly Part[])[];
}

/** The entry itself, then the groups that marks begin: `trade^1.00^SUCCESS$account^user^0.01^SUCCESS`. */
function groupsOf(entry: string, structure: Structure | undefined): readonly Group[] {
  const groups = structure?.groups ?? [];
  const found: Group[] = [];
  let [start, current] = [0, null as (typeof groups)[number] | null];
  const counts = new Map<string, number>();
  const close = (end: number): void => {
    const name = current?.name;
    const count = name === undefined ? 0 : (counts.get(name) ?? 0);
    if (name !== undefined) counts.set(name, count + 1);
    const at = (general: boolean): string => (name === undefined ? '' : `.${name}[${general ? '' : count}]`);
    found.push({ at, text: entry.slice(start, end), parts: current ? [current.parts] : (structure?.parts ?? []) });
  };
  for (let i = 0; i < entry.length && found.length < MAX_ROWS; i++) {
    const next = groups.find(({ mark }) => mark === entry[i]);
    if (!next) continue;
    close(i);
    [start, current] = [i + 1, next];
  }
  close(entry.length);
  return found;
}

const splitMost = (text: string, mark: string): readonly string[] => text.split(mark, MAX_ROWS);

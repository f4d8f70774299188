/**
 * Lists of pairs in JSON and in literals like it: `[{"key": "a", "value": "b"}]`, `[["a", "b"]]`, `[{"a": "b"}, {"c": "d"}]`, and tables in which
 * every object is a row; also the lists of tuples that a dictionary of dictionaries holds (`CombinedMultiDict`).
 */
import { sliceOf } from '../../text/mapped.ts';
import type { Mapped } from '../../text/mapped.ts';
import { isSigned, parsedDumps } from '../dump.ts';
import type { Dump } from '../dump.ts';
import { tryLiteral } from '../literal.ts';
import type { FormId } from '../reading.ts';
import type { Branch, Entry, Node, Reader } from '../tree.ts';
import { signedOnly } from './gathered.ts';

const NAME_KEYS: ReadonlySet<string> = new Set([
  'name',
  'key',
  'k',
  'n',
  'field',
  'param',
  'paramname',
  'title',
  'label',
  'id',
  '名称',
  '参数名',
  '字段',
]);
const VALUE_KEYS: ReadonlySet<string> = new Set(['value', 'val', 'v', 'paramvalue', 'content', 'text', 'data', '值', '参数值']);

/** What such a list begins with. */
const HEAD = /\[\s{0,64}(?=\{\s{0,64}["']?[\w\u4e00-\u9fff]{1,32}["']?\s{0,8}:|[[(]\s{0,64}[bu]?["'])/g;

/** What may be spent on beginnings that lead nowhere, as a multiple of the text. */
const BUDGET = 3;

export const readNamedLists: Reader = (of) => {
  const text = of.text;
  if (!text.includes('sign')) return [];
  const heads = new RegExp(HEAD);
  const dumps: Dump[] = [];
  let units = text.length * BUDGET;
  let form: FormId = 'json';
  for (let found = heads.exec(text); found && units > 0; found = heads.exec(text)) {
    const { result, reached } = tryLiteral(of, found.index);
    units -= reached - found.index;
    if (typeof result === 'string') continue;
    const root = mapOf(result.node);
    if (!root || !isSigned(root)) continue;
    if (result.seen.single > 0) form = 'python-dict';
    dumps.push({ root, start: found.index, end: result.end, cut: result.cut });
    heads.lastIndex = result.end;
  }
  return signedOnly(parsedDumps(of, form, dumps, 1, null));
};

/** The list as a map, where every item is a pair. */
function mapOf(node: Node): Branch | null {
  if (node.kind !== 'list' || node.entries.length < 3) return null;
  const entries: Entry[] = [];
  for (const { value } of node.entries) {
    const pair = pairOf(value);
    if (!pair) return null;
    entries.push(pair);
  }
  return { kind: 'map', entries, text: sliceOf(node.text, 0, node.text.text.length) };
}

function pairOf(node: Node): Entry | null {
  if (node.kind === 'leaf') return null;
  const [first, second] = node.entries;
  if (node.kind === 'list') return node.entries.length === 2 && first && second ? toEntry(first.value, second.value) : null;
  if (node.entries.length === 1 && first) return first;
  const name = memberOf(node, NAME_KEYS);
  const value = memberOf(node, VALUE_KEYS);
  return name && value ? toEntry(name, value) : null;
}

const toEntry = (name: Node, value: Node): Entry | null => (name.kind === 'leaf' ? { key: name, value } : null);

const memberOf = ({ entries }: Branch, keys: ReadonlySet<string>): Node | undefined =>
  entries.find(({ key }) => keys.has(plain(key?.text)))?.value;

const plain = (text: Mapped | undefined): string => (text?.text ?? '').slice(0, 32).toLowerCase().replaceAll('_', '');

/** From a tree to the messages in it: which maps are notifications, and each one's parameters as texts. */
import { Rewriter, placeOf, wholeText } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { readAppResult } from './app-result.ts';
import type { Branch, Entry, Envelope, Leaf, Node, Undone } from './tree.ts';

/** One parameter before its character set is known. */
export interface RawPair {
  readonly name: Leaf;
  readonly value: Leaf;
  /** The structure that the value was made of, as it stood. */
  readonly rebuilt?: Mapped;
  /** The value is a word for nothing (null, None), read as the empty text. */
  readonly nothing?: true;
}

export interface Message {
  readonly pairs: readonly RawPair[];
  readonly undone: readonly Undone[];
  readonly envelope: Envelope;
  /** The map that it was made of. */
  readonly node: Branch;
}

/**
 * The maps that carry a signature or a sealed resource, in the order in which they stand, and the whole of each HTTP body
 * that holds none of them; without any, the map with the most members.
 */
export function findMessages(root: Node): readonly Message[] {
  const found: Message[] = [];
  let largest: { map: Branch; envelope: Envelope } | null = null;
  const visit = (node: Node, around: Envelope, wrapper: Branch | null): boolean => {
    if (node.kind === 'leaf') {
      const inner = readAppResult(node);
      // The same text under another name is a response that somebody logged.
      if (inner) found.push(toMessage(inner, around, wrapper ? [wrapperOf(node.text)] : []));
      return inner !== null;
    }
    const envelope = node.envelope ? { ...around, ...node.envelope } : around;
    if (node.kind === 'map') {
      if (node.entries.some(isSignature) || node.entries.some(isSealed) || isEnveloped(node)) {
        found.push(toMessage(node, envelope, wrapper ? [wrapperOf(wrapper.text)] : []));
        return true;
      }
      if (!largest || node.entries.length > largest.map.entries.length) largest = { map: node, envelope };
    }
    const outer = node.kind === 'map' && has(node, 'resultStatus') ? node : wrapper;
    let inside = false;
    for (const { key, value } of node.entries) inside = visit(value, envelope, isResult(key) ? (outer ?? node) : outer) || inside;
    if (inside || node.kind === 'list' || !node.envelope?.headers) return inside;
    found.push(toMessage(node, envelope));
    return true;
  };
  visit(root, {}, null);
  const best = largest as { map: Branch; envelope: Envelope } | null;
  return found.length === 0 && best ? [toMessage(best.map, best.envelope)] : found;
}

/** The outermost map, whatever stands in it: lists of orders are no messages. */
export function wholeMessage(root: Node): readonly Message[] {
  return root.kind === 'map' ? [toMessage(root, {})] : findMessages(root);
}

/** Where the app SDK puts the signed text: its result, the memo of old versions. */
const isResult = (key: Leaf | null | undefined): boolean => /^(?:result|memo)$/.test(key?.text.text ?? '');

function isSignature({ key, value }: Entry): boolean {
  return key?.text.text.trim() === 'sign' && value.kind !== 'map';
}

/** What WeChat Pay v3 signs in a header instead: an encrypted `resource`, or the list of encrypted certificates. */
function isSealed({ key, value }: Entry): boolean {
  if (value.kind === 'leaf') return false;
  if (key?.text.text === 'resource') return has(value, 'ciphertext');
  return (
    key?.text.text === 'data' &&
    value.kind === 'list' &&
    value.entries.some(({ value: item }) => item.kind === 'map' && has(item, 'encrypt_certificate'))
  );
}

/** The signature of an SPI of Ant International: `signature` beside the object that it covers. */
function isEnveloped(map: Branch): boolean {
  return (
    has(map, 'signature') &&
    map.entries.some(({ key, value }) => /^(request|response)$/.test(key?.text.text ?? '') && value.kind === 'map' && has(value, 'head'))
  );
}

function has(map: Branch, name: string): boolean {
  return map.entries.some(({ key }) => key?.text.text === name);
}

const wrapperOf = (text: Mapped): Undone => ({ id: 'app-result-wrapper', places: [placeOf(text)], count: 1 });

function toMessage(map: Branch, envelope: Envelope, before: readonly Undone[] = []): Message {
  const listed = map.entries.filter(({ value }) => isSingle(value)).length;
  const unwrap = listed >= 2 && listed * 2 > map.entries.length;
  const places: (readonly [number, number])[] = [];
  const rebuilt: (readonly [number, number])[] = [];
  const pairs = map.entries.flatMap(({ key, value }): RawPair[] => {
    const name = key ?? { kind: 'leaf' as const, text: wholeText('') };
    if (value.kind === 'leaf') return [value.word === 'null' ? { name, value: emptied(value), nothing: true } : { name, value }];
    if (unwrap && isSingle(value)) {
      places.push(placeOf(value.text));
      return value.entries.flatMap(({ value: item }) => (item.kind === 'leaf' ? [{ name, value: item }] : []));
    }
    rebuilt.push(placeOf(value.text));
    return [{ name, value: { kind: 'leaf', text: compactJson(value) }, rebuilt: value.text }];
  });
  const undone: Undone[] = [...before];
  if (places.length > 0) undone.push({ id: 'querydict-lists', places: places.slice(0, 16), count: places.length });
  if (rebuilt.length > 0) undone.push({ id: 'nested-value-rebuilt', places: rebuilt.slice(0, 16), count: rebuilt.length });
  return { pairs, undone, envelope, node: map };
}

/** A list of texts, as query parsers give every parameter: `['RSA2']`. */
function isSingle(node: Node): node is Branch {
  return (
    node.kind === 'list' && node.entries.length > 0 && node.entries.every(({ value }) => value.kind === 'leaf' && value.word === undefined)
  );
}

/** A null of the dump stands for a parameter without a value. */
function emptied(leaf: Leaf): Leaf {
  return { kind: 'leaf', text: { ...leaf.text, text: '' } };
}

/**
 * Writes a structure back as providers write it into a parameter: compact JSON, members in their order, numbers to the letter,
 * slashes and Chinese unescaped. The text keeps the place of the structure it came from.
 */
export function compactJson(node: Branch): Mapped {
  const out = new Rewriter(node.text);
  out.put(writeJson(node), 0, node.text.text.length);
  return out.done();
}

export function writeJson(node: Node): string {
  if (node.kind === 'leaf')
    return node.word === undefined ? JSON.stringify(node.text.text) : node.word === 'number' ? node.text.text : node.word;
  const items = node.entries.map(({ key, value }) => (key ? `${JSON.stringify(key.text.text)}:${writeJson(value)}` : writeJson(value)));
  return node.kind === 'map' ? `{${items.join(',')}}` : `[${items.join(',')}]`;
}

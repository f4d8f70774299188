/** What the readers of dumps share: the dumps found in a text become one tree, and what stands around them is accounted for. */
import { readAppResult } from './app-result.ts';
import { placeOf } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import type { FormId, RepairId } from './reading.ts';
import type { Branch, Entry, Leaf, Node, Parsed, Undone } from './tree.ts';

/** A dump that stood at `[start, end)`. */
export interface Dump {
  readonly root: Branch;
  readonly start: number;
  readonly end: number;
  readonly cut?: boolean;
}

/** Dumps in one paste. */
export const MAX_DUMPS = 20_000;

/**
 * One form out of the dumps of a text, which stand in order and apart. Where some are signed, the others count as surroundings.
 * Among other text a dump is sure only if it is signed: else it may be a value of something larger.
 */
export function parsedDumps(
  of: Mapped,
  form: FormId,
  all: readonly Dump[],
  score = 1,
  undo: RepairId | null = 'java-map-tostring',
): readonly Parsed[] {
  const filled = all.filter(({ root }) => root.entries.length > 0);
  const signed = filled.filter(({ root }) => isSigned(root));
  const dumps = signed.length > 0 ? signed : filled;
  const first = dumps[0];
  if (!first) return [];
  const around = surroundings(of, dumps);
  const root: Branch =
    dumps.length === 1 ? first.root : { kind: 'list', entries: dumps.map(({ root: value }) => ({ key: null, value })), text: of };
  const places = dumps.slice(0, 16).map(({ start, end }) => placeOf(of, start, end));
  const undone: Undone[] = undo ? [...around, { id: undo, places, count: dumps.length }] : [...around];
  const few = root.entries.length < 2 && signed.length === 0;
  const sure = around.length === 0 ? (few ? 0.6 : 1) : signed.length > 0 ? 0.97 : 0.6;
  return [{ form, score: score * sure, root, undone, cut: dumps.some(({ cut }) => cut) }];
}

function surroundings(of: Mapped, dumps: readonly Dump[]): readonly Undone[] {
  const places: (readonly [number, number])[] = [];
  let count = 0;
  let from = 0;
  for (const { start, end } of [...dumps, { start: of.text.length, end: of.text.length }]) {
    if (of.text.slice(from, start).trim() !== '') {
      count++;
      if (places.length < 16) places.push(placeOf(of, from, start));
    }
    from = end;
  }
  return count > 0 ? [{ id: 'surrounding-text', places, count }] : [];
}

/** Whether a `sign` stands in it, at any depth. */
export function isSigned(node: Node): boolean {
  if (node.kind === 'leaf') return readAppResult(node) !== null;
  return node.entries.some(({ key, value }) => key?.text.text.trim() === 'sign' || isSigned(value));
}

export const leafOf = (text: Mapped): Leaf => ({ kind: 'leaf', text });

/** A list in a language that numbers the items of its lists (PHP): keys 0, 1, 2 … and nothing else. */
export function listed(node: Branch): Branch {
  const isList = node.entries.length > 0 && node.entries.every(({ key }, i) => key?.text.text === String(i));
  return isList ? { ...node, kind: 'list', entries: node.entries.map(({ value }): Entry => ({ key: null, value })) } : node;
}

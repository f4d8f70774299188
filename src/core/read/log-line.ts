/**
 * A message with other text around it: the prefix of a log line, a label, a suffix, several lines with a message each.
 * Finds where messages begin (a literal, an XML document, `name=value&…`, an address) and has each read.
 */
import { placeOf, sliceOf } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { trimmed } from './assignments.ts';
import { enveloped, listOf } from './envelope.ts';
import { Finder } from './log-find.ts';
import type { Branch, Node, Parsed, Transport, Undone } from './tree.ts';

/** Messages in one paste. */
const MAX_MESSAGES = 20_000;

export const readLogLines: Transport = (of, inner) => {
  const text = of.text;
  const roots: Branch[] = [];
  const undone: Undone[] = [];
  const skipped: (readonly [number, number])[] = [];
  const finder = new Finder(of);
  const [first, last] = trimmed(text, 0, text.length);
  const doubts: Mapped[] = [];
  let cut = false;
  let score = 0;
  let count = 0;
  let before = 0;
  for (let at = 0; at < text.length && roots.length < MAX_MESSAGES;) {
    const piece = finder.next(at);
    if (!piece) break;
    at = piece.end;
    // Nothing around it: no log line, and others read it as it is.
    if (roots.length === 0 && piece.start <= first && piece.end >= last) return [];
    const best = inner(sliceOf(of, piece.start, piece.end))[0];
    if (!best || best.root.kind === 'leaf' || best.score < 0.4 || best.root.entries.length === 0) continue;
    if (text.slice(before, piece.start).trim() !== '') {
      if (skipped.length < 16) skipped.push(placeOf(of, before, piece.start));
      count++;
    }
    before = piece.end;
    const isBody = (best.form === 'json' || best.form === 'xml') && !best.root.envelope?.headers;
    const body = isBody ? { body: sliceOf(of, piece.start, piece.end) } : {};
    roots.push(enveloped(best.root, { ...envelopeOf(best), ...body, ...best.root.envelope }));
    undone.push(...(best.undone ?? []));
    for (const doubt of best.doubts ?? []) doubts.push(doubt);
    cut = best.cut ?? false;
    score = Math.max(score, best.score);
  }
  const rest = text.slice(before).trim() !== '';
  if (rest) {
    if (skipped.length < 16) skipped.push(placeOf(of, before, text.length));
    count++;
  }
  if (roots.length === 0 || (roots.length === 1 && count === 0)) return [];
  const signed = roots.filter((root) => holdsSignature(root));
  const root: Node = listOf(of, signed.length > 0 ? signed : roots);
  const around: Undone[] = count > 0 ? [{ id: 'surrounding-text', places: skipped, count }] : [];
  return [{ form: 'log-line', score: score * (signed.length > 0 ? 0.96 : 0.6), root, undone: [...around, ...undone], cut, doubts }];
};

function envelopeOf({ method, url, headers, body }: Parsed): Pick<Parsed, 'method' | 'url' | 'headers' | 'body'> {
  return {
    ...(method === undefined ? {} : { method }),
    ...(url === undefined ? {} : { url }),
    ...(headers ? { headers } : {}),
    ...(body ? { body } : {}),
  };
}

function holdsSignature(node: Node): boolean {
  if (node.kind === 'leaf') return false;
  if (node.envelope?.headers?.some(({ name }) => name.text.toLowerCase().endsWith('signature'))) return true;
  return node.entries.some(
    ({ key, value }) =>
      key?.text.text.trim() === 'sign' || (key?.text.text === 'resource' && value.kind === 'map') || holdsSignature(value),
  );
}

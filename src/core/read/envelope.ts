/** Joins what a message came in (method, address, headers) with what its body is read as. */
import { placeOf } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import type { Branch, Envelope, Node, Parsed, Reader, Undone } from './tree.ts';
import { utf8Length } from '../text/utf8.ts';

/**
 * Has the body read, and hangs the envelope on it. A body that nothing can be made of leaves an empty map: the headers count all the same.
 * @param content what holds the parameters: the body, or the address of a request without one
 */
export function wrapBody(
  of: Mapped,
  content: Mapped | null,
  inner: Reader,
  envelope: Envelope,
): Pick<Parsed, 'root' | 'undone' | 'cut' | 'doubts' | 'refused'> {
  const best = content ? inner(content)[0] : undefined;
  const root = best && !best.refused ? best.root : null;
  const more = root && root.kind !== 'leaf' && content && content === envelope.body ? moreThan(root, content, envelope) : null;
  const undone = more ? [more, ...(best?.undone ?? []).filter(({ id }) => id !== 'surrounding-text')] : best?.undone;
  return {
    root: enveloped(root && root.kind !== 'leaf' ? root : { kind: 'map', entries: [], text: content ?? of }, envelope),
    ...(undone ? { undone } : {}),
    ...(best?.cut ? { cut: true } : {}),
    ...(best?.doubts ? { doubts: best.doubts } : {}),
    ...(best?.refused ? { refused: best.refused } : {}),
  };
}

export function enveloped(root: Branch, envelope: Envelope): Branch {
  return { ...root, envelope: { ...envelope, ...root.envelope } };
}

/** A list of messages that were found apart from each other. */
export function listOf<T extends Node>(of: Mapped, roots: readonly T[]): T | Branch {
  const only = roots[0];
  return roots.length === 1 && only ? only : { kind: 'list', entries: roots.map((value) => ({ key: null, value })), text: of };
}

/**
 * Whoever says where a body begins and ends says that all of it was the body: what clings to the document, the lengths of chunks that a
 * proxy left in it, and what Content-Length counts. Lines of a log around it are another matter. @see RFC 9112 §6, §7.1
 */
function moreThan(root: Branch, content: Mapped, { headers = [] }: Envelope): Undone | null {
  // Two documents, one behind the other.
  const first = root.kind === 'list' && !content.text.trimStart().startsWith('[') ? root.entries[0]?.value : undefined;
  const { text, envelope = {} }: Branch = first && first.kind !== 'leaf' ? first : root;
  const inner = (envelope.body ?? text).text;
  const at = content.text.indexOf(inner);
  if (at < 0 || !/^[{<]/.test(inner)) return null;
  const end = at + inner.length;
  const [before, after] = [content.text.slice(Math.max(0, at - 16), at), content.text.slice(end, end + 16)];
  const said = Number(headers.find(({ name }) => name.text.toLowerCase() === 'content-length')?.value.text ?? NaN);
  if (said === utf8Length(inner)) return null;
  const clings = /^(?:[^\s'"`)\],;<]|<xml)/.test(after) || (at < 8 && /^[^\s'"`([:=：>]+$/.test(before));
  const chunked = /^\s*[0-9a-f]{1,8}\r?\n$/i.test(before) && /^\r?\n0(?:\s|$)/.test(after);
  const counted = said === utf8Length(content.text) && inner.trim() !== content.text.trim();
  return clings || chunked || counted ? { id: 'proxy-rewrite', places: [placeOf(content, at, end)], count: 1 } : null;
}

/** Joins what a message came in (method, address, headers) with what its body is read as. */
import type { Mapped } from '../text/mapped.ts';
import type { Branch, Envelope, Node, Parsed, Reader } from './tree.ts';

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
  return {
    root: enveloped(root && root.kind !== 'leaf' ? root : { kind: 'map', entries: [], text: content ?? of }, envelope),
    ...(best?.undone ? { undone: best.undone } : {}),
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

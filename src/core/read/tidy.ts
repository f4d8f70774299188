/** Undoes, before any reader looks, what copying did to a text: only where a mark in the text itself proves it. */
import { Rewriter } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import type { RepairId } from './reading.ts';
import type { Undone } from './tree.ts';

export interface Tidied {
  readonly text: Mapped;
  readonly undone: readonly Undone[];
}

/** One repair: the new text and what was undone, or null where nothing proves that it is needed. Total and linear. */
export type Artefact = (of: Mapped) => { text: Mapped; undone: Undone } | null;

/** In the order in which the marks were laid over each other, the outermost first. */
const ARTEFACTS: readonly (readonly [id: RepairId, undo: Artefact])[] = [['bom', undoMark]];

/** @param wanted whether the user lets a repair be made */
export function tidy(of: Mapped, wanted: (id: RepairId) => boolean): Tidied {
  let text = of;
  const undone: Undone[] = [];
  for (const [id, undo] of ARTEFACTS) {
    const done = wanted(id) ? undo(text) : null;
    if (!done) continue;
    text = done.text;
    undone.push(done.undone);
  }
  return { text, undone };
}

/** A byte order mark at the start of a paste is no part of it. */
function undoMark(of: Mapped): ReturnType<Artefact> {
  if (!of.text.startsWith('\ufeff')) return null;
  const out = new Rewriter(of);
  out.keep(1, of.text.length);
  return { text: out.done(), undone: { id: 'bom', places: [[0, 1]], count: 1 } };
}

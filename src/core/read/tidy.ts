/** Undoes, before any reader looks, what copying did to a text: only where a mark in the text itself proves it. */
import type { Mapped } from '../text/mapped.ts';
import type { Artefact } from './artefact.ts';
import { undoLogEscapes, undoNginxEscapes, undoPercentU } from './artefacts-escape.ts';
import { undoCommentPrefix, undoMark, undoOuterQuotes, undoWrappedJson } from './artefacts-frame.ts';
import { undoAmpersands, undoFullWidth, undoInvisibles, undoNamedEntities, undoSmartQuotes, undoSpaces } from './artefacts-signs.ts';
import type { RepairId } from './reading.ts';
import type { Undone } from './tree.ts';

export interface Tidied {
  readonly text: Mapped;
  readonly undone: readonly Undone[];
}

/** In the order in which the marks were laid over each other, the outermost first. */
const ARTEFACTS: readonly NamedArtefact[] = [
  ['bom', undoMark],
  ['comment-prefix', undoCommentPrefix],
  ['outer-quotes', undoOuterQuotes],
  ['wrapped-lines', undoWrappedJson],
  ['log-json-escaped', undoLogEscapes],
  ['nginx-hex-escape', undoNginxEscapes],
  ['html-named-entity', undoNamedEntities],
  ['html-ampersand', undoAmpersands],
  ['full-width-signs', undoFullWidth],
  ['space-after-ampersand', undoSpaces],
  ['percent-u-escape', undoPercentU],
  ['smart-quotes', undoSmartQuotes],
  ['nbsp-zero-width', undoInvisibles],
];

export type NamedArtefact = readonly [id: RepairId, undo: Artefact];

/**
 * @param wanted whether the user lets a repair be made
 * @param outer layers around all of these
 */
export function tidy(of: Mapped, wanted: (id: RepairId) => boolean, outer: readonly NamedArtefact[] = []): Tidied {
  let text = of;
  const undone: Undone[] = [];
  for (const [id, undo] of [...outer, ...ARTEFACTS]) {
    const done = wanted(id) ? undo(text) : null;
    if (!done) continue;
    text = done.text;
    undone.push(done.undone);
  }
  return { text, undone };
}

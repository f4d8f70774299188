/** Code fences of Markdown around the parts of a message: headers in one, the body in another. @see GitHub Flavored Markdown §4.5 */
import type { Mapped } from '../../text/mapped.ts';
import { replaced } from '../artefact.ts';
import type { Repaired, Replacement } from '../artefact.ts';

export function undoFences(of: Mapped): Repaired | null {
  const { text } = of;
  const fences: Replacement[] = [];
  for (const { index, 0: line } of text.matchAll(/(?<=^|\n)[ \t]{0,8}(?:```|~~~)[\w-]{0,16}[ \t]{0,8}\r?(?:\n|$)/g)) {
    // The line end before the fence that closes is the fence's.
    const closes = fences.length % 2 === 1 && index > 0;
    const start = closes ? index - (text[index - 2] === '\r' ? 2 : 1) : index;
    fences.push({ start, end: index + line.length, text: closes && index + line.length < text.length ? '\n' : '' });
  }
  return fences.length > 1 ? replaced(of, 'surrounding-text', fences) : null;
}

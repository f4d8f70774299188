/** Which rows hold what belongs to a person, and how such a value is shown until it is asked for. */
import type { FieldNote } from '../../core/explain/explanation.ts';

/** Rows that are personal or secret, and the structures around them. What is encrypted hides itself. */
export function privateRows(notes: readonly FieldNote[], sealed: ReadonlySet<string>): ReadonlySet<FieldNote> {
  const found = new Set<FieldNote>();
  /** The rows around the current one, outermost first. */
  const around: FieldNote[] = [];
  for (const note of notes) {
    while (around.length > 0 && !holds(around[around.length - 1] as FieldNote, note)) around.pop();
    if (note.sensitivity !== 'none' && note.kind !== 'base64' && !sealed.has(note.path) && !sealed.has(around[0]?.path ?? '')) {
      found.add(note);
      for (const parent of around) found.add(parent);
    }
    around.push(note);
  }
  return found;
}

const holds = (parent: FieldNote, note: FieldNote): boolean =>
  parent.pair === note.pair && parent.depth < note.depth && note.path.startsWith(parent.path);

/** Where a refund goes that names nobody. */
const BALANCE = /^(支付用户)?(零钱|零钱通)$/;

/** Enough at both ends to tell one from another. What the provider masked already stays as it is. */
export function masked(value: string): string {
  if (/\*{2}/.test(value) || BALANCE.test(value)) return value;
  const points = [...value];
  if (/^\s*[[{<]/.test(value) || points.length > 120) return '••••••';
  const kept = Math.min(4, Math.floor(points.length / 4));
  return kept === 0 ? '••••' : `${points.slice(0, kept).join('')}••••${points.slice(-kept).join('')}`;
}

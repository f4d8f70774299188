/** The pieces of a coloured text that fall into a window of it. */

export interface Stretch {
  readonly pair: number | null;
  readonly start: number;
  readonly end: number;
}

export interface WindowPiece {
  readonly pair: number | null;
  readonly start: number;
  readonly text: string;
}

/** `stretches` half-open, in order, without overlap; what lies between them belongs to no pair. */
export function cutWindow(text: string, stretches: readonly Stretch[], from: number, to: number): readonly WindowPiece[] {
  const pieces: WindowPiece[] = [];
  let at = from;
  const push = (pair: number | null, end: number) => {
    if (end > at) pieces.push({ pair, start: at, text: text.slice(at, end) });
    at = Math.max(at, end);
  };
  for (const { pair, start, end } of stretches) {
    if (end <= from) continue;
    if (start >= to) break;
    push(null, Math.min(start, to));
    push(pair, Math.min(end, to));
  }
  push(null, to);
  return pieces;
}

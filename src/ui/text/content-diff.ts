/** Two contents to be signed, compared parameter by parameter, and within a changed one letter by letter. */
import type { WhatIfPiece } from '../../core/what-if.ts';
import { diffText } from './diff.ts';
import type { DiffPart } from './diff.ts';

/** More pieces than this in both together are compared as one text. */
const MOST = 1200;

export function diffContents(before: readonly WhatIfPiece[], after: readonly WhatIfPiece[]): readonly DiffPart[] {
  if (before.length + after.length > MOST) return diffText(textOf(before), textOf(after));
  const parts: DiffPart[] = [];
  let gone: WhatIfPiece[] = [];
  let come: WhatIfPiece[] = [];
  const flush = () => {
    for (const part of between(gone, come)) add(parts, part);
    [gone, come] = [[], []];
  };
  for (const { kind, piece } of aligned(before, after, ({ text }) => text)) {
    if (kind === 'old') gone.push(piece);
    else if (kind === 'new') come.push(piece);
    else {
      flush();
      add(parts, { kind, text: piece.text });
    }
  }
  flush();
  return parts;
}

/** How many stretches differ; a removal with what takes its place counts once. */
export function countChanges(parts: readonly DiffPart[]): number {
  return parts.filter(({ kind }, i) => kind !== 'same' && (parts[i - 1]?.kind ?? 'same') === 'same').length;
}

const textOf = (pieces: readonly WhatIfPiece[]) => pieces.map(({ text }) => text).join('');

/** A stretch without a piece in common: the same parameter with another value is compared by letters. */
function between(gone: readonly WhatIfPiece[], come: readonly WhatIfPiece[]): readonly DiffPart[] {
  const parts: DiffPart[] = [];
  for (const { kind, piece, before } of aligned(gone, come, ({ name, text }) => name ?? text))
    for (const part of kind === 'same' ? diffText(before.text, piece.text) : [{ kind, text: piece.text }]) parts.push(part);
  return parts;
}

function add(parts: DiffPart[], part: DiffPart): void {
  if (part.text === '') return;
  const last = parts.at(-1);
  if (last?.kind === part.kind) parts[parts.length - 1] = { kind: part.kind, text: last.text + part.text };
  else parts.push(part);
}

interface Aligned {
  readonly kind: DiffPart['kind'];
  readonly piece: WhatIfPiece;
  /** What a common piece was before. */
  readonly before: WhatIfPiece;
}

/** The longest common subsequence of pieces, by what makes two of them the same. */
function* aligned(a: readonly WhatIfPiece[], b: readonly WhatIfPiece[], key: (piece: WhatIfPiece) => string): Iterable<Aligned> {
  const width = b.length + 1;
  const [keysA, keysB] = [a.map(key), b.map(key)];
  const table = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      table[i * width + j] = keysA[i] === keysB[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  let [i, j] = [0, 0];
  for (let [x, y] = [a[i], b[j]]; x || y; [x, y] = [a[i], b[j]]) {
    if (x && y && keysA[i] === keysB[j]) {
      yield { kind: 'same', piece: y, before: x };
      i++;
      j++;
    } else if (x && (!y || at(i + 1, j) >= at(i, j + 1))) {
      yield { kind: 'old', piece: x, before: x };
      i++;
    } else if (y) {
      yield { kind: 'new', piece: y, before: y };
      j++;
    }
  }
}

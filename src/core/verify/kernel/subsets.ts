/**
 * Which of the optional pieces were left out of the content that was signed? Every subset is hashed, and compared with the signed
 * digest. Subsets are the leaves of a tree, piece after piece, so that each beginning is hashed once: with twenty pieces, two or three
 * compressions a subset instead of a dozen. What is below a node goes to an engine: SIMD or plain TypeScript.
 */
import type { SearchHash } from './hashes.ts';
import { HASHES } from './hashes.ts';
import { append, copyContent, emptyContent } from './content.ts';
import type { Content } from './content.ts';

export const MAX_OPTIONAL = 24;

export interface SubsetJob {
  /** `name=value` each, in the order in which they were signed; `&` comes between. */
  readonly pieces: readonly Uint8Array[];
  /** Indices of the pieces that may be missing, ascending, at most `MAX_OPTIONAL`. */
  readonly optional: readonly number[];
  readonly hash: SearchHash;
  /** The digest looked for: 32 or 20 bytes. */
  readonly target: Uint8Array;
  /**
   * The slice, `from` ≤ rank < `to`, of 2^optional ranks. A rank in binary, as many digits as there are optional pieces, has the first
   * piece's decision first, 0 for kept: rank 0 keeps all, rank 1 leaves out the last optional piece.
   */
  readonly from: number;
  readonly to: number;
}

export interface SubsetResult {
  /** Bit i is set where the i-th optional piece was left out; null where no subset of the slice matches. The lowest rank wins. */
  readonly mask: number | null;
  /** Subsets ruled out, and the one that was found. */
  readonly tried: number;
}

/** A piece that may be missing, or the run of pieces that may not. */
export interface Step {
  readonly text: Uint8Array;
  readonly optional: boolean;
}

/** @returns the mask of the lowest matching rank among all leaves below `root`, its bits counted from `first`; null where none matches */
export type SearchBelow = (root: Content, first: number) => number | null;

export interface Engine {
  /** How many decisions it can take in one call. */
  readonly levels: number;
  open(steps: readonly Step[], hash: SearchHash, target: Int32Array): SearchBelow;
}

export interface Kernel {
  readonly kind: 'simd' | 'script';
  /** Synchronous. Keep slices short: `sliceSize` tells how short. */
  readonly searchSubsets: (job: SubsetJob) => SubsetResult;
}

/** Compressions that take a plain engine a third of the 50 ms that a slice may last. */
const COMPRESSIONS = 2 ** 14;

/** @returns how many ranks make a slice of some milliseconds: a power of two, more for short pieces than for long ones */
export function sliceSize({ pieces, optional }: Pick<SubsetJob, 'pieces' | 'optional'>): number {
  // From the last piece back: a rank that takes it hashes it alone, a pair of ranks shares the one before, and so on.
  let share = 1;
  let cost = 1;
  let last = optional.length - 1;
  for (let i = pieces.length - 1; i >= 0; i--) {
    const may = optional[last] === i;
    if (may) last--;
    if (may) share /= 2;
    cost += (share * (pieces[i] as Uint8Array).length) / 64;
  }
  return 2 ** Math.max(0, Math.min(MAX_OPTIONAL, Math.floor(Math.log2(COMPRESSIONS / cost))));
}

/** Tries the slice in ascending rank. A match proves which bytes were signed, not who changed them. */
export function searchSubsets(job: SubsetJob, engine: Engine): SubsetResult {
  const { hash, from } = job;
  const count = job.optional.length;
  if (count > MAX_OPTIONAL) throw new RangeError('too many optional pieces');
  const to = Math.min(job.to, 2 ** count);
  const target = readTarget(job);
  const tried = Math.max(0, to - from);
  if (target === null) return { mask: null, tried };
  const steps = toSteps(job);
  const below = engine.open(steps, hash, target);
  const compress = HASHES[hash].compressor();

  const walk = (content: Content, step: number, depth: number, rank: number, mask: number): number | null => {
    const size = 2 ** (count - depth);
    if (rank >= to || rank + size <= from) return null;
    if (rank >= from && rank + size <= to && count - depth <= engine.levels) {
      const found = below(content, step);
      return found === null ? null : mask | (found << depth);
    }
    const { text, optional } = steps[step] as Step;
    const kept = emptyContent(hash);
    copyContent(content, kept);
    append(kept, text, compress);
    if (!optional) return walk(kept, step + 1, depth, rank, mask);
    return walk(kept, step + 1, depth + 1, rank, mask) ?? walk(content, step + 1, depth + 1, rank + size / 2, mask | (1 << depth));
  };
  const mask = walk(emptyContent(hash), 0, 0, 0, 0);
  return { mask, tried: mask === null ? tried : reverseBits(mask, count) - from + 1 };
}

/** A mask's rank, and a rank's mask: the same digits from the other end. */
export function reverseBits(mask: number, count: number): number {
  let rank = 0;
  for (let i = 0; i < count; i++) rank = (rank << 1) | ((mask >>> i) & 1);
  return rank;
}

function readTarget({ hash, target }: SubsetJob): Int32Array | null {
  const { words } = HASHES[hash];
  if (target.length !== 4 * words) return null;
  const view = new DataView(target.buffer, target.byteOffset);
  return Int32Array.from({ length: words }, (_, i) => view.getInt32(4 * i));
}

function toSteps({ pieces, optional }: SubsetJob): Step[] {
  const steps: Step[] = [];
  const may = new Set(optional);
  let run: Uint8Array[] = [];
  const close = () => {
    if (run.length > 0) steps.push({ text: joined(run), optional: false });
    run = [];
  };
  pieces.forEach((piece, i) => {
    if (!may.has(i)) return void run.push(piece);
    close();
    steps.push({ text: joined([piece]), optional: true });
  });
  close();
  return steps;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const text = new Uint8Array(pieces.reduce((sum, { length }) => sum + 1 + length, 0));
  let at = 0;
  for (const piece of pieces) {
    text[at] = 0x26;
    text.set(piece, at + 1);
    at += 1 + piece.length;
  }
  return text;
}

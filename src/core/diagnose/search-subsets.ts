/**
 * Which parameters were not there when the message was signed? Every subset of those that may be extra is hashed, by a kernel made for
 * that: a million contents take a third of a second. It finds what no list of names foresees.
 */
import { runRecipe } from '../content/run.ts';
import type { Attempt, Scene, Suspect, Work } from '../providers/suspect.ts';
import { encodeText } from '../text/charset.ts';
import { decodeHex } from '../text/hex.ts';
import { loadKernel } from '../verify/kernel/load.ts';
import { MAX_OPTIONAL, sliceSize } from '../verify/kernel/subsets.ts';
import type { SubsetJob, SubsetResult } from '../verify/kernel/subsets.ts';
import type { HashName } from '../verify/verdict.ts';
import type { SearchLimits, SearchResult } from './search.ts';

/** Optional parameters by default: 2^20 contents. */
const USUAL = 20;
/** Fewer contents than this are through before another core has begun. */
const WORTH_SHARING = 2 ** 18;
/** Slices under way at once: enough for each core to have its next one waiting. */
const AHEAD = 8;
/** Slices done here between two pauses, for browsers make each pause last four milliseconds. */
const REST = 3;

export interface SubsetSearch {
  readonly starts: readonly Work[];
  readonly scene: Scene;
  readonly hash: HashName;
  /** Lower-case hex. */
  readonly digest: string;
  /** Tells what a left-out name may have been. */
  readonly originOf: (name: string) => readonly string[];
  /** Names that every message of this kind has. */
  readonly required: ReadonlySet<string>;
}

const told: Suspect = { id: 'own-query-param', cost: 0, source: 'every subset of the parameters that may be extra', *attempts() {} };

export async function searchSubsets(given: SubsetSearch, limits: SearchLimits): Promise<SearchResult> {
  const byCause = new Map<string, number>();
  let tried = 0;
  const done = (hit: SearchResult['hit'], complete: boolean): SearchResult => ({ hit, tried, byCause, complete });
  const target = decodeHex(given.digest);
  const { hash } = given;
  if (!target || (hash !== 'sha-256' && hash !== 'sha-1')) return done(null, true);
  const kernel = await loadKernel();
  const began = limits.began ?? limits.clock?.() ?? 0;
  let complete = true;
  for (const start of given.starts) {
    const pieces = piecesOf(start, given.scene);
    const optional = pieces ? optionalOf(pieces, given, limits.maxOptional ?? USUAL) : [];
    if (!pieces || optional.length === 0) continue;
    const texts = pieces.map(({ bytes }) => bytes);
    const total = 2 ** optional.length;
    const step = sliceSize({ pieces: texts, optional });
    const jobs = Math.ceil(total / step);
    const shared = total >= WORTH_SHARING ? limits.slices : undefined;
    const answer = async (index: number): Promise<SubsetResult> => {
      const from = index * step;
      const job: SubsetJob = { pieces: texts, optional, hash, target, from, to: Math.min(total, from + step) };
      return shared ? shared(job).catch(() => kernel.searchSubsets(job)) : kernel.searchSubsets(job);
    };
    const waiting: Promise<SubsetResult>[] = [];
    // Answers are taken in the order of their ranks, so one core or eight find the same.
    for (let index = 0; index < jobs; index++) {
      while (waiting.length < (shared ? AHEAD : 1) && index + waiting.length < jobs) waiting.push(answer(index + waiting.length));
      const { mask, tried: some } = await (waiting.shift() as Promise<SubsetResult>);
      tried += some;
      byCause.set(told.id, (byCause.get(told.id) ?? 0) + some);
      if (mask !== null) {
        const names = new Set(optional.filter((_, i) => mask & (1 << i)).map((at) => (pieces[at] as Piece).pair));
        const dropped = start.pairs.filter((_, i) => names.has(i));
        const work: Work = { ...start, pairs: start.pairs.filter((_, i) => !names.has(i)) };
        const attempt: Attempt = { work, origins: new Map(dropped.map(({ name }) => [name, given.originOf(name)])) };
        return done({ start, work, steps: dropped.length > 0 ? [{ suspect: told, attempt, others: [] }] : [] }, true);
      }
      limits.onprogress?.(tried, total * given.starts.length, byCause);
      if (!shared && index % REST === REST - 1) await new Promise<void>((resolve) => setTimeout(resolve, 0));
      if (limits.signal?.aborted || (limits.clock && limits.clock() - began > limits.maxMs)) {
        complete = false;
        break;
      }
    }
    if (!complete) break;
  }
  return done(null, complete);
}

interface Piece {
  readonly pair: number;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The content cut at its joiners; null where it is not plain `name=value` joined with `&`. */
function piecesOf(work: Work, scene: Scene): readonly Piece[] | null {
  const { text, parts } = runRecipe(work.rule.recipe, work.pairs, work.charset, scene.received);
  const own = parts.flatMap(({ pair, start, end }) => (pair === null ? [] : [{ pair, text: text.slice(start, end) }]));
  if (own.map((piece) => piece.text).join('&') !== text || work.pairs.some(({ bytes }) => bytes !== undefined)) return null;
  return own.map((piece) => ({
    pair: piece.pair,
    name: work.pairs[piece.pair]?.name ?? '',
    bytes: encodeText(piece.text, work.charset).bytes,
  }));
}

/** Unknown names first, then known ones that a message can do without. */
function optionalOf(pieces: readonly Piece[], { scene, required }: SubsetSearch, usual: number): readonly number[] {
  const unknown = pieces.flatMap(({ name }, i) => (scene.known.has(name) ? [] : [i]));
  const known = pieces.flatMap(({ name }, i) => (scene.known.has(name) && !required.has(name) ? [i] : []));
  const most = Math.min(MAX_OPTIONAL, Math.max(usual, unknown.length));
  return [...unknown, ...known].slice(0, most).sort((a, b) => a - b);
}

/**
 * The search for what changed: uniform-cost, most likely mistake first, over the suspects and their combinations, until the
 * content has the signed digest. A match is a proof; the minimal set of edits is what remains when each is shown necessary.
 */
import { runRecipe } from '../content/run.ts';
import type { Suspect, Scene, Work, Attempt } from '../providers/suspect.ts';
import { digestHex } from '../verify/digest.ts';
import type { HashName } from '../verify/verdict.ts';
import { Queue } from './queue.ts';

/** The signed digest, lower-case hex, as it stood in the opened signature. */
export interface Oracle {
  readonly hash: HashName;
  readonly digest: string;
}

export interface SearchLimits {
  readonly maxCandidates: number;
  readonly maxMs: number;
  readonly clock?: (() => number) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onprogress?: ((tried: number, total: number) => void) | undefined;
}

export interface SearchStep {
  readonly suspect: Suspect;
  readonly attempt: Attempt;
}

export interface SearchResult {
  /** The content that has the digest, and the steps that led to it; null when none was found. */
  readonly hit: { readonly work: Work; readonly steps: readonly SearchStep[] } | null;
  readonly tried: number;
  /** How many contents each suspect gave. */
  readonly byCause: ReadonlyMap<string, number>;
  /** False where a limit ended the search. */
  readonly complete: boolean;
}

interface Path {
  readonly work: Work;
  readonly steps: readonly SearchStep[];
  readonly cost: number;
}

/** At most this many mistakes in one message. */
const MAX_STEPS = 4;
/** A combination costs this much more than its parts: two mistakes at once are rarer than each. */
const COMBINATION = 3;
/** Candidates between two looks at the clock, the signal and other work. */
const SLICE = 512;

export async function search(starts: readonly Work[], suspects: readonly Suspect[], scene: Scene, oracle: Oracle, limits: SearchLimits): Promise<SearchResult> {
  const queue = new Queue<Path>();
  const seen = new Set<string>();
  const byCause = new Map<string, number>();
  const began = limits.clock?.() ?? 0;
  let tried = 0;
  const done = (hit: SearchResult['hit'], complete: boolean): SearchResult => ({ hit, tried, byCause, complete });
  const matches = (work: Work): boolean | null => {
    const digest = digestHex(oracle.hash, runRecipe(work.rule.recipe, work.pairs, work.charset, scene.received).bytes);
    if (seen.has(digest)) return null;
    seen.add(digest);
    tried++;
    return digest === oracle.digest;
  };
  for (const work of starts) {
    if (matches(work)) return done({ work, steps: [] }, true);
    queue.push({ work, steps: [], cost: 0 }, 0);
  }
  for (let path = queue.pop(); path; path = queue.pop()) {
    if (path.steps.length >= MAX_STEPS) continue;
    for (const suspect of suspects) {
      if (path.steps.some((step) => step.suspect === suspect)) continue;
      for (const attempt of suspect.attempts(path.work, scene)) {
        const fresh = matches(attempt.work);
        if (fresh === null) continue;
        byCause.set(suspect.id, (byCause.get(suspect.id) ?? 0) + 1);
        const steps = [...path.steps, { suspect, attempt }];
        if (fresh) return done({ work: attempt.work, steps }, true);
        if (tried >= limits.maxCandidates) return done(null, false);
        if (tried % SLICE === 0) {
          limits.onprogress?.(tried, limits.maxCandidates);
          await pause();
          if (limits.signal?.aborted || (limits.clock && limits.clock() - began > limits.maxMs)) return done(null, false);
        }
        queue.push({ work: attempt.work, steps, cost: path.cost + suspect.cost + (attempt.cost ?? 0) + COMBINATION }, path.cost + suspect.cost + (attempt.cost ?? 0) + COMBINATION);
      }
    }
  }
  return done(null, true);
}

/** Lets messages in: a cancel, a newer paste. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

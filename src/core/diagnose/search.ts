/**
 * The search for what changed: uniform-cost, most likely mistake first, over the suspects and their combinations, until the oracle
 * knows the content. A match is a proof. The cheapest path is found first, so none of its steps can be left out.
 */
import { runRecipeBytes } from '../content/run.ts';
import type { Suspect, Scene, Work, Attempt } from '../providers/suspect.ts';
import type { Oracle } from './oracle.ts';
import { Queue } from './queue.ts';

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
  /** Other suspects that lead from the same place to the same bytes. */
  readonly others: readonly string[];
}

export interface SearchResult {
  /** The content that was signed, and the steps that led to it; null when none was found. */
  readonly hit: { readonly start: Work; readonly work: Work; readonly steps: readonly SearchStep[] } | null;
  readonly tried: number;
  /** How many contents each suspect gave. */
  readonly byCause: ReadonlyMap<string, number>;
  /** False where a limit ended the search. */
  readonly complete: boolean;
}

interface Step {
  readonly suspect: Suspect;
  readonly attempt: Attempt;
}

interface Path {
  readonly start: Work;
  readonly work: Work;
  readonly steps: readonly Step[];
  readonly cost: number;
  /** Which suspect is tried next from here. */
  readonly next: number;
}

/** At most this many mistakes in one message. */
const MAX_STEPS = 4;
/** A combination costs this much more than its parts: two mistakes at once are rarer than each. */
const COMBINATION = 1.5;
/** Candidates between two looks at the clock, the signal and other work. */
const SLICE = 1024;
/** Attempts of one suspect that are looked at when equals of a step are gathered. */
const EQUALS = 3000;

export async function search(
  starts: readonly Work[],
  unordered: readonly Suspect[],
  scene: Scene,
  oracle: Oracle,
  limits: SearchLimits,
): Promise<SearchResult> {
  const suspects = [...unordered].sort((a, b) => a.cost - b.cost);
  const queue = new Queue<Path>();
  const seen = new Set<string>();
  const byCause = new Map<string, number>();
  const began = limits.clock?.() ?? 0;
  let tried = 0;
  const nameOf = (work: Work): string => oracle.name(runRecipeBytes(work.rule.recipe, work.pairs, work.charset, scene.received), work.rule);
  const done = (hit: SearchResult['hit'], complete: boolean): SearchResult => ({ hit, tried, byCause, complete });
  /** Puts a path where its cheapest untried suspect belongs. */
  const wait = (path: Path): void => {
    const suspect = suspects[path.next];
    if (suspect && path.steps.length < MAX_STEPS) queue.push(path, path.cost + suspect.cost + (path.steps.length > 0 ? COMBINATION : 0));
  };
  for (const [i, work] of starts.entries()) {
    const name = nameOf(work);
    if (seen.has(name)) continue;
    seen.add(name);
    tried++;
    if (oracle.isSigned(name)) return done({ start: work, work, steps: [] }, true);
    wait({ start: work, work, steps: [], cost: i / 4, next: 0 });
  }
  for (let path = queue.pop(); path; path = queue.pop()) {
    const suspect = suspects[path.next] as Suspect;
    wait({ ...path, next: path.next + 1 });
    for (const attempt of path.steps.some((step) => step.suspect === suspect) ? [] : suspect.attempts(path.work, scene)) {
      const name = nameOf(attempt.work);
      if (seen.has(name)) continue;
      seen.add(name);
      tried++;
      byCause.set(suspect.id, (byCause.get(suspect.id) ?? 0) + 1);
      const steps = [...path.steps, { suspect, attempt }];
      if (oracle.isSigned(name))
        return done({ start: path.start, work: attempt.work, steps: withEquals(path.start, steps, suspects, scene, nameOf) }, true);
      if (tried >= limits.maxCandidates) return done(null, false);
      if (tried % SLICE === 0) {
        limits.onprogress?.(tried, limits.maxCandidates);
        await pause();
        if (limits.signal?.aborted || (limits.clock && limits.clock() - began > limits.maxMs)) return done(null, false);
      }
      wait({
        start: path.start,
        work: attempt.work,
        steps,
        cost: path.cost + suspect.cost + (attempt.cost ?? 0) + (path.steps.length > 0 ? COMBINATION : 0),
        next: 0,
      });
    }
  }
  return done(null, true);
}

/** For each step, who else makes the same bytes of what was there before it. */
function withEquals(
  start: Work,
  steps: readonly Step[],
  suspects: readonly Suspect[],
  scene: Scene,
  nameOf: (work: Work) => string,
): readonly SearchStep[] {
  let before = start;
  return steps.map((step) => {
    const from = before;
    before = step.attempt.work;
    const wanted = nameOf(before);
    const others = suspects.filter((suspect) => suspect !== step.suspect && reaches(suspect, from, scene, nameOf, wanted));
    return { ...step, others: [...new Set(others.map(({ id }) => id))] };
  });
}

function reaches(suspect: Suspect, from: Work, scene: Scene, nameOf: (work: Work) => string, wanted: string): boolean {
  let looked = 0;
  for (const attempt of suspect.attempts(from, scene)) {
    if (nameOf(attempt.work) === wanted) return true;
    if (++looked >= EQUALS) return false;
  }
  return false;
}

/** Lets messages in: a cancel, a newer paste. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

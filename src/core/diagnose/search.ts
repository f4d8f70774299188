/**
 * The search for what changed: uniform-cost, most likely mistake first, over the suspects and their combinations, until the oracle
 * knows the content. A match is a proof. The cheapest path is found first, so none of its steps can be left out.
 */
import type { Rule } from '../content/recipe.ts';
import { runRecipeBytes } from '../content/run.ts';
import type { Suspect, Scene, Work, Attempt } from '../providers/suspect.ts';
import type { SubsetJob, SubsetResult } from '../verify/kernel/subsets.ts';
import { fingerprint } from './fingerprint.ts';
import type { Oracle } from './oracle.ts';
import { Queue } from './queue.ts';

export interface SearchLimits {
  readonly maxCandidates: number;
  readonly maxMs: number;
  /** Mistakes in one message; absent = four. */
  readonly maxSteps?: number;
  readonly clock?: (() => number) | undefined;
  /** By that clock, when the whole began: several searches share one `maxMs`. Absent = each has its own. */
  readonly began?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** `byCause` is still being counted: to be read at once. */
  readonly onprogress?: ((tried: number, total: number, byCause?: ReadonlyMap<string, number>) => void) | undefined;
  /** Parameters that may be missing when every subset of them is tried; absent = twenty. */
  readonly maxOptional?: number | undefined;
  /** Other cores, for subsets; absent = in this one. */
  readonly slices?: ((job: SubsetJob) => Promise<SubsetResult>) | undefined;
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

/** One of these for each content that waits: small, for there are many. */
interface Path {
  readonly start: Work;
  readonly work: Work;
  /** How it came from the path before it; null at a start. */
  readonly step: Step | null;
  readonly before: Path | null;
  readonly depth: number;
  readonly cost: number;
  /** Suspects that have something to try here, cheapest first. */
  readonly open: readonly Suspect[];
  /** Whether all its steps undid what could be seen. */
  readonly plain: boolean;
  /** How many of them undo what can be seen. */
  readonly shown: number;
  /** Which of them is tried next. */
  next: number;
}

/** At most this many mistakes in one message. */
const MAX_STEPS = 4;
/** A combination costs this much more than its parts: two mistakes at once are rarer than each. */
const COMBINATION = 1.5;
/** What can be seen is no coincidence beside another mistake. */
const VISIBLE = 0.5;
/** From this cost on a mistake is rare; and so much, at most, is added to it where plainer ones are passed over for it. */
const RARE = 3.2;
const MOST_PASSED = 2;
/** Candidates between two looks at the clock, the signal and other work. */
const SLICE = 1024;
/** Contents that may wait to be bent further, and contents that are known again: a long search must not use up the memory. */
const MAX_WAITING = 150_000;
const MAX_SEEN = 4_000_000;
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
  const later = [...unordered].sort((a, b) => costLater(a) - costLater(b));
  const queue = new Queue<Path>();
  const seen = new Set<number>();
  const byCause = new Map<string, number>();
  const began = limits.began ?? limits.clock?.() ?? 0;
  const openAt = (work: Work, among: readonly Suspect[]): Pick<Path, 'open' | 'shown'> =>
    counted(among.filter((suspect) => !suspect.visible || !isEmpty(suspect.attempts(work, scene))));
  let tried = 0;
  let all = true;
  const contentOf = (work: Work): Uint8Array => runRecipeBytes(work.rule.recipe, work.pairs, work.charset, scene.received);
  const nameOf = (work: Work): string => oracle.name(contentOf(work), work.rule);
  const done = (hit: SearchResult['hit'], complete: boolean): SearchResult => ({ hit, tried, byCause, complete });
  /** Puts a path where its cheapest untried suspect belongs. */
  const wait = (path: Path): void => {
    const suspect = path.open[path.next];
    if (!suspect || path.depth >= (limits.maxSteps ?? MAX_STEPS)) return;
    if (queue.size < MAX_WAITING) queue.push(path, path.cost + costAfter(path, suspect));
    else all = false;
  };
  for (const [i, work] of starts.entries()) {
    const content = contentOf(work);
    if (isKnown(seen, content, work.rule)) continue;
    tried++;
    if (oracle.isSigned(oracle.name(content, work.rule))) return done({ start: work, work, steps: [] }, true);
    wait({ start: work, work, step: null, before: null, depth: 0, cost: i / 4, ...openAt(work, suspects), plain: true, next: 0 });
  }
  for (let path = queue.pop(); path; path = queue.pop()) {
    const suspect = path.open[path.next] as Suspect;
    path.next++;
    wait(path);
    const from = path;
    const rest = counted(
      (from.depth === 0 ? later.filter((each) => from.open.includes(each)) : from.open).filter((each) => each !== suspect),
    );
    const untaken = (): readonly Suspect[] => later.filter((each) => each !== suspect && !hasTaken(from, each));
    for (const attempt of suspect.attempts(path.work, scene)) {
      const content = contentOf(attempt.work);
      if (isKnown(seen, content, attempt.work.rule)) continue;
      const signed = oracle.isSigned(oracle.name(content, attempt.work.rule));
      tried++;
      byCause.set(suspect.id, (byCause.get(suspect.id) ?? 0) + 1);
      const step = { suspect, attempt };
      if (signed)
        return done(
          { start: path.start, work: attempt.work, steps: withEquals(path.start, [...stepsOf(path), step], suspects, scene, nameOf) },
          true,
        );
      if (tried >= limits.maxCandidates) return done(null, false);
      if (tried % SLICE === 0) {
        limits.onprogress?.(tried, limits.maxCandidates, byCause);
        await pause();
        if (limits.signal?.aborted || (limits.clock && limits.clock() - began > limits.maxMs)) return done(null, false);
      }
      if (attempt.last) continue;
      wait({
        start: path.start,
        work: attempt.work,
        step,
        before: path,
        depth: path.depth + 1,
        cost: path.cost + costAfter(path, suspect) + (attempt.cost ?? 0),
        plain: from.plain && suspect.visible === true,
        // Only what could be seen itself can have covered something else; likely ways of undoing it are enough to tell.
        ...(from.plain && suspect.visible && (attempt.cost ?? 0) <= 1 ? openAt(attempt.work, untaken()) : rest),
        next: 0,
      });
    }
  }
  return done(null, all);
}

function costAfter({ depth, shown }: Path, suspect: Suspect): number {
  if (depth === 0) return suspect.cost;
  // Who passes over what can be seen, for what is rare and nowhere to be seen, looks in the wrong place.
  return costLater(suspect) + (suspect.visible || suspect.cost < RARE ? 0 : Math.min(shown, MOST_PASSED));
}

/** On top of another mistake. */
const costLater = ({ cost, combination = 0, visible }: Suspect): number => (visible ? cost * VISIBLE : cost + COMBINATION + combination);

const counted = (open: readonly Suspect[]): Pick<Path, 'open' | 'shown'> => ({ open, shown: open.filter(({ visible }) => visible).length });

const isEmpty = (attempts: Iterable<Attempt>): boolean => attempts[Symbol.iterator]().next().done === true;

/** By a number: a text for each content would take five times the memory. Under a shared secret the rule decides as well. */
function isKnown(seen: Set<number>, content: Uint8Array, { id, mac }: Rule): boolean {
  const key = fingerprint(content, mac ? id : '');
  if (seen.has(key)) return true;
  if (seen.size < MAX_SEEN) seen.add(key);
  return false;
}

function stepsOf(path: Path): readonly Step[] {
  return path.step && path.before ? [...stepsOf(path.before), path.step] : [];
}

function hasTaken(path: Path, suspect: Suspect): boolean {
  for (let at: Path | null = path; at; at = at.before) if (at.step?.suspect === suspect) return true;
  return false;
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
    const others = suspects.flatMap((suspect) => (suspect === step.suspect ? [] : equalsOf(suspect, from, scene, nameOf, wanted)));
    return { ...step, others: [...new Set(others)] };
  });
}

/** Ids under which a suspect makes that content; none where it does not. */
function equalsOf(suspect: Suspect, from: Work, scene: Scene, nameOf: (work: Work) => string, wanted: string): readonly string[] {
  let looked = 0;
  for (const attempt of suspect.attempts(from, scene)) {
    if (nameOf(attempt.work) === wanted) return [attempt.id ?? suspect.id, ...(attempt.alternatives ?? [])];
    if (++looked >= EQUALS) return [];
  }
  return [];
}

/** Lets messages in: a cancel, a newer paste. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** Hands slices of a search to workers, the next one to whichever is idle. Knows no Worker, so it is tested without one. */
import type { SubsetJob, SubsetResult } from '../core/verify/kernel/subsets.ts';

/** A worker as the pool sees it: it answers each slice before it is given another. */
export interface Searcher {
  post(job: SubsetJob): void;
  onanswer: (result: SubsetResult) => void;
  ondeath: () => void;
  terminate(): void;
}

interface Waiting {
  readonly job: SubsetJob;
  readonly resolve: (result: SubsetResult) => void;
  readonly reject: (reason: Error) => void;
}

/** Rest after which the workers are ended: they come back in some milliseconds. */
export const REST = 10_000;

export class Pool {
  readonly #spawn: () => Searcher;
  readonly #size: number;
  #idle: Searcher[] = [];
  readonly #busy = new Map<Searcher, Waiting>();
  #waiting: Waiting[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(spawn: () => Searcher, size: number) {
    this.#spawn = spawn;
    this.#size = size;
  }

  /** @throws when the worker that had the slice died; the caller does the slice itself */
  run(job: SubsetJob): Promise<SubsetResult> {
    clearTimeout(this.#timer);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, resolve, reject });
      this.#next();
    });
  }

  #next(): void {
    const [first] = this.#waiting;
    if (!first) {
      if (this.#busy.size === 0) this.#timer = setTimeout(() => this.#rest(), REST);
      return;
    }
    const searcher = this.#idle.pop() ?? (this.#busy.size < this.#size ? this.#start() : null);
    if (!searcher) return;
    this.#waiting.shift();
    this.#busy.set(searcher, first);
    searcher.post(first.job);
  }

  #start(): Searcher {
    const searcher = this.#spawn();
    searcher.onanswer = (result) => {
      this.#busy.get(searcher)?.resolve(result);
      this.#busy.delete(searcher);
      this.#idle.push(searcher);
      this.#next();
    };
    searcher.ondeath = () => {
      searcher.terminate();
      this.#busy.get(searcher)?.reject(new Error('search-worker-stopped'));
      this.#busy.delete(searcher);
      this.#idle = this.#idle.filter((each) => each !== searcher);
      this.#next();
    };
    return searcher;
  }

  #rest(): void {
    for (const searcher of this.#idle) searcher.terminate();
    this.#idle = [];
  }
}

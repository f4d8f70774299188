/** Runs inspections in a worker that may be hostile to its host: slow, stuck or dead. Knows no Worker, so it is tested without one. */
import type { Inspection, InspectRequest } from '../core/inspect.ts';
import type { WhatIf, WhatIfChoice } from '../core/what-if.ts';
import type { InspectService, Outcome, Progress, RunOptions } from './protocol.ts';

/** How long a cancelled inspection may take to end before its worker is ended. Milliseconds. */
export const GRACE = 100;
/** How often a busy worker is asked for a sign of life, and how long it may be silent. Milliseconds. */
export const BEAT = 1000;
export const SILENCE = 5000;

export interface ClientOptions extends RunOptions {
  readonly signal: AbortSignal;
  readonly onprogress?: (progress: Progress) => void;
}

/** Why there is no record: the worker was stuck or died (`worker-stopped`), or the program made a mistake (`inspect-failed`). */
export class InspectError extends Error {
  readonly id: 'worker-stopped' | 'inspect-failed';
  constructor(id: 'worker-stopped' | 'inspect-failed') {
    super(id);
    this.name = 'InspectError';
    this.id = id;
  }
}

/** A worker as the runner sees it. */
export interface Spawned {
  readonly service: InspectService;
  /** Called at most once, when the worker cannot be loaded or dies. */
  ondeath(callback: () => void): void;
  terminate(): void;
}

interface Job {
  readonly worker: Spawned;
  /** Ends the job from outside; its promise rejects with this reason. */
  readonly end: (reason: Error) => void;
  /** Settles when the worker has let go of the job. */
  readonly done: Promise<unknown>;
}

export class Runner {
  readonly #spawn: () => Spawned;
  #worker: Spawned | null = null;
  #job: Job | null = null;
  /** Number of the newest call. */
  #turn = 0;

  constructor(spawn: () => Spawned) {
    this.#spawn = spawn;
  }

  /** Starts the worker ahead of the first inspection. */
  warm(): void {
    this.#ready();
  }

  /**
   * Runs one inspection; an older one that still runs is aborted.
   * @throws AbortError when aborted or superseded, at once; {@link InspectError} when there is no record. The next call works in any case.
   */
  async inspect(request: InspectRequest, options: ClientOptions): Promise<Inspection> {
    options.signal.throwIfAborted();
    const turn = ++this.#turn;
    const older = this.#job;
    older?.end(aborted());
    if (older) await this.#letGo(older);
    options.signal.throwIfAborted();
    // While this call waited a newer one came, and it wins.
    if (turn !== this.#turn) throw aborted();
    return this.#start(request, options);
  }

  /** Beside an inspection. @throws {@link InspectError} when there is no answer; a worker that is silent for too long is ended */
  async whatIf(request: InspectRequest, choice: WhatIfChoice): Promise<WhatIf | null> {
    const worker = this.#ready();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new InspectError('worker-stopped'));
        this.#retire(worker);
      }, SILENCE);
    });
    try {
      return await Promise.race([worker.service.whatIf(request, choice), late]);
    } catch (error) {
      throw error instanceof InspectError ? error : new InspectError('inspect-failed');
    } finally {
      clearTimeout(timer);
    }
  }

  #start(request: InspectRequest, options: ClientOptions): Promise<Inspection> {
    const worker = this.#ready();
    const { signal, onprogress, ...rest } = options;
    return new Promise<Inspection>((resolve, reject) => {
      let open = true;
      let heard = Date.now();
      const settle = (act: () => void) => {
        if (!open) return;
        open = false;
        clearInterval(beat);
        signal.removeEventListener('abort', onabort);
        act();
      };
      const end = (reason: Error) =>
        settle(() => {
          void worker.service.cancel().catch(() => undefined);
          reject(reason);
        });
      const onabort = () => {
        end(aborted());
        void this.#letGo(job);
      };
      const beat = setInterval(() => {
        if (Date.now() - heard >= SILENCE) return this.#retire(worker);
        void worker.service.ping().then(
          () => (heard = Date.now()),
          () => undefined,
        );
      }, BEAT);
      const progress = (p: Progress) => {
        heard = Date.now();
        if (open) onprogress?.(p);
      };
      const done = worker.service.run(request, rest, progress).then(
        (outcome) => settle(() => answer(outcome, resolve, reject)),
        () => settle(() => reject(new InspectError('inspect-failed'))),
      );
      const job: Job = { worker, end, done };
      this.#job = job;
      void done.then(() => this.#forget(job));
      signal.addEventListener('abort', onabort, { once: true });
    });
  }

  /** Waits until the worker has left an ended job; ends the worker when it does not in time. */
  async #letGo(job: Job): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<'late'>((resolve) => (timer = setTimeout(() => resolve('late'), GRACE)));
    const first = await Promise.race([job.done, late]);
    clearTimeout(timer);
    if (first === 'late' && this.#job === job) this.#retire(job.worker);
    this.#forget(job);
  }

  #forget(job: Job): void {
    if (this.#job === job) this.#job = null;
  }

  #ready(): Spawned {
    if (this.#worker) return this.#worker;
    const worker = this.#spawn();
    worker.ondeath(() => this.#retire(worker));
    return (this.#worker = worker);
  }

  #retire(worker: Spawned): void {
    if (this.#worker === worker) this.#worker = null;
    const job = this.#job;
    if (job?.worker === worker) {
      this.#job = null;
      job.end(new InspectError('worker-stopped'));
    }
    worker.terminate();
  }
}

function answer(outcome: Outcome, resolve: (inspection: Inspection) => void, reject: (reason: Error) => void): void {
  if (outcome.ok) resolve(outcome.inspection);
  else reject(outcome.id === 'aborted' ? aborted() : new InspectError('inspect-failed'));
}

function aborted(): DOMException {
  return new DOMException('aborted', 'AbortError');
}

/** The worker in which `inspect()` runs whole: a hostile paste costs a restart of it, not the tab. */
import './no-channels.ts';
import { expose } from 'comlink';
import { inspect } from '../core/inspect.ts';
import type { SubsetResult } from '../core/verify/kernel/subsets.ts';
import { WORKER_TYPE, appUrl } from './app-url.ts';
import { Pool } from './pool.ts';
import type { Searcher } from './pool.ts';
import type { InspectService } from './protocol.ts';
import searchUrl from './search.worker.ts?worker&url';

let running: AbortController | null = null;

/** Workers beside this one, which waits while they search. */
const MOST = 4;
const pool = new Pool(spawn, Math.min(navigator.hardwareConcurrency, MOST));

function spawn(): Searcher {
  const worker = new Worker(appUrl(searchUrl), { type: WORKER_TYPE, name: 'search' });
  const searcher: Searcher = {
    post: (job) => worker.postMessage(job),
    onanswer: () => undefined,
    ondeath: () => undefined,
    terminate: () => worker.terminate(),
  };
  worker.addEventListener('message', ({ data }: MessageEvent<SubsetResult>) => searcher.onanswer(data));
  worker.addEventListener('error', () => searcher.ondeath());
  return searcher;
}

const service: InspectService = {
  async run(request, options, onprogress) {
    const controller = new AbortController();
    running = controller;
    const { signal } = controller;
    try {
      const inspection = await inspect(request, {
        now: new Date(),
        clock: () => performance.now(),
        signal,
        slices: (job) => pool.run(job),
        onprogress: (progress) => {
          if (!signal.aborted) onprogress(progress);
        },
        ...options,
      });
      return { ok: true, inspection };
    } catch {
      return { ok: false, id: signal.aborted ? 'aborted' : 'failed' };
    } finally {
      if (running === controller) running = null;
    }
  },
  async whatIf(request, choice) {
    const { whatIf } = await import('../core/what-if.ts');
    return whatIf(request, choice);
  },
  cancel() {
    running?.abort();
    return Promise.resolve();
  },
  ping: () => Promise.resolve(),
};

expose(service);

/** The worker in which `inspect()` runs whole: a hostile paste costs a restart of it, not the tab. */
import './no-channels.ts';
import { expose } from 'comlink';
import { inspect } from '../core/inspect.ts';
import type { InspectService } from './protocol.ts';

let running: AbortController | null = null;

const service: InspectService = {
  async run(request, expected, onprogress) {
    const controller = new AbortController();
    running = controller;
    const { signal } = controller;
    try {
      const inspection = await inspect(request, {
        now: new Date(),
        clock: () => performance.now(),
        signal,
        onprogress: (progress) => {
          if (!signal.aborted) onprogress(progress);
        },
        ...(expected && { expected }),
      });
      return { ok: true, inspection };
    } catch {
      return { ok: false, id: signal.aborted ? 'aborted' : 'failed' };
    } finally {
      if (running === controller) running = null;
    }
  },
  cancel() {
    running?.abort();
    return Promise.resolve();
  },
  ping: () => Promise.resolve(),
};

expose(service);

/** The page's only way to the core: one function a job, run in a warm worker. */
import { proxy, wrap } from 'comlink';
import type { Inspection, InspectRequest } from '../core/inspect.ts';
import type { WhatIf, WhatIfChoice } from '../core/what-if.ts';
import { WORKER_TYPE, appUrl } from './app-url.ts';
import workerUrl from './inspect.worker.ts?worker&url';
import type { InspectService } from './protocol.ts';
import { Runner } from './runner.ts';
import type { ClientOptions, Spawned } from './runner.ts';

export { InspectError } from './runner.ts';
export type { ClientOptions } from './runner.ts';
export type { Progress } from './protocol.ts';

const runner = new Runner(spawn);

/** Starts the worker, so that the first paste does not wait for it. */
export function warm(): void {
  runner.warm();
}

/**
 * Runs one inspection in the warm worker; the newest call wins, and an aborted one frees the worker within 100 ms.
 * Byte arrays are copied to the worker and stay usable here.
 * @throws AbortError when aborted or superseded; InspectError `worker-stopped` when the worker hung or died. The next call works.
 */
export function inspect(request: InspectRequest, options: ClientOptions): Promise<Inspection> {
  return runner.inspect(request, options);
}

/**
 * What the content would be if this were changed.
 * @throws InspectError `worker-stopped` when the worker hung or died. The next call works.
 */
export function whatIf(request: InspectRequest, choice: WhatIfChoice): Promise<WhatIf | null> {
  return runner.whatIf(request, choice);
}

function spawn(): Spawned {
  const worker = new Worker(appUrl(workerUrl), { type: WORKER_TYPE, name: 'inspect' });
  const remote = wrap<InspectService>(worker);
  const service: InspectService = {
    run: (request, options, onprogress) => remote.run(request, options, proxy(onprogress)),
    whatIf: (request, choice) => remote.whatIf(request, choice),
    cancel: () => remote.cancel(),
    ping: () => remote.ping(),
  };
  return {
    service,
    ondeath(callback) {
      worker.addEventListener('error', callback, { once: true });
      worker.addEventListener('messageerror', callback, { once: true });
    },
    terminate: () => worker.terminate(),
  };
}

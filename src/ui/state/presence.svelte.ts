/** What the page can show about itself: whether it works offline, how many requests it made since it loaded, whether an update waits. */
import { createContext } from 'svelte';

export class Presence {
  offline = $state(false);
  /** Requests since the page loaded that are not files of the program itself. */
  requests = $state(0);
  /** Files of the program, fetched on demand. */
  own = $state(0);
  update = $state.raw<(() => void) | null>(null);
  /** True once a part of the program could not be fetched. */
  lost = $state(false);

  constructor() {
    const worker = 'serviceWorker' in navigator ? navigator.serviceWorker : undefined;
    if (worker) {
      this.offline = worker.controller !== null;
      worker.addEventListener('controllerchange', () => (this.offline = worker.controller !== null));
      void worker.ready.then(() => (this.offline = true));
    }
    addEventListener('vite:preloadError', () => (this.lost = true));
    if (document.readyState === 'complete') this.#count();
    else addEventListener('load', () => this.#count(), { once: true });
  }

  #count(): void {
    if (!('PerformanceObserver' in globalThis)) return;
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- read once, never changed
    const base = new URL('.', document.baseURI).href;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.name.startsWith('data:') || entry.name.startsWith('blob:')) continue;
        if (entry.name.startsWith(base) && !entry.name.includes('?')) this.own++;
        else this.requests++;
      }
    }).observe({ type: 'resource' });
  }
}

export const [getPresence, setPresence] = createContext<Presence>();

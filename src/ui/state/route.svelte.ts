/** Which page is shown, from the fragment: `#/`, `#/history`. The address never holds anything that was pasted. */
import { createContext } from 'svelte';

export type Page = 'inspect' | 'history';

export class Route {
  #hash = $state(location.hash);

  constructor() {
    addEventListener('hashchange', () => (this.#hash = location.hash));
  }

  get page(): Page {
    return this.#hash.split('?')[0] === '#/history' ? 'history' : 'inspect';
  }

  /** The example asked for by `#/?ex=…`. */
  get example(): string | null {
    // eslint-disable-next-line svelte/prefer-svelte-reactivity -- read once, never changed
    return new URLSearchParams(this.#hash.split('?')[1] ?? '').get('ex');
  }

  /** The example is on the screen: the address forgets it, so that it can be asked for again. */
  shown(): void {
    history.replaceState(null, '', '#/');
    this.#hash = location.hash;
  }

  go(page: Page): void {
    location.hash = page === 'history' ? '#/history' : '#/';
  }
}

export const [getRoute, setRoute] = createContext<Route>();

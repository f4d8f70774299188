/** Light, dark, or as the system says. */
import { createContext } from 'svelte';
import { Persisted } from './persisted.svelte.ts';

const order = ['system', 'light', 'dark'] as const;

export class Theme {
  readonly #chosen = new Persisted<(typeof order)[number]>('theme', order);

  constructor() {
    this.#apply();
  }

  get current(): (typeof order)[number] {
    return this.#chosen.current;
  }

  next(): void {
    this.#chosen.current = order[(order.indexOf(this.current) + 1) % order.length] ?? 'system';
    this.#apply();
  }

  #apply(): void {
    if (this.current === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = this.current;
  }
}

export const [getTheme, setTheme] = createContext<Theme>();

/** What several views share: the parameter under the pointer or the focus, and which evidence is shown. */
import { createContext } from 'svelte';

export type Tab = 'fields' | 'content' | 'bytes' | 'signature' | 'raw' | 'what-if';

export class Linked {
  /** Index into `Reading.pairs`. */
  pair = $state<number | null>(null);
  tab = $state<Tab>('fields');
}

/** Colours go round; neighbours differ. */
export const hue = (pair: number | null) => (pair === null ? '' : `h${pair % 6}`);

export const [getLinked, setLinked] = createContext<Linked>();

/** The parameter under the pointer or the focus, lit up in every view at once. */
import { createContext } from 'svelte';

export class Linked {
  /** Index into `Reading.pairs`. */
  pair = $state<number | null>(null);
}

/** Colours go round; neighbours differ. */
export const hue = (pair: number | null) => (pair === null ? '' : `h${pair % 6}`);

export const [getLinked, setLinked] = createContext<Linked>();

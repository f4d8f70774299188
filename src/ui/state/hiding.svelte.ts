/** Whether values are hidden: for a shared screen. Structure stays, no value is in the page. Not remembered. */
import { createContext } from 'svelte';

export class Hiding {
  on = $state(false);
}

export const [getHiding, setHiding] = createContext<Hiding>();

/** The framework a person works with: chosen once, remembered, and put first among the remedies. */
import { createContext } from 'svelte';
import { FRAMEWORK_IDS, type FrameworkId } from '../text/frameworks.ts';
import { Persisted } from './persisted.svelte.ts';

export class Stack extends Persisted<FrameworkId> {
  constructor() {
    super('framework', FRAMEWORK_IDS);
  }
}

export const [getStack, setStack] = createContext<Stack>();

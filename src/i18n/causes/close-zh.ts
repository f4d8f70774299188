/** Closer prose in Chinese for the causes that a paste alone can prove: what was found in this message. */
import type { Closer } from './prose.ts';

export const close: Closer = {};

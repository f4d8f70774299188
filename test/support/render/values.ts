/** Messages to print: the values that break readers, and what a form cannot hold left out of them. */
import type fc from 'fast-check';
import { fields } from '../render-transport/arbitrary.ts';
import type { Fields } from '../render-transport/bodies.ts';

export type { Fields };
export { fields };

/** Only messages none of whose values are lost or ambiguous in the form. */
export const fieldsWithout = (lost: RegExp): fc.Arbitrary<Fields> => fields.filter((list) => list.every(([, value]) => !lost.test(value)));

/** As a `TreeMap`, Go or a sorted dictionary walks them. */
export const sorted = (list: Fields): Fields => [...list].sort(([a], [b]) => (a < b ? -1 : 1));

/** What both properties of diagnosis share: how many cases, the keys, and what was named. */
import { inspect } from '../../src/core/inspect.ts';
import type { Inspection } from '../../src/core/inspect.ts';
import type { Made } from './mistakes.ts';
import { makeSigner } from './notification.ts';

/** Of each mistake; the gate takes ten, `CASES` more. */
export const CASES = Number(process.env['CASES'] ?? 10);
/** A machine under load needs its time; none of these waits for a clock. Milliseconds. */
export const SLOW = 180_000 * Math.max(1, CASES / 20);
export const signer = makeSigner();
export const other = makeSigner();

export async function diagnose({ text, keys, served, inputs }: Made): Promise<Inspection> {
  return inspect({ text, keys, ...(served === undefined ? {} : { served }), ...(inputs ? { hints: { inputs } } : {}) });
}

/** The groups of ids that are named, best first. */
export const groups = ({ diagnosis, served }: Inspection): readonly (readonly string[])[] =>
  [...(served?.causes ?? []), ...(diagnosis?.causes ?? [])].map(({ id, alternatives }) => [id, ...alternatives]);

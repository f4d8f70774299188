/** What is kept, and how: heads packed into chunks that are read at once; bodies one by one until there are enough for a segment. */
import type { DBSchema } from 'idb';
import type { Inspection, InspectRequest } from '../core/inspect.ts';

/** The request without its keys, and the record it gave. */
export interface Entry {
  readonly request: Pick<InspectRequest, 'text' | 'hints'>;
  readonly inspection: Inspection;
}

/** A line of the list. Everything that lists, filters and sorts is here. */
export interface Head {
  readonly id: string;
  /** Unix time in milliseconds. */
  readonly time: number;
  readonly indication: string;
  readonly reason: string;
  readonly dialect: string | null;
  readonly order: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  /** The segment that holds the body; null while it stands alone. */
  readonly segment: string | null;
}

export interface Body {
  readonly id: string;
  readonly entry: Entry;
}

/** Values are `unknown`: a disk, an older release or a stranger's script may have written them. */
export interface Schema extends DBSchema {
  /** Up to CHUNK heads a value; keys rise, so the last is the newest. */
  heads: { key: number; value: unknown };
  /** Bodies saved one by one. */
  bodies: { key: string; value: unknown };
  /** Up to SEGMENT bodies a value: IndexedDB charges by the put, not by the byte. */
  segments: { key: string; value: unknown };
}

export const NAME = 'yanqian';
/** Raised with each change of the layout; `migrate.ts` has a step for each. */
export const VERSION = 1;
export const CHUNK = 1000;
/** What the page draws at once. */
export const PAGE = 100;
export const SEGMENT = 500;
/** A longer text is a segment of its own, so that opening a neighbour never reads it. Characters or bytes. */
export const LARGE = 16_384;

/** The head of an entry. */
export function headOf(id: string, time: number, { inspection }: Entry): Head {
  const { verdict, claim, explanation, unsealed } = inspection;
  // Where the content was encrypted, what was opened says which order it is.
  const opened = unsealed.find((part) => part.explanation?.summary)?.explanation;
  const { order, amount, refund, currency } = (opened ?? explanation).summary ?? {};
  return {
    id,
    time,
    indication: verdict.indication,
    reason: verdict.reason,
    dialect: claim?.dialect ?? null,
    order: order ?? null,
    amount: refund ?? amount ?? null,
    currency: currency ?? null,
    segment: null,
  };
}

/** Newest first; among equals by id, so that two tabs list alike. */
export const byTime = (a: Head, b: Head): number => b.time - a.time || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

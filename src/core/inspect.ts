/** The whole path on one screen: read > recognise > content > verify > diagnose > explain. */
import type { KeyReport } from './keys/report.ts';
import type { Reading } from './read/reading.ts';
import type { Claim } from './providers/provider.ts';
import type { Verdict } from './verify/verdict.ts';
import type { Diagnosis, Served } from './diagnose/finding.ts';
import type { Ask, Explanation } from './explain/explanation.ts';

export interface InspectRequest {
  /** The paste or file, in any form. */
  readonly text: string | Uint8Array;
  /** Any key material; one entry may hold several. */
  readonly keys: readonly (string | Uint8Array)[];
  /** Second box: the string, map or digest that "my server" used. */
  readonly served?: string;
  /** What the user overrode or answered. */
  readonly hints?: Hints;
}

export interface Hints {
  readonly provider?: string;
  readonly dialect?: string;
  readonly form?: string;
  readonly charset?: string;
  /** Which notification, where the paste holds several. */
  readonly pick?: number;
  /** Repair ids; absent = all. */
  readonly keepRepairs?: readonly string[];
  /** Answers to `Inspection.asks`: a header, a path, the original subject. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Where the text came from, once the user said so. */
  readonly side?: 'server' | 'paste';
}

/** Values the user expects, checked beside the verdict. */
export interface Expectations {
  readonly app_id?: string;
  readonly seller_id?: string;
  readonly out_trade_no?: string;
  readonly total_amount?: string;
}

export interface InspectOptions {
  readonly now?: Date;
  /** For `elapsedMs` and `maxMs`; absent = neither is measured. */
  readonly clock?: () => number;
  readonly expected?: Expectations;
  readonly search?: { readonly maxCandidates?: number; readonly maxMs?: number };
  readonly signal?: AbortSignal;
  /** The first call carries a full Inspection. */
  readonly onprogress?: (p: { inspection?: Inspection; tried: number; total: number }) => void;
}

/** What was decrypted, read in turn. */
export interface Unsealed {
  readonly name: string;
  readonly reading: Reading;
}

/** One plain JSON-serialisable record; what history stores, reports print and tests read. */
export interface Inspection {
  readonly version: 1;
  readonly reading: Reading;
  readonly claim: Claim | null;
  readonly keys: readonly KeyReport[];
  readonly verdict: Verdict;
  readonly diagnosis: Diagnosis | null;
  readonly served: Served | null;
  readonly unsealed: readonly Unsealed[];
  readonly asks: readonly Ask[];
  readonly explanation: Explanation;
}

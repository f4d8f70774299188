/** What page and inspection worker say to each other. */
import type { Expectations, Inspection, InspectRequest } from '../core/inspect.ts';

export interface Progress {
  /** A complete record, carried by the first call. */
  readonly inspection?: Inspection;
  /** Candidates tried so far, of about how many. */
  readonly tried: number;
  readonly total: number;
}

/** An inspection that ended without a record; the text of the error stays in the worker, for it may quote the input. */
export type Outcome = { readonly ok: true; readonly inspection: Inspection } | { readonly ok: false; readonly id: 'aborted' | 'failed' };

/** The face of the inspection worker. One inspection runs at a time. */
export interface InspectService {
  run(request: InspectRequest, expected: Expectations | undefined, onprogress: (progress: Progress) => void): Promise<Outcome>;
  /** Ends the running inspection at its next pause. */
  cancel(): Promise<void>;
  /** Answered whenever the worker is not stuck. */
  ping(): Promise<void>;
}

/** What page and inspection worker say to each other. */
import type { Expectations, Inspection, InspectProgress, InspectRequest, SearchBudget } from '../core/inspect.ts';
import type { WhatIf, WhatIfChoice } from '../core/what-if.ts';

/** The first call carries a complete record. */
export type Progress = InspectProgress;

export interface RunOptions {
  readonly expected?: Expectations;
  readonly search?: SearchBudget;
}

/** An inspection that ended without a record; the text of the error stays in the worker, for it may quote the input. */
export type Outcome = { readonly ok: true; readonly inspection: Inspection } | { readonly ok: false; readonly id: 'aborted' | 'failed' };

/** The face of the inspection worker. One inspection runs at a time. */
export interface InspectService {
  run(request: InspectRequest, options: RunOptions, onprogress: (progress: Progress) => void): Promise<Outcome>;
  /** Beside an inspection, in one of its pauses. */
  whatIf(request: InspectRequest, choice: WhatIfChoice): Promise<WhatIf | null>;
  /** Ends the running inspection at its next pause. */
  cancel(): Promise<void>;
  /** Answered whenever the worker is not stuck. */
  ping(): Promise<void>;
}

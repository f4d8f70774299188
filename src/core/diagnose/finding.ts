/** What diagnosis found: causes by the ids of the catalogue, each with its proof and the edits that undo it. */
import type { CauseId } from './causes.ts';

/** Where the mistake was made, as far as the evidence goes. */
export type Side = 'server' | 'paste' | 'key' | 'provider' | 'unknown';

/** How sure it is. `guess` is said as a guess, and never together with a claim. */
export type Proof = 'digest' | 'padding' | 'key-match' | 'length' | 'structure' | 'guess';

/** One change that leads from what was pasted to what was signed. */
export interface Edit {
  readonly op: 'drop-pair' | 'add-pair' | 'set-value' | 'set-signature' | 'use-rule' | 'use-charset' | 'use-key' | 'read-form';
  /** Index into `Reading.pairs`, where it is about one pair. */
  readonly pair?: number;
  readonly name?: string;
  /** How many places of the value it changes. */
  readonly count?: number;
  /** Byte offset of the first change in the source, where there is one. */
  readonly at?: number;
  /** The rule, charset, form … used instead. */
  readonly value?: string;
}

/** One side of the difference: the text of a parameter (or of `sign`) before and after the edits. */
export interface Excerpt {
  readonly name: string;
  readonly text: string;
}

export interface Finding {
  readonly id: CauseId;
  /** Other ids that describe the same bytes, likeliest first. */
  readonly alternatives: readonly CauseId[];
  readonly side: Side;
  readonly proof: Proof;
  readonly edits: readonly Edit[];
  readonly before: readonly Excerpt[];
  readonly after: readonly Excerpt[];
}

/** Contents that were tried and do not give the signed digest, grouped. */
export interface RuledOut {
  readonly id: CauseId | 'rules' | 'charsets';
  readonly tried: number;
}

export interface Diagnosis {
  readonly causes: readonly Finding[];
  readonly ruledOut: readonly RuledOut[];
  readonly tried: number;
  /** Names that messages in this state usually carry and this one lacks; only where nothing explains the failure. */
  readonly missing?: readonly string[];
  /** Null when no clock was given. */
  readonly elapsedMs: number | null;
  /** False while the search goes on, or when its budget ended it. */
  readonly complete: boolean;
}

/** The second box, explained against the paste. */
export interface Served {
  readonly form: 'content' | 'map' | 'digest' | 'unknown';
  readonly equalsSigned: boolean | null;
  readonly verifies: boolean | null;
  readonly causes: readonly Finding[];
}

/** What the page says of a message's meaning: the sentences of rarer messages, and the questions beside the verdict. */
import type { Summary } from '../core/explain/explanation.ts';
import type { CheckId, SummaryId } from '../core/providers/shape.ts';
import type { Phrase } from './messages.ts';

export interface Words {
  readonly amount: string;
  readonly refund: string;
  readonly time: string;
}

export type Say = (s: Summary, w: Words) => readonly Phrase[];

/** Messages that are neither a payment nor a refund of one. */
export type RareSentences = Readonly<
  Record<
    Extract<
      SummaryId,
      'held' | 'pending' | 'authorised' | 'frozen' | 'unfrozen' | 'batch-refund' | 'batch-paid' | 'message' | 'agreed' | 'ended'
    >,
    Say
  >
>;

export type CheckParams = Readonly<Record<string, string>>;

/** A question, and what each answer means. Params are names, amounts and counts, never an id of the message. */
export interface CheckWords {
  readonly ask: string;
  readonly yes: string;
  readonly no: string;
}

export interface ExplainMessages {
  readonly checks: {
    readonly region: string;
    readonly unknown: string;
    /** Beside a `no` that may well be in order. */
    readonly soft: string;
    readonly words: Readonly<Record<CheckId, (params: CheckParams) => CheckWords>>;
  };
}

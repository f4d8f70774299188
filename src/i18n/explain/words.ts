/** What the page says of a message's meaning; loaded with the summary. The sentence, the states, what to check and what to answer. */
import type { Summary } from '../../core/explain/explanation.ts';
import type { SealedPart } from '../../core/providers/provider.ts';
import type { CheckId, EventSummaryId, MachineId, SummaryId, TodoId } from '../../core/providers/shape.ts';
import type { Phrase } from '../messages.ts';

export interface Words {
  readonly amount: string;
  readonly refund: string;
  readonly time: string;
  /** The event in words, where the dictionary has it. */
  readonly topic?: string;
  /** What opens it. */
  readonly key?: string;
}

export type Say = (s: Summary, w: Words) => readonly Phrase[];

export type EventSentences = Readonly<Record<EventSummaryId, Say>>;
export type TradeSentences = Readonly<Record<Exclude<SummaryId, EventSummaryId>, Say>>;

export type CheckParams = Readonly<Record<string, string>>;

/** A question, and what each answer means. Params are names, amounts and counts, never an id of the message. */
export interface CheckWords {
  readonly ask: string;
  readonly yes: string;
  readonly no: string;
}

/** A state: its name, what it means and what to do. */
export interface StateWords {
  readonly label: string;
  readonly note: string;
}

export interface Explaining {
  readonly region: string;
  readonly sentences: Readonly<Record<SummaryId, Say>>;
  /** What opens an encrypted part, by scheme. */
  readonly secrets: Readonly<Record<SealedPart['scheme'], string>>;
  readonly unproved: string;
  readonly stateLabel: string;
  readonly stateNow: string;
  readonly states: Readonly<Record<MachineId, Readonly<Record<string, StateWords>>>>;
  readonly arrows: Readonly<Record<string, string>>;
  readonly checks: {
    readonly unknown: string;
    /** Beside a `no` that may well be in order. */
    readonly soft: string;
    readonly words: Readonly<Record<CheckId, (params: CheckParams) => CheckWords>>;
  };
  readonly todo: {
    readonly title: string;
    /** What was compared by the page itself. */
    readonly done: (count: number) => string;
    readonly words: Readonly<Record<TodoId, (name: string) => string>>;
  };
  readonly answer: {
    readonly title: string;
    /** While it does not verify. */
    readonly later: string;
    readonly status: (status: number, or: number | undefined, body: boolean) => string;
    readonly copy: string;
    readonly copied: string;
    readonly again: (count: number, within: number | undefined) => string;
    readonly schedule: string;
  };
}

/** What the message means, as codes and values; the sentences live with the interface. */
import type { Sensitivity, FieldKind } from '../providers/field.ts';
import type { CheckId, MachineId, SummaryId, TodoId } from '../providers/shape.ts';

/** A value read exactly, by its kind. Amounts stay decimal text, times keep their own zone. */
export type FieldValue =
  | { readonly type: 'text' }
  /** `cents` is the amount in the smallest unit, as decimal digits; null where the text is no exact amount. */
  | {
      readonly type: 'money';
      readonly currency: string;
      readonly cents: string | null;
      /** With its point, where the message counts in the smallest unit. */
      readonly decimal?: string;
    }
  /** ISO 8601 with offset; null where the text is no valid time. */
  | { readonly type: 'time'; readonly iso: string | null }
  | { readonly type: 'code'; readonly known: boolean }
  | { readonly type: 'json'; readonly valid: boolean };

/** One row of the fields table. Rows of nested JSON follow their parent, one level deeper. */
export interface FieldNote {
  /** Index into `Reading.pairs`. */
  readonly pair: number;
  /** The parameter's name, then the way into nested JSON: `fund_bill_list[0].amount`. No two of a pair are the same: `a.b`, `a.b#2`. */
  readonly path: string;
  /** The name under which the dictionary knows it (`fund_bill_list[].amount`); null when it does not. */
  readonly entry: string | null;
  readonly depth: number;
  readonly value: string;
  readonly kind: FieldKind;
  readonly read: FieldValue;
  readonly sensitivity: Sensitivity;
  readonly group: FieldGroup;
  /** Whether the rule that held (or is shown) signs it; null for nested rows. */
  readonly signed: boolean | null;
}

export type FieldGroup = 'trade' | 'money' | 'party' | 'time' | 'protocol' | 'other' | 'unknown';

/** The message in one sentence: which sentence, and what goes into it. */
export interface Summary {
  readonly id: SummaryId;
  readonly buyer?: string;
  readonly seller?: string;
  readonly amount?: string;
  readonly refund?: string;
  readonly currency?: string;
  /** ISO 8601 with offset. */
  readonly time?: string;
  readonly order?: string;
  readonly trade?: string;
  readonly subject?: string;
  /** A method, an event: what a message without amounts is about. */
  readonly topic?: string;
  /** How many of a batch went well, and how many did not. */
  readonly done?: string;
  readonly undone?: string;
}

/** Where the trade stands among its states; the diagram is drawn from it. */
export interface State {
  readonly now: string;
  readonly states: readonly string[];
  /** Absent in records of before there were several. */
  readonly machine?: MachineId;
  readonly stages?: readonly (readonly string[])[];
}

/** What the server should have answered. */
export interface Acknowledgement {
  readonly status: number;
  readonly body: string;
  /** A status that serves as well. */
  readonly or?: number;
}

/** When it comes again while it is not acknowledged: seconds from the first delivery. */
export interface Again {
  readonly after: readonly number[];
  readonly within?: number;
}

/** To be compared with one's own records before acting. */
export interface Todo {
  readonly id: TodoId;
  readonly name: string;
  readonly value: string;
  /** Of amounts. */
  readonly currency?: string;
}

/** A question with an answer, beside the verdict and never part of it. */
export interface Check {
  readonly id: CheckId;
  /** `unknown`: the question arises, but the message cannot answer it. */
  readonly answer: 'yes' | 'no' | 'unknown';
  readonly params?: Readonly<Record<string, string>>;
  /** Holds for most messages; an exception is worth a look, but no sign of a fault. */
  readonly soft?: true;
}

/** Something that is missing and would help; answered through `Hints.inputs`. */
export interface Ask {
  readonly id: string;
  readonly name?: string;
}

export interface Explanation {
  readonly summary: Summary | null;
  readonly fields: readonly FieldNote[];
  readonly checks: readonly Check[];
  readonly state: State | null;
  readonly acknowledgement: Acknowledgement | null;
  readonly again?: Again;
  readonly todo?: readonly Todo[];
}

/** Of what is no message. */
export const EMPTY: Explanation = { summary: null, fields: [], checks: [], state: null, acknowledgement: null };

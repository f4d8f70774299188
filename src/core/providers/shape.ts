/** How a kind of message is explained, as data: which parameter says what. The interpreter is `core/explain`. */

/** How amounts are written: yuan with two decimals, or whole fen. */
export type MoneyScale = 'yuan' | 'fen';

/** The sentence that sums a message up; the interface has the words. */
export type SummaryId =
  | 'paid'
  | 'finished'
  | 'waiting'
  | 'refunded-part'
  | 'refunded-full'
  | 'refunding'
  | 'refund-failed'
  | 'closed'
  | 'returned'
  | 'agreed'
  | 'ended'
  | 'answered'
  | 'failed'
  | 'other';

/** Names of parameters, the first that is there counts. `a.b` goes into JSON. */
export type NameList = readonly string[];

export interface ExplainShape {
  readonly money: MoneyScale;
  readonly status: NameList;
  /** By the value of `status`, which sentence; `''` where there is none. */
  readonly summaries: Readonly<Record<string, SummaryId>>;
  readonly amount: NameList;
  readonly refund: NameList;
  readonly time: NameList;
  readonly order: NameList;
  readonly trade: NameList;
  readonly buyer: NameList;
  readonly seller: NameList;
  readonly subject: NameList;
  readonly currency: NameList;
  /** Refunds are told from payments by any of these. */
  readonly refunded: NameList;
  /** States of the trade's diagram; empty where there is none. */
  readonly states: readonly string[];
  readonly acknowledgement: { readonly status: number; readonly body: string } | null;
  /** Amounts that must agree. */
  readonly relations: readonly Relation[];
  /** Times that follow each other. */
  readonly order_of_times: NameList;
  /** Shapes that ids have, as patterns over the whole value. */
  readonly ids: Readonly<Record<string, string>>;
  readonly source: string;
}

/** `sum`: the members of a list add up to a parameter. `most`: a parameter is at most another. */
export type Relation =
  | {
      readonly id: string;
      readonly kind: 'sum';
      readonly list: string;
      readonly member: string;
      readonly total: string;
      readonly source: string;
    }
  | { readonly id: string; readonly kind: 'most'; readonly part: string; readonly total: string; readonly source: string };

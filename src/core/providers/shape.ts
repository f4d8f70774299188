/** How a kind of message is explained, as data: which parameter says what. The interpreter is `core/explain`. */
import type { FieldKind, Sensitivity } from './field.ts';

/** How amounts are written: a decimal number, or whole units of the smallest kind (fen, cents). */
export type MoneyScale = 'yuan' | 'fen';

/** The sentence that sums a message up; the interface has the words. */
export type SummaryId =
  | 'paid'
  | 'held'
  | 'finished'
  | 'waiting'
  | 'pending'
  | 'refunded-part'
  | 'refunded-full'
  | 'refunding'
  | 'refund-failed'
  | 'closed'
  | 'returned'
  | 'agreed'
  | 'ended'
  | 'authorised'
  | 'frozen'
  | 'unfrozen'
  | 'batch-refund'
  | 'batch-paid'
  | 'message'
  | 'answered'
  | 'failed'
  | 'other';

/** Amounts that must agree. */
export type RelationId =
  | 'bills-equal-total'
  | 'receipt-equals-rest'
  | 'buyer-pay-equals-rest'
  | 'points-equal-bill'
  | 'invoice-within-buyer-pay'
  | 'refund-within-total'
  | 'vouchers-equal-discount'
  | 'voucher-parts'
  | 'fee-equals-price'
  | 'frozen-rest'
  | 'send-back-within-refund'
  | 'cash-within-total'
  | 'cash-equals-rest'
  | 'payer-within-total';

/** Questions beside the verdict; the interface has the words. */
export type CheckId =
  | RelationId
  | 'refund-matches-status'
  | 'times-in-order'
  | 'sign-length'
  | 'id-shape'
  | 'complete'
  | 'expected'
  | 'not-from-future'
  | 'fresh'
  | 'delivery'
  | 'clock-window';

/** Names of parameters, the first that is there counts. `a.b` goes into a structure. */
export type NameList = readonly string[];

export interface ExplainShape {
  readonly money: MoneyScale;
  /** Offset of times that carry none. */
  readonly zone: string;
  /** Parameters whose members speak for the message itself: `biz_content`; `*_response` for all that end so. */
  readonly inside: NameList;
  readonly status: NameList;
  /** By the value of `status`, which sentence; `''` for any other. */
  readonly summaries: Readonly<Record<string, SummaryId>>;
  /** Sentences that hold only where another parameter has one of these values. */
  readonly holds?: {
    readonly of: readonly SummaryId[];
    readonly name: string;
    readonly in: readonly string[];
    readonly otherwise: SummaryId;
  };
  readonly amount: NameList;
  readonly refund: NameList;
  readonly time: NameList;
  readonly order: NameList;
  readonly trade: NameList;
  readonly buyer: NameList;
  readonly seller: NameList;
  readonly subject: NameList;
  readonly currency: NameList;
  /** What the message is about, where no amount says it: a method, an event. */
  readonly topic: NameList;
  /** How many of a batch went well, and how many did not: a number, or a list of entries. */
  readonly counts?: { readonly done: NameList; readonly undone: NameList };
  /** Refunds are told from payments by any of these. */
  readonly refunded: NameList;
  /** A whole refund ends the trade in one of `full`, and only a whole one does. */
  readonly refundStatus?: { readonly status: string; readonly full: readonly string[]; readonly source: string };
  /** States of the trade's diagram; of several diagrams the first that has the state. */
  readonly states: readonly (readonly string[])[];
  /** Exactly these bytes. */
  readonly acknowledgement: { readonly status: number; readonly body: string } | null;
  readonly relations: readonly Relation[];
  /** Chains of times that follow each other. */
  readonly timesInOrder: readonly NameList[];
  /** Shapes that ids have, as patterns over the whole value. */
  readonly ids: Readonly<Record<string, string>>;
  /** Lengths, in characters, that a signature of a type can have. */
  readonly signature?: { readonly value: string; readonly type: string; readonly lengths: Readonly<Record<string, readonly number[]>> };
  /** Where the values stand that a caller may expect. */
  readonly expected: Readonly<Record<'app_id' | 'seller_id' | 'out_trade_no' | 'total_amount', NameList>>;
  /** When it was sent, and for how many minutes the provider may go on sending it. */
  readonly sent: { readonly time: NameList; readonly minutes: number } | null;
  /** How deliveries are signed and repeated, where the time of signing tells. */
  readonly deliveries?: Deliveries;
  /** How `^`-separated values are built, by parameter. */
  readonly structures: Readonly<Record<string, Structure>>;
  readonly source: string;
}

/** Each delivery is signed anew: the time of signing counts them. */
export interface Deliveries {
  /** The header with the seconds of signing. */
  readonly signed: string;
  /** The parameter with the time at which the message came into being, the same in each. */
  readonly created: string;
  /** Seconds from the first delivery to each further one. */
  readonly after: readonly number[];
  /** Seconds that a server's clock may be away from the time of signing. */
  readonly window: number;
  readonly source: string;
}

/** `left` equals `right`, or is at most `right`. Left out where a term that is not optional is absent. */
export interface Relation {
  readonly id: RelationId;
  readonly left: readonly Term[];
  readonly is: 'equal' | 'at-most';
  readonly right: readonly Term[];
  /** Asked of every member of this list; the terms name its members. */
  readonly each?: string;
  readonly when?: 'payment' | 'refund';
  /** Not asked where a parameter has one of these values. */
  readonly unless?: { readonly name: string; readonly in: readonly string[] };
  /** True of most messages; an exception is no sign of a fault. */
  readonly soft?: true;
  readonly source: string;
}

/** An amount: a parameter (times a whole number in another), or the sum of a list's members. */
export type Term = { readonly minus?: true } & (
  | { readonly of: NameList; readonly times?: string; readonly optional?: true }
  | { readonly list: string; readonly member: string; readonly where?: { readonly member: NameList; readonly in: readonly string[] } }
);

/** Entries with `between` after or between them; in each, parts with `^` between. */
export interface Structure {
  readonly between: string;
  /** Names of the parts; of several the first that is long enough. */
  readonly parts: readonly (readonly Part[])[];
  /** Further groups of parts inside an entry, each begun by its mark. */
  readonly groups?: readonly { readonly mark: string; readonly name: string; readonly parts: readonly Part[] }[];
  readonly source: string;
}

export interface Part {
  readonly name: string;
  readonly kind: FieldKind;
  readonly sensitivity: Sensitivity;
}

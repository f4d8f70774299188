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
  /** No message yet: the platform asks whether the address answers. */
  | 'address-check'
  | 'answered'
  | 'failed'
  | 'other'
  | EventSummaryId;

/** Sentences of WeChat Pay's events, and of what only a secret opens. */
export type EventSummaryId =
  | 'sealed'
  | 'event'
  | 'paid-combined'
  | 'paid-back'
  | 'refund-made'
  | 'refund-abnormal'
  | 'refund-closed'
  | 'service-opened'
  | 'service-closed'
  | 'score-waiting'
  | 'score-confirmed'
  | 'score-owed'
  | 'score-paid'
  | 'score-ended'
  | 'transferred'
  | 'transfer-pending'
  | 'transfer-failed'
  | 'transfer-cancelled'
  | 'transfer-batch'
  | 'transfer-batch-closed'
  | 'coupon-used'
  | 'coupon-sent'
  | 'complained'
  | 'shared'
  | 'share-returned'
  | 'violation'
  | 'parked';

/** Lives of which a state is a moment; the interface has the words of each state. */
export type MachineId =
  | 'alipay-trade'
  | 'alipay-escrow'
  | 'trade'
  | 'refund'
  | 'refund-v2'
  | 'score'
  | 'service'
  | 'transfer'
  | 'transfer-batch'
  | 'contract'
  | 'contract-v2'
  | 'coupon'
  | 'parking';

/** Stages follow each other; the states of one are rivals. */
export interface Machine {
  readonly id: MachineId;
  readonly stages: readonly (readonly string[])[];
  readonly source: string;
}

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
  | 'payer-within-total'
  | 'promotions-equal-rest'
  | 'payer-refund-within-refund'
  | 'score-adds-up'
  | 'collection-adds-up'
  | 'batch-adds-up';

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
  | 'clock-window'
  | 'event-agrees'
  | 'receiver';

/** What to compare with one's own records before acting on a message; the interface has the words. */
export type TodoId = 'amount' | 'refund' | 'merchant' | 'app' | 'order' | 'once';

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
  /** What a trade's status is a moment of; of several the first that has the state. */
  readonly machines: readonly Machine[];
  /** Exactly these bytes. `or`: a status that serves as well. */
  readonly acknowledgement: { readonly status: number; readonly body: string; readonly or?: number } | null;
  /** How often it is sent again until it is acknowledged. */
  readonly repeats?: Repeats;
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
  /** The event that the message is about, where the message around it says so. */
  readonly event?: string;
  /** What cannot be missing, one list of rivals each; absent = what the dictionary says of the dialect. */
  readonly required?: readonly NameList[];
  /** The amount is the sum of a member over a list: `sub_orders` and `amount.total_amount`. */
  readonly sum?: { readonly list: string; readonly member: string };
  /** Names that say the currency of other names than all. */
  readonly currencies?: Readonly<Record<string, string>>;
  /** What the event promises of the content: this parameter with one of these values. */
  readonly agrees?: { readonly name: string; readonly in: readonly string[] };
  /** What is the same in every delivery and in no other message. */
  readonly once?: NameList;
  readonly source: string;
}

/** Deliveries after the first, until one is acknowledged. */
export interface Repeats {
  /** Seconds from the first delivery to each further one. */
  readonly after: readonly number[];
  /** Seconds in which the answer must come, where documented. */
  readonly within?: number;
  readonly source: string;
}

/** Each delivery is signed anew: the time of signing counts them. */
export interface Deliveries {
  /** The header with the seconds of signing. */
  readonly signed: string;
  /** The parameter with the time at which the message came into being, the same in each. */
  readonly created: string;
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

/** The shape of a field dictionary: `names.ts` (what the core needs) and `fields.ts` (what people read). A test keeps the two in step. */

/** How a value is to be read. */
export type FieldKind =
  'text' | 'money' | 'time' | 'date' | 'epoch-s' | 'epoch-ms' | 'code' | 'json' | 'number' | 'id' | 'base64' | 'xml' | 'structured';

export type Sensitivity = 'none' | 'pii' | 'secret';

/** One parameter, as the core needs it. Nested names are written `fund_bill_list[].amount`. */
export interface Name {
  readonly name: string;
  readonly kind: FieldKind;
  /**
   * `CNY` for yuan with two decimals; `CNY fen` for whole fen, hundredths of a yuan.
   * `currency:settle_currency` names the parameter that says it, in units with its decimals; yuan where that parameter is absent.
   */
  readonly unit?: string;
  /** Absent = none. */
  readonly sensitivity?: Sensitivity;
  readonly group: 'trade' | 'money' | 'party' | 'time' | 'protocol' | 'other';
  /** Codes known to occur. */
  readonly values?: readonly string[];
  /** More codes occur than anybody lists: banks, currencies. */
  readonly open?: true;
  /** Dialects in which it occurs. */
  readonly dialects: readonly string[];
  /** Dialects that cannot do without it. */
  readonly required?: readonly string[];
  /** Longest value, in characters, where documented. */
  readonly max?: number;
}

/** Both languages side by side: one fact, one source, one reviewer. */
export interface Text2 {
  readonly zh: string;
  readonly en: string;
}

/** One parameter, as people read it. */
export interface Field {
  readonly label: Text2;
  readonly explain: Text2;
  readonly example?: string;
  readonly values?: Readonly<Record<string, Text2>>;
  readonly note?: Text2;
  readonly source: string;
}

/** What a message means, once it is known what it is: codes and values, no sentences. The provider says what is what, as data. */
import type { Name } from '../providers/field.ts';
import type { Claim } from '../providers/provider.ts';
import type { ExplainShape, NameList, SummaryId } from '../providers/shape.ts';
import type { Reading } from '../read/reading.ts';
import { centsOf, yuanOf } from './amount.ts';
import { checksOf } from './checks.ts';
import type { Expected } from './checks.ts';
import type { Explanation, Summary } from './explanation.ts';
import { fieldNotes } from './fields.ts';
import { jsonRows } from './nested.ts';
import { isoOf } from './time.ts';

export interface ExplainCase {
  readonly reading: Reading;
  readonly claim: Claim;
  readonly names: readonly Name[];
  readonly shape: ExplainShape;
  /** Pairs (by index) that the rule signs; null where it is not known. */
  readonly signed: ReadonlySet<number> | null;
  readonly now?: Date;
  readonly expected?: Expected;
}

export const EMPTY: Explanation = { summary: null, fields: [], checks: [], state: null, acknowledgement: null };

/** Total: any reading gives an explanation. */
export function explain({ reading, names, shape, signed, now, expected = {} }: ExplainCase): Explanation {
  const value = lookup(reading);
  const status = first(shape.status, value) ?? '';
  return {
    summary: summaryOf(shape, status, value),
    fields: fieldNotes(reading, names, shape.money, signed),
    checks: checksOf(reading, shape, expected, now),
    state: shape.states.includes(status) ? { now: status, states: shape.states } : null,
    acknowledgement: shape.acknowledgement,
  };
}

type Lookup = (name: string) => string | undefined;

/** Top-level parameters, then members of the structures among them: `amount.total`, or what a response node holds. */
function lookup(reading: Reading): Lookup {
  const values = new Map<string, string>();
  for (const { name, value } of reading.pairs) if (!values.has(name)) values.set(name, value);
  for (const { name, value } of reading.pairs.slice(0, 200)) {
    const rows = value.length < 100_000 ? jsonRows(value) : null;
    for (const row of rows ?? []) {
      for (const path of [`${name}.${row.path}`, ...(/_response$|^response$|^biz_content$/.test(name) ? [row.path] : [])])
        if (!values.has(path)) values.set(path, row.value);
    }
  }
  return (name) => values.get(name);
}

const first = (names: NameList, value: Lookup): string | undefined => names.map(value).find((each) => each !== undefined && each !== '');

function summaryOf(shape: ExplainShape, status: string, value: Lookup): Summary | null {
  const amount = first(shape.amount, value);
  const refund = first(shape.refund, value);
  const id = summaryId(shape, status, value, amount, refund);
  if (id === null) return null;
  const iso = shape.time.map((name) => isoOf(value(name) ?? '')).find((each) => each !== null);
  const text = (key: 'buyer' | 'seller' | 'order' | 'trade' | 'subject' | 'currency'): Partial<Summary> => {
    const found = first(shape[key], value);
    return found === undefined ? {} : { [key]: found.slice(0, 512) };
  };
  return {
    id,
    ...text('buyer'),
    ...text('seller'),
    ...text('order'),
    ...text('trade'),
    ...text('subject'),
    ...text('currency'),
    ...money('amount', amount, shape),
    ...money('refund', refund, shape),
    ...(iso === undefined ? {} : { time: iso }),
  };
}

function money(key: 'amount' | 'refund', text: string | undefined, { money: scale }: ExplainShape): Partial<Summary> {
  const cents = text === undefined ? null : centsOf(text, scale);
  return cents === null ? {} : { [key]: yuanOf(cents) };
}

/** A refund is no payment, though both say TRADE_SUCCESS: its time or its amount tells. @see Alipay open docs, 异步通知说明 (退款) */
function summaryId(
  shape: ExplainShape,
  status: string,
  value: Lookup,
  amount: string | undefined,
  refund: string | undefined,
): SummaryId | null {
  const told = shape.summaries[status] ?? shape.summaries[''] ?? null;
  const refunded = first(shape.refunded, value) !== undefined || (refund !== undefined && /[1-9]/.test(refund) && told !== 'refund-failed');
  if (!refunded || told === 'refunding' || told === 'refund-failed') return told ?? (status === '' ? null : 'other');
  const [part, whole] = [centsOf(refund ?? '', shape.money), centsOf(amount ?? '', shape.money)];
  if (part === null) return told;
  return whole !== null && BigInt(part) >= BigInt(whole) ? 'refunded-full' : 'refunded-part';
}

/** Which sentence sums the message up, and what goes into it. */
import type { ExplainShape, NameList, SummaryId } from '../providers/shape.ts';
import { centsOf, decimalOf } from './amount.ts';
import type { Summary } from './explanation.ts';
import { isoOf } from './time.ts';
import type { Values } from './values.ts';

/** Longest text that a sentence quotes. */
const MAX_TEXT = 512;

/** What a refund is told from: a payment, its end, a refund without amounts. Anything else stays what it is. */
const REFUNDABLE: ReadonlySet<SummaryId | null> = new Set(['paid', 'held', 'finished', 'closed', 'refunded-part', null]);

export function summaryOf(shape: ExplainShape, values: Values): Summary | null {
  const id = summaryId(shape, values);
  if (id === null) return null;
  const iso = shape.time.map((name) => isoOf(values.get(name) ?? '', shape.zone)).find((each) => each !== null);
  const text = (key: 'buyer' | 'seller' | 'order' | 'trade' | 'subject' | 'currency' | 'topic'): Partial<Summary> => {
    const found = values.first(shape[key]);
    return found === undefined ? {} : { [key]: found.slice(0, MAX_TEXT) };
  };
  return {
    id,
    ...text('buyer'),
    ...text('seller'),
    ...text('order'),
    ...text('trade'),
    ...text('subject'),
    ...text('currency'),
    ...text('topic'),
    ...(shape.event === undefined ? {} : { topic: shape.event }),
    ...money('amount', shape, values),
    ...total(shape, values),
    ...money('refund', shape, values),
    ...count('done', shape, values),
    ...count('undone', shape, values),
    ...(iso === undefined ? {} : { time: iso }),
  };
}

function money(key: 'amount' | 'refund', shape: ExplainShape, values: Values): Partial<Summary> {
  const text = values.first(shape[key]);
  const cents = text === undefined ? null : centsOf(text, shape.money);
  // Old payments say `refund_fee=0.00`: nothing was refunded.
  return cents === null || (key === 'refund' && BigInt(cents) === 0n)
    ? {}
    : { [key]: decimalOf(cents, shape.money, values.first(shape.currency)) };
}

/** Entries of a list that are added up. */
const MAX_ENTRIES = 1000;

function total({ sum, money: scale, currency }: ExplainShape, values: Values): Partial<Summary> {
  if (!sum) return {};
  let all = 0n;
  for (let i = 0; i < MAX_ENTRIES; i++) {
    const text = values.get(`${sum.list}[${i}].${sum.member}`);
    const cents = text === undefined ? null : centsOf(text, scale);
    if (cents === null) return i > 0 && text === undefined ? { amount: decimalOf(all.toString(), scale, values.first(currency)) } : {};
    all += BigInt(cents);
  }
  return {};
}

function count(key: 'done' | 'undone', { counts }: ExplainShape, values: Values): Partial<Summary> {
  const found = counts?.[key].map((name) => values.count(name)).find((each) => each !== undefined);
  return found === undefined ? {} : { [key]: found };
}

/** A refund and a payment may have the same status: the time or the amount of the refund tells. @see Alipay open docs, 异步通知说明 (退款) */
export function isRefund({ refunded, refund }: ExplainShape, values: Values): boolean {
  return values.first(refunded) !== undefined || /[1-9]/.test(values.first(refund) ?? '');
}

function summaryId(shape: ExplainShape, values: Values): SummaryId | null {
  const told = toldBy(shape, values);
  if (!REFUNDABLE.has(told) || !isRefund(shape, values)) return told;
  const cents = (names: NameList): string | null => centsOf(values.first(names) ?? '', shape.money);
  const [part, whole] = [cents(shape.refund), cents(shape.amount)];
  // Without amounts the status is left: only a whole refund closes a trade.
  if (part === null || whole === null) return told === 'closed' ? 'refunded-full' : 'refunded-part';
  return BigInt(part) >= BigInt(whole) ? 'refunded-full' : 'refunded-part';
}

function toldBy({ status, summaries, holds }: ExplainShape, values: Values): SummaryId | null {
  const said = values.first(status) ?? '';
  const id = (Object.hasOwn(summaries, said) ? summaries[said] : summaries['']) ?? (said === '' ? null : 'other');
  if (id === null || !holds?.of.includes(id)) return id;
  const condition = values.get(holds.name);
  return condition === undefined || holds.in.includes(condition) ? id : holds.otherwise;
}

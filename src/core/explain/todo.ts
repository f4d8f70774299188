/** What to compare with one's own records before acting: a good signature says who sent it, not that it is the right order or amount. */
import type { ExplainShape, NameList, TodoId } from '../providers/shape.ts';
import { centsOf, decimalOf } from './amount.ts';
import type { Expected } from './checks.ts';
import type { Todo } from './explanation.ts';
import { isRefund } from './summary.ts';
import type { Values } from './values.ts';

/** Longest value that a list quotes. */
const MAX_TEXT = 128;

/** Without what the caller's expectations answer already. */
export function todoOf(shape: ExplainShape, values: Values, expected: Expected): readonly Todo[] {
  const { app_id, seller_id, out_trade_no, total_amount } = shape.expected;
  const asked = (key: keyof Expected): boolean => (expected[key]?.trim() ?? '') !== '';
  const refund = isRefund(shape, values);
  const order = asked('out_trade_no') ? [] : text('order', out_trade_no, values);
  const once = shape.acknowledgement ? text('once', shape.once ?? [], values) : [];
  return [
    ...order,
    ...(refund ? amount('refund', shape.refund, shape, values) : []),
    ...(asked('total_amount') ? [] : amount('amount', total_amount, shape, values)),
    ...(asked('seller_id') ? [] : text('merchant', seller_id, values)),
    ...(asked('app_id') ? [] : text('app', app_id, values)),
    // Where the order itself tells repeats, it is named already.
    ...once.filter(({ name }) => order[0]?.name !== name),
  ];
}

function found(names: NameList, values: Values): { readonly name: string; readonly value: string } | null {
  for (const name of names) {
    const value = values.get(name);
    if (value !== undefined && value !== '') return { name, value: value.slice(0, MAX_TEXT) };
  }
  return null;
}

function text(id: TodoId, names: NameList, values: Values): readonly Todo[] {
  const at = found(names, values);
  return at ? [{ id, ...at }] : [];
}

function amount(id: TodoId, names: NameList, { money, currency }: ExplainShape, values: Values): readonly Todo[] {
  const at = found(names, values);
  const cents = at && centsOf(at.value, money);
  if (!at || cents === null) return [];
  const said = values.first(currency);
  return [{ id, name: at.name, value: decimalOf(cents, money, said), ...(said === undefined ? {} : { currency: said.slice(0, 8) }) }];
}

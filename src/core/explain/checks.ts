/** Questions beside the verdict: amounts that must agree, times in their order, ids of the right shape, values that the caller expects. */
import type { ExplainShape, Relation } from '../providers/shape.ts';
import type { Reading } from '../read/reading.ts';
import { centsOf } from './amount.ts';
import type { Check } from './explanation.ts';
import { jsonRows } from './nested.ts';
import { isoOf } from './time.ts';

export interface Expected {
  readonly app_id?: string;
  readonly seller_id?: string;
  readonly out_trade_no?: string;
  readonly total_amount?: string;
}

export function checksOf(reading: Reading, shape: ExplainShape, expected: Expected, now: Date | undefined): readonly Check[] {
  const value = (name: string): string | undefined => reading.pairs.find((pair) => pair.name === name)?.value;
  return [
    ...shape.relations.flatMap((relation) => relationCheck(relation, shape, value)),
    ...timesCheck(shape, value),
    ...Object.entries(shape.ids).flatMap(([name, pattern]) => idCheck(name, pattern, value(name))),
    ...Object.entries(expected).flatMap(([name, wanted]): readonly Check[] =>
      wanted === undefined || wanted === '' ? [] : [expectedCheck(name, String(wanted), value(name), shape)],
    ),
    ...ageCheck(shape, value, now),
  ];
}

type Lookup = (name: string) => string | undefined;

function relationCheck(relation: Relation, shape: ExplainShape, value: Lookup): readonly Check[] {
  const total = value(relation.total);
  const totalCents = total === undefined ? null : centsOf(total, shape.money);
  if (totalCents === null) return [];
  if (relation.kind === 'most') {
    const part = value(relation.part);
    const cents = part === undefined ? null : centsOf(part, shape.money);
    return cents === null
      ? []
      : [{ id: relation.id, answer: BigInt(cents) <= BigInt(totalCents) ? 'yes' : 'no', params: { part: part ?? '', total: total ?? '' } }];
  }
  const rows = jsonRows(value(relation.list) ?? '')?.filter(({ entry }) => entry === `[].${relation.member}`) ?? [];
  const cents = rows.map((row) => centsOf(row.value, shape.money));
  if (rows.length === 0 || cents.includes(null)) return [];
  const sum = cents.reduce((all, each) => all + BigInt(each ?? '0'), 0n);
  return [{ id: relation.id, answer: sum === BigInt(totalCents) ? 'yes' : 'no', params: { total: total ?? '' } }];
}

function timesCheck({ order_of_times }: ExplainShape, value: Lookup): readonly Check[] {
  const times = order_of_times.flatMap((name) => {
    const iso = isoOf(value(name) ?? '');
    return iso === null ? [] : [Date.parse(iso)];
  });
  return times.length < 2
    ? []
    : [{ id: 'times-in-order', answer: times.every((time, i) => i === 0 || (times[i - 1] as number) <= time) ? 'yes' : 'no' }];
}

function idCheck(name: string, pattern: string, value: string | undefined): readonly Check[] {
  if (value === undefined || value === '') return [];
  return new RegExp(`^(?:${pattern})$`).test(value) ? [] : [{ id: 'id-shape', answer: 'no', params: { name } }];
}

function expectedCheck(name: string, wanted: string, value: string | undefined, shape: ExplainShape): Check {
  const same =
    value === wanted ||
    (value !== undefined && centsOf(value, shape.money) !== null && centsOf(value, shape.money) === centsOf(wanted, shape.money));
  return { id: 'expected', answer: value === undefined ? 'unknown' : same ? 'yes' : 'no', params: { name } };
}

/** Signatures of Alipay do not expire; the age is told because a replayed message looks the same. */
function ageCheck(shape: ExplainShape, value: Lookup, now: Date | undefined): readonly Check[] {
  const name = ['notify_time', 'timestamp', ...shape.time].find((each) => isoOf(value(each) ?? '') !== null);
  const iso = name === undefined ? null : isoOf(value(name) ?? '');
  if (!now || iso === null || name === undefined) return [];
  const minutes = Math.floor((now.getTime() - Date.parse(iso)) / 60_000);
  return [{ id: 'age', answer: minutes < -10 ? 'no' : 'yes', params: { name, minutes: String(minutes) } }];
}

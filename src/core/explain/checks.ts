/** Questions beside the verdict: amounts that must agree, times in their order, ids of the right shape, values that the caller expects. */
import type { Name } from '../providers/field.ts';
import type { ExplainShape, NameList } from '../providers/shape.ts';
import { centsOf } from './amount.ts';
import type { Check } from './explanation.ts';
import { relationCheck } from './relations.ts';
import { isRefund } from './summary.ts';
import { isoOf, secondsOf } from './time.ts';
import type { Values } from './values.ts';

export interface Expected {
  readonly app_id?: string;
  readonly seller_id?: string;
  readonly out_trade_no?: string;
  /** In the message's own notation, or as a decimal number with a point. */
  readonly total_amount?: string;
}

/** Clocks differ: a message is from the future only when it is this far ahead. */
const SKEW_MINUTES = 10;

export function checksOf(
  shape: ExplainShape,
  values: Values,
  { names, dialect, expected, now }: { names: readonly Name[]; dialect: string; expected: Expected; now: Date | undefined },
): readonly Check[] {
  const foreign = (values.first(shape.currency) ?? 'CNY') !== 'CNY';
  const refund = isRefund(shape, values);
  return [
    // Bills are settled in yuan: amounts of another currency do not add up.
    ...(foreign ? [] : shape.relations.flatMap((relation) => relationCheck(relation, shape, values, refund))),
    ...(refund ? statusCheck(shape, values) : []),
    ...timesCheck(shape, values),
    ...lengthCheck(shape, values),
    ...Object.entries(shape.ids).flatMap(([name, pattern]) => idCheck(name, pattern, values.get(name))),
    ...(shape.required ? requiredCheck(shape.required, values) : completeCheck(names, dialect, values)),
    ...agreesCheck(shape, values),
    ...expectedChecks(expected, shape, values),
    ...ageChecks(shape, values, now),
  ];
}

const told = (yes: boolean): 'yes' | 'no' => (yes ? 'yes' : 'no');

/** A whole refund closes the trade, a partial one leaves it open. */
function statusCheck({ refundStatus, refund, amount, money }: ExplainShape, values: Values): readonly Check[] {
  const status = refundStatus && values.get(refundStatus.status);
  const cents = (names: NameList): string | null => centsOf(values.first(names) ?? '', money);
  const [part, whole] = [cents(refund), cents(amount)];
  if (!status || part === null || whole === null) return [];
  const full = BigInt(part) >= BigInt(whole);
  const answer = told(full === refundStatus.full.includes(status));
  return [{ id: 'refund-matches-status', answer, params: { status: status.slice(0, 64), refund: full ? 'full' : 'part' } }];
}

function timesCheck({ timesInOrder, zone }: ExplainShape, values: Values): readonly Check[] {
  let compared = false;
  for (const chain of timesInOrder) {
    const times = chain.flatMap((name) => {
      const iso = isoOf(values.get(name) ?? '', zone);
      return iso === null ? [] : [{ name, at: secondsOf(iso) }];
    });
    for (const [i, later] of times.entries()) {
      const earlier = times[i - 1];
      if (!earlier) continue;
      compared = true;
      if (earlier.at > later.at) return [{ id: 'times-in-order', answer: 'no', params: { earlier: earlier.name, later: later.name } }];
    }
  }
  return compared ? [{ id: 'times-in-order', answer: 'yes' }] : [];
}

function lengthCheck({ signature }: ExplainShape, values: Values): readonly Check[] {
  const text = signature && values.get(signature.value);
  const type = signature && values.get(signature.type)?.toUpperCase();
  if (!text || !type || !Object.hasOwn(signature.lengths, type)) return [];
  const wanted = signature.lengths[type] ?? [];
  const length = text.replace(/\s/g, '').length;
  return [
    {
      id: 'sign-length',
      answer: told(wanted.includes(length)),
      params: { type, have: String(length), want: wanted.join(' / ') },
    },
  ];
}

/** Ids are masked before they are posted: such a message cannot verify, and nobody should look further. */
function idCheck(name: string, pattern: string, value: string | undefined): readonly Check[] {
  if (value === undefined || value === '') return [];
  const fits = new RegExp(`^(?:${pattern})$`).test(value);
  return [{ id: 'id-shape', answer: told(fits), params: { name, ...(!fits && /\*{2}|[xX]{3}/.test(value) ? { masked: 'yes' } : {}) } }];
}

/** Parameters that the dialect cannot do without. Where most are absent it is another kind of message (what was inside an encrypted one). */
function completeCheck(names: readonly Name[], dialect: string, values: Values): readonly Check[] {
  const required = names.filter((name) => name.required?.includes(dialect) && !/[.[]/.test(name.name));
  const missing = required.filter(({ name }) => values.get(name) === undefined);
  if (required.length === 0 || missing.length * 2 > required.length) return [];
  return missing.length === 0
    ? [{ id: 'complete', answer: 'yes' }]
    : [{ id: 'complete', answer: 'no', params: { names: missing.map(({ name }) => name).join(', ') } }];
}

/** The same where an event says what it holds; of rivals one is enough. */
function requiredCheck(required: readonly NameList[], values: Values): readonly Check[] {
  const missing = required.filter((names) => names.every((name) => values.get(name) === undefined));
  if (required.length === 0 || missing.length * 2 > required.length) return [];
  return missing.length === 0
    ? [{ id: 'complete', answer: 'yes' }]
    : [{ id: 'complete', answer: 'no', params: { names: missing.map(([name]) => name).join(', ') } }];
}

/** `event_type` stands outside the encrypted part, the state inside. */
function agreesCheck({ agrees, event }: ExplainShape, values: Values): readonly Check[] {
  const value = agrees && values.get(agrees.name);
  if (!agrees || event === undefined || value === undefined) return [];
  return [{ id: 'event-agrees', answer: told(agrees.in.includes(value)), params: { name: agrees.name, event, value: value.slice(0, 64) } }];
}

function expectedChecks(expected: Expected, shape: ExplainShape, values: Values): readonly Check[] {
  return (Object.keys(shape.expected) as (keyof Expected)[]).flatMap((key): readonly Check[] => {
    const wanted = expected[key]?.trim() ?? '';
    if (wanted === '' || shape.expected[key].length === 0) return [];
    const found = shape.expected[key].flatMap((name) => {
      const value = values.get(name);
      return value === undefined ? [] : [{ name, value }];
    });
    const same = found.find(({ value }) => value === wanted || (key === 'total_amount' && sameAmount(value, wanted, shape)));
    const { name } = same ?? found[0] ?? { name: shape.expected[key][0] ?? key };
    return [{ id: 'expected', answer: found.length === 0 ? 'unknown' : told(same !== undefined), params: { name } }];
  });
}

/** `88.8` is 88.80; beside whole fen, what has a point is yuan. */
function sameAmount(value: string, wanted: string, { money }: ExplainShape): boolean {
  const cents = centsOf(value, money);
  return cents !== null && cents === centsOf(wanted, wanted.includes('.') ? 'yuan' : money);
}

/** Signatures do not expire: a message that is replayed looks the same, but for its age. */
function ageChecks({ sent, zone }: ExplainShape, values: Values, now: Date | undefined): readonly Check[] {
  for (const name of (now && sent?.time) ?? []) {
    const iso = isoOf(values.get(name) ?? '', zone);
    if (iso === null || !sent || !now) continue;
    const minutes = Math.floor((now.getTime() / 1000 - secondsOf(iso)) / 60);
    if (Number.isNaN(minutes)) return [];
    const params = { name, minutes: String(Math.abs(minutes)) };
    return minutes < -SKEW_MINUTES
      ? [{ id: 'not-from-future', answer: 'no', params }]
      : [
          { id: 'not-from-future', answer: 'yes', params: { name } },
          { id: 'fresh', answer: told(minutes <= sent.minutes), params, soft: true },
        ];
  }
  return [];
}

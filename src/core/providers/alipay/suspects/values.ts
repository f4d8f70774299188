/** Parameters that got lost or were set by hand, where what they said can be told from the others. */
import { utcText } from '../../../text/utc.ts';
import type { Attempt, Suspect, Work, WorkPair } from '../../suspect.ts';
import { OFTEN_EMPTY } from './parameters.ts';

const valueOf = (work: Work, name: string): string | undefined => work.pairs.find((pair) => pair.name === name)?.value;

/** Channels through which buyers pay. @see Alipay open docs, 支付渠道说明 (fundChannel) */
const CHANNELS = [
  'ALIPAYACCOUNT',
  'PCREDIT',
  'BANKCARD',
  'DEBIT_CARD_EXPRESS',
  'CREDIT_CARD_EXPRESS',
  'MONEYFUND',
  'COUPON',
  'POINT',
  'DISCOUNT',
  'PCARD',
  'MCARD',
  'MDISCOUNT',
  'MCOUPON',
  'BANKCARD_EXPRESS',
  'FINANCEACCOUNT',
  'PREPAID_CARD',
  'VOUCHER',
  'HEALTH',
] as const;

interface Guess {
  readonly name: string;
  readonly value: string;
}

/** What a notification usually holds, and how it can be told: constants, twins, sums. */
function* guesses(work: Work, absent: ReadonlySet<string>): Iterable<Guess> {
  const total =
    valueOf(work, 'total_amount') ??
    valueOf(work, 'receipt_amount') ??
    valueOf(work, 'buyer_pay_amount') ??
    valueOf(work, 'invoice_amount') ??
    valueOf(work, 'total_fee');
  const guess = function* (name: string, ...values: readonly (string | undefined)[]): Iterable<Guess> {
    if (!absent.has(name)) return;
    for (const value of new Set(values)) if (value !== undefined) yield { name, value };
  };
  yield* guess('version', '1.0');
  yield* guess('notify_type', 'trade_status_sync');
  yield* guess('charset', 'utf-8', 'UTF-8', 'GBK', 'gbk', 'utf8');
  yield* guess('auth_app_id', valueOf(work, 'app_id'));
  yield* guess('app_id', valueOf(work, 'auth_app_id'));
  yield* guess('point_amount', '0.00');
  for (const name of ['buyer_pay_amount', 'receipt_amount', 'invoice_amount', 'total_amount'])
    yield* guess(name, total, ...(name === 'invoice_amount' ? ['0.00'] : []));
  yield* guess('trade_status', 'TRADE_SUCCESS', 'TRADE_FINISHED', 'TRADE_CLOSED', 'WAIT_BUYER_PAY');
  yield* guess('refund_fee', total, '0.00');
  yield* guess('out_biz_no', valueOf(work, 'out_trade_no'));
  yield* guess('seller_id', valueOf(work, 'auth_seller_id'));
  if (total !== undefined)
    yield* guess('fund_bill_list', ...CHANNELS.map((channel) => `[{"amount":"${total}","fundChannel":"${channel}"}]`));
  yield* guess('subject', valueOf(work, 'body'));
  yield* guess('body', valueOf(work, 'subject'));
  for (const name of ['buyer_logon_id', 'discount', 'price'])
    yield* guess(name, name === 'discount' ? '0.00' : name === 'price' ? total : undefined);
  yield* guess('quantity', '1');
  yield* guess('payment_type', '1');
  yield* guess('use_coupon', 'N');
  yield* guess('is_total_fee_adjust', 'N');
  yield* guess('method', 'alipay.trade.page.pay.return', 'alipay.trade.wap.pay.return');
}

const added = (work: Work, guessed: readonly Guess[]): Work => ({
  ...work,
  pairs: [...work.pairs, ...guessed.map(({ name, value }): WorkPair => ({ name, value, from: null }))],
});

/** The same in every message of a kind. */
const CONSTANTS: ReadonlySet<string> = new Set(['version', 'notify_type', 'charset', 'sign_type', 'method']);

export const missing: Suspect = {
  id: 'param-missing',
  cost: 4.4,
  source:
    'beans and structs drop what they do not know: go-pay/gopay#216; constants and twins from the notifications that Alipay documents',
  *attempts(work, scene): Iterable<Attempt> {
    const there = new Set(work.pairs.map(({ name }) => name));
    // Names of this kind of message; those of others would be too many together.
    const absent = new Set(scene.absent.filter((name) => !there.has(name)));
    const all = [...guesses(work, absent)];
    for (const each of all) yield { work: added(work, [each]) };
    for (const time of times(work, absent)) yield { work: added(work, [time]), cost: 1.5 };
    // Who drops what is empty often drops what is unknown as well.
    for (const name of OFTEN_EMPTY.slice(0, 6))
      if (absent.has(name))
        for (const each of all)
          if (each.name !== name) yield { work: added(work, [each, { name, value: '' }]), cost: 1.5, origins: bothLost(each.name, name) };
    const amounts = all.filter(({ name, value }) => /_amount$/.test(name) && value !== '0.00');
    if (amounts.length > 1) yield { work: added(work, onePerName(amounts)), cost: 0.5 };
    // Beans that know nothing of a kind of parameter.
    const whole = onePerName(all.filter(({ name }) => /_amount$/.test(name)));
    const twins = onePerName(all.filter(({ name }) => name === 'auth_app_id'));
    const constants = onePerName(all.filter(({ name }) => CONSTANTS.has(name)));
    for (const group of [whole, [...whole, ...twins], constants, [...constants, ...twins], [...whole, ...constants, ...twins]])
      if (group.length > 2) yield { work: added(work, group), cost: 1 };
    const bills = all.filter(({ name }) => name === 'fund_bill_list');
    for (const bill of bills) if (amounts.length > 0) yield { work: added(work, [...onePerName(amounts), bill]), cost: 1 };
    for (const [i, a] of all.entries())
      for (const b of all.slice(i + 1)) if (a.name !== b.name) yield { work: added(work, [a, b]), cost: 2 };
    const usual = onePerName(
      all.filter(({ name }) => !['fund_bill_list', 'trade_status', 'refund_fee', 'out_biz_no', 'subject', 'body'].includes(name)),
    );
    if (usual.length > 2 && usual.length <= 10)
      for (let mask = 1; mask < 1 << usual.length; mask++) {
        const chosen = usual.filter((_, k) => mask & (1 << k));
        if (chosen.length > 2) yield { work: added(work, chosen), cost: 2 + chosen.length / 2 };
      }
  },
};

const bothLost = (missing: string, empty: string): ReadonlyMap<string, readonly string[]> =>
  new Map([
    [missing, ['param-missing']],
    [empty, ['empty-dropped']],
  ]);

function onePerName(all: readonly Guess[]): readonly Guess[] {
  const names = new Set<string>();
  return all.filter(({ name }) => !names.has(name) && names.add(name));
}

/** Times lie close to each other: payment within a minute after creation, or before the notification. */
function* times(work: Work, absent: ReadonlySet<string>): Iterable<Guess> {
  for (const [name, from, signs] of [
    ['gmt_payment', 'gmt_create', 1],
    ['gmt_payment', 'notify_time', -1],
    ['gmt_create', 'gmt_payment', -1],
    ['notify_time', 'gmt_payment', 1],
    ['gmt_close', 'notify_time', -1],
  ] as const) {
    const base = valueOf(work, from);
    if (!absent.has(name) || base === undefined) continue;
    const ms = Date.parse(`${base.replace(' ', 'T')}Z`);
    if (Number.isNaN(ms)) continue;
    for (let seconds = 0; seconds <= 60; seconds++) yield { name, value: utcText(ms + signs * seconds * 1000).slice(0, 19) };
  }
}

/** A value set by hand, where another parameter still holds what it was. */
export const tampered: Suspect = {
  id: 'tampered-or-test',
  cost: 5,
  source: 'fym201/alipay-node-sdk#7: amounts changed for a test',
  *attempts(work): Iterable<Attempt> {
    const set = (name: string, value: string): Work => ({
      ...work,
      pairs: work.pairs.map((pair) => (pair.name === name ? { name, value, from: pair.from } : pair)),
    });
    const amounts = work.pairs.filter(({ name, value }) => /(_amount|_fee|^price)$/.test(name) && /^\d+\.\d\d$/.test(value));
    const billed = [...(valueOf(work, 'fund_bill_list') ?? '').matchAll(/"amount":"(\d+\.\d\d)"/g)].map(([, value]) => value as string);
    const values = new Set([...amounts.map(({ value }) => value), ...billed]);
    for (const { name } of amounts) for (const value of values) yield { work: set(name, value) };
    for (const value of values)
      yield {
        work: { ...work, pairs: work.pairs.map((pair) => (amounts.includes(pair) ? { name: pair.name, value, from: pair.from } : pair)) },
        cost: 0.5,
      };
    for (const [a, b] of [
      ['app_id', 'auth_app_id'],
      ['auth_app_id', 'app_id'],
      ['out_biz_no', 'out_trade_no'],
      ['out_trade_no', 'out_biz_no'],
      ['subject', 'body'],
      ['body', 'subject'],
    ] as const) {
      const twin = valueOf(work, b);
      const own = valueOf(work, a);
      if (twin === undefined || own === undefined) continue;
      // 2.02141E+15 is no forgery, but what a spreadsheet or a double makes of a long number.
      yield { work: set(a, twin), ...(/^\d(\.\d+)?[eE]\+?\d+$/.test(own) ? { id: 'numbers-reformatted' } : {}) };
    }
    for (const status of ['TRADE_SUCCESS', 'TRADE_FINISHED', 'TRADE_CLOSED', 'WAIT_BUYER_PAY'])
      if (valueOf(work, 'trade_status') !== undefined) yield { work: set('trade_status', status) };
  },
};

/** `[object Object]`, `Array`: a structure printed by its type; the list is told from the amount and the usual channels. */
export const printedByType: Suspect = {
  id: 'json-reserialised-values',
  cost: 3,
  source: 'ECMA-262 Object.prototype.toString, PHP string conversion of arrays',
  *attempts(work): Iterable<Attempt> {
    const printed = work.pairs.find(
      ({ name, value }) => name === 'fund_bill_list' && /^(\[object Object\](,\[object Object\])*|Array|System\.\w.*|\[\]|)$/.test(value),
    );
    const total = valueOf(work, 'buyer_pay_amount') ?? valueOf(work, 'total_amount');
    if (!printed || total === undefined) return;
    for (const amount of new Set([total, valueOf(work, 'total_amount') ?? total]))
      for (const channel of CHANNELS)
        yield {
          work: {
            ...work,
            pairs: work.pairs.map((pair) =>
              pair === printed ? { name: pair.name, value: `[{"amount":"${amount}","fundChannel":"${channel}"}]`, from: pair.from } : pair,
            ),
          },
        };
  },
};

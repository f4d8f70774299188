/** What is encrypted in a v3 notification is explained by its event: the sentence, the state, the amounts in yuan, what must be there. */
import { describe, expect, test } from 'vitest';
import type { Explanation } from '../../../../src/core/explain/explanation.ts';
import { inspect } from '../../../../src/core/inspect.ts';
import type { InspectOptions } from '../../../../src/core/inspect.ts';
import { EVENTS } from '../../../../src/core/providers/wechatpay/events.ts';
import { fields } from '../../../../src/core/providers/wechatpay/fields.ts';
import * as machines from '../../../../src/core/providers/wechatpay/machines.ts';
import { explaining as en } from '../../../../src/i18n/explain/en.ts';
import { explaining as zh } from '../../../../src/i18n/explain/zh.ts';
import { APIV3_KEY, CONTENTS, OPENID, bill, combined, partner, refund, sealed } from '../../../support/wechat-events.ts';
import { checkOf, rowOf } from '../../explain/explained.ts';

async function inside(event: string, content: object, options: InspectOptions = {}): Promise<Explanation> {
  const { unsealed } = await inspect({ text: sealed(event, content), keys: [APIV3_KEY] }, options);
  const [part] = unsealed;
  if (!part?.explanation) throw new Error('it was not opened');
  return part.explanation;
}

const TABLE = Object.entries(CONTENTS).map(([event, made]) => ({ event, ...made }));
const say = (m: typeof zh, { summary }: Explanation): string =>
  summary
    ? m.sentences[summary.id](summary, { amount: `${summary.amount ?? ''}`, refund: `${summary.refund ?? ''}`, time: summary.time ?? '' })
        .map((phrase) => (typeof phrase === 'string' ? phrase : phrase.strong))
        .join('')
    : '';

describe.each(TABLE)('$event', ({ event, content, says, state, amount }) => {
  test('is summed up, placed among its states, and complete', async () => {
    const explanation = await inside(event, content);
    expect(explanation.summary).toMatchObject({ id: says, topic: event, ...(amount === undefined ? {} : { amount }) });
    expect(explanation.state?.now).toBe(state);
    expect(checkOf(explanation, 'complete')?.answer ?? 'yes').toBe('yes');
    expect(explanation.checks.filter(({ answer, soft }) => answer === 'no' && !soft)).toEqual([]);
    for (const m of [zh, en]) expect(say(m, explanation)).not.toMatch(/undefined|NaN|null|未给出|not given/);
  });

  test('every parameter is in the dictionary, and no code is a stranger', async () => {
    const { fields: rows } = await inside(event, content);
    expect(rows.filter(({ entry, value }) => entry === null && value !== 'EVENT_TYPE_BUSICOUPON_SEND').map(({ path }) => path)).toEqual([]);
    const strange = rows.filter(
      ({ read, path }) => read.type === 'code' && !read.known && !/bank_type|event_type|paid_type|send_/.test(path),
    );
    expect(strange.map(({ path, value }) => `${path} ${value}`)).toEqual([]);
  });
});

test('an event of another kind is not explained as that of its neighbour', async () => {
  const { summary, state } = await inside('REFUND.SUCCESS', refund('SUCCESS'));
  expect(summary).toMatchObject({
    id: 'refund-made',
    refund: '10.00',
    amount: '88.80',
    order: 'WX20240520132935001',
    buyer: '招商银行信用卡0403',
  });
  expect(state?.machine).toBe('refund');
});

test('a combined payment is told by its content and adds up its orders', async () => {
  const { summary, state, checks } = await inside('TRANSACTION.SUCCESS', combined);
  expect(summary).toMatchObject({ id: 'paid-combined', amount: '30.50', done: '2', order: 'C20240520001', buyer: OPENID });
  expect(state).toMatchObject({ machine: 'trade', now: 'SUCCESS' });
  expect(checks.find(({ id }) => id === 'complete')?.answer).toBe('yes');
});

test('a partner’s payment names the payer and the merchant that trades', async () => {
  const explanation = await inside('TRANSACTION.SUCCESS', partner);
  expect(explanation.summary).toMatchObject({ id: 'paid', buyer: OPENID, seller: '1900000109' });
  expect(checkOf(explanation, 'complete')?.answer).toBe('yes');
});

test.each([
  ['FAIL', 'transfer-failed'],
  ['CANCELLED', 'transfer-cancelled'],
  ['WAIT_USER_CONFIRM', 'transfer-pending'],
])('a transfer that is %s is %s', async (state, id) => {
  const explanation = await inside('MCHTRANSFER.BILL.FINISHED', bill(state));
  expect(explanation.summary?.id).toBe(id);
  // The event promises a final state.
  expect(checkOf(explanation, 'event-agrees')?.answer).toBe(state === 'WAIT_USER_CONFIRM' ? 'no' : 'yes');
});

test('an event nobody described is called by its name, its parameters explained where they are known', async () => {
  const explanation = await inside('BRAND_NEW.THING', { out_trade_no: 'A1', amount: { total: 100 }, surprise: 'x' });
  expect(explanation.summary).toMatchObject({ id: 'event', topic: 'BRAND_NEW.THING', order: 'A1' });
  expect(explanation.state).toBeNull();
  expect(rowOf(explanation, 'amount.total')?.read).toMatchObject({ type: 'money', cents: '100', decimal: '1.00', currency: 'CNY' });
  expect(rowOf(explanation, 'surprise')?.entry).toBeNull();
});

test('an event_type that a program renamed still tells', async () => {
  const text = sealed('REFUND.CLOSED', refund('CLOSED')).replace('"event_type"', '"eventType"');
  const { unsealed } = await inspect({ text, keys: [APIV3_KEY] });
  expect(unsealed[0]?.explanation?.summary?.id).toBe('refund-closed');
});

test('while it is sealed the envelope says what it is about, and invents no amount', async () => {
  const { explanation, unsealed } = await inspect({
    text: sealed('TRANSACTION.SUCCESS', CONTENTS['TRANSACTION.SUCCESS']?.content ?? {}),
    keys: [],
  });
  expect(unsealed[0]?.opened).toBe(false);
  expect(explanation.summary).toEqual({ id: 'sealed', topic: 'TRANSACTION.SUCCESS', time: '2024-05-20T13:29:35+08:00' });
  expect(explanation.acknowledgement).toEqual({ status: 204, body: '', or: 200 });
  expect(explanation.again?.after.at(-1)).toBe(86_640);
  expect(checkOf(explanation, 'complete')?.answer).toBe('yes');
});

describe('before acting', () => {
  test('order, amount, merchant and application are to be compared, and repeats told by the trade', async () => {
    const { todo } = await inside('TRANSACTION.SUCCESS', CONTENTS['TRANSACTION.SUCCESS']?.content ?? {});
    expect(todo).toEqual([
      { id: 'order', name: 'out_trade_no', value: 'WX20240520132935001' },
      { id: 'amount', name: 'amount.total', value: '88.80', currency: 'CNY' },
      { id: 'merchant', name: 'mchid', value: '1230000109' },
      { id: 'app', name: 'appid', value: 'wxd678efe567ac6787' },
      { id: 'once', name: 'transaction_id', value: '4200000533202405200000000001' },
    ]);
  });

  test('what the caller expects is compared here, in yuan or fen', async () => {
    const { content } = CONTENTS['TRANSACTION.SUCCESS'] ?? { content: {} };
    const right = await inside('TRANSACTION.SUCCESS', content, { expected: { total_amount: '88.80', seller_id: '1230000109' } });
    expect(right.todo?.map(({ id }) => id)).toEqual(['order', 'app', 'once']);
    expect(right.checks.filter(({ id }) => id === 'expected').map(({ answer }) => answer)).toEqual(['yes', 'yes']);
    const wrong = await inside('TRANSACTION.SUCCESS', content, { expected: { total_amount: '8881' } });
    expect(checkOf(wrong, 'expected')?.answer).toBe('no');
  });

  test('an event that says success around a state that does not is odd', async () => {
    const explanation = await inside('TRANSACTION.SUCCESS', { ...CONTENTS['TRANSACTION.SUCCESS']?.content, trade_state: 'NOTPAY' });
    expect(explanation.summary?.id).toBe('waiting');
    expect(checkOf(explanation, 'event-agrees')).toMatchObject({ answer: 'no', params: { event: 'TRANSACTION.SUCCESS', value: 'NOTPAY' } });
  });

  test('a payment without its payer or its amount is incomplete', async () => {
    const { payer: _, ...rest } = CONTENTS['TRANSACTION.SUCCESS']?.content as { payer: unknown };
    expect(checkOf(await inside('TRANSACTION.SUCCESS', rest), 'complete')).toMatchObject({
      answer: 'no',
      params: { names: 'payer.openid' },
    });
  });

  test.each([
    ['payer-within-total', 'TRANSACTION.SUCCESS', { amount: { total: 100, payer_total: 101, currency: 'CNY' } }],
    ['promotions-equal-rest', 'TRANSACTION.SUCCESS', { promotion_detail: [{ coupon_id: '1', amount: 499 }] }],
    ['refund-within-total', 'REFUND.SUCCESS', { amount: { total: 100, refund: 101, payer_total: 100, payer_refund: 100 } }],
    ['payer-refund-within-refund', 'REFUND.SUCCESS', { amount: { total: 100, refund: 50, payer_total: 100, payer_refund: 51 } }],
    ['score-adds-up', 'PAYSCORE.USER_PAID', { total_amount: 3501 }],
    ['collection-adds-up', 'PAYSCORE.USER_PAID', { collection: { state: 'USER_PAID', total_amount: 2, paid_amount: 1, paying_amount: 0 } }],
    ['batch-adds-up', 'MCHTRANSFER.BATCH.FINISHED', { success_amount: 1 }],
  ] as const)('%s fails where amounts do not agree', async (id, event, change) => {
    const { content = {} } = CONTENTS[event] ?? {};
    expect(checkOf(await inside(event, content), id)?.answer).toBe('yes');
    expect(checkOf(await inside(event, { ...content, ...change }), id)?.answer).toBe('no');
  });
});

test('amounts of another currency keep its decimals, and the payer’s have their own', async () => {
  const amount = { total: 1200, payer_total: 60, currency: 'JPY', payer_currency: 'CNY' };
  const explanation = await inside('TRANSACTION.SUCCESS', { ...CONTENTS['TRANSACTION.SUCCESS']?.content, amount });
  expect(rowOf(explanation, 'amount.total')?.read).toEqual({ type: 'money', cents: '1200', currency: 'JPY', decimal: '1200' });
  expect(rowOf(explanation, 'amount.payer_total')?.read).toEqual({ type: 'money', cents: '60', currency: 'CNY', decimal: '0.60' });
});

test.each([
  ['TRANSACTION.SUCCESS', 'payer.openid'],
  ['REFUND.SUCCESS', 'user_received_account'],
  ['PROFITSHARING.SUCCESS', 'receiver.account'],
  ['VEHICLE.ENTRANCE_STATE_CHANGE', 'plate_number'],
  ['VIOLATION.PUNISH', 'company_name'],
  ['PAYSCORE.USER_CONFIRM', 'location.start_location'],
])('%s: %s is someone’s', async (event, path) => {
  expect(rowOf(await inside(event, CONTENTS[event]?.content ?? {}), path)?.sensitivity).toBe('pii');
});

test('every event has a name in both languages, and a content here but for those like another', () => {
  expect([...EVENTS.keys()].filter((event) => fields['event_type']?.values?.[event] === undefined)).toEqual([]);
  const alike = /^(INSURANCE|ECOMMERCE)_ENTRUST|QQWALLETBILL|VIOLATION\.(INTERCEPT|APPEAL)/;
  expect([...EVENTS.keys()].filter((event) => CONTENTS[event] === undefined && !alike.test(event))).toEqual([]);
});

test('every state of every life has its words in both languages', () => {
  const all = Object.values(machines);
  expect(all.length).toBeGreaterThan(9);
  const mute = all.flatMap(({ id, stages }) =>
    stages
      .flat()
      .filter((state) => !zh.states[id][state] || !en.states[id][state])
      .map((state) => `${id} ${state}`),
  );
  expect(mute).toEqual([]);
});

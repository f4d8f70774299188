/** Questions beside the verdict: each answered yes by a sound message, and no by one in which just that is wrong. */
import { describe, expect, test } from 'vitest';
import type { Check } from '../../../src/core/explain/explanation.ts';
import { messages } from '../../vectors/messages.ts';
import type { Pairs } from '../../vectors/messages.ts';
import { changed, checkOf, explained } from './explained.ts';

const NOTIFY = 'openapi2-notify';
const RSA2 = { charset: 'utf-8', sign_type: 'RSA2', sign: `${'A'.repeat(342)}==` };

test.each(messages)('a sound message has nothing wrong but what may be so: $id', ({ id, dialect }) => {
  const { checks } = explained(dialect, changed(id, RSA2), { now: new Date('2024-05-18T16:00:00+08:00') });
  expect(checks.filter(({ answer, soft }) => answer !== 'yes' && !soft && id !== 'refund-full' && id !== 'refund-partial')).toEqual([]);
  expect(checks.length).toBeGreaterThan(4);
});

const voucher = (amount: string) => `[{"amount":"6.00","merchantContribute":"2.00","otherContribute":"${amount}"}]`;
const bills = (...rows: readonly (readonly [amount: string, channel: string])[]) =>
  JSON.stringify(rows.map(([amount, fundChannel]) => ({ amount, fundChannel })));

describe('amounts that must agree', () => {
  const mapi = { total_fee: '21.00', price: '10.00', quantity: '2', discount: '1.00' };
  const fund = { rest_amount: '70', total_freeze_amount: '100', total_unfreeze_amount: '10', total_pay_amount: '20.00' };
  const v2 = { total_fee: '100', cash_fee: '90', coupon_fee: '10', result_code: 'SUCCESS' };
  const of = (set: Readonly<Record<string, string>>, changes: Readonly<Record<string, string>> = {}): Pairs =>
    Object.entries({ ...set, ...changes });
  const table: readonly (readonly [Check['id'], string, Pairs, Check['answer'] | undefined])[] = [
    ['bills-equal-total', NOTIFY, changed('paid'), 'yes'],
    ['bills-equal-total', NOTIFY, changed('paid', { total_amount: '86.01' }), 'no'],
    ['bills-equal-total', NOTIFY, changed('paid', { total_amount: '0.30', fund_bill_list: bills(['0.10', 'X'], ['0.20', 'Y']) }), 'yes'],
    ['bills-equal-total', NOTIFY, changed('paid', { fund_bill_list: '[{&quot;amount&quot;:&quot;86.00&quot;}]' }), 'unknown'],
    ['bills-equal-total', NOTIFY, changed('paid', { fund_bill_list: bills(['8e1', 'X']) }), 'unknown'],
    ['bills-equal-total', NOTIFY, changed('paid', { fund_bill_list: null }), undefined],
    ['bills-equal-total', NOTIFY, changed('paid', { trans_currency: 'USD', total_amount: '1.00' }), undefined],
    ['bills-equal-total', NOTIFY, changed('refund-partial', { fund_bill_list: bills(['20.00', 'PCREDIT']) }), undefined],
    [
      'receipt-equals-rest',
      NOTIFY,
      changed('paid', { fund_bill_list: bills(['80', 'X'], ['6', 'MCOUPON']), receipt_amount: '80.00' }),
      'yes',
    ],
    ['receipt-equals-rest', NOTIFY, changed('paid', { receipt_amount: '80.00' }), 'no'],
    ['buyer-pay-equals-rest', NOTIFY, changed('paid'), 'yes'],
    ['buyer-pay-equals-rest', NOTIFY, changed('paid', { buyer_pay_amount: '86.00' }), 'no'],
    ['points-equal-bill', NOTIFY, changed('paid', { point_amount: '0.10' }), 'no'],
    ['invoice-within-buyer-pay', NOTIFY, changed('paid', { invoice_amount: '79.99' }), 'yes'],
    ['invoice-within-buyer-pay', NOTIFY, changed('paid', { invoice_amount: '80.01' }), 'no'],
    ['vouchers-equal-discount', NOTIFY, changed('paid', { voucher_detail_list: voucher('4.00') }), 'yes'],
    ['vouchers-equal-discount', NOTIFY, changed('paid', { voucher_detail_list: voucher('4.00'), buyer_pay_amount: '81.00' }), 'no'],
    ['voucher-parts', NOTIFY, changed('paid', { voucher_detail_list: voucher('4.00') }), 'yes'],
    ['voucher-parts', NOTIFY, changed('paid', { voucher_detail_list: voucher('4.01') }), 'no'],
    ['voucher-parts', NOTIFY, changed('paid', { voucher_detail_list: '[{"amount":"1"}]' }), undefined],
    ['refund-within-total', NOTIFY, changed('refund-partial'), 'yes'],
    ['refund-within-total', NOTIFY, changed('refund-partial', { refund_fee: '86.01' }), 'no'],
    ['fee-equals-price', 'mapi-notify', of(mapi), 'yes'],
    ['fee-equals-price', 'mapi-notify', of(mapi, { discount: '-1.00' }), 'no'],
    ['fee-equals-price', 'mapi-notify', of(mapi, { total_fee: '5', is_total_fee_adjust: 'Y' }), undefined],
    ['frozen-rest', 'openapi2-fund-auth', of(fund), 'yes'],
    ['frozen-rest', 'openapi2-fund-auth', of(fund, { rest_amount: '70.01' }), 'no'],
    [
      'send-back-within-refund',
      'openapi2-gateway-response',
      [['alipay_trade_refund_response', '{"refund_fee":"1.00","send_back_fee":"0.50"}']],
      'yes',
    ],
    [
      'send-back-within-refund',
      'openapi2-gateway-response',
      [['alipay_trade_refund_response', '{"refund_fee":"1.00","send_back_fee":"1.50"}']],
      'no',
    ],
    ['cash-within-total', 'wechatpay-v2', of(v2), 'yes'],
    ['cash-within-total', 'wechatpay-v2', of(v2, { cash_fee: '101' }), 'no'],
    ['cash-equals-rest', 'wechatpay-v2', of(v2), 'yes'],
    ['cash-equals-rest', 'wechatpay-v2', of(v2, { coupon_fee: '11' }), 'no'],
    [
      'payer-within-total',
      'wechatpay-v3',
      [
        ['trade_state', 'SUCCESS'],
        ['amount', '{"total":100,"payer_total":101}'],
      ],
      'no',
    ],
    [
      'refund-within-total',
      'wechatpay-v3',
      [
        ['refund_status', 'SUCCESS'],
        ['amount', '{"total":100,"refund":101}'],
      ],
      'no',
    ],
  ];
  test.each(table)('%s (%s) %#', (id, dialect, pairs, answer) => expect(checkOf(explained(dialect, pairs), id)?.answer).toBe(answer));

  test('say both sides, and which of a list', () => {
    expect(checkOf(explained(NOTIFY, changed('paid', { total_amount: '86.01' })), 'bills-equal-total')?.params).toEqual({
      left: '86.00',
      right: '86.01',
    });
    const second = `[{"amount":"1","merchantContribute":"1","otherContribute":"0"},{"amount":"1","merchantContribute":"0","otherContribute":"0"}]`;
    expect(checkOf(explained(NOTIFY, changed('paid', { voucher_detail_list: second })), 'voucher-parts')?.params).toMatchObject({
      index: '2',
    });
  });
});

describe('other questions', () => {
  const table: readonly (readonly [id: Check['id'], pairs: Pairs, answer: Check['answer'] | undefined, params?: Check['params']])[] = [
    ['refund-matches-status', changed('refund-partial'), 'yes'],
    ['refund-matches-status', changed('refund-full'), 'yes'],
    ['refund-matches-status', changed('refund-full', { refund_fee: '198.99' }), 'no', { status: 'TRADE_CLOSED', refund: 'part' }],
    ['refund-matches-status', changed('refund-partial', { refund_fee: '86' }), 'no', { status: 'TRADE_SUCCESS', refund: 'full' }],
    ['refund-matches-status', changed('paid'), undefined],
    ['times-in-order', changed('paid'), 'yes'],
    ['times-in-order', changed('paid', { gmt_payment: '2024-05-18 10:21:35' }), 'no', { earlier: 'gmt_create', later: 'gmt_payment' }],
    // Within one second: refunds tell milliseconds, notify_time does not.
    ['times-in-order', changed('refund-partial', { notify_time: '2024-05-19 08:15:30' }), 'yes'],
    ['times-in-order', changed('closed', { gmt_close: '2024-05-18 12:29:59' }), 'no', { earlier: 'gmt_create', later: 'gmt_close' }],
    ['sign-length', changed('paid', RSA2), 'yes'],
    ['sign-length', changed('paid', { ...RSA2, sign: 'A'.repeat(172) }), 'no', { type: 'RSA2', have: '172', want: '344 / 512 / 684' }],
    ['sign-length', changed('paid', { sign_type: 'RSA', sign: `${'A'.repeat(171)}=` }), 'yes'],
    ['sign-length', changed('paid', { sign_type: 'constructor', sign: 'A' }), undefined],
    ['complete', changed('paid', RSA2), 'yes'],
    ['complete', changed('paid', { ...RSA2, notify_time: null }), 'no', { names: 'notify_time' }],
    ['complete', [['own', '1']], undefined],
  ];
  test.each(table.map(([id, pairs, answer, params]) => ({ id, pairs, answer, params })))('$id $#', ({ id, pairs, answer, params }) => {
    const check = checkOf(explained(NOTIFY, pairs), id);
    expect(check?.answer).toBe(answer);
    if (params) expect(check?.params).toEqual(params);
  });

  const ids = [
    ['trade_no', '2024051822001400000000000101', 'yes'],
    ['trade_no', '202405182200140000000000010', 'no'],
    ['app_id', '2021003100000101', 'yes'],
    ['app_id', '202100310000010', 'no'],
    ['seller_id', '2088000000000202', 'yes'],
    ['seller_id', '1088000000000202', 'no'],
  ] as const;
  test.each(ids)('%s %s has its shape: %s', (name, value, answer) =>
    expect(checkOf(explained(NOTIFY, [[name, value]]), 'id-shape', name)?.answer).toBe(answer),
  );
  test('a masked id is told from a wrong one', () => {
    expect(checkOf(explained(NOTIFY, [['app_id', '2021****00000101']]), 'id-shape')?.params).toEqual({ name: 'app_id', masked: 'yes' });
  });
  test('old trades have sixteen digits', () => {
    expect(checkOf(explained('mapi-notify', [['trade_no', '2013010100000000']]), 'id-shape')?.answer).toBe('yes');
  });
});

describe('what the caller expects', () => {
  const table = [
    [{ app_id: '2021003100000101' }, 'app_id', 'yes'],
    [{ app_id: '2021003100000102' }, 'app_id', 'no'],
    [{ seller_id: 'finance@shop.example' }, 'seller_email', 'yes'],
    [{ out_trade_no: 'KF20240518102136001' }, 'out_trade_no', 'yes'],
    [{ total_amount: '86' }, 'total_amount', 'yes'],
    [{ total_amount: '86.0' }, 'total_amount', 'yes'],
    [{ total_amount: '86.01' }, 'total_amount', 'no'],
  ] as const;
  test.each(table)('%j', (expected, name, answer) => {
    expect(checkOf(explained(NOTIFY, changed('paid'), { expected }), 'expected')).toEqual({ id: 'expected', answer, params: { name } });
  });
  test('is unknown where the message does not say it, and unasked where nothing is expected', () => {
    expect(
      checkOf(explained(NOTIFY, changed('paid', { app_id: null, auth_app_id: null }), { expected: { app_id: '1' } }), 'expected')?.answer,
    ).toBe('unknown');
    expect(checkOf(explained(NOTIFY, changed('paid'), { expected: { app_id: ' ' } }), 'expected')).toBeUndefined();
  });
  test('of whole fen: a number with a point is yuan', () => {
    const answer = (total_amount: string) =>
      checkOf(explained('wechatpay-v2', [['total_fee', '8880']], { expected: { total_amount } }), 'expected')?.answer;
    expect(answer('88.80')).toBe('yes');
    expect(answer('8880')).toBe('yes');
    expect(answer('88')).toBe('no');
  });
});

describe('the age of a message', () => {
  const at = (now: string) => explained(NOTIFY, changed('paid'), { now: new Date(now) });
  test('within the time of redeliveries it is fresh', () => {
    expect(checkOf(at('2024-05-18T10:31:53+08:00'), 'fresh')).toMatchObject({
      answer: 'yes',
      params: { name: 'notify_time', minutes: '10' },
    });
    expect(checkOf(at('2024-05-19T11:21:53+08:00'), 'fresh')?.answer).toBe('yes');
  });
  test('past it is not, which proves nothing', () => {
    expect(checkOf(at('2024-05-19T11:23:00+08:00'), 'fresh')).toMatchObject({ answer: 'no', soft: true });
  });
  test('ahead of the clock it is from the future, a little allowed', () => {
    expect(checkOf(at('2024-05-18T10:12:00+08:00'), 'not-from-future')?.answer).toBe('yes');
    expect(checkOf(at('2024-05-18T09:21:53+08:00'), 'not-from-future')).toMatchObject({ answer: 'no', params: { minutes: '60' } });
  });
  test('is unasked without a clock', () => expect(checkOf(explained(NOTIFY, changed('paid')), 'fresh')).toBeUndefined());
});

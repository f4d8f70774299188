/** Which sentence sums a message up. The states and what tells them apart: Alipay open docs, 异步通知说明. */
import { describe, expect, test } from 'vitest';
import { alipay } from '../../../src/core/providers/alipay/index.ts';
import { shaped } from '../../../src/core/providers/alipay/shapes.ts';
import { changed, explained } from './explained.ts';

const NOTIFY = 'openapi2-notify';

describe('a notification of a trade', () => {
  const table = [
    ['a payment', changed('paid'), 'paid'],
    ['a payment that says refund_fee=0.00, as in 2016', changed('paid', { refund_fee: '0.00' }), 'paid'],
    ['a trade without payment yet', changed('waiting'), 'waiting'],
    ['a trade past its refunds', changed('finished'), 'finished'],
    ['a trade closed without payment', changed('closed'), 'closed'],
    ['a refund in part, though its status is that of a payment', changed('refund-partial'), 'refunded-part'],
    ['a refund told by its time alone', changed('refund-partial', { refund_fee: null }), 'refunded-part'],
    ['a refund told by its amount alone', changed('refund-partial', { gmt_refund: null }), 'refunded-part'],
    ['a refund of all that was paid', changed('refund-full'), 'refunded-full'],
    ['a trade closed by a refund without amount', changed('refund-full', { refund_fee: null }), 'refunded-full'],
    ['a refund in the last state', changed('refund-partial', { trade_status: 'TRADE_FINISHED' }), 'refunded-part'],
    ['a state that nobody knows', changed('paid', { trade_status: 'TRADE_NEW' }), 'other'],
    ['a state named like a member of every object', changed('paid', { trade_status: 'constructor' }), 'other'],
  ] as const;
  test.each(table)('%s', (_, pairs, id) => expect(explained(NOTIFY, pairs).summary?.id).toBe(id));

  test('without status or refund is summed up by nothing', () => {
    expect(explained(NOTIFY, [['app_id', '1']]).summary).toBeNull();
  });

  test('says who, what, when and how much', () => {
    expect(explained(NOTIFY, changed('refund-partial')).summary).toMatchObject({
      buyer: '138****0000',
      seller: 'finance@shop.example',
      order: 'KF20240518102136001',
      amount: '86.00',
      refund: '20.00',
      time: '2024-05-19T08:15:30.127+08:00',
    });
  });

  test('does not speak of a refund of nothing', () => {
    expect(explained(NOTIFY, changed('paid', { refund_fee: '0.00' })).summary).not.toHaveProperty('refund');
  });

  test('stands among the states of its trade, escrow among its own', () => {
    expect(explained(NOTIFY, changed('paid')).state?.states).toEqual(['WAIT_BUYER_PAY', 'TRADE_SUCCESS', 'TRADE_FINISHED', 'TRADE_CLOSED']);
    const escrow = explained('mapi-notify', [['trade_status', 'WAIT_SELLER_SEND_GOODS']]);
    expect(escrow.summary?.id).toBe('held');
    expect(escrow.state).toMatchObject({ now: 'WAIT_SELLER_SEND_GOODS' });
    expect(escrow.state?.states).toContain('WAIT_BUYER_CONFIRM_GOODS');
  });
});

describe('other kinds of message', () => {
  const wap = '<notify><trade_status>TRADE_SUCCESS</trade_status><total_fee>12.30</total_fee><out_trade_no>W1</out_trade_no></notify>';
  const table = [
    ['openapi2-return', changed('return'), { id: 'returned' }],
    [
      'mapi-return',
      [
        ['trade_status', 'TRADE_SUCCESS'],
        ['is_success', 'T'],
      ],
      { id: 'returned' },
    ],
    [
      'openapi2-agreement',
      [
        ['status', 'NORMAL'],
        ['external_agreement_no', 'X1'],
      ],
      { id: 'agreed', order: 'X1' },
    ],
    ['openapi2-agreement', [['status', 'UNSIGN']], { id: 'ended' }],
    ['openapi2-agreement', [['status', 'STOP']], { id: 'other' }],
    [
      'openapi2-fund-auth',
      [
        ['notify_type', 'fund_auth_freeze'],
        ['status', 'SUCCESS'],
        ['amount', '99'],
      ],
      { id: 'frozen', amount: '99.00' },
    ],
    [
      'openapi2-fund-auth',
      [
        ['notify_type', 'fund_auth_freeze'],
        ['status', 'CLOSED'],
      ],
      { id: 'other' },
    ],
    [
      'openapi2-fund-auth',
      [
        ['notify_type', 'fund_auth_unfreeze'],
        ['status', 'SUCCESS'],
      ],
      { id: 'unfrozen' },
    ],
    ['openapi2-app-auth', [['status', 'execute_auth']], { id: 'authorised' }],
    [
      'openapi2-from-ant-message',
      [
        ['msg_method', 'a.b'],
        ['biz_content', '{"out_biz_no":"B1","trans_amount":"3.10"}'],
      ],
      { id: 'message', topic: 'a.b', order: 'B1', amount: '3.10' },
    ],
    ['mapi-wap-notify', [['notify_data', wap]], { id: 'paid', amount: '12.30', order: 'W1' }],
    [
      'mapi-batch-refund',
      [
        ['batch_no', 'N1'],
        ['success_num', '2'],
        ['result_details', 'a^1^SUCCESS#b^2^SUCCESS'],
      ],
      { id: 'batch-refund', done: '2', order: 'N1' },
    ],
    [
      'mapi-batch-trans',
      [
        ['success_details', '1^a^b^1^S^^x^20240101000000|2^a^b^1^S^^x^20240101000000|'],
        ['fail_details', '3^a^b^1^F^no^x^20240101000000|'],
      ],
      { id: 'batch-paid', done: '2', undone: '1' },
    ],
    ['openapi2-app-sync-result', [['resultStatus', '8000']], { id: 'pending' }],
    [
      'openapi2-gateway-response',
      [['alipay_trade_query_response', '{"code":"10000","out_trade_no":"G1","refund_fee":"1.00"}']],
      { id: 'answered', order: 'G1' },
    ],
    [
      'antom',
      [
        ['notifyType', 'PAYMENT_RESULT'],
        ['result', '{"resultStatus":"S"}'],
        ['paymentAmount', '{"currency":"JPY","value":"1200"}'],
      ],
      { id: 'paid', amount: '1200', currency: 'JPY' },
    ],
    [
      'antom',
      [
        ['notifyType', 'PAYMENT_RESULT'],
        ['result', '{"resultStatus":"F"}'],
      ],
      { id: 'failed' },
    ],
    [
      'wechatpay-v2',
      [
        ['return_code', 'SUCCESS'],
        ['result_code', 'SUCCESS'],
        ['total_fee', '101'],
        ['time_end', '20240101100000'],
      ],
      { id: 'paid', amount: '1.01', time: '2024-01-01T10:00:00+08:00' },
    ],
    [
      'wechatpay-v2',
      [
        ['return_code', 'SUCCESS'],
        ['result_code', 'FAIL'],
      ],
      { id: 'failed' },
    ],
    [
      'wechatpay-v3',
      [
        ['trade_state', 'SUCCESS'],
        ['amount', '{"total":100,"currency":"CNY"}'],
        ['success_time', '2024-01-01T10:00:00+08:00'],
      ],
      { id: 'paid', amount: '1.00', time: '2024-01-01T10:00:00+08:00' },
    ],
    [
      'wechatpay-v3',
      [
        ['refund_status', 'SUCCESS'],
        ['amount', '{"total":100,"refund":40}'],
      ],
      { id: 'refund-made', amount: '1.00', refund: '0.40' },
    ],
    [
      'wechatpay-v3',
      [
        ['refund_status', 'SUCCESS'],
        ['amount', '{"total":100,"refund":100}'],
      ],
      { id: 'refund-made', amount: '1.00', refund: '1.00' },
    ],
  ] as const;
  test.each(table)('%s %j', (dialect, pairs, summary) => expect(explained(dialect, pairs).summary).toMatchObject(summary));
});

describe('the answer', () => {
  const table = [
    ['openapi2-notify', 'success'],
    ['mapi-batch-refund', 'success'],
    ['openapi2-return', null],
    ['openapi2-gateway-response', null],
    ['life-account-gateway', null],
    ['antom', '{"result":{"resultCode":"SUCCESS","resultStatus":"S","resultMessage":"success"}}'],
    ['wechatpay-v2', '<xml><return_code><![CDATA[SUCCESS]]></return_code><return_msg><![CDATA[OK]]></return_msg></xml>'],
    ['wechatpay-v3', ''],
  ] as const;
  test.each(table)('to %s is %j, to the byte', (dialect, body) => expect(explained(dialect, []).acknowledgement?.body ?? null).toBe(body));
});

test('every dialect of Alipay has a shape of its own', () => {
  expect(alipay.dialects.map(({ id }) => id).filter((id) => !shaped.has(id))).toEqual([]);
});

describe('messages of v2 whose codes say SUCCESS and mean something else', () => {
  test.each([
    [
      'wechatpay-v2-contract',
      [
        ['return_code', 'SUCCESS'],
        ['result_code', 'SUCCESS'],
        ['change_type', 'ADD'],
        ['contract_code', 'K1'],
      ],
      'agreed',
    ],
    [
      'wechatpay-v2-contract',
      [
        ['return_code', 'SUCCESS'],
        ['result_code', 'SUCCESS'],
        ['change_type', 'DELETE'],
      ],
      'ended',
    ],
    [
      'wechatpay-v2-contract',
      [
        ['return_code', 'SUCCESS'],
        ['result_code', 'FAIL'],
        ['change_type', 'ADD'],
      ],
      'failed',
    ],
    [
      'wechatpay-v2-refund',
      [
        ['return_code', 'SUCCESS'],
        ['req_info', 'AAAA'],
      ],
      'sealed',
    ],
    [
      'wechatpay-v2-refund',
      [
        ['refund_status', 'SUCCESS'],
        ['refund_id', '5'],
        ['total_fee', '100'],
        ['refund_fee', '100'],
      ],
      'refund-made',
    ],
    [
      'wechatpay-v2-refund',
      [
        ['refund_status', 'CHANGE'],
        ['refund_id', '5'],
      ],
      'refund-abnormal',
    ],
    [
      'wechatpay-v2',
      [
        ['return_code', 'FAIL'],
        ['result_code', 'SUCCESS'],
        ['total_fee', '100'],
      ],
      'failed',
    ],
    [
      'wechatpay-v2',
      [
        ['return_code', 'SUCCESS'],
        ['result_code', 'SUCCESS'],
        ['trade_state', 'PAYERROR'],
      ],
      'failed',
    ],
    ['wechat-message', [['Encrypt', 'AAAA']], 'sealed'],
    [
      'wechat-message',
      [
        ['MsgType', 'text'],
        ['MsgId', '1'],
      ],
      'message',
    ],
    ['wechatpay-v3-certificates', [['data', '[]']], 'answered'],
  ] as const)('%s %j: %s', (dialect, pairs, id) => expect(explained(dialect, pairs).summary?.id).toBe(id));
});

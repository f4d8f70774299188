/**
 * Invented Alipay messages in the documented shapes: field sets, order and number formats as real ones have them, every id made up.
 * Names and order after the notifications that alipay/alipay-sdk-nodejs-all and go-pay/gopay publish in their tests.
 */

export type Pairs = readonly (readonly [name: string, value: string])[];

export interface Message {
  readonly id: 'paid' | 'waiting' | 'finished' | 'closed' | 'refund-partial' | 'refund-full' | 'return';
  readonly dialect: 'openapi2-notify' | 'openapi2-notify-refund' | 'openapi2-return';
  /** Without `charset`, `sign` and `sign_type`: those depend on how it is signed. */
  readonly pairs: Pairs;
}

export const APP_ID = '2021003100000101';
const SELLER_ID = '2088000000000202';
const BUYER_ID = '2088000000000303';
const seller = [
  ['seller_id', SELLER_ID],
  ['seller_email', 'finance@shop.example'],
] as const;
const buyer = [
  ['buyer_id', BUYER_ID],
  ['buyer_logon_id', '138****0000'],
] as const;
const app = [
  ['app_id', APP_ID],
  ['auth_app_id', APP_ID],
  ['version', '1.0'],
] as const;

/** 28 digits: date, 22001, buyer, serial; and 34 for a notification. */
const tradeNo = (day: string, serial: string) => `${day}22001400000000000${serial}`;
const notifyId = (day: string, serial: string) => `${day}00222000000000000000000${serial}`;

export const messages: readonly Message[] = [
  {
    id: 'paid',
    dialect: 'openapi2-notify',
    pairs: [
      ['gmt_create', '2024-05-18 10:21:36'],
      ...seller,
      ['subject', '手冲咖啡豆 250g（浅烘）+滤纸'],
      ['body', '云南普洱·日晒处理'],
      ...buyer,
      ['invoice_amount', '86.00'],
      ['notify_id', notifyId('20240518', '101')],
      ['fund_bill_list', '[{"amount":"80.00","fundChannel":"ALIPAYACCOUNT"},{"amount":"6.00","fundChannel":"COUPON"}]'],
      ['notify_type', 'trade_status_sync'],
      ['trade_status', 'TRADE_SUCCESS'],
      ['receipt_amount', '86.00'],
      ['buyer_pay_amount', '80.00'],
      ...app,
      ['gmt_payment', '2024-05-18 10:21:52'],
      ['notify_time', '2024-05-18 10:21:53'],
      ['out_trade_no', 'KF20240518102136001'],
      ['total_amount', '86.00'],
      ['trade_no', tradeNo('20240518', '101')],
      ['point_amount', '0.00'],
    ],
  },
  {
    id: 'waiting',
    dialect: 'openapi2-notify',
    pairs: [
      ['gmt_create', '2024-05-18 11:02:07'],
      ...seller,
      ['subject', '儿童绘本《小熊过桥》三册'],
      ...buyer,
      ['notify_id', notifyId('20240518', '102')],
      ['notify_type', 'trade_status_sync'],
      ['trade_status', 'WAIT_BUYER_PAY'],
      ...app,
      ['notify_time', '2024-05-18 11:02:08'],
      ['out_trade_no', 'HB20240518110207002'],
      ['total_amount', '128.50'],
      ['trade_no', tradeNo('20240518', '102')],
    ],
  },
  {
    id: 'finished',
    dialect: 'openapi2-notify',
    pairs: [
      ['gmt_create', '2024-02-17 09:00:00'],
      ...seller,
      ['subject', '会员年卡'],
      ...buyer,
      ['invoice_amount', '365.00'],
      ['notify_id', notifyId('20240518', '103')],
      ['fund_bill_list', '[{"amount":"365.00","fundChannel":"PCREDIT"}]'],
      ['notify_type', 'trade_status_sync'],
      ['trade_status', 'TRADE_FINISHED'],
      ['receipt_amount', '365.00'],
      ['buyer_pay_amount', '365.00'],
      ...app,
      ['gmt_payment', '2024-02-17 09:00:21'],
      ['gmt_close', '2024-05-18 09:00:22'],
      ['notify_time', '2024-05-18 09:00:23'],
      // Alipay hands this back as the merchant sent it, still encoded: decoding it twice breaks the signature.
      ['passback_params', 'uid%3D1024%26from%3Dapp'],
      ['out_trade_no', 'NK20240217090000003'],
      ['total_amount', '365.00'],
      ['trade_no', tradeNo('20240217', '103')],
      ['point_amount', '0.00'],
    ],
  },
  {
    id: 'closed',
    dialect: 'openapi2-notify',
    pairs: [
      ['gmt_create', '2024-05-18 12:30:00'],
      ...seller,
      ['subject', ' 丽江三日游（双人）'],
      ['notify_id', notifyId('20240518', '104')],
      ['notify_type', 'trade_status_sync'],
      ['trade_status', 'TRADE_CLOSED'],
      ...app,
      ['gmt_close', '2024-05-18 12:45:01'],
      ['notify_time', '2024-05-18 12:45:02'],
      ['out_trade_no', 'LY20240518123000004'],
      ['total_amount', '2999.00'],
      ['trade_no', tradeNo('20240518', '104')],
    ],
  },
  {
    id: 'refund-partial',
    dialect: 'openapi2-notify-refund',
    pairs: [
      ['gmt_create', '2024-05-18 10:21:36'],
      ...seller,
      ['subject', '手冲咖啡豆 250g（浅烘）+滤纸'],
      ...buyer,
      ['notify_id', notifyId('20240519', '105')],
      ['notify_type', 'trade_status_sync'],
      ['trade_status', 'TRADE_SUCCESS'],
      ...app,
      ['gmt_payment', '2024-05-18 10:21:52'],
      ['gmt_refund', '2024-05-19 08:15:30.127'],
      ['notify_time', '2024-05-19 08:15:31'],
      ['out_biz_no', 'TK20240519081530005'],
      ['refund_fee', '20.00'],
      ['out_trade_no', 'KF20240518102136001'],
      ['total_amount', '86.00'],
      ['trade_no', tradeNo('20240518', '101')],
    ],
  },
  {
    id: 'refund-full',
    dialect: 'openapi2-notify-refund',
    pairs: [
      ['gmt_create', '2024-05-18 13:40:10'],
      ...seller,
      ['subject', '蓝牙耳机&充电盒'],
      ...buyer,
      ['notify_id', notifyId('20240520', '106')],
      ['notify_type', 'trade_status_sync'],
      ['trade_status', 'TRADE_CLOSED'],
      ...app,
      ['gmt_payment', '2024-05-18 13:40:25'],
      ['gmt_refund', '2024-05-20 16:05:44.902'],
      ['gmt_close', '2024-05-20 16:05:44'],
      ['notify_time', '2024-05-20 16:05:45'],
      ['out_biz_no', 'EJ20240518134010006'],
      ['refund_fee', '199.00'],
      ['out_trade_no', 'EJ20240518134010006'],
      ['total_amount', '199.00'],
      ['trade_no', tradeNo('20240518', '106')],
    ],
  },
  {
    id: 'return',
    dialect: 'openapi2-return',
    pairs: [
      ['out_trade_no', 'YB20240518141009007'],
      ['method', 'alipay.trade.page.pay.return'],
      ['total_amount', '268.00'],
      ['trade_no', tradeNo('20240518', '107')],
      ...app,
      ['seller_id', SELLER_ID],
      ['timestamp', '2024-05-18 14:10:09'],
    ],
  },
];

export function messageOf(id: Message['id']): Message {
  const message = messages.find((each) => each.id === id);
  if (!message) throw new Error(`no message ${id}`);
  return message;
}

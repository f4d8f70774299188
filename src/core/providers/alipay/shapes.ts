/** How Alipay's messages are explained: which parameter is the amount, which states a trade has, what the server answers. */
import type { ExplainShape } from '../shape.ts';

/** @see Alipay open docs, 异步通知说明; alipay.trade.page.pay and alipay.trade.wap.pay */
const notify: ExplainShape = {
  money: 'yuan',
  status: ['trade_status'],
  summaries: { WAIT_BUYER_PAY: 'waiting', TRADE_SUCCESS: 'paid', TRADE_FINISHED: 'finished', TRADE_CLOSED: 'closed' },
  amount: ['total_amount', 'total_fee', 'amount', 'trans_amount'],
  refund: ['refund_fee', 'refund_amount'],
  time: ['gmt_refund', 'gmt_payment', 'gmt_close', 'gmt_create', 'notify_time', 'timestamp'],
  order: ['out_trade_no', 'out_biz_no', 'out_order_no', 'batch_no'],
  trade: ['trade_no', 'order_id', 'auth_no'],
  buyer: ['buyer_logon_id', 'buyer_email', 'buyer_id', 'buyer_open_id', 'payer_logon_id', 'payer_user_id'],
  seller: ['seller_email', 'seller_id', 'auth_app_id'],
  subject: ['subject', 'order_title'],
  currency: ['trans_currency', 'currency'],
  refunded: ['gmt_refund'],
  states: ['WAIT_BUYER_PAY', 'TRADE_SUCCESS', 'TRADE_FINISHED', 'TRADE_CLOSED'],
  // Seven letters in lower case and nothing else. @see Alipay open docs, 异步通知说明
  acknowledgement: { status: 200, body: 'success' },
  relations: [
    {
      id: 'bills-equal-total',
      kind: 'sum',
      list: 'fund_bill_list',
      member: 'amount',
      total: 'total_amount',
      source: 'Alipay open docs, 异步通知参数 fund_bill_list',
    },
    {
      id: 'refund-within-total',
      kind: 'most',
      part: 'refund_fee',
      total: 'total_amount',
      source: 'Alipay open docs, 异步通知参数 refund_fee',
    },
    {
      id: 'receipt-within-total',
      kind: 'most',
      part: 'receipt_amount',
      total: 'total_amount',
      source: 'Alipay open docs, 异步通知参数 receipt_amount',
    },
    {
      id: 'buyer-pay-within-total',
      kind: 'most',
      part: 'buyer_pay_amount',
      total: 'total_amount',
      source: 'Alipay open docs, 异步通知参数 buyer_pay_amount',
    },
    {
      id: 'invoice-within-total',
      kind: 'most',
      part: 'invoice_amount',
      total: 'total_amount',
      source: 'Alipay open docs, 异步通知参数 invoice_amount',
    },
  ],
  order_of_times: ['gmt_create', 'gmt_payment', 'notify_time'],
  ids: { trade_no: '\\d{16,28}', app_id: '\\d{16}', auth_app_id: '\\d{16}', seller_id: '2088\\d{12}', buyer_id: '2088\\d{12}' },
  source: 'Alipay open docs, 异步通知说明',
};

/** Nothing to answer: the buyer's browser, or our own request, brought it. */
const answer: ExplainShape = { ...notify, acknowledgement: null, states: [], order_of_times: [] };

const returned: ExplainShape = { ...answer, summaries: { '': 'returned' }, time: ['timestamp', 'notify_time'], refunded: [] };

const shapes: Readonly<Record<string, ExplainShape>> = {
  'openapi2-return': returned,
  'mapi-return': { ...returned, summaries: { ...notify.summaries, '': 'returned' } },
  'openapi2-gateway-response': { ...answer, status: ['code'], summaries: { '10000': 'answered', '': 'answered' } },
  'openapi2-app-sync-result': {
    ...answer,
    status: ['resultStatus'],
    summaries: {
      '9000': 'returned',
      '8000': 'waiting',
      '6004': 'waiting',
      '': 'returned',
      '4000': 'failed',
      '6001': 'failed',
      '6002': 'failed',
    },
  },
  'openapi3-response': { ...answer, summaries: { '': 'answered' } },
  'openapi2-agreement': {
    ...notify,
    status: ['status'],
    summaries: { NORMAL: 'agreed', UNSIGN: 'ended', STOP: 'ended', TEMP: 'waiting' },
    time: ['unsign_time', 'sign_time', 'valid_time', 'notify_time'],
    states: [],
  },
  'openapi2-fund-auth': { ...notify, status: [], summaries: {}, states: [], time: ['gmt_trans', 'notify_time'] },
  // @see Ant International, Notify: a JSON of its own
  antom: {
    ...notify,
    money: 'fen',
    states: [],
    acknowledgement: { status: 200, body: '{"result":{"resultCode":"SUCCESS","resultStatus":"S","resultMessage":"success"}}' },
    relations: [],
    ids: {},
  },
};

/** Escrow trades know more states than four. */
export function shapeOf(dialect: string): ExplainShape {
  return shapes[dialect] ?? (dialect.startsWith('openapi2-notify') || dialect.startsWith('mapi') ? notify : { ...notify, states: [] });
}

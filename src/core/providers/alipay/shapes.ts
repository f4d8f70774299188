/** How Alipay's messages are explained: which parameter is the amount, which states a trade has, what the server answers. */
import type { ExplainShape, Machine, Repeats } from '../shape.ts';
import { fundAuthRelations, mapiRelations, responseRelations, tradeRelations } from './relations.ts';
import { structures } from './structures.ts';

/** Ids are digits: a merchant or a user is 2088 and twelve more, an application sixteen, a trade sixteen (before about 2013) or 28. */
const party = { seller_id: '2088\\d{12}', buyer_id: '2088\\d{12}' } as const;
const app = { app_id: '\\d{16}', auth_app_id: '\\d{16}' } as const;

/** base64 of an RSA signature, 1024 to 4096 bits. RSA2 asks for 2048 at least. @see Alipay open docs, 签名专区 */
const lengths = { RSA: [172, 344, 512, 684], RSA2: [344, 512, 684], MD5: [32] } as const;

/** Deliveries: at once and seven more, the last after 24 h 24 min; rounded up. @see Alipay open docs, 异步通知说明 */
const RETRIES = 25 * 60;

/** 4m 10m 10m 1h 2h 6h 15h, added up. */
const repeats: Repeats = {
  after: [240, 840, 1440, 5040, 12_240, 33_840, 87_840],
  source: 'Alipay open docs, 异步通知说明 (重发)',
};

const trade: Machine = {
  id: 'alipay-trade',
  stages: [['WAIT_BUYER_PAY'], ['TRADE_SUCCESS'], ['TRADE_FINISHED', 'TRADE_CLOSED']],
  source: 'Alipay open docs, 异步通知说明 (交易状态)',
};
const escrow: Machine = {
  id: 'alipay-escrow',
  stages: [['WAIT_BUYER_PAY'], ['WAIT_SELLER_SEND_GOODS'], ['WAIT_BUYER_CONFIRM_GOODS'], ['TRADE_FINISHED', 'TRADE_CLOSED']],
  source: 'Alipay, 担保交易 create_partner_trade_by_buyer',
};

/** @see Alipay open docs, 异步通知说明; alipay.trade.page.pay and alipay.trade.wap.pay */
const notify: ExplainShape = {
  money: 'yuan',
  zone: '+08:00',
  inside: [],
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
  topic: ['msg_method', 'service', 'method', 'notify_type'],
  refunded: ['gmt_refund'],
  refundStatus: { status: 'trade_status', full: ['TRADE_CLOSED'], source: 'Alipay open docs, 异步通知说明 (退款)' },
  machines: [trade],
  // Seven letters in lower case and nothing else. @see Alipay open docs, 异步通知说明
  acknowledgement: { status: 200, body: 'success' },
  repeats,
  once: ['trade_no', 'notify_id'],
  relations: tradeRelations,
  timesInOrder: [
    ['gmt_create', 'gmt_payment', 'gmt_refund', 'notify_time'],
    ['gmt_create', 'gmt_close', 'notify_time'],
  ],
  ids: { trade_no: '\\d{28}', ...app, ...party },
  signature: { value: 'sign', type: 'sign_type', lengths },
  expected: {
    app_id: ['app_id', 'auth_app_id'],
    seller_id: ['seller_id', 'seller_email'],
    out_trade_no: ['out_trade_no'],
    total_amount: ['total_amount', 'total_fee'],
  },
  sent: { time: ['notify_time'], minutes: RETRIES },
  structures,
  source: 'Alipay open docs, 异步通知说明',
};

/** Nothing to answer and nothing sent again: the buyer's browser, or our own request, brought it. */
const answer: ExplainShape = { ...notify, acknowledgement: null, machines: [], timesInOrder: [], sent: null };

/** Says that the buyer came back, whatever status it carries. @see Alipay open docs, 前台回跳参数 */
const returned: ExplainShape = { ...answer, status: [], summaries: { '': 'returned' }, time: ['timestamp', 'notify_time'], refunded: [] };

/** Escrow trades know more states. @see Alipay, 担保交易 create_partner_trade_by_buyer */
const mapi: ExplainShape = {
  ...notify,
  summaries: { ...notify.summaries, WAIT_SELLER_SEND_GOODS: 'held', WAIT_BUYER_CONFIRM_GOODS: 'held' },
  machines: [trade, escrow],
  relations: mapiRelations,
  ids: { trade_no: '\\d{16}|\\d{28}', ...party },
};
const mapiReturned: ExplainShape = { ...returned, relations: mapiRelations, ids: mapi.ids };

/** About neither payment nor refund. */
const message: ExplainShape = {
  ...notify,
  inside: ['biz_content'],
  status: [],
  summaries: { '': 'message' },
  time: ['notify_time', 'utc_timestamp'],
  machines: [],
  relations: [],
  refunded: [],
  refund: [],
  sent: { time: ['notify_time', 'utc_timestamp'], minutes: RETRIES },
};

const response: ExplainShape = {
  ...answer,
  inside: ['*_response', 'response'],
  status: ['code'],
  summaries: { '10000': 'answered', '': 'answered' },
  relations: responseRelations,
};

/** A batch is told once it is through; entries that failed are in it as well. */
const batch: ExplainShape = { ...mapi, status: [], refund: [], refunded: [], machines: [], relations: [] };

const shapes: ReadonlyMap<string, ExplainShape> = new Map([
  ['openapi2-notify', notify],
  ['openapi2-notify-refund', notify],
  ['openapi2-return', returned],
  ['openapi2-gateway-response', response],
  // @see Alipay open docs, App 支付同步通知参数
  [
    'openapi2-app-sync-result',
    {
      ...response,
      status: ['resultStatus'],
      summaries: {
        '9000': 'returned',
        '': 'returned',
        '8000': 'pending',
        '6004': 'pending',
        '5000': 'pending',
        '4000': 'failed',
        '6001': 'failed',
        '6002': 'failed',
      },
      time: ['timestamp'],
    },
  ],
  ['openapi3-response', { ...answer, status: [], summaries: { '': 'answered' } }],
  [
    'openapi2-agreement',
    {
      ...message,
      inside: [],
      status: ['status'],
      summaries: { NORMAL: 'agreed', UNSIGN: 'ended', '': 'other' },
      order: ['external_agreement_no', 'agreement_no'],
      buyer: ['alipay_logon_id', 'alipay_user_id', ...notify.buyer],
      time: ['unsign_time', 'sign_time', 'valid_time', 'notify_time'],
    },
  ],
  [
    'openapi2-fund-auth',
    {
      ...message,
      inside: [],
      status: ['notify_type'],
      summaries: { fund_auth_freeze: 'frozen', fund_auth_unfreeze: 'unfrozen', '': 'other' },
      holds: { of: ['frozen', 'unfrozen'], name: 'status', in: ['SUCCESS'], otherwise: 'other' },
      amount: ['amount'],
      order: ['out_order_no', 'out_request_no'],
      trade: ['auth_no'],
      buyer: ['payer_logon_id', 'payer_user_id'],
      time: ['gmt_trans', 'notify_time'],
      relations: fundAuthRelations,
    },
  ],
  ['openapi2-app-auth', { ...message, status: ['status'], summaries: { execute_auth: 'authorised', '': 'message' } }],
  ['openapi2-from-ant-message', message],
  ['openapi2-servicemarket', message],
  ['openapi2-service-notify', message],
  // The answer is XML signed with the application's own key: it cannot be given here. @see Alipay open docs, 生活号开发者网关
  ['life-account-gateway', { ...message, acknowledgement: null }],
  ['mapi-notify', mapi],
  ['mapi-notify-intl', mapi],
  ['mapi-return', mapiReturned],
  // @see Alipay MAPI documents, single_trade_query: the answer to a request of one's own
  [
    'mapi-response',
    {
      ...answer,
      inside: ['response'],
      status: ['is_success'],
      summaries: { T: 'answered', F: 'failed', '': 'answered' },
      relations: [],
      ids: mapi.ids,
    },
  ],
  ['mapi-wap-notify', { ...mapi, inside: ['notify_data'] }],
  ['mapi-wap-return', mapiReturned],
  ['mapi-securitypay-result', mapiReturned],
  ['mapi-batch-refund', { ...batch, summaries: { '': 'batch-refund' }, counts: { done: ['success_num'], undone: [] } }],
  [
    'mapi-batch-trans',
    {
      ...batch,
      summaries: { '': 'batch-paid' },
      counts: { done: ['success_details'], undone: ['fail_details'] },
      buyer: ['pay_account_no'],
    },
  ],
  // @see Ant International, notifyPayment: a JSON of its own, amounts in the smallest unit of their currency
  [
    'antom',
    {
      ...message,
      money: 'fen',
      inside: [],
      status: ['notifyType'],
      summaries: { PAYMENT_RESULT: 'paid', PAYMENT_PENDING: 'pending', '': 'message' },
      holds: { of: ['paid'], name: 'result.resultStatus', in: ['S'], otherwise: 'failed' },
      amount: ['paymentAmount.value'],
      currency: ['paymentAmount.currency'],
      order: ['paymentRequestId'],
      trade: ['paymentId'],
      topic: ['notifyType'],
      time: ['paymentTime', 'paymentCreateTime'],
      acknowledgement: { status: 200, body: '{"result":{"resultCode":"SUCCESS","resultStatus":"S","resultMessage":"success"}}' },
      repeats: { after: [120, 720, 1320, 4920, 12_120, 33_720, 87_720], source: 'Antom docs, Payment notifications (retries)' },
      once: ['paymentId'],
      ids: {},
      sent: null,
    },
  ],
  ['alipay-intl-spi', { ...message, inside: ['request'], acknowledgement: null, ids: {}, sent: null }],
]);

/** Anything else is a message of the open platform. */
export function shapeOf(dialect: string): ExplainShape {
  return shapes.get(dialect) ?? message;
}

/** For the test that every dialect has a shape of its own. */
export const shaped: ReadonlySet<string> = new Set(shapes.keys());

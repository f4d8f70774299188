/** How WeChat Pay's messages are explained. Amounts are whole fen, times carry their zone. What v3 encrypts: `events.ts`. */
import type { Reading } from '../../read/reading.ts';
import type { ExplainShape, Repeats } from '../shape.ts';
import { eventShape } from './events.ts';
import { CONTRACT_V2, REFUND_V2, TRADE } from './machines.ts';

/** 15s 15s 30s 3m 10m 20m 30m 30m 30m 60m 3h 3h 3h 6h 6h, added up: sixteen deliveries, v2 and v3 alike. */
const repeats: Repeats = {
  after: [15, 30, 60, 240, 840, 2040, 3840, 5640, 7440, 11_040, 21_840, 32_640, 43_440, 65_040, 86_640],
  within: 5,
  source: 'pay.weixin.qq.com/doc/v2/merchant/4011937248 (通知频率); pay.weixin.qq.com/docs/merchant/apis/h5-payment/payment-notice.html',
};

/** No page names the seconds for v2. */
const repeatsV2: Repeats = { after: repeats.after, source: repeats.source };

/** The last delivery is after 24 h 04 min; rounded up. */
const MINUTES = 25 * 60;

/** The envelope: what it is about is encrypted. @see pay.weixin.qq.com/doc/v3/merchant/4012791861 (支付成功通知) */
const v3: ExplainShape = {
  money: 'fen',
  zone: '+08:00',
  inside: [],
  status: ['event_type'],
  summaries: { '': 'sealed' },
  amount: [],
  refund: [],
  time: ['create_time'],
  order: [],
  trade: [],
  buyer: [],
  seller: [],
  subject: [],
  currency: [],
  topic: ['event_type', 'eventType'],
  refunded: [],
  machines: [],
  // The status alone counts. @see pay.weixin.qq.com/doc/v3/merchant/4012791861
  acknowledgement: { status: 204, body: '', or: 200 },
  repeats,
  relations: [],
  timesInOrder: [],
  ids: {},
  required: [
    ['id'],
    ['create_time'],
    ['resource_type'],
    ['event_type'],
    ['summary'],
    ['resource.algorithm'],
    ['resource.ciphertext'],
    ['resource.nonce'],
  ],
  expected: { app_id: [], seller_id: [], out_trade_no: [], total_amount: [] },
  once: ['id'],
  // The time of the body is that of the first delivery.
  sent: { time: ['create_time'], minutes: MINUTES },
  deliveries: {
    signed: 'Wechatpay-Timestamp',
    created: 'create_time',
    window: 300,
    source: 'pay.weixin.qq.com/doc/v3/merchant/4013053249 (时间戳)',
  },
  structures: {},
  source: 'pay.weixin.qq.com/doc/v3/merchant/4012791861',
};

/** Certificates, encrypted: an answer, no notification. */
const certificates: ExplainShape = {
  ...v3,
  status: [],
  summaries: { '': 'answered' },
  time: [],
  acknowledgement: null,
  required: [],
  once: [],
  sent: null,
};

/** @see pay.weixin.qq.com/wiki/doc/api/jsapi.php?chapter=9_7 */
const v2: ExplainShape = {
  money: 'fen',
  zone: '+08:00',
  inside: [],
  // Deductions say their state as well. @see pay.weixin.qq.com/wiki/doc/api/pap.php (扣款结果通知)
  status: ['trade_state', 'result_code', 'return_code'],
  summaries: {
    SUCCESS: 'paid',
    FAIL: 'failed',
    REFUND: 'refunding',
    NOTPAY: 'waiting',
    USERPAYING: 'waiting',
    ACCEPT: 'waiting',
    CLOSED: 'closed',
    REVOKED: 'closed',
    PAYERROR: 'failed',
    PAY_FAIL: 'failed',
  },
  // The first is about communication alone. @see pay.weixin.qq.com/wiki/doc/api/jsapi.php?chapter=9_7 return_code
  holds: { of: ['paid'], name: 'return_code', in: ['SUCCESS'], otherwise: 'failed' },
  amount: ['total_fee'],
  refund: [],
  time: ['time_end'],
  order: ['out_trade_no'],
  trade: ['transaction_id'],
  buyer: ['openid', 'sub_openid'],
  seller: ['sub_mch_id', 'mch_id'],
  subject: [],
  currency: ['fee_type'],
  currencies: { cash_fee: 'cash_fee_type' },
  topic: [],
  refunded: [],
  machines: [TRADE],
  acknowledgement: {
    status: 200,
    body: '<xml><return_code><![CDATA[SUCCESS]]></return_code><return_msg><![CDATA[OK]]></return_msg></xml>',
  },
  repeats: repeatsV2,
  relations: [
    {
      id: 'cash-within-total',
      left: [{ of: ['cash_fee'] }],
      is: 'at-most',
      right: [{ of: ['total_fee'] }],
      source: 'pay.weixin.qq.com/wiki/doc/api/jsapi.php?chapter=9_7 cash_fee',
    },
    {
      id: 'cash-equals-rest',
      left: [{ of: ['cash_fee'] }],
      is: 'equal',
      right: [{ of: ['total_fee'] }, { of: ['coupon_fee'], minus: true }],
      when: 'payment',
      soft: true,
      source: 'pay.weixin.qq.com/wiki/doc/api/jsapi.php?chapter=9_7 coupon_fee',
    },
  ],
  timesInOrder: [],
  ids: { transaction_id: '\\d{28,32}', mch_id: '\\d{8,10}' },
  signature: { value: 'sign', type: 'sign_type', lengths: { MD5: [32], 'HMAC-SHA256': [64] } },
  expected: {
    app_id: ['appid', 'sub_appid'],
    seller_id: ['mch_id', 'sub_mch_id'],
    out_trade_no: ['out_trade_no'],
    total_amount: ['total_fee'],
  },
  once: ['transaction_id'],
  sent: { time: ['time_end'], minutes: MINUTES },
  structures: {},
  source: 'pay.weixin.qq.com/wiki/doc/api/jsapi.php?chapter=9_7',
};

/** Nothing signs it: whether it opens is all there is. @see pay.weixin.qq.com/doc/v2/partner/4011989265 */
const v2Refund: ExplainShape = {
  ...v2,
  status: ['return_code'],
  summaries: { SUCCESS: 'sealed', FAIL: 'failed', '': 'sealed' },
  amount: [],
  time: [],
  order: [],
  trade: [],
  machines: [],
  relations: [],
  expected: { ...v2.expected, out_trade_no: [], total_amount: [] },
  event: 'REFUND',
  once: [],
  sent: null,
  source: 'pay.weixin.qq.com/doc/v2/partner/4011989265',
};

/** The same, opened. */
const v2Refunded: ExplainShape = {
  ...v2,
  status: ['refund_status'],
  summaries: { SUCCESS: 'refund-made', CHANGE: 'refund-abnormal', REFUNDCLOSE: 'refund-closed' },
  refund: ['settlement_refund_fee', 'refund_fee'],
  time: ['success_time'],
  trade: ['refund_id'],
  buyer: ['refund_recv_accout'],
  machines: [REFUND_V2],
  relations: [
    {
      id: 'refund-within-total',
      left: [{ of: ['refund_fee'] }],
      is: 'at-most',
      right: [{ of: ['total_fee'] }],
      source: 'pay.weixin.qq.com/doc/v2/partner/4011989265 refund_fee',
    },
  ],
  required: [
    ['transaction_id'],
    ['out_trade_no'],
    ['refund_id'],
    ['out_refund_no'],
    ['total_fee'],
    ['refund_fee'],
    ['settlement_refund_fee'],
    ['refund_status'],
    ['refund_recv_accout'],
    ['refund_account'],
    ['refund_request_source'],
  ],
  ids: { transaction_id: '\\d{28,32}' },
  expected: { ...v2.expected, app_id: [], seller_id: [] },
  once: ['refund_id'],
  sent: { time: ['success_time'], minutes: MINUTES },
  source: 'pay.weixin.qq.com/doc/v2/partner/4011989265',
};

/** @see pay.weixin.qq.com/wiki/doc/api/pap.php (签约、解约结果通知) */
const v2Contract: ExplainShape = {
  ...v2,
  status: ['change_type'],
  summaries: { ADD: 'agreed', DELETE: 'ended' },
  holds: { of: ['agreed', 'ended'], name: 'result_code', in: ['SUCCESS'], otherwise: 'failed' },
  amount: [],
  time: ['operate_time'],
  order: ['contract_code', 'contract_id'],
  machines: [CONTRACT_V2],
  relations: [],
  ids: { mch_id: '\\d{8,10}' },
  expected: { ...v2.expected, out_trade_no: ['contract_code'], total_amount: [] },
  // The same contract is signed and ended.
  once: [],
  sent: { time: ['operate_time'], minutes: MINUTES },
  source: 'pay.weixin.qq.com/wiki/doc/api/pap.php',
};

/** @see developers.weixin.qq.com, 接收普通消息 and 接收事件推送: five seconds, three times in all */
const message: ExplainShape = {
  ...v2,
  status: [],
  summaries: { '': 'message' },
  amount: [],
  time: ['CreateTime'],
  order: [],
  trade: [],
  buyer: [],
  seller: [],
  topic: ['Event', 'MsgType', 'InfoType'],
  machines: [],
  relations: [],
  ids: {},
  required: [],
  expected: { app_id: [], seller_id: [], out_trade_no: [], total_amount: [] },
  // Events have no id of their own.
  once: ['MsgId'],
  sent: null,
  acknowledgement: { status: 200, body: 'success' },
  repeats: { after: [5, 10, 15], within: 5, source: 'developers.weixin.qq.com, 接收消息: 五秒内收不到响应会断掉连接，重试三次' },
  source: 'developers.weixin.qq.com, 消息加解密说明',
};

/** The platform asks once whether the address is theirs: with `echostr`, which is the answer; WeCom encrypts it. */
function addressCheck({ pairs }: Reading): ExplainShape {
  const echo = pairs.find(({ name }) => name === 'echostr')?.value ?? '';
  const clear = !pairs.some(({ name }) => name === 'msg_signature');
  const { repeats: _, ...rest } = message;
  return { ...rest, summaries: { '': 'address-check' }, once: [], acknowledgement: clear ? { status: 200, body: echo } : null };
}

const has = ({ pairs }: Reading, name: string): boolean => pairs.some((pair) => pair.name === name);

/** By the dialect, and by whether the encrypted part is what is read. */
export function shapeOf(dialect: string, reading: Reading, around?: Reading): ExplainShape {
  switch (dialect) {
    case 'wechat-message':
      if (has(reading, 'echostr')) return addressCheck(reading);
      return has(reading, 'Encrypt') && !has(reading, 'MsgType') ? { ...message, summaries: { '': 'sealed' } } : message;
    case 'wechatpay-v2-refund':
      return has(reading, 'refund_status') || has(reading, 'refund_id') ? v2Refunded : v2Refund;
    case 'wechatpay-v2-contract':
      return v2Contract;
    case 'wechatpay-v3-certificates':
      return certificates;
    case 'wechatpay-v2':
      return v2;
    default:
      if (has(reading, 'resource') && !around) return v3;
      return eventShape(reading, around, v3) ?? { ...v3, summaries: {} };
  }
}

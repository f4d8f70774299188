/** How WeChat Pay's messages are explained. Amounts are whole fen, times carry their zone. */
import type { ExplainShape } from '../shape.ts';

/** @see pay.weixin.qq.com/doc/v3/merchant/4012791861 (支付成功通知) */
const v3: ExplainShape = {
  money: 'fen',
  zone: '+08:00',
  inside: [],
  status: ['trade_state', 'refund_status', 'state', 'event_type'],
  summaries: {
    SUCCESS: 'paid',
    'TRANSACTION.SUCCESS': 'paid',
    NOTPAY: 'waiting',
    USERPAYING: 'waiting',
    CLOSED: 'closed',
    REVOKED: 'closed',
    PAYERROR: 'failed',
    REFUND: 'refunding',
    PROCESSING: 'refunding',
    ABNORMAL: 'refund-failed',
    CHANGE: 'refund-failed',
    'REFUND.SUCCESS': 'refunded-part',
    'REFUND.ABNORMAL': 'refund-failed',
    'REFUND.CLOSED': 'refund-failed',
  },
  amount: ['amount.total', 'total_amount', 'total_fee'],
  refund: ['amount.refund', 'settlement_refund_fee', 'refund_fee'],
  time: ['success_time', 'time_end', 'create_time'],
  order: ['out_trade_no', 'out_order_no', 'combine_out_trade_no', 'out_bill_no', 'out_refund_no'],
  trade: ['transaction_id', 'order_id', 'refund_id', 'transfer_bill_no'],
  buyer: ['payer.openid', 'openid', 'payer.sp_openid', 'combine_payer_info.openid'],
  seller: ['mchid', 'mch_id', 'sub_mchid', 'sp_mchid', 'combine_mchid'],
  subject: ['attach', 'summary'],
  currency: ['amount.currency', 'fee_type'],
  topic: ['event_type', 'summary'],
  refunded: ['refund_id', 'refund_status'],
  states: [],
  // The status code alone counts. @see pay.weixin.qq.com/doc/v3/merchant/4012791861
  acknowledgement: { status: 204, body: '' },
  relations: [
    {
      id: 'refund-within-total',
      left: [{ of: ['amount.refund'] }],
      is: 'at-most',
      right: [{ of: ['amount.total'] }],
      when: 'refund',
      source: 'pay.weixin.qq.com/doc/v3/merchant/4012791865 amount',
    },
    {
      id: 'payer-within-total',
      left: [{ of: ['amount.payer_total'] }],
      is: 'at-most',
      right: [{ of: ['amount.total'] }],
      when: 'payment',
      source: 'pay.weixin.qq.com/doc/v3/merchant/4012791861 amount',
    },
  ],
  timesInOrder: [],
  ids: { transaction_id: '\\d{28,32}', mchid: '\\d{8,10}', mch_id: '\\d{8,10}' },
  expected: {
    app_id: ['appid', 'sub_appid', 'sp_appid', 'combine_appid'],
    seller_id: ['mchid', 'mch_id', 'sub_mchid', 'sub_mch_id', 'sp_mchid', 'combine_mchid'],
    out_trade_no: ['out_trade_no', 'combine_out_trade_no'],
    total_amount: ['amount.total', 'total_fee'],
  },
  // Sixteen deliveries, the last after 24 h 04 min; the time of the body is that of the first.
  sent: { time: ['create_time'], minutes: 25 * 60 },
  deliveries: {
    signed: 'Wechatpay-Timestamp',
    created: 'create_time',
    // 15s 15s 30s 3m 10m 20m 30m 30m 30m 60m 3h 3h 3h 6h 6h, added up.
    after: [15, 30, 60, 240, 840, 2040, 3840, 5640, 7440, 11040, 21840, 32640, 43440, 65040, 86640],
    window: 300,
    source: 'pay.weixin.qq.com/doc/v2/merchant/4011937248 (通知频率); 4013053249 (时间戳)',
  },
  structures: {},
  source: 'pay.weixin.qq.com/doc/v3/merchant/4012791861',
};

/** @see pay.weixin.qq.com/wiki/doc/api/jsapi.php?chapter=9_7 */
const v2: ExplainShape = {
  ...v3,
  status: ['refund_status', 'trade_state', 'result_code', 'return_code', 'change_type'],
  summaries: { ...v3.summaries, FAIL: 'failed', REFUNDCLOSE: 'refund-failed', ADD: 'agreed', DELETE: 'ended' },
  acknowledgement: {
    status: 200,
    body: '<xml><return_code><![CDATA[SUCCESS]]></return_code><return_msg><![CDATA[OK]]></return_msg></xml>',
  },
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
    {
      id: 'refund-within-total',
      left: [{ of: ['refund_fee'] }],
      is: 'at-most',
      right: [{ of: ['total_fee'] }],
      when: 'refund',
      source: 'pay.weixin.qq.com/doc/v2/partner/4011989265 refund_fee',
    },
  ],
  signature: { value: 'sign', type: 'sign_type', lengths: { MD5: [32], 'HMAC-SHA256': [64] } },
  sent: { time: ['time_end', 'operate_time'], minutes: 25 * 60 },
};

export function shapeOf(dialect: string): ExplainShape {
  if (dialect === 'wechat-message')
    return {
      ...v2,
      summaries: { '': 'message' },
      status: [],
      relations: [],
      ids: {},
      sent: null,
      acknowledgement: { status: 200, body: 'success' },
    };
  return dialect.startsWith('wechatpay-v2') ? v2 : v3;
}

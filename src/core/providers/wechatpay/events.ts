/** What the encrypted part of a v3 notification says, by event: which parameter is the amount, which states it has, what cannot be missing. */
import type { Reading } from '../../read/reading.ts';
import type { ExplainShape, NameList, Relation } from '../shape.ts';
import { BATCH, CONTRACT, COUPON, PARKING, REFUND, SCORE, SERVICE, TRADE, TRANSFER } from './machines.ts';

type EventShape = Partial<ExplainShape> & Pick<ExplainShape, 'source'>;

const DOCS = 'pay.weixin.qq.com/doc/v3/merchant';
const only = (...names: readonly string[]): readonly NameList[] => names.map((name) => [name]);

const mchid: NameList = ['mchid', 'sp_mchid', 'sub_mchid', 'mch_id'];
const ids = { transaction_id: '\\d{28,32}', mchid: '\\d{8,10}', sp_mchid: '\\d{8,10}', sub_mchid: '\\d{8,10}' };

const within = (id: Relation['id'], part: string, whole: string, source: string): Relation => ({
  id,
  left: [{ of: [part] }],
  is: 'at-most',
  right: [{ of: [whole] }],
  source,
});

const TRADE_STATES: ExplainShape['summaries'] = {
  SUCCESS: 'paid',
  NOTPAY: 'waiting',
  USERPAYING: 'waiting',
  ACCEPT: 'waiting',
  CLOSED: 'closed',
  REVOKED: 'closed',
  PAYERROR: 'failed',
  REFUND: 'refunding',
};

const transaction: EventShape = {
  status: ['trade_state'],
  summaries: TRADE_STATES,
  amount: ['amount.total'],
  time: ['success_time'],
  order: ['out_trade_no'],
  trade: ['transaction_id'],
  buyer: ['payer.openid', 'payer.sp_openid', 'payer.sub_openid'],
  seller: ['sub_mchid', ...mchid],
  currency: ['amount.currency'],
  currencies: { 'amount.payer_total': 'amount.payer_currency' },
  machines: [TRADE],
  required: [
    mchid,
    ['appid', 'sp_appid'],
    ...only('out_trade_no', 'transaction_id', 'trade_type', 'trade_state', 'trade_state_desc', 'bank_type', 'success_time'),
    ['payer.openid', 'payer.sp_openid', 'payer.sub_openid'],
    ...only('amount.total', 'amount.payer_total'),
  ],
  agrees: { name: 'trade_state', in: ['SUCCESS'] },
  relations: [
    within('payer-within-total', 'amount.payer_total', 'amount.total', `${DOCS}/4012791861 amount`),
    {
      id: 'promotions-equal-rest',
      left: [{ list: 'promotion_detail', member: 'amount' }],
      is: 'equal',
      right: [{ of: ['amount.total'] }, { of: ['amount.payer_total'], minus: true }],
      soft: true,
      source: `${DOCS}/4012791861 promotion_detail`,
    },
  ],
  ids: { ...ids, appid: 'wx[0-9a-f]{16}' },
  expected: {
    app_id: ['appid', 'sub_appid', 'sp_appid'],
    seller_id: ['mchid', 'sub_mchid', 'sp_mchid'],
    out_trade_no: ['out_trade_no'],
    total_amount: ['amount.total'],
  },
  once: ['transaction_id'],
  source: `${DOCS}/4012791861 (支付成功通知)`,
};

/** One payment of several orders; there is no total. */
const combined: EventShape = {
  status: ['sub_orders[0].trade_state'],
  summaries: { ...TRADE_STATES, SUCCESS: 'paid-combined' },
  sum: { list: 'sub_orders', member: 'amount.total_amount' },
  counts: { done: ['sub_orders'], undone: [] },
  time: ['sub_orders[0].success_time'],
  order: ['combine_out_trade_no'],
  trade: ['sub_orders[0].transaction_id'],
  buyer: ['combine_payer_info.openid'],
  seller: ['combine_mchid'],
  currency: ['sub_orders[0].amount.currency'],
  machines: [TRADE],
  required: only(
    'combine_appid',
    'combine_mchid',
    'combine_out_trade_no',
    'combine_payer_info.openid',
    'sub_orders[0].mchid',
    'sub_orders[0].trade_state',
    'sub_orders[0].out_trade_no',
    'sub_orders[0].transaction_id',
    'sub_orders[0].amount.total_amount',
  ),
  agrees: { name: 'sub_orders[0].trade_state', in: ['SUCCESS'] },
  ids: { combine_appid: 'wx[0-9a-f]{16}', combine_mchid: '\\d{8,10}' },
  expected: { app_id: ['combine_appid'], seller_id: ['combine_mchid'], out_trade_no: ['combine_out_trade_no'], total_amount: [] },
  once: ['combine_out_trade_no'],
  source: 'pay.weixin.qq.com/docs/merchant/apis/combine-payment (支付通知)',
};

/** Deductions, parking and education fees. */
const deduction = (id: 'failed' | 'paid-back'): EventShape => ({
  ...withoutEvent(transaction),
  status: [],
  summaries: { '': id },
  machines: [],
  required: [],
  source: `${DOCS}, 委托代扣 and 停车服务: 扣款结果通知`,
});

const refund = (state: string): EventShape => ({
  status: ['refund_status'],
  summaries: { SUCCESS: 'refund-made', ABNORMAL: 'refund-abnormal', CLOSED: 'refund-closed', PROCESSING: 'refunding' },
  amount: ['amount.total'],
  refund: ['amount.refund'],
  time: ['success_time'],
  order: ['out_trade_no'],
  trade: ['refund_id'],
  buyer: ['user_received_account'],
  seller: ['sub_mchid', ...mchid],
  machines: [REFUND],
  required: [
    mchid,
    ...only('out_trade_no', 'transaction_id', 'out_refund_no', 'refund_id', 'refund_status', 'user_received_account'),
    ...only('amount.total', 'amount.refund', 'amount.payer_total', 'amount.payer_refund'),
    ...(state === 'SUCCESS' ? only('success_time') : []),
  ],
  ...(state === '' ? {} : { agrees: { name: 'refund_status', in: [state] } }),
  relations: [
    within('refund-within-total', 'amount.refund', 'amount.total', `${DOCS}/4012791865 amount`),
    within('payer-refund-within-refund', 'amount.payer_refund', 'amount.refund', `${DOCS}/4012791865 amount`),
  ],
  ids,
  expected: { app_id: [], seller_id: ['mchid', 'sub_mchid', 'sp_mchid'], out_trade_no: ['out_trade_no'], total_amount: ['amount.total'] },
  once: ['refund_id'],
  source: `${DOCS}/4012791865 (退款结果通知)`,
});

/** @see pay.weixin.qq.com/doc/v3/merchant, 微信支付分: 授权与解除授权通知 */
const service = (state: string): EventShape => ({
  status: ['user_service_status'],
  summaries: {
    USER_OPEN_SERVICE: 'service-opened',
    USER_CLOSE_SERVICE: 'service-closed',
    '': state === 'USER_CLOSE_SERVICE' ? 'service-closed' : 'service-opened',
  },
  time: ['openorclose_time'],
  order: ['out_request_no'],
  trade: ['authorization_code'],
  buyer: ['openid'],
  seller: ['mchid'],
  machines: [SERVICE],
  required: only('appid', 'mchid', 'service_id', 'openid', 'user_service_status', 'openorclose_time'),
  agrees: { name: 'user_service_status', in: [state] },
  ids: { mchid: '\\d{8,10}' },
  expected: { app_id: ['appid'], seller_id: ['mchid'], out_trade_no: ['out_request_no'], total_amount: [] },
  source: `${DOCS}, 微信支付分: 开启与解除授权服务回调通知`,
});

/** Orders of WeChat Pay score. The order is done before it is paid. */
const score = (states: readonly string[], paid: boolean): EventShape => ({
  status: ['state'],
  summaries: {
    CREATED: 'score-waiting',
    DOING: 'score-confirmed',
    DONE: paid ? 'score-paid' : 'score-owed',
    REVOKED: 'score-ended',
    EXPIRED: 'score-ended',
  },
  holds: { of: ['score-paid'], name: 'collection.state', in: ['USER_PAID'], otherwise: 'score-owed' },
  amount: ['total_amount'],
  time: ['collection.details[0].paid_time', 'time_range.end_time'],
  order: ['out_order_no'],
  trade: ['order_id'],
  buyer: ['openid'],
  seller: ['mchid'],
  machines: [SCORE],
  required: only('appid', 'mchid', 'out_order_no', 'service_id', 'openid', 'state', 'order_id'),
  agrees: { name: 'state', in: states },
  relations: [
    {
      id: 'score-adds-up',
      left: [{ of: ['total_amount'] }],
      is: 'equal',
      right: [
        { list: 'post_payments', member: 'amount' },
        { list: 'post_discounts', member: 'amount', minus: true },
      ],
      soft: true,
      source: `${DOCS}, 微信支付分: total_amount`,
    },
    {
      id: 'collection-adds-up',
      left: [{ of: ['collection.paid_amount'] }, { of: ['collection.paying_amount'], optional: true }],
      is: 'equal',
      right: [{ of: ['collection.total_amount'] }],
      source: `${DOCS}, 微信支付分: collection`,
    },
  ],
  ids: { mchid: '\\d{8,10}' },
  expected: { app_id: ['appid'], seller_id: ['mchid'], out_trade_no: ['out_order_no'], total_amount: ['total_amount'] },
  once: ['order_id'],
  source: `${DOCS}, 微信支付分: 确认订单与支付成功回调通知`,
});

const transfer: EventShape = {
  status: ['state'],
  summaries: {
    SUCCESS: 'transferred',
    FAIL: 'transfer-failed',
    CANCELLED: 'transfer-cancelled',
    ACCEPTED: 'transfer-pending',
    PROCESSING: 'transfer-pending',
    WAIT_USER_CONFIRM: 'transfer-pending',
    TRANSFERING: 'transfer-pending',
    CANCELING: 'transfer-pending',
  },
  amount: ['transfer_amount'],
  time: ['update_time', 'create_time'],
  order: ['out_bill_no'],
  trade: ['transfer_bill_no'],
  buyer: ['openid'],
  seller: mchid,
  machines: [TRANSFER],
  required: [['mchid', 'mch_id'], ...only('out_bill_no', 'transfer_bill_no', 'state', 'transfer_amount', 'create_time', 'update_time')],
  agrees: { name: 'state', in: ['SUCCESS', 'FAIL', 'CANCELLED'] },
  timesInOrder: [['create_time', 'update_time']],
  ids: { mchid: '\\d{8,10}', mch_id: '\\d{8,10}' },
  expected: { app_id: [], seller_id: ['mchid', 'mch_id'], out_trade_no: ['out_bill_no'], total_amount: ['transfer_amount'] },
  once: ['transfer_bill_no'],
  source: `${DOCS}, 商家转账: 商家转账回调通知`,
};

const batch = (state: string): EventShape => ({
  status: ['batch_status'],
  summaries: { FINISHED: 'transfer-batch', CLOSED: 'transfer-batch-closed', '': 'transfer-pending' },
  amount: ['total_amount'],
  counts: { done: ['success_num'], undone: ['fail_num'] },
  time: ['update_time'],
  order: ['out_batch_no'],
  trade: ['batch_id'],
  seller: mchid,
  machines: [BATCH],
  required: only('mchid', 'out_batch_no', 'batch_id', 'batch_status', 'total_num', 'total_amount', 'update_time'),
  agrees: { name: 'batch_status', in: [state] },
  relations: [
    {
      id: 'batch-adds-up',
      left: [{ of: ['success_amount'] }, { of: ['fail_amount'] }],
      is: 'equal',
      right: [{ of: ['total_amount'] }],
      source: `${DOCS}, 商家转账到零钱: 批次完成通知`,
    },
  ],
  ids: { mchid: '\\d{8,10}' },
  expected: { app_id: [], seller_id: ['mchid'], out_trade_no: ['out_batch_no'], total_amount: ['total_amount'] },
  once: ['batch_id'],
  source: `${DOCS}, 商家转账到零钱: 批次完成与关闭通知`,
});

const couponUsed: EventShape = {
  status: ['status'],
  summaries: { '': 'coupon-used' },
  amount: ['normal_coupon_information.coupon_amount'],
  time: ['consume_information.consume_time'],
  order: ['coupon_id'],
  trade: ['consume_information.transaction_id'],
  seller: ['consume_information.consume_mchid', 'stock_creator_mchid'],
  machines: [COUPON],
  required: only('stock_creator_mchid', 'stock_id', 'coupon_id', 'coupon_name', 'status', 'consume_information.transaction_id'),
  agrees: { name: 'status', in: ['USED'] },
  expected: { app_id: [], seller_id: ['stock_creator_mchid'], out_trade_no: [], total_amount: [] },
  once: ['coupon_id'],
  source: `${DOCS}, 代金券: 核销事件回调通知`,
};

const couponSent: EventShape = {
  status: [],
  summaries: { '': 'coupon-sent' },
  time: ['send_time'],
  order: ['coupon_code'],
  buyer: ['openid'],
  required: only('coupon_code', 'stock_id', 'send_time'),
  once: ['coupon_code'],
  source: `${DOCS}, 商家券: 领券事件回调通知`,
};

const complaint: EventShape = {
  status: [],
  summaries: { '': 'complained' },
  order: ['complaint_id'],
  required: only('complaint_id', 'action_type'),
  source: `${DOCS}, 消费者投诉: 投诉通知回调`,
};

const sharing = (id: 'shared' | 'share-returned'): EventShape => ({
  status: [],
  summaries: { '': id },
  amount: ['receiver.amount'],
  time: ['success_time'],
  order: ['out_order_no'],
  trade: ['order_id'],
  buyer: ['receiver.account'],
  seller: ['sub_mchid', ...mchid],
  required: [mchid, ...only('transaction_id', 'order_id', 'out_order_no', 'receiver.account', 'receiver.amount', 'success_time')],
  ids,
  expected: {
    app_id: [],
    seller_id: ['mchid', 'sub_mchid', 'sp_mchid'],
    out_trade_no: ['out_order_no'],
    total_amount: ['receiver.amount'],
  },
  once: ['order_id'],
  source: `${DOCS}, 分账: 分账动账通知`,
});

const violation: EventShape = {
  status: [],
  summaries: { '': 'violation' },
  time: ['punish_time'],
  order: ['record_id'],
  seller: ['sub_mchid'],
  required: only('sub_mchid', 'company_name', 'record_id'),
  expected: { app_id: [], seller_id: ['sub_mchid'], out_trade_no: [], total_amount: [] },
  once: ['record_id'],
  source: `${DOCS}, 商户违规通知回调`,
};

const parking: EventShape = {
  status: ['parking_state'],
  summaries: { '': 'parked' },
  time: ['state_update_time', 'start_time'],
  order: ['out_parking_no'],
  trade: ['parking_id'],
  buyer: ['plate_number'],
  seller: mchid,
  machines: [PARKING],
  required: only('parking_id', 'out_parking_no', 'plate_number', 'parking_state'),
  source: `${DOCS}, 停车服务: 停车入场状态变更通知`,
};

const contract = (state: string): EventShape => ({
  status: ['contract_state'],
  summaries: { SIGNED: 'agreed', TERMINATED: 'ended', '': state === 'TERMINATED' ? 'ended' : 'agreed' },
  time: state === 'TERMINATED' ? ['contract_terminated_time'] : ['contract_signed_time'],
  order: ['out_contract_code', 'contract_id'],
  trade: ['contract_id'],
  buyer: ['openid', 'contract_display_account'],
  seller: mchid,
  machines: [CONTRACT],
  required: only('contract_id', 'plan_id', 'out_contract_code', 'contract_state'),
  agrees: { name: 'contract_state', in: [state] },
  timesInOrder: [['contract_signed_time', 'contract_terminated_time']],
  expected: { app_id: ['appid'], seller_id: ['mchid', 'sp_mchid', 'sub_mchid'], out_trade_no: ['out_contract_code'], total_amount: [] },
  source: `${DOCS}, 委托代扣: 签约与解约通知`,
});

/** By `event_type`. Events that are named in documents without their content are shown as what they are, field by field. */
export const EVENTS: ReadonlyMap<string, EventShape> = new Map([
  ['TRANSACTION.SUCCESS', transaction],
  ['TRANSACTION.FAIL', deduction('failed')],
  ['TRANSACTION.PAY_BACK', deduction('paid-back')],
  ['REFUND.SUCCESS', refund('SUCCESS')],
  ['REFUND.ABNORMAL', refund('ABNORMAL')],
  ['REFUND.CLOSED', refund('CLOSED')],
  ['PAYSCORE.USER_OPEN_SERVICE', service('USER_OPEN_SERVICE')],
  ['PAYSCORE.USER_CLOSE_SERVICE', service('USER_CLOSE_SERVICE')],
  ['PAYSCORE.USER_CONFIRM', score(['DOING'], false)],
  ['PAYSCORE.USER_PAID', score(['DONE'], true)],
  ['MCHTRANSFER.BILL.FINISHED', transfer],
  ['MCHTRANSFER.QQWALLETBILL.FINISHED', transfer],
  ['MCHTRANSFER.BATCH.FINISHED', batch('FINISHED')],
  ['MCHTRANSFER.BATCH.CLOSED', batch('CLOSED')],
  ['COUPON.USE', couponUsed],
  ['COUPON.SEND', couponSent],
  ['COMPLAINT.CREATE', complaint],
  ['COMPLAINT.STATE_CHANGE', complaint],
  ['PROFITSHARING.SUCCESS', sharing('shared')],
  ['PROFITSHARING.RETURN', sharing('share-returned')],
  ['VIOLATION.PUNISH', violation],
  ['VIOLATION.INTERCEPT', violation],
  ['VIOLATION.APPEAL', violation],
  ['VEHICLE.ENTRANCE_STATE_CHANGE', parking],
  ['ENTRUST.SIGN', contract('SIGNED')],
  ['ENTRUST.TERMINATE', contract('TERMINATED')],
  ['INSURANCE_ENTRUST.SIGN', contract('SIGNED')],
  ['INSURANCE_ENTRUST.TERMINATE', contract('TERMINATED')],
  ['ECOMMERCE_ENTRUST.SIGN', contract('SIGNED')],
  ['ECOMMERCE_ENTRUST.TERMINATE', contract('TERMINATED')],
]);

/** What the content itself gives away, where no event says it: only a parameter that no other event has. */
const TELLING: readonly (readonly [name: string, shape: EventShape])[] = [
  ['trade_state', transaction],
  ['refund_status', refund('')],
  ['user_service_status', withoutEvent(service(''))],
  ['service_id', withoutEvent(score([], false))],
  ['transfer_bill_no', withoutEvent(transfer)],
  ['batch_status', withoutEvent(batch(''))],
  ['complaint_id', complaint],
  ['contract_state', withoutEvent(contract(''))],
  ['parking_state', parking],
];

function withoutEvent({ agrees: _, ...shape }: EventShape): EventShape {
  return shape;
}

/** Shown field by field, and called by its name. */
const UNKNOWN: EventShape = {
  status: [],
  summaries: { '': 'event' },
  order: ['out_trade_no', 'out_order_no', 'out_refund_no', 'out_bill_no', 'out_request_no', 'out_contract_code'],
  trade: ['transaction_id', 'order_id', 'refund_id'],
  time: ['success_time', 'update_time'],
  required: [],
  source: `${DOCS}, 回调通知 of each product`,
};

const valueOf = ({ pairs }: Reading, ...names: readonly string[]): string | undefined =>
  pairs.find(({ name }) => names.includes(name))?.value;

/**
 * `around` says the event; without it the content alone tells, or nothing does: null. Never by `summary`: it is for people.
 * Beans rename parameters, and are named in the diagnosis.
 */
export function eventShape(reading: Reading, around: Reading | undefined, envelope: ExplainShape): ExplainShape | null {
  const event = around && valueOf(around, 'event_type', 'eventType');
  const has = (name: string): boolean => valueOf(reading, name) !== undefined;
  const told = has('combine_out_trade_no')
    ? combined
    : ((event === undefined ? undefined : EVENTS.get(event)) ?? TELLING.find(([name]) => has(name))?.[1] ?? (around ? UNKNOWN : null));
  if (!told) return null;
  const { deliveries: _, ...rest } = envelope;
  return { ...rest, sent: null, required: [], once: [], ...told, ...(event === undefined ? {} : { event: event.slice(0, 64) }) };
}

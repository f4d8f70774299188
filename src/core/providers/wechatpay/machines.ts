/** The lives of which a WeChat Pay status is a moment: stages in their order, rivals beside each other. */
import type { Machine } from '../shape.ts';

/** @see pay.weixin.qq.com/doc/v3/merchant/4012791861 trade_state */
export const TRADE: Machine = {
  id: 'trade',
  stages: [['NOTPAY', 'USERPAYING', 'ACCEPT'], ['SUCCESS', 'CLOSED', 'REVOKED', 'PAYERROR'], ['REFUND']],
  source: 'pay.weixin.qq.com/doc/v3/merchant/4012791861 trade_state',
};

/** @see pay.weixin.qq.com/doc/v3/merchant/4012791865 refund_status */
export const REFUND: Machine = {
  id: 'refund',
  stages: [['PROCESSING'], ['SUCCESS', 'ABNORMAL', 'CLOSED']],
  source: 'pay.weixin.qq.com/doc/v3/merchant/4012791865 refund_status',
};

export const REFUND_V2: Machine = {
  id: 'refund-v2',
  stages: [['SUCCESS', 'CHANGE', 'REFUNDCLOSE']],
  source: 'pay.weixin.qq.com/doc/v2/partner/4011989265 refund_status',
};

/** Orders of WeChat Pay score. */
export const SCORE: Machine = {
  id: 'score',
  stages: [['CREATED'], ['DOING'], ['DONE', 'REVOKED', 'EXPIRED']],
  source: 'pay.weixin.qq.com/doc/v3/merchant, 微信支付分: 订单状态 state',
};

/** Whether a user has authorised the service. */
export const SERVICE: Machine = {
  id: 'service',
  stages: [['USER_OPEN_SERVICE'], ['USER_CLOSE_SERVICE']],
  source: 'pay.weixin.qq.com/doc/v3/merchant, 微信支付分: 授权与解除授权通知 user_service_status',
};

export const TRANSFER: Machine = {
  id: 'transfer',
  stages: [['ACCEPTED', 'PROCESSING'], ['WAIT_USER_CONFIRM'], ['TRANSFERING', 'CANCELING'], ['SUCCESS', 'FAIL', 'CANCELLED']],
  source: 'pay.weixin.qq.com/doc/v3/merchant, 商家转账: 单据状态 state',
};

export const BATCH: Machine = {
  id: 'transfer-batch',
  stages: [['WAIT_PAY'], ['ACCEPTED'], ['PROCESSING'], ['FINISHED', 'CLOSED']],
  source: 'pay.weixin.qq.com/doc/v3/merchant, 商家转账到零钱: 批次状态 batch_status',
};

export const CONTRACT: Machine = {
  id: 'contract',
  stages: [['SIGNED'], ['TERMINATED']],
  source: 'pay.weixin.qq.com/doc/v3/merchant, 委托代扣: contract_state',
};

export const CONTRACT_V2: Machine = {
  id: 'contract-v2',
  stages: [['ADD'], ['DELETE']],
  source: 'pay.weixin.qq.com/wiki/doc/api/pap.php (签约、解约结果通知) change_type',
};

export const COUPON: Machine = {
  id: 'coupon',
  stages: [['SENDED'], ['USED', 'EXPIRED']],
  source: 'pay.weixin.qq.com/doc/v3/merchant, 代金券: status',
};

/** Whether a car may leave unpaid: the answer to its entry. */
export const PARKING: Machine = {
  id: 'parking',
  stages: [['NORMAL', 'BLOCKED']],
  source: 'pay.weixin.qq.com/doc/v3/merchant, 停车服务: parking_state',
};

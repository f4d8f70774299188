/** In Chinese: every state of a trade, a refund, a transfer and the like: what it means and what to do. */
import type { Explaining } from './words.ts';

export const states: Explaining['states'] = {
  'alipay-trade': {
    WAIT_BUYER_PAY: { label: '等待付款', note: '交易已创建' },
    TRADE_SUCCESS: { label: '支付成功', note: '可退款' },
    TRADE_FINISHED: { label: '交易结束', note: '不可退款' },
    TRADE_CLOSED: { label: '交易关闭', note: '超时未付或全额退款' },
  },
  'alipay-escrow': {
    WAIT_BUYER_PAY: { label: '等待付款', note: '交易已创建，不要发货。' },
    WAIT_SELLER_SEND_GOODS: { label: '等待发货', note: '买家已付款，由支付宝保管，可以发货。' },
    WAIT_BUYER_CONFIRM_GOODS: { label: '等待确认收货', note: '已发货，买家确认后才到账。' },
    TRADE_FINISHED: { label: '交易结束', note: '买家已确认，款项到账。' },
    TRADE_CLOSED: { label: '交易关闭', note: '超时未付或已全额退款。' },
  },
  trade: {
    NOTPAY: { label: '未支付', note: '还没有付款，不要发货。' },
    USERPAYING: { label: '支付中', note: '用户正在输密码，先不要发货，稍后查询。' },
    ACCEPT: { label: '等待扣款', note: '已接收，还没有扣款，等下一次通知。' },
    SUCCESS: { label: '支付成功', note: '钱已收到，核对无误后发货；仍可退款。' },
    CLOSED: { label: '已关闭', note: '没有付款，这个订单号不能再用来支付。' },
    REVOKED: { label: '已撤销', note: '付款码支付已撤销，没有收款。' },
    PAYERROR: { label: '支付失败', note: '扣款没有成功，请用户换一种方式支付。' },
    REFUND: { label: '转入退款', note: '这笔订单发生过退款，金额以退款单为准。' },
  },
  refund: {
    PROCESSING: { label: '退款处理中', note: '还没有结果，等通知或查询退款单。' },
    SUCCESS: { label: '退款成功', note: '钱已退回用户，更新本地退款单。' },
    ABNORMAL: { label: '退款异常', note: '钱没有退到用户账户，到商户平台人工处理。' },
    CLOSED: { label: '退款关闭', note: '没有退款，查明原因后可重新申请。' },
  },
  'refund-v2': {
    SUCCESS: { label: '退款成功', note: '钱已退回用户，更新本地退款单。' },
    CHANGE: { label: '退款异常', note: '钱没有退到用户账户，到商户平台人工处理。' },
    REFUNDCLOSE: { label: '退款关闭', note: '没有退款，查明原因后可重新申请。' },
  },
  score: {
    CREATED: { label: '已创建', note: '等用户确认，先不要提供服务。' },
    DOING: { label: '进行中', note: '用户已确认，可以提供服务，还没有扣款。' },
    DONE: { label: '已完结', note: '是否收到钱，看 collection.state。' },
    REVOKED: { label: '已取消', note: '订单取消，不会扣款。' },
    EXPIRED: { label: '已过期', note: '用户没有及时确认，需要时重新创建。' },
  },
  service: {
    USER_OPEN_SERVICE: { label: '已授权', note: '保存授权关系，之后可以创建订单。' },
    USER_CLOSE_SERVICE: { label: '已解除授权', note: '删除授权关系，不要再凭它创建订单。' },
  },
  transfer: {
    ACCEPTED: { label: '已受理', note: '转账单已受理。' },
    PROCESSING: { label: '锁定资金中', note: '资金处理中，余额不足时充值后可继续。' },
    WAIT_USER_CONFIRM: { label: '待用户确认', note: '资金已锁定，请用户确认收款。' },
    TRANSFERING: { label: '转账中', note: '用户已确认，等终态通知，不要重复转账。' },
    CANCELING: { label: '撤销中', note: '正在撤销，等终态通知。' },
    SUCCESS: { label: '转账成功', note: '钱已到用户账户。' },
    FAIL: { label: '转账失败', note: '钱没有付出，按 fail_reason 处理。' },
    CANCELLED: { label: '已撤销', note: '商户撤销成功，钱没有付出。' },
  },
  'transfer-batch': {
    WAIT_PAY: { label: '待付款', note: '等商户管理员确认付款。' },
    ACCEPTED: { label: '已受理', note: '批次已受理。' },
    PROCESSING: { label: '转账中', note: '还没有结束，等终态通知。' },
    FINISHED: { label: '已完成', note: '有了结果，但每笔可能成功也可能失败。' },
    CLOSED: { label: '已关闭', note: '批次没有转账，原因见 close_reason。' },
  },
  contract: {
    SIGNED: { label: '已签约', note: '保存协议号，之后可以据此扣款。' },
    TERMINATED: { label: '已解约', note: '不能再据此扣款。' },
  },
  'contract-v2': {
    ADD: { label: '签约', note: '保存协议号，之后可以据此扣款。' },
    DELETE: { label: '解约', note: '不能再据此扣款。' },
  },
  coupon: {
    SENDED: { label: '可用', note: '已发放，还没有使用。' },
    USED: { label: '已核销', note: '券已用掉，核对所付的订单。' },
    EXPIRED: { label: '已过期', note: '没有使用，已经失效。' },
  },
  parking: {
    NORMAL: { label: '正常', note: '离场时可以自动扣费。' },
    BLOCKED: { label: '不可用', note: '暂不能自动扣费，请用别的方式收费。' },
  },
};

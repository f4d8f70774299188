/** The sentence that each v3 event carries: known, so it can be put back where it was lost. */

/** What WeChat Pay writes as `summary`. @see pay.weixin.qq.com/doc/v3, 通知报文 examples of each product */
export const SUMMARIES: Readonly<Record<string, readonly string[]>> = {
  'TRANSACTION.SUCCESS': ['支付成功'],
  'TRANSACTION.FAIL': ['支付失败'],
  'TRANSACTION.PAY_BACK': ['还款成功', '回款成功'],
  'REFUND.SUCCESS': ['退款成功'],
  'REFUND.ABNORMAL': ['退款异常'],
  'REFUND.CLOSED': ['退款关闭'],
  'PAYSCORE.USER_OPEN_SERVICE': ['签约成功', '开启服务成功', '用户开启服务'],
  'PAYSCORE.USER_CLOSE_SERVICE': ['解约成功', '关闭服务成功', '用户关闭服务'],
  'PAYSCORE.USER_CONFIRM': ['用户确认成功', '微信支付分服务订单用户确认成功'],
  'PAYSCORE.USER_PAID': ['用户支付成功', '微信支付分服务订单支付成功', '支付成功'],
  'MCHTRANSFER.BILL.FINISHED': ['商家转账单据终态通知', '商家转账完成'],
  'MCHTRANSFER.BATCH.FINISHED': ['商家转账批次完成通知', '转账完成'],
  'MCHTRANSFER.BATCH.CLOSED': ['商家转账批次关闭通知', '转账关闭'],
  'COUPON.USE': ['代金券核销通知'],
  'COUPON.SEND': ['领券事件通知'],
  'COMPLAINT.CREATE': ['产生新投诉'],
  'COMPLAINT.STATE_CHANGE': ['投诉状态变化'],
  'PROFITSHARING.SUCCESS': ['分账成功', '分账'],
  'PROFITSHARING.RETURN': ['分账回退', '分账回退成功'],
};

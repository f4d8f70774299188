/** Amounts in Alipay's messages that must agree. `soft`: who pays for a voucher decides, so an exception proves nothing. */
import type { Relation } from '../shape.ts';

const total = [{ of: ['total_amount'] }] as const;
const funded = (channels: readonly string[]) =>
  ({ list: 'fund_bill_list', member: 'amount', where: { member: ['fundChannel', 'fund_channel'], in: channels } }) as const;
/** Discounts that the merchant pays for, and those that it does not. */
const MERCHANT = ['MDISCOUNT', 'MCOUPON'] as const;
const ANYBODY = ['COUPON', 'DISCOUNT', 'POINT', ...MERCHANT] as const;

export const tradeRelations: readonly Relation[] = [
  {
    id: 'bills-equal-total',
    left: [{ list: 'fund_bill_list', member: 'amount' }],
    is: 'equal',
    right: total,
    when: 'payment',
    source: 'Alipay open docs, 异步通知参数 fund_bill_list',
  },
  {
    id: 'receipt-equals-rest',
    left: [{ of: ['receipt_amount'] }],
    is: 'equal',
    right: [...total, { ...funded(MERCHANT), minus: true }],
    when: 'payment',
    soft: true,
    source: 'Alipay open docs, 异步通知参数 receipt_amount',
  },
  {
    id: 'buyer-pay-equals-rest',
    left: [{ of: ['buyer_pay_amount'] }],
    is: 'equal',
    right: [...total, { ...funded(ANYBODY), minus: true }],
    when: 'payment',
    soft: true,
    source: 'Alipay open docs, 异步通知参数 buyer_pay_amount',
  },
  {
    id: 'points-equal-bill',
    left: [{ of: ['point_amount'] }],
    is: 'equal',
    right: [funded(['POINT'])],
    when: 'payment',
    soft: true,
    source: 'Alipay open docs, 异步通知参数 point_amount',
  },
  {
    id: 'invoice-within-buyer-pay',
    left: [{ of: ['invoice_amount'] }],
    is: 'at-most',
    right: [{ of: ['buyer_pay_amount'] }],
    when: 'payment',
    soft: true,
    source: 'Alipay open docs, 异步通知参数 invoice_amount',
  },
  {
    id: 'vouchers-equal-discount',
    left: [{ list: 'voucher_detail_list', member: 'amount' }],
    is: 'equal',
    right: [...total, { of: ['buyer_pay_amount'], minus: true }],
    when: 'payment',
    soft: true,
    source: 'Alipay open docs, 异步通知参数 voucher_detail_list',
  },
  {
    id: 'voucher-parts',
    left: [{ of: ['amount'] }],
    is: 'equal',
    right: [{ of: ['merchantContribute', 'merchant_contribute'] }, { of: ['otherContribute', 'other_contribute'] }],
    each: 'voucher_detail_list',
    source: 'Alipay open docs, VoucherDetail',
  },
  {
    id: 'refund-within-total',
    left: [{ of: ['refund_fee'] }],
    is: 'at-most',
    right: total,
    when: 'refund',
    source: 'Alipay open docs, 异步通知参数 refund_fee',
  },
];

export const mapiRelations: readonly Relation[] = [
  {
    id: 'fee-equals-price',
    left: [{ of: ['total_fee'] }],
    is: 'equal',
    right: [
      { of: ['price'], times: 'quantity' },
      { of: ['discount'], optional: true },
    ],
    unless: { name: 'is_total_fee_adjust', in: ['T', 'Y'] },
    source: 'Alipay, 即时到账交易接口 create_direct_pay_by_user, 异步通知参数 price, quantity, discount',
  },
  {
    id: 'refund-within-total',
    left: [{ of: ['refund_fee'] }],
    is: 'at-most',
    right: [{ of: ['total_fee'] }],
    when: 'refund',
    source: 'Alipay open docs, 异步通知参数 refund_fee',
  },
];

export const fundAuthRelations: readonly Relation[] = [
  {
    id: 'frozen-rest',
    left: [{ of: ['rest_amount'] }],
    is: 'equal',
    right: [{ of: ['total_freeze_amount'] }, { of: ['total_unfreeze_amount'], minus: true }, { of: ['total_pay_amount'], minus: true }],
    source: 'Alipay open docs, 预授权资金冻结异步通知 rest_amount',
  },
];

export const responseRelations: readonly Relation[] = [
  ...tradeRelations.filter(({ when }) => when !== 'refund'),
  {
    id: 'send-back-within-refund',
    left: [{ of: ['send_back_fee'] }],
    is: 'at-most',
    right: [{ of: ['refund_fee', 'refund_amount'] }],
    source: 'Alipay open docs, alipay.trade.refund send_back_fee',
  },
];

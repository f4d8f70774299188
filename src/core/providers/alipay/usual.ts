/** What a notification in this state carries, so that what is missing can be named where nothing explains a failure. */
import type { Usual } from '../usual.ts';

/** The order, the parties and the application: in every state. @see Alipay open docs, 异步通知说明; genuine notifications of 2016 to 2024 */
const TRADE = [
  'gmt_create',
  'charset',
  'version',
  'app_id',
  'auth_app_id',
  'seller_id',
  ['buyer_id', 'buyer_open_id'],
  'subject',
  'total_amount',
] as const;
const PAID = ['gmt_payment', 'fund_bill_list', 'receipt_amount', 'buyer_pay_amount', 'invoice_amount', 'point_amount'] as const;
const REFUNDED = ['gmt_refund', 'refund_fee', 'out_biz_no', 'gmt_payment'] as const;

const NOTIFICATIONS = ['openapi2-notify', 'openapi2-notify-refund'] as const;
const DOCS = 'Alipay open docs, 异步通知说明 and 退款 (支付、退款、关闭的通知参数)';

export const usual: readonly Usual[] = [
  { dialects: NOTIFICATIONS, when: { status: ['TRADE_SUCCESS', 'TRADE_FINISHED'], refund: false }, names: PAID, source: DOCS },
  { dialects: NOTIFICATIONS, when: { status: ['TRADE_SUCCESS'], refund: true }, names: REFUNDED, source: DOCS },
  { dialects: NOTIFICATIONS, when: { status: ['TRADE_CLOSED'], refund: true }, names: ['gmt_close', ...REFUNDED], source: DOCS },
  { dialects: NOTIFICATIONS, when: { status: ['TRADE_CLOSED', 'TRADE_FINISHED'], refund: false }, names: ['gmt_close'], source: DOCS },
  { dialects: NOTIFICATIONS, names: TRADE, source: DOCS },
  {
    dialects: ['openapi2-return'],
    names: ['charset', 'out_trade_no', 'method', 'total_amount', 'trade_no', 'auth_app_id', 'version', 'app_id', 'seller_id', 'timestamp'],
    source: 'Alipay open docs, alipay.trade.page.pay, 前台回跳参数',
  },
  {
    dialects: ['mapi-notify'],
    when: { status: ['TRADE_SUCCESS', 'TRADE_FINISHED'], refund: false },
    names: ['gmt_payment'],
    source: 'Alipay MAPI documents, 即时到账 服务器异步通知参数; genuine notifications of 2014 to 2018',
  },
  {
    dialects: ['mapi-notify'],
    names: [
      'buyer_email',
      'buyer_id',
      'discount',
      'gmt_create',
      'is_total_fee_adjust',
      'payment_type',
      'price',
      'quantity',
      'seller_email',
      'seller_id',
      'subject',
      'total_fee',
      'use_coupon',
    ],
    source: 'Alipay MAPI documents, 即时到账 服务器异步通知参数; genuine notifications of 2014 to 2018',
  },
];

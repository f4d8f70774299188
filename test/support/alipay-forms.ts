/** Invented messages of Alipay that are sorted parameters, one or more a dialect: what they say, by which rule they are signed, what to change. */
import type { Pairs } from './notification.ts';

export interface FormSample {
  readonly dialect: string;
  readonly name?: string;
  readonly rule: 'V1' | 'V2' | 'V1+MD5';
  readonly pairs: Pairs;
  readonly change: readonly [from: string, to: string];
  readonly type?: 'RSA' | 'RSA2';
}

const TRADE: Pairs = [
  ['notify_type', 'trade_status_sync'],
  ['notify_time', '2024-03-11 10:20:30'],
  ['out_trade_no', 'NO20240311000001'],
  ['trade_no', '2024031122001400001400000001'],
  ['trade_status', 'TRADE_SUCCESS'],
];

const OPENAPI: Pairs = [
  ['notify_id', '2024031100222102030000000000000001'],
  ['app_id', '2021003100000101'],
  ['auth_app_id', '2021003100000101'],
  ['charset', 'utf-8'],
  ['version', '1.0'],
];

const MAPI: Pairs = [
  ['notify_id', '70fec0c2730b27528665af4517c27b95hm'],
  ['seller_email', 'seller@example.com'],
  ['seller_id', '2088000000000404'],
  ['buyer_id', '2088000000000505'],
  ['buyer_email', 'buyer@example.com'],
  ['total_fee', '12.34'],
  ['subject', '手机壳（黑色）'],
  ['payment_type', '1'],
];

const MAPI_NOTIFY: Pairs = [
  ...TRADE,
  ...MAPI,
  ['price', '12.34'],
  ['quantity', '1'],
  ['discount', '0.00'],
  ['use_coupon', 'N'],
  ['is_total_fee_adjust', 'N'],
];
const MAPI_RETURN: Pairs = [
  ...TRADE,
  ...MAPI.filter(([name]) => name !== 'notify_id'),
  ['is_success', 'T'],
  ['exterface', 'create_direct_pay_by_user'],
  ['notify_id', 'RqPnCoPT3K9%2Fvwbh3InTvPfuq5BXCf%2F4bocQfLOKmSJa421I10ROCa9eXsKlZ7PGogPL'],
];
const BATCH: Pairs = [
  ['notify_time', '2024-03-11 10:20:30'],
  ['notify_id', 'bfe1d5a8f19ced65d71bfc07946f851042'],
  ['batch_no', '20240311000000001'],
];

const amount: readonly [string, string] = ['12.34', '12.35'];

export const forms: readonly FormSample[] = [
  {
    dialect: 'openapi2-notify',
    rule: 'V1',
    change: amount,
    pairs: [...TRADE, ...OPENAPI, ['total_amount', '12.34'], ['receipt_amount', '12.34']],
  },
  {
    dialect: 'openapi2-notify-refund',
    rule: 'V1',
    change: ['5.00', '5.01'],
    pairs: [
      ...TRADE,
      ...OPENAPI,
      ['total_amount', '12.34'],
      ['refund_fee', '5.00'],
      ['gmt_refund', '2024-03-11 11:20:30.123'],
      ['out_biz_no', 'R1'],
    ],
  },
  {
    dialect: 'openapi2-return',
    rule: 'V1',
    change: amount,
    pairs: [
      ...OPENAPI.filter(([name]) => name !== 'notify_id'),
      ['method', 'alipay.trade.page.pay.return'],
      ['out_trade_no', 'NO20240311000001'],
      ['trade_no', '2024031122001400001400000001'],
      ['total_amount', '12.34'],
      ['seller_id', '2088000000000404'],
      ['timestamp', '2024-03-11 10:20:30'],
    ],
  },
  ...(['V1', 'V2'] as const).map((rule): FormSample => ({
    dialect: 'openapi2-agreement',
    rule,
    change: ['20245611750930630440', '20245611750930630441'],
    pairs: [
      ...OPENAPI,
      ['notify_type', 'dut_user_sign'],
      ['agreement_no', '20245611750930630440'],
      ['external_agreement_no', 'SN202403110001'],
      ['personal_product_code', 'GENERAL_WITHHOLDING_P'],
      ['sign_scene', 'INDUSTRY|EDU'],
      ['alipay_user_id', '2088000000000505'],
      ['status', 'NORMAL'],
    ],
  })),
  {
    dialect: 'openapi2-agreement',
    name: 'openapi2-agreement, ended',
    rule: 'V1',
    change: ['UNSIGN', 'NORMAL'],
    pairs: [...OPENAPI, ['notify_type', 'dut_user_unsign'], ['agreement_no', '20245611750930630440'], ['status', 'UNSIGN']],
  },
  {
    dialect: 'openapi2-fund-auth',
    rule: 'V1',
    change: amount,
    pairs: [
      ...OPENAPI,
      ['notify_type', 'fund_auth_freeze'],
      ['auth_no', '2024031110002001050200000001'],
      ['operation_id', '20240311000001'],
      ['operation_type', 'FREEZE'],
      ['out_order_no', 'NO1'],
      ['out_request_no', 'RQ1'],
      ['amount', '12.34'],
      ['rest_amount', '12.34'],
      ['payer_user_id', '2088000000000505'],
      ['status', 'SUCCESS'],
    ],
  },
  ...(['V1', 'V2'] as const).map((rule): FormSample => ({
    dialect: 'openapi2-app-auth',
    rule,
    change: ['execute_auth', 'unauth'],
    pairs: [
      ...OPENAPI,
      ['notify_type', 'open_app_auth_notify'],
      ['status', 'execute_auth'],
      ['biz_content', '{"notify_context":{"trigger":"appstore"},"detail":{"app_auth_token":"202403BB0000000000000000000000000000000001"}}'],
    ],
  })),
  ...(['V1', 'V2'] as const).map((rule): FormSample => ({
    dialect: 'openapi2-from-ant-message',
    rule,
    change: amount,
    pairs: [
      ['notify_id', '2024031100262102030000000000000001'],
      ['utc_timestamp', '1710123630000'],
      ['msg_method', 'alipay.fund.trans.order.changed'],
      ['app_id', '2021003100000101'],
      ['version', '1.1'],
      ['charset', 'UTF-8'],
      ['msg_type', 'sys'],
      ['biz_content', '{"out_biz_no":"T1","status":"SUCCESS","trans_amount":"12.34","action_type":"FINISH"}'],
    ],
  })),
  {
    dialect: 'openapi2-servicemarket',
    rule: 'V2',
    change: ['2088000000000606', '2088000000000607'],
    pairs: [
      ...OPENAPI,
      ['notify_type', 'servicemarket_order_notify'],
      ['method', 'alipay.open.servicemarket.order.notify'],
      ['commodity_order_id', '2024031100502000000000000001'],
      ['order_ticket', 'ticket00000000000001'],
      ['merchant_pid', '2088000000000606'],
      ['contactor', '某某'],
    ],
  },
  {
    dialect: 'openapi2-service-notify',
    rule: 'V2',
    change: amount,
    type: 'RSA',
    pairs: [
      ['service', 'alipay.industry.car.appid.invoke'],
      ['charset', 'UTF-8'],
      ['trade_status', 'TRADE_SUCCESS'],
      ['trade_no', '2024031122001400001400000001'],
      ['total_amount', '12.34'],
      ['refund_fee', '0'],
      ['buyer_user_id', '2088000000000505'],
      ['_request_path', 'https://shop.example.com/index.php/pay'],
    ],
  },
  { dialect: 'mapi-notify', rule: 'V1', type: 'RSA', change: amount, pairs: MAPI_NOTIFY },
  { dialect: 'mapi-notify', rule: 'V1+MD5', change: amount, pairs: MAPI_NOTIFY },
  {
    dialect: 'mapi-notify',
    name: 'mapi-notify, escrow',
    rule: 'V1+MD5',
    change: amount,
    pairs: [
      ...MAPI_NOTIFY.filter(([name]) => name !== 'trade_status'),
      ['trade_status', 'WAIT_SELLER_SEND_GOODS'],
      ['refund_status', 'WAIT_SELLER_AGREE'],
      ['logistics_type', 'EXPRESS'],
      ['receive_name', '某某'],
    ],
  },
  { dialect: 'mapi-return', rule: 'V1', type: 'RSA', change: amount, pairs: MAPI_RETURN },
  { dialect: 'mapi-return', rule: 'V1+MD5', change: amount, pairs: MAPI_RETURN },
  {
    dialect: 'mapi-notify-intl',
    rule: 'V1+MD5',
    change: amount,
    pairs: [...TRADE, ['notify_id', '91722adff935e8cfa58b3aabf4dead6ibe'], ['total_fee', '12.34'], ['currency', 'USD']],
  },
  ...(['V1', 'V1+MD5'] as const).map((rule): FormSample => ({
    dialect: 'mapi-batch-refund',
    rule,
    type: 'RSA',
    change: ['^0.10^', '^0.11^'],
    pairs: [
      ...BATCH,
      ['notify_type', 'batch_refund_notify'],
      ['success_num', '1'],
      ['result_details', '2024031121001004180237340740^0.10^SUCCESS$fee@example.com^2088000000000404^0.00^SUCCESS'],
    ],
  })),
  {
    dialect: 'mapi-batch-trans',
    rule: 'V1+MD5',
    change: ['^0.07^', '^0.08^'],
    pairs: [
      ...BATCH,
      ['notify_type', 'batch_trans_notify'],
      ['pay_user_id', '2088000000000404'],
      ['pay_user_name', '某某服饰有限公司'],
      ['pay_account_no', '20880000000004040156'],
      ['success_details', '1^13800000000^某某^0.07^S^^202403110204268008^20240311104159|'],
    ],
  },
  {
    dialect: 'mapi-wap-return',
    rule: 'V1+MD5',
    change: ['success', 'fail'],
    pairs: [
      ['out_trade_no', 'NO20240311000001'],
      ['trade_no', '2024031122001400001400000001'],
      ['request_token', 'requestToken'],
      ['result', 'success'],
    ],
  },
];

/** Lists in one value, as Alipay's batch interfaces write them: `^` between parts, and what stands between entries. */
import type { Part, Structure } from '../shape.ts';

const plain = (name: string): Part => ({ name, kind: 'text', sensitivity: 'none' });
const id = (name: string): Part => ({ name, kind: 'id', sensitivity: 'none' });
const code = (name: string): Part => ({ name, kind: 'text', sensitivity: 'none' });
const money = (name: string): Part => ({ name, kind: 'money', sensitivity: 'none' });
const time = (name: string): Part => ({ name, kind: 'time', sensitivity: 'none' });
const personal = (name: string): Part => ({ name, kind: 'text', sensitivity: 'pii' });

const transfers: Structure = {
  between: '|',
  parts: [
    [
      id('serial_no'),
      personal('account'),
      personal('name'),
      money('amount'),
      code('flag'),
      plain('reason'),
      id('alipay_serial_no'),
      time('time'),
    ],
  ],
  source: 'Alipay, 批量付款到支付宝账户 batch_trans_notify, success_details',
};

const refunds: Structure = {
  between: '#',
  parts: [[id('trade_no'), money('amount'), code('code'), code('card_refund'), code('card_status')]],
  groups: [
    { mark: '$', name: 'fee', parts: [personal('account'), id('user_id'), money('amount'), code('code')] },
    { mark: '|', name: 'royalty', parts: [] },
  ],
  source: 'Alipay, 即时到账批量退款 refund_fastpay_by_platform_pwd, result_details',
};

export const structures: Readonly<Record<string, Structure>> = {
  result_details: refunds,
  success_details: transfers,
  fail_details: transfers,
  royalty_parameters: {
    between: '|',
    parts: [
      [personal('account'), money('amount'), plain('memo')],
      [personal('payer'), personal('payee'), money('amount'), plain('memo')],
    ],
    source: 'Alipay, 即时到账交易接口 create_direct_pay_by_user, royalty_parameters',
  },
};

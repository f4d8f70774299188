/** mapi-notify, mapi-return, mapi-response, mapi-notify-intl: the interface before the open platform, in yuan of `total_fee` and without app_id. */
import type { Reading } from '../../../read/reading.ts';
import { Marks } from '../../evidence.ts';
import type { Dialect } from '../../provider.ts';

const load: Dialect['load'] = async () => (await import('../rules-of-forms.ts')).mapi;

/** Payment, and escrow (担保交易), which knows more states. @see Alipay MAPI documents, trade_status */
const STATUS = /^(WAIT_(BUYER_PAY|SELLER_SEND_GOODS|BUYER_CONFIRM_GOODS|SYS_PAY_SELLER)|TRADE_(SUCCESS|FINISHED|CLOSED|PENDING)|COD_\w+)$/;
const OLD = ['use_coupon', 'is_total_fee_adjust', 'payment_type', 'price', 'quantity', 'discount'];

function marks(reading: Reading): Marks | null {
  const seen = new Marks(reading);
  if (['total_amount', 'app_id', 'notify_data', 'sec_id', 'batch_no'].some((name) => seen.has(name))) return null;
  seen.is('notify_type', 0.3, (value) => value.includes('trade_status_sync'));
  seen.is('trade_status', 0.1, (value) => STATUS.test(value));
  seen.some(['total_fee'], 0.2);
  return seen;
}

/** Only the buyer's way back says whether it went well. */
const isReturn = (seen: Marks): boolean => seen.has('is_success') || seen.has('exterface');
/** The gateway's own answer in XML: what was asked, then what it says to it; of a failure, only the error. */
const isAnswer = (seen: Marks): boolean =>
  /^\s*</.test(`${seen.value('request') ?? ''}${seen.value('response') ?? ''}`) || seen.has('error');
/** Across the border an amount has its currency, and neither buyer nor goods are told. */
const isIntl = (seen: Marks): boolean => seen.has('currency') || seen.has('rmb_fee');

export const mapiNotify: Dialect = {
  id: 'mapi-notify',
  claims: (reading) => {
    const seen = marks(reading);
    if (!seen || isReturn(seen) || isIntl(seen)) return null;
    seen.some(OLD, 0.3);
    seen.some(['seller_email', 'buyer_email'], 0.05);
    seen.some(['refund_status', 'logistics_type', 'receive_name', 'gmt_send_goods'], 0.05);
    return seen.claim(0.3);
  },
  load,
};

export const mapiReturn: Dialect = {
  id: 'mapi-return',
  claims: (reading) => {
    const seen = marks(reading);
    if (!seen || !isReturn(seen) || isAnswer(seen) || seen.has('request_token')) return null;
    seen.is('is_success', 0.3, (value) => /^[TF]$/.test(value));
    seen.some(['exterface'], 0.2);
    seen.is('notify_id', 0.1, (value) => value.startsWith('RqPnCoPT3K9'));
    return seen.claim(0.3);
  },
  load,
};

export const mapiResponse: Dialect = {
  id: 'mapi-response',
  claims: (reading) => {
    const seen = new Marks(reading);
    if (seen.has('notify_type') || !isAnswer(seen)) return null;
    if (!seen.is('is_success', 0.6, (value) => /^[TF]$/.test(value))) return null;
    seen.some(['request', 'response', 'error'], 0.4);
    return seen.claim(0.3);
  },
  load: async () => (await import('../rules-of-forms.ts')).mapiResponse,
};

export const mapiNotifyIntl: Dialect = {
  id: 'mapi-notify-intl',
  claims: (reading) => {
    const seen = marks(reading);
    if (!seen || !isIntl(seen) || isReturn(seen)) return null;
    seen.is('currency', 0.3, (value) => /^[A-Z]{3}$/.test(value));
    seen.some(['rmb_fee'], 0.1);
    seen.some(['notify_id', 'out_trade_no'], 0.1);
    return seen.claim(0.35);
  },
  load,
};

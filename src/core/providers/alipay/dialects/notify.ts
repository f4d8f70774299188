/** openapi2-notify and openapi2-notify-refund: asynchronous notifications of a trade (`notify_type=trade_status_sync`). */
import type { Reading } from '../../../read/reading.ts';
import { Marks } from '../../evidence.ts';
import type { Dialect } from '../../provider.ts';

const STATUS = /^(WAIT_BUYER_PAY|TRADE_SUCCESS|TRADE_FINISHED|TRADE_CLOSED)$/;
/** Parameters of the old MAPI interface, which shares `notify_type`. */
const LEGACY = ['total_fee', 'is_total_fee_adjust', 'use_coupon', 'exterface', 'is_success'];

function marks(reading: Reading): Marks {
  const seen = new Marks(reading);
  seen.is('notify_type', 0.5, (value) => value === 'trade_status_sync');
  seen.is('trade_status', 0.15, (value) => STATUS.test(value));
  seen.some(['app_id', 'auth_app_id'], 0.25);
  seen.some(['notify_id'], 0.05);
  seen.some(['total_amount', 'receipt_amount', 'fund_bill_list', 'buyer_pay_amount', 'invoice_amount'], 0.1);
  return seen;
}

const isLegacy = (seen: Marks): boolean => LEGACY.some((name) => seen.has(name)) && !seen.has('app_id');

/** A refund says so by its time or its amount; payments of 2016 carry `refund_fee=0.00`. @see Alipay open docs, 异步通知说明 */
function isRefund(seen: Marks): boolean {
  const refunded = seen.some(['gmt_refund'], 0.05);
  const amount = seen.is('refund_fee', 0.05, (value) => /[1-9]/.test(value));
  return refunded || amount || (seen.has('out_biz_no') && seen.value('trade_status') === 'TRADE_CLOSED');
}

const load: Dialect['load'] = async () => (await import('../rules-of-forms.ts')).notify;

export const notify: Dialect = {
  id: 'openapi2-notify',
  claims: (reading) => {
    const seen = marks(reading);
    return isLegacy(seen) || isRefund(new Marks(reading)) ? null : seen.claim(0.35);
  },
  load,
};

export const notifyRefund: Dialect = {
  id: 'openapi2-notify-refund',
  claims: (reading) => {
    const seen = marks(reading);
    return isLegacy(seen) || !isRefund(seen) ? null : seen.claim(0.35);
  },
  load,
};

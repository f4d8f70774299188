/** wechatpay-v2, wechatpay-v2-refund, wechatpay-v2-contract: XML signed with the API key. */
import type { Reading } from '../../../read/reading.ts';
import { Marks } from '../../evidence.ts';
import type { Dialect } from '../../provider.ts';

const load: Dialect['load'] = async () => (await import('../rules-of-forms.ts')).v2;

function marks(reading: Reading): Marks {
  const seen = new Marks(reading);
  seen.is('return_code', 0.25, (value) => /^(SUCCESS|FAIL)$/.test(value));
  seen.is('appid', 0.15, (value) => /^wx[0-9a-f]{16}$/i.test(value));
  seen.some(['mch_id', 'sub_mch_id'], 0.2);
  seen.some(['nonce_str'], 0.15);
  seen.some(['transaction_id', 'time_end', 'bank_type', 'cash_fee', 'is_subscribe', 'openid'], 0.2);
  seen.is('sign', 0.2, (value) => /^([0-9A-F]{32}|[0-9A-F]{64})$/.test(value));
  if (reading.form === 'xml') seen.is('sign', 0.25, (value) => /^([0-9A-Fa-f]{32}|[0-9A-Fa-f]{64})$/.test(value));
  return seen;
}

const isRefund = (seen: Marks): boolean =>
  seen.has('req_info') || (seen.has('refund_id') && seen.has('refund_status') && !seen.has('sign'));
const isContract = (seen: Marks): boolean => seen.has('contract_id') && (seen.has('change_type') || seen.has('plan_id'));
/** Alipay's own parameters: not ours, however alike the rest is. */
const isForeign = (seen: Marks): boolean => ['notify_type', 'app_id', 'seller_id', 'buyer_id'].some((name) => seen.has(name));

export const v2: Dialect = {
  id: 'wechatpay-v2',
  claims: (reading) => {
    const seen = marks(reading);
    return isRefund(seen) || isContract(seen) || isForeign(seen) ? null : seen.claim(0.35);
  },
  load,
};

export const v2Refund: Dialect = {
  id: 'wechatpay-v2-refund',
  claims: (reading) => {
    const seen = marks(reading);
    if (!isRefund(seen) || isForeign(seen)) return null;
    seen.some(['req_info', 'refund_status'], 0.5);
    return seen.claim(0.35);
  },
  load,
};

export const v2Contract: Dialect = {
  id: 'wechatpay-v2-contract',
  claims: (reading) => {
    const seen = marks(reading);
    if (!isContract(seen) || isForeign(seen)) return null;
    seen.some(['contract_id', 'change_type', 'plan_id', 'contract_code'], 0.4);
    return seen.claim(0.35);
  },
  load,
};

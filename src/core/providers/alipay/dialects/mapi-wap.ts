/** mapi-wap-notify, mapi-wap-return, mapi-securitypay-result: payments on phones before the open platform. */
import { Marks } from '../../evidence.ts';
import type { Dialect } from '../../provider.ts';

export const wapNotify: Dialect = {
  id: 'mapi-wap-notify',
  claims: (reading) => {
    const seen = new Marks(reading);
    seen.some(['notify_data'], 0.5);
    seen.some(['sec_id'], 0.2);
    seen.is('service', 0.2, (value) => value.startsWith('alipay.wap.'));
    seen.some(['v'], 0.1);
    return seen.has('notify_data') || seen.has('sec_id') ? seen.claim(0.3) : null;
  },
  load: async () => (await import('../rules-of-forms.ts')).wap,
};

export const wapReturn: Dialect = {
  id: 'mapi-wap-return',
  claims: (reading) => {
    const seen = new Marks(reading);
    if (['notify_type', 'total_amount', 'resultStatus', 'method'].some((name) => seen.has(name))) return null;
    seen.some(['request_token'], 0.6);
    const result = seen.is('result', 0.2, (value) => /^(success|fail|pending)$/.test(value));
    if (result || seen.has('request_token')) seen.some(['out_trade_no', 'trade_no'], 0.2);
    return seen.claim(0.3);
  },
  load: async () => (await import('../rules-of-forms.ts')).mapi,
};

/** Quotes belong to the values: `partner="2088…"&seller_id="…"&success="true"`. */
export const securitypayResult: Dialect = {
  id: 'mapi-securitypay-result',
  claims: (reading) => {
    const seen = new Marks(reading);
    if (seen.has('notify_type') || seen.has('trade_status')) return null;
    seen.is('partner', 0.3, (value) => /^"?2088\d{12}"?$/.test(value));
    seen.is('service', 0.3, (value) => /^"?mobile\.securitypay\.pay"?$/.test(value));
    seen.is('success', 0.2, (value) => /^"?(true|false)"?$/.test(value));
    if (seen.has('partner')) seen.some(['_input_charset', 'it_b_pay', 'total_fee'], 0.2);
    return seen.has('partner') || seen.has('service') ? seen.claim(0.3) : null;
  },
  load: async () => (await import('../rules-of-forms.ts')).securitypay,
};

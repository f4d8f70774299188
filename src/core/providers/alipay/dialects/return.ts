/** openapi2-return: the buyer's browser comes back to return_url after alipay.trade.page.pay or alipay.trade.wap.pay. */
import { Marks } from '../../evidence.ts';
import type { Dialect } from '../../provider.ts';

export const openapiReturn: Dialect = {
  id: 'openapi2-return',
  claims: (reading) => {
    const seen = new Marks(reading);
    const method = seen.is('method', 0.7, (value) => /^alipay\.trade\.[a-z.]+\.return$/.test(value));
    if (seen.has('notify_type') || seen.has('notify_id')) return null;
    if (!method && (seen.has('trade_status') || seen.has('total_fee'))) return null;
    seen.some(['app_id', 'auth_app_id'], 0.1);
    seen.some(['timestamp'], 0.1);
    if (!seen.has('out_trade_no') && !seen.has('trade_no')) return null;
    seen.some(['total_amount'], 0.1);
    return seen.claim(0.3);
  },
  load: async () => (await import('../rules-of-forms.ts')).openapiReturn,
};

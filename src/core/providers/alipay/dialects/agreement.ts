/** openapi2-agreement, openapi2-fund-auth, openapi2-app-auth: what a buyer or merchant agreed to, with a notify_type of its own. */
import { Marks } from '../../evidence.ts';
import type { Dialect } from '../../provider.ts';

const load: Dialect['load'] = async () => (await import('../rules-of-forms.ts')).notify;

export const agreement: Dialect = {
  id: 'openapi2-agreement',
  claims: (reading) => {
    const seen = new Marks(reading);
    seen.is('notify_type', 0.7, (value) => /^dut_user_(un)?sign$/.test(value));
    seen.some(['agreement_no'], 0.2);
    seen.some(['external_agreement_no', 'sign_scene', 'personal_product_code'], 0.15);
    if (seen.has('agreement_no')) seen.is('status', 0.05, (value) => /^(NORMAL|UNSIGN|TEMP|STOP)$/.test(value));
    return seen.claim(0.3);
  },
  load,
};

/** Freezing and unfreezing; what is then paid out of it comes as an ordinary payment. */
export const fundAuth: Dialect = {
  id: 'openapi2-fund-auth',
  claims: (reading) => {
    const seen = new Marks(reading);
    seen.is('notify_type', 0.7, (value) => /^fund_auth_/.test(value));
    seen.some(['auth_no'], 0.1);
    seen.some(['operation_id', 'operation_type', 'out_order_no'], 0.15);
    seen.some(['rest_amount', 'total_freeze_amount', 'payer_user_id'], 0.15);
    return seen.claim(0.3);
  },
  load,
};

export const appAuth: Dialect = {
  id: 'openapi2-app-auth',
  claims: (reading) => {
    const seen = new Marks(reading);
    seen.is('notify_type', 0.7, (value) => /^open_app_auth_/.test(value));
    seen.is('biz_content', 0.3, (value) => /"app_auth_token"|"notify_context"/.test(value));
    seen.some(['app_auth_token', 'app_auth_code', 'app_refresh_token'], 0.4);
    return seen.claim(0.3);
  },
  load,
};

/** openapi2-servicemarket, openapi2-service-notify and life-account-gateway: messages that name a service and keep sign_type in what is signed. */
import { Marks } from '../../evidence.ts';
import type { Dialect } from '../../provider.ts';

const load: Dialect['load'] = async () => (await import('../rules-of-forms.ts')).service;

export const serviceMarket: Dialect = {
  id: 'openapi2-servicemarket',
  claims: (reading) => {
    const seen = new Marks(reading);
    seen.is('notify_type', 0.7, (value) => /^servicemarket_/.test(value));
    seen.is('method', 0.4, (value) => /^alipay\.open\.servicemarket\./.test(value));
    seen.some(['commodity_order_id', 'order_ticket'], 0.25);
    seen.some(['merchant_pid', 'contactor'], 0.1);
    return seen.claim(0.3);
  },
  load,
};

/** `service=alipay.industry.*` and the like, without notify_type. */
export const serviceNotify: Dialect = {
  id: 'openapi2-service-notify',
  claims: (reading) => {
    const seen = new Marks(reading);
    if (seen.has('notify_type') || seen.has('msg_method') || seen.has('notify_data')) return null;
    const industry = seen.is('service', 0.8, (value) => /^alipay\.industry\./.test(value));
    if (!industry) seen.is('service', 0.3, (value) => /^alipay\.(?!service\.check$|mobile\.public\.|wap\.)/.test(value));
    seen.some(['_request_path', 'det_list'], 0.1);
    seen.some(['buyer_user_id', 'trade_status'], 0.1);
    return seen.claim(0.3);
  },
  load,
};

export const lifeAccount: Dialect = {
  id: 'life-account-gateway',
  claims: (reading) => {
    const seen = new Marks(reading);
    if (seen.has('notify_type') || seen.has('msg_method')) return null;
    seen.is('service', 0.7, (value) => /^alipay\.(service\.check|mobile\.public\.message\.notify)$/.test(value));
    seen.is('biz_content', 0.3, (value) => /^<(\?xml|XML>)/i.test(value));
    // The XML inside, pasted without the rest.
    if (seen.has('FromUserId')) seen.some(['AppId', 'FromUserId', 'AgreementId'], 0.4);
    return seen.claim(0.3);
  },
  load: async () => (await import('../rules-of-forms.ts')).lifeAccount,
};

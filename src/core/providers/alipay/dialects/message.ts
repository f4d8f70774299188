/** openapi2-from-ant-message: what the app gateway (应用网关) receives, one `msg_method` an event. */
import { Marks } from '../../evidence.ts';
import type { Dialect } from '../../provider.ts';

export const fromAnt: Dialect = {
  id: 'openapi2-from-ant-message',
  claims: (reading) => {
    const seen = new Marks(reading);
    if (seen.has('notify_type')) return null;
    seen.is('msg_method', 0.6, (value) => /^[a-z0-9_]+(\.[a-z0-9_]+)+$/i.test(value));
    seen.is('utc_timestamp', 0.2, (value) => /^\d{13}$/.test(value));
    seen.some(['msg_type', 'msg_uid', 'msg_app_id'], 0.1);
    seen.some(['biz_content'], 0.1);
    return seen.has('msg_method') || seen.has('utc_timestamp') ? seen.claim(0.3) : null;
  },
  load: async () => (await import('../rules-of-forms.ts')).fromAnt,
};

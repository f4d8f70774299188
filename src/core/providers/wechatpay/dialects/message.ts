/** wechat-message: encrypted callbacks of official accounts, mini programs and WeCom. */
import { Marks } from '../../evidence.ts';
import type { Dialect } from '../../provider.ts';

export const message: Dialect = {
  id: 'wechat-message',
  claims: (reading) => {
    const seen = new Marks(reading);
    seen.is('Encrypt', 0.6, (value) => /^[A-Za-z0-9+/=\s]{24,}$/.test(value));
    seen.some(['msg_signature'], 0.3);
    seen.some(['ToUserName', 'AgentID'], 0.2);
    return seen.has('Encrypt') || seen.has('msg_signature') ? seen.claim(0.3) : null;
  },
  load: async () => (await import('../rules-of-forms.ts')).message,
};

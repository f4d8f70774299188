/** wechat-message: callbacks of official accounts, mini programs and WeCom, encrypted or in the clear, and the check of an address. */
import { Marks } from '../../evidence.ts';
import type { Dialect, Evidence } from '../../provider.ts';
import { queryValue } from '../../query.ts';

const SHA1 = /^[0-9a-f]{40}$/i;

export const message: Dialect = {
  id: 'wechat-message',
  claims: (reading) => {
    const seen = new Marks(reading);
    seen.is('Encrypt', 0.6, (value) => /^[A-Za-z0-9+/=\s]{24,}$/.test(value));
    seen.some(['ToUserName', 'AgentID'], 0.2);
    seen.some(['MsgType', 'FromUserName'], 0.2);
    const query = ['msg_signature', 'signature', 'timestamp', 'nonce', 'echostr'].filter((name) => queryValue(reading, name) !== undefined);
    const signed = ['msg_signature', 'signature'].some((name) => SHA1.test(queryValue(reading, name)?.trim() ?? ''));
    const complete = signed && query.includes('timestamp') && query.includes('nonce');
    if (!seen.has('Encrypt') && !query.includes('msg_signature') && !complete) return null;
    const claim = seen.claim(0);
    const score = Math.min(1, (claim?.score ?? 0) + (signed ? 0.3 : 0) + (complete ? 0.3 : 0));
    if (score < 0.3) return null;
    return { score, evidence: [...query.map((name): Evidence => ({ id: 'parameter-present', name })), ...(claim?.evidence ?? [])] };
  },
  load: async () => (await import('../rules-of-forms.ts')).message,
};

/** What each dialect of WeChat Pay is verified by. */
import type { DialectRules } from '../provider.ts';
import { isUncovered, messageParts, missingQuery } from './message-parts.ts';
import { missingHeaders, partsOf } from './parts.ts';
import { showsOf } from './shows.ts';
import { MESSAGE, V2_HMAC, V2_MD5, V3 } from './rules.ts';

export const v3: DialectRules = {
  rules: [V3],
  charsets: ['utf-8'],
  signature: {
    value: 'Wechatpay-Signature',
    type: 'Wechatpay-Signature-Type',
    from: 'header',
    among: ['Wechatpay-Timestamp', 'Wechatpay-Nonce', 'Wechatpay-Serial'],
  },
  parts: partsOf,
  shows: showsOf,
  asks: missingHeaders,
};

export const v2: DialectRules = { rules: [V2_MD5, V2_HMAC], charsets: ['utf-8'], signature: { value: 'sign', type: 'sign_type' } };

/** The signature stands in the address, with what it covers but for `Encrypt`. */
export const message: DialectRules = {
  rules: [MESSAGE],
  charsets: ['utf-8'],
  signature: { value: 'msg_signature', type: null, from: 'query', instead: 'signature' },
  parts: messageParts,
  uncovered: isUncovered,
  asks: missingQuery,
};

/** What each dialect of WeChat Pay is verified by. */
import type { DialectRules } from '../provider.ts';
import { missingHeaders, partsOf } from './parts.ts';
import { MESSAGE, V2_HMAC, V2_MD5, V3 } from './rules.ts';

export const v3: DialectRules = {
  rules: [V3],
  charsets: ['utf-8'],
  signature: { value: 'Wechatpay-Signature', type: 'Wechatpay-Signature-Type', from: 'header' },
  parts: partsOf,
  asks: missingHeaders,
};

export const v2: DialectRules = { rules: [V2_MD5, V2_HMAC], charsets: ['utf-8'], signature: { value: 'sign', type: 'sign_type' } };

/** The signature stands in the address; the sorted texts are made per token, see `judge-mac`. */
export const message: DialectRules = { rules: [MESSAGE], charsets: ['utf-8'], signature: { value: 'msg_signature', type: 'encrypt_type' } };

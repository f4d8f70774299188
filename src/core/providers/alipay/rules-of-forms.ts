/** What each kind of message is verified by. */
import type { DialectRules } from '../provider.ts';
import { antomAsks, antomParts, openapi3Asks, openapi3Parts, pickAntom, unquote } from './parts.ts';
import {
  ANTOM,
  ANTOM_WITHOUT_QUERY,
  NODE,
  OPENAPI3,
  ORDER_KEPT,
  ORDER_KEPT_QUOTED,
  SPI,
  V1,
  V2,
  WAP,
  WAP_SORTED,
  XML_BEFORE_SIGN,
  XML_INNER,
  withMd5,
} from './rules.ts';
import { mapiAnswerParts, xmlResponseParts } from './xml-answers.ts';

const signature = { value: 'sign', type: 'sign_type' };
const charsets = ['utf-8', 'gbk'] as const;

/** V1 by the documents; V2 was seen on messages of some products, so both are tried. */
export const notify: DialectRules = { rules: [V1, V2], charsets, signature };

/** V1 by the documents; the sandbox was found to keep sign_type (yansongda/pay#389). */
export const openapiReturn: DialectRules = {
  rules: [V1, V2],
  charsets,
  signature,
  quirks: [{ id: 'sandbox-return-quirk', rule: V2.id, alternatives: ['sign-type-removed'] }],
};

/** Messages of the app gateway: V1 or V2, the documents and the SDKs disagree. @see Alipay open docs, From 蚂蚁消息 */
export const fromAnt: DialectRules = { rules: [V1, V2], charsets, signature, quirks: [{ id: 'from-ant-gateway-message' }] };

/** Service market and `service=…` messages keep sign_type: rsaCheckV2 in the documents, and so on genuine messages. */
export const service: DialectRules = { rules: [V2, V1], charsets, signature };

/** The gateway of life accounts writes GBK unless told otherwise. @see Alipay open docs, 生活号 激活开发者模式 */
export const lifeAccount: DialectRules = {
  rules: [V2, V1],
  charsets: ['gbk', 'utf-8'],
  signature,
  quirks: [{ id: 'from-ant-gateway-message' }],
};

/** Answers of the gateway carry no sign_type; the app SDK's results do. */
export const response: DialectRules = { rules: [NODE], charsets, signature, raw: true };

/** The same in XML, which the gateway writes where `format=xml` was asked for; in GBK unless told otherwise. */
export const xmlResponse: DialectRules = {
  rules: [XML_BEFORE_SIGN, XML_INNER],
  charsets: ['gbk', 'utf-8'],
  signature,
  parts: xmlResponseParts,
};

/** Answers of the old gateway: the elements of the response are signed like parameters. */
export const mapiResponse: DialectRules = { rules: [V1, withMd5(V1)], charsets, signature, parts: mapiAnswerParts };

/** The old interface: one rule, three kinds of key. */
export const mapi: DialectRules = { rules: [V1, withMd5(V1)], charsets, signature };

export const wap: DialectRules = {
  rules: [WAP, WAP_SORTED, withMd5(WAP), withMd5(WAP_SORTED)],
  charsets,
  signature: { value: 'sign', type: 'sec_id' },
};

export const securitypay: DialectRules = {
  rules: [ORDER_KEPT, ORDER_KEPT_QUOTED],
  charsets,
  signature: { ...signature, pick: unquote },
};

export const openapi3: DialectRules = {
  rules: [OPENAPI3],
  charsets: ['utf-8'],
  signature: { value: 'alipay-signature', type: null, from: 'header' },
  parts: openapi3Parts,
  asks: openapi3Asks,
};

export const antom: DialectRules = {
  rules: [ANTOM, ANTOM_WITHOUT_QUERY],
  charsets: ['utf-8'],
  signature: { value: 'Signature', type: 'Signature', from: 'header', pick: pickAntom },
  parts: antomParts,
  quirks: [{ id: 'global-path-or-header', rule: ANTOM_WITHOUT_QUERY.id }],
  asks: antomAsks,
};

export const spi: DialectRules = { rules: [SPI], charsets: ['utf-8'], signature: { value: 'signature', type: null }, raw: true };

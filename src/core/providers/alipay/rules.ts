/** Alipay's content rules. All of a dialect are tried; the one that holds is named. */
import type { Rule, Recipe } from '../../content/recipe.ts';

/** Everything but `sign` and `sign_type`, sorted, `k=v` joined with `&`, values decoded once. Empty values take part. */
export const V1: Rule = {
  id: 'V1',
  recipe: [{ op: 'drop', names: ['sign', 'sign_type'] }, { op: 'sort' }, { op: 'join', pair: '=', between: '&' }],
  source: 'alipay/alipay-sdk-java-all: AlipaySignature.rsaCheckV1, getSignCheckContentV1',
};

/** The same, but `sign_type` stays. */
export const V2: Rule = {
  id: 'V2',
  recipe: [{ op: 'drop', names: ['sign'] }, { op: 'sort' }, { op: 'join', pair: '=', between: '&' }],
  source: 'alipay/alipay-sdk-java-all: AlipaySignature.rsaCheckV2, getSignCheckContentV2',
};

/** The MAPI way without a key pair: the merchant's MD5 key right behind the content, hex in lower case. */
export const withMd5 = (rule: Rule): Rule => ({
  id: `${rule.id}+MD5`,
  recipe: rule.recipe,
  mac: { hash: 'md5', glue: '', upper: false },
  source: `${rule.source}; Alipay MAPI documents, 签名机制 (MD5): the key is appended to the content`,
});

/** A response's node as it stood, to the letter; quotes of an encrypted one included. `sign` and `alipay_cert_sn` stand beside it. */
export const NODE: Rule = {
  id: 'response-node-raw-substring',
  recipe: [
    { op: 'pick-suffix', suffixes: ['_response', 'response'] },
    { op: 'join', pair: null, between: '' },
  ],
  source: 'alipay/alipay-sdk-java-all: JsonConverter.getSignItem, getSignSourceData; alipay/alipay-sdk-nodejs-all: getSignStr',
};

const xmlText = (id: string, name: string, source: string): Rule => ({
  id,
  recipe: [
    { op: 'pick', names: [name] },
    { op: 'join', pair: null, between: '' },
  ],
  source,
});

/** An answer in XML: from behind the response's opening tag up to `<sign`. */
export const XML_BEFORE_SIGN = xmlText(
  'xml-text-before-sign',
  'before-sign',
  'alipay/alipay-sdk-java-all: XmlConverter.getSignItem, parseSignSourceData',
);

/** The text between the response's tags, as the answers of life accounts are signed. */
export const XML_INNER = xmlText(
  'xml-text-of-response',
  'inner',
  'Alipay open docs, 生活号 激活开发者模式: <response> … </response><sign>',
);

const inOrder = (names: readonly string[]): Recipe => [
  { op: 'pick', names },
  { op: 'join', pair: '=', between: '&' },
];

/** Old WAP notifications: four parameters in an order of their own. */
export const WAP: Rule = {
  id: 'wap-fixed-order',
  recipe: inOrder(['service', 'v', 'sec_id', 'notify_data']),
  source: 'Alipay WAP documents (alipay.wap.trade.create.direct), 异步通知验签; official demo: AlipayNotify.sortNotifyPara',
};

/** The same four sorted, as some programs have it; also the oldest messages, which carry `notify_data` alone. */
export const WAP_SORTED: Rule = {
  id: 'wap-sorted',
  recipe: inOrder(['notify_data', 'sec_id', 'service', 'v']),
  source: 'public code that signs the four in alphabetical order; not seen with a key',
};

/** The result of the app SDK before 2016: all before `&sign_type=`, in its order, quotes included. */
export const ORDER_KEPT: Rule = {
  id: 'order-kept',
  recipe: [
    { op: 'drop', names: ['sign', 'sign_type'] },
    { op: 'join', pair: '=', between: '&' },
  ],
  source: 'Alipay documents, mobile.securitypay.pay, 同步返回结果; official Android demo: Result, Rsa.doCheck',
};

/** The same where the quotes were lost on the way. */
export const ORDER_KEPT_QUOTED: Rule = {
  id: 'order-kept-quoted',
  recipe: [
    { op: 'drop', names: ['sign', 'sign_type'] },
    { op: 'join', pair: '="', between: '"&' },
    { op: 'frame', before: '', after: '"' },
  ],
  source: ORDER_KEPT.source,
};

/** Two headers and the body, a line feed after each. */
export const OPENAPI3: Rule = {
  id: 'openapi3',
  recipe: [
    { op: 'pick', names: ['timestamp', 'nonce', 'body'] },
    { op: 'join', pair: null, between: '\n' },
    { op: 'frame', before: '', after: '\n' },
  ],
  source: 'Alipay open docs, 开放平台 V3 协议, 应答验签; yansongda/pay: Plugin\\Alipay\\V3\\VerifySignaturePlugin',
};

const antom = (request: string, id: string): Rule => ({
  id,
  recipe: [
    { op: 'pick', names: [request, 'time', 'body'] },
    { op: 'join', pair: null, between: '.' },
  ],
  source: 'Antom documents, Sign and validate requests; alipay/global-open-sdk-java: SignatureTool, WebhookTool',
});

/** Method, path and client on two lines, then time and body. */
export const ANTOM = antom('request', 'antom');
/** Whether the query belongs to the path, the documents do not say. */
export const ANTOM_WITHOUT_QUERY = antom('request-without-query', 'antom-without-query');

/** The object `request` (of an answer: `response`) as it stood. */
export const SPI: Rule = {
  id: 'spi-raw-object',
  recipe: [
    { op: 'pick', names: ['request', 'response'] },
    { op: 'join', pair: null, between: '' },
  ],
  source: 'AlipayHK and Alipay international SPI 2.0.0 documents, 签名规则; not seen with a key',
};

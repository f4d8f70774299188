/** The page's built-in examples, as data: one a line of thought, then one for each cause, named by the cause's id. */
import { createSign } from 'node:crypto';
import { causes } from '../../src/core/diagnose/causes.ts';
import type { CauseId } from '../../src/core/diagnose/causes.ts';
import { linesOf } from '../support/wechat.ts';
import { APIV3_KEY, CONTENTS, sealed } from '../support/wechat-events.ts';
import { toFormBody } from './forms.ts';
import { causeExamples } from './gallery-causes.ts';
import { messageOf } from './messages.ts';
import type { Pairs } from './messages.ts';
import { keyText, sign } from './signing.ts';

/** Those of the empty page. */
export type FirstId = 'verified' | 'wrong-key' | 'broken' | 'wechatpay';

export interface Entry {
  readonly id: FirstId | CauseId;
  readonly text: string;
  readonly keys: readonly string[];
  /** What "my server" used, for causes that the paste alone does not show. */
  readonly served?: string;
}

const key = (name: 'alipay-2048' | 'app-2048', form: 'bare.txt' | 'spki.pem'): string => keyText(name, form).trim();
const ALIPAY = key('alipay-2048', 'bare.txt');
const APP = key('app-2048', 'bare.txt');

const paid = sign(messageOf('paid').pairs, { charset: 'utf-8', declared: 'utf-8', rule: 'V1', type: 'RSA2' });
const body = (pairs: Pairs) => toFormBody(pairs, 'utf-8');
const change = (name: string, by: (value: string) => string): Pairs => paid.map(([key, value]) => [key, key === name ? by(value) : value]);

/** WeChat Pay v3, whose content is encrypted: it opens with the APIv3 key. */
function wechatPay(): Entry {
  const content = CONTENTS['TRANSACTION.SUCCESS']?.content ?? {};
  const message = {
    timestamp: '1716182976',
    nonce: 'EWbcK8f7xJsMvGpZ3qLr5tYh2NdQ9uAe',
    serial: 'PUB_KEY_ID_0112300001092024052000200100001234',
    body: sealed('TRANSACTION.SUCCESS', content).replace('"summary":"通知"', '"summary":"支付成功"'),
  };
  const signature = createSign('RSA-SHA256').update(linesOf(message)).sign(keyText('alipay-2048', 'private.pem'), 'base64');
  return {
    id: 'wechatpay',
    text: [
      `Wechatpay-Timestamp: ${message.timestamp}`,
      `Wechatpay-Nonce: ${message.nonce}`,
      `Wechatpay-Serial: ${message.serial}`,
      `Wechatpay-Signature: ${signature}`,
      '',
      message.body,
    ].join('\n'),
    keys: [key('alipay-2048', 'spki.pem'), APIV3_KEY],
  };
}

export const gallery: readonly Entry[] = [
  { id: 'verified', text: body(paid), keys: [ALIPAY] },
  { id: 'wrong-key', text: body(paid), keys: [APP] },
  { id: 'broken', text: body(change('fund_bill_list', (value) => value.replaceAll('"', '&quot;'))), keys: [ALIPAY] },
  wechatPay(),
  ...causeExamples,
];

/** Keys that many examples share: the module holds each of them once. */
const shared: ReadonlyMap<string, string> = new Map([
  [ALIPAY, 'ALIPAY'],
  [APP, 'APP'],
  [key('alipay-2048', 'spki.pem'), 'ALIPAY_PEM'],
  [key('app-2048', 'spki.pem'), 'APP_PEM'],
]);

const PLAIN: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t' };
/** A literal; what cannot be seen is escaped, so that no editor loses it. */
const quoted = (text: string): string =>
  `'${text.replace(/[\\'\p{Cc}\p{Cf}\u00a0\u2028\u2029\ufffd]/gu, (mark) => PLAIN[mark] ?? `\\u{${(mark.codePointAt(0) ?? 0).toString(16)}}`)}'`;
const groups = new Map<string, string>(causes.map(({ id, where }) => [id, where]));

/** The module that the page loads when an example is asked for. */
export function toModule(entries: readonly Entry[]): string {
  const used = [...shared].filter(([text]) => entries.some(({ keys }) => keys.includes(text)));
  const rows = entries.map(({ id, text, keys, served }) => {
    const last = served === undefined ? '' : `, served: ${quoted(served)}`;
    const group = groups.get(id);
    const where = group === undefined ? '' : `, group: ${quoted(group)}`;
    return `  { id: ${quoted(id)}${where}, keys: [${keys.map((each) => shared.get(each) ?? quoted(each)).join(', ')}], text: ${quoted(text)}${last} },`;
  });
  return [
    '/** Examples to open with one click. Made by `npx tsx test/vectors/make.ts`: invented messages, throw-away keys. */',
    "import type { Cause, CauseId } from '../../core/diagnose/causes.ts';",
    '',
    'export interface Example {',
    "  readonly id: 'verified' | 'wrong-key' | 'broken' | 'wechatpay' | CauseId;",
    '  /** Where the cause sits; none for the examples of the empty page. */',
    "  readonly group?: Cause['where'];",
    '  readonly keys: readonly string[];',
    '  readonly text: string;',
    '  /** What "my server" used, where the paste alone does not show the cause. */',
    '  readonly served?: string;',
    '}',
    '',
    ...used.map(([text, name]) => `const ${name} = ${quoted(text)};`),
    '',
    'export const examples: readonly Example[] = [',
    ...rows,
    '];',
    '',
  ].join('\n');
}

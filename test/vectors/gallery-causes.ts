/** One message for each cause that can be shown: a good one, spoilt forwards, the same at every run. */
import { createHash, createSign } from 'node:crypto';
import { causes } from '../../src/core/diagnose/causes.ts';
import type { CauseId } from '../../src/core/diagnose/causes.ts';
import { mistakes } from '../support/mistakes.ts';
import { contentOf, makeRandom, renderForm } from '../support/notification.ts';
import type { Signer } from '../support/notification.ts';
import { mistakes as wechatMistakes } from '../support/wechat-mistakes.ts';
import { encode } from './charsets.ts';
import { messageOf } from './messages.ts';
import type { Pairs } from './messages.ts';
import { keyText } from './signing.ts';
import type { KeyName } from './signing.ts';

export interface Made {
  readonly text: string;
  readonly keys: readonly string[];
  readonly served?: string;
}

export interface CauseExample extends Made {
  readonly id: CauseId;
}

/** The committed throw-away keys; the private half signs here and is never in an example. */
const signerOf = (key: KeyName): Signer => ({
  publicKey: keyText(key, 'bare.txt').trim(),
  privatePem: '',
  sign: (content, hash = 'RSA-SHA256') => createSign(hash).update(content).sign(keyText(key, 'private.pem'), 'base64'),
});

const signer = signerOf('alipay-2048');
const other = signerOf('app-2048');
const [first, ...rest] = messageOf('paid').pairs;
const pairs: Pairs = [
  first as Pairs[number],
  ['charset', 'utf-8'],
  ...rest,
  ['passback_params', 'shop%3D12%26from%3Dapp'],
  ['sign_type', 'RSA2'],
];
const signed: Pairs = [...pairs, ['sign', signer.sign(Buffer.from(contentOf(pairs)))]];
const plain = signed.map(([name, value]) => `${name}=${value}`).join('&');
const keys = [signer.publicKey];
const quoted = (text: string): string => `'${text.replaceAll("'", "\\'")}'`;

const form = (list: Pairs): string => renderForm(list);
const put = (list: Pairs, values: Readonly<Record<string, string>>): Pairs => list.map(([name, value]) => [name, values[name] ?? value]);
/** With the rule that keeps sign_type, V2. */
const signedV2 = (list: Pairs): Pairs => {
  const content = [...list].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}=${value}`);
  return [...list, ['sign', signer.sign(Buffer.from(content.join('&')))]];
};

const returned: Pairs = [
  ['charset', 'utf-8'],
  ['out_trade_no', 'KF20240518102136001'],
  ['method', 'alipay.trade.page.pay.return'],
  ['total_amount', '86.00'],
  ['trade_no', '2024051822001400000000000101'],
  ['auth_app_id', '9021000100000101'],
  ['version', '1.0'],
  ['app_id', '9021000100000101'],
  ['sign_type', 'RSA2'],
  ['seller_id', '2088000000000202'],
  ['timestamp', '2024-05-18 10:21:54'],
];

const fromAnt: Pairs = [
  ['app_id', '2021003100000101'],
  ['biz_content', '{"order_id":"20240518110070000006010000000001","out_biz_no":"TR20240518001","status":"SUCCESS","trans_amount":"86.00"}'],
  ['charset', 'UTF-8'],
  ['msg_method', 'alipay.fund.trans.order.changed'],
  ['notify_id', '2024051800222000000000000000000101'],
  ['utc_timestamp', '1715998914000'],
  ['version', '1.1'],
  ['sign_type', 'RSA2'],
];

/** Of the gateway, whose slashes are escaped; a parser took the escapes away. */
const NODE = '{"code":"10000","msg":"Success","out_trade_no":"KF20240518102136001","store_id":"HZ\\/01\\/001"}';
const answer = (node: string): string => `{"alipay_trade_precreate_response":${node},"sign":"${signer.sign(Buffer.from(NODE))}"}`;

const appNode =
  '{"code":"10000","msg":"Success","app_id":"2021003100000101","charset":"utf-8","timestamp":"2024-05-18 10:21:54","out_trade_no":"KF20240518102136001","total_amount":"86.00","trade_no":"2024051822001400000000000101","seller_id":"2088000000000202"}';
const appResult = `{"alipay_trade_app_pay_response":${appNode},"sign":"${signer.sign(Buffer.from(appNode))}","sign_type":"RSA2"}`;

const path = '/pay/antom/notify';
const antomBody = '{"notifyType":"PAYMENT_RESULT","result":{"resultCode":"SUCCESS","resultStatus":"S"},"paymentRequestId":"KF20240518102136001"}';
const antomSign = signer.sign(Buffer.from(`POST ${path}\nSANDBOX_5X00000000000000.2024-05-18T10:21:54+08:00.${antomBody}`));

const wapData = '<notify><out_trade_no>KF20240518102136001</out_trade_no><total_fee>86.00</total_fee><trade_status>TRADE_SUCCESS</trade_status></notify>';
const wap: Pairs = [
  ['service', 'alipay.wap.trade.create.direct'],
  ['v', '1.0'],
  ['sec_id', '0001'],
  ['notify_data', wapData],
];
const wapText = (list: Pairs): string => list.map(([name, value]) => `${name}=${value}`).join('&');

const withPlus: Pairs = put(pairs, { subject: '话费+流量 套餐' });
const signedPlus: Pairs = [...withPlus, ['sign', signer.sign(Buffer.from(contentOf(withPlus)))]];
const stored: Pairs = signed.map(([name, value]) =>
  /^\d{4}-\d\d-\d\d \d/.test(value)
    ? [name, value.replace(' ', 'T')]
    : /_amount$/.test(name)
      ? [name, String(Number(value))]
      : [name, value],
);

/** What the forward mistakes of the tests do not make: the ways of printing and copying, and what only the second box shows. */
const own: Readonly<Partial<Record<CauseId, Made>>> = {
  'querydict-lists': { text: `{${signed.map(([name, value]) => `${quoted(name)}: [${quoted(value)}]`).join(', ')}}`, keys },
  'java-map-tostring': { text: `{${signed.map(([name, value]) => `${name}=${value}`).join(', ')}}`, keys },
  'html-named-entity': { text: plain.replaceAll('&not', '¬'), keys },
  'param-missing': { text: renderForm(signed.filter(([name]) => name !== 'version')), keys },
  'nginx-hex-escape': { text: plain.replaceAll('"', '\\x22'), keys },
  'app-cert-as-alipay-cert': { text: renderForm(signed), keys: [keyText('app-2048', 'x509.crt').trim()] },
  'body-not-parsed': { text: 'POST /pay/notify params: {}', keys },
  'sandbox-return-quirk': { text: `GET /pay/return?${form(signedV2(returned))} HTTP/1.1`, keys },
  'from-ant-gateway-message': { text: form(signedV2(fromAnt)), keys },
  'sync-response-rebuilt': { text: answer(NODE.replaceAll('\\/', '/')), keys },
  'app-result-wrapper': { text: `{resultStatus=9000, result=${appResult}, memo=}`, keys },
  'global-path-or-header': {
    text: `POST /index.php${path} HTTP/1.1\nClient-Id: SANDBOX_5X00000000000000\nRequest-Time: 2024-05-18T10:21:54+08:00\nSignature: algorithm=RSA256,keyVersion=1,signature=${encodeURIComponent(antomSign)}\nContent-Type: application/json\n\n${antomBody}`,
    keys,
  },
  'mapi-wap-order': {
    text: form([...wap, ['sign', signer.sign(Buffer.from(wapText(wap)), 'RSA-SHA1')]]),
    keys,
    served: wapText([...wap].sort(([a], [b]) => (a < b ? -1 : 1))),
  },
  'mq-forward': { text: JSON.stringify(Object.fromEntries(signedPlus.map(([name, value]) => [name, value.replaceAll('+', ' ')]))), keys },
  'proxy-rewrite': {
    text: form([...signed.map(([name, value]): Pairs[number] => [name, name === 'sign' ? value : value.replaceAll('"', '&quot;')]), ['gw_trace', '7f3a']]),
    keys,
  },
  'replay-from-database': { text: JSON.stringify({ ...Object.fromEntries(stored), refund_fee: 'null', gmt_refund: 'null' }), keys },
  'jvm-default-charset': {
    text: renderForm(signed),
    keys,
    served: createHash('sha256')
      .update(encode(contentOf(pairs), 'gbk'))
      .digest('hex'),
  },
};

/** Where the key is not the point, it is in a form that needs no repair. */
const inForm = (id: CauseId, { keys: held, ...made }: Made): Made => ({
  ...made,
  keys: held.map((key) => {
    const name = (['alipay-2048', 'app-2048'] as const).find((each) => keyText(each, 'bare.txt').trim() === key);
    return name && id !== 'pem-missing-header' ? keyText(name, 'spki.pem').trim() : key;
  }),
});

/** Not shown: its key box would hold a private key. */
const LEFT: readonly string[] = ['sign-of-other-message'];

/** The same numbers for a cause whatever else is in the gallery. */
const seedOf = (id: string): number => createHash('sha256').update(id).digest().readUInt32BE();

/** Some messages of a mistake cannot suffer it: the next one is tried. */
function make(id: CauseId): Made | null {
  const made = own[id];
  if (made || LEFT.includes(id)) return made ?? null;
  for (let turn = 0; turn < 20; turn++) {
    const random = makeRandom(seedOf(id) + turn);
    const spoilt = mistakes[id]?.({ pairs, signer, other }, random) ?? wechatMistakes[id]?.({ signer, other }, random) ?? null;
    if (spoilt) return { text: spoilt.text, keys: spoilt.keys, ...(spoilt.served === undefined ? {} : { served: spoilt.served }) };
  }
  return null;
}

export const causeExamples: readonly CauseExample[] = causes.flatMap(({ id }) => {
  const made = make(id);
  return made ? [{ id, ...inForm(id, made) }] : [];
});

/** One invented message of every dialect of Alipay, signed with keys of this run, and the same with one value changed afterwards. */
import { createHash } from 'node:crypto';
import { encode } from '../vectors/charsets.ts';
import { toFormBody } from '../vectors/forms.ts';
import { contentOf, makeSigner, renderForm } from './notification.ts';
import type { Pairs } from './notification.ts';
import { forms } from './alipay-forms.ts';
import type { FormSample } from './alipay-forms.ts';

export interface Sample {
  readonly dialect: string;
  readonly name: string;
  readonly text: string;
  /** Signed as `text`, but not what was signed. */
  readonly broken: string;
  readonly key: string;
  readonly rule: string;
  readonly charset?: 'gbk';
}

const alipay = makeSigner();
const old = makeSigner(1024);
const MD5_KEY = 'a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6';

const md5 = (content: string): string => createHash('md5').update(content).update(MD5_KEY).digest('hex');
const rsa2 = (content: string): string => alipay.sign(Buffer.from(content));
const rsa = (content: string): string => old.sign(Buffer.from(content), 'RSA-SHA1');

/** The first place where `from` stands, changed. */
function altered(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the sample lacks ${from}`);
  return text.replace(from, to);
}

/** Sorted parameters in a form body. */
function form({ dialect, name, rule, pairs, change, type = 'RSA2' }: FormSample): Sample {
  const isMd5 = rule === 'V1+MD5';
  const typed: Pairs = [...pairs, ['sign_type', isMd5 ? 'MD5' : type]];
  const content = contentOf(typed, rule === 'V2' ? 'V2' : 'V1');
  const signed: Pairs = [...typed, ['sign', isMd5 ? md5(content) : type === 'RSA' ? rsa(content) : rsa2(content)]];
  const text = renderForm(signed);
  const broken = renderForm(signed.map(([key, value]) => [key, value.replace(...change)] as const));
  if (broken === text) throw new Error(`the sample lacks ${change[0]}`);
  return {
    dialect,
    name: name ?? `${dialect}, ${rule}`,
    rule,
    text,
    broken,
    key: isMd5 ? MD5_KEY : type === 'RSA' ? old.publicKey : alipay.publicKey,
  };
}

/** Check and messages of a life account: XML in a parameter, in GBK. */
function life(): Sample {
  const pairs: Pairs = [
    ['biz_content', '<?xml version="1.0" encoding="gbk"?><XML><AppId><![CDATA[2021003100000101]]></AppId><Text>你好，支付宝</Text></XML>'],
    ['charset', 'GBK'],
    ['service', 'alipay.mobile.public.message.notify'],
    ['sign_type', 'RSA2'],
  ];
  const sign = alipay.sign(encode(contentOf(pairs, 'V2'), 'gbk'));
  const render = (list: Pairs): string => toFormBody([...list, ['sign', sign]], 'gbk');
  const changed = pairs.map(([name, value]) => [name, value.replace('你好', '你们')] as const);
  return {
    dialect: 'life-account-gateway',
    name: 'life-account-gateway, V2 in GBK',
    text: render(pairs),
    broken: render(changed),
    key: alipay.publicKey,
    rule: 'V2',
    charset: 'gbk',
  };
}

function wap(kind: 'RSA' | 'MD5', order: 'fixed' | 'sorted'): Sample {
  const values: Readonly<Record<string, string>> = {
    service: 'alipay.wap.trade.create.direct',
    v: '1.0',
    sec_id: kind === 'RSA' ? '0001' : 'MD5',
    notify_data: '<notify><subject>测试</subject><trade_status>TRADE_FINISHED</trade_status><total_fee>12.34</total_fee></notify>',
  };
  const names = order === 'fixed' ? ['service', 'v', 'sec_id', 'notify_data'] : Object.keys(values).sort();
  const content = names.map((name) => `${name}=${values[name] ?? ''}`).join('&');
  const pairs: Pairs = [['sign', kind === 'RSA' ? rsa(content) : md5(content)], ...Object.entries(values)];
  const text = renderForm(pairs);
  return {
    dialect: 'mapi-wap-notify',
    name: `mapi-wap-notify, ${kind}, ${order}`,
    text,
    broken: altered(text, '12.34', '12.35'),
    key: kind === 'RSA' ? old.publicKey : MD5_KEY,
    rule: `wap-${order === 'fixed' ? 'fixed-order' : 'sorted'}${kind === 'MD5' ? '+MD5' : ''}`,
  };
}

const NODE = '{"code":"10000","msg":"Success","total_amount":"12.34", "qr_code":"https:\\/\\/qr.alipay.com\\/bax00001","subject":"手机壳"}';

function response(name: string, node: string, member = 'alipay_trade_precreate_response', more = ''): Sample {
  const text = `{"${member}":${node}${more},"sign":"${rsa2(node)}"}`;
  return {
    dialect: 'openapi2-gateway-response',
    name: `openapi2-gateway-response, ${name}`,
    text,
    broken: node.startsWith('{') ? altered(text, '12.34', '12.35') : altered(text, 'q83v', 'q83w'),
    key: alipay.publicKey,
    rule: 'response-node-raw-substring',
  };
}

const ENCRYPTED = `"${Buffer.alloc(48, 7).toString('base64').slice(0, -4)}q83v"`;

const ELEMENTS =
  '<code>10000</code><msg>Success</msg><out_trade_no>NO1</out_trade_no><subject>手机壳 A&amp;B</subject><total_amount>12.34</total_amount>';

/** The same in XML: the signature inside the response, or behind it. */
function xmlResponse(kind: 'inside' | 'behind' | 'of its text'): Sample {
  const name = 'alipay_trade_query_response';
  const content = kind === 'behind' ? `${ELEMENTS}</${name}>` : ELEMENTS;
  const sign = `<sign>${rsa2(content)}</sign>`;
  const head = '<?xml version="1.0" encoding="utf-8"?>';
  const text =
    kind === 'inside' ? `${head}<${name}>${ELEMENTS}${sign}</${name}>` : `${head}\n<alipay><${name}>${ELEMENTS}</${name}>${sign}</alipay>`;
  return {
    dialect: 'openapi2-gateway-response',
    name: `openapi2-gateway-response in XML, ${kind}`,
    text,
    broken: altered(text, '12.34', '12.35'),
    key: alipay.publicKey,
    rule: kind === 'of its text' ? 'xml-text-of-response' : 'xml-text-before-sign',
  };
}

/** The old gateway's answer: what was asked, and the elements of what it says. */
function mapiAnswer(kind: 'MD5' | 'RSA', wrapper: 'trade' | 'alipay' | ''): Sample {
  const values: Pairs = [
    ['buyer_email', 'buyer@example.com'],
    ['out_trade_no', 'NO20240311000001'],
    ['subject', '手机壳 A&B'],
    ['total_fee', '12.34'],
    ['trade_status', 'TRADE_SUCCESS'],
  ];
  const content = values.map(([name, value]) => `${name}=${value}`).join('&');
  const elements = [...values]
    .reverse()
    .map(([name, value]) => `<${name}>${value.replace('&', '&amp;')}</${name}>`)
    .join('');
  const response = wrapper ? `<${wrapper}>${elements}</${wrapper}>` : elements;
  const request = '<param name="service">single_trade_query</param><param name="partner">2088000000000404</param>';
  const sign = `<sign>${kind === 'MD5' ? md5(content) : rsa(content)}</sign><sign_type>${kind}</sign_type>`;
  const text = `<?xml version="1.0" encoding="utf-8"?>\n<alipay><is_success>T</is_success><request>${request}</request><response>${response}</response>${sign}</alipay>`;
  return {
    dialect: 'mapi-response',
    name: `mapi-response, ${kind}, ${wrapper || 'bare'}`,
    text,
    broken: altered(text, '12.34', '12.35'),
    key: kind === 'MD5' ? MD5_KEY : old.publicKey,
    rule: kind === 'MD5' ? 'V1+MD5' : 'V1',
  };
}

/** What the app SDK hands over, as two platforms print it. */
function appResult(platform: 'json' | 'android'): Sample {
  const node =
    '{"code":"10000","msg":"Success","app_id":"2021003100000101","charset":"utf-8","timestamp":"2024-03-11 10:20:30","total_amount":"12.34"}';
  const result = `{"alipay_trade_app_pay_response":${node},"sign":"${rsa2(node)}","sign_type":"RSA2"}`;
  const text =
    platform === 'json'
      ? JSON.stringify({ resultStatus: '9000', result, memo: '' })
      : `{resultStatus=9000, result=${result}, memo=, extendInfo={"isDisplayResult":true}}`;
  return {
    dialect: 'openapi2-app-sync-result',
    name: `openapi2-app-sync-result, ${platform}`,
    text,
    broken: altered(text, '12.34', '12.35'),
    key: alipay.publicKey,
    rule: 'response-node-raw-substring',
  };
}

/** Quotes are signed with the values, in the order of the order. */
function securitypay(wrapper: 'none' | 'android' | 'json'): Sample {
  const content = [
    'partner="2088000000000404"',
    'seller_id="seller@example.com"',
    'out_trade_no="NO20240311000001"',
    'subject="手机壳"',
    'body="黑色"',
    'total_fee="12.34"',
    'notify_url="https://shop.example.com/notify"',
    'service="mobile.securitypay.pay"',
    'payment_type="1"',
    '_input_charset="utf-8"',
    'it_b_pay="30m"',
    'success="true"',
  ].join('&');
  const result = `${content}&sign_type="RSA"&sign="${rsa(content)}"`;
  const text =
    wrapper === 'none'
      ? result
      : wrapper === 'android'
        ? `resultStatus={9000};memo={};result={${result}}`
        : JSON.stringify({ resultStatus: '9000', memo: '', result });
  return {
    dialect: 'mapi-securitypay-result',
    name: `mapi-securitypay-result, ${wrapper}`,
    text,
    broken: altered(text, '12.34', '12.35'),
    key: old.publicKey,
    rule: 'order-kept',
  };
}

function openapi3(): Sample {
  const body = '{"out_trade_no":"NO20240311000001","total_amount":"12.34","subject":"手机壳"}';
  const [timestamp, nonce] = ['1710123630000', '0123456789abcdef0123456789abcdef'];
  const text = [
    'HTTP/1.1 200 OK',
    'Content-Type: application/json;charset=utf-8',
    `alipay-timestamp: ${timestamp}`,
    `alipay-nonce: ${nonce}`,
    `alipay-signature: ${rsa2(`${timestamp}\n${nonce}\n${body}\n`)}`,
    'alipay-trace-id: 0b8f1234',
    '',
    body,
  ].join('\n');
  return {
    dialect: 'openapi3-response',
    name: 'openapi3-response',
    text,
    broken: altered(text, '12.34', '12.35'),
    key: alipay.publicKey,
    rule: 'openapi3',
  };
}

function antom(target = '/alipay/notify', signedPath = target, encoded = true): Sample {
  const body =
    '{"notifyType":"PAYMENT_RESULT","result":{"resultCode":"SUCCESS","resultStatus":"S"},"paymentRequestId":"NO1","paymentAmount":{"currency":"USD","value":"1234"}}';
  const [client, time] = ['SANDBOX_5X00000000000000', '2024-03-11T10:20:30+08:00'];
  const sign = rsa2(`POST ${signedPath}\n${client}.${time}.${body}`);
  const text = [
    `POST ${target} HTTP/1.1`,
    'Host: shop.example.com',
    'Content-Type: application/json; charset=UTF-8',
    `Client-Id: ${client}`,
    `Request-Time: ${time}`,
    `Signature: algorithm=RSA256,keyVersion=1,signature=${encoded ? encodeURIComponent(sign) : sign}`,
    '',
    body,
  ].join('\n');
  return {
    dialect: 'antom',
    name: `antom, ${target}${target === signedPath ? '' : ' signed without its query'}${encoded ? '' : ', signature as it is'}`,
    text,
    broken: altered(text, '"1234"', '"1235"'),
    key: alipay.publicKey,
    rule: target === signedPath ? 'antom' : 'antom-without-query',
  };
}

function spi(): Sample {
  const request =
    '{"head":{"version":"2.0.0","function":"alipay.pay.notify","reqTime":"2024-03-11T10:20:30+08:00"}, "body":{"amount":"1234"}}';
  const text = `{"request":${request},"signature":"${rsa2(request)}"}`;
  return {
    dialect: 'alipay-intl-spi',
    name: 'alipay-intl-spi',
    text,
    broken: altered(text, '"1234"', '"1235"'),
    key: alipay.publicKey,
    rule: 'spi-raw-object',
  };
}

export const samples: readonly Sample[] = [
  ...forms.map(form),
  life(),
  wap('MD5', 'fixed'),
  wap('RSA', 'fixed'),
  wap('MD5', 'sorted'),
  wap('RSA', 'sorted'),
  response('escaped slashes and blanks inside', NODE),
  response('with the number of a certificate', NODE, 'alipay_trade_query_response', ',"alipay_cert_sn":"0123456789abcdef0123456789abcdef"'),
  response(
    'error',
    '{"code":"40002","msg":"Invalid Arguments","sub_code":"isv.invalid-signature","sub_msg":"验签出错 12.34"}',
    'error_response',
  ),
  response('encrypted', ENCRYPTED),
  response('of a mini program', ENCRYPTED, 'response'),
  xmlResponse('inside'),
  xmlResponse('behind'),
  xmlResponse('of its text'),
  mapiAnswer('MD5', 'trade'),
  mapiAnswer('RSA', 'trade'),
  mapiAnswer('MD5', 'alipay'),
  mapiAnswer('MD5', ''),
  appResult('json'),
  appResult('android'),
  securitypay('none'),
  securitypay('android'),
  securitypay('json'),
  openapi3(),
  antom(),
  antom('/alipay/notify?shop=1'),
  antom('/alipay/notify?shop=1', '/alipay/notify'),
  antom('/alipay/notify', '/alipay/notify', false),
  spi(),
];

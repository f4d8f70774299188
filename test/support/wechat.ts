/** Invented WeChat Pay notifications, signed with keys of this run, in the forms in which people paste them. */
import { createHash, createHmac } from 'node:crypto';
import { pick } from './notification.ts';
import type { Pairs, Signer } from './notification.ts';

export interface V3 {
  readonly timestamp: string;
  readonly nonce: string;
  readonly serial: string;
  readonly body: string;
}

/** What was signed, and what is pasted: the signature is made of the first. */
export interface V3Message extends V3 {
  readonly signature: string;
}

const hex = (random: () => number, length: number): string => Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
const digits = (random: () => number, length: number): string => Array.from({ length }, () => Math.floor(random() * 10)).join('');
const letters = (random: () => number, length: number): string =>
  Array.from({ length }, () => pick(random, [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'])).join('');

/** Events with the summary that WeChat Pay writes, and what their resource is. */
export const EVENTS = [
  { event: 'TRANSACTION.SUCCESS', summary: '支付成功', type: 'transaction' },
  { event: 'REFUND.SUCCESS', summary: '退款成功', type: 'refund' },
  { event: 'REFUND.ABNORMAL', summary: '退款异常', type: 'refund' },
  { event: 'REFUND.CLOSED', summary: '退款关闭', type: 'refund' },
  { event: 'PAYSCORE.USER_OPEN_SERVICE', summary: '签约成功', type: 'payscore' },
  { event: 'MCHTRANSFER.BILL.FINISHED', summary: '商家转账单据终态通知', type: 'mch_payment' },
] as const;

/** Base64 that surely holds a slash and a plus. */
const cipherText = (random: () => number): string => {
  const bytes = Buffer.from(Array.from({ length: 300 + Math.floor(random() * 500) }, () => Math.floor(random() * 256)));
  bytes.set([0xff, 0xff, 0xff, 0xfb, 0xef, 0xbe], 0);
  return bytes.toString('base64');
};

export function makeV3(random: () => number): V3 {
  const { event, summary, type } = pick(random, EVENTS);
  const at = 1700000000 + Math.floor(random() * 5e7);
  const create = `${new Date(at * 1000 + 8 * 3600e3).toISOString().slice(0, 19)}+08:00`;
  const id = [8, 4, 4, 4, 12].map((length) => hex(random, length)).join('-');
  const resource = {
    original_type: type,
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext: cipherText(random),
    associated_data: type,
    nonce: letters(random, 12),
  };
  return {
    timestamp: String(at + Math.floor(random() * 3)),
    nonce: letters(random, 32),
    serial: random() < 0.5 ? hex(random, 40).toUpperCase() : `PUB_KEY_ID_${digits(random, 34)}`,
    body: JSON.stringify({ id, create_time: create, resource_type: 'encrypt-resource', event_type: event, summary, resource }),
  };
}

export const linesOf = ({ timestamp, nonce, body }: V3): string => `${timestamp}\n${nonce}\n${body}\n`;
export const signV3 = (message: V3, signer: Signer): V3Message => ({ ...message, signature: signer.sign(Buffer.from(linesOf(message))) });

const headersOf = ({ timestamp, nonce, serial, signature }: V3Message): Pairs => [
  ['Wechatpay-Timestamp', timestamp],
  ['Wechatpay-Nonce', nonce],
  ['Wechatpay-Signature', signature],
  ['Wechatpay-Serial', serial],
  ['Wechatpay-Signature-Type', 'WECHATPAY2-SHA256-RSA2048'],
];

function shuffled<T>(random: () => number, list: readonly T[]): readonly T[] {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const k = Math.floor(random() * (i + 1));
    [out[i], out[k]] = [out[k] as T, out[i] as T];
  }
  return out;
}

export type Form = (message: V3Message, random: () => number) => string;

export const forms = {
  http: (message, random) =>
    `POST /wxpay/notify HTTP/1.1\r\nHost: example.com\r\nContent-Type: application/json\r\n${shuffled(random, headersOf(message))
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')}\r\n${message.body}`,
  'headers then body': (message, random) =>
    `${shuffled(random, headersOf(message))
      .map(([name, value]) => `${random() < 0.5 ? name : name.toLowerCase()}: ${value}`)
      .join('\n')}\n\n${message.body}`,
  'body then headers': (message, random) =>
    `${message.body}\n\n${shuffled(random, headersOf(message))
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n')}`,
  'JSON log': (message, random) => {
    const headers = Object.fromEntries(shuffled(random, headersOf(message)).map(([name, value]) => [name.toLowerCase(), value]));
    return JSON.stringify(random() < 0.5 ? { headers, body: message.body } : { body: message.body, headers });
  },
  curl: (message, random) =>
    `curl -X POST 'https://example.com/wxpay/notify' \\\n${shuffled(random, headersOf(message))
      .map(([name, value]) => `  -H '${name}: ${value}' \\\n`)
      .join('')}  -H 'Content-Type: application/json' \\\n  --data-raw '${message.body.replace(/'/g, "'\\''")}'`,
} as const satisfies Readonly<Record<string, Form>>;

/** A payment result of v2. `rich` fields that mistakes need are always there. */
export function makeV2(random: () => number): Pairs {
  const total = String(1 + Math.floor(random() * 99999));
  const coupon = random() < 0.4;
  const fee = Math.min(Number(total), 1 + Math.floor(random() * 20));
  return [
    ['appid', `wx${hex(random, 16)}`],
    ['attach', pick(random, ['支付测试', '订单 附加 数据', '{"shop":12}', 'A&B <1>'])],
    ['bank_type', pick(random, ['OTHERS', 'CFT'])],
    ['cash_fee', coupon ? String(Number(total) - fee) : total],
    ...(coupon
      ? ([
          ['coupon_count', '1'],
          ['coupon_fee', String(fee)],
          ['coupon_fee_0', String(fee)],
          ['coupon_id_0', digits(random, 11)],
        ] as const)
      : []),
    ['fee_type', 'CNY'],
    ['is_subscribe', pick(random, ['Y', 'N'])],
    ['mch_id', digits(random, 10)],
    ['nonce_str', hex(random, 32)],
    ['openid', `o${letters(random, 27)}`],
    ['out_trade_no', digits(random, 20)],
    ['result_code', 'SUCCESS'],
    ['return_code', 'SUCCESS'],
    ...(random() < 0.5 ? ([['sub_mch_id', digits(random, 10)]] as const) : []),
    ['time_end', `2024${pick(random, ['01', '05', '11'])}1${digits(random, 1)}1${digits(random, 1)}2345`],
    ['total_fee', total],
    ['trade_type', pick(random, ['JSAPI', 'NATIVE', 'APP'])],
    ['transaction_id', `42000${digits(random, 23)}`],
  ];
}

export const contentOfV2 = (pairs: Pairs): string =>
  pairs
    .filter(([name, value]) => name !== 'sign' && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');

export const hashV2 = (content: string, key: string, hash: 'md5' | 'hmac'): string => {
  const text = `${content}&key=${key}`;
  return (hash === 'md5' ? createHash('md5').update(text) : createHmac('sha256', key).update(text)).digest('hex').toUpperCase();
};

export const signV2 = (pairs: Pairs, key: string, hash: 'md5' | 'hmac'): Pairs => [
  ...pairs,
  ['sign', hashV2(contentOfV2(pairs), key, hash)],
];

const escapeXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Elements in any order, in CDATA or escaped, on one line or on many, as a bare document or as the body of a request. */
export function renderXml(pairs: Pairs, random: () => number): string {
  const break_ = random() < 0.5 ? '\n' : '';
  const xml = `<xml>${break_}${shuffled(random, pairs)
    .map(([name, value]) => `<${name}>${random() < 0.8 ? `<![CDATA[${value}]]>` : escapeXml(value)}</${name}>${break_}`)
    .join('')}</xml>`;
  return random() < 0.3 ? `POST /wxpay/v2 HTTP/1.1\r\nContent-Type: text/xml\r\n\r\n${xml}` : xml;
}

export const makeKey = (random: () => number): string => hex(random, 32);

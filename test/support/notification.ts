/** Invented notifications, signed with a key of this run: the ground from which each mistake is made. */
import { createSign, createHash, generateKeyPairSync } from 'node:crypto';

export type Pairs = readonly (readonly [name: string, value: string])[];

export interface Signer {
  readonly publicKey: string;
  readonly privatePem: string;
  /** Base64 of RSASSA-PKCS1-v1_5 over bytes. */
  sign(content: Buffer, hash?: 'RSA-SHA256' | 'RSA-SHA1'): string;
}

export function makeSigner(bits = 2048): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    sign: (content, hash = 'RSA-SHA256') => createSign(hash).update(content).sign(privateKey, 'base64'),
  };
}

/** A small generator with a seed, so that a failure can be had again. */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const pick = <T>(random: () => number, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const digits = (random: () => number, count: number): string => Array.from({ length: count }, () => Math.floor(random() * 10)).join('');

const SUBJECTS = [
  '会员年费',
  '手机壳（黑色）两件',
  'iPhone 15 Pro 保护膜',
  '测试订单 A+B',
  '咖啡 大杯 少冰',
  '图书《算法》+ 配送',
  '8月话费充值100元',
  '云服务器 2核4G 续费',
  '电影票 x 2',
  '定制T恤 蓝/白 L码',
];

/** A payment notification as Alipay documents it. `rich` adds what mistakes need: signs, JSON, percent escapes. */
export function makeNotification(random: () => number): Pairs {
  const cents = 1 + Math.floor(random() * 99999);
  const amount = (cents / 100).toFixed(2);
  const day = `2024-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`;
  const time = (second: number): string => `${day} 1${Math.floor(random() * 10)}:2${second % 10}:3${Math.floor(random() * 10)}`;
  const app = `2021${digits(random, 12)}`;
  const order = `NO${digits(random, 14)}`;
  const pairs: (readonly [string, string])[] = [
    ['gmt_create', time(1)],
    ['charset', 'utf-8'],
    ['gmt_payment', time(2)],
    ['notify_time', time(3)],
    ['subject', pick(random, SUBJECTS)],
    ['buyer_id', `2088${digits(random, 12)}`],
    ['body', `${pick(random, SUBJECTS)} 备注`],
    ['invoice_amount', amount],
    ['version', '1.0'],
    ['notify_id', `${day.replaceAll('-', '')}00222${digits(random, 20)}`],
    ['fund_bill_list', `[{"amount":"${amount}","fundChannel":"${pick(random, ['ALIPAYACCOUNT', 'PCREDIT', 'BANKCARD'])}"}]`],
    ['notify_type', 'trade_status_sync'],
    ['out_trade_no', order],
    ['total_amount', amount],
    ['trade_status', 'TRADE_SUCCESS'],
    ['trade_no', `${day.replaceAll('-', '')}2200${digits(random, 16)}`],
    ['auth_app_id', app],
    ['receipt_amount', amount],
    ['point_amount', '0.00'],
    ['buyer_pay_amount', amount],
    ['app_id', app],
    ['seller_id', `2088${digits(random, 12)}`],
    ['passback_params', encodeURIComponent(`shop=${digits(random, 3)}&from=${pick(random, ['app', 'h5', '小程序'])}`)],
    ['sign_type', 'RSA2'],
  ];
  return pairs
    .map((pair, i) => ({ pair, order: i === 0 ? -1 : random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ pair }) => pair);
}

/** The content by Alipay's rule V1 (or V2), written anew here and not taken from the product. */
export function contentOf(pairs: Pairs, rule: 'V1' | 'V2' = 'V1'): string {
  return pairs
    .filter(([name]) => name !== 'sign' && (rule === 'V2' || name !== 'sign_type'))
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

export const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');

const formValue = (text: string): string =>
  encodeURIComponent(text)
    .replace(/%20/g, '+')
    .replace(/[!'()*~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

export const renderForm = (pairs: Pairs): string => pairs.map(([name, value]) => `${formValue(name)}=${formValue(value)}`).join('&');
export const renderJson = (pairs: Pairs): string => JSON.stringify(Object.fromEntries(pairs));

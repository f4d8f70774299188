/** Messages to paste: a genuine one of the shared vectors, or one signed here with a throw-away key where those are absent. */
import { createSign, generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

const SHARED = new URL('../../../shared/vectors/alipay.json', import.meta.url);

export interface Sample {
  readonly origin: 'shared vector' | 'signed here';
  readonly text: string;
  readonly key: string;
}

interface Vector {
  readonly id: string;
  readonly raw: string;
  readonly form: string;
  readonly dialect: string;
  readonly keys: readonly { readonly kind: string; readonly value?: string; readonly text?: string }[];
}

/** Where the shared vectors are, or null when this checkout has none. */
export function realSample(): Sample | null {
  if (!existsSync(SHARED)) return null;
  const vectors = JSON.parse(readFileSync(SHARED, 'utf8')) as readonly Vector[];
  const vector = vectors.find(({ form, dialect }) => form === 'form-body' && dialect === 'openapi2-notify');
  const key = vector?.keys[0];
  const text = key?.value ?? key?.text;
  return vector && text ? { origin: 'shared vector', text: vector.raw, key: text } : null;
}

/** A payment notification in the form Alipay sends, signed by a key made for this run. */
export function ownSample(): Sample {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const fields: Readonly<Record<string, string>> = {
    app_id: '2021000000000000',
    buyer_id: '2088000000000000',
    buyer_pay_amount: '88.88',
    charset: 'utf-8',
    fund_bill_list: '[{"amount":"88.88","fundChannel":"ALIPAYACCOUNT"}]',
    gmt_create: '2024-05-06 07:08:09',
    gmt_payment: '2024-05-06 07:08:10',
    notify_id: '2024050600222070810000000000000000',
    notify_time: '2024-05-06 07:08:11',
    notify_type: 'trade_status_sync',
    out_trade_no: 'T20240506-0001',
    receipt_amount: '88.88',
    seller_id: '2088000000000001',
    subject: '测试商品 A+B',
    total_amount: '88.88',
    trade_no: '2024050622001400000000000000',
    trade_status: 'TRADE_SUCCESS',
    version: '1.0',
  };
  const content = Object.keys(fields)
    .sort()
    .map((name) => `${name}=${fields[name] ?? ''}`)
    .join('&');
  const sign = createSign('RSA-SHA256').update(content, 'utf8').sign(privateKey, 'base64');
  const text = new URLSearchParams({ ...fields, sign_type: 'RSA2', sign }).toString();
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  return { origin: 'signed here', text, key };
}

export function sample(): Sample {
  return realSample() ?? ownSample();
}

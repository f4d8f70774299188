/** What is encrypted in WeChat Pay's messages, and how. */
import type { Reading } from '../../read/reading.ts';
import type { SealedPart } from '../provider.ts';
import { queryValue } from '../query.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // how JSON.parse says "not JSON"
  }
}

/**
 * `resource` of v3, `encrypt_certificate` of the certificates' answer, `req_info` of v2 refunds, `Encrypt` of message callbacks, and the
 * `echostr` with which WeCom checks an address. @see developer.work.weixin.qq.com, 回调配置: 验证URL有效性
 */
export function sealedIn(reading: Reading): readonly SealedPart[] {
  const echo = queryValue(reading, 'msg_signature') === undefined ? '' : (queryValue(reading, 'echostr')?.trim() ?? '');
  if (echo !== '') return [{ name: 'echostr', scheme: 'wechat-message', ciphertext: echo }];
  return reading.pairs.flatMap(({ name, value }): readonly SealedPart[] => {
    if (name === 'resource' || name === 'encrypt_certificate') return gcm(name, parse(value));
    if (name === 'data') {
      const list = parse(value);
      return Array.isArray(list)
        ? list
            .slice(0, 32)
            .flatMap((item: unknown, i) => (isObject(item) ? gcm(`data[${i}].encrypt_certificate`, item['encrypt_certificate']) : []))
        : [];
    }
    if (name === 'req_info' && value.trim() !== '') return [{ name, scheme: 'wechatpay-v2-refund', ciphertext: value }];
    if (name === 'Encrypt' && value.trim() !== '') return [{ name, scheme: 'wechat-message', ciphertext: value }];
    return [];
  });
}

function gcm(name: string, value: unknown): readonly SealedPart[] {
  const ciphertext = isObject(value) ? textOf(value['ciphertext']) : undefined;
  if (!isObject(value) || ciphertext === undefined) return [];
  const nonce = textOf(value['nonce']);
  const associated = textOf(value['associated_data'] ?? value['associatedData']);
  const sm = textOf(value['algorithm']) === 'AEAD_SM4_GCM';
  return [
    {
      name,
      scheme: sm ? 'wechatpay-v3-sm4' : 'wechatpay-v3',
      ciphertext,
      ...(nonce === undefined ? {} : { nonce }),
      ...(associated === undefined ? {} : { associated }),
    },
  ];
}

/** WeChat Pay as a provider: v3 under RSA, v2 under the API key, and message callbacks. */
import type { Provider } from '../provider.ts';
import { face } from './face.ts';
import { known, names } from './names.ts';
import { shapeOf } from './shapes.ts';
import { signerOf } from './signer.ts';

export const wechatpay: Provider = {
  ...face,
  names,
  known,
  // Each merchant has keys of its own: none is published for all.
  keys: [],
  // @see pay.weixin.qq.com/doc/v3/merchant/4013053249 Wechatpay-Signature-Type; v2 sign_type
  algorithms: { 'WECHATPAY2-SHA256-RSA2048': 'sha-256', 'WECHATPAY2-SM2-WITH-SM3': 'sm2', MD5: 'mac', 'HMAC-SHA256': 'mac' },
  suspects: async (dialect) =>
    dialect.startsWith('wechatpay-v3')
      ? (await import('./suspects/v3.ts')).suspects
      : dialect === 'wechat-message'
        ? (await import('./suspects/message.ts')).suspects
        : (await import('./suspects/v2.ts')).suspects,
  // v2 signs every element, v3 signs the body: nothing in them is unsigned.
  mayBeUnsigned: () => false,
  wrongKeys: ['v3-wrong-cert', 'key-rotated'],
  wrongSecrets: ['v2-wrong-key'],
  // @see pay.weixin.qq.com/doc/v3/merchant/4012154180: while a merchant changes over, messages come under the certificate and under the public key
  keyRing: true,
  signer: signerOf,
  certificates: { said: { time: ['Wechatpay-Timestamp'] } },
  ownCauses: {
    'sign-type-removed': 'v2-signtype-removed',
    'param-missing': 'v2-unknown-fields',
    'empty-kept': 'v2-empty',
    'trim-value': 'v2-trim-cdata',
    'html-entity-quotes': 'v2-trim-cdata',
    'nginx-hex-escape': 'v2-trim-cdata',
    'backslash-quotes': 'v2-trim-cdata',
  },
  originOf: () => ['own-query-param'],
  shape: shapeOf,
  samples: [
    { starts: 'WECHATPAY/SIGNTEST/', kind: 'probe', source: 'pay.weixin.qq.com/doc/v3/merchant/4013053249 and 4016241880' },
    {
      starts: 'B552ED6B279343CB493C5DD0D78AB241',
      kind: 'documentation',
      source: 'pay.weixin.qq.com/wiki/doc/api/jsapi.php?chapter=9_7 (支付结果通知), example',
    },
    {
      starts: 'C380BEC2BFD727A4B6845133519F3AD6',
      kind: 'documentation',
      source: 'pay.weixin.qq.com/wiki/doc/api/pap.php (签约结果通知), example',
    },
    {
      starts: '5157F09EFDC096DE15EBE81A47057A7232F1B8E1',
      header: 'Wechatpay-Serial',
      kind: 'documentation',
      source: 'pay.weixin.qq.com/doc/v3, 通知报文 examples: the serial of a certificate that is published nowhere, the ciphertext left out',
    },
  ],
};

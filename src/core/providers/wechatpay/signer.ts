/** Which key a v3 message says that it was signed with. */
import type { Reading } from '../../read/reading.ts';
import { headerValues } from '../headers.ts';
import type { Signer } from '../provider.ts';

/**
 * `Wechatpay-Serial`: 40 hex digits are the serial of a platform certificate, `PUB_KEY_ID_…` is WeChat Pay's public key, which has no certificate.
 * @see pay.weixin.qq.com/doc/v3/merchant/4012154180; wechatpay-apache-httpclient#140 for serials printed as decimal numbers
 */
export function signerOf(reading: Reading): Signer | null {
  const text = headerValues(reading, 'Wechatpay-Serial')[0]?.trim();
  if (text === undefined || text === '') return null;
  if (/^PUB_KEY_ID_/i.test(text)) return { header: 'Wechatpay-Serial', text, fits: (certificate) => (certificate === null ? null : false) };
  const serials = serialsIn(text);
  return serials.length === 0
    ? null
    : {
        header: 'Wechatpay-Serial',
        text,
        fits: (certificate) => (certificate === null ? null : serials.includes(plain(certificate.serial))),
      };
}

/** Letter case and leading zeros get lost; all digits may be either notation. */
function serialsIn(text: string): readonly string[] {
  const bare = text.replace(/^0x/i, '').replace(/[:\s]/g, '');
  const hex = /^[0-9a-f]{1,64}$/i.test(bare) ? [plain(bare)] : [];
  return /^\d{1,80}$/.test(bare) ? [...hex, BigInt(bare).toString(16)] : hex;
}

const plain = (hex: string): string => hex.toLowerCase().replace(/^0+(?=.)/, '');

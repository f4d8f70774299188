/** What is encrypted in Alipay's messages: the content of messages and responses of an application that asked for it, and old WAP notifications. */
import type { Reading } from '../../read/reading.ts';
import type { SealedPart } from '../provider.ts';

const BASE64 = /^[A-Za-z0-9+/\s]{24,}={0,2}$/;

/** @see Alipay open docs, 接口内容加密方式: encrypt_type=AES, `biz_content`; responses are one base64 text */
export function sealedIn({ pairs }: Reading): readonly SealedPart[] {
  const isAes = pairs.some(({ name, value }) => name === 'encrypt_type' && value.toUpperCase() === 'AES');
  const isRsa = pairs.some(({ name, value }) => name === 'sec_id' && value.trim() === '0001');
  return pairs.flatMap(({ name, value }): readonly SealedPart[] => {
    const sealed = (name === 'biz_content' && isAes) || name === 'response' || /_response$/.test(name);
    if (name === 'notify_data' && isRsa && isBlocks(value))
      return [{ name, scheme: 'alipay-wap-rsa', ciphertext: value, signedInside: true }];
    return sealed && BASE64.test(value) ? [{ name, scheme: 'alipay-aes', ciphertext: value }] : [];
  });
}

/**
 * Whole blocks of an RSA key in base64, 1024 bits at least; a plain notification begins with an angle bracket.
 * @see Alipay WAP documents, alipay.wap.trade.create.direct: 异步通知, RSA 加密 (decrypt with the merchant's private key before verifying)
 */
function isBlocks(value: string): boolean {
  const digits = value.trim().replace(/[\r\n\t=]/g, '').length;
  return BASE64.test(value) && digits >= 171 && Math.floor((digits * 3) / 4) % 64 === 0;
}

/** What is encrypted in Alipay's messages: the content of messages and responses of an application that asked for it. */
import type { Reading } from '../../read/reading.ts';
import type { SealedPart } from '../provider.ts';

const BASE64 = /^[A-Za-z0-9+/\s]{24,}={0,2}$/;

/** @see Alipay open docs, 接口内容加密方式: encrypt_type=AES, `biz_content`; responses are one base64 text */
export function sealedIn({ pairs }: Reading): readonly SealedPart[] {
  const isAes = pairs.some(({ name, value }) => name === 'encrypt_type' && value.toUpperCase() === 'AES');
  return pairs.flatMap(({ name, value }): readonly SealedPart[] => {
    const sealed = (name === 'biz_content' && isAes) || name === 'response' || /_response$/.test(name);
    return sealed && BASE64.test(value) ? [{ name, scheme: 'alipay-aes', ciphertext: value }] : [];
  });
}

/** SM2 keys of this run, and signatures as WeChat Pay and Alipay send them: DER, SM3, the usual user id. */
import { sm2 } from 'sm-crypto-v2';

export interface Sm2Signer {
  readonly spki: Buffer;
  readonly pem: string;
  sign(content: Uint8Array): Buffer;
}

/** SubjectPublicKeyInfo up to the point: id-ecPublicKey, the curve 1.2.156.10197.1.301. @see GB/T 32918.5-2017, RFC 5480 §2 */
const HEAD = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d034200', 'hex');

export function makeSm2Signer(): Sm2Signer {
  const { privateKey, publicKey } = sm2.generateKeyPairHex();
  const spki = Buffer.concat([HEAD, Buffer.from(publicKey, 'hex')]);
  return {
    spki,
    pem: `-----BEGIN PUBLIC KEY-----\n${spki.toString('base64').replace(/(.{64})/g, '$1\n')}\n-----END PUBLIC KEY-----\n`,
    sign: (content) => {
      const hex = sm2.doSignature(content, privateKey, { hash: true });
      return derOfSm2(BigInt(`0x${hex.slice(0, 64)}`), BigInt(`0x${hex.slice(64)}`));
    },
  };
}

export function derOfSm2(r: bigint, s: bigint): Buffer {
  const integer = (value: bigint): Buffer => {
    const hex = value.toString(16);
    const bytes = Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex');
    const content = (bytes[0] as number) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes;
    return Buffer.concat([Buffer.from([0x02, content.length]), content]);
  };
  const inside = Buffer.concat([integer(r), integer(s)]);
  return Buffer.concat([Buffer.from([0x30, inside.length]), inside]);
}

/** Certificates shaped like Alipay's, made of their own keys in each run: names, serials, dates and algorithms as a test wants them. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { makeSm2Signer } from './sm2.ts';

type Hash = 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512';

/** An attribute of a name: its keyword or its number, its value, and the string type it is written in. */
export type Attribute = readonly [type: string, value: string | Buffer, tag?: number];

export interface Spec {
  /** In the order of the certificate: the country first. */
  readonly subject: readonly Attribute[];
  readonly serial: bigint;
  readonly from?: string;
  readonly to?: string;
  readonly authority?: true;
  readonly kind?: 'rsa' | 'ec' | 'sm2';
  readonly hash?: Hash;
  readonly bits?: number;
}

export interface Issued {
  readonly pem: string;
  readonly der: Buffer;
  readonly subject: readonly Attribute[];
  readonly publicKey: string;
  readonly privateKey: string;
  /** base64, as Alipay signs a message. */
  sign(content: string): string;
  /** As it signs a certificate. */
  readonly seal: (tbs: Buffer) => Buffer;
  readonly algorithm: Buffer;
}

const UTF8 = 0x0c;
const OIDS: Readonly<Record<string, string>> = {
  CN: '2.5.4.3',
  C: '2.5.4.6',
  L: '2.5.4.7',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  md5: '1.2.840.113549.1.1.4',
  sha1: '1.2.840.113549.1.1.5',
  sha224: '1.2.840.113549.1.1.14',
  sha256: '1.2.840.113549.1.1.11',
  sha384: '1.2.840.113549.1.1.12',
  sha512: '1.2.840.113549.1.1.13',
  ec: '1.2.840.10045.4.3.2',
  sm2: '1.2.156.10197.1.501',
};

const tlv = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  const size = content.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
};
const sequence = (...parts: readonly Buffer[]): Buffer => tlv(0x30, ...parts);

function integer(value: bigint): Buffer {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex');
  return tlv(0x02, (bytes[0] ?? 0) >= 128 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}

function oid(name: string): Buffer {
  const [a = 0, b = 0, ...rest] = (OIDS[name] ?? name).split('.').map(Number);
  const bytes = [40 * a + b, ...rest].flatMap((part) => {
    const digits = [part & 127];
    for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128)) digits.unshift((left & 127) | 128);
    return digits;
  });
  return tlv(0x06, Buffer.from(bytes));
}

export const nameOf = (attributes: readonly Attribute[]): Buffer =>
  sequence(
    ...attributes.map(([type, value, tag = UTF8]) =>
      tlv(0x31, sequence(oid(type), tlv(tag, typeof value === 'string' ? Buffer.from(value) : value))),
    ),
  );

const time = (iso: string): Buffer => tlv(0x17, Buffer.from(`${iso.replace(/[-:T]/g, '').slice(2, 14)}Z`));

/** Signed by `by`, or by itself. */
export function issue(spec: Spec, by?: Issued): Issued {
  const { subject, serial, from = '2024-01-01T00:00:00Z', to = '2034-01-01T00:00:00Z', kind = 'rsa', hash = 'sha256', bits = 2048 } = spec;
  const own = kind === 'sm2' ? sm2Keys() : nodeKeys(kind, hash, bits);
  const signer = by ?? { subject, ...own };
  const constraints = spec.authority
    ? [tlv(0xa3, sequence(sequence(oid('2.5.29.19'), tlv(0x01, Buffer.from([255])), tlv(0x04, sequence(tlv(0x01, Buffer.from([255])))))))]
    : [];
  const tbs = sequence(
    tlv(0xa0, integer(2n)),
    integer(serial),
    signer.algorithm,
    nameOf(signer.subject),
    sequence(time(from), time(to)),
    nameOf(subject),
    own.spki,
    ...constraints,
  );
  const der = sequence(tbs, signer.algorithm, tlv(0x03, Buffer.from([0]), signer.seal(tbs)));
  return {
    ...own,
    subject,
    der,
    pem: `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/(.{64})/g, '$1\n')}\n-----END CERTIFICATE-----\n`,
  };
}

type Keys = Pick<Issued, 'publicKey' | 'privateKey' | 'sign' | 'seal' | 'algorithm'> & { readonly spki: Buffer };

function nodeKeys(kind: 'rsa' | 'ec', hash: Hash, bits: number): Keys {
  const pair =
    kind === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: bits }) : generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const { privateKey, publicKey }: { privateKey: KeyObject; publicKey: KeyObject } = pair;
  return {
    spki: publicKey.export({ type: 'spki', format: 'der' }),
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    sign: (content) => sign('sha256', Buffer.from(content), privateKey).toString('base64'),
    seal: (tbs) => sign(hash, tbs, privateKey),
    algorithm: kind === 'rsa' ? sequence(oid(hash), tlv(0x05)) : sequence(oid('ec')),
  };
}

function sm2Keys(): Keys {
  const signer = makeSm2Signer();
  return {
    spki: signer.spki,
    publicKey: signer.pem,
    privateKey: '',
    sign: (content) => signer.sign(Buffer.from(content)).toString('base64'),
    seal: (tbs) => signer.sign(tbs),
    algorithm: sequence(oid('sm2')),
  };
}

/** What Alipay's SDKs make of an issuer's name and a serial: the last part of the name first. */
export const snOf = (issuer: string, serial: bigint): string => createHash('md5').update(`${issuer}${serial}`).digest('hex');

const ANT: readonly Attribute[] = [
  ['C', 'CN', 0x13],
  ['O', 'Ant Financial'],
  ['OU', 'Certification Authority'],
];
const authority = (name: string): readonly Attribute[] => [...ANT, ['CN', `Ant Financial Certification Authority ${name}`]];

export const PID = '2088000000000404';
export const APP = '2021003100000101';
/** As in the certificates that Alipay issues: the merchant's company, then who holds the key. */
const holder = (cn: string): readonly Attribute[] => [
  ['C', 'CN', 0x13],
  ['O', '某某服饰有限公司'],
  ['OU', 'Alipay'],
  ['CN', cn],
];

/** The files of an application in certificate mode, and the bundle of roots behind them. */
export function makeAlipayFiles(test: '' | ' test' = '') {
  const r1 = issue({ subject: authority(`R1${test}`), serial: 0x1fcfa18d6a480d12n, authority: true });
  const e1 = issue({ subject: authority(`E1${test}`), serial: 0x417efa52c07fdf4bn, authority: true, kind: 'ec' });
  const s1 = issue({
    subject: [...ANT.slice(0, 1), ['O', 'NRCAC'], ['CN', 'ROOTCA']],
    serial: 0x69e2fec0170ac67cn,
    authority: true,
    kind: 'sm2',
  });
  const old = issue({
    subject: [
      ['C', 'CN', 0x13],
      ['O', 'iTrusChina'],
      ['CN', 'iTrusChina Class 2 Root CA - G3'],
    ],
    serial: 0x90c764e9d560384212d9c08fd10e373fdd0fb397n,
    authority: true,
    hash: 'sha1',
  });
  const class1 = issue({ subject: authority(`Class 1 R1${test}`), serial: 8492310951254566706n, authority: true }, r1);
  const class2 = issue({ subject: authority(`Class 2 R1${test}`), serial: 0x62c4abe5b2803260n, authority: true }, r1);
  const alipay = issue({ subject: holder(`支付宝(中国)网络技术有限公司-${PID}`), serial: 0x20240312834692c845ad500a5b420d2cn }, class2);
  const app = issue({ subject: holder(`${PID}-${APP}`), serial: 0x20240312642e190a03d066f71f3ba5e6n }, class1);
  return { r1, e1, s1, old, class1, class2, alipay, app, bundle: [s1, r1, e1, old].map(({ pem }) => pem).join('\n') };
}

export const CLASS_2 = 'CN=Ant Financial Certification Authority Class 2 R1,OU=Certification Authority,O=Ant Financial,C=CN';

/**
 * What an X.509 certificate says: whom it names, by whom, its serial and dates, and what its issuer signed. Only structure is read,
 * so certificates with keys that nothing here can use (SM2, elliptic curves) are read like any other. Nothing is judged here.
 * @see RFC 5280 §4.1
 */
import { md5 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { encodeHex } from '../text/hex.ts';
import { encodeUtf8 } from '../text/utf8.ts';
import { contentOf, oidOf, readDer, toBigInt } from './der.ts';
import type { DerNode } from './der.ts';
import { dotted, readName } from './distinguished-name.ts';
import type { CertificateFacts } from './report.ts';

export interface Certificate {
  readonly facts: CertificateFacts;
  /** What the issuer signed, as it stands. */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
  /** The names as they stand, in hex: what tells whether one certificate is the issuer of another. */
  readonly subject: string;
  readonly issuer: string;
}

const BASIC_CONSTRAINTS = '551d13';
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const UTC_TIME = 0x17;
const VERSION = 0xa0;
const EXTENSIONS = 0xa3;

/** @returns null where the certificate does not have the shape that RFC 5280 prescribes; never throws */
export function readCertificate(der: Uint8Array): Certificate | null {
  const read = readDer(der);
  if (!read.ok) return null;
  const [tbs, algorithm, signature] = read.node.inner;
  if (!tbs || !algorithm || signature?.tag !== BIT_STRING || der[signature.from] !== 0) return null;
  const fields = tbs.inner[0]?.tag === VERSION ? tbs.inner.slice(1) : tbs.inner;
  const [serial, , issuer, validity, subject] = fields;
  if (serial?.tag !== INTEGER || !issuer || !subject || validity?.inner.length !== 2) return null;
  const number = toBigInt(contentOf(der, serial));
  const issuerName = readName(der, issuer);
  return {
    facts: {
      subject: readName(der, subject).shown,
      issuer: issuerName.shown,
      serial: number.toString(16),
      notBefore: timeOf(der, validity.inner[0]),
      notAfter: timeOf(der, validity.inner[1]),
      signatureAlgorithm: dotted(oidOf(der, algorithm.inner[0]) ?? ''),
      certSn: certSn(issuerName.hashed, number),
      fingerprint: encodeHex(sha256(der)),
      ...(isAuthority(der, fields) ? { authority: true as const } : {}),
      ...(issuerName.plain ? {} : { snDiffers: true as const }),
    },
    signed: der.subarray(tbs.start, tbs.end),
    signature: der.subarray(signature.from + 1, signature.end),
    subject: encodeHex(der.subarray(subject.start, subject.end)),
    issuer: encodeHex(der.subarray(issuer.start, issuer.end)),
  };
}

/** `alipay_cert_sn` and `app_cert_sn`: 32 digits, zeros in front kept. @see alipay/alipay-sdk-java-all: AntCertificationUtil.getCertSN */
const certSn = (issuer: string, serial: bigint): string => encodeHex(md5(encodeUtf8(issuer + serial.toString(10))));

/** Whether it may sign others. @see RFC 5280 §4.2.1.9 */
function isAuthority(der: Uint8Array, fields: readonly DerNode[]): boolean {
  const list = fields.find(({ tag }) => tag === EXTENSIONS)?.inner[0]?.inner ?? [];
  const octets = list.find(({ inner }) => oidOf(der, inner[0]) === BASIC_CONSTRAINTS)?.inner.at(-1);
  const read = octets ? readDer(contentOf(der, octets)) : null;
  const first = read?.ok ? read.node.inner[0] : undefined;
  return octets !== undefined && first?.tag === 0x01 && contentOf(der, octets)[first.from] !== 0;
}

/** UTCTime or GeneralizedTime, which RFC 5280 §4.1.2.5 fixes to seconds and `Z`, as ISO 8601; empty where it is neither. */
function timeOf(der: Uint8Array, time: DerNode | undefined): string {
  const digits = time ? String.fromCharCode(...contentOf(der, time).subarray(0, 20)) : '';
  const full = time?.tag === UTC_TIME ? (Number(digits.slice(0, 2)) < 50 ? '20' : '19') + digits : digits;
  const parts = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(full);
  return parts ? `${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6]}Z` : '';
}

/** What a certificate says, and the number by which Alipay names it. */
import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { readCertificate } from '../../../src/core/keys/certificate.ts';
import { readKeys } from '../../../src/core/keys/read-keys.ts';
import { CLASS_2, issue, makeAlipayFiles, nameOf, snOf } from '../../support/certificates.ts';
import type { Attribute } from '../../support/certificates.ts';

const files = makeAlipayFiles();
const factsOf = (der: Uint8Array) => readCertificate(der)?.facts;
const CN: Attribute = ['C', 'CN', 0x13];

describe('a certificate of Alipay', () => {
  test('is read whole: names with the last part first, serial, dates, algorithm', () => {
    expect(factsOf(files.alipay.der)).toMatchObject({
      subject: 'CN=支付宝(中国)网络技术有限公司-2088000000000404,OU=Alipay,O=某某服饰有限公司,C=CN',
      issuer: CLASS_2,
      serial: '20240312834692c845ad500a5b420d2c',
      notBefore: '2024-01-01T00:00:00Z',
      notAfter: '2034-01-01T00:00:00Z',
      signatureAlgorithm: '1.2.840.113549.1.1.11',
    });
  });
  test('has the number that the SDKs compute: MD5 over the issuer and the decimal serial', () => {
    expect(factsOf(files.alipay.der)?.certSn).toBe(snOf(CLASS_2, 0x20240312834692c845ad500a5b420d2cn));
    expect(factsOf(files.alipay.der)?.snDiffers).toBeUndefined();
  });
  test('says whether it may sign others', () => {
    expect(factsOf(files.class2.der)?.authority).toBe(true);
    expect(factsOf(files.alipay.der)?.authority).toBeUndefined();
  });
  test.each([
    ['an elliptic curve', 'e1', 'EC', '1.2.840.10045.4.3.2'],
    ['SM2', 's1', 'SM2', '1.2.156.10197.1.501'],
  ] as const)('with a key on %s is read like any other, and its key named', async (_, name, algorithm, oid) => {
    const [key] = await readKeys([files[name].pem]);
    expect(key?.report).toMatchObject({ format: 'x509', algorithm, role: 'root', certificate: { signatureAlgorithm: oid } });
  });
  test('agrees with what Node reads, for each of a whole set', () => {
    for (const { der } of [files.alipay, files.app, files.class1, files.r1, files.e1, files.old]) {
      const other = new X509Certificate(der);
      const facts = factsOf(der);
      expect(facts?.fingerprint).toBe(other.fingerprint256.replaceAll(':', '').toLowerCase());
      expect(facts?.serial).toBe(other.serialNumber.toLowerCase().replace(/^0+/, ''));
      expect(facts?.issuer.split(',').reverse()).toEqual(other.issuer.split('\n'));
      expect(Date.parse(facts?.notAfter ?? '')).toBe(Date.parse(other.validTo));
    }
  });
});

describe('the number', () => {
  const root = (subject: readonly Attribute[], serial = 1n) => factsOf(issue({ subject, serial, kind: 'ec' }).der);

  test('keeps the zeros in front', () => {
    let serial = 1n;
    while (!snOf('CN=a,C=CN', serial).startsWith('0')) serial++;
    const { certSn } = root([CN, ['CN', 'a']], serial) ?? {};
    expect(certSn).toBe(snOf('CN=a,C=CN', serial));
    expect(certSn).toHaveLength(32);
  });
  test('takes a serial beyond 128 bits, or with its highest bit set, as a positive decimal number', () => {
    for (const serial of [0x90c764e9d560384212d9c08fd10e373fdd0fb397n, 0xffn, 1n << 158n])
      expect(root([CN, ['CN', 'a']], serial)?.certSn).toBe(snOf('CN=a,C=CN', serial));
  });
  test('hashes other than ASCII as UTF-8', () => {
    expect(root([CN, ['CN', '沙箱证书']], 7n)?.certSn).toBe(snOf('CN=沙箱证书,C=CN', 7n));
  });

  // Expected texts: what `new X500Principal(der).getName()` of OpenJDK gives for these names, by its source (AVA.toRFC2253String).
  test.each([
    ['a comma and a plus', [['O', 'a,b+c', 0x0c]], 'O=a\\,b\\+c', 'O=a,b+c'],
    ['quotes, backslash, equals, hash', [['O', '#"\\=', 0x0c]], 'O=\\#\\"\\\\\\=', 'O=#"\\='],
    ['blanks at the ends', [['O', ' a b  ', 0x0c]], 'O=\\ a b\\ \\ ', 'O= a b  '],
    [
      'a type without a keyword',
      [['1.2.840.113549.1.9.1', 'a@b.cn', 0x16]],
      '1.2.840.113549.1.9.1=#16066140622e636e',
      '1.2.840.113549.1.9.1=a@b.cn',
    ],
    ['text that is none', [['O', Buffer.from([1, 2]), 0x04]], 'O=#04020102', 'O=\u0001\u0002'],
    ['two bytes a letter, which Java reads as UTF-8', [['O', Buffer.from([0, 0x41]), 0x1e]], 'O=\\00A', 'O=A'],
  ] as const)('spells a name as Java does, with %s, and says that others may not', (_, subject, hashed, shown) => {
    const facts = root([CN, ...(subject as readonly Attribute[])], 5n);
    expect(facts).toMatchObject({ certSn: snOf(`${hashed},C=CN`, 5n), issuer: `${shown},C=CN`, snDiffers: true });
  });
});

test('no bytes, and no certificate with a byte changed, throw', () => {
  expect(readCertificate(new Uint8Array())).toBeNull();
  const { der } = files.alipay;
  fc.assert(
    fc.property(fc.nat(der.length - 1), fc.nat(255), (at, byte) => {
      const bent = Buffer.from(der);
      bent[at] = byte;
      const read = readCertificate(bent);
      expect(read === null || typeof read.facts.certSn === 'string').toBe(true);
    }),
    { numRuns: 2000 },
  );
  for (let end = 0; end < der.length; end += 7) expect(readCertificate(der.subarray(0, end))).toBeNull();
  expect(readCertificate(nameOf([CN]))).toBeNull();
});

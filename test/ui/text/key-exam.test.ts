import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../src/core/read/reading.ts';
import { certificateChecks, fitOf, partiesOf } from '../../../src/ui/text/key-exam.ts';
import * as records from '../fixtures/records.ts';

const rsa = records.key;
const { passed, wrongKey, noKey } = records;

describe('does this key fit', () => {
  it('yes where it opened the signature', () => expect(fitOf(rsa, 0, passed.verdict)).toBe('fits'));
  it('no where the padding refutes it, whichever key was tried first', () => {
    expect(fitOf(rsa, 0, wrongKey.verdict)).toBe('refuted');
    expect(fitOf(rsa, 1, wrongKey.verdict)).toBe('refuted');
  });
  it('another one does', () => expect(fitOf(rsa, 1, passed.verdict)).toBe('other'));
  it('once mended', () => expect(fitOf(rsa, 0, { ...passed.verdict, indication: 'failed', reason: 'wrong-key' })).toBe('mended'));
  it('by length alone', () =>
    expect(fitOf(rsa, 0, { ...wrongKey.verdict, opened: { ok: false, why: 'length', block: null } })).toBe('length'));
  it('not told without a signature or a key', () => {
    expect(fitOf(rsa, 0, null)).toBe('nothing');
    expect(fitOf(rsa, 0, noKey.verdict)).toBe('nothing');
  });
  it('not asked of what is no key', () =>
    expect(fitOf({ ...rsa, problems: [{ id: 'not-der', severity: 'error' }] }, 0, passed.verdict)).toBe('unusable'));
  it('a shared secret is proved by passing only', () => {
    const { opened: _, ...verdict } = passed.verdict;
    const secret = { ...rsa, algorithm: 'secret' } as const;
    expect(fitOf(secret, 0, verdict)).toBe('secret');
    expect(fitOf(secret, 0, { ...verdict, indication: 'failed', reason: 'mac-mismatch' })).toBe('untold');
  });
});

describe('the certificate beside the message', () => {
  const certificate = {
    subject: 'CN=支付宝(中国)网络技术有限公司-2088100000000000,OU=Alipay,O=shop@example.com,C=CN',
    issuer: 'CN=Ant Financial Certification Authority Class 2 R1,OU=Certification Authority,O=Ant Financial,C=CN',
    serial: '20180c0ffee',
    notBefore: '2024-01-01T00:00:00Z',
    notAfter: '2029-01-01T00:00:00Z',
    signatureAlgorithm: '1.2.840.113549.1.1.11',
    certSn: 'aa'.repeat(16),
  };
  const now = new Date('2026-11-20T00:00:00Z');
  const reading = (values: Readonly<Record<string, string>>, headers: Reading['headers'] = []): Reading => ({
    ...passed.reading,
    pairs: Object.entries(values).map(([name, value]) => ({ name, value, nameSpan: [0, 0], valueSpan: [0, 0] })),
    headers,
  });
  const check = (values: Readonly<Record<string, string>>, headers: Reading['headers'] = []) =>
    Object.fromEntries(certificateChecks(certificate, reading(values, headers), now).map(({ id, holds }) => [id, holds]));

  it('is dated', () => {
    const state = (date: string) => certificateChecks(certificate, null, new Date(date))[0];
    expect(state('2026-01-01')).toMatchObject({ holds: true, own: 'valid' });
    expect(state('2029-06-01')).toMatchObject({ holds: false, own: 'expired' });
    expect(state('2023-06-01')).toMatchObject({ holds: false, own: 'early' });
  });
  it('is named by its number in a parameter or a header', () => {
    expect(check({ alipay_cert_sn: certificate.certSn })['alipay-cert-sn']).toBe(true);
    expect(check({ alipay_cert_sn: 'bb' })['alipay-cert-sn']).toBe(false);
    expect(check({}, [{ name: 'Alipay-Sn', value: certificate.certSn, span: [0, 0] }])['alipay-cert-sn']).toBe(true);
  });
  it('speaks of the seller of the message', () => {
    expect(check({ seller_id: '2088100000000000' })).toMatchObject({ seller: true });
    expect(check({ seller_id: '2088100000000001' })).toMatchObject({ seller: false });
  });
  it('is compared by serial for WeChat Pay, whatever the letter case', () => {
    expect(check({}, [{ name: 'Wechatpay-Serial', value: '0020180C0FFEE', span: [0, 0] }])['wechatpay-serial']).toBe(true);
    expect(check({}, [{ name: 'Wechatpay-Serial', value: 'PUB_KEY_ID_0114232134912410000', span: [0, 0] }])).not.toHaveProperty(
      'wechatpay-serial',
    );
  });
  it('is judged by nothing that the message does not say', () => expect(Object.keys(check({}))).toEqual(['dates']));
  it("the application's own certificate names both parties", () => {
    expect(partiesOf('CN=2088101122136241-2021000116667890,O=x')).toEqual({ seller: '2088101122136241', app: '2021000116667890' });
    expect(partiesOf('CN=example')).toEqual({ seller: null, app: null });
  });
});

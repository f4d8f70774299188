import { describe, expect, it } from 'vitest';
import type { CertificateChain, CertificateFacts, CertificateNote } from '../../../src/core/keys/report.ts';
import { certificateRows, fitOf, stateOn } from '../../../src/ui/text/key-exam.ts';
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
  it('not asked of an authority or a root, unless it did', () => {
    const certificate = { subject: '', issuer: '', serial: '', notBefore: '', notAfter: '', signatureAlgorithm: '', certSn: '' };
    for (const role of ['root', 'authority'] as const) {
      expect(fitOf({ ...rsa, role, certificate }, 1, passed.verdict)).toBe('above');
      expect(fitOf({ ...rsa, role, certificate, problems: [{ id: 'ec-key', severity: 'error' }] }, 0, null)).toBe('above');
      expect(fitOf({ ...rsa, role, certificate }, 0, passed.verdict)).toBe('fits');
    }
  });
  it('a shared secret is proved by passing only', () => {
    const { opened: _, ...verdict } = passed.verdict;
    const secret = { ...rsa, algorithm: 'secret' } as const;
    expect(fitOf(secret, 0, verdict)).toBe('secret');
    expect(fitOf(secret, 0, { ...verdict, indication: 'failed', reason: 'mac-mismatch' })).toBe('untold');
  });
});

describe('a certificate', () => {
  const certificate: CertificateFacts = {
    subject: 'CN=支付宝(中国)网络技术有限公司-2088100000000000,OU=Alipay,O=shop@example.com,C=CN',
    issuer: 'CN=Ant Financial Certification Authority Class 2 R1,OU=Certification Authority,O=Ant Financial,C=CN',
    serial: '20180c0ffee',
    notBefore: '2024-01-01T00:00:00Z',
    notAfter: '2029-01-01T00:00:00Z',
    signatureAlgorithm: '1.2.840.113549.1.1.11',
    certSn: 'aa'.repeat(16),
  };
  const note = (id: CertificateNote['id'], holds: boolean): CertificateNote => ({ id, holds, own: 'a', said: 'b' });
  const tones = (parts: Partial<CertificateFacts>, hidden = false) =>
    Object.fromEntries(certificateRows({ ...certificate, ...parts }, hidden).map(({ id, tone }) => [id, tone]));

  it('is dated', () => {
    expect(stateOn(new Date('2026-01-01'), certificate)).toBe('valid');
    expect(stateOn(new Date('2029-06-01'), certificate)).toBe('expired');
    expect(stateOn(new Date('2023-06-01'), certificate)).toBe('early');
  });
  it('without a message or a chain has nothing told of it', () => expect(tones({})).toEqual({}));
  it('that another signer should have is no fault, but each other difference is', () => {
    expect(tones({ notes: [note('seller', false), note('app', false), note('alipay-cert-sn', false), note('dates', false)] })).toEqual({
      seller: null,
      app: 'failed',
      'alipay-cert-sn': 'failed',
      dates: 'failed',
    });
    expect(tones({ notes: [note('seller', true), note('root-cert-sn', true)] })).toEqual({ seller: 'passed', 'root-cert-sn': 'passed' });
  });
  it('of the application is the wrong one, whichever number it equals', () =>
    expect(tones({ notes: [note('app-cert-sn', true)] })).toEqual({ 'app-cert-sn': 'failed' }));
  it('tells only its dates where values are hidden', () =>
    expect(tones({ notes: [note('seller', true), note('dates', true)] }, true)).toEqual({ dates: 'passed' }));
  it('is vouched for by a verified signature or by being published, and refuted by a false one only', () => {
    const tone = (chain: CertificateChain) => tones({ chain })['chain'];
    expect(tone({ signature: 'verified', issuer: 1 })).toBe('passed');
    expect(tone({ signature: 'untested', anchor: 'production' })).toBe('passed');
    expect(tone({ signature: 'absent', anchor: 'production' })).toBe('passed');
    expect(tone({ signature: 'absent', named: 'production' })).toBeNull();
    expect(tone({ signature: 'untested' })).toBeNull();
    expect(tone({ signature: 'refuted', issuer: 1, named: 'production' })).toBe('failed');
  });
});

/** Which certificate signed which, as far as those at hand tell; and the number of a bundle of roots. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { CertificateChain, CertificateFacts } from '../../../src/core/keys/report.ts';
import type { RingKey } from '../../../src/core/keys/read-keys.ts';
import { readRing } from '../../../src/core/sealed-keys.ts';
import { withChains } from '../../../src/core/verify/chain.ts';
import { issue, makeAlipayFiles, snOf } from '../../support/certificates.ts';
import type { Issued } from '../../support/certificates.ts';

const files = makeAlipayFiles();
const sandbox = makeAlipayFiles(' test');
const factsOf = async (...pems: readonly string[]): Promise<readonly (CertificateFacts | undefined)[]> =>
  (await readRing(pems)).map(({ report }) => report.certificate);
const chainOf = async (...pems: readonly string[]): Promise<readonly (CertificateChain | undefined)[]> =>
  (await factsOf(...pems)).map((facts) => facts?.chain);

describe('the chain', () => {
  test('is verified from leaf to root where all are pasted, in any order and in any boxes', async () => {
    const [leaf, middle, root] = [files.alipay.pem, files.class2.pem, files.r1.pem];
    expect(await chainOf(leaf + middle + root)).toMatchObject([
      { signature: 'verified', issuer: 1 },
      { signature: 'verified', issuer: 2 },
      { signature: 'self' },
    ]);
    expect(await chainOf(root, middle, leaf)).toMatchObject([
      { signature: 'self' },
      { signature: 'verified', issuer: 0 },
      { signature: 'verified', issuer: 1 },
    ]);
  });
  test('says which issuer is missing, and whose the name is', async () => {
    expect(await chainOf(files.alipay.pem)).toEqual([{ signature: 'absent', named: 'production' }]);
    expect(await chainOf(sandbox.alipay.pem)).toEqual([{ signature: 'absent', named: 'sandbox' }]);
    const [other] = await chainOf(issue({ subject: [['CN', 'a']], serial: 1n }, issue({ subject: [['CN', 'CA']], serial: 2n })).pem);
    expect(other).toEqual({ signature: 'absent' });
  });
  test('is refuted where another key carries the name of the issuer', async () => {
    const forged = issue({ subject: files.class2.subject, serial: 0x62c4abe5b2803260n, authority: true });
    expect((await chainOf(files.alipay.pem, forged.pem))[0]).toMatchObject({ signature: 'refuted', issuer: 1 });
    // Beside the true one, the forged one does no harm.
    expect((await chainOf(files.alipay.pem, forged.pem, files.class2.pem))[0]).toMatchObject({ signature: 'verified', issuer: 2 });
  });
  test('is refuted where the certificate was changed after it was signed', async () => {
    const der = Buffer.from(files.alipay.der);
    const at = der.indexOf('2088000000000404');
    der.write('2088000000000405', at);
    const pem = `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`;
    expect((await chainOf(pem, files.class2.pem))[0]?.signature).toBe('refuted');
  });
  test('is left untested where it is signed with an elliptic curve or SM2, with a reason of its own', async () => {
    const under = (by: Issued) => issue({ subject: [['CN', 'leaf']], serial: 9n }, by).pem;
    expect((await chainOf(under(files.e1), files.e1.pem))[0]).toMatchObject({ signature: 'untested', issuer: 1 });
    expect((await chainOf(under(files.s1), files.s1.pem))[0]).toMatchObject({ signature: 'untested', issuer: 1 });
    expect((await chainOf(files.e1.pem))[0]?.signature).toBe('untested');
  });
  test('is not anchored by a name and a serial alone: everyone can write them', async () => {
    const copied = issue({ subject: files.r1.subject, serial: 0x1fcfa18d6a480d11n, authority: true });
    expect(await chainOf(copied.pem)).toEqual([{ signature: 'self', named: 'production' }]);
  });
  test('of certificates that sign each other comes to an end', async () => {
    const a = issue({ subject: [['CN', 'a']], serial: 1n });
    const b = issue({ subject: [['CN', 'b']], serial: 2n }, a);
    const again = issue({ subject: [['CN', 'a']], serial: 3n }, b);
    expect(await chainOf(b.pem, again.pem)).toHaveLength(2);
  });
});

describe('a signature of a certificate', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test.each(['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const)('with %s is verified', async (hash) => {
    const root = issue({ subject: [['CN', 'root']], serial: 1n, hash, bits: 1024 });
    expect((await chainOf(root.pem))[0]).toEqual({ signature: 'self' });
  });
  test('is judged by our own verifier where the platform has none', async () => {
    vi.stubGlobal('crypto', undefined);
    const root = issue({ subject: [['CN', 'root']], serial: 1n, bits: 1024 });
    expect((await chainOf(root.pem))[0]).toEqual({ signature: 'self' });
    const changed = Buffer.from(root.der);
    changed.write('r00t', changed.lastIndexOf('root'));
    changed.write('r00t', changed.indexOf('root'));
    const pem = `-----BEGIN CERTIFICATE-----\n${changed.toString('base64')}\n-----END CERTIFICATE-----\n`;
    expect((await chainOf(pem))[0]?.signature).toBe('refuted');
  });
  test('that names another hash than is inside is refuted', async () => {
    vi.stubGlobal('crypto', undefined);
    const [ring] = await readRing([issue({ subject: [['CN', 'root']], serial: 1n, bits: 1024 }).pem]);
    const { certificate } = ring as RingKey;
    if (!certificate) throw new Error('a fresh certificate cannot be read');
    const named = { ...certificate, facts: { ...certificate.facts, signatureAlgorithm: '1.2.840.113549.1.1.12' } };
    const [told] = await withChains([{ ...(ring as RingKey), certificate: named }]);
    expect(told?.report.certificate?.chain?.signature).toBe('refuted');
  });
  test('that the platform refuses is refuted, whatever we say', async () => {
    vi.stubGlobal('crypto', { subtle: { importKey: () => Promise.resolve('key'), verify: () => Promise.resolve(false) } });
    const root = issue({ subject: [['CN', 'root']], serial: 1n, bits: 1024 });
    expect((await chainOf(root.pem))[0]?.signature).toBe('refuted');
  });
});

describe('the anchor', () => {
  /** Alipay's R1, as published. */
  const R1 = '8458680229315741d3a9ab299ad357853ea7b8ac44248d65bcecc78869bebda7';
  /** As though the certificate at this place were the published one. */
  const anchored = async (published: number, ...pems: readonly string[]): Promise<readonly (string | undefined)[]> => {
    const ring = (await readRing(pems)).map((key, index): RingKey => {
      const { certificate } = key.report;
      return index === published && certificate
        ? { ...key, report: { ...key.report, certificate: { ...certificate, fingerprint: R1 } } }
        : key;
    });
    return (await withChains(ring)).map(({ report }) => report.certificate?.chain?.anchor);
  };
  const [leaf, middle, root] = [files.alipay.pem, files.class2.pem, files.r1.pem];

  test('holds all that is verified below it', async () => {
    expect(await anchored(2, leaf, middle, root)).toEqual(['production', 'production', 'production']);
    expect(await anchored(0, root, middle, leaf)).toEqual(['production', 'production', 'production']);
  });
  test('holds nothing above it', async () => {
    expect(await anchored(1, leaf, middle, root)).toEqual(['production', 'production', undefined]);
    expect(await anchored(0, leaf, middle, root)).toEqual(['production', undefined, undefined]);
  });
  test('holds nothing where a link is missing or refuted', async () => {
    expect(await anchored(1, leaf, root)).toEqual([undefined, 'production']);
    const forged = issue({ subject: files.class2.subject, serial: 1n, authority: true });
    expect(await anchored(1, leaf, forged.pem)).toEqual([undefined, 'production']);
  });
  test('is none without a published one', async () => {
    expect(await anchored(-1, leaf, middle, root)).toEqual([undefined, undefined, undefined]);
  });
  test('is sought where keys without certificates lie among them', async () => {
    expect(await anchored(3, leaf, files.app.publicKey, middle, root)).toEqual(['production', undefined, 'production', 'production']);
  });
});

test('a ring without certificates is left as it is', async () => {
  const ring = await readRing([files.app.publicKey]);
  expect(await withChains(ring)).toBe(ring);
});

describe('the number of the roots', () => {
  const sn = ({ subject }: Issued, serial: bigint): string =>
    snOf(
      [...subject]
        .reverse()
        .map(([type, value]) => `${type}=${value.toString()}`)
        .join(','),
      serial,
    );
  const rsa = `${sn(files.r1, 0x1fcfa18d6a480d12n)}_${sn(files.old, 0x90c764e9d560384212d9c08fd10e373fdd0fb397n)}`;
  const sm2 = sn(files.s1, 0x69e2fec0170ac67cn);

  test('joins those signed with RSA in their order and passes over the others, which count for SM2', async () => {
    const [first, ...others] = await factsOf(files.bundle);
    expect(first?.rootSn).toEqual({ rsa, sm2 });
    expect(others.map((facts) => facts?.rootSn)).toEqual([undefined, undefined, undefined]);
  });
  test('counts each pasted file by itself, and no leaf or issuing authority in it', async () => {
    const [leaf, middle, root] = await factsOf(files.alipay.pem + files.class2.pem, files.r1.pem);
    expect([leaf?.rootSn, middle?.rootSn]).toEqual([undefined, undefined]);
    expect(root?.rootSn).toEqual({ rsa: sn(files.r1, 0x1fcfa18d6a480d12n), sm2: '' });
  });
  test('is empty for roots without RSA', async () => {
    expect((await factsOf(files.e1.pem))[0]?.rootSn).toEqual({ rsa: '', sm2: '' });
  });
});

test('a bundle is read one by one: what one certificate lacks does not touch the next', async () => {
  const cut = files.r1.pem.replace(/\n(?:[^\n]+\n){3}-----END/, '\n-----END');
  const ring = await readRing([files.s1.pem + cut + files.e1.pem + files.old.pem]);
  expect(ring.map(({ report }) => [report.algorithm, report.problems[0]?.id])).toEqual([
    ['SM2', 'sm2-key'],
    [null, 'truncated'],
    ['EC', 'ec-key'],
    ['RSA', undefined],
  ]);
});

/**
 * Which of the certificates at hand signed which, and the number of a bundle of roots. Beside the verdict, never in it: a message
 * verifies under a key, whoever vouches for that key.
 * @see RFC 5280 §6.1 (names and signatures only: no policies, no revocation)
 */
import type { Certificate } from '../keys/certificate.ts';
import { environmentOf, isPublished } from '../keys/issuers.ts';
import type { PublicKey } from '../keys/public-key.ts';
import type { RingKey } from '../keys/read-keys.ts';
import type { CertificateChain, RootSn } from '../keys/report.ts';
import { digestHex } from './digest.ts';
import { openSignature } from './open.ts';
import { verifyOnPlatform } from './platform.ts';
import type { HashName } from './verdict.ts';

/** RFC 8017 A.2.4 and what comes before it: every signature with RSA, the way in which Alipay's SDKs tell one. */
const RSA = '1.2.840.113549.1.1';
/** SM2 with SM3. @see GM/T 0006-2012 */
const SM2 = '1.2.156.10197.1.501';

const HASHES: Readonly<Record<string, HashName>> = {
  [`${RSA}.4`]: 'md5',
  [`${RSA}.5`]: 'sha-1',
  [`${RSA}.11`]: 'sha-256',
  [`${RSA}.12`]: 'sha-384',
  [`${RSA}.13`]: 'sha-512',
  [`${RSA}.14`]: 'sha-224',
};

interface Held {
  readonly index: number;
  readonly certificate: Certificate;
  readonly key: PublicKey | null;
}

/** The same ring; its certificates know their issuers, and the first of a bundle of roots the bundle's number. */
export async function withChains(ring: readonly RingKey[]): Promise<readonly RingKey[]> {
  const held = ring.flatMap(({ certificate, key }, index): Held[] => (certificate ? [{ index, certificate, key }] : []));
  if (held.length === 0) return ring;
  const links = new Map<number, CertificateChain>();
  for (const each of held) links.set(each.index, await linkOf(each, held));
  const bundles = rootSns(ring);
  return ring.map((key, index) => {
    const link = links.get(index);
    const { certificate } = key.report;
    if (!link || !certificate) return key;
    const anchored = anchorOf(index, links, ring);
    const named = environmentOf(certificate.issuer);
    const rootSn = bundles.get(index);
    const chain = { ...link, ...(anchored ? { anchor: 'production' as const } : {}), ...(named ? { named } : {}) };
    return { ...key, report: { ...key.report, certificate: { ...certificate, chain, ...(rootSn ? { rootSn } : {}) } } };
  });
}

async function linkOf({ index, certificate }: Held, held: readonly Held[]): Promise<CertificateChain> {
  const issuers = held.filter((other) => other.certificate.subject === certificate.issuer);
  const [first] = issuers;
  if (!first) return { signature: 'absent' };
  const hash = HASHES[certificate.facts.signatureAlgorithm];
  let tested = false;
  for (const issuer of issuers) {
    if (!hash || !issuer.key) continue;
    tested = true;
    if (await isSignedBy(certificate, issuer.key, hash))
      return certificate.subject === certificate.issuer ? { signature: 'self' } : { signature: 'verified', issuer: issuer.index };
  }
  return { signature: tested ? 'refuted' : 'untested', ...(first.index === index ? {} : { issuer: first.index }) };
}

/** Both verifiers, where the platform has one. */
async function isSignedBy({ signed, signature }: Certificate, key: PublicKey, hash: HashName): Promise<boolean> {
  const opened = openSignature(signature, key);
  if (!opened.ok || opened.hash !== hash || opened.digest !== digestHex(hash, signed)) return false;
  return (await verifyOnPlatform(signed, signature, key, hash)) !== false;
}

/** Up the verified signatures, until a published certificate. */
function anchorOf(start: number, links: ReadonlyMap<number, CertificateChain>, ring: readonly RingKey[]): boolean {
  let at: number | undefined = start;
  for (let steps = 0; at !== undefined && steps <= ring.length; steps++) {
    if (isPublished(ring[at]?.report.certificate?.fingerprint)) return true;
    const link: CertificateChain | undefined = links.get(at);
    at = link?.signature === 'verified' ? link.issuer : undefined;
  }
  return false;
}

/**
 * `alipay_root_cert_sn`: of the roots pasted together those signed with RSA, in their order, joined with `_`; for SM2 those with SM2.
 * @see alipay/alipay-sdk-java-all: AntCertificationUtil.getRootCertSN; alipay/alipay-sdk-nodejs-all: getRootCertSN
 */
function rootSns(ring: readonly RingKey[]): ReadonlyMap<number, RootSn> {
  const bundles = new Map<number, number[]>();
  for (const [index, { report }] of ring.entries())
    if (report.role === 'root') bundles.set(report.entry, [...(bundles.get(report.entry) ?? []), index]);
  return new Map(
    [...bundles.values()].map((indexes) => {
      const sns = (test: (algorithm: string) => boolean): string =>
        indexes
          .flatMap((index) => ring[index]?.report.certificate ?? [])
          .filter(({ signatureAlgorithm }) => test(signatureAlgorithm))
          .map(({ certSn }) => certSn)
          .join('_');
      return [indexes[0] as number, { rsa: sns((oid) => oid.startsWith(RSA)), sm2: sns((oid) => oid === SM2) }];
    }),
  );
}

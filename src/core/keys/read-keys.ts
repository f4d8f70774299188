/** Pasted key material to keys: what each is, what had to be repaired, what is wrong with it. */
import { sha256 } from '@noble/hashes/sha2.js';
import { decodeBase64, encodeBase64 } from '../text/base64.ts';
import { encodeHex } from '../text/hex.ts';
import { encodeUtf8 } from '../text/utf8.ts';
import type { Certificate } from './certificate.ts';
import { findMaterial, MAX_KEY_TEXT } from './key-text.ts';
import type { Material } from './key-text.ts';
import { readJwk } from './jwk.ts';
import { whyNoKey } from './no-key.ts';
import { findSecrets } from './secrets.ts';
import type { Secret } from './secrets.ts';
import { makePublicKey } from './public-key.ts';
import type { PrivateKey, PublicKey } from './public-key.ts';
import type { CertificateFacts, KeyProblem, KeyReport, KeyRole } from './report.ts';
import { readStructure } from './structure.ts';
import type { Structure } from './structure.ts';

/** A key on the ring: the report is for records; the rest never leaves the core. */
export interface RingKey {
  readonly report: KeyReport;
  /** Null where it cannot be used; the report says why. */
  readonly key: PublicKey | null;
  /** A certificate as it stands: what its issuer signed, and by which names. */
  readonly certificate?: Certificate;
  /** The other half, where a private key was given: it opens what was encrypted for it, and is gone with the call. */
  readonly privateKey?: PrivateKey;
  /** A shared secret's bytes (MD5 key, APIv3 key). */
  readonly secret: Uint8Array | null;
  /** The base64 of key material that gave no key; for mending, never for records. */
  readonly text?: string;
  /** Texts that must never appear in a record: a private key, a secret. */
  readonly hidden: readonly string[];
}

/** Reads every entry; one may hold several keys, in text or as a DER file. Total. */
export async function readKeys(entries: readonly (string | Uint8Array)[]): Promise<readonly RingKey[]> {
  const ring: RingKey[] = [];
  for (const [entry, given] of entries.entries()) for (const key of await readEntry(given, entry)) ring.push(key);
  return ring;
}

/** One of the constants that a provider publishes. */
export function readBuiltIn(spki: string, role: KeyRole): RingKey {
  const structure = readStructure(decodeBase64(spki) ?? new Uint8Array());
  return { ...toRingKey(structure, { entry: -1, repairs: [], problems: [], role, certificate: null }), hidden: [] };
}

async function readEntry(given: string | Uint8Array, entry: number): Promise<readonly RingKey[]> {
  if (given.length > MAX_KEY_TEXT) return [broken(entry, { id: 'too-large', severity: 'error', params: { limit: MAX_KEY_TEXT } })];
  if (typeof given !== 'string' && given[0] === 0x30)
    return [await fromMaterial({ der: given, text: encodeBase64(given), label: null, repairs: [], problems: [] }, entry)];
  const text = typeof given === 'string' ? given : new TextDecoder('utf-8', { ignoreBOM: true }).decode(given);
  if (text.trim() === '') return [];
  const jwks = readJwk(text);
  if (jwks)
    return jwks.map((structure) => ({
      ...toRingKey(structure, { entry, repairs: [], problems: [], role: null, certificate: null }),
      hidden: structure.isPrivate ? [text.trim()] : [],
    }));
  const found = findMaterial(text);
  const keys = await Promise.all(found.map((each) => fromMaterial(each, entry)));
  const secrets = findSecrets(
    text,
    found.map((each) => each.text.replace(/\s/g, '')),
  ).map((secret) => fromSecret(secret, entry));
  if (keys.length + secrets.length > 0) return [...keys, ...secrets];
  return [{ ...broken(entry, whyNoKey(text.trim()).problem), secret: null, hidden: [] }];
}

/** Whether a text is one, only its use tells; 32 letters and digits are what most consoles give out. */
function fromSecret({ text, repairs, pasted }: Secret, entry: number): RingKey {
  const { problem } = whyNoKey(text);
  const key = broken(
    entry,
    problem.id === 'md5-key' ? problem : { id: 'secret', severity: 'warning', params: { have: text.length } },
    'secret',
  );
  return {
    ...key,
    report: { ...key.report, repairs },
    secret: encodeUtf8(text),
    hidden: repairs.length === 0 ? [text] : [text, pasted],
  };
}

async function fromMaterial(material: Material, entry: number): Promise<RingKey> {
  if (!material.der) return { ...broken(entry, material.problems[0]), text: material.text };
  const structure = readStructure(material.der);
  const certificate = structure.format === 'x509' ? (await import('./certificate.ts')).readCertificate(material.der) : null;
  const wrongLabel = material.label !== null && structure.format !== null && !fits(material.label, structure);
  const repairs = wrongLabel ? [...material.repairs, 'pem-wrong-label' as const] : material.repairs;
  const key = toRingKey(structure, { entry, repairs, problems: material.problems, role: null, certificate: certificate?.facts ?? null });
  return {
    ...key,
    ...(material.own ? { report: { ...key.report, calledOwn: true as const } } : {}),
    ...(certificate ? { certificate } : {}),
    ...(key.key || structure.isPrivate ? {} : { text: material.text }),
    hidden: structure.isPrivate ? hiddenTexts(material) : [],
  };
}

/** A private key's text: whole, and in the lines in which PEM files have it (64, or 76 in old ones). */
const hiddenTexts = ({ text }: Material): readonly string[] => (text.length < 32 ? [] : [text, ...linesOf(text, 64), ...linesOf(text, 76)]);

const linesOf = (text: string, width: number): readonly string[] =>
  Array.from({ length: Math.ceil(text.length / width) }, (_, i) => text.slice(i * width, (i + 1) * width)).filter(
    (line) => line.length >= 24,
  );

interface Around {
  readonly entry: number;
  readonly repairs: KeyReport['repairs'];
  readonly problems: readonly KeyProblem[];
  readonly role: KeyRole | null;
  readonly certificate: CertificateFacts | null;
}

function toRingKey(structure: Structure, around: Around): Omit<RingKey, 'hidden'> {
  const made =
    structure.rsa && structure.problems.every(({ severity }) => severity !== 'error')
      ? makePublicKey(structure.rsa.n, structure.rsa.e)
      : null;
  const problems: KeyProblem[] = [...around.problems, ...structure.problems, ...(made?.problems ?? [])];
  if (structure.isPrivate) problems.unshift({ id: 'private-key', severity: 'warning' });
  if (structure.format === 'x509' && !around.certificate) problems.push({ id: 'certificate-unreadable', severity: 'warning' });
  const spki = made?.key?.spki ?? structure.spki ?? null;
  const report: KeyReport = {
    origin: around.entry < 0 ? 'built-in' : 'offered',
    entry: around.entry,
    format: structure.format,
    algorithm: structure.algorithm,
    bits: made?.key?.bits ?? null,
    exponent: structure.rsa ? structure.rsa.e.toString().slice(0, 40) : null,
    fingerprint: spki ? encodeHex(sha256(spki)) : null,
    role: around.role ?? roleOf(structure, around.certificate),
    ...(around.certificate ? { certificate: around.certificate } : {}),
    ...(spki ? { spki: encodeBase64(spki) } : {}),
    repairs: [...new Set(around.repairs)],
    problems,
  };
  const d = structure.rsa?.d;
  const half = made?.key && d !== undefined && d > 1n && d < made.key.n ? { privateKey: { n: made.key.n, d, size: made.key.size } } : {};
  return { report, key: made?.key ?? null, secret: null, ...half };
}

/** A private key is the merchant's own; a certificate says whose it is. @see the certificate names that Alipay issues: `CN=支付宝…`, `CN=<PID>-<app_id>`, `CN=<PID>` */
function roleOf(structure: Structure, certificate: CertificateFacts | null): KeyRole {
  if (structure.isPrivate) return 'app';
  if (!certificate) return 'unknown';
  if (certificate.subject === certificate.issuer) return 'root';
  // @see pay.weixin.qq.com/doc/v3/merchant/4013053053: platform certificates are issued to Tenpay, merchants' own to their number
  if (/^(.*,)?CN=Tenpay\.com sign(,|$)/.test(certificate.subject)) return 'wechatpay-platform';
  if (/^(.*,)?CN=\d{8,10}(,|$)/.test(certificate.subject)) return 'wechatpay-merchant';
  if (/^CN=支付宝/.test(certificate.subject)) return 'alipay';
  if (/^CN=2088\d{12}(-\d{16})?(,|$)/.test(certificate.subject)) return 'app';
  if (certificate.authority) return 'authority';
  return 'unknown';
}

/** Whether a PEM label names what is inside. @see RFC 7468 §4 */
function fits(label: string, { format, isPrivate }: Structure): boolean {
  if (format === 'x509') return /CERTIFICATE$/.test(label);
  if (isPrivate) return /PRIVATE KEY$/.test(label) && (format === 'pkcs1-private') === label.startsWith('RSA');
  return format === 'pkcs1' ? label === 'RSA PUBLIC KEY' : label === 'PUBLIC KEY';
}

function broken(entry: number, problem: KeyProblem | undefined, algorithm: 'secret' | null = null): RingKey {
  const report: KeyReport = {
    origin: 'offered',
    entry,
    format: algorithm ? 'text' : null,
    algorithm,
    bits: null,
    exponent: null,
    fingerprint: null,
    role: 'unknown',
    repairs: [],
    problems: problem ? [problem] : [],
  };
  return { report, key: null, secret: null, hidden: [] };
}

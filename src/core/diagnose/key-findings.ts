/** What can be said of the keys: which of them made the signature, which did not, and what had to be repaired to read them. */
import type { RingKey } from '../keys/read-keys.ts';
import type { KeyRepair, KeyReport } from '../keys/report.ts';
import type { Provider } from '../providers/provider.ts';
import type { Reading } from '../read/reading.ts';
import type { CauseId } from './causes.ts';
import { befalls, isCause } from './effects.ts';
import { weigh } from './findings.ts';
import type { Weighed } from './findings.ts';
import type { Proof } from './finding.ts';

/** Repairs of a key's text that break stricter readers. */
const REPAIRS: readonly (readonly [KeyRepair, CauseId])[] = [
  ['pem-wrong-label', 'pem-wrong-label'],
  ['pem-double-header', 'pem-double-header'],
  ['plus-lost', 'key-whitespace-artefact'],
  ['invisible-characters', 'key-whitespace-artefact'],
  ['whitespace', 'key-whitespace-artefact'],
  ['full-width', 'key-whitespace-artefact'],
  ['bom', 'key-whitespace-artefact'],
  ['url-encoded', 'key-whitespace-artefact'],
  ['padding-lost', 'key-whitespace-artefact'],
  ['pem-broken-lines', 'pem-missing-header'],
  ['escaped-newlines', 'pem-missing-header'],
  ['pem-missing-header', 'pem-missing-header'],
];

const keyFinding = (id: CauseId, proof: Proof, ring: readonly RingKey[], index: number, alternatives: readonly CauseId[] = []): Weighed =>
  weigh(
    id,
    proof,
    {},
    {
      alternatives,
      edits: [{ op: 'use-key', count: index, ...(ring[index]?.report.fingerprint ? { value: ring[index].report.fingerprint } : {}) }],
    },
  );

/** Of the key that made the signature: what its text needed. */
export function findingsOfRepairs(ring: readonly RingKey[], index: number): readonly Weighed[] {
  const report = ring[index]?.report;
  if (!report || report.origin === 'built-in') return [];
  const ids = new Set(REPAIRS.filter(([repair]) => report.repairs.includes(repair)).map(([, id]) => id));
  // A key without armour and one line long is what the provider's page shows.
  const armour = ids.size > 1 ? [...ids].filter((id) => id !== 'pem-missing-header') : [...ids];
  // Line ends that a program wrote as two letters are signs in the key as well.
  const escaped: readonly CauseId[] = report.repairs.includes('escaped-newlines') ? ['key-whitespace-artefact'] : [];
  return armour.map((id) => keyFinding(id, 'key-match', ring, index, id === 'pem-missing-header' ? escaped : []));
}

/** Of keys that cannot be read: a path, a placeholder, a truncated text, a secret. */
export function findingsOfUnreadable(ring: readonly RingKey[], { wrongKeys }: Pick<Provider, 'wrongKeys'>): readonly Weighed[] {
  return ring.flatMap(({ report, key }, index) => {
    const problem = key ? undefined : (report.problems.find(({ severity }) => severity === 'error') ?? report.problems[0]);
    if (!problem) return [];
    if (problem.id === 'file-path' || problem.id === 'placeholder' || problem.id === 'empty')
      return [keyFinding('key-path-as-key', 'structure', ring, index)];
    if (problem.id === 'key-name')
      return wrongKeys
        .filter(isCause)
        .slice(0, 1)
        .map((id) => keyFinding(id, 'structure', ring, index));
    if (
      problem.id === 'truncated' ||
      problem.id === 'not-der' ||
      problem.id === 'trailing-bytes' ||
      problem.id === 'non-canonical-der' ||
      problem.id === 'not-base64'
    )
      return [keyFinding('alipay-key-recopied', 'structure', ring, index, ['key-whitespace-artefact'])];
    return [];
  });
}

export interface KeyCase {
  readonly provider: Provider;
  readonly ring: readonly RingKey[];
  readonly reading: Reading;
  /** Index of the key that made the signature; null where none held did. */
  readonly proved: number | null;
  /** Bytes of the signature. */
  readonly length: number;
  /** The content was found that this key signed. */
  readonly matched?: boolean;
}

/** The merchant's own key: it signs requests, never what the platform sends. */
export const isMerchants = ({ role }: Pick<KeyReport, 'role'>): boolean => role === 'app' || role === 'wechatpay-merchant';

/** Theirs, or called so by who pasted it, which counts where nothing contradicts. */
export const seemsMerchants = (report: KeyReport): boolean => isMerchants(report) || report.calledOwn === true;

/** Their own signature: of a request, or, where it fits this very content, made by themselves for a test. */
function ofOwnKey({ role }: KeyReport, ring: readonly RingKey[], index: number, matched: boolean): Weighed {
  if (role !== 'wechatpay-merchant') return keyFinding('sign-of-other-message', 'padding', ring, index);
  return matched
    ? keyFinding('v3-wrong-cert', 'padding', ring, index, ['tampered-or-test'])
    : keyFinding('sign-of-other-message', 'padding', ring, index, ['v3-wrong-cert']);
}

/** Why the keys offered first are not the one: by what each of them is, and by what the message says of its own. */
export function findingsOfWrongKeys({ provider, ring, reading, proved, length, matched = false }: KeyCase): readonly Weighed[] {
  const offered = ring.map((each, index) => ({ ...each, index })).filter(({ report, key }) => report.origin === 'offered' && key !== null);
  const right = proved === null ? undefined : ring[proved]?.report;
  // Beside the right one, each has its own use: a private key opens what is encrypted, certificates vouch for one another.
  const inPlace = offered.filter(
    ({ report, privateKey }) => right?.origin === 'offered' && (privateKey !== undefined || isOtherFile(report)),
  );
  const wrong = offered.filter((each) => each.index !== proved && !inPlace.includes(each));
  const first = wrong[0];
  if (right && (matched ? isMerchants(right) : seemsMerchants(right))) return [ofOwnKey(right, ring, proved ?? 0, matched)];
  if (!first) return [];
  if (right?.origin === 'offered' && provider.keyRing) return [];
  const proof: Proof = proved === null ? 'guess' : 'padding';
  const isOtherSize = offered.every(({ key }) => key && key.size !== length) && proved === null && !isOtherFile(first.report);
  if (isOtherSize && befalls('rsa1-default-key', provider.id))
    return [keyFinding('rsa1-default-key', 'length', ring, first.index, ['mapi-vs-openapi-key', 'app-key-as-alipay-key'])];
  const [id, ...alternatives] = suspicions(first.report, right, reading, ring, first.index, proved, provider);
  const shown = isOtherSize ? 'length' : proof;
  // Two public keys, and a content that the one that signed does not explain: it may as well be their own, and the signature that of a request.
  if (right?.origin === 'offered' && !matched && befalls('sign-of-other-message', provider.id)) alternatives.push('sign-of-other-message');
  return id ? [withNames(keyFinding(id, shown, ring, first.index, alternatives), first.report, provider, reading)] : [];
}

/** A certificate that is no signer's: the application's own, an issuing authority's, a root. */
const isOtherFile = ({ certificate, role }: KeyReport): boolean =>
  certificate !== undefined && (role === 'app' || role === 'authority' || role === 'root');

/** Where the message names its signer, or the certificate its owner, what both say stands beside each other: seen, not guessed. */
function withNames(found: Weighed, report: KeyReport, provider: Provider, reading: Reading): Weighed {
  const { certificate, role } = report;
  const named = provider.signer?.(reading);
  const isOther = named?.fits(certificate ?? null) === false;
  const ofMerchant = role === 'wechatpay-merchant' || isOtherFile(report);
  if (!certificate || (!isOther && !ofMerchant)) return found;
  const { finding } = found;
  return {
    ...found,
    finding: {
      ...finding,
      proof: finding.proof === 'guess' ? 'structure' : finding.proof,
      before: [
        ...(named?.header === 'alipay_cert_sn' ? [{ name: named.header, text: certificate.certSn }] : []),
        ...(provider.id === 'alipay' ? [] : [{ name: 'serial', text: certificate.serial.toUpperCase() }]),
        ...(ofMerchant ? [{ name: 'subject', text: certificate.subject }] : []),
      ],
      after: named ? [{ name: named.header, text: named.text }] : [],
    },
  };
}

function suspicions(
  wrong: KeyReport,
  right: KeyReport | undefined,
  reading: Reading,
  ring: readonly RingKey[],
  index: number,
  proved: number | null,
  provider: Provider,
): readonly CauseId[] {
  const likely: CauseId[] = [];
  const values = new Map(reading.pairs.map(({ name, value }) => [name, value]));
  if (isOtherFile(wrong) || (wrong.format === 'x509' && wrong.role !== 'alipay')) likely.push('app-cert-as-alipay-cert');
  likely.push(...ofAnotherSigner(wrong, reading, values, provider));
  if (right && wrong.bits !== right.bits && wrong.bits !== null) likely.push('rsa1-default-key');
  if (right?.origin === 'built-in')
    likely.push(
      right.role === 'alipay-sandbox'
        ? 'wrong-env-key'
        : wrong.bits === 1024 || right.role === 'alipay-mapi'
          ? 'mapi-vs-openapi-key'
          : 'rsa1-default-key',
    );
  if (isConstant(wrong, ring)) likely.push('mapi-vs-openapi-key', 'rsa1-default-key');
  if (seemsMerchants(wrong) || isOwn(wrong, ring, index)) likely.push('app-key-as-alipay-key');
  if (right && proved !== null && isNear(wrong, right)) likely.push('alipay-key-recopied');
  if (right?.format === 'x509' || values.has('alipay_cert_sn')) likely.push('cert-mode-vs-key-mode');
  if (isSandbox(values)) likely.push('wrong-env-key');
  return [...new Set([...likely.filter((id) => befalls(id, provider.id)), ...provider.wrongKeys.filter(isCause)])];
}

/** A certificate of Alipay's own that did not sign this message: the sandbox's or another merchant's, as it says itself, or one of another time. */
function ofAnotherSigner(
  { role, certificate }: KeyReport,
  reading: Reading,
  values: ReadonlyMap<string, string>,
  provider: Provider,
): readonly CauseId[] {
  if (role !== 'alipay' || !certificate) return [];
  const { named } = certificate.chain ?? {};
  const own = provider.certificates?.parties?.(certificate.subject).seller;
  const seller = values.get('seller_id');
  const likely: CauseId[] = [];
  if (named && (named === 'sandbox') !== isSandbox(values)) likely.push('wrong-env-key');
  if (own && seller && own !== seller) likely.push('wrong-app-key');
  if (provider.signer?.(reading)?.fits(certificate) === false) likely.push('key-rotated');
  return likely;
}

const isConstant = (wrong: KeyReport, ring: readonly RingKey[]): boolean =>
  ring.some(({ report }) => report.origin === 'built-in' && report.fingerprint === wrong.fingerprint);

/** The public half of a private key that was offered too. */
const isOwn = (wrong: KeyReport, ring: readonly RingKey[], index: number): boolean =>
  ring.some(({ report }, i) => i !== index && report.role === 'app' && report.fingerprint === wrong.fingerprint);

/** Base64 that differs in a few places only was copied by hand, or by machine with losses. */
function isNear(a: KeyReport, b: KeyReport): boolean {
  const [x, y] = [a.spki ?? '', b.spki ?? ''];
  if (x === '' || x.length !== y.length) return false;
  let differing = 0;
  for (let i = 0; i < x.length; i++) if (x[i] !== y[i]) differing++;
  return differing > 0 && differing <= 12;
}

/** @see Alipay open docs, 沙箱环境: application ids 9021… and 2021000…, buyers @sandbox.com */
function isSandbox(values: ReadonlyMap<string, string>): boolean {
  const app = values.get('app_id') ?? values.get('auth_app_id') ?? '';
  return (
    /^(9021|2021000)/.test(app) ||
    /@sandbox\.com$/.test(values.get('buyer_logon_id') ?? '') ||
    /@sandbox\.com$/.test(values.get('seller_email') ?? '')
  );
}

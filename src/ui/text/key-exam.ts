/** What can be told of a key beside a message: whether it fits the signature, and whether its certificate speaks of the same parties. */
import type { Inspection } from '../../core/inspect.ts';
import type { CertificateFacts, KeyReport } from '../../core/keys/report.ts';
import type { Reading } from '../../core/read/reading.ts';

/**
 * `fits`: it opened the signature. `loosely`: it did, but the block is not strictly formed. `mended`: it did once one character was mended.
 * `refuted`: the signature is none of this key's, or was damaged. `length`: too long or too short for it. `other`: another key opened it.
 * `verified`: the kind of key cannot open, but it verified. `untold`: cannot be told apart from changed content.
 * `unusable`: it is no key that could be tried. `nothing`: no signature to try it on. `secret`: shared, and it verified.
 */
export type Fit =
  'fits' | 'loosely' | 'mended' | 'refuted' | 'length' | 'other' | 'verified' | 'secret' | 'untold' | 'unusable' | 'nothing';

export function fitOf(report: KeyReport, index: number, verdict: Inspection['verdict'] | null): Fit {
  if (report.problems.some(({ severity }) => severity === 'error')) return 'unusable';
  if (!verdict?.signature || verdict.indication === 'indeterminate') return 'nothing';
  const { opened } = verdict;
  const chosen = verdict.key === index;
  if (report.algorithm !== 'RSA') {
    if (opened && !chosen) return opened.ok ? 'other' : 'untold';
    if (chosen && verdict.indication === 'passed') return report.algorithm === 'secret' ? 'secret' : 'verified';
    return 'untold';
  }
  if (!opened) return chosen && verdict.indication === 'passed' ? 'verified' : 'untold';
  if (opened.ok) return !chosen ? 'other' : verdict.reason === 'wrong-key' ? 'mended' : 'fits';
  if (opened.why === 'noncanonical' || opened.why === 'unknown-hash') return chosen ? 'loosely' : 'other';
  if (opened.why === 'length') return chosen ? 'length' : 'refuted';
  return 'refuted';
}

export type CertificateCheckId = 'dates' | 'alipay-cert-sn' | 'app-cert-sn' | 'wechatpay-serial' | 'seller' | 'app';

/** `holds` null: the message or the certificate does not say. `own` and `said` are what is compared. */
export interface CertificateCheck {
  readonly id: CertificateCheckId;
  readonly holds: boolean | null;
  /** For `dates`: `valid`, `expired` or `early`; else what the certificate holds. */
  readonly own: string;
  /** What the message says; null where it is silent. */
  readonly said: string | null;
}

export function certificateChecks(certificate: CertificateFacts, reading: Reading | null, now: Date): readonly CertificateCheck[] {
  const time = now.toISOString();
  const state = time > certificate.notAfter ? 'expired' : time < certificate.notBefore ? 'early' : 'valid';
  const checks: CertificateCheck[] = [{ id: 'dates', holds: state === 'valid', own: state, said: null }];
  const compare = (id: CertificateCheckId, own: string | null, said: string | null) => {
    if (own && said) checks.push({ id, holds: own === said, own, said });
  };
  const said = (names: readonly string[]) => (reading ? valueOf(reading, names) : null);
  compare('alipay-cert-sn', certificate.certSn, said(['alipay_cert_sn', 'alipay-sn']));
  const own = said(['app_cert_sn']);
  // The application's own certificate is named by requests; a notification is not verified with it.
  if (own === certificate.certSn) compare('app-cert-sn', certificate.certSn, own);
  const serial = said(['wechatpay-serial', 'http_wechatpay_serial']);
  if (serial && !serial.startsWith('PUB_KEY_ID')) compare('wechatpay-serial', plainSerial(certificate.serial), plainSerial(serial));
  const { seller, app } = partiesOf(certificate.subject);
  compare('seller', seller, said(['seller_id', 'partner']));
  compare('app', app, said(['app_id', 'auth_app_id']));
  return checks;
}

/** The first non-empty value of a parameter or header, by the first of `names` that occurs. */
function valueOf({ pairs, headers }: Reading, names: readonly string[]): string | null {
  for (const name of names) {
    const found =
      pairs.find((pair) => pair.name === name && pair.value !== '')?.value ??
      headers?.find((header) => header.name.toLowerCase() === name && header.value !== '')?.value;
    if (found) return found.trim();
  }
  return null;
}

const plainSerial = (serial: string) => serial.toLowerCase().replace(/^0+/, '');

/** Alipay's leaf certificates are named `…-<partner id>`, the application's `<partner id>-<app id>`. */
export function partiesOf(subject: string): { readonly seller: string | null; readonly app: string | null } {
  const name = /(?:^|,)CN=([^,]{0,200})/.exec(subject)?.[1] ?? '';
  return { seller: /(?:^|-)(2088\d{12})(?=-|$)/.exec(name)?.[1] ?? null, app: /-(20(?!88)\d{14})$/.exec(name)?.[1] ?? null };
}

/** What a message says of a certificate: its number, the parties it names, and whether it was in date then. Beside the verdict, never in it. */
import type { CertificateFacts, CertificateNote, KeyReport } from '../keys/report.ts';
import { headerValues } from '../providers/headers.ts';
import type { Provider } from '../providers/provider.ts';
import type { Reading } from '../read/reading.ts';
import { isoOf, secondsOf } from './time.ts';

/** The same report; its certificate held against the message. */
export function withNotes(report: KeyReport, reading: Reading, provider: Provider): KeyReport {
  const { certificate } = report;
  if (!certificate) return report;
  const leaf = report.role !== 'root' && report.role !== 'authority';
  return { ...report, certificate: { ...certificate, notes: notesOn(certificate, leaf, reading, provider) } };
}

function notesOn(certificate: CertificateFacts, leaf: boolean, reading: Reading, provider: Provider): readonly CertificateNote[] {
  const naming = provider.certificates;
  const said = (id: keyof NonNullable<typeof naming>['said']): string | null => valueOf(reading, naming?.said[id] ?? []);
  const notes: CertificateNote[] = [];
  const compare = (id: CertificateNote['id'], own: string | null | undefined, other: string | null): void => {
    if (own && other) notes.push({ id, holds: own === other, own, said: other });
  };
  dates(certificate, said('time'), notes);
  const { rootSn } = certificate;
  const root = said('root-cert-sn');
  if (rootSn) compare('root-cert-sn', root === rootSn.sm2 ? rootSn.sm2 : rootSn.rsa, root);
  // Those above a leaf are never named by the number of the leaf, nor after a merchant.
  if (!leaf) return notes;
  compare('alipay-cert-sn', certificate.certSn, said('alipay-cert-sn'));
  // The application's own certificate is named by requests; a notification is not verified with it.
  if (said('app-cert-sn') === certificate.certSn) compare('app-cert-sn', certificate.certSn, certificate.certSn);
  const signer = provider.signer?.(reading);
  const named = signer?.fits(certificate) ?? null;
  if (signer?.header === 'Wechatpay-Serial' && named !== null)
    notes.push({ id: 'wechatpay-serial', holds: named, own: certificate.serial, said: signer.text });
  const parties = naming?.parties?.(certificate.subject);
  compare('seller', parties?.seller, said('seller'));
  compare('app', parties?.app, said('app'));
  return notes;
}

function dates({ notBefore, notAfter }: CertificateFacts, time: string | null, notes: CertificateNote[]): void {
  const iso = time === null ? null : isoOf(time);
  const [from, to] = [Date.parse(notBefore), Date.parse(notAfter)];
  if (iso === null || Number.isNaN(from) || Number.isNaN(to)) return;
  const then = secondsOf(iso) * 1000;
  const own = then > to ? 'expired' : then < from ? 'early' : 'valid';
  notes.push({ id: 'dates', holds: own === 'valid', own, said: iso });
}

/** The first that is not empty: a parameter, or a header. */
function valueOf(reading: Reading, names: readonly string[]): string | null {
  for (const name of names) {
    const found = reading.pairs.find((pair) => pair.name === name && pair.value.trim() !== '')?.value ?? headerValues(reading, name)[0];
    if (found) return found.trim();
  }
  return null;
}

/** What can be told of a key beside a message: whether it fits the signature, and whether its certificate speaks of the same parties. */
import type { Inspection } from '../../core/inspect.ts';
import type { CertificateChain, CertificateFacts, CertificateNote, KeyReport } from '../../core/keys/report.ts';

/**
 * `fits`: it opened the signature. `loosely`: it did, but the block is not strictly formed. `mended`: it did once one character was mended.
 * `refuted`: the signature is none of this key's, or was damaged. `length`: too long or too short for it. `other`: another key opened it.
 * `verified`: the kind of key cannot open, but it verified. `untold`: cannot be told apart from changed content.
 * `unusable`: it is no key that could be tried. `nothing`: no signature to try it on. `secret`: shared, and it verified.
 * `above`: the certificate of an authority or a root, which vouches for others and signs no message.
 */
export type Fit =
  'fits' | 'loosely' | 'mended' | 'refuted' | 'length' | 'other' | 'verified' | 'secret' | 'untold' | 'unusable' | 'nothing' | 'above';

export function fitOf(report: KeyReport, index: number, verdict: Inspection['verdict'] | null): Fit {
  if (report.certificate && (report.role === 'root' || report.role === 'authority') && !(verdict?.key === index && verdict.opened?.ok))
    return 'above';
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

/** What is told of a certificate, one line each. `said` and what it is compared with stay away where values are hidden. */
export type CertificateRow =
  | { readonly id: 'chain'; readonly tone: Tone; readonly chain: CertificateChain }
  | { readonly id: CertificateNote['id']; readonly tone: Tone; readonly note: CertificateNote };

type Tone = 'passed' | 'failed' | null;

export function certificateRows({ chain, notes }: CertificateFacts, hidden: boolean): readonly CertificateRow[] {
  const shown = (notes ?? []).filter(({ id }) => !hidden || id === 'dates');
  return [
    ...(chain ? [{ id: 'chain', tone: toneOf(chain), chain } as const] : []),
    ...shown.map((note): CertificateRow => ({ id: note.id, tone: noteTone(note), note })),
  ];
}

/** A certificate that the provider publishes needs nobody to vouch for it. */
export const isPublished = ({ anchor, signature }: CertificateChain): boolean =>
  anchor !== undefined && signature !== 'verified' && signature !== 'refuted';

const toneOf = (chain: CertificateChain): Tone =>
  chain.signature === 'refuted' ? 'failed' : chain.signature === 'verified' || isPublished(chain) ? 'passed' : null;

/** The application's own certificate is the wrong one to have; another seller is usual where a service provider acts for it. */
const noteTone = ({ id, holds }: CertificateNote): Tone =>
  id === 'app-cert-sn' ? 'failed' : holds ? 'passed' : id === 'seller' ? null : 'failed';

/** Whether it is in date today. */
export function stateOn(now: Date, { notBefore, notAfter }: CertificateFacts): 'valid' | 'expired' | 'early' {
  const time = now.toISOString();
  return time > notAfter ? 'expired' : time < notBefore ? 'early' : 'valid';
}

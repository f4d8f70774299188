/** Signatures that no key held has made, or whose text cannot be mended: what can be said of keys and lengths, and nothing of the content. */
import type { Verdict } from '../verify/verdict.ts';
import type { Case, Judged } from './case.ts';
import { befalls } from './effects.ts';
import { findingsOfReading, weigh } from './findings.ts';
import type { Weighed } from './findings.ts';
import { findingsOfUnreadable, findingsOfWrongKeys } from './key-findings.ts';
import type { KeyTrial } from './prove-key.ts';

type Stop = (verdict: Omit<Verdict, 'content' | 'rule'>, causes?: readonly Weighed[]) => Judged;

/** No key held made this signature, or its text cannot be mended. Nothing is said about the content: nothing about it was tested. */
export function noKey(given: Case, trial: KeyTrial | null, stop: Stop): Judged {
  const message = given.messages.find(({ signature }) => signature !== null);
  const signature = message?.signature;
  if (!message || !signature) return stop({ indication: 'indeterminate', reason: 'no-signature' });
  const offered = given.ring.filter(({ report }) => report.origin === 'offered');
  const usable = offered.filter(({ key }) => key !== null);
  const facts = signature.facts;
  const length = signature.read.bytes?.length ?? signature.read.length;
  const near = trial?.nearest;
  const unreadable = findingsOfUnreadable(given.ring, given.provider);
  const reading = findingsOfReading(message.received.reading, { side: given.side });
  const secret = offered.some((each) => each.secret !== null || each.report.algorithm === 'secret');
  if (near?.opened.why === 'noncanonical')
    return stop(
      { indication: 'failed', reason: 'signature-noncanonical', key: near.index, opened: near.opened, signature: facts },
      reading,
    );
  const whole = [64, 128, 256, 384, 512, 1024].includes(length);
  if (!whole && (signature.read.masked || signature.read.bytes !== null || signature.read.repairs.length > 0 || length > 0)) {
    // 344 characters are 256 bytes: what is short of the usual lengths was cut, what is no base64 was damaged.
    const cut = length < 256 && length > 40 && !signature.read.masked;
    const causes = signature.read.masked
      ? // Dots at its end say that it was cut short.
        [weigh('sign-masked', 'structure', {}, /(\.{3,}|…)\s*$/.test(signature.text) ? { alternatives: ['sign-truncated'] } : {})]
      : cut
        ? [weigh('sign-truncated', 'length', { side: given.side })]
        : [];
    const sizes = usable.map(({ key }) => key?.size ?? 0);
    return stop(
      {
        indication: 'failed',
        reason: cut || sizes.length > 0 ? 'signature-length' : 'signature-damaged',
        signature: facts,
        params: { have: length, ...(sizes[0] ? { need: sizes[0] } : {}) },
      },
      [...causes, ...unreadable, ...reading],
    );
  }
  if (usable.length === 0) {
    if (secret && befalls('md5-vs-rsa', given.provider.id))
      return stop({ indication: 'indeterminate', reason: 'no-key', signature: facts }, [weigh('md5-vs-rsa', 'structure', {}), ...reading]);
    // A secret that decrypts has its own use; what is said is what else is needed.
    if (secret && unreadable.length === 0)
      return stop({ indication: 'indeterminate', reason: 'no-key', signature: facts, params: { need: 'public-key' } }, reading);
    if (offered.length > 0)
      return stop({ indication: 'indeterminate', reason: 'key-unreadable', signature: facts }, [...unreadable, ...reading]);
    return stop({ indication: 'indeterminate', reason: 'no-key', signature: facts }, reading);
  }
  const first = given.ring.findIndex(({ key, report }) => key !== null && report.origin === 'offered');
  const causes = [
    ...findingsOfWrongKeys({ provider: given.provider, ring: given.ring, reading: message.received.reading, proved: null, length }),
    ...unreadable,
    ...reading,
  ];
  const sizes = usable.map(({ key }) => key?.size ?? 0);
  if (!sizes.includes(length))
    return stop(
      {
        indication: 'failed',
        reason: 'signature-length',
        key: first,
        signature: facts,
        ...(near ? { opened: near.opened } : {}),
        params: { have: length, need: sizes[0] ?? 0 },
      },
      causes,
    );
  const shown = near && given.ring[near.index]?.report.origin === 'offered' ? near : null;
  return stop(
    { indication: 'failed', reason: 'wrong-key', key: shown?.index ?? first, signature: facts, ...(shown ? { opened: shown.opened } : {}) },
    causes,
  );
}

/** A last look at the key itself: it may have been copied with one character wrong. */
export async function withMendedKey(given: Case, judged: Judged): Promise<Judged> {
  const signature = given.messages.find((message) => message.signature !== null)?.signature;
  const bytes = signature?.read.bytes ?? signature?.read.repairs[0]?.bytes;
  // What a certificate holds was not typed; WeChat Pay gives out both.
  const isBare = given.ring.some(({ report }) => report.origin === 'offered' && report.certificate === undefined);
  if (!bytes || (given.provider.id !== 'alipay' && !isBare)) return judged;
  given.onfirst({ ...judged, search: { ...judged.search, complete: false } });
  const { mendKey } = await import('./mend-key.ts');
  const mended = await mendKey(given.ring, bytes, given.limits);
  if (!mended) return judged;
  const around = (text: string): string => text.slice(Math.max(0, mended.at - 16), mended.at + 17);
  const finding = weigh(
    'alipay-key-recopied',
    'padding',
    {},
    {
      alternatives: ['key-whitespace-artefact'],
      edits: [{ op: 'use-key', count: mended.index, at: mended.at, value: mended.after }],
      before: [{ name: 'key', text: around(mended.before) }],
      after: [{ name: 'key', text: around(mended.after) }],
    },
  );
  const others = judged.causes.filter(({ finding: { proof, id } }) => proof !== 'guess' && id !== 'alipay-key-recopied');
  return {
    ...judged,
    verdict: { ...judged.verdict, reason: 'wrong-key', indication: 'failed', key: mended.index, opened: mended.opened },
    causes: [finding, ...others],
  };
}

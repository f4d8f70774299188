/** Signatures that no key held has made, or whose text cannot be mended: what can be said of keys and lengths, and nothing of the content. */
import type { SignatureRepair, SignatureText } from '../verify/signature-text.ts';
import type { Verdict } from '../verify/verdict.ts';
import type { Case, Judged } from './case.ts';
import { befalls } from './effects.ts';
import { findingsOfReading, findingsOfSignature, weigh } from './findings.ts';
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
  const { read } = signature;
  // A text that is whole once its blanks are `+` again, or once it is decoded, is damaged and not short.
  const mended = read.bytes && isWhole(read.bytes.length) ? undefined : read.repairs.find(({ bytes }) => isWhole(bytes.length));
  const length = mended?.bytes.length ?? read.bytes?.length ?? read.length;
  const near = trial?.nearest;
  const unreadable = findingsOfUnreadable(given.ring, given.provider);
  const reading = [
    ...(mended ? findingsOfSignature(mended, signature.text, signature.name, 'length', { side: given.side }) : []),
    ...findingsOfReading(message.received.reading, { side: given.side }),
  ];
  const secret = offered.some((each) => each.secret !== null || each.report.algorithm === 'secret');
  if (near?.opened.why === 'noncanonical')
    return stop(
      { indication: 'failed', reason: 'signature-noncanonical', key: near.index, opened: near.opened, signature: facts },
      reading,
    );
  if (!isWhole(length) && (read.masked || read.bytes !== null || read.repairs.length > 0 || length > 0)) {
    // 344 characters are 256 bytes: what is short of the usual lengths was cut, what is no base64 was damaged.
    const cut = length < 256 && length > 40 && !read.masked;
    const causes = read.masked
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

/** Bytes of RSA signatures as they are in use. */
const isWhole = (length: number): boolean => [64, 128, 256, 384, 512, 1024].includes(length);

/** The text as it stands where it is whole, else the first way of mending it that makes it so. */
function wholeOf({ bytes, repairs }: SignatureText): Pick<SignatureRepair, 'bytes'> | undefined {
  return bytes && isWhole(bytes.length) ? { bytes } : repairs.find((repair) => isWhole(repair.bytes.length));
}

/**
 * A last look at the key itself: it may have been copied with one character wrong. Then the right one is known, and what else is wrong can be told.
 * @param again judges the same message with other keys
 */
export async function withMendedKey(given: Case, judged: Judged, again: (given: Case) => Promise<Judged>): Promise<Judged> {
  const signature = given.messages.find((message) => message.signature !== null)?.signature;
  const bytes = signature && (wholeOf(signature.read)?.bytes ?? signature.read.bytes);
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
  const ring = given.ring.map((each, index) => (index === mended.index ? { ...each, key: mended.key } : each));
  const right = await again({ ...given, ring });
  // That it has no armour is no news of a key that has a wrong character.
  const behind = right.causes.filter(({ finding }) => finding.id !== 'pem-missing-header');
  const told = new Set(behind.map(({ finding: { id } }) => id));
  const others = judged.causes.filter(({ finding: { proof, id } }) => proof !== 'guess' && id !== 'alipay-key-recopied' && !told.has(id));
  const { content, rule } = right.verdict;
  return {
    ...right,
    verdict: {
      ...judged.verdict,
      ...(content ? { content } : {}),
      ...(rule === undefined ? {} : { rule }),
      reason: 'wrong-key',
      indication: 'failed',
      key: mended.index,
      opened: mended.opened,
    },
    // A lost character also makes base64 of an odd length: the same damage, told twice.
    causes: [finding, ...behind.filter(({ finding: { id } }) => id !== 'key-whitespace-artefact'), ...others],
  };
}

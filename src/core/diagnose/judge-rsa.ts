/** RSA signatures: they can be opened, so the key is judged first, then the hash, then the content. */
import type { Received } from '../providers/provider.ts';
import type { Work } from '../providers/suspect.ts';
import { verifyOnPlatform } from '../verify/platform.ts';
import type { Reason, Verdict, Verifiers } from '../verify/verdict.ts';
import { contentBytes, describeContent, startsOf } from './content.ts';
import { reasonFor } from './effects.ts';
import { findingsOf, findingsOfReading, findingsOfSignature, weigh } from './findings.ts';
import type { Telling, Weighed } from './findings.ts';
import { NO_SEARCH } from './case.ts';
import type { Case, Judged, Message } from './case.ts';
import { findingsOfRepairs, findingsOfUnreadable, findingsOfWrongKeys } from './key-findings.ts';
import { losses } from './losses.ts';
import { digestOracle } from './oracle.ts';
import type { Oracle } from './oracle.ts';
import { proveKey } from './prove-key.ts';
import type { KeyProof, KeyTrial } from './prove-key.ts';
import { ruledOut } from './ruled-out.ts';
import { sceneOf } from './scene.ts';
import type { SearchResult } from './search.ts';

type Stop = (verdict: Omit<Verdict, 'content' | 'rule'>, causes?: readonly Weighed[]) => Judged;

/** A message under the key that made its signature. */
interface Proved {
  readonly index: number;
  readonly message: Message;
  readonly proof: KeyProof;
  readonly starts: readonly Work[];
  readonly oracle: Oracle;
}

export async function judgeRsa(given: Case, stop: Stop): Promise<Judged> {
  const trials = given.messages.map((message) => (message.signature ? proveKey(message.signature.read, given.ring) : null));
  const proved = given.messages.flatMap((message, index): Proved[] => {
    const proof = trials[index]?.proof;
    return proof
      ? [
          {
            index,
            message,
            proof,
            starts: startsOf(message.received, given.rules),
            oracle: digestOracle(proof.opened.hash, proof.opened.digest),
          },
        ]
      : [];
  });
  const plain = proved.flatMap((each) => each.starts.filter((work) => isSigned(each, work)).map((work) => ({ each, work })));
  // A reading that needs no repair explains more with less; a dump's own syntax is no damage.
  const undone = ({ each: { proof, message } }: (typeof plain)[number]): number =>
    (proof.repair ? 100 : 0) + findingsOfReading(message.received.reading, {}).filter(({ effect }) => effect !== 'form').length;
  const match = [...plain].sort((a, b) => undone(a) - undone(b))[0];
  if (match) return settle(given, match.each, match.work, [], NO_SEARCH);
  const best = proved[0];
  if (!best) {
    const judged = noKey(given, trials.find((trial) => trial !== null) ?? null, stop);
    return (judged.verdict.reason === 'wrong-key' || judged.verdict.reason === 'key-unreadable') && !given.limits.signal?.aborted
      ? withMendedKey(given, judged)
      : judged;
  }
  given.onfirst({ ...unexplained(given, best, []), search: { ...NO_SEARCH, complete: false } });
  const [suspects, { search }] = await Promise.all([given.provider.suspects(given.dialect), import('./search.ts')]);
  let tried = 0;
  const results: SearchResult[] = [];
  const extra = await subsetsOf(given, best);
  tried += extra.tried;
  if (extra.hit)
    return settle(
      given,
      best,
      extra.hit.work,
      findingsOf(extra.hit.start, extra.hit.steps, tellingOf(given, best)),
      {
        ruledOut: ruledOut(extra, best.starts),
        tried,
        complete: true,
      },
      extra.hit.start,
    );
  for (const each of proved) {
    const share = each === best ? given.limits.maxCandidates : Math.ceil(given.limits.maxCandidates / 8);
    const before = tried;
    const { onprogress } = given.limits;
    const found = await search(each.starts, suspects, sceneOf(given, each.message.received), each.oracle, {
      ...given.limits,
      maxCandidates: share,
      onprogress: (now, total) => onprogress?.(before + now, Math.max(total, before + now)),
    });
    tried += found.tried;
    results.push(found);
    if (!found.hit) continue;
    const telling = tellingOf(given, each);
    return settle(
      given,
      each,
      found.hit.work,
      findingsOf(found.hit.start, found.hit.steps, telling),
      {
        ruledOut: ruledOut(found, each.starts),
        tried,
        complete: found.complete,
      },
      found.hit.start,
    );
  }
  const [first] = results;
  return unexplained(
    given,
    best,
    first ? ruledOut(first, best.starts) : [],
    tried,
    results.every(({ complete }) => complete),
  );
}

/** Every subset of the parameters that may be extra; only for messages that are made of parameters, and only while it is worth it. */
async function subsetsOf(given: Case, { message, starts, proof }: Proved): Promise<SearchResult> {
  const scene = sceneOf(given, message.received);
  const unknown = message.received.reading.pairs.filter(({ name }) => !scene.known.has(name)).length;
  if (unknown <= FEW || given.rules.raw || given.rules.parts) return NOTHING;
  const required = new Set(given.provider.names.filter((name) => name.required?.includes(given.dialect)).map(({ name }) => name));
  const { searchSubsets } = await import('./search-subsets.ts');
  return searchSubsets(
    { starts, scene, hash: proof.opened.hash, digest: proof.opened.digest, originOf: given.provider.originOf, required },
    given.limits,
  );
}

/** So many unknown names are handled by the suspects themselves. */
const FEW = 10;
const NOTHING: SearchResult = { hit: null, tried: 0, byCause: new Map(), complete: true };

const tellingOf = (given: Case, { message }: Proved): Telling => ({
  reading: message.received.reading,
  provider: given.provider,
  side: given.side,
});

const isSigned = ({ message, oracle }: Proved, work: Work): boolean =>
  oracle.isSigned(oracle.name(contentBytes(work, message.received.reading.charset.used), work.rule));

/** Key proved, content found: what does it come to? */
async function settle(
  given: Case,
  each: Proved,
  work: Work,
  found: readonly Weighed[],
  result: Judged['search'],
  start: Work = work,
): Promise<Judged> {
  const { message, proof, index } = each;
  const { reading } = message.received;
  const signature = message.signature;
  const bytes = contentBytes(work, reading.charset.used);
  const webcrypto = await verifyOnPlatform(bytes, proof.signature, proof.key, proof.opened.hash);
  const verifiers: Verifiers = { own: true, webcrypto };
  const telling = tellingOf(given, each);
  const ofSignature = signatureFindings(given, each);
  const mismatch = typeof signature?.facts.hash === 'string' && signature.facts.hash !== proof.opened.hash;
  const quirk =
    work.rule.id === 'V2' && given.dialect === 'openapi2-return' && found.length === 0
      ? [
          weigh('sandbox-return-quirk', 'digest', telling, {
            alternatives: ['sign-type-removed'],
            effect: 'form',
            edits: [{ op: 'use-rule', value: 'V2' }],
          }),
        ]
      : [];
  const ofKey = keyFindings(given, each);
  const ofCharset =
    found.length === 0 && isOtherCharset(reading, work)
      ? [weigh('charset-gbk-as-utf8', 'digest', telling, { effect: 'form', edits: [{ op: 'use-charset', value: work.charset }] })]
      : [];
  const causes = [
    ...ofSignature,
    ...(mismatch ? [weigh('sign-hash-mismatch', 'digest', telling, { edits: [{ op: 'use-rule', value: proof.opened.hash }] })] : []),
    ...byWeight([...found, ...findingsOfReading(reading, telling)]),
    ...quirk,
    ...ofCharset,
    ...ofKey,
  ];
  const reason = reasonOf();
  const verdict: Verdict = {
    indication: reason.startsWith('verified') ? 'passed' : reason === 'internal-disagreement' ? 'indeterminate' : 'failed',
    reason,
    key: proof.index,
    rule: work.rule.id,
    opened: proof.opened,
    ...(signature ? { signature: signature.facts } : {}),
    // An explained failure shows what arrived: the difference is told by the causes.
    content: describeContent(reason === 'content-explained' ? start : work, reading, [proof.opened.hash]),
    verifiers,
  };
  return { verdict, causes, search: result, message: index };

  function reasonOf(): Reason {
    if (webcrypto === false) return 'internal-disagreement';
    if (isOtherRole(given, proof)) return 'wrong-key-role';
    if (signature?.conflicting) return 'content-explained';
    const content = reasonFor(new Set([...found, ...findingsOfReading(reading, telling)].map(({ effect }) => effect)));
    if (content === 'content-explained') return content;
    if (ofSignature.some(({ effect }) => effect === 'either' || effect === 'server')) return 'signature-explained';
    if (mismatch) return 'hash-mismatch';
    if (ofSignature.length > 0 && content === 'verified') return 'verified-after-paste-repair';
    return content;
  }
}

/** The text of the paste is plain, and was signed in a set that a server may not think of. */
function isOtherCharset({ charset }: Received['reading'], work: Work): boolean {
  return work.charset !== 'utf-8' && charset.detected !== work.charset && work.pairs.some(({ value }) => /[^\0-\x7f]/.test(value));
}

/** Keys were offered and none of them made it, but one that the provider publishes; or the merchant's own key did. */
function isOtherRole({ ring }: Case, { index }: KeyProof): boolean {
  const report = ring[index]?.report;
  if (report?.role === 'app') return true;
  return report?.origin === 'built-in' && ring.some((other) => other.report.origin === 'offered' && other.key !== null);
}

function signatureFindings(given: Case, { message, proof }: Proved): readonly Weighed[] {
  const signature = message.signature;
  return proof.repair && signature
    ? findingsOfSignature(proof.repair, signature.text, signature.name, 'padding', { side: given.side })
    : [];
}

function keyFindings({ ring, provider }: Case, { message, proof }: Proved): readonly Weighed[] {
  return [
    ...findingsOfWrongKeys({ provider, ring, reading: message.received.reading, proved: proof.index, length: proof.signature.length }),
    ...findingsOfRepairs(ring, proof.index),
  ];
}

/** What failed before what only frames the paste. */
function byWeight(found: readonly Weighed[]): readonly Weighed[] {
  const weight = { server: 0, either: 0, none: 0, key: 0, unsigned: 1, copy: 2, form: 3 } as const;
  return [...found].sort((a, b) => weight[a.effect] - weight[b.effect]);
}

function unexplained(given: Case, each: Proved, excluded: Judged['search']['ruledOut'], tried = 0, complete = true): Judged {
  const { message, proof, index } = each;
  const { reading } = message.received;
  const start = each.starts[0];
  const causes = [
    ...signatureFindings(given, each),
    ...keyFindings(given, each),
    ...losses(reading),
    ...(message.signature?.sample ? [weigh('sign-of-other-message', 'structure', {})] : []),
  ];
  const content = start ? describeContent(start, reading, [proof.opened.hash]) : undefined;
  return {
    verdict: {
      indication: 'failed',
      reason: isOtherRole(given, proof) ? 'wrong-key-role' : 'content-unexplained',
      key: proof.index,
      opened: proof.opened,
      ...(message.signature ? { signature: message.signature.facts } : {}),
      ...(start && content ? { rule: start.rule.id, content } : {}),
      verifiers: { own: false, webcrypto: null },
      params: { tried },
    },
    causes: [...causes, ...findingsOfReading(reading, tellingOf(given, each))],
    search: { ruledOut: excluded, tried, complete },
    message: index,
  };
}

/** No key held made this signature, or its text cannot be mended. Nothing is said about the content: nothing about it was tested. */
function noKey(given: Case, trial: KeyTrial | null, stop: Stop): Judged {
  const message = given.messages.find(({ signature }) => signature !== null);
  const signature = message?.signature;
  if (!message || !signature) return stop({ indication: 'indeterminate', reason: 'no-signature' });
  const offered = given.ring.filter(({ report }) => report.origin === 'offered');
  const usable = offered.filter(({ key }) => key !== null);
  const facts = signature.facts;
  const length = signature.read.bytes?.length ?? signature.read.length;
  const near = trial?.nearest;
  const unreadable = findingsOfUnreadable(given.ring);
  const reading = findingsOfReading(message.received.reading, { side: given.side });
  const secret = offered.some((each) => each.secret !== null || each.report.algorithm === 'secret');
  if (near?.opened.why === 'noncanonical')
    return stop(
      { indication: 'failed', reason: 'signature-noncanonical', key: near.index, opened: near.opened, signature: facts },
      reading,
    );
  const whole = [64, 128, 256, 384, 512, 1024].includes(length);
  if (!whole && (signature.read.bytes !== null || signature.read.repairs.length > 0 || length > 0)) {
    // 344 characters are 256 bytes: what is short of the usual lengths was cut, what is no base64 was damaged.
    const cut = length < 256 && length > 40 && !signature.read.masked;
    const causes = signature.read.masked
      ? [weigh('sign-masked', 'structure', {})]
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
    if (secret)
      return stop({ indication: 'indeterminate', reason: 'no-key', signature: facts }, [weigh('md5-vs-rsa', 'structure', {}), ...reading]);
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
async function withMendedKey(given: Case, judged: Judged): Promise<Judged> {
  const signature = given.messages.find((message) => message.signature !== null)?.signature;
  const bytes = signature?.read.bytes ?? signature?.read.repairs[0]?.bytes;
  if (!bytes || given.provider.id !== 'alipay') return judged;
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

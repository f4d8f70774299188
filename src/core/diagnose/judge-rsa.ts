/** RSA signatures: they can be opened, so the key is judged first, then the hash, then the content. */
import type { Work } from '../providers/suspect.ts';
import { verifyOnPlatform } from '../verify/platform.ts';
import type { Reason, Verdict, Verifiers } from '../verify/verdict.ts';
import { contentBytes, describeContent, startsOf } from './content.ts';
import { reasonFor } from './effects.ts';
import { DUMP, findingsOf, findingsOfReading, findingsOfSignature, weigh } from './findings.ts';
import type { Telling, Weighed } from './findings.ts';
import { NO_SEARCH } from './case.ts';
import type { Case, Judged, Message } from './case.ts';
import { findingsOfRepairs, findingsOfWrongKeys, seemsMerchants } from './key-findings.ts';
import { digestOracle } from './oracle.ts';
import type { Oracle } from './oracle.ts';
import { proveKey } from './prove-key.ts';
import type { KeyProof } from './prove-key.ts';
import { addressParameters, likelier, otherCharset, quirksOf, withHops } from './quirks.ts';
import { ruledOut, together } from './ruled-out.ts';
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
    const { noKey, withMendedKey } = await import('./judge-no-key.ts');
    const judged = noKey(given, trials.find((trial) => trial !== null) ?? null, stop);
    return (judged.verdict.reason === 'wrong-key' || judged.verdict.reason === 'key-unreadable') && !given.limits.signal?.aborted
      ? withMendedKey(given, judged, (mended) => judgeRsa(mended, stop))
      : judged;
  }
  const { losses } = await import('./losses.ts');
  const lost = losses(best.message.received.reading);
  given.onfirst({ ...unexplained(given, best, lost, []), search: { ...NO_SEARCH, complete: false } });
  const [suspects, { search }] = await Promise.all([given.provider.suspects(given.dialect), import('./search.ts')]);
  const { limits } = given;
  const finish = (each: Proved, { hit, complete }: SearchResult, all: SearchResult): Promise<Judged> | null =>
    hit &&
    settle(
      given,
      each,
      hit.work,
      findingsOf(hit.start, hit.steps, tellingOf(given, each)),
      { ruledOut: ruledOut(all, each.starts), tried: all.tried, complete },
      hit.start,
    );
  // What is likely is looked for in every reading before what is far away in one; searching deeper goes the usual way first.
  const deeper = limits.maxOptional !== undefined;
  const rounds = [Math.min(FIRST, limits.maxCandidates), ...(deeper ? [QUICK] : []), limits.maxCandidates].filter(
    (most, i, all) => i === 0 || most > (all[i - 1] ?? 0),
  );
  let subsets = NOTHING;
  let told: Promise<Judged> | Judged | null = null;
  let last = NOTHING;
  for (const [round, most] of rounds.entries()) {
    const every = subsets === NOTHING && round > 0 && (manyUnknown(given, best) || (deeper && round + 1 === rounds.length));
    if (told || limits.signal?.aborted) break;
    if (every) {
      subsets = await subsetsOf(given, best);
      told = await finish(best, subsets, together(subsets, last));
      if (told) break;
    }
    // All that the suspects can make was made in the round before.
    if (round > 0 && last.complete) {
      if (every) last = together(subsets, last);
      break;
    }
    let before = subsets;
    for (const each of proved) {
      if (told || limits.signal?.aborted) break;
      const found = await search(
        each.starts,
        likelier(suspects, each.proof.repair?.id),
        sceneOf(given, each.message.received),
        each.oracle,
        {
          ...limits,
          maxCandidates: each === best ? most : Math.ceil(Math.min(most, 8 * QUICK) / 8),
          // One mistake in another reading is likelier than many in the first, but not two.
          ...(each === best || round > 0 ? {} : { maxSteps: 1, maxCandidates: most }),
          onprogress: (now, total, byCause = new Map()) => {
            const all = together(before, { ...NOTHING, tried: now, byCause });
            limits.onprogress?.(all.tried, Math.max(total, all.tried), all.byCause);
          },
        },
      );
      before = together(before, found);
      told = await finish(each, found, before);
    }
    last = before;
  }
  return told ?? unexplained(given, best, lost, ruledOut(last, best.starts), last.tried, last.complete);
}

/** Whether there are more strange names than the suspects handle themselves; known ones in other writing are none. */
function manyUnknown({ provider }: Case, { message }: Proved): boolean {
  return message.received.reading.pairs.filter(({ name }) => provider.mayBeUnsigned(name)).length > FEW;
}

/** Every subset of the parameters that may be extra; only for messages that are made of parameters. */
async function subsetsOf(given: Case, { message, starts, proof }: Proved): Promise<SearchResult> {
  if (given.rules.raw || given.rules.parts) return { ...NOTHING };
  const scene = sceneOf(given, message.received);
  const required = new Set(given.provider.names.filter((name) => name.required?.includes(given.dialect)).map(({ name }) => name));
  const { searchSubsets } = await import('./search-subsets.ts');
  return searchSubsets(
    { starts, scene, hash: proof.opened.hash, digest: proof.opened.digest, originOf: given.provider.originOf, required },
    given.limits,
  );
}

/** So many unknown names are handled by the suspects themselves. */
const FEW = 10;
/** Candidates of the first round, where nearly every cause is found. */
const FIRST = 4000;
/** Candidates of the round before the last where more are allowed: what a usual search tries. */
const QUICK = 80_000;
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
  const told = new Set(found.map(({ finding }) => finding.id));
  const besides = [
    ...quirksOf(given.rules, work, found.length > 0),
    ...otherCharset(reading, work),
    ...addressParameters(reading, given.provider, given.rules),
    ...findingsOfReading(reading, telling),
  ].filter(({ finding }) => !told.has(finding.id));
  const causes = byWeight([
    ...withHops(ofSignature, byWeight(found), given.rules),
    ...(mismatch ? [weigh('sign-hash-mismatch', 'digest', telling, { edits: [{ op: 'use-rule', value: proof.opened.hash }] })] : []),
    ...besides,
    ...keyFindings(given, each, true),
  ]);
  const reason = reasonOf();
  // An explained failure shows what arrived, and what both verifiers say of that: the difference is told by the causes.
  const shown = reason === 'content-explained' ? start : work;
  const onShown = shown === work ? verifiers : await verifyBoth(each, shown);
  const verdict: Verdict = {
    indication: reason.startsWith('verified') ? 'passed' : reason === 'internal-disagreement' ? 'indeterminate' : 'failed',
    reason,
    key: proof.index,
    rule: work.rule.id,
    opened: proof.opened,
    ...(signature ? { signature: signature.facts } : {}),
    content: describeContent(shown, reading, [proof.opened.hash]),
    verifiers: onShown,
  };
  return { verdict, causes, search: result, message: index, work };

  function reasonOf(): Reason {
    if (webcrypto === false) return 'internal-disagreement';
    if (isOtherRole(given, proof)) return 'wrong-key-role';
    if (signature?.conflicting) return 'content-explained';
    const content = reasonFor(new Set([...found, ...besides].map(({ effect }) => effect)));
    if (content === 'content-explained') return content;
    if (ofSignature.some(({ effect }) => effect === 'either' || effect === 'server')) return 'signature-explained';
    if (mismatch) return 'hash-mismatch';
    if (ofSignature.length > 0 && content === 'verified') return 'verified-after-paste-repair';
    return content;
  }
}

async function verifyBoth(each: Proved, work: Work): Promise<Verifiers> {
  const { proof, message } = each;
  const bytes = contentBytes(work, message.received.reading.charset.used);
  return { own: isSigned(each, work), webcrypto: await verifyOnPlatform(bytes, proof.signature, proof.key, proof.opened.hash) };
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

function keyFindings({ ring, provider }: Case, { message, proof }: Proved, matched: boolean): readonly Weighed[] {
  const { reading } = message.received;
  return [
    ...findingsOfWrongKeys({ provider, ring, reading, proved: proof.index, length: proof.signature.length, matched }),
    ...findingsOfRepairs(ring, proof.index),
  ];
}

/** What breaks the readers of other servers, though not this one. */
const OF_KEY = { 'key-whitespace-artefact': 2.5, 'pem-wrong-label': 2.5, 'pem-double-header': 2.5 } as const;

/** What failed before what only frames the paste. */
function byWeight(found: readonly Weighed[]): readonly Weighed[] {
  const weight = { server: 0, either: 0, none: 0, unsigned: 1, copy: 2, form: 3, key: 4 } as const;
  const least: Readonly<Record<string, number>> = { ...OF_KEY, [DUMP]: 5, 'pem-missing-header': 6 };
  const of = ({ effect, finding }: Weighed): number => least[finding.id] ?? weight[effect];
  return [...found].sort((a, b) => of(a) - of(b));
}

function unexplained(
  given: Case,
  each: Proved,
  lost: readonly Weighed[],
  excluded: Judged['search']['ruledOut'],
  tried = 0,
  complete = true,
): Judged {
  const { message, proof, index } = each;
  const { reading } = message.received;
  const start = each.starts[0];
  const report = given.ring[proof.index]?.report;
  const isOwn = report !== undefined && seemsMerchants(report);
  const causes = [
    ...signatureFindings(given, each),
    // That a key has no armour is no news where it made the signature and the content is what is wrong.
    ...keyFindings(given, each, false).filter(({ finding }) => finding.id !== 'pem-missing-header'),
    ...lost,
    ...(message.signature?.sample ? [weigh('sign-of-other-message', 'structure', {})] : []),
  ];
  const content = start ? describeContent(start, reading, [proof.opened.hash]) : undefined;
  return {
    verdict: {
      indication: 'failed',
      // Whose a certificate is turns no verdict on a content that fits; but where none does, the signature is of another message.
      reason: isOtherRole(given, proof) || isOwn ? 'wrong-key-role' : 'content-unexplained',
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

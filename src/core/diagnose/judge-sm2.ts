/** SM2 signatures: key and signature tell which digest the content must have, but whether the key is the right one, only a match proves. */
import type { Work } from '../providers/suspect.ts';
import { decodeBase64 } from '../text/base64.ts';
import type { SignatureRepair } from '../verify/signature-text.ts';
import type { Sm2Key, Sm2Signature } from '../verify/sm2.ts';
import type { Reason, Verdict } from '../verify/verdict.ts';
import { contentBytes, describeContent, startsOf } from './content.ts';
import { reasonFor } from './effects.ts';
import { findingsOf, findingsOfReading, findingsOfSignature } from './findings.ts';
import type { Weighed } from './findings.ts';
import { NO_SEARCH } from './case.ts';
import type { Case, Judged, Message } from './case.ts';
import type { Oracle } from './oracle.ts';
import { ruledOut } from './ruled-out.ts';
import { sceneOf } from './scene.ts';
import { search } from './search.ts';

type Stop = (verdict: Omit<Verdict, 'content' | 'rule'>, causes?: readonly Weighed[]) => Judged;

/** One text of the signature under one key. */
interface Trial {
  readonly index: number;
  readonly key: Sm2Key;
  readonly signature: Sm2Signature;
  readonly repair: SignatureRepair | null;
  /** What the content must hash to. */
  readonly wanted: string;
}

export async function judgeSm2(given: Case, message: Message, stop: Stop): Promise<Judged> {
  const { received, signature } = message;
  if (!signature) return stop({ indication: 'indeterminate', reason: 'no-signature' });
  const facts = signature.facts;
  const sm2 = await import('../verify/sm2.ts');
  const keys = given.ring.flatMap(({ report }, index) => {
    const spki = report.algorithm === 'SM2' && report.spki ? decodeBase64(report.spki) : null;
    const key = spki && sm2.readSm2Key(spki);
    return key ? [{ key, index }] : [];
  });
  if (keys.length === 0) return stop({ indication: 'indeterminate', reason: 'no-key', signature: facts });
  const texts = [
    ...(signature.read.bytes ? [{ bytes: signature.read.bytes, repair: null }] : []),
    ...signature.read.repairs.map((repair) => ({ bytes: repair.bytes, repair })),
  ].flatMap(({ bytes, repair }) => {
    const parsed = sm2.readSm2Signature(bytes);
    return parsed ? [{ parsed, repair }] : [];
  });
  if (texts.length === 0) return stop({ indication: 'failed', reason: 'signature-damaged', signature: facts });
  const trials = texts.flatMap(({ parsed, repair }) =>
    keys.flatMap(({ key, index }): Trial[] => {
      const wanted = sm2.expectedDigest(parsed, key);
      return wanted === null ? [] : [{ index, key, signature: parsed, repair, wanted }];
    }),
  );
  const { used } = received.reading.charset;
  const trialFor = (content: Uint8Array): Trial | undefined => trials.find(({ key, wanted }) => sm2.sm2Digest(content, key) === wanted);
  const telling = { reading: received.reading, provider: given.provider, side: given.side };
  const ofReading = findingsOfReading(received.reading, telling);
  const settle = (work: Work, found: readonly Weighed[], result: Judged['search']): Judged => {
    const content = contentBytes(work, used);
    const trial = trialFor(content) as Trial;
    const library = sm2.verifySm2(content, trial.signature, trial.key);
    const ofSignature = trial.repair ? findingsOfSignature(trial.repair, signature.text, signature.name, 'digest', telling) : [];
    const causes = [...ofSignature, ...found, ...ofReading];
    const reason: Reason = !library
      ? 'internal-disagreement'
      : signature.conflicting
        ? 'content-explained'
        : ofSignature.some(({ effect }) => effect === 'either' || effect === 'server')
          ? 'signature-explained'
          : reasonFor(new Set(causes.map(({ effect }) => effect)));
    const described = describeContent(work, received.reading, []);
    return {
      verdict: {
        indication: reason.startsWith('verified') ? 'passed' : library ? 'failed' : 'indeterminate',
        reason,
        key: trial.index,
        rule: work.rule.id,
        signature: facts,
        content: { ...described, digests: { sm3: trial.wanted } },
        verifiers: { own: true, webcrypto: null },
      },
      causes,
      search: result,
      message: given.messages.indexOf(message),
    };
  };
  const starts = startsOf(received, given.rules);
  const plain = starts.find((work) => trialFor(contentBytes(work, used)) !== undefined);
  if (plain) return settle(plain, [], NO_SEARCH);
  const failed: Omit<Verdict, 'content' | 'rule'> = {
    indication: 'failed',
    reason: 'mac-mismatch',
    signature: facts,
    params: { algorithm: 'SM2' },
  };
  given.onfirst({ ...stop(failed, ofReading), search: { ...NO_SEARCH, complete: false } });
  const oracle: Oracle = {
    name: (content) => keys.map(({ key }) => sm2.sm2Digest(content, key)).join(' '),
    isSigned: (name) =>
      name.split(' ').some((digest, i) => trials.some(({ index, wanted }) => index === keys[i]?.index && wanted === digest)),
  };
  const suspects = await given.provider.suspects(given.dialect);
  const found = await search(starts, suspects, sceneOf(given, received), oracle, given.limits);
  const result = { ruledOut: ruledOut(found, starts), tried: found.tried, complete: found.complete };
  return found.hit
    ? settle(found.hit.work, findingsOf(found.hit.start, found.hit.steps, telling), result)
    : { ...stop(failed, ofReading), search: result };
}

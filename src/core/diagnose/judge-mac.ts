/** Signatures made with a shared secret (MD5, HMAC-SHA256): they match or they do not; which of key and content is wrong, nothing tells. */
import type { Rule } from '../content/recipe.ts';
import type { DialectRules } from '../providers/provider.ts';
import type { Work } from '../providers/suspect.ts';
import { macHex } from '../verify/mac.ts';
import type { Verdict } from '../verify/verdict.ts';
import { describeContent, contentBytes, startsOf } from './content.ts';
import type { CauseId } from './causes.ts';
import { befalls, isCause, reasonFor } from './effects.ts';
import { findingsOf, findingsOfReading, weigh } from './findings.ts';
import type { Weighed } from './findings.ts';
import { NO_SEARCH } from './case.ts';
import type { Case, Judged, Message } from './case.ts';
import { findingsOfRepairs, findingsOfUnreadable } from './key-findings.ts';
import { losses } from './losses.ts';
import { macOracle } from './oracle.ts';
import { otherCharset } from './quirks.ts';
import { ruledOut } from './ruled-out.ts';
import { sceneOf } from './scene.ts';
import { search } from './search.ts';

type Stop = (verdict: Omit<Verdict, 'content' | 'rule'>, causes?: readonly Weighed[]) => Judged;

/** Rules of a dialect that sign with a secret; where it knows none, its first rule with MD5, as Alipay's old interface has it. */
export function macRules(rules: DialectRules): DialectRules {
  const own = rules.rules.filter(({ mac }) => mac !== undefined);
  const lent = rules.rules
    .slice(0, 1)
    .map((rule): Rule => ({ ...rule, id: `${rule.id}+MD5`, mac: { hash: 'md5', glue: '', upper: false } }));
  return { ...rules, rules: own.length > 0 ? own : lent };
}

/** Hex digits that are fewer than those of any digest by these rules. */
function isCut(sign: string, { rules }: DialectRules): boolean {
  const sizes: readonly number[] = rules.flatMap(({ mac }) => (mac ? [SIZES[mac.hash]] : []));
  return /^[0-9a-f]{8,63}$/i.test(sign) && !sizes.includes(sign.length);
}

/** Bytes hashed for a usual content, read once and hashed under one key. */
const USUAL_SIZE = 1500;
/** Of the digests, in hex. */
const SIZES = { md5: 32, 'hmac-sha256': 64, 'sha-1': 40 } as const;

export async function judgeMac(given: Case, message: Message, stop: Stop): Promise<Judged> {
  const { received, signature } = message;
  if (!signature) return stop({ indication: 'indeterminate', reason: 'no-signature' });
  const facts = signature.facts;
  const hexes = given.ring.map((key, index) => ({ key, index })).filter(({ key }) => key.secret !== null);
  const rsa = given.ring.some(({ key, report }) => key !== null && report.origin === 'offered');
  const [wrongSecret] = given.provider.wrongSecrets.filter(isCause);
  const isAlipays = befalls('md5-vs-rsa', given.provider.id);
  const ofKinds: CauseId | undefined = isAlipays ? 'md5-vs-rsa' : hexes.length === 0 ? wrongSecret : undefined;
  const mixed = rsa && ofKinds && signature.read.hex !== null ? [weigh(ofKinds, 'structure', {})] : [];
  const cut = isCut(signature.text.trim(), macRules(given.rules)) ? [weigh('sign-truncated', 'length', { side: given.side })] : [];
  const noSecret = given.ring.some(({ report, key }) => report.origin === 'offered' && !key) ? 'key-unreadable' : 'no-key';
  // Of a key cut short nothing is said: a secret is what is needed.
  const unreadableKeys =
    noSecret === 'no-key' ? [] : findingsOfUnreadable(given.ring, given.provider).filter(({ finding: { id } }) => id === 'key-path-as-key');
  if (hexes.length === 0)
    return stop(
      {
        indication: 'indeterminate',
        reason: noSecret,
        signature: facts,
      },
      [...mixed, ...unreadableKeys],
    );
  const rules = macRules(given.rules);
  const starts = startsOf(received, rules);
  const secrets = hexes.map(({ key }) => key.secret as Uint8Array);
  const oracle = macOracle(signature.text.trim(), secrets);
  const { used } = received.reading.charset;
  const keyOf = (work: Work): number | undefined =>
    hexes.find(
      ({ key }) =>
        work.rule.mac && macHex(work.rule.mac, contentBytes(work, used), key.secret as Uint8Array) === signature.text.trim().toLowerCase(),
    )?.index;
  const tell = (work: Work, causes: readonly Weighed[], found: Pick<Judged, 'search'>): Judged => {
    const reason = signature.conflicting ? 'content-explained' : reasonFor(new Set(causes.map(({ effect }) => effect)));
    const key = keyOf(work);
    const secret = key === undefined ? undefined : given.ring[key]?.secret;
    const own = secret !== undefined && secret !== null;
    return {
      verdict: {
        indication: reason === 'content-explained' ? 'failed' : 'passed',
        reason,
        rule: work.rule.id,
        signature: facts,
        content: describeContent(work, received.reading, ['md5']),
        verifiers: { own, webcrypto: null },
        ...(key === undefined ? {} : { key }),
      },
      causes: [...causes, ...(key === undefined ? [] : findingsOfRepairs(given.ring, key))],
      message: given.messages.indexOf(message),
      ...found,
    };
  };
  const telling = { reading: received.reading, provider: given.provider, side: given.side };
  const canonical = starts.find((work) => keyOf(work) !== undefined);
  if (canonical) {
    // The type speaks of another kind of signature than this is, and a server that goes by it fails.
    const label = signature.facts.hash !== null ? [weigh('md5-vs-rsa', 'structure', {}, { effect: 'form', side: 'server' })] : [];
    const besides = [...otherCharset(received.reading, canonical), ...findingsOfReading(received.reading, telling)];
    return tell(canonical, [...label, ...besides], { search: NO_SEARCH });
  }
  const failed: Omit<Verdict, 'content' | 'rule'> = { indication: 'failed', reason: 'mac-mismatch', signature: facts };
  const lost = losses(received.reading);
  const seen = [...cut, ...mixed, ...lost.filter(({ finding }) => finding.proof !== 'guess')];
  const unreadable = [
    ...seen,
    ...(wrongSecret && seen.length === 0 ? [weigh(wrongSecret, 'guess', {})] : []),
    ...lost.filter(({ finding }) => finding.proof === 'guess'),
    ...findingsOfReading(received.reading, telling),
  ];
  if (cut.length > 0) return stop(failed, unreadable);
  given.onfirst({ ...stop(failed, unreadable), search: { ...NO_SEARCH, complete: false } });
  const suspects = await given.provider.suspects(given.dialect);
  const fitting = starts.filter(({ rule: { mac } }) => mac && SIZES[mac.hash] === signature.text.trim().length);
  const from = fitting.length > 0 ? fitting : starts;
  const size = Math.max(0, ...from.map((work) => contentBytes(work, used).length));
  const share = from.length / starts.length / Math.max(1, (size * (1 + secrets.length)) / USUAL_SIZE);
  const { maxCandidates, maxOptional } = given.limits;
  // Searching deeper is asked for; else long messages and many keys take no longer than others.
  const most = maxOptional === undefined ? Math.ceil(maxCandidates * share) : maxCandidates;
  const found = await search(from, suspects, sceneOf(given, received), oracle, { ...given.limits, maxCandidates: most });
  const result = { ruledOut: ruledOut(found, starts), tried: found.tried, complete: found.complete };
  if (!found.hit) return { ...stop(failed, unreadable), search: result };
  return tell(found.hit.work, [...findingsOf(found.hit.start, found.hit.steps, telling), ...findingsOfReading(received.reading, telling)], {
    search: result,
  });
}

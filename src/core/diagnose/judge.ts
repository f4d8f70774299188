/** The verdict on one message: whose key, whose content, and what was changed. Everything before is reading, everything after is telling. */
import type { RingKey } from '../keys/read-keys.ts';
import { readBuiltIn } from '../keys/read-keys.ts';
import type { DialectRules, Provider, Received } from '../providers/provider.ts';
import type { Verdict } from '../verify/verdict.ts';
import type { Weighed } from './findings.ts';
import { weigh } from './findings.ts';
import { withAstray } from './astray.ts';
import { withLimits, withSeen } from './seen.ts';
import { findingsOfUnreadable } from './key-findings.ts';
import { describeContent, startsOf } from './content.ts';
import { NO_SEARCH } from './case.ts';
import type { Case, Judged, Message } from './case.ts';
import { judgeRsa } from './judge-rsa.ts';
import { proveKey } from './prove-key.ts';
import { findSignature } from './signature.ts';

export function messageOf(received: Received, rules: DialectRules, provider: Provider): Message {
  return { received, signature: withAstray(findSignature(received, rules, provider), received, rules) };
}

/** The keys offered, and those that the provider publishes. */
export function ringOf(offered: readonly RingKey[], provider: Provider): readonly RingKey[] {
  return [...offered, ...provider.keys.map(({ spki, role }) => readBuiltIn(spki, role))];
}

export async function judge(given: Case): Promise<Judged> {
  const best = given.messages.findIndex(({ signature }) => signature !== null);
  const message = given.messages[Math.max(best, 0)] as Message;
  return withSeen(await judgeMessage(withLimits(given, message), message, best), given, message);
}

async function judgeMessage(given: Case, message: Message, best: number): Promise<Judged> {
  const { signature } = message;
  const shown = showContent(given, message);
  const stop = (verdict: Omit<Verdict, 'content' | 'rule'>, causes: readonly Weighed[] = []): Judged => ({
    verdict: { ...verdict, ...shown },
    causes,
    search: NO_SEARCH,
    message: Math.max(best, 0),
  });
  if (!signature) return stop({ indication: 'indeterminate', reason: 'no-signature' });
  const facts = signature.facts;
  if (signature.sample?.kind === 'probe')
    return stop({ indication: 'failed', reason: 'probe-traffic', signature: facts }, [weigh('wechat-signtest', 'structure', {})]);
  if (signature.read.masked && !signature.read.bytes)
    return stop({ indication: 'failed', reason: 'signature-damaged', signature: facts }, [
      // Dots at its end say that it was cut short.
      weigh('sign-masked', 'structure', {}, /(\.{3,}|…)\s*$/.test(signature.text) ? { alternatives: ['sign-truncated'] } : {}),
      ...findingsOfUnreadable(given.ring, given.provider),
    ]);
  const isMac = signature.read.hex !== null || given.rules.rules.every(({ mac }) => mac !== undefined);
  const isClosed = signature.algorithm === 'dsa' || signature.algorithm === 'ecdsa';
  if (!isMac && (isClosed || (signature.unknownType && !signature.read.bytes)))
    return stop({ indication: 'indeterminate', reason: 'unsupported-algorithm', signature: facts });
  const proof = given.shut ? proveKey(signature.read, given.ring).proof : null;
  if (proof) {
    const { index: key, opened } = proof;
    return stop({ indication: 'indeterminate', reason: 'no-key', key, opened, signature: facts, params: { need: 'private-key' } });
  }
  const judged = await (isMac
    ? (await import('./judge-mac.ts')).judgeMac(given, message, stop)
    : signature.algorithm === 'sm2'
      ? (await import('./judge-sm2.ts')).judgeSm2(given, message, stop)
      : judgeRsa(given, stop));
  if (judged.verdict.indication !== 'passed')
    return signature.sample?.kind === 'documentation' ? { ...judged, verdict: { ...judged.verdict, sample: 'documentation' } } : judged;
  return given.rules.uncovered?.((given.messages[judged.message] ?? message).received) === true
    ? { ...judged, verdict: { ...judged.verdict, indication: 'indeterminate', reason: 'no-signature' } }
    : judged;
}

/** The content by the first rule, for display where no better is known. */
export function showContent({ rules }: Pick<Case, 'rules'>, { received, signature }: Message): Pick<Verdict, 'content' | 'rule'> {
  const [start] = startsOf(received, rules);
  if (!start) return {};
  const hash = signature?.facts.hash ?? null;
  return { rule: start.rule.id, content: describeContent(start, received.reading, hash && hash !== 'sm3' ? [hash] : ['sha-256', 'sha-1']) };
}

/** What the second box is held against: the content that was signed where a key says so, else the message as received. */
import { forward } from '../content/redo/all.ts';
import type { ForwardMistake } from '../content/redo/mistake.ts';
import { orderedPairs } from '../content/run.ts';
import type { RingKey } from '../keys/read-keys.ts';
import type { DialectRules, Provider, Received } from '../providers/provider.ts';
import type { Work, WorkPair } from '../providers/suspect.ts';
import { digestHex } from '../verify/digest.ts';
import type { HashName } from '../verify/verdict.ts';
import type { Judged } from './case.ts';
import type { CauseId } from './causes.ts';
import { contentBytes, describeContent, startsOf } from './content.ts';
import { befalls, isCause } from './effects.ts';
import type { Served } from './finding.ts';
import type { Weighed } from './findings.ts';
import type { SearchLimits } from './search.ts';

export interface ServedCase {
  readonly provider: Provider;
  readonly dialect: string;
  readonly rules: DialectRules;
  readonly judged: Judged;
  readonly received: Received;
  readonly ring: readonly RingKey[];
  /** What was pasted. */
  readonly text?: string | Uint8Array;
  /** How far a search may go where nothing simpler explains the difference; absent = a little. */
  readonly limits?: SearchLimits;
}

export interface Right {
  readonly work: Work;
  /** Those of the content, in its order. */
  readonly pairs: readonly WorkPair[];
  readonly text: string;
  readonly bytes: Uint8Array;
  /** Whether this content has the signed digest. */
  readonly proved: boolean;
}

/** What the opened signature says, where one was opened. */
export function signedDigest({ verdict }: Judged): { readonly hash: HashName; readonly digest: string } | null {
  return verdict.opened?.ok ? { hash: verdict.opened.hash, digest: verdict.opened.digest } : null;
}

/** @returns null where the message lacks a part of what is signed */
export function rightOf({ judged, received, rules }: ServedCase): Right | null {
  const starts = startsOf(received, rules);
  const { rule, content } = judged.verdict;
  const charset = content?.charset;
  const work =
    judged.work ??
    starts.find((each) => each.rule.id === rule && each.charset === charset) ??
    starts.find((each) => each.rule.id === rule) ??
    starts[0];
  if (!work) return null;
  const signed = signedDigest(judged);
  const bytes = contentBytes(work, received.reading.charset.used);
  return {
    work,
    pairs: orderedPairs(work.rule.recipe, work.pairs),
    text: describeContent(work, received.reading, []).text,
    bytes,
    // Under a shared secret there is no digest to compare: the message holds, or it does not.
    proved: signed ? digestHex(signed.hash, bytes) === signed.digest : judged.verdict.verifiers?.own === true,
  };
}

/** At most this much where nothing else explains the second box. */
const SEARCH = { maxCandidates: 20_000, maxMs: 1500 };

/** What is left of the user's limits, shared by so many searches. */
export function shareOf({ limits }: ServedCase, searches: number): SearchLimits {
  const most = Math.min(SEARCH.maxCandidates, limits?.maxCandidates ?? SEARCH.maxCandidates);
  return {
    maxCandidates: Math.ceil(most / Math.max(1, searches)),
    maxMs: Math.min(SEARCH.maxMs, limits?.maxMs ?? SEARCH.maxMs) / Math.max(1, searches),
    clock: limits?.clock,
    signal: limits?.signal,
  };
}

/** Mistakes that can befall the provider's messages; those of Alipay's catalogue are general. */
export const mistakesOf = ({ provider }: ServedCase): readonly ForwardMistake[] =>
  forward.filter(({ id }) => isCause(id) && (befalls(id, 'alipay') || befalls(id, provider.id)));

/** The id that the provider's catalogue has in place of the general one. */
export function namedBy({ provider }: ServedCase): (id: CauseId) => CauseId {
  return (id) => {
    const own = provider.ownCauses?.[id];
    return own !== undefined && isCause(own) ? own : id;
  };
}

/** The provider's own id in front of each general one that it has another for. */
export const withOwn = (ids: readonly string[], given: ServedCase): readonly CauseId[] => [
  ...new Set(ids.filter(isCause).flatMap((id) => [namedBy(given)(id), id])),
];

export const asServers = (causes: readonly Weighed[]): Served['causes'] =>
  causes.map(({ finding }) => ({ ...finding, side: 'server' as const }));

export const UNKNOWN: Served = { form: 'unknown', equalsSigned: null, verifies: null, causes: [] };

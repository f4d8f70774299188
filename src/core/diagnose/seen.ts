/** What can be seen of a message that failed, without any digest: told where nothing else explains it, and before the search is over. */
import type { Shown } from '../providers/provider.ts';
import type { Reason } from '../verify/verdict.ts';
import type { Case, Judged, Message } from './case.ts';
import { isCause } from './effects.ts';
import { weigh } from './findings.ts';
import type { Weighed } from './findings.ts';

const UNEXPLAINED: ReadonlySet<Reason> = new Set(['content-unexplained', 'no-signature', 'signature-length', 'signature-damaged']);
const CONFLICTING: ReadonlySet<Reason> = new Set(['content-explained', 'content-unexplained', 'mac-mismatch', 'wrong-key', 'no-key']);
/** Losses of any provider's texts, which the provider's own name says better. */
const GENERAL: ReadonlySet<string> = new Set(['mojibake-lossy', 'latin1-redecode', 'emoji-lost']);
/** Candidates where what is lost cannot be guessed: a mistake beside it is no help. */
const HOPELESS = 1500;

/** The case with the news of its first look completed, and no long search for what is not there. */
export function withLimits(given: Case, message: Message): Case {
  const shown = shownIn(given, message);
  if (shown.length === 0) return given;
  const { limits } = given;
  return {
    ...given,
    onfirst: (first) => {
      given.onfirst(withSeen(first, given, message));
    },
    limits: shown.some(({ lost }) => lost) ? { ...limits, maxCandidates: Math.min(limits.maxCandidates, HOPELESS) } : limits,
  };
}

export function withSeen(judged: Judged, given: Case, message: Message): Judged {
  if (isConflict(judged, message)) return { ...judged, causes: [toldTwice(message), ...judged.causes] };
  if (!UNEXPLAINED.has(judged.verdict.reason)) return judged;
  const seen = shownIn(given, message).flatMap((each): Weighed[] => {
    const { id, alternatives = [], lost: _, guess, ...rest } = each;
    return isCause(id)
      ? [weigh(id, guess ? 'guess' : 'structure', { side: given.side }, { alternatives: alternatives.filter(isCause), ...rest })]
      : [];
  });
  if (seen.length === 0) return judged;
  const ids = new Set(seen.map(({ finding }) => finding.id));
  const others = judged.causes.filter(({ finding: { id } }) => !ids.has(id) && !GENERAL.has(id));
  return { ...judged, causes: [...seen, ...others] };
}

/** A message that holds under one of two signatures, or with one of two headers, does not hold: which is the sender's cannot be told. */
const isConflict = ({ verdict, causes }: Judged, { signature }: Message): boolean =>
  signature?.conflicting === true && CONFLICTING.has(verdict.reason) && causes.every(({ finding: { id } }) => id !== 'duplicate-key');

function toldTwice({ signature }: Message): Weighed {
  return weigh('duplicate-key', 'structure', {}, { edits: (signature?.twice ?? []).map((name) => ({ op: 'drop-pair' as const, name })) });
}

const shownIn = ({ rules }: Case, { received }: Message): readonly Shown[] => rules.shows?.(received) ?? [];

/** What is judged, and what comes of it: the types that all judges share. */
import type { RingKey } from '../keys/read-keys.ts';
import type { DialectRules, Provider, Received } from '../providers/provider.ts';
import type { Work } from '../providers/suspect.ts';
import type { Verdict } from '../verify/verdict.ts';
import type { Diagnosis } from './finding.ts';
import type { Weighed } from './findings.ts';
import type { SearchLimits } from './search.ts';
import type { FoundSignature } from './signature.ts';

export interface Message {
  readonly received: Received;
  readonly signature: FoundSignature | null;
}

export interface Case {
  readonly provider: Provider;
  readonly dialect: string;
  readonly rules: DialectRules;
  /** The message as read, and as it may be read otherwise, best first. */
  readonly messages: readonly Message[];
  /** Keys offered, then the provider's own. */
  readonly ring: readonly RingKey[];
  readonly side: 'server' | 'paste' | undefined;
  /** What was signed is encrypted, and no key at hand opens it: nothing can be said of the content. */
  readonly shut: boolean;
  readonly limits: SearchLimits;
  /** Told before a search begins: what is known so far. */
  readonly onfirst: (judged: Judged) => void;
}

export interface Judged {
  readonly verdict: Verdict;
  readonly causes: readonly Weighed[];
  readonly search: Pick<Diagnosis, 'ruledOut' | 'tried' | 'complete'>;
  /** Which of the messages this is about. */
  readonly message: number;
  /** The content that has the signed digest, where one was found. */
  readonly work?: Work;
}

export const NO_SEARCH: Judged['search'] = { ruledOut: [], tried: 0, complete: true };

/**
 * What a payment provider is to the core: who recognises its messages, how they are signed, which mistakes are usual.
 * Adding a provider adds a folder and one line in `index.ts`. Everything here is data, but for `claims`.
 */
import type { Rule } from '../content/recipe.ts';
import type { Suspect } from './suspect.ts';
import type { Reading } from '../read/reading.ts';
import type { KeyRole } from '../keys/report.ts';

export type ProviderId = 'alipay' | 'wechatpay';

/** Why a dialect is believed: a code, and the parameter it was seen in. */
export interface Evidence {
  readonly id: 'parameter-value' | 'parameter-present' | 'parameter-absent' | 'signature-shape';
  readonly name: string;
  readonly value?: string;
}

export interface DialectClaim {
  readonly provider: ProviderId;
  readonly dialect: string;
  /** 0 to 1. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** The best claim and its rivals, best first. */
export interface Claim extends DialectClaim {
  readonly rivals: readonly DialectClaim[];
  /** True where the user chose it. */
  readonly chosen?: true;
}

export interface Dialect {
  readonly id: string;
  /** How well the reading fits; null when it cannot be this dialect. */
  claims(reading: Reading): { readonly score: number; readonly evidence: readonly Evidence[] } | null;
  /** The rest of it, loaded when needed. */
  load(): Promise<DialectRules>;
}

export interface DialectRules {
  /** Tried in order; the one that holds is named. */
  readonly rules: readonly Rule[];
  /** Character sets to try where the message declares none, first the likeliest. */
  readonly charsets: readonly ('utf-8' | 'gbk')[];
  /** Names of the parameters that carry the signature and its type. */
  readonly signature: { readonly value: string; readonly type: string };
}

export interface BuiltInKey {
  readonly role: KeyRole;
  /** base64 SPKI. */
  readonly spki: string;
  readonly source: string;
}

export interface Provider {
  readonly id: ProviderId;
  readonly dialects: readonly Dialect[];
  /** Every parameter name known in any dialect: only a name outside this set can be an unsigned extra. */
  readonly known: ReadonlySet<string>;
  readonly keys: readonly BuiltInKey[];
  /** Usual mistakes with this provider's messages, as the edits that undo them. */
  readonly suspects: readonly Suspect[];
  /** Whether a parameter that is not signed may be ignored: the provider did not send it, and it is no known name in disguise. */
  mayBeUnsigned(name: string): boolean;
}

/**
 * A known mistake, as the edit that undoes it. A suspect bends what the signed content is made of (the pairs or the rule)
 * back towards what the provider signed; whether it is right, a digest decides.
 */
import type { Rule } from '../content/recipe.ts';
import type { ContentPair } from '../content/run.ts';
import type { Charset } from '../text/charset.ts';
import type { FieldKind } from './field.ts';

/** A pair on its way through the search; `from` is its index in `Reading.pairs`, null for one that was added. */
export interface WorkPair extends ContentPair {
  readonly from: number | null;
}

/** Everything that signed content is made of. */
export interface Work {
  readonly pairs: readonly WorkPair[];
  readonly rule: Rule;
  readonly charset: Charset;
}

/** What a suspect may look at besides. */
export interface Scene {
  readonly dialect: string;
  /** Names that the provider is known to send. */
  readonly known: ReadonlySet<string>;
  /** How the value of a known name is to be read; null for an unknown one. */
  readonly kindOf: (name: string) => FieldKind | null;
  /** Known names of this dialect that the message lacks. */
  readonly absent: readonly string[];
  /** The character set that the message declares, and the one it was read in. */
  readonly declared: Charset | null;
  readonly received: Charset;
  /** Names whose value is nothing (null, None) in the paste, not an empty text. */
  readonly nothing: ReadonlySet<string>;
  /** Whether the paste was an address: then its own parameters are usual. */
  readonly isAddress: boolean;
  /** Original texts that the user supplied, by name of the parameter. */
  readonly originals: Readonly<Record<string, string>>;
}

/** One way to undo the mistake. `id` and `alternatives` where the way tells the cause more exactly than the suspect. */
export interface Attempt {
  readonly work: Work;
  readonly id?: string;
  readonly alternatives?: readonly string[];
  /** It undoes another mistake on the way, and this is what is there in between: told as two. */
  readonly via?: { readonly id: string; readonly work: Work };
  /** For parameters left out: by name, the causes that may have put it there, likeliest first. */
  readonly origins?: ReadonlyMap<string, readonly string[]>;
  /** Added to the suspect's own cost. */
  readonly cost?: number;
  /** So unlikely that nothing is put on top of it. */
  readonly last?: true;
}

export interface Suspect {
  /** Id of a cause in the catalogue. */
  readonly id: string;
  /** How unlikely it is, in bits: 0 is tried first. From how often it was met. */
  readonly cost: number;
  /** Added on top of another mistake; for suspects of thousands of attempts, which would use up the search there. */
  readonly combination?: number;
  /** What it undoes can be seen: a genuine message gives it nothing to try. Beside another mistake it is then no coincidence. */
  readonly visible?: true;
  readonly source: string;
  attempts(work: Work, scene: Scene): Iterable<Attempt>;
}

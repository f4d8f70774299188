/** A cause as people read it: what it is, what was found here, and what to change. */
import type { CauseId } from '../../core/diagnose/causes.ts';
import type { Finding } from '../../core/diagnose/finding.ts';

/** What to write in one framework or language. */
export interface Remedy {
  readonly stack: string;
  readonly text: string;
}

export interface CauseProse {
  readonly title: string;
  /** The same for the verdict's own line, naming the parameter; absent = the title. */
  readonly headline?: (finding: Finding) => string;
  /** What was found in this message; absent = the title says it. */
  readonly found?: (finding: Finding) => string;
  readonly fix: string;
  readonly remedies?: readonly Remedy[];
}

export type Catalogue = Readonly<Record<CauseId, CauseProse>>;
export type Closer = Readonly<Partial<Record<CauseId, Partial<CauseProse>>>>;

/** The catalogue, with closer prose over it where there is some. */
export function withCloser(catalogue: Catalogue, close: Closer): Catalogue {
  const merged: Record<string, CauseProse> = { ...catalogue };
  for (const [id, prose] of Object.entries(close)) merged[id] = { ...catalogue[id as CauseId], ...prose };
  return merged as Catalogue;
}

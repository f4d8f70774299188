/** A reading to ranked claims: whose message it is, which kind, and by what that was seen. */
import type { Claim, Dialect, DialectClaim, ProviderEntry } from '../providers/provider.ts';
import type { Reading } from '../read/reading.ts';

export interface Recognised {
  readonly claim: Claim;
  readonly provider: ProviderEntry;
  readonly dialect: Dialect;
}

/** The best claim, or the user's choice; null when no provider knows the message. */
export function recognise(
  reading: Reading,
  providers: readonly ProviderEntry[],
  chosen: { provider?: string; dialect?: string } = {},
): Recognised | null {
  const all: { claim: DialectClaim; provider: ProviderEntry; dialect: Dialect; wanted: boolean }[] = [];
  for (const provider of providers)
    for (const dialect of provider.dialects) {
      const fit = dialect.claims(reading);
      const wanted = dialect.id === chosen.dialect && (chosen.provider === undefined || chosen.provider === provider.id);
      if (!fit && !wanted) continue;
      const claim = { provider: provider.id, dialect: dialect.id, score: fit?.score ?? 0, evidence: fit?.evidence ?? [] };
      all.push({ claim, provider, dialect, wanted });
    }
  all.sort((a, b) => Number(b.wanted) - Number(a.wanted) || b.claim.score - a.claim.score);
  const best = all[0];
  if (!best) return null;
  const rivals = all.slice(1).map(({ claim }) => claim);
  return {
    claim: { ...best.claim, rivals, ...(best.wanted ? { chosen: true as const } : {}) },
    provider: best.provider,
    dialect: best.dialect,
  };
}

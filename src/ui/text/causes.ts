/** Which findings are told as causes. How a key was written is told beside the key: it was read all the same, so it explains no failure. */
import type { Diagnosis, Finding } from '../../core/diagnose/finding.ts';

export const causesOf = (diagnosis: Diagnosis | null): readonly Finding[] =>
  diagnosis?.causes.filter(({ proof }) => proof !== 'key-match') ?? [];

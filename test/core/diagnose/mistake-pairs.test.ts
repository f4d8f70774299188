/** Two mistakes at once: both are named, each by its own finding. */
import { describe, expect, test } from 'vitest';
import { CASES, SLOW, diagnose, groups, other, signer } from '../../support/diagnosing.ts';
import { both, mistakes } from '../../support/mistakes.ts';
import type { Mistake } from '../../support/mistakes.ts';
import { makeNotification, makeRandom } from '../../support/notification.ts';

/** A pair takes the search longer than one mistake. */
const SOME = Math.ceil(CASES * 0.6);

/** Pairs that were met together in practice, and others that are easily made at once. */
const together: readonly (readonly [string, string])[] = [
  ['html-entity-quotes', 'extra-framework-param'],
  ['backslash-quotes', 'html-entity-quotes'],
  ['trim-value', 'html-entity-quotes'],
  ['own-query-param', 'extra-framework-param'],
  ['html-entity-quotes', 'sign-type-removed'],
  ['extra-framework-param', 'sign-type-removed'],
  ['space-to-plus-value', 'own-query-param'],
  ['numbers-reformatted', 'datetime-reformatted'],
  ['numbers-reformatted', 'json-reserialised-values'],
  ['null-literal', 'numbers-reformatted'],
  ['null-literal', 'app-added-param'],
  ['param-missing', 'numbers-reformatted'],
  ['empty-kept', 'app-added-param'],
  ['double-url-decode', 'own-query-param'],
  ['double-url-decode', 'html-entity-quotes'],
  ['trim-value', 'own-query-param'],
  ['json-reserialised-values', 'extra-framework-param'],
  ['mojibake-latin1', 'extra-framework-param'],
  ['whitespace-collapsed', 'extra-framework-param'],
  ['numbers-reformatted', 'field-renamed-case'],
  ['plus-to-space-value', 'own-query-param'],
  ['trim-value', 'empty-dropped'],
];

describe('two mistakes at once', () => {
  test.each(together)('%s and %s', { timeout: SLOW }, async (first, second) => {
    const mistake = both(mistakes[first] as Mistake, mistakes[second] as Mistake);
    const missed: string[] = [];
    let made = 0;
    for (let seed = 1; made < SOME && seed < SOME * 4; seed++) {
      const random = makeRandom(seed * 104729);
      const broken = mistake?.({ pairs: makeNotification(random), signer, other }, random);
      if (!broken) continue;
      made++;
      const inspection = await diagnose(broken);
      const found = groups(inspection);
      if (![first, second].every((id) => found.some((group) => group.includes(id))))
        missed.push(`seed ${seed}: ${inspection.verdict.reason} ${JSON.stringify(found.slice(0, 4))} tried ${inspection.diagnosis?.tried}`);
    }
    expect(made).toBeGreaterThan(0);
    // Rare coincidences are left to a deeper search: nine of ten must be found, and all but one of a few.
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(Math.max(1, made / 10));
  });
});

/** The central property: sign good content, break it by a mistake, diagnose, and get the same cause back. */
import { describe, expect, test } from 'vitest';
import { inspect } from '../../../src/core/inspect.ts';
import type { Inspection } from '../../../src/core/inspect.ts';
import { both, mistakes } from '../../support/mistakes.ts';
import type { Made, Mistake } from '../../support/mistakes.ts';
import { makeNotification, makeRandom, makeSigner } from '../../support/notification.ts';

const CASES = Number(process.env['CASES'] ?? 10);
/** A machine under load needs its time; none of these waits for a clock. Milliseconds. */
const SLOW = 180_000;
const signer = makeSigner();
const other = makeSigner();

export async function diagnose({ text, keys, served, inputs }: Made): Promise<Inspection> {
  return inspect({ text, keys, ...(served === undefined ? {} : { served }), ...(inputs ? { hints: { inputs } } : {}) });
}

/** The groups of ids that are named, best first. */
const groups = ({ diagnosis, served }: Inspection): readonly (readonly string[])[] =>
  [...(served?.causes ?? []), ...(diagnosis?.causes ?? [])].map(({ id, alternatives }) => [id, ...alternatives]);

describe.each(Object.keys(mistakes))('%s', (id) => {
  test('is named again', { timeout: SLOW }, async () => {
    const missed: string[] = [];
    let made = 0;
    for (let seed = 1; made < CASES && seed < CASES * 4; seed++) {
      const random = makeRandom(seed * 7919);
      const broken = mistakes[id]?.({ pairs: makeNotification(random), signer, other }, random);
      if (!broken) continue;
      made++;
      const inspection = await diagnose(broken);
      const found = groups(inspection);
      if (!found[0]?.includes(id))
        missed.push(
          `seed ${seed}: ${inspection.verdict.reason} ${JSON.stringify(found.slice(0, 3))} ${inspection.reading.form} tried ${inspection.diagnosis?.tried}`,
        );
    }
    expect(made).toBeGreaterThan(0);
    expect(missed).toEqual([]);
  });
});

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
    for (let seed = 1; made < CASES && seed < CASES * 4; seed++) {
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
    // Rare coincidences are left to a deeper search: nine of ten must be found.
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(made / 10);
  });
});

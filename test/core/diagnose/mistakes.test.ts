/** The central property: sign good content, break it by a mistake, diagnose, and get the same cause back. */
import { describe, expect, test } from 'vitest';
import { CASES, SLOW, diagnose, groups, other, signer } from '../../support/diagnosing.ts';
import { mistakes } from '../../support/mistakes.ts';
import { makeNotification, makeRandom } from '../../support/notification.ts';

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

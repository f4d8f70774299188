/** The central property: sign good content, break it by a mistake, diagnose, and get the same cause back. */
import { describe, expect, test } from 'vitest';
import { inspect } from '../../../src/core/inspect.ts';
import type { Inspection } from '../../../src/core/inspect.ts';
import { mistakes } from '../../support/mistakes.ts';
import type { Made } from '../../support/mistakes.ts';
import { makeNotification, makeRandom, makeSigner } from '../../support/notification.ts';

const CASES = Number(process.env['CASES'] ?? 10);
const signer = makeSigner();
const other = makeSigner();

export async function diagnose({ text, keys, served, inputs }: Made): Promise<Inspection> {
  return inspect({ text, keys, ...(served === undefined ? {} : { served }), ...(inputs ? { hints: { inputs } } : {}) });
}

/** The groups of ids that are named, best first. */
const groups = ({ diagnosis, served }: Inspection): readonly (readonly string[])[] =>
  [...(served?.causes ?? []), ...(diagnosis?.causes ?? [])].map(({ id, alternatives }) => [id, ...alternatives]);

describe.each(Object.keys(mistakes))('%s', (id) => {
  test('is named again', async () => {
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

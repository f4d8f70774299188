/** Reading is linear: twice the text takes at most two and a half times the time, whatever the text. */
import { describe, expect, test } from 'vitest';
import { RARE } from '../../src/core/read/rare/rare.ts';
import { read } from '../../src/core/read/read.ts';
import { FAMILIES } from '../support/hostile.ts';

const SIZE = 400_000;
/** Below this many milliseconds a time says more about the machine than about the reader. */
const FLOOR = 120;

function fastest(text: string, runs: number): number {
  let best = Infinity;
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    read(text, {}, RARE);
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

describe.each(Object.keys(FAMILIES))('%s', (family) => {
  const make = FAMILIES[family] as (size: number) => string;
  test('grow no faster than their size', { timeout: 120_000 }, () => {
    const small = make(SIZE);
    const large = make(2 * SIZE);
    // A collection of garbage may fall into one measurement: it counts only if it comes back.
    let ratio = Infinity;
    let time = 0;
    for (let attempt = 0; attempt < 4 && ratio > 2.5; attempt++) {
      const one = fastest(small, 2 + attempt);
      time = fastest(large, 2 + attempt);
      ratio = time < FLOOR ? 1 : time / one;
    }
    // A step (a table that outgrows a cache, a limit that is reached) is no growth: it does not come again at the next doubling.
    if (ratio > 2.5) ratio = Math.sqrt(fastest(make(4 * SIZE), 3) / fastest(small, 3));
    expect(ratio).toBeLessThanOrEqual(2.5);
    expect(time).toBeLessThan(4000);
  });
});

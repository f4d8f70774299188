/** Calendar arithmetic against the platform's own. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utcText } from '../../../src/core/text/utc.ts';

test('any moment from 1970 to 2200 has the digits that the platform gives it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: Date.UTC(2200, 0, 1) }), (ms) => {
      expect(utcText(ms)).toBe(new Date(ms).toISOString().replace('T', ' ').replace('Z', ''));
    }),
    { numRuns: 2000 },
  );
  expect(utcText(951_782_400_000)).toBe('2000-02-29 00:00:00.000');
});

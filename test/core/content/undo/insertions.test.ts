/** Signs that a filter took, put back at each place: every text of a short one, and how many there are of longer ones. */
import { describe, expect, test } from 'vitest';
import { withBackslashes, withSigns } from '../../../../src/core/content/undo/insertions.ts';

describe('signs', () => {
  test('at each place, then pairs around each part', () => {
    const alone = ['"', "'", '<', '>', '&', ';', '%', '--', '#'].flatMap((sign) => [`${sign}ab`, `a${sign}b`, `ab${sign}`]);
    const pairs = ['""', '<>', "''", '()'].flatMap(([open, close]) => [`${open}ab${close}`, `${open}a${close}b`, `a${open}b${close}`]);
    expect([...withSigns('ab')]).toEqual([...alone, ...pairs]);
  });
  test('never within a character', () => {
    expect([...withSigns('😀')].slice(0, 2)).toEqual(['"😀', '😀"']);
  });
  test.each([
    [0, 0],
    [1, 9 * 2 + 4],
    [24, 9 * 25 + 4 * 300],
    [25, 9 * 26],
    [64, 9 * 65],
    [65, 0],
  ])('in %i letters: %i texts', (size, count) => {
    expect([...withSigns('a'.repeat(size))]).toHaveLength(count);
  });
});

describe('backslashes', () => {
  test('before each sign, then before each two', () => {
    expect([...withBackslashes('abc')]).toEqual(['\\abc', 'a\\bc', 'ab\\c', '\\a\\bc', '\\ab\\c', 'a\\b\\c']);
  });
  test.each([
    [0, 0],
    [1, 1],
    [24, 24 + 276],
    [25, 25],
    [64, 64],
    [65, 0],
  ])('in %i letters: %i texts', (size, count) => {
    expect([...withBackslashes('a'.repeat(size))]).toHaveLength(count);
  });
});

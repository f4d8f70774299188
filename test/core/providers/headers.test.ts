/** Header values by whatever name and in whatever frame. */
import { describe, expect, test } from 'vitest';
import { NOTHING, headerKey, headerValues } from '../../../src/core/providers/headers.ts';
import type { Reading } from '../../../src/core/read/reading.ts';

const reading = (...headers: readonly (readonly [name: string, value: string])[]): Reading =>
  ({ headers: headers.map(([name, value]) => ({ name, value })) }) as unknown as Reading;

test.each(['Wechatpay-Nonce', 'HTTP_WECHATPAY_NONCE', 'wechatpay-nonce', 'WECHATPAY_NONCE', 'wechatpayNonce'])(
  '%s is the same name',
  (name) => {
    expect(headerKey(name)).toBe('wechatpaynonce');
  },
);

describe('a value', () => {
  test.each([
    ['a', 'a'],
    [' a ', 'a'],
    ['["a"]', 'a'],
    ["[ 'a' ]", 'a'],
    ['[a', 'a'],
    ['a ]', 'a'],
    ['"a"', 'a'],
    ['a\\/b\\/', 'a/b/'],
    ['"a', '"a'],
    ['', ''],
  ])('%j is %j', (shown, value) => {
    expect(headerValues(reading(['N', shown]), 'n')).toEqual([value]);
  });
  test('is freed of its frame in linear time', () => {
    const began = performance.now();
    expect(headerValues(reading(['N', `[a${' '.repeat(200_000)}b]`]), 'n')[0]).toHaveLength(200_002);
    expect(performance.now() - began).toBeLessThan(500);
  });
});

test('all values of a header, then what was answered', () => {
  const of = reading(['A-B', '1'], ['c', '2'], ['HTTP_A_B', '3']);
  expect(headerValues(of, 'a-b')).toEqual(['1', '3']);
  expect(headerValues(of, 'a-b', { a_b: ' 4 ', c: '5' })).toEqual(['1', '3', '4']);
  expect(headerValues(of, 'a-b', { 'a-b': ' ' })).toEqual(['1', '3']);
  expect(headerValues({} as Reading, 'a-b')).toEqual([]);
});

test('what programs print for nothing', () => {
  for (const text of ['', 'null', 'None', 'undefined', 'nil', '(null)', '<nil>', '""', "''", '[]', 'Array', '-'])
    expect(NOTHING.test(text)).toBe(true);
  for (const text of ['0', 'nullable', 'xnull', '--']) expect(NOTHING.test(text)).toBe(false);
});

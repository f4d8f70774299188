/** Quotes, width, composition and case: the texts that there may have been, in their order. */
import { describe, expect, test } from 'vitest';
import {
  recased,
  renormalised,
  snakeCase,
  straightDoubleQuotes,
  straightQuotes,
  straightened,
} from '../../../../src/core/content/undo/letters.ts';

test.each([
  ['“a”„b‟″c＂', '"a""b""c"', '"a""b""c"'],
  ['‘a’‚b‛′c＇', "'a''b''c'", '‘a’‚b‛′c＇'],
  ['a—b–c…', 'a--b-c...', 'a—b–c…'],
  ['plain', 'plain', 'plain'],
])('%j: straight quotes, and straight double quotes alone', (value, all, double) => {
  expect(straightQuotes(value)).toBe(all);
  expect(straightDoubleQuotes(value)).toBe(double);
});

test('the quotes alone, then everything, then other dashes and the ellipsis', () => {
  expect([...straightened('“a’—–…”')]).toEqual(['"a’—–…"', '"a\'---..."', '"a\'----..."', '"a\'--..."', '"a’—–..."']);
});

describe('renormalised', () => {
  /** The signs of U+00A0–00BF, U+2000–33FF and U+FF01–FFEE that NFKC makes a letter of; Unicode Character Database. */
  const OF_A = ['ª', 'ₐ', 'ⓐ', 'ａ'];
  const OF_B = ['ⓑ', 'ｂ'];
  const OF_OPEN = ['⁽', '₍', '（'];

  test('all in full width, letters and digits, digits; punctuation; each sign by those that are like it', () => {
    expect([...renormalised('a(b')]).toEqual([
      'ａ（ｂ',
      'ａ(ｂ',
      'a(b',
      'a（b',
      ...OF_A.map((a) => `${a}(b`),
      ...OF_OPEN.map((open) => `a${open}b`),
      ...OF_B.map((b) => `a(${b}`),
      ...OF_A.map((a) => `${a}（b`),
      ...OF_B.map((b) => `a（${b}`),
    ]);
  });
  test('composed and decomposed, where that is another text', () => {
    expect([...renormalised('é')].slice(0, 1)).toEqual(['e\u0301']);
    expect([...renormalised('e\u0301')].slice(0, 2)).toEqual(['é', 'é']);
    expect([...renormalised('测试')]).toEqual([]);
  });
  test('the last sign of each block', () => {
    expect([...renormalised('\u03c9')]).toEqual([]);
    expect([...renormalised('gal')]).toContain('㏿');
    expect([...renormalised('○')]).toEqual(['￮']);
    expect([...renormalised('1')].slice(3)).toEqual(expect.arrayContaining(['¹', '₁', '①', '１']));
  });
  test.each([...'[]:,!?;+-/~%&#.'])('%s is of a kind of its own', (sign) => {
    const wide = String.fromCharCode(sign.charCodeAt(0) + 0xfee0);
    expect([...renormalised(`(${sign}`)].slice(0, 3)).toEqual([`（${wide}`, `（${sign}`, `(${wide}`]);
  });
  test('blanks become wide with all else', () => {
    expect([...renormalised('a 1')].slice(0, 3)).toEqual(['ａ　１', 'ａ １', 'a １']);
  });
  test('signs of several letters, the longest first; what is there twice, everywhere too', () => {
    const texts = [...renormalised('kg(a)kg')];
    const at = (text: string): number => texts.indexOf(text);
    expect(at('kg⒜kg')).toBeGreaterThan(0);
    expect(at('㎏(a)kg')).toBeGreaterThan(at('kg⒜kg'));
    expect(at('㎏(a)㎏')).toBe(at('㎏(a)kg') + 1);
    expect(at('kg(a)㎏')).toBeGreaterThan(at('㎏(a)kg'));
  });
  test('punctuation: all of it, all of a kind, then every choice of a few', () => {
    const wide = [...renormalised('，(a),!')].slice(4);
    expect(wide.slice(0, 4)).toEqual(['，（a），！', '，（a）,!', '，(a)，!', '，(a),！']);
    expect(wide.slice(4, 18)).toEqual([
      '，（a),!',
      '，(a）,!',
      '，（a）,!',
      '，(a)，!',
      '，（a)，!',
      '，(a），!',
      '，（a），!',
      '，(a),！',
      '，（a),！',
      '，(a）,！',
      '，（a）,！',
      '，(a)，！',
      '，（a)，！',
      '，(a），！',
    ]);
  });
  test('signs of money are wide too', () => {
    expect([...renormalised('¥')][0]).toBe('￥');
    expect([...renormalised('£')][0]).toBe('￡');
    expect([...renormalised('￥')]).toEqual(['¥']);
  });
  /** All in full width; then every choice of up to eight, none of more than twenty-four; then each sign alone and with its equals. */
  test.each([
    [1, 1 + 1],
    [8, 1 + 254 + 8 * 2],
    [9, 1 + 9 * 2],
    [24, 1 + 24 * 2],
    [25, 25 * 2],
    [64, 64 * 2],
    [65, 0],
  ])('%i low lines give %i texts', (size, count) => {
    expect([...renormalised('_'.repeat(size))]).toHaveLength(count);
  });
  test.each([
    [128, 3],
    [129, 0],
  ])('%i letters give %i texts in full width', (size, count) => {
    expect([...renormalised('a'.repeat(size))]).toHaveLength(count);
  });
});

describe('recased', () => {
  test('all capitals, first letters, words in every choice, letters in every choice', () => {
    expect([...recased('ab')]).toEqual(['AB', 'Ab', 'AB', 'Ab', 'Ab', 'aB', 'AB']);
    expect([...recased('a1b')]).toEqual(['A1B', 'A1B', 'A1b', 'A1b', 'a1B', 'a1B', 'A1B', 'A1B', 'A1b', 'a1B', 'A1B']);
  });
  test('words of several letters: whole or by their first', () => {
    const texts = [...recased('ok go')];
    expect(texts.slice(0, 8)).toEqual(['OK GO', 'Ok Go', 'OK go', 'Ok go', 'ok GO', 'ok Go', 'OK GO', 'Ok Go']);
    expect(texts.slice(8, 11)).toEqual(['Ok go', 'oK go', 'OK go']);
    expect(texts).toHaveLength(2 + 3 * 2 + 15);
  });
  test('what has capitals is not touched', () => {
    expect([...recased('aB')]).toEqual([]);
  });
  test.each([
    ['6 words of 11 letters', 'ab ab ab ab ab a', 2 + 63 * 2],
    ['7 words of 14 letters', 'ab ab ab ab ab ab ab', 2],
    ['one word of 10', 'abcdefghij', 2 + 2 + 1023],
    ['one word of 11', 'abcdefghijk', 2 + 2],
    ['128 letters', 'a'.repeat(128), 2 + 2],
    ['129 letters', 'a'.repeat(129), 0],
  ])('%s', (_, value, count) => {
    expect([...recased(value)]).toHaveLength(count);
  });
});

test.each([
  ['outTradeNo', 'out_trade_no'],
  ['OutTradeNo', 'out_trade_no'],
  ['notify_id', 'notify_id'],
  ['a1B', 'a1_b'],
  ['appID', 'app_id'],
])('%s in snake case', (name, snake) => {
  expect(snakeCase(name)).toBe(snake);
});

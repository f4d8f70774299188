/** Blanks put back, in their order; every text by hand, the long lists by their count. */
import { describe, expect, test } from 'vitest';
import {
  blanksForPlus,
  plainBlanks,
  someReplaced,
  uncollapsed,
  untrimmed,
  withoutInvisible,
} from '../../../../src/core/content/undo/blanks.ts';

test('a trimmed value may have had any of these at its ends, the usual ones first', () => {
  const common = [' ', '\n', '\r\n', '\t', '\u3000', '  '];
  const rare = ['\u00a0', '\n\n', ' \n', '\r\n\r\n', '   ', '\ufeff', '\u200b'];
  const both = [
    [' ', '\n'],
    [' ', '\r\n'],
    [' ', '\t'],
    [' ', '\u3000'],
    ['\n', ' '],
    ['\n', '\n'],
    ['\n', '\r\n'],
    ['\n', '\t'],
    ['\n', '\u3000'],
    ['\r\n', ' '],
    ['\r\n', '\n'],
    ['\r\n', '\r\n'],
    ['\r\n', '\t'],
    ['\r\n', '\u3000'],
    ['\t', ' '],
    ['\t', '\n'],
    ['\t', '\r\n'],
    ['\t', '\t'],
    ['\t', '\u3000'],
    ['\u3000', ' '],
    ['\u3000', '\n'],
    ['\u3000', '\r\n'],
    ['\u3000', '\t'],
    ['\u3000', '\u3000'],
  ] as const;
  expect([...untrimmed('v')]).toEqual([
    ...common.map((end) => `v${end}`),
    ...common.map((end) => `${end}v`),
    ' v ',
    ...rare.flatMap((end) => [`v${end}`, `${end}v`]),
    ...both.map(([before, after]) => `${before}v${after}`),
  ]);
});

describe('a blank that stands for more', () => {
  const wider = ['  ', '\n', '\r\n', '\t', '\u00a0', '   ', '\u3000', '\n\n', ' \n', '\n '];

  test('alone', () => {
    const ways = [' ', '  ', '   ', '\n', '\t'];
    expect([...uncollapsed('a b')]).toEqual([...wider, ...ways].map((wide) => `a${wide}b`));
  });
  test('of two: all alike, each alone, both, then each in its own way', () => {
    const all = [...uncollapsed('a b c')];
    expect(all.slice(0, 10)).toEqual(wider.map((wide) => `a${wide}b${wide}c`));
    expect(all.slice(10, 20)).toEqual(wider.map((wide) => `a${wide}b c`));
    expect(all.slice(20, 30)).toEqual(wider.map((wide) => `a b${wide}c`));
    expect(all.slice(30, 35)).toEqual(wider.slice(0, 5).map((wide) => `a${wide}b${wide}c`));
    expect(all.slice(35, 41)).toEqual(['a b c', 'a  b c', 'a   b c', 'a\nb c', 'a\tb c', 'a b  c']);
    expect(all.at(-1)).toBe('a\tb\tc');
    expect(all).toHaveLength(60);
  });
  test('of three, two at once', () => {
    expect([...uncollapsed('a b c d')].slice(40, 55)).toEqual(
      ['a_b_c d', 'a_b c_d', 'a b_c_d'].flatMap((text) => wider.slice(0, 5).map((wide) => text.replaceAll('_', wide))),
    );
  });
  test.each([
    [0, 0],
    [1, 10 + 5],
    [2, 10 + 20 + 5 + 25],
    [3, 10 + 30 + 3 * 5 + 125],
    [4, 10 + 40 + 6 * 5 + 81],
    [5, 10 + 50 + 10 * 5],
    [12, 10 + 120 + 66 * 5],
    [13, 10 + 130],
    [40, 10 + 400],
    [41, 0],
  ])('%i of them give %i texts', (blanks, count) => {
    expect([...uncollapsed('a '.repeat(blanks))]).toHaveLength(count);
  });
});

test.each([
  ['a\u00a0b', 'a b', 'a\u00a0b'],
  ['a\u2002\u200a\u202f\u205f\u3000b', 'a     b', 'a\u2002\u200a\u202f\u205f\u3000b'],
  ['a\u200b\u200c\u200d\u2060\ufeff\u00adb', 'ab', 'ab'],
  ['a b\tc\n', 'a b\tc\n', 'a b\tc\n'],
  ['a\u2001\u200e\u2010b', 'a\u2001\u200e\u2010b', 'a\u2001\u200e\u2010b'],
])('%j: plain blanks, and only what has no width taken out', (value, plain, visible) => {
  expect(plainBlanks(value)).toBe(plain);
  expect(withoutInvisible(value)).toBe(visible);
});

test.each([
  ['ab', ['ab', 'ab']],
  ['a+b', ['a b', 'a+b', 'a b']],
  ['+a', [' a', ' a', ' a']],
  ['a+', ['a ', 'a ', 'a ']],
  ['测+b', ['测 b', '测 b', '测 b']],
  ['a+测', ['a 测', 'a 测', 'a 测']],
  ['a++b', ['a  b', 'a+ b', 'a  b', 'a+ b', 'a +b']],
  ['a+++b', ['a   b', 'a + b', 'a   b', 'a+  b', 'a + b', 'a++ b', 'a  +b', 'a+ +b', 'a ++b']],
  ['a++++b', ['a    b', 'a++++b']],
])('blanks for the plus signs of %j, the likeliest first', (value, texts) => {
  expect([...blanksForPlus(value)].slice(0, value === 'a++++b' ? 2 : undefined)).toEqual(texts);
});

describe('some places replaced', () => {
  test('none, where there is none', () => {
    expect([...someReplaced('abc', '+', ' ')]).toEqual([]);
  });
  test('few: every choice, all of them first', () => {
    expect([...someReplaced('%20a%20', '%20', ' ')]).toEqual([' a ', '%20a ', ' a%20']);
    expect([...someReplaced('+'.repeat(8), '+', ' ')]).toHaveLength(255);
    expect(new Set(someReplaced('+'.repeat(8), '+', ' ')).size).toBe(255);
  });
  test('more than eight: all, each alone, all but one', () => {
    const texts = [...someReplaced('+'.repeat(9), '+', '-')];
    expect(texts).toHaveLength(19);
    expect(texts[0]).toBe('---------');
    expect([texts[1], texts[9]]).toEqual(['-++++++++', '++++++++-']);
    expect([texts[10], texts[18]]).toEqual(['+--------', '--------+']);
  });
  test('more than twenty-four: none', () => {
    expect([...someReplaced('+'.repeat(24), '+', ' ')]).toHaveLength(49);
    expect([...someReplaced('+'.repeat(25), '+', ' ')]).toEqual([]);
    expect([...someReplaced('+'.repeat(70), '+', ' ')]).toEqual([]);
  });
});

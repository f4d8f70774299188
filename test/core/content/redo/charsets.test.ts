/** Texts in the wrong character set. 测 is E6 B5 8B in UTF-8 and B2 E2 in GBK; 支付 is E6 94 AF E4 BB 98 and D6 A7 B8 B6. */
import { describe, expect, test } from 'vitest';
import { made } from './ways.ts';

const LOST = '\ufffd';

test('pictures lost, by columns of three bytes and by filters', () => {
  expect(made('emoji-lost', 'a😀b☀️c')).toEqual([
    'a?b☀️c',
    'a????b☀️c',
    'ab☀️c',
    'a',
    'a??b☀️c',
    `a${LOST}b☀️c`,
    `a${LOST}${LOST}b☀️c`,
    'a*b☀️c',
    'abc',
    'a?b??c',
  ]);
  expect(made('emoji-lost', 'a\n😀\nb')[3]).toBe('a\n');
  // The last of the signs that may be pictures, and the one after.
  expect(made('emoji-lost', '\u2600\u27bf\u25ff\u27c0')[8]).toBe('\u25ff\u27c0');
});

test('letters that ISO-8859-1 or ASCII lacks', () => {
  expect(made('latin1-redecode', 'é测😀~')).toEqual(['é???~', '????~', 'é??~', '???~', '?????????~', '~']);
});

test('letters that GBK lacks', () => {
  expect(made('jvm-default-charset', '测a')).toEqual(['测a']);
  expect(made('jvm-default-charset', 'plain')).toEqual(['plain']);
});

test('UTF-8 and GBK read byte by byte', () => {
  expect(made('mojibake-latin1', '测a')).toEqual(['æµ\u008ba', 'æµ‹a', '²âa', 'Ã¦Âµ\u00c2\u008ba', 'Ã¦Âµâ€¹a']);
});

test('UTF-8 read as GBK', () => {
  // E6B5 is 娴, 8B.. begins a pair that 61 ends: 媋 is 8B61.
  expect(made('gbk-utf8-crossed', '测试')).toEqual(['娴嬭瘯', '娴嬭瘯', '娴嬭瘯', '娴嬭瘯']);
  const [first, mark, gone] = made('gbk-utf8-crossed', '测');
  expect([first, mark, gone]).toEqual([`娴${LOST}`, '娴?', '娴']);
});

describe('text that a decoder gave up', () => {
  const [crossed, marks, gone, each, two, bytes, back] = made('mojibake-lossy', '支付a');

  test('GBK read as UTF-8: each byte that begins no letter is lost', () => {
    // D6 A7 is a letter of two bytes, U+05A7; B8 and B6 begin none.
    expect(crossed).toBe(`\u05a7${LOST}${LOST}a`);
    expect(marks).toBe('\u05a7??a');
    expect(gone).toBe('\u05a7a');
  });
  test('a sign for each letter, two, one for each byte', () => {
    expect([each, two, bytes]).toEqual([`${LOST}${LOST}a`, LOST.repeat(4) + 'a', LOST.repeat(6) + 'a']);
    expect(made('mojibake-lossy', '😀')[3]).toBe(LOST);
  });
  test('and its signs read as GBK again: 锟斤拷', () => {
    expect(made('mojibake-lossy', '\u4ed8\u4ed8')[6]).toBe('锟斤拷锟斤拷');
    expect(back).toContain('锟斤拷');
  });
  test('and what is left of a letter of three bytes read as pairs, and back', () => {
    // 娴 is E6 B5, of which the last byte is gone.
    expect(made('mojibake-lossy', '测').slice(7)).toEqual([`${LOST}?`, `${LOST}?`]);
  });
});

test.each(['emoji-lost', 'latin1-redecode', 'jvm-default-charset', 'mojibake-latin1', 'gbk-utf8-crossed', 'mojibake-lossy'])(
  '%s does not befall ASCII',
  (id) => {
    expect(new Set(made(id, 'a\0 ~\x7f'))).toEqual(new Set(['a\0 ~\x7f']));
  },
);

/** Decodings too many, too few, or in the wrong set: every text by hand, after the encoders' own documents. */
import { describe, expect, test } from 'vitest';
import {
  crossedBack,
  partlyEncoded,
  percentDecoded,
  percentEncoded,
  singleBytes,
  strictly,
} from '../../../../src/core/content/undo/encodings.ts';

test.each([
  ['a%20b', 'uri', 'utf-8', 'a b'],
  ['a+b', 'uri', 'utf-8', null],
  ['a+b', 'form', 'utf-8', 'a b'],
  ['a+b%2B', 'form', 'utf-8', 'a b+'],
  ['a+b%2B', 'uri', 'utf-8', 'a+b+'],
  ['%E6%B5%8B', 'uri', 'utf-8', '测'],
  ['%E6%B5', 'uri', 'utf-8', null],
  ['%B2%E2', 'uri', 'gbk', '测'],
  ['%B2', 'uri', 'gbk', null],
  ['100%', 'uri', 'utf-8', null],
  ['100%', 'form', 'utf-8', null],
  ['%zz', 'uri', 'utf-8', null],
  ['plain', 'form', 'utf-8', null],
  ['', 'form', 'utf-8', null],
] as const)('%j decoded once as %s in %s is %j', (text, mode, charset, decoded) => {
  expect(percentDecoded(text, mode, charset)).toBe(decoded);
});

describe('percent encoders', () => {
  /** Letters of both ends of the alphabets, all that any encoder spares, a blank, a plus, what none spares. */
  const text = 'azAZ09-_.!~*\'();/?:@&=+$,# "%';

  test.each(
    [
      ['encodeURIComponent', "azAZ09-_.!~*'()%3B%2F%3F%3A%40%26%3D%2B%24%2C%23%20%22%25"],
      ['PHP urlencode', 'azAZ09-_.%21%7E%2A%27%28%29%3B%2F%3F%3A%40%26%3D%2B%24%2C%23+%22%25'],
      ['PHP rawurlencode', 'azAZ09-_.%21~%2A%27%28%29%3B%2F%3F%3A%40%26%3D%2B%24%2C%23%20%22%25'],
      ['Java URLEncoder', 'azAZ09-_.%21%7E*%27%28%29%3B%2F%3F%3A%40%26%3D%2B%24%2C%23+%22%25'],
      ['Python quote_plus', 'azAZ09-_.%21~%2A%27%28%29%3B%2F%3F%3A%40%26%3D%2B%24%2C%23+%22%25'],
      ['Python quote', 'azAZ09-_.%21~%2A%27%28%29%3B/%3F%3A%40%26%3D%2B%24%2C%23%20%22%25'],
      ['.NET UrlEncode', 'azAZ09-_.!%7e*%27()%3b%2f%3f%3a%40%26%3d%2b%24%2c%23+%22%25'],
      ['encodeURIComponent in lower case', "azAZ09-_.!~*'()%3b%2f%3f%3a%40%26%3d%2b%24%2c%23%20%22%25"],
      ['PHP urlencode, its plus signs decoded', 'azAZ09-_.%21%7E%2A%27%28%29%3B%2F%3F%3A%40%26%3D+%24%2C%23+%22%25'],
      ['Java URLEncoder, its plus signs decoded', 'azAZ09-_.%21%7E*%27%28%29%3B%2F%3F%3A%40%26%3D+%24%2C%23+%22%25'],
      ['.NET UrlEncode, its plus signs decoded', 'azAZ09-_.!%7e*%27()%3b%2f%3f%3a%40%26%3d+%24%2c%23+%22%25'],
      ['encodeURI', "azAZ09-_.!~*'();/?:@&=+$,#%20%22%25"],
    ].map(([name, encoded], n) => ({ name, encoded, n })),
  )('$name', ({ encoded, n }) => {
    expect(percentEncoded(text)[n]).toBe(encoded);
    expect(percentEncoded(text)).toHaveLength(12);
  });
  test('encode the bytes of UTF-8', () => {
    expect(percentEncoded('测\n😀')[0]).toBe('%E6%B5%8B%0A%F0%9F%98%80');
    expect(percentEncoded('测')[6]).toBe('%e6%b5%8b');
  });
  test('are those of the platform', () => {
    expect(percentEncoded(text)[0]).toBe(encodeURIComponent(text));
    expect(percentEncoded(text)[11]).toBe(encodeURI(text));
  });
  test('are asked up to a length', () => {
    expect(percentEncoded('a'.repeat(4096))).toHaveLength(12);
    expect(percentEncoded('a'.repeat(4097))).toEqual([]);
  });
});

describe('a run of letters encoded in part', () => {
  test('each part of each run, the longest from each place first', () => {
    expect([...partlyEncoded('a测试b付')]).toEqual(['a%E6%B5%8B%E8%AF%95b付', 'a%E6%B5%8B试b付', 'a测%E8%AF%95b付', 'a测试b%E4%BB%98']);
  });
  test('none where all is ASCII, or the text is long', () => {
    expect([...partlyEncoded('a+b')]).toEqual([]);
    expect([...partlyEncoded(`测${'a'.repeat(63)}`)]).toHaveLength(1);
    expect([...partlyEncoded(`测${'a'.repeat(64)}`)]).toEqual([]);
  });
});

test.each([
  ['æµ\u008b', 'e6b58b'],
  ['æµ‹', 'e6b58b'],
  // windows-1252 at 80, 8A, 9F; the five that it leaves open
  ['€ŠŸ', '808a9f'],
  ['\u0081\u008d\u008f\u0090\u009d', '818d8f909d'],
  ['a™ÿ', '6199ff'],
  ['Œ', '8c'],
  ['plain', null],
  ['', null],
  ['测', null],
  ['é测', null],
  ['éĀ', null],
  ['Ω', null],
  ['éΩ', null],
])('the single bytes of %j are %j', (text, hex) => {
  const bytes = singleBytes(text);
  expect(bytes && Buffer.from(bytes).toString('hex')).toBe(hex);
});

test.each([
  ['e6b58b', 'utf-8', '测'],
  ['b2e2', 'gbk', '测'],
  ['b2e2', 'utf-8', null],
  ['e6b5', 'utf-8', null],
] as const)('the bytes %s in %s are %j', (hex, charset, text) => {
  expect(strictly(Buffer.from(hex, 'hex'), charset)).toBe(text);
});

describe('UTF-8 that was read as GBK', () => {
  test('is read as itself again', () => {
    expect([...crossedBack('娴嬭瘯')]).toEqual(['测试', '测试']);
  });
  test('is none where no such letters are, or where the bytes are something else', () => {
    expect([...crossedBack('plain?')]).toEqual([]);
    expect([...crossedBack('测试')]).toEqual([]);
  });
  test.each(['?', '\ufffd'])('with its last byte lost to %j, in each of its values', (mark) => {
    // E6 B5 is 娴; every third byte makes a letter of U+6D40 to U+6D7F.
    const letters = Array.from({ length: 64 }, (_, i) => String.fromCharCode(0x6d40 + i));
    expect([...crossedBack(`娴${mark}`)].filter((text) => text !== `娴${mark}`)).toEqual(letters);
    expect([...crossedBack(`娴${mark}!`)]).toEqual(letters.map((letter) => `${letter}!`));
  });
  test('with a second place lost, is not', () => {
    expect([...crossedBack('娴?娴?')]).toEqual([]);
  });
  test('with letters that GBK lacks, is not', () => {
    expect([...crossedBack('娴?😀')]).toEqual([]);
    expect([...crossedBack('😀娴?')]).toEqual([]);
  });
  test('is mended up to a length', () => {
    expect([...crossedBack(`娴?${'a'.repeat(8192 - 3)}`)]).toHaveLength(64);
    expect([...crossedBack(`娴?${'a'.repeat(8192 - 2)}`)]).toEqual([]);
  });
});

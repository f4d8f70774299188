/** Decodings, blanks and plus signs; what befalls a signature; names. */
import { describe, expect, test } from 'vitest';
import { renamings } from '../../../../src/core/content/redo/names.ts';
import { fits, made } from './ways.ts';

test('a value that was never decoded', () => {
  const ways = made('content-not-decoded', '测 a+b%*');
  // Twelve encoders, which have a test of their own; then GBK, and single signs.
  expect(ways).toHaveLength(16);
  expect(ways[0]).toBe('%E6%B5%8B%20a%2Bb%25*');
  expect(ways[1]).toBe('%E6%B5%8B+a%2Bb%25%2A');
  expect(ways[11]).toBe('%E6%B5%8B%20a+b%25*');
  expect(ways.slice(12)).toEqual(['%B2%E2+a%2Bb%25*', '测%20a+b%*', '测 a%2Bb%*', '测 a+b%25*']);
  expect(made('content-not-decoded', '_.*-~\n')[12]).toBe('_.*-%7E%0A');
  const long = 'a '.repeat(2049);
  expect(made('content-not-decoded', long)[0]).toBe(long);
});

test('a value that was decoded again', () => {
  expect(made('double-url-decode', '%2520+%2B')).toEqual(['%20++', '%20 +', '%20 +', '%20++', '   ', ' ++']);
  expect(made('double-url-decode', '%B2%E2')).toEqual(['%B2%E2', '%B2%E2', '测', '测', '%B2%E2', '%B2%E2']);
  expect(made('double-url-decode', 'a%2Bb+c%2520d').slice(4)).toEqual(['a b c d', 'a+b+c d']);
  expect(made('double-url-decode', '100%')).toEqual(Array.from({ length: 6 }, () => '100%'));
});

test("blanks and plus signs in each other's place", () => {
  expect(made('space-to-plus-value', 'a b c')).toEqual(['a+b+c', 'a b c']);
  expect(made('space-to-plus-value', '2024-05-06 07:08:09')).toEqual(['2024-05-06+07:08:09', '2024-05-06+07:08:09']);
  expect(made('space-to-plus-value', 'x 2024-05-06 07:08:09')[1]).toBe('x 2024-05-06 07:08:09');
  expect(made('plus-to-space-value', 'a+b+c')).toEqual(['a b c', 'abc']);
});

describe('a signature', () => {
  test('loses its plus signs, its padding, its alphabet', () => {
    expect(made('sign-plus-to-space', 'a+b+/=')).toEqual(['a b /=', 'ab/=']);
    expect(made('sign-equals-lost', 'ab==')).toEqual(['ab', 'ab=']);
    expect(made('sign-equals-lost', 'a=b')).toEqual(['a=b', 'a=b']);
    expect(made('base64-url-safe', '++//==')).toEqual(['--__==', '--__']);
  });
  test('is never decoded', () => {
    expect(made('sign-still-encoded', '+//=')).toEqual(['%2B%2F%2F%3D', '%2B//%3D', '%252B%252F%252F%253D', '%2b%2f%2f%3d']);
  });
  test('is broken into lines of 64 and of 76', () => {
    const text = 'a'.repeat(64) + 'b'.repeat(12) + 'c'.repeat(52);
    const [a, b, c] = ['a'.repeat(64), 'b'.repeat(12), 'c'.repeat(52)];
    const ends = ['\n', '\r\n', '\\n', '\\r\\n', ' '];
    expect(made('base64-linebreaks', text)).toEqual([...ends.map((end) => a + end + b + c), ...ends.map((end) => a + b + end + c)]);
    expect(made('base64-linebreaks', text + text)[0]).toBe(`${a}\n${b}${c}\n${a}\n${b}${c}`);
  });
  test.each([
    ['abcd', 'ab\ncd', true],
    ['abcd', ' ab  cd\t', true],
    ['abcd', 'abcd', false],
    ['abcd', 'ab ce', false],
  ])('%j in lines may be %j: %s', (right, used, may) => {
    expect(fits('base64-linebreaks', right, used)).toBe(may);
  });
  test.each([
    ['0123456789abcdefgh', '0123456789abcdef', true],
    ['0123456789abcdefgh', '0123456789abcdef...', true],
    ['0123456789abcdefgh', '0123456789abcdef …', true],
    ['0123456789abcdefgh', '0123456789abcde', false],
    ['0123456789abcdefgh', '0123456789abcdefgh', false],
    ['0123456789abcdefgh', '0123456789abcdefgh...', false],
    ['0123456789abcdefgh', '0123456789abcdeX', false],
    ['0123456789abcdefgh', '123456789abcdefgh', false],
    ['0123456789abcdefgh', '0123456789abcdef..', false],
    ['0123456789abcdefgh', '01234567...89abcdef', false],
  ])('%j cut may be %j: %s', (right, used, may) => {
    expect(fits('sign-truncated', right, used)).toBe(may);
  });
  test.each([
    ['abcdefgh', 'abcd****', true],
    ['abcdefgh', 'ab**gh', true],
    ['abcdefgh', '**', true],
    ['abcdefgh', 'ab••gh', true],
    ['abcdefgh', 'abcdxxxxxx', true],
    ['abcdefgh', 'abcdXXXXXX', true],
    ['abcdefgh', 'xyzw**', false],
    ['abcdefgh', 'bcde**', false],
    ['abcdefgh', 'abcd*', false],
    ['abcdefgh', 'abcd•', false],
    ['abcdefgh', 'abcdxxxxx', false],
    ['abcdefgh', 'abcdefgh', false],
  ])('%j masked may be %j: %s', (right, used, may) => {
    expect(fits('sign-masked', right, used)).toBe(may);
  });
});

test('names, as beans, languages and parsers write them', () => {
  const all = (name: string): readonly string[] => renamings.map(({ rename }) => rename(name));
  expect(all('out_trade_no')).toEqual([
    'outTradeNo',
    'OutTradeNo',
    'OUT_TRADE_NO',
    'out_trade_no',
    'outtradeno',
    'out-trade-no',
    'out.trade.no',
    'out_trade_no[]',
    'out_trade_no[0]',
    ' out_trade_no',
    'out_trade_no',
  ]);
  expect(all('Coupon_fee_$0')[0]).toBe('CouponFee_$0');
  expect(all('coupon_fee_0')[0]).toBe('couponFee0');
  expect(all('A_B')[3]).toBe('a_b');
  expect(all('a.b c-d')[10]).toBe('a_b_c_d');
});

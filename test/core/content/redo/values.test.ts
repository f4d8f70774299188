/** Amounts, times, nothing and lists, as beans, columns and languages write them. */
import { describe, expect, test } from 'vitest';
import { fits, made } from './ways.ts';

describe('numbers', () => {
  test('an amount in every form', () => {
    expect(made('numbers-reformatted', '1234567.50', 'total_amount')).toEqual([
      '1234567.5',
      '1234567.5',
      '1234567.5',
      '1234567',
      ...Array.from({ length: 3 }, () => '1234567.50'),
      '1234567.500',
      '1234567.5000',
      '1234567.500000',
      '1234567.50000000',
      '123456750',
      '1,234,567.50',
      '¥1234567.50',
      '￥1234567.50',
      '1234567.50',
      '1234567.5',
      ...Array.from({ length: 6 }, () => '1234567.50'),
    ]);
    expect(made('numbers-reformatted', '86.00', 'total_amount').slice(0, 4)).toEqual(['86', '86.0', '86.0', '86']);
    expect(made('numbers-reformatted', '100', 'total_fee').slice(0, 7)).toEqual(['100', '100.0', '100.0', '100', '100.00', '1.00', '1']);
    expect(made('numbers-reformatted', '-0.10', 'refund_fee').slice(0, 4)).toEqual(['-0.1', '-0.1', '-0.1', '0']);
    expect(made('numbers-reformatted', '123456.00', 'price')[12]).toBe('123,456.00');
    expect(made('numbers-reformatted', '1234567', 'price')[12]).toBe('1,234,567');
    expect(made('numbers-reformatted', '0.29', 'price')[11]).toBe('29');
  });

  const plain = (value: string, name: string): string | undefined => made('numbers-reformatted', value, name)[7];
  test.each([
    ['total_amount', '1', '1.000'],
    ['total_fee', '1.5', '1.500'],
    ['send_back', '1', '1.000'],
    ['price', '1', '1.000'],
    ['discount', '1', '1.000'],
    ['quantity', '1', '1.000'],
    ['subject', '1', '1'],
    ['subject', '1.5', '1.5'],
    ['subject', '1.50', '1.500'],
    ['subject', '-1.50', '-1.50'],
    ['subject', '1.500', '1.500'],
    ['unit_price', '1', '1'],
    ['price_tag', '1', '1'],
    ['my_discount', '1', '1'],
    ['my_quantity', '1', '1'],
    ['total_amount_2', '1', '1'],
    ['total_amount', '1.2345', '1.234'],
    ['total_amount', '1.23456', '1.23456'],
    ['total_amount', 'x1', 'x1'],
    ['total_amount', '1x', '1x'],
    ['total_amount', '1234567890123456', '1234567890123456'],
    ['total_amount', '', ''],
  ])('%s=%s is written %s with three decimals', (name, value, written) => {
    // Number.prototype.toFixed rounds what the double holds: 1.2345 lies below.
    expect(plain(value, name)).toBe(written);
  });

  test('a number with decimals that is no amount', () => {
    // A version, say.
    expect(made('numbers-reformatted', '1.0', 'version')[15]).toBe('1');
    expect(made('numbers-reformatted', '1.0', 'version')[16]).toBe('1');
    expect(made('numbers-reformatted', '2.500', 'version').slice(15, 17)).toEqual(['1', '2.5']);
    expect(made('numbers-reformatted', '12.5', 'version')[15]).toBe('1');
    expect(made('numbers-reformatted', 'v1.0', 'version').slice(15, 17)).toEqual(['v1.0', 'v1.0']);
    expect(made('numbers-reformatted', '1.0b', 'version').slice(15, 17)).toEqual(['1.0b', '1.0b']);
  });

  test('a long number as a double, a spreadsheet and an overflow write it', () => {
    expect(made('numbers-reformatted', '2024050622001412345678901234', 'trade_no').slice(17)).toEqual([
      '2.0240506220014124e+27',
      '2.0240506220014E+27',
      '2.02405E+27',
      '2.0240506220014124E27',
      '2.0240506220014124e+27',
      '9223372036854775807',
    ]);
    expect(made('numbers-reformatted', '2088000000000000', 'seller_id').slice(17)).toEqual([
      '2088000000000000',
      '2.088E+15',
      '2.088E+15',
      '2.088E15',
      '2.088e+15',
      '9223372036854775807',
    ]);
    expect(made('numbers-reformatted', '2000000000000000', 'x')[18]).toBe('2E+15');
    for (const value of ['208800000000000', 'x2088000000000000', '2088000000000000x', '2'.repeat(41)])
      expect(made('numbers-reformatted', value, 'seller_id')[22]).toBe(value);
  });

  test.each([
    ['1.00', '1', 'total_amount', true],
    ['1.00', '1.000', 'subject', true],
    ['1.00', '1.00', 'total_amount', false],
    ['1.00', '2', 'total_amount', false],
    ['x', '1', 'total_amount', false],
  ])('%s may have become %s: %s %s', (right, used, name, may) => {
    expect(fits('numbers-reformatted', right, used, name)).toBe(may);
  });
});

describe('times', () => {
  // 6 May 2024 was a Monday; 1714950489 is 2024-05-05T23:08:09Z.
  const ways = (ms: string, fraction: string): readonly string[] => [
    `2024-05-06T07:08:09${fraction}`,
    `2024-05-06T07:08:09${fraction}+08:00`,
    `2024-05-06T07:08:09.${ms}+08:00`,
    `2024-05-06T07:08:09.${ms}+0800`,
    '2024-05-06T07:08:09+0800',
    `2024-05-06T07:08:09${fraction}Z`,
    `2024-05-06T07:08:09.${ms}Z`,
    `2024-05-05T23:08:09.${ms}Z`,
    '2024-05-05T23:08:09Z',
    `2024-05-05T23:08:09.${ms}+00:00`,
    `2024-05-05T23:08:09.${ms}+0000`,
    '2024-05-05T23:08:09+00:00',
    '2024-05-05 23:08:09',
    '2024-05-06 15:08:09',
    '1714950489',
    `1714950489${ms}`,
    '1714979289',
    `1714979289${ms}`,
    `2024/05/06 07:08:09${fraction}`,
    '2024/5/6 07:08:09',
    '2024/5/6 7:08:09',
    '2024/05/06 07:08',
    '2024/5/6 7:08',
    '2024-05-06 07:08:09.0',
    `2024-05-06 07:08:09.${ms}`,
    `2024-05-06 07:08:09.${ms}000`,
    '2024-05-06 07:08:09',
    '2024-05-06 07:08',
    '2024-05-06 07:08:09+08:00',
    '2024-05-06 07:08:09 +0800 CST',
    '2024-05-06 07:08:09 +0000 UTC',
    '20240506070809',
    '2024-05-06',
    `2024-05-06T07:08:09${fraction}`,
    'Mon May 06 07:08:09 CST 2024',
    'Mon May 06 2024 07:08:09 GMT+0800 (China Standard Time)',
    'Mon May 06 2024 07:08:09 GMT+0800 (中国标准时间)',
  ];

  test('in every form', () => {
    expect(made('datetime-reformatted', '2024-05-06 07:08:09')).toEqual(ways('000', ''));
    expect(made('datetime-reformatted', '2024-05-06 07:08:09.1')).toEqual(ways('100', '.1'));
    expect(made('datetime-reformatted', '2024-05-06 07:08:09.123')).toEqual(ways('123', '.123'));
  });
  test('an hour of two digits keeps both', () => {
    const ways = made('datetime-reformatted', '2024-05-06 10:00:09');
    expect([ways[20], ways[22]]).toEqual(['2024/5/6 10:00:09', '2024/5/6 10:00']);
  });
  test('seconds that are none are left out by LocalDateTime', () => {
    expect(made('datetime-reformatted', '2024-05-06 07:08:00')[33]).toBe('2024-05-06T07:08');
    expect(made('datetime-reformatted', '2024-05-06 00:00:05')[33]).toBe('2024-05-06T00:00:05');
  });
  test.each([
    ['2024-01-01', 'Mon Jan 01'],
    ['2024-02-29', 'Thu Feb 29'],
    ['2024-03-31', 'Sun Mar 31'],
    ['2024-04-02', 'Tue Apr 02'],
    ['2024-06-05', 'Wed Jun 05'],
    ['2024-07-05', 'Fri Jul 05'],
    ['2024-08-31', 'Sat Aug 31'],
    ['2024-09-01', 'Sun Sep 01'],
    ['2024-10-10', 'Thu Oct 10'],
    ['2024-11-11', 'Mon Nov 11'],
    ['2024-12-12', 'Thu Dec 12'],
    ['1969-12-31', 'Wed Dec 31'],
    ['1969-12-25', 'Thu Dec 25'],
  ])('%s was a %s', (day, words) => {
    expect(made('datetime-reformatted', `${day} 07:08:09`)[34]).toBe(`${words} 07:08:09 CST ${day.slice(0, 4)}`);
  });
  test.each([
    '2024-05-06',
    '2024-05-06T07:08:09',
    '2024-05-06 07:08',
    'x2024-05-06 07:08:09',
    '2024-05-06 07:08:09.1234',
    '2024-05-06 07:08:09x',
    '',
  ])('%j is left alone', (value) => {
    expect(new Set(made('datetime-reformatted', value))).toEqual(new Set([value]));
  });
  test.each([
    ['2024-05-06 07:08:09', '2024-05-06T07:08:09Z', true],
    ['2024-05-06 07:08:09', '1714950489', true],
    ['2024-05-06 07:08:09', '1714950488', false],
    ['2024-05-06 07:08:09', '2024-05-06 07:08:09', false],
    ['2024-05-06', '2024-05-06T00:00:00', false],
    ['x2024-05-06 07:08:09', '1714950489', false],
    ['2024-05-06 07:08:09', '1714950489'.padEnd(80), false],
    ['2024-05-06 07:08:09', '1714950489'.padEnd(79), true],
  ])('%j may have become %j: %s', (right, used, may) => {
    expect(fits('datetime-reformatted', right, used)).toBe(may);
  });
});

test('nothing, as languages print it; something is left alone', () => {
  const words = ['null', 'None', 'undefined', 'NULL', 'nil', '<nil>', '""', "''", '<null>', '[]', 'NaN'];
  expect(made('null-literal', '')).toEqual(words);
  expect(made('null-literal', 'a')).toEqual(words.map(() => 'a'));
});

test('lists of one, as languages print them', () => {
  expect(made('querydict-lists', '支"a')).toEqual([
    `['支"a']`,
    '["支\\"a"]',
    '[支"a]',
    `[u'支"a']`,
    `[u'\\u652f"a']`,
    `['支"a']`,
    '["支"a"]',
    '{支"a}',
    `('支"a',)`,
  ]);
});

test.each([
  ["it's", `["it's"]`],
  [`it's "a"`, `['it\\'s "a"']`],
  ['a\\b\n\r\tc', "['a\\\\b\\n\\r\\tc']"],
  ['a"b', `['a"b']`],
])('Python prints the list of %j as %s', (value, printed) => {
  expect(made('querydict-lists', value)[0]).toBe(printed);
});

test('a value that came twice', () => {
  expect(made('duplicate-key', "a'")).toEqual(["a',a'", "a', a'", `["a'","a'"]`, `["a'", "a'"]`, "a';a'"]);
});

test('a value cut where a decoded body was cut', () => {
  expect(made('decode-before-split', 'a=b&c=d')).toEqual(['a=b', 'a', 'a']);
  expect(made('decode-before-split', 'a&b=c')).toEqual(['a', 'a&b', 'a']);
  expect(made('decode-before-split', 'a')).toEqual(['a', 'a', 'a']);
});

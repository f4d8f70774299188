/** Amounts, times and nothing, taken back to what the provider writes; every text by hand. */
import { describe, expect, test } from 'vitest';
import { asAmount, asTimes, isNothing, isUsualTime, withMilliseconds } from '../../../../src/core/content/undo/values.ts';

test.each([
  ['0.1', '0.10'],
  ['1', '1.00'],
  ['0', '0.00'],
  ['-1', '-1.00'],
  ['1.', '1.00'],
  ['1.000', '1.00'],
  ['1.0500', '1.05'],
  ['86.0000', '86.00'],
  ['1,000.00', '1000.00'],
  ['12,345,678.9', '12345678.90'],
  ['¥1.00', '1.00'],
  ['¥ 1.5', '1.50'],
  ['￥1', '1.00'],
  ['123456789012345', '123456789012345.00'],
  ['1.00', null],
  ['-12.34', null],
  ['1.005', null],
  ['1.0050', null],
  ['1,00', null],
  ['¥  1', null],
  ['1¥', null],
  ['$1', null],
  ['1234567890123456', null],
  ['.5', null],
  ['1.0.0', null],
  ['1e3', null],
  ['--1', null],
  ['1 ', null],
  ['', null],
])('the amount %j is %j', (used, right) => {
  expect(asAmount(used)).toBe(right);
});

/** Seconds, then milliseconds in the three lengths that are written. */
const four = (seconds: string, ms = '000'): readonly string[] => [
  seconds,
  `${seconds}.${ms}`,
  `${seconds}.${ms[0]}`,
  `${seconds}.${ms.slice(0, 2)}`,
];
const HERE = '2024-05-06 07:08:09';
const LATER = '2024-05-06 15:08:09';
const EARLIER = '2024-05-05 23:08:09';

describe('a time is read and written as the provider does', () => {
  /** Without a zone: the digits as they are, then eight hours off to either side. */
  const zoneless = [HERE, LATER, EARLIER].flatMap((time) => four(time));

  test.each([
    '2024-05-06T07:08:09',
    '2024/05/06 07:08:09',
    '2024.05.06 07:08:09',
    '2024/5/6 7:08:09',
    '2024年5月6日 07:08:09',
    '2024-05-0607:08:09',
    ' 2024-05-06 07:08:09 ',
    '2024-05-06 07:08:09 CST',
    '20240506070809',
    '20240506T070809',
  ])('%j, which names no zone', (used) => {
    expect([...asTimes(used)]).toEqual(zoneless);
  });

  test('what is written in the usual way already can only be hours off', () => {
    expect([...asTimes(HERE)]).toEqual([...four(LATER), ...four(EARLIER)]);
  });

  test.each([
    ['2024-05-06T07:08:09+08:00', HERE],
    ['2024-05-06T07:08:09+0800', HERE],
    ['2024-05-06 07:08:09 +0800 CST', HERE],
    ['Mon May 06 07:08:09 CST 2024', HERE],
    ['Mon May 06 07:08:09 GMT+08:00 2024', HERE],
    ['Mon May 06 2024 07:08:09 GMT+0800 (中国标准时间)', HERE],
    ['2024-05-05T23:08:09Z', EARLIER],
    ['20240505T230809Z', EARLIER],
    ['20240505230809Z', EARLIER],
    ['Sun May 05 23:08:09 UTC 2024', EARLIER],
    ['Sun May 05 23:08:09 GMT 2024', EARLIER],
    ['2024-05-05T23:08:09+00:00', EARLIER],
    ['1714950489', EARLIER],
    ['2024-05-05T17:38:09-0530', '2024-05-05 17:38:09'],
    ['Sun May 05 19:08:09 GMT-04:00 2024', '2024-05-05 19:08:09'],
    ['Sun May 05 2024 19:08:09 GMT-0400', '2024-05-05 19:08:09'],
    ['2024-05-06T02:38:09+03:30', '2024-05-06 02:38:09'],
  ])('%j, of a zone: that moment in China, then its own digits', (used, digits) => {
    expect([...asTimes(used)]).toEqual([...four(HERE), ...four(digits)]);
  });

  test('the parts of a second are kept, and the text itself is not given again', () => {
    expect([...asTimes('2024-05-06T07:08:09.123+08:00')].slice(0, 4)).toEqual(four(HERE, '123'));
    expect([...asTimes('2024-05-06T07:08:09,1234567+08:00')].slice(0, 4)).toEqual(four(HERE, '123'));
    expect([...asTimes('1714950489045')].slice(0, 4)).toEqual(four(HERE, '045'));
    expect([...asTimes(`${HERE}.5`)].slice(0, 3)).toEqual([HERE, `${HERE}.500`, `${HERE}.50`]);
  });

  test('what is not there is zero', () => {
    expect([...asTimes('2024-05-06 07:08')][0]).toBe('2024-05-06 07:08:00');
    expect([...asTimes('2024-05-06')][0]).toBe('2024-05-06 00:00:00');
  });

  test.each(['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'].map((name, i) => [name, i + 1] as const))(
    '%s is month %i',
    (name, month) => {
      const time = `2024-${String(month).padStart(2, '0')}-09 07:08:09`;
      expect([...asTimes(`Mon ${name} 9 07:08:09 CST 2024`)][0]).toBe(time);
      expect([...asTimes(`Mon ${name} 9 2024 07:08:09 GMT+0800`)][0]).toBe(time);
    },
  );

  test.each([
    '',
    'paid',
    '171495048',
    '17149504890',
    '171495048900000',
    'x1714950489',
    '2024-05',
    'x2024-05-06',
    '2024-05-06x',
    '2024-05-06 07',
    '2024-05-06T07:08:09.1234567890',
    '2024-05-06 07:08:09 cst',
    '202405060708',
    '2024050607080900',
    'Mon May 06 07:08:09 EST 2024',
    'Mon May 06 07:08:09 CST 2024 x',
    'x Mon May 06 07:08:09 CST 2024',
    'x Mon May 06 2024 07:08:09 GMT+0800',
    'Mon May 06 2024 07:08:09',
  ])('%j is none', (text) => {
    expect([...asTimes(text)]).toEqual([]);
  });
});

test.each([
  [HERE, true],
  [`${HERE}.0`, false],
  [` ${HERE}`, false],
  ['2024-05-06T07:08:09', false],
  ['2024-05-06', false],
])('%j is written as the provider writes times: %s', (text, usual) => {
  expect(isUsualTime(text)).toBe(usual);
});

describe('milliseconds that were lost', () => {
  const all = Array.from({ length: 1000 }, (_, i) => `${HERE}.${String(i).padStart(3, '0')}`);
  test.each([HERE, `${HERE}.0`, `${HERE}.000`])('of %j are tried, each', (text) => {
    expect([...withMilliseconds(text)]).toEqual(all);
  });
  test.each([`${HERE}.5`, `${HERE}.100`, `${HERE}.009`, '2024-05-06', `x${HERE}`, `${HERE}x`, ''])('of %j are not', (text) => {
    expect([...withMilliseconds(text)]).toEqual([]);
  });
});

test.each(['null', 'NULL', 'undefined', 'None', 'nil', 'NaN', '<null>', '<nil>', '(null)', '""'])('%j is printed for nothing', (text) => {
  expect(isNothing(text)).toBe(true);
  expect(isNothing(`${text}.`)).toBe(false);
  expect(isNothing(`.${text}`)).toBe(false);
});

test.each(['', 'Null', 'none', '0', '""""', 'n', '<>'])('%j is not', (text) => {
  expect(isNothing(text)).toBe(false);
});

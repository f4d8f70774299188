import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteWindow } from '../../../src/ui/text/byte-window.ts';
import { decodingOf, hexRows } from '../../../src/ui/text/hex.ts';
import type { Decoding } from '../../../src/ui/text/hex.ts';

const window = (bytes: readonly number[], base = 0) => ({ bytes: Uint8Array.from(bytes), base });
const textOf = (bytes: readonly number[], decoding: Decoding, perRow = 16, from = 0, to = 99) =>
  hexRows(window(bytes), [], decoding, perRow, from, to).map(({ runs }) => runs.map(({ text }) => text).join(''));

it('a row says its offset, its bytes and its text, with the middle set apart', () => {
  const rows = hexRows(byteWindow('0123456789abcdefgh', []), [], 'utf-8', 16, 0, 9);
  expect(rows.map(({ offset, runs }) => [offset, runs[0]?.hex, runs[0]?.text])).toEqual([
    [0, '30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66', '0123456789abcdef'],
    [16, '67 68 ', 'gh'],
  ]);
});

it('runs are cut where parameters begin and end, over the ends of rows', () => {
  const stretches = [
    { pair: 0, start: 0, end: 3 },
    { pair: 1, start: 4, end: 11 },
  ];
  const rows = hexRows(byteWindow('a=1&b=23456&', []), stretches, 'utf-8', 8, 0, 9);
  expect(rows.map(({ runs }) => runs.map(({ pair, start, text }) => [pair, start, text]))).toEqual([
    [
      [0, 0, 'a=1'],
      [null, 3, '&'],
      [1, 4, 'b=23'],
    ],
    [
      [1, 8, '456'],
      [null, 11, '&'],
    ],
  ]);
});

it('a parameter of no length is passed over', () => {
  const rows = hexRows(
    byteWindow('ab', []),
    [
      { pair: 0, start: 1, end: 1 },
      { pair: 1, start: 1, end: 2 },
    ],
    'utf-8',
    8,
    0,
    9,
  );
  expect(rows[0]?.runs.map(({ pair }) => pair)).toEqual([null, 1]);
});

describe('a character stands in the row where it begins', () => {
  const gbk = [0x61, 0xd6, 0xd0, 0xb9, 0xfa, 0x62, 0x63, 0x64, 0x65]; // a中国bcde
  it('in UTF-8', () => expect(textOf([...Buffer.from('abcdefg中国')], 'utf-8', 8)).toEqual(['abcdefg中', '国']));
  it('in GBK', () =>
    expect(textOf([0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, ...gbk.slice(1)], 'gbk', 8)).toEqual(['abcdefg中', '国bcde']));
  it('also where only later rows are made', () =>
    expect(textOf([0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, ...gbk.slice(1)], 'gbk', 8, 1)).toEqual(['国bcde']));
  it('in GB18030, four bytes wide', () => expect(textOf([0x81, 0x30, 0x81, 0x30, 0x41], 'gb18030')).toEqual(['\u0080A']));
  it('in UTF-16', () => expect(textOf([0xff, 0xfe, 0x2d, 0x4e, 0x3d, 0xd8, 0x00, 0xde], 'utf-16le')).toEqual(['\ufeff中\u{1f600}']));
});

it('a lone surrogate is shown by its own number', () => {
  expect(textOf([0xed, 0xa0, 0x80], 'utf-8')).toEqual(['\ud800']);
});

it('bytes that are no text of the set are shown as such, one by one', () => {
  expect(textOf([0x41, 0xff, 0xe4, 0xb8, 0x42], 'utf-8')).toEqual(['A\ufffd\ufffd\ufffdB']);
});

it('any rows, one after the other, are the rows of the whole', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 90 }),
      fc.constantFrom<Decoding>('utf-8', 'gbk', 'gb18030', 'big5', 'iso-8859-1', 'utf-16be'),
      fc.constantFrom(8, 16),
      (bytes, decoding, perRow) => {
        const whole = hexRows({ bytes, base: 32 }, [{ pair: 0, start: 40, end: 61 }], decoding, perRow, 0, 99);
        const hex = whole.flatMap(({ runs }) => runs.map((run) => run.hex)).join(' ');
        expect(hex.replace(/ +/g, '')).toBe(Buffer.from(bytes).toString('hex'));
        if (decoding !== 'utf-8') return; // other sets find their place again only behind an ASCII byte
        const single = whole.flatMap((_, i) => hexRows({ bytes, base: 32 }, [{ pair: 0, start: 40, end: 61 }], decoding, perRow, i, i + 1));
        expect(single.map(({ offset, runs }) => [offset, runs])).toEqual(whole.map(({ offset, runs }) => [offset, runs]));
      },
    ),
  );
});

it('a paste is UTF-8, a file what its mark or its reading says', () => {
  expect(decodingOf('x', 'gbk')).toBe('utf-8');
  expect(decodingOf(Uint8Array.of(0xd6, 0xd0), 'gbk')).toBe('gbk');
  expect(decodingOf(Uint8Array.of(0xfe, 0xff), 'gbk')).toBe('utf-16be');
});

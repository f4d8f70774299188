/** What the text of a signature is as it stands, and every text that it may have been; in their order, each with all that was undone. */
import { describe, expect, test } from 'vitest';
import { readSignatureText } from '../../../src/core/verify/signature-text.ts';

const PLUS = 'sign-plus-to-space';
const ENCODED = 'sign-still-encoded';
const URL_SAFE = 'base64-url-safe';
const EQUALS = 'sign-equals-lost';
const LINES = 'base64-linebreaks';

/** What is shown; and each repair: the text, then what was undone, the cause first. */
const rows: readonly (readonly [shown: string, ...repairs: readonly (readonly string[])[]])[] = [
  ['AQID'],
  [''],
  ['='],
  ['A'],
  ['hello!'],
  // Decoded once too seldom, up to three times
  ['%2B/8%3D', ['+/8=', ENCODED]],
  ['%2b/8%3d', ['+/8=', ENCODED]],
  ['%252B/8%253D', ['+/8=', ENCODED]],
  ['%25252B/8=', ['+/8=', ENCODED]],
  ['%2525252B/8='],
  ['AQID%'],
  ['AQID%4'],
  ['%41%51%49', ['AQI=', ENCODED, EQUALS]],
  ['AQID%0ABAUG', ['AQIDBAUG', ENCODED, LINES]],
  // Once too often
  ['a b/', ['a+b/', PLUS], ['ab/=', LINES, EQUALS]],
  ['ab  cdEF', ['ab++cdEF', PLUS], ['abcdEF==', LINES, EQUALS]],
  // A blank that cannot be a plus is layout
  ['AQID BAUG', ['AQIDBAUG', LINES]],
  // RFC 4648 §5, with padding or without
  ['-_8=', ['+/8=', URL_SAFE]],
  ['-_8', ['+/8=', URL_SAFE]],
  ['AQ_-', ['AQ/+', URL_SAFE]],
  ['__--', ['//++', URL_SAFE]],
  // Padding lost, or too much of it
  ['+/8', ['+/8=', EQUALS]],
  ['AQ', ['AQ==', EQUALS]],
  ['AQ=', ['AQ==', EQUALS]],
  ['AQID=', ['AQID', EQUALS]],
  ['AQID====', ['AQID', EQUALS]],
  ['AQI==', ['AQI=', EQUALS]],
  // Lines, as they are and as a program writes them
  ['AQID\nBAUG', ['AQIDBAUG', LINES]],
  ['AQID\r\nBAUG\r\n', ['AQIDBAUG', LINES]],
  ['AQID\\nBAUG', ['AQIDBAUG', LINES]],
  ['AQID\\r\\nBAUG', ['AQIDBAUG', LINES]],
  ['AQID\n\nBAUG', ['AQIDBAUG', LINES]],
  ['AQID\tBAUG', ['AQIDBAUG', LINES]],
  ['AQID\t\tBAUG', ['AQIDBAUG', LINES]],
  ['AQID\n\tBAUG', ['AQIDBAUG', LINES]],
  ['AQID\\tBAU'],
  [' AQID ', ['AQID', LINES]],
  // A blank at the break is an indent, or a plus that stood there
  ['AQI \nDBAU', ['AQIDBAU=', LINES, EQUALS], ['AQI+DBAU', LINES, PLUS]],
  ['AQI\\n DBAU', ['AQIDBAU=', LINES, EQUALS], ['AQI+DBAU', LINES, PLUS]],
  ['AQID\n  BAUG', ['AQIDBAUG', LINES], ['AQID++BAUG==', LINES, PLUS, EQUALS]],
  // Several at once
  ['a-b_\na b%3D', ['a+b/a+b=', ENCODED, LINES, PLUS, URL_SAFE], ['a+b/ab==', ENCODED, LINES, URL_SAFE]],
];

test.each(rows.map(([shown, ...repairs]) => ({ shown, repairs })))('$shown', ({ shown, repairs }) => {
  expect(readSignatureText(shown).repairs.map(({ text, id, also }) => [text, id, ...also])).toEqual(repairs);
});

describe('its bytes', () => {
  test('are those of the text where it is base64', () => {
    expect(readSignatureText('AQID').bytes).toEqual(Uint8Array.of(1, 2, 3));
    expect(readSignatureText('+/8=').bytes).toEqual(Uint8Array.of(0xfb, 0xff));
  });
  test.each(['', '-_8=', 'AQ', 'AQID\n', 'a b/'])('are none where it is not: %j', (text) => {
    expect(readSignatureText(text).bytes).toBeNull();
  });
  test('of a repair are those of its text', () => {
    expect(readSignatureText('-_8').repairs[0]?.bytes).toEqual(Uint8Array.of(0xfb, 0xff));
  });
});

test.each([
  ['', 0],
  ['AQID', 3],
  ['+/8=', 2],
  ['-_8', 2],
  ['AQ==', 1],
  ['AQ ID\nBA.UG', 6],
  ['** **', 0],
  ['azAZ09+/', 6],
])('the digits of %j hold %i bytes', (text, length) => {
  expect(readSignatureText(text).length).toBe(length);
});

describe('a text that was made unreadable', () => {
  test.each([
    'AQID**',
    'AQ**ID',
    'AQ••ID',
    'AQ…',
    'AQID...',
    'AQxxxxxxID',
    'AQXXXXXXID',
    'AQxXxXxXID',
    '<sign>',
    '<>',
    'a<b<c>',
    'AQ[redacted]',
    '[MASKED]',
    '[Filtered]',
    '签名',
    'AQ略',
  ])('%j is masked', (text) => {
    expect(readSignatureText(text).masked).toBe(true);
  });
  test.each(['', 'AQID', 'AQ*ID', 'AQ•ID', 'AQID..', 'AQxxxxxID', 'AQXXXXXID', '<sign', 'sign>', '>sign<', '[sign]', 'redacted', 'é'])(
    '%j is not',
    (text) => {
      expect(readSignatureText(text).masked).toBe(false);
    },
  );
});

test.each([
  ['9a0a8659f005d6984697e2ca0a9cf3b7', 32],
  ['9A0A8659F005D6984697E2CA0A9CF3B7', 32],
  ['6a9ae1657590fd6257d693a078e1c3e4bb6ba4dc30b23e0ee2496e54170dacd6', 64],
  ['9a0a8659f005d6984697e2ca0a9cf3b', null],
  ['9a0a8659f005d6984697e2ca0a9cf3b70', null],
  ['9a0a8659f005d6984697e2ca0a9cf3b7'.padEnd(48, '0'), null],
  ['ga0a8659f005d6984697e2ca0a9cf3b7', null],
  ['9a0a8659f005d6984697e2ca0a9cf3bg', null],
  ['', null],
])('%j is a keyed digest of %s digits', (text, hex) => {
  expect(readSignatureText(text).hex).toBe(hex);
});

describe('a text of any length', () => {
  const LIMIT = 16384;

  test('is read up to the limit', () => {
    expect(readSignatureText('A'.repeat(LIMIT))).toEqual({
      bytes: new Uint8Array((LIMIT / 4) * 3),
      repairs: [],
      masked: false,
      hex: null,
      length: (LIMIT / 4) * 3,
    });
    expect(readSignatureText('A'.repeat(LIMIT + 4))).toEqual({ bytes: null, repairs: [], masked: false, hex: null, length: 0 });
  });
  test('is mended up to the limit', () => {
    expect(readSignatureText(`${'A'.repeat(LIMIT - 1)}\n`).repairs).toHaveLength(1);
    expect(readSignatureText(`${'A'.repeat(LIMIT)}\n`).repairs).toEqual([]);
  });
  test.each(['<', '*', '[', '.', 'x'])('is looked at in linear time, of %j too', (sign) => {
    const text = sign.repeat(200_000);
    const began = performance.now();
    readSignatureText(text);
    expect(performance.now() - began).toBeLessThan(500);
  });
  test.each([' ', '=', '\t', '\\'])('is mended in linear time, of %j too', (sign) => {
    const text = `a${sign.repeat(LIMIT - 2)}b`;
    const began = performance.now();
    readSignatureText(text);
    expect(performance.now() - began).toBeLessThan(150);
  });
});

/** Texts made to hurt: reading ends, never throws, and says in a plain record what it found. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RARE } from '../../../src/core/read/rare/rare.ts';
import { read } from '../../../src/core/read/read.ts';
import { FAMILIES } from '../../support/hostile.ts';

describe.each(Object.keys(FAMILIES))('%s', (family) => {
  test('are read to an end, with spans inside the paste', () => {
    for (const size of [1, 7, 300, 20_000]) {
      const { reading } = read((FAMILIES[family] as (size: number) => string)(size), {}, RARE);
      expect(JSON.parse(JSON.stringify(reading))).toEqual(reading);
      for (const { nameSpan, valueSpan } of reading.pairs) {
        for (const [start, end] of [nameSpan, valueSpan]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(reading.size);
        }
      }
    }
  });
});

const SOUP = [
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '\\',
  '=',
  '&',
  '%',
  '\n',
  '\r',
  ' ',
  ':',
  ',',
  '<',
  '>',
  '<xml>',
  '</xml>',
  '<![CDATA[',
  ']]>',
  '&amp;',
  '\\x22',
  '\\u4e2d',
  'curl ',
  "-d '",
  'POST /n HTTP/1.1',
  'Host: a',
  '> ',
  '// ',
  '`',
  '“',
  '\u200b',
  '\ufeff',
  '中',
  '😀',
  '\ud800',
  'sign=',
  'sign',
  '|',
  '--x\n',
  'Content-Disposition: form-data; name="sign"\n\n',
  'Map.of("sign", ',
  '<key>sign</key>',
  'a',
  '1',
  '^"',
  "$'",
  '"headers":',
  '"body":',
  '"GET /?a=1 HTTP/1.1"',
];

test('any soup of the signs that readers look for is read to an end, at every hint', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...SOUP), { maxLength: 60 }),
      fc.constantFrom(undefined, 'http', 'xml', 'json', 'log-line'),
      fc.nat(3),
      (parts, form, pick) => {
        const { reading, body } = read(
          parts.join(''),
          {
            ...(form === undefined ? {} : { form }),
            pick,
            keepRepairs: pick === 0 ? [] : ['bom', 'comment-prefix'],
          },
          pick > 1 ? RARE : undefined,
        );
        expect(reading.size).toBeGreaterThanOrEqual(0);
        expect(body === null || body.bytes instanceof Uint8Array).toBe(true);
      },
    ),
    { numRuns: 3000 },
  );
});

test('any bytes are read to an end', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(read(bytes).reading.size).toBe(bytes.length);
    }),
    { numRuns: 500 },
  );
});

test('names of Object.prototype are names like any other', () => {
  const before = Object.getOwnPropertyNames(Object.prototype);
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  const texts = [
    `{"__proto__":{"polluted":1},"headers":{"__proto__":"x"},"body":"__proto__=1&constructor=2&sign=3&a=4"}`,
    `${names.map((name) => `${name}=polluted`).join('&')}&__proto__[polluted]=1&sign=x`,
    `<xml>${names.map((name) => `<${name}>1</${name}>`).join('')}</xml>`,
    `POST / HTTP/1.1\n__proto__: x\nHost: a\n\n{"__proto__":1,"sign":"x"}`,
  ];
  for (const text of texts) expect(read(text).reading.pairs.map(({ name }) => name)).toContain('__proto__');
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

describe('limits', () => {
  test.each([
    ['JSON', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['lists', '['.repeat(200_000)],
    ['XML', '<a>'.repeat(100_000)],
  ])('%s that is too deep is refused as such', (_what, text) => {
    expect(read(text).reading.unreadable?.why).toBe('too-deep');
  });

  test('text above the limit is refused before it is looked at', () => {
    const started = performance.now();
    expect(read('a'.repeat(17 * 1024 * 1024)).reading.unreadable).toEqual({ why: 'too-large', limit: 16 * 1024 * 1024 });
    expect(performance.now() - started).toBeLessThan(200);
  });
});

test.each(['1e999', '-0', '0.10', '00.01', '9007199254740993', '1E2'])('the number %s keeps its letters', (number) => {
  expect(read(`{"total_amount":${number},"sign":"x"}`).reading.pairs[0]?.value).toBe(number);
});

test.each(['utf-7', 'utf8;', '__proto__', '测试', 'x'.repeat(5000), 'utf-16le'])(
  'the character set %s is reported and not used',
  (charset) => {
    const { reading } = read(new URLSearchParams({ charset, subject: '测试', sign: 'x' }).toString(), { charset });
    expect(['utf-8', 'gbk']).toContain(reading.charset.used);
  },
);

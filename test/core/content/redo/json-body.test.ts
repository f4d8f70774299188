/** Bodies parsed and written again: each layout, spelling, order and escaping of the usual libraries. */
import { describe, expect, test } from 'vitest';
import { sameBody, writtenBodies } from '../../../../src/core/content/redo/json-body.ts';

const all = (body: string): readonly string[] => [...writtenBodies(body)];
/** Layouts × names × orders × escapes. */
const [LAYOUTS, NAMES, ORDERS, ESCAPES] = [20, 3, 5, 7];

test('are as many as there are ways', () => {
  expect(all('{"a":1}')).toHaveLength(LAYOUTS * NAMES * ORDERS * ESCAPES);
  expect(all('no JSON')).toEqual([]);
  expect(all('')).toEqual([]);
});

test('escape in the ways of JavaScript, PHP, Python, fastjson, Gson, Go and .NET', () => {
  const text = '支/<>&=\'"+`\\\x7f\u2028';
  expect(all(JSON.stringify([text])).slice(0, ESCAPES)).toEqual([
    '["支/<>&=\'\\"+`\\\\\x7f\u2028"]',
    '["\\u652f\\/<>&=\'\\"+`\\\\\\u007f\\u2028"]',
    '["\\u652f/<>&=\'\\"+`\\\\\\u007f\\u2028"]',
    '["支\\/<>&=\'\\"+`\\\\\x7f\u2028"]',
    '["支/\\u003c\\u003e\\u0026\\u003d\\u0027\\"+`\\\\\x7f\\u2028"]',
    '["支/\\u003c\\u003e\\u0026=\'\\"+`\\\\\x7f\\u2028"]',
    '["\\u652F/\\u003C\\u003E\\u0026=\\u0027\\u0022\\u002B\\u0060\\\\\\u007F\\u2028"]',
  ]);
  expect(all('["\u2029~"]')[4]).toBe('["\\u2029~"]');
});

describe('order', () => {
  const ordered = (body: string): readonly string[] => all(body).filter((_, i) => i < ORDERS * ESCAPES && i % ESCAPES === 0);

  test('kept, sorted, as the documents list them, as a HashMap has them, reversed', () => {
    // String.hashCode of one letter is its code: b is 98 & 15 = 2, p is 112 & 15 = 0, c is 3.
    expect(ordered('{"p":1,"c":2,"b":3}')).toEqual([
      '{"p":1,"c":2,"b":3}',
      '{"b":3,"c":2,"p":1}',
      '{"p":1,"c":2,"b":3}',
      '{"p":1,"b":3,"c":2}',
      '{"b":3,"c":2,"p":1}',
    ]);
    expect(ordered('{"summary":1,"resource":2,"create_time":3,"id":4}')[2]).toBe('{"id":4,"create_time":3,"resource":2,"summary":1}');
    expect(ordered('{"nonce":1,"original_type":2,"ciphertext":3}')[2]).toBe('{"ciphertext":3,"original_type":2,"nonce":1}');
  });
  test('by the hash of longer names', () => {
    // "ab": 97·31+98 = 3105, 3105 & 15 = 1; "ba": 98·31+97 = 3135, & 15 = 15; "id": 105·31+100 = 3355, & 15 = 11.
    expect(ordered('{"ba":1,"id":2,"ab":3}')[3]).toBe('{"ab":3,"id":2,"ba":1}');
    const names = Object.keys(JSON.parse(ordered('{"create_time":1,"summary":2,"resource":3,"id":4}')[3] ?? '{}') as object);
    expect(names).toEqual(['create_time', 'summary', 'resource', 'id'].sort((a, b) => placeOf(a) - placeOf(b)));
  });
});

/** java.util.HashMap of sixteen places, by arithmetic of any size. */
function placeOf(name: string): number {
  let hash = 0n;
  for (const char of name) hash = BigInt.asUintN(32, hash * 31n + BigInt(char.charCodeAt(0)));
  return Number((hash ^ (hash >> 16n)) & 15n);
}

test('names: as they are, with a hump, with a capital', () => {
  const named = all('{"create_time":{"a_b_c":1}}').filter((_, i) => i < NAMES * ORDERS * ESCAPES && i % (ORDERS * ESCAPES) === 0);
  expect(named).toEqual(['{"create_time":{"a_b_c":1}}', '{"createTime":{"aBC":1}}', '{"CreateTime":{"ABC":1}}']);
});

test('layouts: compact, spaced, then indented by each blank, line end and colon', () => {
  const step = NAMES * ORDERS * ESCAPES;
  const laid = all('{"a":[1,{}],"b":[]}').filter((_, i) => i % step === 0);
  const indented = [': ', ' : ', ':'].flatMap((colon) =>
    ['  ', '    ', '\t'].flatMap((by) =>
      ['\n', '\r\n'].map((line) =>
        ['{', `${by}"a"${colon}[`, `${by}${by}1,`, `${by}${by}{}`, `${by}],`, `${by}"b"${colon}[]`, '}'].join(line),
      ),
    ),
  );
  expect(laid).toEqual(['{"a":[1,{}],"b":[]}', '{"a": [1, {}], "b": []}', ...indented]);
});

test.each([
  ['null', 'null'],
  ['true', 'true'],
  ['1.50', '1.5'],
  ['"a"', '"a"'],
  ['[null,false,-1e3]', '[null,false,-1000]'],
])('the value %s is written %s', (body, written) => {
  expect(all(body)[0]).toBe(written);
});

test('a depth that no body has is cut', () => {
  const deep = (levels: number, inner: string): string => '['.repeat(levels) + inner + ']'.repeat(levels);
  expect(all(deep(17, ''))[0]).toBe(deep(17, ''));
  expect(all(deep(18, ''))[0]).toBe(deep(17, 'null'));
});

describe('the same body', () => {
  test.each([
    ['{"a_b":1,"c":[1,"x",null]}', '{ "c": [1, "x", null], "aB": 1 }', true],
    ['{"a":{"b":1,"c":2}}', '{"A":{"C":2,"B":1}}', true],
    ['{"a":1}', '{"a":"1"}', false],
    ['{"a":1}', '{"a":1,"b":1}', false],
    ['{"a":[1,2]}', '{"a":[2,1]}', false],
    ['{"a":["1","2"]}', '{"a":["1,2"]}', false],
    ['{"a":1}', '{"b":1}', false],
    ['[1]', '[1]', false],
    ['1', '1', false],
    ['{"a":1}', 'no JSON', false],
    ['no JSON', '{"a":1}', false],
    ['no JSON', 'no JSON', false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(sameBody(a, b)).toBe(same);
  });
  test('is none where it is too deep', () => {
    const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
    expect(sameBody(deep(17), deep(17))).toBe(true);
    expect(sameBody(deep(18), deep(18))).toBe(false);
    const lists = (levels: number): string => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`;
    expect(sameBody(lists(16), lists(16))).toBe(true);
    expect(sameBody(lists(17), lists(17))).toBe(false);
  });
});

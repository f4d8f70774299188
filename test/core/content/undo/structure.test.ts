/** Structures read loosely and written as a provider may have written them; every text by hand. */
import { describe, expect, test } from 'vitest';
import { backslashed, bracketed, readLoose, rewritten, twoDecimals } from '../../../../src/core/content/undo/structure.ts';
import type { Json } from '../../../../src/core/content/undo/structure.ts';

const map = (...members: readonly (readonly [string, Json])[]): Json => ({ members });
const word = (text: string): Json => ({ word: text });

describe('readLoose', () => {
  test.each<readonly [string, Json]>([
    ['{"a":"1","b":2}', map(['a', '1'], ['b', word('2')])],
    [' [ ] ', []],
    ['{}', map()],
    ['["a", \'b\',c d ]', ['a', 'b', 'c d']],
    ['[1,-2.25,1e10,1E+3,1.5e-3]', ['1', '-2.25', '1e10', '1E+3', '1.5e-3'].map(word)],
    ['[1.,+1,.5,1x,x1]', ['1.', '+1', '.5', '1x', 'x1']],
    ['[true,false,null]', ['true', 'false', 'null'].map(word)],
    ['[True,False,None]', ['true', 'false', 'null'].map(word)],
    ['[trueish,xtrue,Nones,xNone]', ['trueish', 'xtrue', 'Nones', 'xNone']],
    ['{a: 1, b=2, c=>3}', map(['a', word('1')], ['b', word('2')], ['c', word('3')])],
    ['{a.b-c_1:x}', map(['a.b-c_1', 'x'])],
    ["{'a' : 'it\\'s'}", map(['a', "it's"])],
    ['{"a":{"b":[{"c":1}]}}', map(['a', map(['b', [map(['c', word('1')])]])])],
    ['{"a":1,"a":2}', map(['a', word('1')], ['a', word('2')])],
    ['["\\n\\r\\t\\b\\f\\"\\\\\\/\\x"]', ['\n\r\t\b\f"\\/x']],
    ['["\\u652f\\u4ED8"]', ['支付']],
    ['["\\u652"]', ['u652']],
    ['["a]b,c}"]', ['a]b,c}']],
    ['{"a":x y}', map(['a', 'x y'])],
    ['[[],[]]', [[], []]],
    ['\n{\t"a"\r\n:\n1\n,\n"b":2}\n', map(['a', word('1')], ['b', word('2')])],
  ])('of %j', (text, value) => {
    expect(readLoose(text)).toEqual(value);
  });

  test.each([
    '',
    'a',
    '"a"',
    '1',
    'x{}',
    '{}x',
    '[] []',
    '[',
    '{',
    '[1',
    '[1 ',
    '[1,',
    '[,]',
    '[,1]',
    '[1,,2]',
    '[1}',
    '{1]',
    '{"a"}',
    '{"a" 1}',
    '{"a":}',
    '{"a":"1" "b":2}',
    '["a" "b"]',
    '{:1}',
    '{,}',
    '{"a":"b}',
    "{'a':1",
    '{"a:1}',
    '["\\',
  ])('of %j is none', (text) => {
    expect(readLoose(text)).toBeNull();
  });

  test('is bounded in depth and length', () => {
    const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
    expect(readLoose(deep(32))).not.toBeNull();
    expect(readLoose(deep(33))).toBeNull();
    expect(readLoose(`[${'[],'.repeat(40)}[]]`)).not.toBeNull();
    expect(readLoose(`["${'a'.repeat(16384 - 4)}"]`)).not.toBeNull();
    expect(readLoose(`["${'a'.repeat(16384 - 3)}"]`)).toBeNull();
  });
});

describe('rewritten', () => {
  test('amounts, bare, quoted; sorted, kept, reversed, led; slashes and letters plain or escaped', () => {
    const styles = (text: string): readonly string[] => {
      const slashed = text.replaceAll('/', '\\/');
      return [text, text.replaceAll('支', '\\u652f'), slashed, slashed.replaceAll('支', '\\u652f')];
    };
    const number = (value: string): readonly string[] =>
      [`{"a":"/支","code":${value}}`, `{"code":${value},"a":"/支"}`, `{"a":"/支","code":${value}}`, `{"code":${value},"a":"/支"}`].flatMap(
        styles,
      );
    expect([...rewritten('{"code":1,"a":"/支"}')]).toEqual([...number('"1.00"'), ...number('1'), ...number('"1"')]);
  });

  const first = (text: string): string | undefined => [...rewritten(text)][0];
  test.each([
    ['{b:1.5,a:x}', '{"a":"x","b":"1.50"}'],
    ["[{'a': True, 'b': None}]", '[{"a":true,"b":null}]'],
    ['[1,"2",-3.25]', '["1.00","2","-3.25"]'],
    ['[123456789012,1234567890123]', '["123456789012.00","1234567890123"]'],
    ['[1e3]', '["1e3"]'],
    ['[x1,"a-1"]', '["x1","a-1"]'],
    ['{"b":{"d":1,"c":2},"a":[]}', '{"a":[],"b":{"c":"2.00","d":"1.00"}}'],
    ['{"a":1,"a":2}', '{"a":"1.00","a":"2.00"}'],
    ['["\\"\\\\\\n"]', '["\\"\\\\\\n"]'],
  ])('of %j: amounts and sorted, first', (text, written) => {
    expect(first(text)).toBe(written);
  });

  test('what stands in front of every answer is led by its own order, the rest is sorted', () => {
    const led = [...rewritten('{"z":"1","sub_msg":"2","msg":"3","a":"4","sub_code":"5","code":"6"}')][12];
    expect(led).toBe('{"code":"6","msg":"3","sub_code":"5","sub_msg":"2","a":"4","z":"1"}');
  });
  test('order kept and reversed', () => {
    const all = [...rewritten('{"b":"1","c":"2","a":"3"}')];
    expect([all[0], all[4], all[8], all[12]]).toEqual([
      '{"a":"3","b":"1","c":"2"}',
      '{"b":"1","c":"2","a":"3"}',
      '{"a":"3","c":"2","b":"1"}',
      '{"a":"3","b":"1","c":"2"}',
    ]);
  });
  test('of no structure is none', () => {
    expect([...rewritten('plain')]).toEqual([]);
  });
});

test.each([
  ['0.1', '0.10'],
  ['1', '1.00'],
  ['1.', '1.00'],
  ['1.25', '1.25'],
  ['-3', '-3.00'],
  ['1.234', '1.234'],
  ['1e3', '1e3'],
  ['x1', 'x1'],
  ['1x', '1x'],
  ['', ''],
])('twoDecimals of %j is %j', (number, text) => {
  expect(twoDecimals(number)).toBe(text);
});

test.each([
  ['amount:1.00,fundChannel:COUPON', '[{amount:1.00,fundChannel:COUPON}]'],
  ['amount=1.00', '[{amount=1.00}]'],
  ['a:1,b:2,a:3,b:4', '[{a:1,b:2},{a:3,b:4}]'],
  ['a:1,a:2,a:3', '[{a:1},{a:2},{a:3}]'],
  ['a:1,b:2,b:3,a:4', '[{a:1,b:2},{b:3,a:4}]'],
  ['a:,b:', '[{a:,b:}]'],
  ['a:x:y=z', '[{a:x:y=z}]'],
  ['a', null],
  ['a:1,b', null],
  ['a:1,,b:2', null],
  [',a:1', null],
  [':1', null],
  ['a b:1', null],
  ['{a:1}', null],
  ['', null],
  [`a:${'1'.repeat(16384 - 2)}`, `[{a:${'1'.repeat(16384 - 2)}}]`],
  [`a:${'1'.repeat(16384 - 1)}`, null],
])('bracketed %.40j', (text, list) => {
  expect(bracketed(text)).toBe(list);
});

describe('backslashes that a stripslashes took', () => {
  test.each([
    ['{"a":"/b"}', ['{"a":"\\/b"}']],
    ['{"a":"b"}', []],
    ['{"a":"u652f/"}', ['{"a":"u652f\\/"}', '{"a":"\\u652f/"}', '{"a":"\\u652f\\/"}']],
    ['{"a":"\\u652f"}', []],
    ['{"a":"{"b":"c"}"}', ['{"a":"{\\"b\\":\\"c\\"}"}', '{"a":"{"b":"c"}"}']],
    ['["a "b" c"]', ['["a \\"b\\" c"]']],
    ['plain/', []],
    ['"/"', []],
    [' [1/2]', [' [1\\/2]']],
  ])('of %j', (text, texts) => {
    expect([...backslashed(text)].filter((each) => each !== text)).toEqual(texts.filter((each) => each !== text));
  });
  test('are sought up to a length', () => {
    expect([...backslashed(`[${'/'.repeat(16384 - 2)}]`)]).toHaveLength(1);
    expect([...backslashed(`[${'/'.repeat(16384 - 1)}]`)]).toEqual([]);
  });
});

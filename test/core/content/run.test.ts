/** What a recipe makes of pairs, step by step; and that the three ways to run one agree. */
import { describe, expect, test } from 'vitest';
import type { Recipe } from '../../../src/core/content/recipe.ts';
import { orderedPairs, runRecipe, runRecipeBytes } from '../../../src/core/content/run.ts';
import type { ContentPair } from '../../../src/core/content/run.ts';

const utf8 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text));
const base64 = (...bytes: readonly number[]): string => Buffer.from(bytes).toString('base64');
const pairs: readonly ContentPair[] = [
  { name: 'b', value: '2' },
  { name: 'sign', value: 'S' },
  { name: 'a', value: '' },
  { name: 'b', value: '1' },
  { name: 'x_b', value: '=&' },
];

/** Recipe, content, and the pairs that take no part. */
const rows: readonly (readonly [name: string, recipe: Recipe, text: string, left: readonly number[]])[] = [
  ['nothing: names and values as a query has them', [], 'b=2&sign=S&a=&b=1&x_b==&', []],
  ['drop: every pair of these names', [{ op: 'drop', names: ['sign', 'b'] }], 'a=&x_b==&', [0, 1, 3]],
  [
    'pick: these names in this order, each as often as it is there',
    [{ op: 'pick', names: ['x_b', 'b', 'none'] }],
    'x_b==&&b=2&b=1',
    [1, 2],
  ],
  ['pick-suffix: in the order received', [{ op: 'pick-suffix', suffixes: ['b', 'ign'] }], 'b=2&sign=S&b=1&x_b==&', [2]],
  ['pick-suffix: not what begins so', [{ op: 'pick-suffix', suffixes: ['x_'] }], '', [0, 1, 2, 3, 4]],
  ['drop-empty', [{ op: 'drop-empty' }], 'b=2&sign=S&b=1&x_b==&', [2]],
  ['sort: equal names stay in their order', [{ op: 'sort' }], 'a=&b=2&b=1&sign=S&x_b==&', []],
  ['join: other signs', [{ op: 'join', pair: ':', between: ', ' }], 'b:2, sign:S, a:, b:1, x_b:=&', []],
  ['join: values alone', [{ op: 'join', pair: null, between: '' }], '2S1=&', []],
  ['join: names and values with nothing between', [{ op: 'join', pair: '', between: '\n' }], 'b2\nsignS\na\nb1\nx_b=&', []],
  [
    'frame: text before and after',
    [
      { op: 'pick', names: ['b'] },
      { op: 'frame', before: '<', after: '>\n' },
    ],
    '<b=2&b=1>\n',
    [1, 2, 4],
  ],
  [
    'all of them, the last word of each kind counts',
    [
      { op: 'drop', names: ['sign'] },
      { op: 'drop-empty' },
      { op: 'sort' },
      { op: 'join', pair: '-', between: '-' },
      { op: 'join', pair: '="', between: '"&' },
      { op: 'frame', before: '(', after: ')' },
      { op: 'frame', before: '', after: '"' },
    ],
    'b="2"&b="1"&x_b="=&"',
    [1, 2],
  ],
];

describe('a recipe', () => {
  test.each(rows)('%s', (_, recipe, text, left) => {
    const content = runRecipe(recipe, pairs, 'utf-8', 'utf-8');
    expect([content.text, content.left]).toEqual([text, left]);
    expect(content.bytes).toEqual(utf8(text));
    expect(runRecipeBytes(recipe, pairs, 'utf-8', 'utf-8')).toEqual(utf8(text));
    const order = content.parts.flatMap(({ pair }) => (pair === null ? [] : [pairs[pair]]));
    expect(orderedPairs(recipe, pairs)).toEqual(order);
  });

  test('of nothing is empty', () => {
    expect(runRecipe([], [], 'utf-8', 'utf-8')).toEqual({ bytes: new Uint8Array(), text: '', parts: [], left: [] });
  });

  test('does not change the pairs it is given', () => {
    const frozen = Object.freeze(pairs.map((pair) => Object.freeze({ ...pair })));
    expect(runRecipe([{ op: 'sort' }], frozen, 'utf-8', 'utf-8').text).toBe('a=&b=2&b=1&sign=S&x_b==&');
  });
});

describe('the parts', () => {
  const parts = (recipe: Recipe) => runRecipe(recipe, pairs.slice(0, 2), 'utf-8', 'utf-8').parts;

  test('cover the content, joiners and frame among them', () => {
    expect(parts([{ op: 'frame', before: '<<', after: '\n' }])).toEqual([
      { pair: null, start: 0, end: 2 },
      { pair: 0, start: 2, end: 5 },
      { pair: null, start: 5, end: 6 },
      { pair: 1, start: 6, end: 12 },
      { pair: null, start: 12, end: 13 },
    ]);
  });
  test('hold no joiner that is empty', () => {
    expect(parts([{ op: 'join', pair: null, between: '' }])).toEqual([
      { pair: 0, start: 0, end: 1 },
      { pair: 1, start: 1, end: 2 },
    ]);
  });
});

describe('the bytes', () => {
  test('are those of the character set', () => {
    const gbk = runRecipe([], [{ name: 'subject', value: '测' }], 'gbk', 'utf-8');
    expect(Buffer.from(gbk.bytes).toString('hex')).toBe(`${Buffer.from('subject=').toString('hex')}b2e2`);
  });

  const own: readonly ContentPair[] = [
    { name: 'a', value: '1' },
    { name: 'b', value: '\ufffd', bytes: base64(0xff, 0xfe) },
    { name: 'c', value: '测' },
    { name: 'd', value: '\ufffd', bytes: base64(0x80) },
    { name: 'e', value: '5' },
  ];
  const framed: Recipe = [
    { op: 'join', pair: '=', between: '&' },
    { op: 'frame', before: '[', after: ']' },
  ];
  const kept = Uint8Array.from([...utf8('[a=1&b='), 0xff, 0xfe, ...utf8('&c=测&d='), 0x80, ...utf8('&e=5]')]);
  const written = utf8('[a=1&b=\ufffd&c=测&d=\ufffd&e=5]');

  test('of a pair that has its own are those, in the set that was received', () => {
    for (const run of [runRecipeBytes, (...given: Parameters<typeof runRecipe>) => runRecipe(...given).bytes]) {
      expect(run(framed, own, 'utf-8', 'utf-8')).toEqual(kept);
      expect(run(framed, own, 'utf-8', 'gbk')).toEqual(written);
    }
  });
  test('of a pair that takes no part do not count', () => {
    expect(runRecipeBytes([{ op: 'pick', names: ['a', 'e'] }], own, 'utf-8', 'utf-8')).toEqual(utf8('a=1&e=5'));
  });
  test('that are no base64 are passed over', () => {
    expect(runRecipeBytes([], [{ name: 'a', value: 'v', bytes: '?' }], 'utf-8', 'utf-8')).toEqual(utf8('a=v'));
  });
  test('keep a value that has no text from being empty', () => {
    const nothing: ContentPair = { name: 'a', value: '', bytes: base64(0xff) };
    expect(runRecipeBytes([{ op: 'drop-empty' }], [nothing], 'utf-8', 'utf-8')).toEqual(Uint8Array.from([...utf8('a='), 0xff]));
  });
});

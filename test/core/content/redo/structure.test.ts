/** JSON inside a value written again; each writer's text by hand. */
import { describe, expect, test } from 'vitest';
import { sameJson } from '../../../../src/core/content/redo/structure.ts';
import { fits, made } from './ways.ts';

const ID = 'json-reserialised-values';
/** As the gateway sends it: compact, its members in an order of its own. */
const text = '[{"b":"1.50","a":"<支/付>"}]';

test('written compactly, as Python does, and with indents; in the same ten ways', () => {
  const compact = [
    text,
    '[{"a":"<支/付>","b":"1.50"}]',
    '[{"a":"<支/付>","b":"1.50"}]',
    '[{"b":"1.50","a":"<\\u652f/\\u4ed8>"}]',
    '[{"b":"1.50","a":"<支\\/付>"}]',
    '[{"b":"1.50","a":"<\\u652f\\/\\u4ed8>"}]',
    '[{"b":"1.50","a":"\\u003c支/付\\u003e"}]',
    '[{"b":1.5,"a":"<支/付>"}]',
    '[{"a":"<\\u652f/\\u4ed8>","b":"1.50"}]',
    '[{"a":"\\u003c支/付\\u003e","b":"1.50"}]',
  ];
  const spaced = compact.map((each) => each.replace('":', '": ').replace(/,"(\w)":/, ', "$1": '));
  const indented = (by: string) =>
    compact.map((each) =>
      each
        .replace('[{', `[\n${by}{\n${by}${by}`)
        .replace('":', '": ')
        .replace(/,"(\w)":/, `,\n${by}${by}"$1": `)
        .replace('}]', `\n${by}}\n]`),
    );
  expect(made(ID, text).slice(0, 40)).toEqual([...compact, ...spaced, ...indented('  '), ...indented('    ')]);
});

test('printed by a language', () => {
  expect(made(ID, '[{"a":"it\'s \\\\","b":[1,true,null]},{}]').slice(40)).toEqual([
    `[{'a': 'it\\'s \\\\', 'b': [1, true, null]}, {}]`,
    `[{a=it's \\, b=[1, true, null]}, {}]`,
    `[map[a:it's \\ b:[1 true null]] map[]]`,
    `[{"a"=>"it's \\\\", "b"=>[1, true, null]}, {}]`,
    '[object Object],[object Object]',
    '[object Object]',
    'Array',
    '',
    JSON.stringify('[{"a":"it\'s \\\\","b":[1,true,null]},{}]'),
  ]);
  expect(made(ID, '{"a":1}')[44]).toBe('[object Object]');
});

test('members are sorted and reversed at each level, lists are not', () => {
  const nested = '{"c":[2,1],"a":{"z":1,"y":2},"b":null}';
  expect(made(ID, nested)[1]).toBe('{"a":{"y":2,"z":1},"b":null,"c":[2,1]}');
  expect(made(ID, nested)[2]).toBe('{"b":null,"a":{"y":2,"z":1},"c":[2,1]}');
});

test.each([
  ['["1","-2.5","0.123456"]', '[1,-2.5,0.123456]'],
  ['["1.1234567","1.","x1","1x","","1234567890123456"]', '["1.1234567","1.","x1","1x","","1234567890123456"]'],
  ['["123456789012345"]', '[123456789012345]'],
  ['{"a":{"b":"2"},"c":true,"d":null}', '{"a":{"b":2},"c":true,"d":null}'],
])('texts that are numbers in %s', (json, numbers) => {
  expect(made(ID, json)[7]).toBe(numbers);
});

test('& is escaped for the sake of HTML', () => {
  expect(made(ID, '["a&b"]')[6]).toBe('["a\\u0026b"]');
});

test.each(['plain', '"a"', '1', '[1,]', "{'a':1}", '{a:1}', ''])('%j is no JSON, and becomes a text of JSON only', (value) => {
  const ways = made(ID, value);
  expect(new Set(ways.slice(0, -1))).toEqual(new Set([value]));
  expect(ways.at(-1)).toBe(JSON.stringify(value));
});

describe('equal as JSON', () => {
  test.each([
    ['{"a":"1.50","b":2}', '{ "b" : "2", "a" : 1.5 }', true],
    ['[1,2]', '[2,1]', false],
    ['[{"a":1}]', "[{'a': '1'}]", true],
    ['[{"a":1}]', '[{a=1}]', true],
    ['{"a":1}', '{"a":1,"b":2}', false],
    ['{"a":1}', '{"b":1}', false],
    ['{"a":"x"}', '{"a":"y"}', false],
    ['{"a":true}', '{"a":True}', true],
    ['["1.0"]', '[1]', true],
    ['["0123"]', '[123]', true],
    ['["a","b"]', '["a,b"]', false],
    ['["1","2"]', '["12"]', false],
    ['["1234567890123456"]', '["1234567890123456.0"]', false],
    ['["x1.0"]', '["x1"]', false],
    ['["1.0x"]', '["1x"]', false],
    ['["1."]', '["1"]', false],
    ['["-1.0"]', '["-1"]', true],
    ['plain', 'plain', false],
    ['[1]', 'plain', false],
    ['plain', '[1]', false],
  ])('%s and %s: %s', (right, used, same) => {
    expect(sameJson(right, used)).toBe(same);
    expect(fits(ID, right, used)).toBe(same);
  });
});

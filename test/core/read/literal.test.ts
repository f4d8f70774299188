/** The literal scanner against JSON.parse: on all JSON they must see the same tree. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLiteral } from '../../../src/core/read/literal.ts';
import type { Node } from '../../../src/core/read/tree.ts';
import { wholeText } from '../../../src/core/text/mapped.ts';

/** As JSON.parse would have it, members as a list so that no name is special. */
function plain(node: Node): unknown {
  if (node.kind === 'leaf')
    return node.word === undefined
      ? node.text.text
      : node.word === 'number'
        ? Number(node.text.text)
        : { true: true, false: false, null: null }[node.word];
  if (node.kind === 'list') return node.entries.map(({ value }) => plain(value));
  return { members: node.entries.map(({ key, value }) => [key?.text.text, plain(value)]) };
}

function expected(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(expected);
  if (value !== null && typeof value === 'object')
    return { members: Object.entries(value).map(([name, inside]) => [name, expected(inside)]) };
  return Object.is(value, -0) ? 0 : value;
}

test('reads what JSON.parse reads, at any indentation', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), fc.constantFrom(0, 1, '\t'), (value, indent) => {
      const text = JSON.stringify([value], null, indent);
      const literal = readLiteral(wholeText(text), 0);
      expect(typeof literal === 'string' ? literal : plain(literal.node)).toEqual(expected(JSON.parse(text)));
      expect(typeof literal === 'string' ? literal : literal.end).toBe(text.length);
    }),
    { numRuns: 1000 },
  );
});

test('reads every escape that JSON allows, as JSON.parse does', () => {
  const piece = fc.oneof(
    fc.constantFrom('\\"', '\\\\', '\\/', '\\b', '\\f', '\\n', '\\r', '\\t', 'a', '中', "'"),
    fc.integer({ min: 0, max: 0xffff }).map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = `["${pieces.join('')}"]`;
      const literal = readLiteral(wholeText(text), 0);
      expect(typeof literal === 'string' ? literal : plain(literal.node)).toEqual(JSON.parse(text));
    }),
    { numRuns: 1000 },
  );
});

test('keeps numbers to the letter and both of two members of one name', () => {
  const literal = readLiteral(wholeText('{"a":1.0,"a":9007199254740993,"b":1e2}'), 0);
  expect(
    typeof literal !== 'string' && literal.node.kind === 'map'
      ? literal.node.entries.map(({ key, value }) => [key?.text.text, value.kind === 'leaf' ? value.text.text : null])
      : null,
  ).toEqual([
    ['a', '1.0'],
    ['a', '9007199254740993'],
    ['b', '1e2'],
  ]);
});

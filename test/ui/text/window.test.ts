import { expect, it } from 'vitest';
import { cutWindow } from '../../../src/ui/text/window.ts';

const text = 'a=1&b=22&c=333';
const parts = [
  { pair: 0, start: 0, end: 3 },
  { pair: 1, start: 4, end: 8 },
  { pair: 2, start: 9, end: 14 },
];

it('the pieces of the whole are the whole', () => {
  const pieces = cutWindow(text, parts, 0, text.length);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  expect(pieces.map((piece) => piece.pair)).toEqual([0, null, 1, null, 2]);
});

it('a window cuts through a parameter and keeps its colour', () => {
  expect(cutWindow(text, parts, 2, 6)).toEqual([
    { pair: 0, start: 2, text: '1' },
    { pair: null, start: 3, text: '&' },
    { pair: 1, start: 4, text: 'b=' },
  ]);
});

it('text without parameters has no colour', () => {
  expect(cutWindow('abc', [], 0, 3)).toEqual([{ pair: null, start: 0, text: 'abc' }]);
});

import { describe, expect, it } from 'vitest';
import { countChanges, diffContents } from '../../../src/ui/text/content-diff.ts';

/** `a=1&b=2` as the core cuts it. */
const pieces = (text: string) =>
  text.split(/(&)/).map((piece) => ({ name: piece === '&' ? null : (piece.split('=')[0] ?? ''), text: piece }));
const drawn = (before: string, after: string) =>
  diffContents(pieces(before), pieces(after))
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'old' ? `-{${text}}` : `+{${text}}`))
    .join('');

describe('contents', () => {
  it.each([
    ['the same', 'a=1&b=2', 'a=1&b=2', 'a=1&b=2'],
    ['a value that changed, by letters', 'a=1&b=x"y&c=3', "a=1&b=x'y&c=3", 'a=1&b=x-{"}+{\'}y&c=3'],
    ['a parameter that is gone', 'a=1&b=2&c=3', 'a=1&c=3', 'a=1&-{b=2&}c=3'],
    ['a parameter that is new', 'a=1&c=3', 'a=1&b=2&c=3', 'a=1&+{b=2&}c=3'],
    ['both ends changed, the middle kept', 'a=1&b=2&c=3', 'a=9&b=2&c=8', 'a=-{1}+{9}&b=2&c=-{3}+{8}'],
    ['a parameter that moved', 'a=1&b=2', 'b=2&a=1', '-{a=1&}b=2+{&a=1}'],
    ['a parameter that changed beside a new one', 'a=1&c=x3', 'a=1&b=2&c=x4', 'a=1&+{b=2&}c=x-{3}+{4}'],
    ['nothing left', 'a=1', '', '-{a=1}'],
  ])('%s', (_, before, after, expected) => expect(drawn(before, after)).toBe(expected));

  it('give both texts back', () => {
    const parts = diffContents(pieces('a=1&b=2&d=4'), pieces('a=1&c=3&b=5'));
    const side = (kind: 'old' | 'new') => parts.flatMap((part) => (part.kind === 'same' || part.kind === kind ? part.text : [])).join('');
    expect([side('old'), side('new')]).toEqual(['a=1&b=2&d=4', 'a=1&c=3&b=5']);
  });
  it('with very many pieces are compared as one text', () => {
    const many = Array.from({ length: 900 }, (_, i) => `p${i}=1`).join('&');
    expect(drawn(many, `${many}&z=1`)).toBe(`${many}+{&z=1}`);
  });
  it('are counted by the places that differ', () => {
    expect(countChanges(diffContents(pieces('a=1&b=2&c=3'), pieces('a=9&b=2&c=8')))).toBe(2);
    expect(countChanges(diffContents(pieces('a=1'), pieces('a=1')))).toBe(0);
  });
});

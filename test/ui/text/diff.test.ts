import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { diffText, trimSame } from '../../../src/ui/text/diff.ts';

const side = (parts: ReturnType<typeof diffText>, kind: 'old' | 'new') =>
  parts
    .filter((part) => part.kind === 'same' || part.kind === kind)
    .map(({ text }) => text)
    .join('');

describe('differences of two texts', () => {
  it('each replaced quote is its own change', () => {
    const parts = diffText('[{&quot;a&quot;:1}]', '[{"a":1}]');
    expect(parts.filter(({ kind }) => kind === 'old')).toHaveLength(2);
    expect(side(parts, 'new')).toBe('[{"a":1}]');
  });

  it('a space that was a plus is one character', () => {
    expect(diffText('abc def', 'abc+def')).toEqual([
      { kind: 'same', text: 'abc' },
      { kind: 'old', text: ' ' },
      { kind: 'new', text: '+' },
      { kind: 'same', text: 'def' },
    ]);
  });

  it('both texts can be put together again', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const parts = diffText(a, b);
        expect(side(parts, 'old')).toBe(a);
        expect(side(parts, 'new')).toBe(b);
      }),
    );
  });

  it('a middle too large to compare counts as one change', () => {
    const parts = diffText(`a${'x'.repeat(5000)}z`, `a${'y'.repeat(5000)}z`);
    expect(parts.map(({ kind }) => kind)).toEqual(['same', 'old', 'new', 'same']);
  });

  it('long common stretches are shortened, changes never', () => {
    const parts = trimSame(diffText(`${'a'.repeat(200)}1${'b'.repeat(200)}`, `${'a'.repeat(200)}2${'b'.repeat(200)}`));
    expect(parts.map(({ text }) => text.length)).toEqual([25, 1, 1, 25]);
  });
});

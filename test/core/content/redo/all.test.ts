import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forward } from '../../../../src/core/content/redo/all.ts';
import { renamings } from '../../../../src/core/content/redo/names.ts';
import { ofSignature } from '../../../../src/core/content/redo/sign.ts';
import { causes } from '../../../../src/core/diagnose/causes.ts';

const all = [...forward, ...ofSignature];

test('every mistake is a cause of the catalogue and says where it was met', () => {
  const known = new Set<string>(causes.map(({ id }) => id));
  const ids = [...all.flatMap(({ id, alternatives = [] }) => [id, ...alternatives]), ...renamings.map(({ id }) => id)];
  expect(ids.filter((id) => !known.has(id))).toEqual([]);
  expect([...all, ...renamings].filter(({ source }) => source.length < 10)).toEqual([]);
});

test('no way throws, whatever the text; each gives the same again', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.json(),
    fc.constantFrom('', '%', '%E4%', '[', '[[[[', '2024-02-30 99:99:99', '\ud800', '1.00', '99999999999999999999', '{"__proto__":1}'),
  );
  fc.assert(
    fc.property(texts, (text) => {
      for (const { ways, fits } of all) {
        for (const way of ways) expect(way(text, 'total_amount')).toBe(way(text, 'total_amount'));
        fits?.(text, text, 'subject');
      }
    }),
    { numRuns: 60 },
  );
});

test('a text of digits and letters is spared by filters and decoders', () => {
  for (const { id, ways } of forward.filter(
    (each) => !['querydict-lists', 'duplicate-key', 'unicode-normalised', 'json-reserialised-values', 'v2-trim-cdata'].includes(each.id),
  ))
    for (const way of ways) expect([id, way('abc123', 'subject')]).toEqual([id, 'abc123']);
});

test('no way takes longer than the text is long', () => {
  const time = (size: number): number => {
    const text = ' "&%+\\'.repeat(size);
    const began = performance.now();
    for (const { ways } of all) for (const way of ways) way(text, 'subject');
    return performance.now() - began;
  };
  time(200);
  const [short, long] = [Math.min(time(1000), time(1000)), Math.min(time(8000), time(8000))];
  expect(long / short).toBeLessThan(30);
});

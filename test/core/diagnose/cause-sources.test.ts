/** Every cause was met somewhere, or says by its weight that it was not counted. */
import { expect, test } from 'vitest';
import { causeSources } from '../../../src/core/diagnose/cause-sources.ts';
import { causes } from '../../../src/core/diagnose/causes.ts';

test('a cause that was met says where', () => {
  expect(causes.filter(({ id, prevalence }) => prevalence > 0 && causeSources[id].length === 0)).toEqual([]);
});

test('no source belongs to a cause that is not there', () => {
  expect(Object.keys(causeSources).sort()).toEqual(causes.map(({ id }): string => id).sort());
});

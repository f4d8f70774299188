/** A rule is named in both languages, never by its id. */
import { expect, it } from 'vitest';
import { providers } from '../../src/core/providers/index.ts';
import { en } from '../../src/i18n/en.ts';
import { zh } from '../../src/i18n/zh.ts';

it('every rule of every dialect has words', async () => {
  const dialects = providers.flatMap((provider) => provider.dialects);
  const rules = await Promise.all(dialects.map(async (dialect) => (await dialect.load()).rules.map(({ id }) => id)));
  const ids = new Set(rules.flat());
  expect(ids.size).toBeGreaterThan(15);
  for (const { verdict } of [zh, en]) expect([...ids].filter((id) => !verdict.facts.rules[id])).toEqual([]);
});

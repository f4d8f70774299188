/** The what-if panel's core: what is chosen by hand leads where the search leads, and nothing is said that is not proved. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { editRecipe, RECIPE_EDITS } from '../../src/core/content/recipe-edits.ts';
import { inspect } from '../../src/core/inspect.ts';
import { V1 } from '../../src/core/providers/alipay/rules.ts';
import { V3 } from '../../src/core/providers/wechatpay/rules.ts';
import { whatIf } from '../../src/core/what-if.ts';
import type { WhatIf, WhatIfChoice } from '../../src/core/what-if.ts';
import { examples } from '../../src/ui/examples/examples.ts';

const requestOf = (id: string) => {
  const example = examples.find((each) => each.id === id);
  if (!example) throw new Error(`no example ${id}`);
  return { text: example.text, keys: example.keys };
};
const ask = async (id: string, choice?: WhatIfChoice): Promise<WhatIf> => {
  const result = await whatIf(requestOf(id), choice);
  if (!result) throw new Error('nothing to show');
  return result;
};
const textOf = (pieces: WhatIf['content']): string => pieces.map(({ text }) => text).join('');

describe('with nothing chosen', () => {
  test.each(['verified', 'broken', 'wrong-key', 'v3-body-reserialised', 'v2-signtype-removed'])(
    'the content is the one that the verdict shows: %s',
    async (id) => {
      const [base, { verdict }] = [await ask(id), await inspect(requestOf(id))];
      expect(textOf(base.content)).toBe(verdict.content?.text);
      expect(textOf(base.received)).toBe(verdict.content?.text);
      expect(base.matches).toBe(verdict.indication === 'passed' ? true : verdict.reason === 'wrong-key' ? null : false);
    },
  );
  test('the digest is that of the content', async () => {
    const { content, digest, length } = await ask('broken');
    const bytes = Buffer.from(textOf(content));
    expect(digest).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(length).toBe(bytes.length);
  });
});

describe('what the search proved can be had by hand', async () => {
  const rows = [];
  for (const { id, text, keys } of examples) {
    const { verdict, diagnosis } = await inspect({ text, keys });
    const found = diagnosis?.causes.filter(({ proof }) => proof === 'digest') ?? [];
    if (found.length === 1 && verdict.reason === 'content-explained')
      rows.push({ id, ids: [found[0]?.id, ...(found[0]?.alternatives ?? [])] });
  }
  test('and there is plenty of it', () => expect(rows.length).toBeGreaterThan(20));
  test.each(rows)('$id', async ({ id, ids }) => {
    const mistake = (await ask(id)).mistakes.find((each) => ids.includes(each.id) && each.variants.length > 0);
    const tries = await Promise.all((mistake?.variants ?? []).map((_, variant) => ask(id, { undo: [{ id: mistake?.id ?? '', variant }] })));
    expect(tries.filter(({ matches }) => matches)).toHaveLength(1);
  });
});

test('a mistake that is undone is marked, and its edits name the parameter', async () => {
  const { mistakes, content, received } = await ask('broken', { undo: [{ id: 'html-entity-quotes', variant: 0 }] });
  const mistake = mistakes.find(({ id }) => id === 'html-entity-quotes');
  expect(mistake?.chosen).toBe(0);
  expect(mistake?.variants[0]?.map(({ op, name }) => `${op} ${name ?? ''}`)).toContain('set-value fund_bill_list');
  expect(textOf(received)).toContain('&quot;');
  expect(textOf(content)).not.toContain('&quot;');
});

test('a mistake that cannot have happened has no ways, and choosing it changes nothing', async () => {
  const base = await ask('verified');
  const never = base.mistakes.find(({ variants }) => variants.length === 0);
  expect(never).toBeDefined();
  const chosen = await ask('verified', { undo: [{ id: never?.id ?? '', variant: 3 }] });
  expect(chosen).toEqual(base);
});

test('a server that keeps sign_type differs, and so does every other change of the rule', async () => {
  const base = await ask('verified');
  expect(base.rules).toEqual([
    { id: 'V1', chosen: true },
    { id: 'V2', chosen: false },
  ]);
  expect((await ask('verified', { rule: 'V2' })).matches).toBe(false);
  expect(textOf((await ask('verified', { rule: 'V2' })).content)).toContain('&sign_type=RSA2&');
  for (const { id } of base.recipe) expect([id, (await ask('verified', { recipe: [id] })).matches]).toEqual([id, false]);
});

test('a change of the rule that would change nothing is not offered', async () => {
  expect((await ask('verified')).recipe.map(({ id }) => id)).not.toContain('empty-dropped');
  expect((await ask('empty-kept')).recipe.map(({ id }) => id)).toContain('empty-dropped');
});

test('text that is not ASCII may be hashed in another set, plain ASCII has no choice', async () => {
  expect((await ask('verified')).charsets.map(({ id }) => id)).toEqual(['utf-8', 'gbk']);
  expect((await ask('verified', { charset: 'gbk' })).matches).toBe(false);
  const ascii = await whatIf({
    text: 'app_id=2021000000000000&notify_type=trade_status_sync&trade_status=TRADE_SUCCESS&sign=AAAA',
    keys: [],
  });
  expect(ascii?.charsets).toEqual([]);
});

test('without a key nothing is claimed', async () => {
  const { text } = requestOf('broken');
  expect(await whatIf({ text, keys: [] })).toMatchObject({ signed: null, matches: null });
});

test('a secret is needed for a keyed digest, and never shown', async () => {
  const { text, keys } = requestOf('v2-trim-cdata');
  expect(await whatIf({ text, keys: [] })).toMatchObject({ hash: 'mac', digest: null, matches: null });
  expect(JSON.stringify(await whatIf({ text, keys }))).not.toContain(String(keys[0]));
});

test('what is nobody’s message gives nothing', async () => {
  expect(await whatIf({ text: 'hello', keys: [] })).toBeNull();
  expect(await whatIf({ text: '', keys: [] })).toBeNull();
});

test('each change of a rule gives another one, or none', () => {
  for (const { recipe } of [V1, V3])
    for (const id of RECIPE_EDITS) {
      const edited = editRecipe(recipe, id);
      if (edited) expect(edited).not.toEqual(recipe);
    }
  expect(RECIPE_EDITS.filter((id) => editRecipe(V3.recipe, id))).toEqual(['line-feed-lost', 'crlf']);
});

/** The page's examples show what they promise: each gets the verdict it is named for. */
import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/core/inspect.ts';
import { causes } from '../../src/core/diagnose/causes.ts';
import { examples } from '../../src/ui/examples/examples.ts';
import type { Example } from '../../src/ui/examples/examples.ts';

/** Those of the empty page; every other example is named by the cause that it shows. */
const first: Readonly<Record<string, readonly [indication: string, reason: string, cause?: string]>> = {
  verified: ['passed', 'verified'],
  'wrong-key': ['failed', 'wrong-key'],
  broken: ['failed', 'content-explained', 'html-entity-quotes'],
  wechatpay: ['passed', 'verified'],
};

const ask = ({ text, keys, served }: Example) => inspect({ text, keys, ...(served === undefined ? {} : { served }) });

describe('an example', () => {
  test.each(Object.keys(first))('of the empty page is there: %s', async (id) => {
    const example = examples.find((each) => each.id === id);
    if (!example) throw new Error('it is not');
    const { verdict, diagnosis } = await ask(example);
    const [indication, reason, cause] = first[id] ?? [];
    expect(verdict).toMatchObject({ indication, reason });
    if (cause) expect(diagnosis?.causes[0]?.id).toBe(cause);
  });

  test('of WeChat Pay is opened', async () => {
    const { unsealed } = await ask(examples.find(({ id }) => id === 'wechatpay') as Example);
    expect(unsealed).toHaveLength(1);
    expect(JSON.stringify(unsealed)).toContain('WX20240520132935001');
  });

  const byCause = examples.filter(({ id }) => !(id in first));
  test.skipIf(byCause.length === 0).each(byCause.map((example) => ({ id: example.id, example })))(
    'of the cause $id shows it',
    async ({ example }) => {
      const { diagnosis, served } = await ask(example);
      const found = [...(diagnosis?.causes ?? []), ...(served?.causes ?? [])].slice(0, 1);
      expect(found.flatMap(({ id, alternatives }) => [id, ...alternatives])).toContain(example.id);
    },
  );

  test('is named once, by a cause of the catalogue unless the empty page names it', () => {
    const ids = examples.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set<string>([...Object.keys(first), ...causes.map(({ id }) => id)]);
    expect(ids.filter((id) => !known.has(id))).toEqual([]);
  });
});

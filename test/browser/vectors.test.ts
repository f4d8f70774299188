/** Genuine messages in Chromium: the same path as in Node, on another platform's cryptography and decoders. */
import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/core/inspect.ts';

interface Vector {
  readonly id: string;
  readonly raw: string;
  readonly keys: readonly { readonly value: string }[];
  readonly expect: string | { readonly verify?: string; readonly decrypt?: string };
}

/** Beside the checkout, not in it; without them the list is empty. */
const files = Object.entries(
  import.meta.glob<string>('../../../shared/vectors/{alipay,wechatpay}.json', { query: '?raw', import: 'default' }),
);

const verified = ({ expect: told }: Vector): boolean | null =>
  typeof told === 'string' ? told === 'verified' : told.verify === undefined || told.verify === 'cannot' ? null : told.verify === 'pass';

describe.skipIf(files.length === 0)(files.length === 0 ? 'genuine messages are not here: skipped' : 'genuine messages', () => {
  for (const [path, load] of files)
    test(`${path.slice(path.lastIndexOf('/') + 1)} gives what it gives in Node`, { timeout: 120_000 }, async () => {
      const vectors = JSON.parse(await load()) as readonly Vector[];
      const wrong: string[] = [];
      for (const vector of vectors) {
        const { verdict, unsealed } = await inspect(
          { text: vector.raw, keys: vector.keys.map(({ value }) => value) },
          { search: { maxCandidates: 20_000 } },
        );
        const expected = verified(vector);
        // A bare signed word is no message: the suite of SM2 has it.
        if (expected !== null && vector.raw !== 'message' && (verdict.indication === 'passed') !== expected)
          wrong.push(`${vector.id}: ${verdict.reason}`);
        if (typeof vector.expect === 'object' && vector.expect.decrypt === 'pass' && !unsealed.some(({ opened }) => opened))
          wrong.push(`${vector.id}: not opened`);
      }
      expect(vectors.length).toBeGreaterThan(10);
      expect(wrong).toEqual([]);
    });
});

/** Many extra parameters at once, more than a list of choices could hold. */
import { expect, test } from 'vitest';
import { inspect } from '../../../src/core/inspect.ts';
import { contentOf, makeNotification, makeRandom, makeSigner, renderForm } from '../../support/notification.ts';
import type { Pairs } from '../../support/notification.ts';

const signer = makeSigner();

test('fourteen unknown parameters of which five were signed: the other nine are named, and nothing else', async () => {
  const pairs = makeNotification(makeRandom(5));
  const unknown: Pairs = Array.from({ length: 14 }, (_, i) => [`zz${i}_own`, `v${i}`] as const);
  const signed: Pairs = [...pairs, ...unknown.filter((_, i) => i % 3 === 0)];
  const text = renderForm([...pairs, ...unknown, ['sign', signer.sign(Buffer.from(contentOf(signed)))]]);
  const { verdict, diagnosis } = await inspect({ text, keys: [signer.publicKey] });
  expect(verdict.reason).toBe('verified-with-unsigned');
  expect(diagnosis?.causes[0]?.edits.map(({ name }) => name)).toEqual(unknown.filter((_, i) => i % 3 !== 0).map(([name]) => name));
});

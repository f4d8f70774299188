/** What no catalogue lists must not be explained by it: no cause is found, and the key is not blamed. */
import { expect, test } from 'vitest';
import { inspect } from '../../../src/core/inspect.ts';
import { contentOf, makeNotification, makeRandom, makeSigner, pick, renderForm } from '../../support/notification.ts';
import type { Pairs } from '../../support/notification.ts';

const CASES = Number(process.env['CONTROLS'] ?? 40);
const signer = makeSigner();

type Corruption = (pairs: Pairs, random: () => number) => Pairs;
const set = (pairs: Pairs, name: string, change: (value: string) => string): Pairs =>
  pairs.map(([each, value]) => [each, each === name ? change(value) : value]);
const PLAIN = ['subject', 'trade_no', 'notify_id', 'buyer_id', 'seller_id', 'out_trade_no'] as const;

const corruptions: Readonly<Record<string, Corruption>> = {
  'a character deleted': (pairs, random) => set(pairs, pick(random, PLAIN), (value) => value.slice(0, 2) + value.slice(3)),
  'two characters exchanged': (pairs, random) =>
    set(pairs, pick(random, ['trade_no', 'notify_id'] as const), (value) => value.replace(/(\d)(?!\1)(\d)(\d*)$/, '$2$1$3')),
  'two values exchanged': (pairs) => {
    const [a, b] = [pairs.find(([name]) => name === 'buyer_id')?.[1] ?? '', pairs.find(([name]) => name === 'seller_id')?.[1] ?? ''];
    return set(
      set(pairs, 'buyer_id', () => b),
      'seller_id',
      () => a,
    );
  },
  'a word replaced': (pairs) => set(pairs, 'subject', (value) => `${value.slice(0, 1)}完全不同${value.slice(1)}`),
  'a digit changed': (pairs, random) =>
    set(
      pairs,
      pick(random, ['trade_no', 'out_trade_no', 'buyer_id'] as const),
      (value) => value.slice(0, -1) + String((Number(value.slice(-1)) + 3) % 10),
    ),
  'all of another message but the signature': (_, random) => makeNotification(random),
};

test.each(Object.keys(corruptions))('%s is not explained', { timeout: 120_000 * Math.max(1, CASES / 200) }, async (kind) => {
  const found: string[] = [];
  for (let seed = 1; seed <= CASES / Object.keys(corruptions).length + 1; seed++) {
    const random = makeRandom(seed * 31);
    const pairs = makeNotification(random);
    const sign = signer.sign(Buffer.from(contentOf(pairs)));
    const changed = corruptions[kind]?.(pairs, random) ?? pairs;
    if (JSON.stringify(changed) === JSON.stringify(pairs)) continue;
    const { verdict, diagnosis } = await inspect(
      { text: renderForm([...changed, ['sign', sign]]), keys: [signer.publicKey] },
      { search: { maxCandidates: 15_000 } },
    );
    expect(verdict.reason).toBe('content-unexplained');
    expect(verdict.opened?.ok).toBe(true);
    found.push(
      ...(diagnosis?.causes ?? []).filter(({ proof, side }) => proof !== 'guess' && side !== 'key').map(({ id }) => `${seed}: ${id}`),
    );
  }
  expect(found).toEqual([]);
});

/** Searching deeper, and on several cores: more is tried, the same is found, and it ends when told to. */
import { describe, expect, test } from 'vitest';
import { inspect } from '../../../src/core/inspect.ts';
import type { InspectOptions, InspectProgress } from '../../../src/core/inspect.ts';
import { scriptKernel } from '../../../src/core/verify/kernel/load.ts';
import type { SubsetJob } from '../../../src/core/verify/kernel/subsets.ts';
import { contentOf, makeNotification, makeRandom, makeSigner, renderForm } from '../../support/notification.ts';
import type { Pairs } from '../../support/notification.ts';

/** A machine under load needs its time; none of these waits for a clock. Milliseconds. */
const SLOW = 120_000;
const signer = makeSigner();
const pairs = makeNotification(makeRandom(5));
const paste = (arrived: Pairs, signed: Pairs): string => renderForm([...arrived, ['sign', signer.sign(Buffer.from(contentOf(signed)))]]);
const ask = (text: string, options: InspectOptions = {}) => inspect({ text, keys: [signer.publicKey] }, options);

/** Which of these were signed, only trying every subset tells. */
const known = ['buyer_logon_id', 'voucher_detail_list', 'mdiscount_amount', 'discount_amount', 'buyer_user_type', 'store_name'];
const unknown: Pairs = Array.from({ length: 14 }, (_, i) => [`aa${i}_own`, `v${i}`] as const);
const signedOf14: Pairs = [...pairs, ...unknown.filter((_, i) => i % 3 === 0)];

describe('slices on other cores', { timeout: SLOW }, () => {
  const search = { maxOptional: 18 };
  const shared = async (text: string, delay: (turn: number) => number) => {
    const jobs: SubsetJob[] = [];
    const result = await ask(text, {
      search,
      slices: async (job) => {
        jobs.push(job);
        const turn = jobs.length;
        await new Promise((resolve) => setTimeout(resolve, delay(turn)));
        return scriptKernel.searchSubsets(job);
      },
    });
    return { result, jobs };
  };
  const text = paste([...pairs, ...unknown], signedOf14);

  test('find what one finds, whichever answers first', async () => {
    const alone = await ask(text, { search });
    expect(alone.verdict.reason).toBe('verified-with-unsigned');
    for (const delay of [() => 0, (turn: number) => (turn % 5 === 0 ? 12 : 1)]) {
      const { result, jobs } = await shared(text, delay);
      expect(jobs.length).toBeGreaterThan(8);
      expect(result).toEqual(alone);
    }
  });
  test('that are lost are done here', async () => {
    const result = await ask(text, { search, slices: () => Promise.reject(new Error('a worker died')) });
    expect(result).toEqual(await ask(text, { search }));
  });
});

describe('a deeper search', { timeout: SLOW }, () => {
  const none = paste([...pairs, ['zz', '1']], [...pairs, ['subject_zz', 'nobody can know this']]);
  const budget = { maxCandidates: 6000, maxMs: Infinity, maxOptional: 12 };

  test('tries subsets that a usual one does not, and says so', async () => {
    const usual = await ask(none, { search: { maxCandidates: 6000, maxMs: Infinity } });
    const deeper = await ask(none, { search: budget });
    expect(usual.verdict.reason).toBe('content-unexplained');
    expect(deeper.verdict.reason).toBe('content-unexplained');
    expect(deeper.diagnosis?.tried).toBeGreaterThanOrEqual((usual.diagnosis?.tried ?? 0) + 2 ** 12);
    expect(deeper.diagnosis?.ruledOut.find(({ id }) => id === 'own-query-param')?.tried).toBeGreaterThanOrEqual(2 ** 12);
  });
  test('is the same each time', async () => {
    expect(await ask(none, { search: budget })).toEqual(await ask(none, { search: budget }));
  });
  test('finds known parameters that were added, six at once', async () => {
    const added: Pairs = known.filter((name) => !pairs.some(([each]) => each === name)).map((name) => [name, 'x'] as const);
    expect(added.length).toBeGreaterThan(4);
    const text = paste([...pairs, ...added], pairs);
    expect((await ask(text, { search: { maxCandidates: 2000, maxMs: Infinity } })).verdict.reason).toBe('content-unexplained');
    const { verdict, diagnosis } = await ask(text, { search: { maxCandidates: 2000, maxMs: Infinity, maxOptional: 24 } });
    expect(verdict.reason).toBe('content-explained');
    expect(diagnosis?.causes.flatMap(({ edits }) => edits.flatMap(({ name }) => name ?? [])).sort()).toEqual(
      added.map(([name]) => name).sort(),
    );
  });
  test('without an end tells what is ruled out while it goes on, and stops when told to', async () => {
    const controller = new AbortController();
    const seen: InspectProgress[] = [];
    const result = await ask(none, {
      search: { maxCandidates: Infinity, maxMs: Infinity },
      signal: controller.signal,
      onprogress: (progress) => {
        seen.push(progress);
        if (seen.length === 4) controller.abort();
      },
    });
    expect(result.diagnosis?.complete).toBe(false);
    expect(seen).toHaveLength(4);
    expect(seen[0]?.inspection?.diagnosis?.complete).toBe(false);
    const counts = seen.map(({ covered }) => covered?.reduce((sum, { tried }) => sum + tried, 0) ?? 0);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts.at(-1)).toBeGreaterThan(2000);
  });
});

/** The pool against workers that answer late, out of turn, or die. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SubsetJob, SubsetResult } from '../../src/core/verify/kernel/subsets.ts';
import { Pool, REST } from '../../src/workers/pool.ts';
import type { Searcher } from '../../src/workers/pool.ts';

interface Fake extends Searcher {
  readonly jobs: number[];
  terminated: boolean;
}

function setUp(size: number) {
  const fakes: Fake[] = [];
  const pool = new Pool(() => {
    const fake: Fake = {
      jobs: [],
      terminated: false,
      post: ({ from }) => void fake.jobs.push(from),
      onanswer: () => undefined,
      ondeath: () => undefined,
      terminate: () => (fake.terminated = true),
    };
    fakes.push(fake);
    return fake;
  }, size);
  return { pool, fakes };
}

const job = (from: number): SubsetJob => ({ pieces: [], optional: [], hash: 'sha-256', target: new Uint8Array(32), from, to: from + 1 });
const result = (tried: number): SubsetResult => ({ mask: null, tried });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('each worker has one slice at a time, and no more are started than there are cores', () => {
  const { pool, fakes } = setUp(2);
  for (let i = 0; i < 5; i++) void pool.run(job(i));
  expect(fakes.map(({ jobs }) => jobs)).toEqual([[0], [1]]);
  fakes[1]?.onanswer(result(1));
  expect(fakes.map(({ jobs }) => jobs)).toEqual([[0], [1, 2]]);
});

test('an answer goes to the slice it is for, whoever answers first', async () => {
  const { pool, fakes } = setUp(2);
  const [first, second] = [pool.run(job(0)), pool.run(job(1))];
  fakes[1]?.onanswer(result(11));
  fakes[0]?.onanswer(result(10));
  expect(await Promise.all([first, second])).toEqual([result(10), result(11)]);
});

test('a worker that dies loses its slice only; another takes its place', async () => {
  const { pool, fakes } = setUp(1);
  const [lost, next] = [pool.run(job(0)), pool.run(job(1))];
  fakes[0]?.ondeath();
  await expect(lost).rejects.toThrow();
  expect(fakes[0]?.terminated).toBe(true);
  fakes[1]?.onanswer(result(1));
  expect(await next).toEqual(result(1));
});

test('idle workers are ended after a rest, and come back', async () => {
  const { pool, fakes } = setUp(1);
  const first = pool.run(job(0));
  fakes[0]?.onanswer(result(0));
  await first;
  vi.advanceTimersByTime(REST - 1);
  expect(fakes[0]?.terminated).toBe(false);
  vi.advanceTimersByTime(1);
  expect(fakes[0]?.terminated).toBe(true);
  void pool.run(job(1));
  expect(fakes).toHaveLength(2);
});

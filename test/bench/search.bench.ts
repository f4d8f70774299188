/**
 * All 2^20 subsets of twenty parameters against one SHA-256 digest that none of them has: in Node, in Chromium with one worker and two,
 * compiled and plain, beside native OpenSSL with the same number of compressions on one core. The ratios are what to keep.
 */
import { createHash } from 'node:crypto';
import { afterAll, bench, describe } from 'vitest';
import { loadKernel, scriptKernel } from '../../src/core/verify/kernel/load.ts';
import { sliceSize } from '../../src/core/verify/kernel/subsets.ts';
import type { SubsetJob } from '../../src/core/verify/kernel/subsets.ts';
import { openSearchPage } from './browser.ts';
import { TWENTY, countCompressions } from './twenty.ts';

const pieces = TWENTY.map((text) => new TextEncoder().encode(text));
const optional = pieces.map((_, i) => i);
const target = new Uint8Array(32).fill(1);
const all = 2 ** optional.length;
const job: SubsetJob = { pieces, optional, hash: 'sha-256', target, from: 0, to: all };
const slice = sliceSize(job);
const compressions = countCompressions(pieces.map(({ length }) => length));
const bulk = Buffer.alloc(1 << 20, 'x');
const options = { time: 0, iterations: 9, warmupTime: 0, warmupIterations: 2 };
const slow = { ...options, iterations: 5, warmupIterations: 1 };

const simdKernel = await loadKernel();
if (simdKernel.kind !== 'simd') throw new Error('this Node does not run the kernel');
const page = await openSearchPage();

function check(tried: number): void {
  if (tried !== all) throw new Error(`${tried} subsets were tried`);
}

function native(): void {
  const hash = createHash('sha256');
  for (let left = compressions * 64; left > 0; left -= bulk.length) hash.update(bulk.subarray(0, Math.min(left, bulk.length)));
  hash.digest();
}

const inChromium = (kind: 'simd' | 'script', workers: number) => async () =>
  check(await page.search({ kind, workers, pieces: TWENTY, target: [...target], slice }));

describe(`2^20 subsets, ${compressions} compressions, slices of ${slice}`, () => {
  afterAll(() => page.close());
  bench('OpenSSL, one core', native, options);
  bench('kernel, Chromium, two workers', inChromium('simd', 2), options);
  bench('kernel, Chromium, one worker', inChromium('simd', 1), options);
  bench('kernel, Node', () => check(simdKernel.searchSubsets(job).tried), options);
  bench('plain, Chromium, two workers', inChromium('script', 2), slow);
  bench('plain, Chromium, one worker', inChromium('script', 1), slow);
  bench('plain, Node', () => check(scriptKernel.searchSubsets(job).tried), slow);
});

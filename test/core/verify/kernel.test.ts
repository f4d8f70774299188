/** The subset search: both engines against node:crypto, and against each other. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { MODULE, makeKernel } from '../../../scripts/kernel.ts';
import { HASHES } from '../../../src/core/verify/kernel/hashes.ts';
import type { SearchHash } from '../../../src/core/verify/kernel/hashes.ts';
import { append, emptyContent, finish } from '../../../src/core/verify/kernel/content.ts';
import { loadKernel, scriptKernel } from '../../../src/core/verify/kernel/load.ts';
import { MAX_OPTIONAL, reverseBits, sliceSize } from '../../../src/core/verify/kernel/subsets.ts';
import type { SubsetJob } from '../../../src/core/verify/kernel/subsets.ts';

const simdKernel = await loadKernel();
const kernels = [simdKernel, scriptKernel];
const hashes: readonly SearchHash[] = ['sha-256', 'sha-1'];

/** Around the borders of one block and of two, and where the length no longer fits beside the text. */
const BORDERS = [0, 1, 2, 54, 55, 56, 57, 62, 63, 64, 65, 118, 119, 120, 126, 127, 128, 129, 183, 184, 192, 1000];

const digest = (hash: SearchHash, bytes: Uint8Array | string) =>
  Uint8Array.from(
    createHash(hash === 'sha-1' ? 'sha1' : 'sha256')
      .update(bytes)
      .digest(),
  );

const fill = (length: number, seed: number) => Uint8Array.from({ length }, (_, i) => (i * 31 + seed * 7 + (i >> 3)) & 0xff);

type Pieces = Pick<SubsetJob, 'pieces' | 'optional'>;

/** The content without the optional pieces of the mask, in the plainest way. */
function contentOf({ pieces, optional }: Pieces, mask: number): Buffer {
  const kept = pieces.filter((_, i) => !optional.some((piece, bit) => piece === i && (mask >> bit) & 1));
  return Buffer.concat(kept.flatMap((piece, i) => (i === 0 ? [piece] : [Buffer.from('&'), piece])));
}

/** The lowest matching rank of the slice, by hashing every subset whole. */
function naive(job: SubsetJob): { mask: number | null; tried: number } {
  for (let rank = job.from; rank < job.to; rank++) {
    const mask = reverseBits(rank, job.optional.length);
    if (Buffer.from(digest(job.hash, contentOf(job, mask))).equals(job.target)) return { mask, tried: rank - job.from + 1 };
  }
  return { mask: null, tried: Math.max(0, job.to - job.from) };
}

const all = (pieces: Pieces, hash: SearchHash, target: Uint8Array): SubsetJob => ({
  ...pieces,
  hash,
  target,
  from: 0,
  to: 2 ** pieces.optional.length,
});

const everyOptional = (pieces: readonly Uint8Array[]): Pieces => ({ pieces, optional: pieces.map((_, i) => i) });

test('the compiled kernel runs here, so that it is the one under test', () => expect(simdKernel.kind).toBe('simd'));

describe.each(hashes)('the plain %s', (hash) => {
  const { compressor, words } = HASHES[hash];
  const compress = compressor();

  function hashParts(parts: readonly Uint8Array[]): Uint8Array {
    const content = emptyContent(hash);
    for (const part of parts) append(content, part, compress);
    finish(content, compress);
    return Uint8Array.from(
      Array.from(content.state.subarray(0, words)).flatMap((w) => [w >>> 24, (w >>> 16) & 255, (w >>> 8) & 255, w & 255]),
    );
  }

  test('agrees with node:crypto and WebCrypto at every length up to four blocks', async () => {
    for (let length = 0; length <= 256; length++) {
      const bytes = fill(length, length);
      // The first byte stands where the first joiner is swallowed.
      const own = hashParts([Uint8Array.of(0, ...bytes)]);
      expect(own, `${length}`).toEqual(digest(hash, bytes));
      expect(own, `${length}`).toEqual(new Uint8Array(await crypto.subtle.digest(hash, bytes)));
    }
  });

  test('does not depend on where the text is split', () => {
    const parts = fc.array(
      fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom(...BORDERS).map((length) => fill(length, 3)),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(parts, (texts) => {
        expect(hashParts([Uint8Array.of(0), ...texts])).toEqual(digest(hash, Buffer.concat(texts)));
      }),
    );
  });
});

describe.each(kernels)('the $kind engine', ({ searchSubsets }) => {
  describe.each(hashes)('with %s', (hash) => {
    test('finds each subset of pieces whose lengths lie around block borders', () => {
      for (const [n, length] of BORDERS.entries()) {
        const pieces = everyOptional([
          fill(BORDERS[(n + 5) % BORDERS.length] as number, 1),
          fill(length, 2),
          fill(9, 3),
          fill(BORDERS.at(-n), 4),
        ]);
        for (let rank = 0; rank < 16; rank++) {
          const job = all(pieces, hash, digest(hash, contentOf(pieces, reverseBits(rank, 4))));
          expect(searchSubsets(job), `${length} ${rank}`).toEqual(naive(job));
        }
      }
    });

    test('agrees with hashing every subset whole, on any pieces, any of them optional, any slice', () => {
      const piece = fc.oneof(
        fc.uint8Array({ maxLength: 150 }),
        fc.constantFrom(...BORDERS).map((length) => fill(length, 5)),
        fc.constant(fill(4, 6)),
      );
      const input = fc.record({
        list: fc.array(fc.record({ piece, optional: fc.boolean() }), { maxLength: 9 }),
        planted: fc.nat(511),
        ends: fc.tuple(fc.nat(512), fc.nat(512)),
        miss: fc.boolean(),
      });
      fc.assert(
        fc.property(input, ({ list, planted, ends, miss }) => {
          const pieces = { pieces: list.map((item) => item.piece), optional: list.flatMap((item, i) => (item.optional ? [i] : [])) };
          const size = 2 ** pieces.optional.length;
          const target = digest(hash, miss ? 'another content' : contentOf(pieces, planted % size));
          const [from, to] = ends.map((end) => end % (size + 1)).sort((a, b) => a - b) as [number, number];
          const job = { ...all(pieces, hash, target), from, to };
          expect(searchSubsets(job)).toEqual(naive(job));
        }),
        { numRuns: 300 },
      );
    });

    test('finds a planted subset of twelve parameters, whole or in slices of any size', () => {
      const pieces = everyOptional(Array.from({ length: 12 }, (_, i) => Buffer.from(`param_${i}=${'x'.repeat((i * 37) % 90)}`)));
      const rank = 0b101101001110;
      const mask = reverseBits(rank, 12);
      const job = all(pieces, hash, digest(hash, contentOf(pieces, mask)));
      expect(searchSubsets(job)).toEqual({ mask, tried: rank + 1 });
      expect(searchSubsets({ ...job, to: rank })).toEqual({ mask: null, tried: rank });
      expect(searchSubsets({ ...job, from: rank + 1 })).toEqual({ mask: null, tried: 4095 - rank });
      for (const size of [1000, 1024, 333]) {
        const found: number[] = [];
        for (let from = 0; from < 4096; from += size) {
          const result = searchSubsets({ ...job, from, to: from + size });
          if (result.mask !== null) found.push(result.mask);
        }
        expect(found).toEqual([mask]);
      }
    });

    test('of subsets with the same bytes, the lowest rank wins', () => {
      const pieces = everyOptional(Array.from({ length: 14 }, () => Buffer.from('a=1')));
      // Three of fourteen equal pieces are left out: first those in the end.
      const job = all(pieces, hash, digest(hash, contentOf(pieces, 0b111)));
      expect(searchSubsets(job)).toEqual({ mask: 0b111 << 11, tried: 8 });
    });

    test('compares the whole digest', () => {
      const pieces = everyOptional([Buffer.from('a=1'), Buffer.from('b=2')]);
      const whole = digest(hash, 'a=1&b=2');
      for (let i = 0; i < whole.length; i++) {
        const target = whole.map((byte, at) => (at === i ? byte ^ 1 : byte));
        expect(searchSubsets(all(pieces, hash, target)).mask, `byte ${i}`).toBeNull();
      }
      expect(searchSubsets(all(pieces, hash, whole.subarray(1))).mask).toBeNull();
      expect(searchSubsets(all(pieces, hash, whole)).mask).toBe(0);
    });

    test('takes pieces longer than its first memory', () => {
      const pieces = everyOptional([Buffer.from('a=1'), Buffer.alloc(700_001, 'b'), Buffer.from('c=3')]);
      const job = all(pieces, hash, digest(hash, contentOf(pieces, 0b101)));
      expect(searchSubsets(job)).toEqual({ mask: 0b101, tried: 6 });
    });
  });

  test('takes as many optional pieces as are allowed, and no more', () => {
    const pieces = everyOptional(Array.from({ length: MAX_OPTIONAL }, (_, i) => Buffer.from(`p${i}=${i}`)));
    const rank = 2 ** MAX_OPTIONAL - 3;
    const mask = reverseBits(rank, MAX_OPTIONAL);
    const job = { ...all(pieces, 'sha-256', digest('sha-256', contentOf(pieces, mask))), from: rank - 2000 };
    expect(searchSubsets(job)).toEqual({ mask, tried: 2001 });
    const more = everyOptional([...pieces.pieces, Buffer.from('q=1')]);
    expect(() => searchSubsets(all(more, 'sha-256', job.target))).toThrow(RangeError);
  });
});

describe('where the platform refuses the kernel, the plain engine takes its place', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  const refusals = {
    'WebAssembly is absent': undefined,
    'compiling is forbidden, or SIMD unknown': { compile: () => Promise.reject(new Error('refused')) },
    'no instance is given': { compile: () => Promise.resolve({}), instantiate: () => Promise.reject(new Error('refused')) },
  };
  test.each(Object.entries(refusals))('%s', async (_, stub) => {
    vi.resetModules();
    vi.stubGlobal('WebAssembly', stub);
    const fresh = await import('../../../src/core/verify/kernel/load.ts');
    const kernel = await fresh.loadKernel();
    expect(kernel.kind).toBe('script');
    const pieces = everyOptional([Buffer.from('a=1'), Buffer.from('b=2')]);
    expect(kernel.searchSubsets(all(pieces, 'sha-1', digest('sha-1', 'b=2')))).toEqual({ mask: 0b01, tried: 3 });
  });
});

test('slices are powers of two: longer for short pieces than for long ones', () => {
  const ordinary = sliceSize(everyOptional(Array.from({ length: 20 }, () => fill(38, 1))));
  const long = sliceSize(everyOptional(Array.from({ length: 20 }, () => fill(60_000, 1))));
  expect(Math.log2(ordinary) % 1).toBe(0);
  expect(Math.log2(long) % 1).toBe(0);
  expect(ordinary).toBeGreaterThanOrEqual(2 ** 12);
  expect(long).toBeLessThan(32);
  expect(sliceSize(everyOptional([new Uint8Array(50_000_000)]))).toBe(1);
});

describe('the generated module', () => {
  test('is what the source compiles to', async () => expect(await makeKernel()).toBe(readFileSync(MODULE, 'utf8')), 60_000);

  test('is at most 10 KB of gzip', () => expect(gzipSync(readFileSync(MODULE)).length).toBeLessThanOrEqual(10 * 1024));
});

/** A page in Chromium with two workers that search; what a browser reaches is not what Node reaches. */
import { build } from 'vite';
import type { Rollup } from 'vite';
import { chromium } from '@playwright/test';
import { ARGUMENTS, findChromium } from '../chromium.ts';

export interface SearchPage {
  /** Searches all subsets, in slices that idle workers take in turn. @returns how many subsets were tried */
  search(task: {
    kind: 'simd' | 'script';
    workers: number;
    pieces: readonly string[];
    target: readonly number[];
    slice: number;
  }): Promise<number>;
  close(): Promise<void>;
}

async function bundleWorker(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: 'test/bench/search.worker.ts', formats: ['es'] },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })) as Rollup.RollupOutput[];
  const [chunk] = built.flatMap(({ output }) => output.filter((part) => part.type === 'chunk'));
  if (!chunk) throw new Error('the worker was not built');
  return chunk.code;
}

export async function openSearchPage(): Promise<SearchPage> {
  const code = await bundleWorker();
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...ARGUMENTS] });
  const page = await browser.newPage();
  // Workers need an origin; nothing is served from this one but an empty page.
  await page.route('http://bench.test/', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  await page.goto('http://bench.test/');
  await page.evaluate((source) => {
    const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    Object.assign(globalThis, { pool: Array.from({ length: 2 }, () => new Worker(url, { type: 'module' })) });
  }, code);
  return {
    search: (task) =>
      page.evaluate(async ({ kind, workers, pieces, target, slice }) => {
        const { pool } = globalThis as unknown as { pool: readonly Worker[] };
        const bytes = pieces.map((piece) => new TextEncoder().encode(piece));
        const all = 2 ** pieces.length;
        let next = 0;
        const counts = await Promise.all(
          pool.slice(0, workers).map(async (worker) => {
            let tried = 0;
            while (next < all) {
              const from = next;
              next += slice;
              const job = {
                pieces: bytes,
                optional: pieces.map((_, i) => i),
                hash: 'sha-256',
                target: Uint8Array.from(target),
                from,
                to: next,
              };
              const answer = await new Promise<{ tried: number; kind: string }>((resolve, reject) => {
                worker.onerror = () => reject(new Error('a worker failed'));
                worker.onmessage = ({ data }) => resolve(data as { tried: number; kind: string });
                worker.postMessage({ kind, job });
              });
              if (answer.kind !== 'simd') throw new Error('this browser did not run the kernel');
              tried += answer.tried;
            }
            return tried;
          }),
        );
        return counts.reduce((sum, count) => sum + count, 0);
      }, task),
    close: () => browser.close(),
  };
}

/** Searches slices, one a message, as a search worker of the page does. */
import { loadKernel, scriptKernel } from '../../src/core/verify/kernel/load.ts';
import type { SubsetJob } from '../../src/core/verify/kernel/subsets.ts';

export interface Task {
  readonly kind: 'simd' | 'script';
  readonly job: SubsetJob;
}

const simd = loadKernel();

addEventListener('message', ({ data }: MessageEvent<Task>) => {
  void simd.then((kernel) => {
    const { searchSubsets } = data.kind === 'simd' ? kernel : scriptKernel;
    postMessage({ ...searchSubsets(data.job), kind: kernel.kind });
  });
});

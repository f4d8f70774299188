/** Hashes slices of a search, one a message; the inspection worker keeps a few of these where there are cores for them. */
import './no-channels.ts';
import { loadKernel } from '../core/verify/kernel/load.ts';
import type { SubsetJob } from '../core/verify/kernel/subsets.ts';

const kernel = loadKernel();

addEventListener('message', ({ data }: MessageEvent<SubsetJob>) => {
  void kernel.then(({ searchSubsets }) => postMessage(searchSubsets(data)));
});

/** Chooses the engine: the compiled kernel where the platform lets it run, else plain TypeScript. Both find the same. */
import { decodeBase64 } from '../../text/base64.ts';
import { scriptEngine } from './script.ts';
import { simdEngine } from './simd.ts';
import { searchSubsets } from './subsets.ts';
import type { Engine, Kernel } from './subsets.ts';

/** Compiled code, the same for all: the one thing the core keeps between calls. Data is in the instances, one for each kernel. */
let compiled: Promise<WebAssembly.Module | null> | undefined;

export const scriptKernel: Kernel = kernelOf('script', scriptEngine);

/** @returns a kernel of its own for each caller; never fails */
export async function loadKernel(): Promise<Kernel> {
  compiled ??= compile();
  const module = await compiled;
  if (module === null) return scriptKernel;
  try {
    return kernelOf('simd', await simdEngine(module));
  } catch {
    return scriptKernel;
  }
}

function kernelOf(kind: Kernel['kind'], engine: Engine): Kernel {
  return { kind, searchSubsets: (job) => searchSubsets(job, engine) };
}

/** Null where WebAssembly is absent, its SIMD unknown, or compiling forbidden by the page's policy. */
async function compile(): Promise<WebAssembly.Module | null> {
  try {
    const { KERNEL } = await import('./kernel.generated.ts');
    const bytes = decodeBase64(KERNEL);
    return bytes === null ? null : await WebAssembly.compile(new Uint8Array(bytes));
  } catch {
    return null;
  }
}

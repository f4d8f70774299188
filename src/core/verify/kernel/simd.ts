/** The search on the compiled kernel: lays contents and texts out in its memory, and reads the leaves that it found. @see assembly/tree.as */
import { HASHES } from './hashes.ts';
import type { SearchHash } from './hashes.ts';
import type { Content } from './content.ts';
import { scriptEngine } from './script.ts';
import { reverseBits } from './subsets.ts';
import type { Engine, SearchBelow, Step } from './subsets.ts';

/** What tree.as exports. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly LEVELS: WebAssembly.Global;
  readonly TARGET: WebAssembly.Global;
  readonly STEPS: WebAssembly.Global;
  readonly FOUND: WebAssembly.Global;
  readonly ROOT: WebAssembly.Global;
  readonly TEXTS: WebAssembly.Global;
  search(sha1: number, first: number, count: number): number;
}

/** The layout of a node and of a step, as tree.as has it. */
const NODE = { block: 32, fill: 160, total: 164, size: 176 };
const STEP = { length: 4, optional: 8, size: 16 };
const SPARE = 64;
const PAGE = 65536;

/** @returns an engine with a memory of its own, about 250 KiB, that grows by the length of the pieces and by nothing else */
export async function simdEngine(module: WebAssembly.Module): Promise<Engine> {
  const kernel = (await WebAssembly.instantiate(module)).exports as unknown as Exports;
  const levels = kernel.LEVELS.value;
  return { levels, open: (steps, hash, target) => open(kernel, levels, steps, hash, target) };
}

function open(kernel: Exports, levels: number, steps: readonly Step[], hash: SearchHash, target: Int32Array): SearchBelow {
  if (!makeRoom(kernel, steps)) return scriptEngine.open(steps, hash, target);
  const view = new DataView(kernel.memory.buffer);
  const bytes = new Uint8Array(kernel.memory.buffer);
  const root = kernel.ROOT.value;
  view.setInt32(kernel.TARGET.value, target.at(-1) as number, true);
  let text = kernel.TEXTS.value;
  steps.forEach((step, i) => {
    const at = kernel.STEPS.value + i * STEP.size;
    view.setUint32(at, text, true);
    view.setUint32(at + STEP.length, step.text.length, true);
    view.setUint32(at + STEP.optional, Number(step.optional), true);
    bytes.set(step.text, text);
    text += step.text.length;
  });

  const compress = HASHES[hash].compressor();
  const matches = (leaf: number): boolean => {
    const at = root + leaf * NODE.size;
    const state = Int32Array.from({ length: 8 }, (_, i) => view.getInt32(at + 4 * i, true));
    compress(state, bytes, at + NODE.block);
    return target.every((word, i) => state[i] === word);
  };

  return (content: Content, first: number) => {
    content.state.forEach((word, i) => view.setInt32(root + 4 * i, word, true));
    bytes.set(content.block, root + NODE.block);
    view.setInt32(root + NODE.fill, content.fill, true);
    view.setInt32(root + NODE.total, content.total, true);
    const found = kernel.search(Number(hash === 'sha-1'), first, steps.length - first);
    let best: number | null = null;
    for (let i = 0; i < found; i++) {
      const leaf = view.getInt32(kernel.FOUND.value + 4 * i, true);
      if (matches(leaf) && (best === null || reverseBits(leaf, levels) < reverseBits(best, levels))) best = leaf;
    }
    return best;
  };
}

/** @returns false where the platform gives no more memory */
function makeRoom({ memory, TEXTS }: Exports, steps: readonly Step[]): boolean {
  const end = steps.reduce((sum, { text }) => sum + text.length, TEXTS.value + SPARE);
  const missing = end - memory.buffer.byteLength;
  try {
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    return true;
  } catch {
    return false;
  }
}

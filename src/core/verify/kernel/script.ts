/** The search in plain TypeScript, for pages where WebAssembly or its SIMD is forbidden or absent. A quarter of the kernel's speed. */
import { HASHES } from './hashes.ts';
import type { SearchHash } from './hashes.ts';
import { append, copyContent, emptyContent, finish } from './content.ts';
import type { Content } from './content.ts';
import { MAX_OPTIONAL } from './subsets.ts';
import type { Engine, SearchBelow, Step } from './subsets.ts';

export const scriptEngine: Engine = { levels: MAX_OPTIONAL, open };

function open(steps: readonly Step[], hash: SearchHash, target: Int32Array): SearchBelow {
  const compress = HASHES[hash].compressor();
  // One for each decision that is open at a time: a content is overwritten once no leaf below it is left.
  const contents = Array.from({ length: MAX_OPTIONAL + 1 }, () => emptyContent(hash));

  /** Takes the content at `depth` to its end, and every branch that leaves it on the way. */
  const descend = (first: number, depth: number): number | null => {
    const content = contents[depth] as Content;
    let mask = 0;
    let decisions = 0;
    for (let i = first; i < steps.length; i++) {
      const { text, optional } = steps[i] as Step;
      if (optional) {
        const kept = contents[depth + 1] as Content;
        copyContent(content, kept);
        append(kept, text, compress);
        const found = descend(i + 1, depth + 1);
        if (found !== null) return mask | (found << (decisions + 1));
        mask |= 1 << decisions++;
      } else append(content, text, compress);
    }
    finish(content, compress);
    // The first word is looked at by itself: a closure for each leaf is felt.
    return content.state[0] === target[0] && target.every((word, i) => content.state[i] === word) ? mask : null;
  };

  return (root, first) => {
    copyContent(root, contents[0] as Content);
    return descend(first, 0);
  };
}

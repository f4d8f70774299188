/**
 * The search's inner loop, in AssemblyScript: four SHA-256 or SHA-1 compressions at once, one a SIMD lane, over a tree of contents
 * that share their beginnings. `npm run build` makes `kernel.generated.ts` of it; `simd.ts` is its only caller, `script.ts` its twin.
 *
 * A node is a content not yet finished: the hash state, and the bytes still short of a block. It starts with one root. A step is a
 * piece of text with its joiner before it; an optional one doubles the nodes: the copies, in the upper half, go on without the piece.
 * So bit j of a node's index says that the j-th optional step was left out.
 * @see FIPS 180-4
 */
import { STATE, WORDS, gather, scatter, swapBytes, turn } from './lanes';
import { sha1x4 } from './sha1';
import { sha256x4 } from './sha256';

/** 2^10 leaves of 176 bytes: the arena stays in a second-level cache. */
export const LEVELS: i32 = 10;
const NODES: i32 = 1 << LEVELS;

// A node: state, block, fill, total. The block has room to spare, so that 64 bytes can be written anywhere in it without a test.
const BLOCK: usize = 32;
/** Bytes of the block in use. Below zero: so many bytes of the step at hand are to be skipped; -1 swallows the first joiner. */
const FILL: usize = 160;
/** Bytes of the content so far; -1 where not even an empty piece was added. */
const TOTAL: usize = 164;
const STRIDE: usize = 176;

// A step: where its text lies, how long it is, whether it is optional. The caller places texts above `TEXTS`, 64 spare bytes after the last.
const STEP_LENGTH: usize = 4;
const STEP_OPTIONAL: usize = 8;
const STEP: usize = 16;
const MAX_STEPS: i32 = 50;

/** Last word of the digest that is looked for. */
export const TARGET: usize = memory.data(4, 16);
export const STEPS: usize = memory.data(MAX_STEPS * 16, 16);
export const FOUND: usize = memory.data(NODES * 4, 16);
export const ROOT: usize = memory.data((NODES + 1) * 176, 16);
/** The first byte that is the caller's; memory ends wherever the caller's texts end. */
export const TEXTS: usize = __heap_base;

const SPARE: usize = ROOT + <usize>NODES * STRIDE;
const QUEUE: usize = memory.data((NODES + 4) * 4, 16);
const LAST: usize = memory.data((NODES + 4) * 4, 16);
/**
 * Grows the tree from the root through `count` steps and finishes every leaf.
 * @param first the first step; at most `LEVELS` of the steps are optional
 * @returns how many leaves agree with the target in its last word. Their indices are in `FOUND`, in no order, and their nodes are left
 * padded, one compression short of the digest: the caller makes it, and compares all of it
 */
export function search(sha1: bool, first: i32, count: i32): i32 {
  let nodes = 1;
  for (let i = first; i < first + count; i++) {
    const step = STEPS + <usize>i * STEP;
    if (load<u32>(step, STEP_OPTIONAL)) {
      for (let n = 0; n < nodes; n++) copyNode(nodeAt(n), nodeAt(n + nodes));
      append(sha1, load<u32>(step), load<i32>(step, STEP_LENGTH), nodes);
      nodes <<= 1;
    } else append(sha1, load<u32>(step), load<i32>(step, STEP_LENGTH), nodes);
  }
  return finish(sha1, nodes);
}

@inline
function nodeAt(n: i32): usize {
  return ROOT + <usize>n * STRIDE;
}

@inline
function slot(list: usize, i: i32): usize {
  return list + (<usize>i << 2);
}

function copyNode(from: usize, to: usize): void {
  v128.store(to, v128.load(from));
  v128.store(to, v128.load(from, 16), 16);
  copyBlock(from + BLOCK, to + BLOCK);
  v128.store(to, v128.load(from, FILL), FILL);
}

@inline
function copyBlock(from: usize, to: usize): void {
  v128.store(to, v128.load(from));
  v128.store(to, v128.load(from, 16), 16);
  v128.store(to, v128.load(from, 32), 32);
  v128.store(to, v128.load(from, 48), 48);
}

@inline
function clearBlock(at: usize): void {
  const zero = i32x4.splat(0);
  v128.store(at, zero);
  v128.store(at, zero, 16);
  v128.store(at, zero, 32);
  v128.store(at, zero, 48);
}

/** Adds one text to the first `nodes` nodes. A long one takes several rounds: each fills a block, and compresses the blocks by fours. */
function append(sha1: bool, text: usize, length: i32, nodes: i32): void {
  let waiting = 0;
  for (let n = 0; n < nodes; n++) {
    const node = nodeAt(n);
    store<i32>(node, load<i32>(node, TOTAL) + length, TOTAL);
    waiting = feed(node, text, length, waiting);
  }
  while (waiting > 0) {
    const batch = waiting;
    compress(sha1, QUEUE, batch);
    waiting = 0;
    for (let i = 0; i < batch; i++) {
      const node: usize = load<u32>(slot(QUEUE, i));
      store<i32>(node, load<i32>(node, FILL) - 64, FILL);
      waiting = feed(node, text, length, waiting);
    }
  }
}

/** Puts the next bytes of the text into a node's block. A full block joins the queue. @returns how many are in the queue */
function feed(node: usize, text: usize, length: i32, waiting: i32): i32 {
  const fill = load<i32>(node, FILL);
  const used = max(fill, 0);
  copyBlock(text + <usize>(used - fill), node + BLOCK + <usize>used);
  if (fill + length < 64) {
    store<i32>(node, fill + length, FILL);
    return waiting;
  }
  store<u32>(slot(QUEUE, waiting), <u32>node);
  return waiting + 1;
}

/** Pads, to one block, or to two where the length does not fit beside the text, and compares. @see FIPS 180-4 §5.1.1 */
function finish(sha1: bool, nodes: i32): i32 {
  let long = 0;
  let last = 0;
  for (let n = 0; n < nodes; n++) {
    const node = nodeAt(n);
    const fill = max(load<i32>(node, FILL), 0);
    const end = node + BLOCK + <usize>fill;
    store<u8>(end, 0x80);
    clearBlock(end + 1);
    if (fill < 56) {
      last = close(node, last);
    } else store<u32>(slot(QUEUE, long++), <u32>node);
  }
  compress(sha1, QUEUE, long);
  for (let i = 0; i < long; i++) {
    const node: usize = load<u32>(slot(QUEUE, i));
    clearBlock(node + BLOCK);
    last = close(node, last);
  }
  return compare(sha1, last);
}

function close(node: usize, last: i32): i32 {
  store<u64>(node, bswap<u64>(<u64>max(load<i32>(node, TOTAL), 0) << 3), BLOCK + 56);
  store<u32>(slot(LAST, last), <u32>node);
  return last + 1;
}

/** Compresses the blocks of the queued nodes; a spare node fills up the last four. */
function compress(sha1: bool, queue: usize, count: i32): void {
  for (let i = count; i & 3; i++) store<u32>(slot(queue, i), <u32>SPARE);
  for (let i = 0; i < count; i += 4) {
    const at = slot(queue, i);
    read(at);
    if (sha1) sha1x4(false);
    else sha256x4(false);
    const a: usize = load<u32>(at);
    const b: usize = load<u32>(at, 4);
    const c: usize = load<u32>(at, 8);
    const d: usize = load<u32>(at, 12);
    scatter(STATE, a, b, c, d);
    scatter(STATE + 64, a + 16, b + 16, c + 16, d + 16);
  }
}

/** The last compression of each leaf, as far as it takes to know the last word of the digest. */
function compare(sha1: bool, count: i32): i32 {
  for (let i = count; i & 3; i++) store<u32>(slot(LAST, i), <u32>SPARE);
  const target = v128.load32_splat(TARGET);
  let found = 0;
  for (let i = 0; i < count; i += 4) {
    read(slot(LAST, i));
    const word = sha1 ? sha1x4(true) : sha256x4(true);
    const equal = i32x4.bitmask(i32x4.eq(word, target));
    if (equal == 0) continue;
    for (let lane = 0; lane < 4 && i + lane < count; lane++) {
      if ((equal >> lane) & 1) store<u32>(slot(FOUND, found++), (load<u32>(slot(LAST, i + lane)) - <u32>ROOT) / <u32>STRIDE);
    }
  }
  return found;
}

/** Four nodes' states and blocks, turned so that each vector holds one word of each node. */
function read(at: usize): void {
  const a: usize = load<u32>(at);
  const b: usize = load<u32>(at, 4);
  const c: usize = load<u32>(at, 8);
  const d: usize = load<u32>(at, 12);
  gather(a, b, c, d, STATE);
  gather(a + 16, b + 16, c + 16, d + 16, STATE + 64);
  words(a + BLOCK, b + BLOCK, c + BLOCK, d + BLOCK, WORDS);
  words(a + BLOCK + 16, b + BLOCK + 16, c + BLOCK + 16, d + BLOCK + 16, WORDS + 64);
  words(a + BLOCK + 32, b + BLOCK + 32, c + BLOCK + 32, d + BLOCK + 32, WORDS + 128);
  words(a + BLOCK + 48, b + BLOCK + 48, c + BLOCK + 48, d + BLOCK + 48, WORDS + 192);
}

/** Four words of each block, from big-endian. */
function words(a: usize, b: usize, c: usize, d: usize, to: usize): void {
  turn(swapBytes(v128.load(a)), swapBytes(v128.load(b)), swapBytes(v128.load(c)), swapBytes(v128.load(d)), to, to + 16, to + 32, to + 48);
}

/**
 * A content not yet finished: the state of its hash, and the bytes still short of a block. Two contents that begin alike share the work
 * by a copy. The SIMD kernel's nodes are the same record, laid out in its memory.
 */
import { BLOCK } from './block.ts';
import type { Compress } from './block.ts';
import { HASHES } from './hashes.ts';
import type { SearchHash } from './hashes.ts';

export interface Content {
  readonly state: Int32Array;
  readonly block: Uint8Array;
  /** Bytes of the block in use; -1 before the first piece, where it swallows that piece's joiner. */
  fill: number;
  /** Bytes so far; -1 before the first piece. */
  total: number;
}

export function emptyContent(hash: SearchHash): Content {
  const state = new Int32Array(8);
  state.set(HASHES[hash].start);
  return { state, block: new Uint8Array(BLOCK), fill: -1, total: -1 };
}

export function copyContent(from: Content, to: Content): void {
  // Loops, since `set` costs more than it saves on so few elements.
  for (let i = 0; i < 8; i++) to.state[i] = from.state[i] as number;
  for (let i = 0; i < from.fill; i++) to.block[i] = from.block[i] as number;
  to.fill = from.fill;
  to.total = from.total;
}

/** @param text a piece with its joiner before it, or several such */
export function append(content: Content, text: Uint8Array, compress: Compress): void {
  let at = content.fill < 0 ? 1 : 0;
  let fill = Math.max(content.fill, 0);
  const { state, block } = content;
  content.total += text.length;
  if (fill > 0 && text.length - at >= BLOCK - fill) {
    while (fill < BLOCK) block[fill++] = text[at++] as number;
    compress(state, block, 0);
    fill = 0;
  }
  if (fill === 0) for (; text.length - at >= BLOCK; at += BLOCK) compress(state, text, at);
  while (at < text.length) block[fill++] = text[at++] as number;
  content.fill = fill;
}

/** Pads; the state is then the digest. @see FIPS 180-4 §5.1.1 */
export function finish(content: Content, compress: Compress): void {
  const { state, block } = content;
  const total = Math.max(content.total, 0);
  let fill = Math.max(content.fill, 0);
  block[fill++] = 0x80;
  if (fill > BLOCK - 8) {
    block.fill(0, fill);
    compress(state, block, 0);
    fill = 0;
  }
  while (fill < BLOCK - 8) block[fill++] = 0;
  writeWord(block, BLOCK - 8, Math.floor(total / 2 ** 29));
  writeWord(block, BLOCK - 4, total << 3);
  compress(state, block, 0);
}

function writeWord(bytes: Uint8Array, at: number, word: number): void {
  bytes[at] = word >>> 24;
  bytes[at + 1] = word >>> 16;
  bytes[at + 2] = word >>> 8;
  bytes[at + 3] = word;
}

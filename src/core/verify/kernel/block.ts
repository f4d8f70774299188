/** What the compression functions of SHA-256 and SHA-1 share. Hash libraries hide the state between two blocks; the search lives on it. */

/** Takes the 64 bytes at `at` into the state of eight words; SHA-1 uses five of them. */
export type Compress = (state: Int32Array, bytes: Uint8Array, at: number) => void;

export const BLOCK = 64;

/** Sixteen big-endian words. */
export function readBlock(bytes: Uint8Array, at: number, w: Int32Array): void {
  for (let i = 0; i < 16; i++, at += 4) {
    const high = ((bytes[at] as number) << 24) | ((bytes[at + 1] as number) << 16);
    w[i] = high | ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number);
  }
}

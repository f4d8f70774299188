/** The hashes that can be searched for: those of Alipay's RSA and RSA2, and of WeChat Pay. */
import type { Compress } from './block.ts';
import { compressor1 } from './sha1.ts';
import { compressor256 } from './sha256.ts';

export type SearchHash = 'sha-256' | 'sha-1';

interface HashOf {
  /** Each caller has its own schedule to write into: no state is shared, and none is made for each block. */
  readonly compressor: () => Compress;
  /** @see FIPS 180-4 §5.3 */
  readonly start: readonly number[];
  /** Words of the digest. */
  readonly words: number;
}

export const HASHES: Readonly<Record<SearchHash, HashOf>> = {
  'sha-256': {
    compressor: compressor256,
    start: [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19],
    words: 8,
  },
  'sha-1': { compressor: compressor1, start: [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0], words: 5 },
};

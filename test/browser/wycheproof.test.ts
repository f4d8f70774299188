/** C2SP/wycheproof in Chromium: the platform's verifier there is another one than Node's. */
import { describe, expect, test } from 'vitest';
import { judge } from '../core/verify/wycheproof.ts';
import type { WycheproofFile } from '../core/verify/wycheproof.ts';

/** Beside the checkout, not in it; without them the list is empty. */
const files = Object.entries(
  import.meta.glob<string>('../../../shared/vectors/wycheproof/rsa_{signature,pkcs1_1024_sig,pkcs1_2048_sig}_*.json', {
    query: '?raw',
    import: 'default',
  }),
);

describe.skipIf(files.length === 0)(files.length === 0 ? 'wycheproof vectors are not here: skipped' : 'wycheproof', () => {
  test('runs in a page, with the page’s own cryptography', () => {
    expect(typeof document).toBe('object');
    expect(crypto.subtle).toBeInstanceOf(SubtleCrypto);
    expect(files.length).toBeGreaterThanOrEqual(5);
  });

  for (const [path, load] of files)
    test(`${path.slice(path.lastIndexOf('/') + 1)}: 0 wrong`, async () => {
      const file = JSON.parse(await load()) as WycheproofFile;
      const { ran, wrong } = await judge(file);
      expect(wrong).toEqual([]);
      expect(ran).toBe(file.numberOfTests);
    });
});

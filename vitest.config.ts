/** Three projects: the core in Node, components in a simulated page, workers and storage in a real browser. */
import { defineConfig } from 'vitest/config';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { ARGUMENTS, findChromium } from './test/chromium.ts';

const deep = process.env['DEEP'] === '1';

export default defineConfig({
  test: {
    // The suites wait for no clock, so that a core left free is a core wasted.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          setupFiles: ['test/support/seed.ts'],
          include: ['test/**/*.test.ts'],
          exclude: ['test/ui/**', 'test/browser/**', 'test/e2e/**', ...(deep ? [] : ['test/slow/**'])],
          testTimeout: deep ? 300_000 : 20_000,
          benchmark: { include: ['test/bench/**/*.bench.ts'] },
        },
      },
      {
        plugins: [svelte()],
        // Else Svelte resolves its server build, where nothing can be mounted.
        resolve: { conditions: ['browser'] },
        test: { name: 'dom', environment: 'happy-dom', setupFiles: ['test/support/seed.ts'], include: ['test/ui/**/*.test.ts'] },
      },
      {
        plugins: [svelte()],
        worker: { format: 'es' },
        // Vectors may lie beside the checkout; tests that read them are skipped where they do not.
        server: { fs: { allow: ['.', '../shared/vectors'] } },
        optimizeDeps: {
          include: [
            'comlink',
            'idb',
            '@noble/hashes/legacy.js',
            '@noble/hashes/sha2.js',
            '@noble/hashes/hmac.js',
            'sm-crypto-v2',
            'node-forge/lib/asn1.js',
            'node-forge/lib/aes.js',
            'node-forge/lib/cipher.js',
            'node-forge/lib/util.js',
          ],
        },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: findChromium(), args: [...ARGUMENTS] } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});

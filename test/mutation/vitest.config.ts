/** The tests that must notice a mutant of `verify`, `content` and `diagnose`: few cases of each, for they run thousands of times. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    env: { CASES: '1', CONTROLS: '1', RUNS: '200' },
    setupFiles: ['test/support/seed.ts'],
    include: ['test/core/{verify,content,diagnose,providers}/**/*.test.ts', 'test/core/{bad-input,what-if}.test.ts'],
    exclude: ['test/core/diagnose/{mistake-pairs,deeper,rare-values,damaged-further}.test.ts'],
    testTimeout: 20_000,
  },
});

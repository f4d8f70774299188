/** The whole product in a real browser, against the production build with the headers of a real host. */
import { defineConfig } from '@playwright/test';
import { ARGUMENTS, findChromium } from './test/chromium.ts';

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  timeout: 30_000,
  expect: { timeout: 8_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'off',
    launchOptions: { executablePath: findChromium(), args: [...ARGUMENTS] },
  },
});

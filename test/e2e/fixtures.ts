/** What every end-to-end test gets: a site of its own, and a watch that fails it for any message, violation or foreign request. */
import { test as base, expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { startSite } from './site.ts';
import type { Site } from './site.ts';

export interface Watch {
  readonly console: string[];
  readonly errors: string[];
  readonly violations: string[];
  readonly foreign: string[];
}

interface Fixtures {
  readonly site: Site;
  /** Fails the test at its end unless all four lists are empty; a test that provokes an entry removes it. */
  readonly watch: Watch;
}

export const test = base.extend<Fixtures>({
  site: async ({}, use) => {
    const site = await startSite();
    await use(site);
    await site.stop();
  },
  watch: [
    async ({ page, context, site }, use) => {
      const watch: Watch = { console: [], errors: [], violations: [], foreign: [] };
      page.on('console', (message) => watch.console.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => watch.errors.push(error.message));
      const origin = new URL(site.address).origin;
      context.on('request', (request) => {
        const url = new URL(request.url());
        if (url.protocol !== 'data:' && url.protocol !== 'blob:' && url.origin !== origin) watch.foreign.push(url.origin);
      });
      await page.exposeFunction('reportViolation', (directive: string) => watch.violations.push(directive));
      await page.addInitScript(() => {
        const { reportViolation } = globalThis as unknown as { reportViolation: (directive: string) => void };
        document.addEventListener('securitypolicyviolation', (event) => {
          // The same policy is in force twice; only the header can say frame-ancestors.
          const from = event.originalPolicy.includes('frame-ancestors') ? 'header' : 'meta';
          reportViolation(`${from}: ${event.violatedDirective}`);
        });
      });
      await use(watch);
      expect(watch).toEqual({ console: [], errors: [], violations: [], foreign: [] });
    },
    { auto: true },
  ],
});

export { expect };

/** Puts text into a box as a paste does: one input event, whole. */
export async function fill(page: Page, label: RegExp, text: string): Promise<void> {
  await page.getByRole('textbox', { name: label }).fill(text);
}

export const PASTE = /^(通知内容|Notification)$/;
export const KEYS = /^(密钥|Keys)$/;

/** The verdict once the search behind it has ended. */
export function verdict(page: Page) {
  return page.locator('[role=status][data-indication]:not([aria-busy=true])');
}

/** Waits until the page controls itself: everything is stored, and a reload needs no server. */
export async function installed(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

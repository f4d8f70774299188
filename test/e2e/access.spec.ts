/** Accessible in every state, language and theme; usable on a narrow phone. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, fill, KEYS, PASTE, test, verdict } from './fixtures.ts';
import { ownSample } from './samples.ts';

const sample = ownSample();
const other = ownSample();

const states: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  empty: async (page) => {
    await expect(page.getByRole('textbox', { name: PASTE })).toBeVisible();
  },
  passed: async (page) => {
    await fill(page, PASTE, sample.text);
    await fill(page, KEYS, sample.key);
    await expect(verdict(page)).toHaveAttribute('data-indication', 'passed');
  },
  failed: async (page) => {
    await fill(page, PASTE, sample.text);
    await fill(page, KEYS, other.key);
    await expect(verdict(page)).toHaveAttribute('data-indication', 'failed');
  },
  history: async (page) => {
    await page.goto(new URL('#/history', page.url()).href);
    await expect(page.getByRole('heading').first()).toBeVisible();
  },
};

for (const [state, enter] of Object.entries(states)) {
  for (const language of ['zh', 'en']) {
    for (const theme of ['light', 'dark'] as const) {
      test(`axe finds nothing: ${state}, ${language}, ${theme}`, async ({ page, site }) => {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        await page.goto(`${site.address}?lang=${language}`);
        await enter(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
      });
    }
  }
  for (const width of [320, 360]) {
    test(`no sideways scroll: ${state}, ${width} px`, async ({ page, site }) => {
      await page.setViewportSize({ width, height: 720 });
      await page.goto(site.address);
      await enter(page);
      const { scroll, client } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
      }));
      expect(scroll).toBeLessThanOrEqual(client);
    });
  }
}

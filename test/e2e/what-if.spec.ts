/** Changes tried by hand, a search that goes deeper, and examples opened by their address: on the built page, with real workers. */
import type { Page } from '@playwright/test';
import { expect, fill, KEYS, PASTE, test, verdict } from './fixtures.ts';
import { ownSample } from './samples.ts';

const panel = (page: Page) => page.locator('[data-what-if]');

async function openPanel(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /^(假设|What if)$/ }).click();
  await expect(panel(page)).toBeVisible();
}

test('a switch undoes the mistake, another spoils it again, and the verdict does not move', async ({ page, site }) => {
  await page.goto(`${site.address}#/?ex=html-entity-quotes`);
  await expect(verdict(page)).toHaveAttribute('data-reason', 'content-explained');
  await openPanel(page);
  await expect(panel(page)).toHaveAttribute('data-matches', 'false');
  const undo = panel(page).locator('[data-switch=html-entity-quotes]');
  await undo.focus();
  await page.keyboard.press('Space');
  await expect(undo).toHaveAttribute('aria-checked', 'true');
  await expect(panel(page)).toHaveAttribute('data-matches', 'true');
  await panel(page).locator('[data-switch=order-kept]').click();
  await expect(panel(page)).toHaveAttribute('data-matches', 'false');
  await panel(page)
    .getByRole('button', { name: /全部还原|Reset all/ })
    .click();
  await expect(panel(page).locator('[aria-checked=true]')).toHaveCount(0);
  await expect(verdict(page)).toHaveAttribute('data-reason', 'content-explained');
});

test('the panel fits a narrow phone, and the answer stays in sight', async ({ page, site }) => {
  await page.setViewportSize({ width: 360, height: 720 });
  await page.goto(`${site.address}#/?ex=html-entity-quotes`);
  await openPanel(page);
  const last = panel(page).getByRole('switch').last();
  await last.scrollIntoViewIfNeeded();
  await last.click();
  await expect(panel(page).locator('.answer')).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('an unexplained message is searched deeper, on other cores too, and stops at once when told to', async ({ page, site }) => {
  const { text, key } = ownSample();
  await page.goto(site.address);
  await fill(page, KEYS, key);
  await fill(page, PASTE, text.replace('subject=', 'subject=Zq'));
  await expect(verdict(page)).toHaveAttribute('data-reason', 'content-unexplained', { timeout: 20_000 });
  const deeper = page.locator('[data-deeper]');
  await expect(deeper).toHaveAttribute('data-deeper', '1');
  await deeper.click();
  const cancel = page.locator('section.why').getByRole('button', { name: /停止查找|Stop/ });
  await expect(cancel).toBeVisible();
  await expect(page.locator('[data-ruled-out]').first()).toBeVisible();
  // Not when the worker has let go, but at once.
  const busy = await cancel.evaluate(async (button: HTMLElement) => {
    button.click();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return document.querySelector('[role=status]')?.getAttribute('aria-busy');
  });
  expect(busy).toBe('false');
  await expect(deeper).toHaveAttribute('data-deeper', '1');
  // The worker is free again.
  await fill(page, PASTE, text);
  await expect(verdict(page)).toHaveAttribute('data-reason', 'verified');
});

test('the same example can be opened by its address twice', async ({ page, site }) => {
  await page.goto(`${site.address}#/?ex=html-entity-quotes`);
  await expect(verdict(page)).toHaveAttribute('data-reason', 'content-explained');
  await expect(page).toHaveURL(/#\/$/);
  await fill(page, PASTE, 'nothing of the kind');
  await expect(verdict(page)).not.toHaveAttribute('data-reason', 'content-explained');
  await page.evaluate(() => (location.hash = '#/?ex=html-entity-quotes'));
  await expect(verdict(page)).toHaveAttribute('data-reason', 'content-explained');
});

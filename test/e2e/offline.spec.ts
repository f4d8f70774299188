/** With the server gone, everything still works. */
import { expect, fill, installed, KEYS, PASTE, test, verdict } from './fixtures.ts';
import { ownSample } from './samples.ts';

test('with the server stopped the page loads, verifies again and shows its history', async ({ page, site }) => {
  const { text, key } = ownSample();
  await page.goto(site.address);
  await installed(page);
  await fill(page, PASTE, text);
  await fill(page, KEYS, key);
  await expect(verdict(page)).toHaveAttribute('data-indication', 'passed');
  // Records are kept after 1.5 s of rest.
  await page.waitForTimeout(2_500);
  const before = site.hits();
  await site.stop();
  await page.reload();
  await fill(page, PASTE, text);
  await fill(page, KEYS, key);
  await expect(verdict(page)).toHaveAttribute('data-indication', 'passed');
  await page.goto(`${site.address}#/history`);
  await expect(page.getByText('T20240506-0001').first()).toBeVisible();
  expect(site.hits()).toBe(before);
});

test.describe('without a service worker', () => {
  test.use({ serviceWorkers: 'block' });
  test('everything works online', async ({ page, site, watch }) => {
    const { text, key } = ownSample();
    await page.goto(site.address);
    await fill(page, PASTE, text);
    await fill(page, KEYS, key);
    await expect(verdict(page)).toHaveAttribute('data-indication', 'passed');
    // The driver, not the page, says that it refused the registration.
    watch.console.splice(0, watch.console.length, ...watch.console.filter((line) => !line.includes('Service Worker registration blocked')));
  });
});

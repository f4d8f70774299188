/** Paste and key in, verdict out: the product's first promise. */
import { expect, fill, KEYS, PASTE, test, verdict } from './fixtures.ts';
import { ownSample, sample } from './samples.ts';

test('a genuine notification with its key is passed', async ({ page, site }) => {
  const { text, key, origin } = sample();
  test.info().annotations.push({ type: 'sample', description: origin });
  await page.goto(site.address);
  await fill(page, PASTE, text);
  await fill(page, KEYS, key);
  await expect(verdict(page)).toHaveAttribute('data-indication', 'passed');
  await expect(verdict(page)).toHaveAttribute('data-reason', 'verified');
});

test('the same notification with the key of another is failed for the wrong key', async ({ page, site }) => {
  await page.goto(site.address);
  await fill(page, PASTE, sample().text);
  await fill(page, KEYS, ownSample().key);
  await expect(verdict(page)).toHaveAttribute('data-indication', 'failed');
  await expect(verdict(page)).toHaveAttribute('data-reason', 'wrong-key');
});

test('a changed value is failed, and the key is not blamed', async ({ page, site }) => {
  const { text, key } = ownSample();
  await page.goto(site.address);
  await fill(page, PASTE, text.replace('subject=', 'subject=%20'));
  await fill(page, KEYS, key);
  await expect(verdict(page)).toHaveAttribute('data-indication', 'failed');
  await expect(verdict(page)).not.toHaveAttribute('data-reason', 'wrong-key');
});

test('the address never holds what was pasted', async ({ page, site }) => {
  const { text, key } = ownSample();
  await page.goto(site.address);
  await fill(page, PASTE, text);
  await fill(page, KEYS, key);
  await expect(verdict(page)).toBeVisible();
  expect(page.url()).not.toContain('T20240506');
  expect(await page.title()).not.toContain('T20240506');
});

test('an encrypted notification of WeChat Pay is opened, and both keys are proved', async ({ page, site }) => {
  await page.goto(`${site.address}#/?ex=wechatpay`);
  await expect(verdict(page)).toHaveAttribute('data-reason', 'verified');
  await expect(page.locator('[data-field="out_trade_no"]')).toContainText('WX20240520132935001');
  await expect(page.locator('.key .good')).toHaveCount(2);
  await expect(page.locator('.key .problem')).toHaveCount(0);
});

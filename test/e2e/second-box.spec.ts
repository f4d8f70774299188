/** What the server used, and what is missing: the second box and the questions, on the built page. */
import { expect, fill, KEYS, PASTE, test, verdict } from './fixtures.ts';
import { ownSample } from './samples.ts';

const SERVED = /^(服务端实际验签内容|What my server used)$/;

/** The string to sign of a form body, written anew: sorted, decoded, without what the rule leaves out. */
const contentOf = (text: string, dropped: readonly string[]): string =>
  [...new URLSearchParams(text)]
    .filter(([name]) => !dropped.includes(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');

test('a string that kept sign_type is told apart from what was signed, and the cause is named', async ({ page, site }) => {
  const { text, key } = ownSample();
  await page.goto(site.address);
  await fill(page, PASTE, text);
  await fill(page, KEYS, key);
  await fill(page, SERVED, contentOf(text, ['sign']));
  await expect(page.locator('[data-served=content] [data-cause]').first()).toHaveAttribute('data-cause', 'sign-type-kept');
  await expect(verdict(page)).toHaveAttribute('data-indication', 'passed');
  await fill(page, SERVED, contentOf(text, ['sign', 'sign_type']));
  await expect(page.locator('[data-served=content]')).toBeVisible();
  await expect(page.locator('[data-served] [data-cause]')).toHaveCount(0);
});

test('the second box explains without a key, and empties with everything else', async ({ page, site }) => {
  const { text } = ownSample();
  await page.goto(site.address);
  await fill(page, PASTE, text);
  await fill(page, SERVED, contentOf(text, ['sign']));
  await expect(page.locator('[data-served] [data-cause=sign-type-kept]')).toBeVisible();
  await expect(verdict(page)).toHaveAttribute('data-reason', 'no-key');
  await page.getByRole('button', { name: /清空|Clear/ }).click();
  await expect(page.getByRole('textbox', { name: SERVED })).toHaveValue('');
});

test('the original text, once given, proves the cause; the answer stays', async ({ page, site }) => {
  const { text, key } = ownSample();
  const subject = new URLSearchParams(text).get('subject') ?? '';
  const broken = new URLSearchParams(text);
  broken.set('subject', subject.replace(/[^\0-\x7f]/g, '\ufffd\ufffd'));
  await page.goto(site.address);
  await fill(page, PASTE, broken.toString());
  await fill(page, KEYS, key);
  const answer = page.locator('[data-ask="original:subject"]').getByRole('textbox');
  await answer.fill(subject);
  await expect(verdict(page)).toHaveAttribute('data-reason', 'content-explained');
  await expect(page.locator('[data-cause]').first()).toHaveAttribute('data-cause', /mojibake-lossy|latin1-redecode/);
  await expect(answer).toHaveValue(subject);
});

test('an example of any cause opens by its address', async ({ page, site }) => {
  await page.goto(`${site.address}#/?ex=base64-url-safe`);
  await expect(page.locator('[data-cause]').first()).toHaveAttribute('data-cause', 'base64-url-safe');
});

test('a symptom leads to its suspects, and to an example', async ({ page, site }) => {
  await page.goto(site.address);
  await page.getByText(/^(还没有报文？按现象找|No message at hand\? Start from the symptom)$/).click();
  await page.locator('[data-symptom=success-only]').click();
  const first = page.locator('[data-suspect]').first();
  await expect(first).toHaveAttribute('data-suspect', 'html-entity-quotes');
  await first.getByRole('button').click();
  await expect(verdict(page)).toHaveAttribute('data-reason', 'content-explained');
});

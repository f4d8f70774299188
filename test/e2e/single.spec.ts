/** The app as one file, opened from a disk: it verifies, asks for nothing outside itself, and says nothing on the console. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { fill, KEYS, PASTE, verdict } from './fixtures.ts';
import { ownSample } from './samples.ts';

const FILE = resolve('dist-single/yanqian.html');

// One worker: the file is built once.
test.describe.configure({ mode: 'serial' });

test.beforeAll(() => {
  const { status, stderr } = spawnSync('npx', ['tsx', 'scripts/single.ts'], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
});

test('a notification is judged, and a search runs, in a page from file://', async ({ page }) => {
  const trouble: string[] = [];
  page.on('console', (message) => trouble.push(message.text()));
  page.on('pageerror', (error) => trouble.push(error.message));
  page.on('request', (request) => {
    if (!/^(file:\/\/\/\S+\/yanqian\.html|blob:null\/|data:)/.test(request.url())) trouble.push(request.url());
  });
  await page.goto(pathToFileURL(FILE).href);
  const { text, key } = ownSample();
  await fill(page, PASTE, text.replace('subject=', 'subject=%20'));
  await fill(page, KEYS, key);
  await expect(verdict(page)).toHaveAttribute('data-indication', 'failed');
  await expect(verdict(page)).toHaveAttribute('aria-busy', 'false', { timeout: 20_000 });
  await fill(page, PASTE, text);
  await expect(verdict(page)).toHaveAttribute('data-reason', 'verified');
  expect(trouble).toEqual([]);
});

test('nothing of another file is left in it, and its policy names its own script', () => {
  const html = readFileSync(FILE, 'utf8');
  expect(html).toMatch(/http-equiv="Content-Security-Policy" content="[^"]*script-src 'sha256-[A-Za-z0-9+/=]{44}'/);
  expect(html.match(/<(script|link|img)\b[^>]*\b(src|href)="(?!data:)[^"]*"/g)).toBeNull();
});

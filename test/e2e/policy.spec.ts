/** The policy is on, and the watch that the other tests rely on sees a breach of it. */
import { HEADERS } from '../../security-headers.ts';
import { expect, test } from './fixtures.ts';

test('an injected inline script is refused with exactly one violation of each policy', async ({ page, site, watch }) => {
  await page.goto(site.address);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.append(document.createTextNode('globalThis.breached = true'));
    document.head.append(script);
  });
  await expect.poll(() => [...watch.violations].sort()).toEqual(['header: require-trusted-types-for', 'meta: require-trusted-types-for']);
  expect(await page.evaluate(() => 'breached' in globalThis)).toBe(false);
  watch.violations.length = 0;
  watch.console.length = 0;
});

test('a request to another origin is refused before it leaves', async ({ page, site, watch }) => {
  await page.goto(site.address);
  const refused = await page.evaluate(() =>
    fetch('https://elsewhere.invalid/').then(
      () => false,
      () => true,
    ),
  );
  expect(refused).toBe(true);
  await expect.poll(() => [...watch.violations].sort()).toEqual(['header: connect-src', 'meta: connect-src']);
  watch.violations.length = 0;
  watch.console.length = 0;
  watch.foreign.length = 0;
});

test('page, scripts and service worker carry every header; what may change is asked for again', async ({ page, site }) => {
  const answers = new Map<string, Record<string, string>>();
  page.on('response', (response) => answers.set(new URL(response.url()).pathname, response.headers()));
  await page.goto(site.address);
  const script = [...answers.keys()].find((path) => /^\/assets\/.*\.js$/.test(path));
  expect(script).toBeDefined();
  for (const path of ['/', '/sw.js', script ?? '']) {
    const { status, headers } = await page.request
      .get(new URL(path, site.address).href)
      .then((r) => ({ status: r.status(), headers: r.headers() }));
    expect(status, path).toBe(200);
    for (const [name, value] of Object.entries(HEADERS)) expect(headers[name.toLowerCase()], `${path} ${name}`).toBe(value);
    expect(headers['cache-control'], path).toBe(path === script ? 'public, max-age=31536000, immutable' : 'no-cache');
  }
});

test('an unknown file is not answered with the page', async ({ page, site }) => {
  const response = await page.request.get(`${site.address}x.js`);
  expect(response.status()).toBe(404);
});

test('no channel is left that the policy does not close', async ({ page, site }) => {
  await page.goto(site.address);
  const left = await page.evaluate(() =>
    ['RTCPeerConnection', 'webkitRTCPeerConnection', 'WebTransport'].filter(
      (name) => (globalThis as Record<string, unknown>)[name] !== undefined,
    ),
  );
  expect(left).toEqual([]);
});

test('the page is isolated from other origins', async ({ page, site }) => {
  await page.goto(site.address);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});

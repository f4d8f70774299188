/** The real worker in a real browser: it answers, is superseded, is aborted, and works again. */
import { afterEach, expect, test } from 'vitest';
import { inspect } from '../../src/workers/client.ts';

const controllers: AbortController[] = [];
const signal = () => {
  const controller = new AbortController();
  controllers.push(controller);
  return controller.signal;
};
afterEach(() => controllers.splice(0).forEach((controller) => controller.abort()));

const text = 'app_id=2021000000000000&notify_id=1&trade_status=TRADE_SUCCESS&sign_type=RSA2&sign=AAAA';

test('an inspection comes back as a plain record', async () => {
  const record = await inspect({ text, keys: [] }, { signal: signal() });
  expect(record.version).toBe(1);
  expect(structuredClone(record)).toEqual(record);
});

test('bytes handed over stay usable by the page', async () => {
  const bytes = new TextEncoder().encode(text);
  const record = await inspect({ text: bytes, keys: [] }, { signal: signal() });
  expect(record.version).toBe(1);
  expect(bytes.byteLength).toBe(text.length);
});

test('the newest of two calls is answered, the older one is aborted', async () => {
  const older = inspect({ text, keys: [] }, { signal: signal() });
  const newer = inspect({ text: `${text}&a=b`, keys: [] }, { signal: signal() });
  await expect(older).rejects.toMatchObject({ name: 'AbortError' });
  expect((await newer).version).toBe(1);
});

test('after an abort the next call works', async () => {
  const controller = new AbortController();
  const aborted = inspect({ text, keys: [] }, { signal: controller.signal });
  controller.abort();
  await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
  expect((await inspect({ text, keys: [] }, { signal: signal() })).version).toBe(1);
});

/** The history in a real browser: what it gives back, what a full disk does, and what is left when site data is deleted. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cdp } from 'vitest/browser';
import { deleteDB } from 'idb';
import { openHistory } from '../../src/history/history.ts';
import type { Entry } from '../../src/history/history.ts';
import { NAME } from '../../src/history/schema.ts';
import { failed, passed } from '../ui/fixtures/records.ts';

beforeEach(() => deleteDB(NAME));
afterEach(() => deleteDB(NAME));

const at = (second: number): Date => new Date(1_700_000_000_000 + second * 1000);
const soon = (until: () => boolean) => vi.waitUntil(until, { timeout: 10_000, interval: 5 });
interface Session {
  send(method: string, params: object): Promise<unknown>;
}
const session = () => cdp() as unknown as Session;
/** Bytes that do not compress: Chromium counts what it writes. */
function noise(size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  for (let i = 0; i < size; i += 65_536) crypto.getRandomValues(bytes.subarray(i, Math.min(size, i + 65_536)));
  return bytes;
}

// First of all: Chromium remembers for a while how much room there was.
describe('a full disk', () => {
  const quota = (quotaSize?: number) =>
    session().send('Storage.overrideQuotaForOrigin', { origin: location.origin, ...(quotaSize === undefined ? {} : { quotaSize }) });
  afterEach(() => quota());

  test('is a value; nothing is half kept; after a deletion there is room again', async () => {
    await quota(3_000_000);
    const history = await openHistory();
    const results = [];
    for (let i = 0; i < 8; i++) results.push(await history.save({ request: { text: noise(1_000_000) }, inspection: passed }, at(i)));
    const kept = results.filter(({ ok }) => ok).length;
    expect(kept).toBeGreaterThan(0);
    expect(results.at(-1)).toEqual({ ok: false, why: 'quota' });
    expect(history.heads()).toHaveLength(kept);
    const again = await openHistory();
    expect(again.heads()).toEqual(history.heads());
    for (const { id } of again.heads()) expect((await again.load(id))?.request.text).toHaveLength(1_000_000);
    await quota();
    await again.clear();
    expect((await again.save({ request: { text: noise(1_000_000) }, inspection: passed }, at(9))).ok).toBe(true);
  });
});

describe('a record', () => {
  test.each([
    ['text', 'subject=会员年卡&sign=x'],
    ['half of a surrogate pair', 'a=\ud800&b=\udfff\u0000&sign=x'],
    ['bytes', Uint8Array.of(0xb2, 0xe2, 0x00, 0xff)],
    ['a large file', noise(100_000)],
  ])('of %s comes back as it was', async (_, text) => {
    const entry: Entry = { request: { text, hints: { pick: 1, inputs: { path: '/\udc00' } } }, inspection: failed };
    expect((await (await openHistory()).save(entry, at(0))).ok).toBe(true);
    const history = await openHistory();
    expect(history.reason).toBeNull();
    expect(await history.load(history.heads()[0]?.id ?? '')).toEqual(entry);
  });

  test('deleted, taken back and listed alike in another tab', async () => {
    const [one, two] = [await openHistory(), await openHistory()];
    const saved = await one.save({ request: { text: 'sign=x' }, inspection: passed }, at(0));
    const id = saved.ok ? saved.id : '';
    await soon(() => two.heads().length === 1);
    await two.remove(id);
    await soon(() => one.heads().length === 0);
    await two.restore(id);
    await soon(() => one.heads().length === 1);
    expect((await one.load(id))?.request.text).toBe('sign=x');
  });
});

test('site data that is cleared under the page: the next save is kept', async () => {
  const history = await openHistory();
  await history.save({ request: { text: 'one' }, inspection: passed }, at(0));
  await session().send('Storage.clearDataForOrigin', { origin: location.origin, storageTypes: 'indexeddb' });
  await soon(() => history.heads().length === 0);
  const saved = await history.save({ request: { text: 'two' }, inspection: passed }, at(1));
  expect(saved.ok).toBe(true);
  expect((await (await openHistory()).load(saved.ok ? saved.id : ''))?.request.text).toBe('two');
});

/** A long history in a real browser. A file of its own: what other tests have opened would read the long list too. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deleteDB, openDB } from 'idb';
import { openHistory } from '../../src/history/history.ts';
import type { Entry } from '../../src/history/history.ts';
import { CHUNK, NAME, headOf } from '../../src/history/schema.ts';
import { passed } from '../ui/fixtures/records.ts';

beforeEach(() => deleteDB(NAME));
afterEach(() => deleteDB(NAME));

const at = (second: number): Date => new Date(1_700_000_000_000 + second * 1000);
const soon = (until: () => boolean) => vi.waitUntil(until, { timeout: 10_000, interval: 5 });

test('100,000 records: the newest are listed at once, and all soon after', { timeout: 60_000 }, async () => {
  await openHistory();
  const database = await openDB(NAME);
  const entry: Entry = { request: { text: 'sign=x' }, inspection: passed };
  const tx = database.transaction('heads', 'readwrite');
  const added = Array.from({ length: 100 }, (_, chunk) =>
    tx.store.add(Array.from({ length: CHUNK }, (__, i) => headOf(crypto.randomUUID(), at(chunk * CHUNK + i).getTime(), entry))),
  );
  await Promise.all([...added, tx.done]);
  database.close();
  const began = performance.now();
  const history = await openHistory();
  const opened = performance.now() - began;
  expect(history.heads()).toHaveLength(CHUNK);
  await soon(() => history.heads().length === 100_000);
  const listed = performance.now() - began;
  const saving = performance.now();
  expect((await history.save(entry, at(200_000))).ok).toBe(true);
  const saved = performance.now() - saving;
  expect(history.heads()).toHaveLength(100_001);
  expect(history.heads()[0]?.time).toBe(at(200_000).getTime());
  console.info(`100,000 heads: first page ${opened.toFixed(0)} ms, all ${listed.toFixed(0)} ms, save ${saved.toFixed(0)} ms`);
});

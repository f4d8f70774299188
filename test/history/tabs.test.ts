/** Two tabs: what one does, the other lists; an older one in the way of an upgrade is named. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openDB } from 'idb';
import { openHistory } from '../../src/history/history.ts';
import type { Entry } from '../../src/history/history.ts';
import { NAME, VERSION } from '../../src/history/schema.ts';
import { passed } from '../ui/fixtures/records.ts';

// The release after this one, whose layout is the same.
vi.mock(import('../../src/history/schema.ts'), async (original) => {
  const schema = await original();
  return { ...schema, VERSION: (schema.VERSION + 1) as typeof schema.VERSION };
});

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const entry: Entry = { request: { text: 'a=1&sign=x' }, inspection: passed };
const at = (second: number): Date => new Date(1_700_000_000_000 + second * 1000);
const soon = (until: () => boolean) => vi.waitUntil(until, { timeout: 10_000, interval: 5 });

describe('two tabs', () => {
  test('list alike after each save, deletion, restoration and clearing', async () => {
    const [one, two] = [await openHistory(), await openHistory()];
    const alike = (count: number) => soon(() => two.heads().length === count && one.heads().length === count);
    await one.save(entry, at(0));
    await alike(1);
    await two.save(entry, at(1));
    await alike(2);
    const { id } = two.heads()[0] ?? { id: '' };
    await one.remove(id);
    await alike(1);
    expect(await two.load(id)).toBeNull();
    await one.restore(id);
    await alike(2);
    expect(two.heads()).toEqual(one.heads());
    expect(await two.load(id)).toEqual(entry);
    await two.clear();
    await alike(0);
  });

  test('that write at once lose nothing', async () => {
    const tabs = [await openHistory(), await openHistory()] as const;
    const saves = tabs.flatMap((tab) => Array.from({ length: 50 }, (_, i) => tab.save(entry, at(i))));
    const saved = await Promise.all(saves);
    expect(saved.every(({ ok }) => ok)).toBe(true);
    await soon(() => tabs.every((tab) => tab.heads().length === 100));
    expect(tabs[1].heads()).toEqual(tabs[0].heads());
    expect((await openHistory()).heads()).toEqual(tabs[0].heads());
  });
});

describe('an older tab that does not let go', () => {
  test('is named; the page works in memory and joins the database when the tab is closed', async () => {
    const older = await openDB(NAME, VERSION - 1, {
      upgrade: (database) => {
        database.createObjectStore('heads', { autoIncrement: true });
        database.createObjectStore('bodies', { keyPath: 'id' });
        database.createObjectStore('segments');
      },
    });
    const began = performance.now();
    const history = await openHistory();
    expect(history.reason).toBe('blocked');
    expect(performance.now() - began).toBeLessThan(2000);
    const saved = await history.save(entry, at(0));
    older.close();
    await soon(() => history.reason === null);
    expect(await history.load(saved.ok ? saved.id : '')).toEqual(entry);
    expect((await openHistory()).heads()).toEqual(history.heads());
  });
});

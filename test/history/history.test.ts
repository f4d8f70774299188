/** What the history promises: nothing lost, nothing secret, in step between tabs, and never in the way. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { openDB } from 'idb';
import { openHistory } from '../../src/history/history.ts';
import type { Entry } from '../../src/history/history.ts';
import { NAME, SEGMENT } from '../../src/history/schema.ts';
import { passed, failed } from '../ui/fixtures/records.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const entry = (text: string | Uint8Array = 'a=1&sign=x'): Entry => ({ request: { text, hints: { pick: 1 } }, inspection: passed });
const at = (second: number): Date => new Date(1_700_000_000_000 + second * 1000);

describe('a saved inspection', () => {
  test('comes back exactly as it was, after the page is opened anew', async () => {
    const saved = await (await openHistory()).save(entry('甲=\ud800'), at(0));
    const again = await openHistory();
    expect(saved.ok).toBe(true);
    expect(again.heads()).toHaveLength(1);
    expect(await again.load(again.heads()[0]?.id ?? '')).toEqual(entry('甲=\ud800'));
  });

  test('keeps the bytes of a file', async () => {
    const history = await openHistory();
    await history.save(entry(Uint8Array.of(0xb2, 0xe2, 0x3d)), at(0));
    const loaded = await history.load(history.heads()[0]?.id ?? '');
    expect(loaded?.request.text).toEqual(Uint8Array.of(0xb2, 0xe2, 0x3d));
  });

  test('holds no keys, even if they are handed over', async () => {
    const history = await openHistory();
    const request = { ...entry().request, keys: ['MIIsecret-canary'] };
    await history.save({ ...entry(), request }, at(0));
    expect(JSON.stringify(await history.load(history.heads()[0]?.id ?? ''))).not.toContain('canary');
  });

  test('lists newest first, with verdict, dialect, order and amount', async () => {
    const history = await openHistory();
    await history.save(entry(), at(1));
    await history.save({ ...entry(), inspection: failed }, at(2));
    expect(history.heads().map(({ indication }) => indication)).toEqual(['failed', 'passed']);
    expect(history.heads()[1]).toMatchObject({ reason: 'verified', dialect: 'openapi2-notify', order: 'T20261120000417', amount: '88.80' });
  });

  test('replaces the one that it is an edit of', async () => {
    const history = await openHistory();
    const first = await history.save(entry('one'), at(1));
    await history.save(entry('two'), at(2), first.ok ? first.id : '');
    expect(history.heads()).toHaveLength(1);
    expect((await openHistory()).heads()).toHaveLength(1);
  });
});

describe('deleting', () => {
  test('can be taken back, and then is as before', async () => {
    const history = await openHistory();
    await history.save(entry('keep'), at(1));
    await history.save(entry('gone'), at(2));
    const { id } = history.heads()[0] ?? { id: '' };
    await history.remove(id);
    expect((await openHistory()).heads()).toHaveLength(1);
    await history.restore(id);
    expect((await history.load(id))?.request.text).toBe('gone');
    expect((await openHistory()).heads().map((head) => head.id)[0]).toBe(id);
  });

  test('everything leaves nothing behind', async () => {
    const history = await openHistory();
    await history.save(entry('canary'), at(1));
    await history.clear();
    const database = await openDB(NAME);
    for (const name of database.objectStoreNames) expect(await database.count(name)).toBe(0);
  });
});

describe('many', () => {
  test('are packed, and each can still be opened, replaced and deleted', { timeout: 60_000 }, async () => {
    const history = await openHistory();
    for (let i = 0; i < SEGMENT + 3; i++) await history.save(entry(`n${i}`), at(i));
    const database = await openDB(NAME);
    expect(await database.count('segments')).toBe(1);
    expect(await database.count('bodies')).toBe(3);
    const again = await openHistory();
    expect(again.heads()).toHaveLength(SEGMENT + 3);
    const oldest = again.heads().at(-1);
    expect((await again.load(oldest?.id ?? ''))?.request.text).toBe('n0');
    await again.remove(oldest?.id ?? '');
    await again.restore(oldest?.id ?? '');
    expect((await (await openHistory()).load(oldest?.id ?? ''))?.request.text).toBe('n0');
  });
});

describe('trouble', () => {
  test('without IndexedDB it lives in memory and says so', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const history = await openHistory();
    vi.unstubAllGlobals();
    expect(history.reason).toBe('unavailable');
    await history.save(entry(), at(0));
    expect(await history.load(history.heads()[0]?.id ?? '')).toEqual(entry());
  });

  test('a database of a newer version is left alone', async () => {
    (await openDB(NAME, 99)).close();
    expect((await openHistory()).reason).toBe('newer-version');
    expect((await openDB(NAME)).version).toBe(99);
  });

  test('a database that never answers is not waited for', async () => {
    const silent = Object.assign(Object.create(IDBRequest.prototype) as IDBRequest, { listeners: [] });
    vi.stubGlobal('indexedDB', { open: () => silent });
    const history = await openHistory();
    vi.unstubAllGlobals();
    expect(history.reason).toBe('timeout');
  });

  test('a full disk is a value, not an exception, and the list stays true', async () => {
    const history = await openHistory();
    await history.save(entry('first'), at(0));
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const saved = await history.save(entry('second'), at(1));
    put.mockRestore();
    expect(saved).toEqual({ ok: false, why: 'quota' });
    expect(history.heads()).toHaveLength(1);
  });

  test('one damaged head does not blank the list', async () => {
    const history = await openHistory();
    await history.save(entry(), at(0));
    const database = await openDB(NAME);
    await database.put('heads', [null, 7, { id: 1 }], 'zz');
    await database.put('heads', 'nonsense', 'zzz');
    expect((await openHistory()).heads()).toHaveLength(1);
  });

  test('what one tab saves, another lists', async () => {
    const [one, two] = [await openHistory(), await openHistory()];
    const told = new Promise<void>((resolve) => void two.subscribe(resolve));
    await one.save(entry(), at(0));
    await told;
    expect(two.heads()).toEqual(one.heads());
  });
});

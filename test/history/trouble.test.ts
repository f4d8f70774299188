/** What goes wrong with databases: refused, late, taken away, full, filled with nonsense. The page works on and says why. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import fc from 'fast-check';
import { deleteDB, openDB } from 'idb';
import { openHistory } from '../../src/history/history.ts';
import type { Entry, History } from '../../src/history/history.ts';
import { NAME, VERSION, headOf } from '../../src/history/schema.ts';
import { isCalled } from '../../src/history/validate.ts';
import { passed } from '../ui/fixtures/records.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const entry = (text = 'a=1&sign=x'): Entry => ({ request: { text }, inspection: passed });
const now = new Date(1_700_000_000_000);
const soon = (until: () => boolean) => vi.waitUntil(until, { timeout: 10_000, interval: 5 });
const fail = (name: string) => () => {
  throw new DOMException('no', name);
};

/** Saves, loads, deletes, takes back: all that a page does. */
async function works(history: History): Promise<void> {
  const count = history.heads().length;
  const saved = await history.save(entry('works'), now);
  const id = saved.ok ? saved.id : '';
  expect((await history.load(id))?.request.text).toBe('works');
  await history.remove(id);
  expect(history.heads()).toHaveLength(count);
  await history.restore(id);
  expect((await history.load(id))?.request.text).toBe('works');
}

describe('opening', () => {
  test.each([
    ['SecurityError', 'unavailable'],
    ['InvalidStateError', 'unavailable'],
    ['UnknownError', 'damaged'],
  ] as const)('%s is told as %s, and the page works', async (name, reason) => {
    vi.spyOn(indexedDB, 'open').mockImplementation(fail(name));
    const history = await openHistory();
    expect(history.reason).toBe(reason);
    await works(history);
  });

  test('a browser whose very word for it throws is unavailable', async () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB') ?? {};
    Object.defineProperty(globalThis, 'indexedDB', { configurable: true, get: fail('SecurityError') });
    const history = await openHistory();
    Object.defineProperty(globalThis, 'indexedDB', own);
    expect(history.reason).toBe('unavailable');
    await works(history);
  });

  test('without IndexedDB it lives in memory and says so', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const history = await openHistory();
    expect(history.reason).toBe('unavailable');
    await works(history);
  });

  test('a database of a newer version is left alone', async () => {
    (await openDB(NAME, VERSION + 98)).close();
    const history = await openHistory();
    expect(history.reason).toBe('newer-version');
    await works(history);
    expect((await openDB(NAME)).version).toBe(VERSION + 98);
  });

  test('a database that cannot be read is left alone', async () => {
    await (await openHistory()).save(entry('before'), now);
    const read = vi.spyOn(IDBObjectStore.prototype, 'openCursor').mockImplementation(fail('UnknownError'));
    const history = await openHistory();
    expect(history.reason).toBe('damaged');
    await works(history);
    read.mockRestore();
    expect((await openHistory()).heads()).toHaveLength(1);
  });

  test('a database that answers late is not waited for, and then gets what was kept meanwhile', async () => {
    const holding = await openDB(NAME, VERSION);
    const deleting = deleteDB(NAME);
    const history = await openHistory();
    expect(history.reason).toBe('timeout');
    await works(history);
    const [before] = history.heads();
    holding.close();
    await deleting;
    await soon(() => history.reason === null);
    await soon(() => history.heads().length === 1);
    expect(history.heads()).toEqual([before]);
    expect((await (await openHistory()).load(before?.id ?? ''))?.request.text).toBe('works');
    await works(history);
  });
});

describe('losing', () => {
  test('a newer version in another tab does not wait for this one, which works on in memory', async () => {
    const history = await openHistory();
    await history.save(entry('kept'), now);
    const newer = await openDB(NAME, VERSION + 1);
    await soon(() => history.reason === 'newer-version');
    await works(history);
    // What this tab keeps in memory is not forced upon a layout that it does not know.
    expect(await newer.count('bodies')).toBe(1);
  });

  test('a database that is deleted under the page is made anew', async () => {
    const history = await openHistory();
    await history.save(entry('gone'), now);
    await deleteDB(NAME);
    await soon(() => history.heads().length === 0);
    expect(history.reason).toBeNull();
    await works(history);
    expect((await openHistory()).heads()).toHaveLength(1);
  });

  test('a connection that died without a word is opened anew, and the save is kept', async () => {
    const transaction = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const history = await openHistory();
    transaction.mockImplementationOnce(fail('InvalidStateError'));
    expect((await history.save(entry('kept'), now)).ok).toBe(true);
    expect(history.reason).toBeNull();
    expect((await openHistory()).heads()).toHaveLength(1);
  });
});

describe('a full disk', () => {
  test('is a value, not an exception; the list stays true, and after a deletion there is room again', async () => {
    const history = await openHistory();
    await history.save(entry('first'), now);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(fail('QuotaExceededError'));
    expect(await history.save(entry('second'), now)).toEqual({ ok: false, why: 'quota' });
    expect(history.heads()).toHaveLength(1);
    put.mockRestore();
    await history.remove(history.heads()[0]?.id ?? '');
    await works(history);
  });

  test('is known though every request succeeded: the transaction decides', async () => {
    const history = await openHistory();
    // As Chromium does it: the error is the transaction's, not a request's.
    const put = Reflect.get(IDBObjectStore.prototype, 'put') as (...rest: readonly unknown[]) => IDBRequest<IDBValidKey>;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...rest) {
      const request = put.apply(this, rest);
      request.addEventListener('success', () => {
        Object.defineProperty(this.transaction, 'error', { value: new DOMException('full', 'QuotaExceededError') });
        this.transaction.abort();
      });
      return request;
    });
    expect(await history.save(entry(), now)).toEqual({ ok: false, why: 'quota' });
    expect(history.heads()).toEqual([]);
    vi.restoreAllMocks();
    expect((await openHistory()).heads()).toEqual([]);
  });
});

describe('nonsense in the database', () => {
  const sound = headOf('sound', now.getTime(), entry());
  const anything = fc.oneof(
    fc.anything({ withBigInt: true, withDate: true, withTypedArray: true, withMap: true }),
    fc.record(
      Object.fromEntries(Object.keys(sound).map((name) => [name, fc.oneof(fc.constant(sound[name as keyof typeof sound]), fc.anything())])),
    ),
  );
  const storable = (value: unknown): boolean => {
    try {
      structuredClone(value);
      return true;
    } catch {
      return false;
    }
  };

  test('of 1,000 shapes blanks nothing, is drawn nowhere, stops nothing and is still there', async () => {
    const wrong = fc.sample(anything.filter(storable), 1000);
    await openHistory();
    const database = await openDB(NAME);
    await database.add('heads', [...wrong.slice(0, 700), sound]);
    for (const value of wrong.slice(700)) await database.add('heads', value);
    const history = await openHistory();
    expect(history.reason).toBeNull();
    expect(history.heads().filter(({ id }) => id === 'sound')).toHaveLength(1);
    for (const { time, order, amount, dialect } of history.heads()) {
      expect(() => new Date(time).toISOString()).not.toThrow();
      for (const text of [order, amount, dialect]) expect(text === null || typeof text === 'string').toBe(true);
    }
    await works(history);
    await history.remove('sound');
    expect((await openHistory()).heads().map(({ id }) => id)).not.toContain('sound');
    const [chunk, ...rest] = (await database.getAll('heads')) as unknown[];
    // Nonsense that is called like the removed one goes with it, whatever else it is.
    const others = (values: readonly unknown[]) => values.filter((value) => !isCalled(value, 'sound')).length;
    expect((chunk as unknown[]).length).toBeGreaterThanOrEqual(others(wrong.slice(0, 700)));
    expect(rest.length).toBeGreaterThanOrEqual(others(wrong.slice(700)));
    await history.clear();
    expect(await database.count('heads')).toBe(0);
  });

  test.each([
    ['no entry', {}],
    ['no text', { entry: { request: { text: 7 }, inspection: passed } }],
    ['a record of another version', { entry: { request: { text: '' }, inspection: { ...passed, version: 2 } } }],
    ['a record without a verdict', { entry: { request: { text: '' }, inspection: { ...passed, verdict: null } } }],
    ['a record without fields', { entry: { request: { text: '' }, inspection: { ...passed, explanation: {} } } }],
  ])('in a body, %s, reads as gone, and can be deleted and taken back as it was', async (_, body) => {
    const history = await openHistory();
    const saved = await history.save(entry(), now);
    const id = saved.ok ? saved.id : '';
    const database = await openDB(NAME);
    await database.put('bodies', { id, ...body });
    expect(await history.load(id)).toBeNull();
    await history.remove(id);
    expect(await database.count('bodies')).toBe(0);
    await history.restore(id);
    expect(await database.get('bodies', id)).toEqual({ id, ...body });
  });

  test('the same id twice is one row', async () => {
    await openHistory();
    await (await openDB(NAME)).add('heads', [sound, sound]);
    expect((await openHistory()).heads()).toHaveLength(1);
  });
});

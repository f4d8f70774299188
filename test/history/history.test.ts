/** What the history promises: nothing lost, nothing secret, in step between tabs, and never in the way. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import fc from 'fast-check';
import { openDB } from 'idb';
import { openHistory } from '../../src/history/history.ts';
import type { Entry } from '../../src/history/history.ts';
import { CHUNK, LARGE, NAME, SEGMENT, headOf } from '../../src/history/schema.ts';
import { passed, failed } from '../ui/fixtures/records.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const entry = (text: string | Uint8Array = 'a=1&sign=x'): Entry => ({ request: { text, hints: { pick: 1 } }, inspection: passed });
/** Every body in the database, wherever it lies. */
async function everything(): Promise<unknown[]> {
  const database = await openDB(NAME);
  const all = [...(await database.getAll('bodies')), ...(await database.getAll('segments')).flat()] as unknown[];
  database.close();
  return all;
}
/** Makes writes fail as a full disk does. @returns how to end it */
function refuse(...methods: readonly ('put' | 'add')[]): () => void {
  const spies = methods.map((method) =>
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    }),
  );
  return () => spies.forEach((spy) => spy.mockRestore());
}
/** A database with many heads and no body. */
async function seeded(count: number) {
  await openHistory();
  const database = await openDB(NAME);
  const heads = Array.from({ length: count }, (_, i) => headOf(`id-${i}`, at(i).getTime(), entry()));
  for (let i = 0; i < count; i += CHUNK) await database.add('heads', heads.slice(i, i + CHUNK));
  return database;
}
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

  test.each([
    ['a private key in the paste', '-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----&sign=x', []],
    ['a private key in a file', new TextEncoder().encode('sign=x&k=-----BEGIN PRIVATE KEY-----'), []],
    ['a secret that the core has marked in what it read', 'sign=x&key=canary-of-a-secret', ['‹secret 1›']],
  ])('is refused, and nothing is written, with %s', async (_, text, values) => {
    const history = await openHistory();
    const pairs = values.map((value) => ({ name: 'key', value, nameSpan: [0, 1] as const, valueSpan: [2, 3] as const }));
    const inspection = { ...passed, reading: { ...passed.reading, pairs } };
    expect(await history.save({ request: { text }, inspection }, at(0))).toEqual({ ok: false, why: 'failed' });
    expect(await everything()).toEqual([]);
  });

  test('may speak of a secret that is not in it', async () => {
    const saved = await (await openHistory()).save(entry('note=‹secret 1›&sign=x'), at(0));
    expect(saved.ok).toBe(true);
  });

  test('takes no more of a buffer than its own bytes', async () => {
    const history = await openHistory();
    await history.save(entry(new Uint8Array(100_000).fill(65).subarray(10, 20)), at(0));
    const { text } = (await history.load(history.heads()[0]?.id ?? ''))?.request ?? {};
    expect((text as Uint8Array).buffer.byteLength).toBe(10);
  });

  test('is not changed by what happens to the bytes afterwards', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const history = await openHistory();
    vi.unstubAllGlobals();
    const bytes = Uint8Array.of(1, 2, 3);
    await history.save(entry(bytes), at(0));
    bytes.fill(0);
    expect((await history.load(history.heads()[0]?.id ?? ''))?.request.text).toEqual(Uint8Array.of(1, 2, 3));
  });

  test('comes back whatever its text and names are', async () => {
    const history = await openHistory();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.array(fc.integer({ min: 0, max: 0xffff })), async (name, units) => {
        const text = String.fromCharCode(...units);
        const inputs = Object.fromEntries([
          [name, text],
          ['__proto__', text],
        ]);
        const each: Entry = { request: { text, hints: { inputs } }, inspection: failed };
        const saved = await history.save(each, at(0));
        expect(await history.load(saved.ok ? saved.id : '')).toEqual(each);
      }),
      { numRuns: 50 },
    );
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

describe('the order', () => {
  test('is by time, and by id where times are equal, in every tab and whatever the clock did', async () => {
    const history = await openHistory();
    for (const second of [5, 9, 1, 5, 5]) await history.save(entry(), at(second));
    const key = ({ time, id }: { time: number; id: string }) => `${time}/${id}`;
    const listed = history.heads().map(key);
    expect(listed).toEqual([...listed].sort().reverse());
    expect((await openHistory()).heads().map(key)).toEqual(listed);
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

describe('replacing', () => {
  test('leaves the older one where the newer one cannot be kept', async () => {
    const history = await openHistory();
    const first = await history.save(entry('first'), at(0));
    const add = refuse('add', 'put');
    const saved = await history.save(entry('second'), at(1), first.ok ? first.id : '');
    add();
    expect(saved.ok).toBe(false);
    const again = await openHistory();
    expect(again.heads()).toHaveLength(1);
    expect((await again.load(again.heads()[0]?.id ?? ''))?.request.text).toBe('first');
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
    await vi.waitUntil(() => again.heads().length === SEGMENT + 3);
    const oldest = again.heads().at(-1);
    expect((await again.load(oldest?.id ?? ''))?.request.text).toBe('n0');
    // The list that this page holds is from before the packing.
    expect((await history.load(oldest?.id ?? ''))?.request.text).toBe('n0');
    await again.remove(oldest?.id ?? '');
    await again.restore(oldest?.id ?? '');
    expect((await (await openHistory()).load(oldest?.id ?? ''))?.request.text).toBe('n0');
    const second = again.heads().at(-2);
    await again.save(entry('instead'), at(9999), second?.id);
    expect(await everything()).toHaveLength(SEGMENT + 3);
    expect(await again.load(second?.id ?? '')).toBeNull();
  });

  test('are listed from few values, the newest at once', async () => {
    const database = await seeded(CHUNK * 2);
    const history = await openHistory();
    expect(history.heads()).toHaveLength(CHUNK);
    expect(history.heads()[0]?.id).toBe(`id-${CHUNK * 2 - 1}`);
    await history.save(entry(), at(CHUNK * 3));
    await vi.waitUntil(() => history.heads().length === CHUNK * 2 + 1);
    expect(await database.count('heads')).toBe(3);
    expect(history.heads()[0]?.time).toBe(at(CHUNK * 3).getTime());
  });

  test('a large one shares its segment with none', async () => {
    const history = await openHistory();
    await history.save(entry('x'.repeat(LARGE + 1)), at(0));
    await history.save(entry('small'), at(1));
    const database = await openDB(NAME);
    expect([await database.count('segments'), await database.count('bodies')]).toEqual([1, 1]);
    const { id } = history.heads()[1] ?? { id: '' };
    expect((await history.load(id))?.request.text).toHaveLength(LARGE + 1);
    await history.remove(id);
    expect(await database.count('segments')).toBe(0);
    await history.restore(id);
    expect((await (await openHistory()).load(id))?.request.text).toHaveLength(LARGE + 1);
  });
});

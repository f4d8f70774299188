/** Where records are kept, in IndexedDB. Deletes only what it is told to delete. */
import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { CHUNK, LARGE, PAGE, SEGMENT } from './schema.ts';
import type { Body, Head, Schema } from './schema.ts';
import { isBody, isCalled, isHead, listOf } from './validate.ts';

/** What a deletion took out; enough to put it back. */
export interface Removed {
  readonly head: Head;
  /** As it lay there, even where it can't be shown; undefined where there was none. */
  readonly body: unknown;
}

export interface Store {
  /** At least PAGE heads, or all: what was kept last, read without the rest. In no order. */
  newest(): Promise<readonly Head[]>;
  /** In no order. */
  heads(): Promise<readonly Head[]>;
  /** Resolves, with the head as it is kept, when it is kept for good. The record `replaces` goes in the same step. */
  put(record: { readonly head: Head; readonly body: unknown }, replaces?: string): Promise<Head>;
  /** Null where it is gone or can't be shown. */
  get(head: Head): Promise<Body | null>;
  remove(head: Head): Promise<Removed>;
  clear(): Promise<void>;
}

const STORES = ['heads', 'bodies', 'segments'] as const;
type Write = IDBPTransaction<Schema, (typeof STORES)[number][], 'readwrite'>;

export class DatabaseStore implements Store {
  readonly #database: IDBPDatabase<Schema>;

  constructor(database: IDBPDatabase<Schema>) {
    this.#database = database;
  }

  async newest(): Promise<readonly Head[]> {
    const found: Head[] = [];
    let cursor = await this.#database.transaction('heads').store.openCursor(null, 'prev');
    for (; cursor && found.length < PAGE; cursor = await cursor.continue()) found.push(...listOf(cursor.value).filter(isHead));
    return once(found);
  }

  async heads(): Promise<readonly Head[]> {
    return once((await this.#database.getAll('heads')).flatMap(listOf).filter(isHead));
  }

  put({ head, body }: { readonly head: Head; readonly body: unknown }, replaces?: string): Promise<Head> {
    return this.#write({}, async (tx) => {
      if (replaces !== undefined) await takeOut(tx, replaces);
      const segment = isBody(body) && body.entry.request.text.length > LARGE ? crypto.randomUUID() : null;
      if (segment !== null) await tx.objectStore('segments').put([body], segment);
      else if (body !== undefined) await tx.objectStore('bodies').put(body);
      const kept = { ...head, segment };
      await append(tx, kept);
      if ((await tx.objectStore('bodies').count()) >= SEGMENT) await pack(tx);
      return kept;
    });
  }

  async get({ id, segment }: Head): Promise<Body | null> {
    const found = await this.#read(id, segment);
    if (found !== undefined) return isBody(found) ? found : null;
    // It was packed, here or by another tab, since the list was read.
    const now = (await this.heads()).find((head) => head.id === id);
    const moved = now && now.segment !== segment ? await this.#read(id, now.segment) : undefined;
    return isBody(moved) ? moved : null;
  }

  async #read(id: string, segment: string | null): Promise<unknown> {
    if (segment === null) return this.#database.get('bodies', id);
    return listOf(await this.#database.get('segments', segment)).find((body) => isCalled(body, id));
  }

  remove(head: Head): Promise<Removed> {
    return this.#write({ durability: 'strict' }, async (tx) => ({ head, body: await takeOut(tx, head.id) }));
  }

  clear(): Promise<void> {
    return this.#write({ durability: 'strict' }, async (tx) => {
      for (const name of STORES) await tx.objectStore(name).clear();
    });
  }

  /** All or nothing. It succeeded when the transaction says so: on a full disk the requests succeed, then the transaction aborts. */
  async #write<T>(options: IDBTransactionOptions, act: (tx: Write) => Promise<T>): Promise<T> {
    const tx = this.#database.transaction([...STORES], 'readwrite', options);
    const ended = tx.done.then(
      () => null,
      (error: unknown) => ({ error }),
    );
    let result: T;
    try {
      result = await act(tx);
    } catch (error) {
      abort(tx);
      // Why the transaction ended tells more than the request that it took along, unless it ended by our own hand.
      const failure = await ended;
      throw failure && nameOf(failure.error) !== 'AbortError' ? failure.error : error;
    }
    const failure = await ended;
    if (failure) throw failure.error;
    return result;
  }
}

export const nameOf = (error: unknown): string => (error instanceof Error || error instanceof DOMException ? error.name : '');

function abort(tx: Write): void {
  try {
    tx.abort();
  } catch {
    // It has ended already.
  }
}

/** A row is keyed by its id: the same id twice would blank the page. */
const once = (heads: readonly Head[]): readonly Head[] => [...new Map(heads.map((head) => [head.id, head])).values()];

/** Onto the newest chunk, or a new one where that is full. */
async function append(tx: Write, head: Head): Promise<void> {
  const store = tx.objectStore('heads');
  let cursor = await store.openCursor(null, 'prev');
  while (cursor && !Array.isArray(cursor.value)) cursor = await cursor.continue();
  const chunk = listOf(cursor?.value);
  if (cursor && chunk.length < CHUNK) await cursor.update([...chunk, head]);
  else await store.add([head]);
}

/** Takes a record out, wherever it is. @returns its body */
async function takeOut(tx: Write, id: string): Promise<unknown> {
  let segment: string | null = null;
  for (let cursor = await tx.objectStore('heads').openCursor(null, 'prev'); cursor; cursor = await cursor.continue()) {
    const chunk = listOf(cursor.value);
    const found = chunk.find((head) => isCalled(head, id));
    if (found === undefined) continue;
    if (isHead(found)) ({ segment } = found);
    const rest = chunk.filter((head) => !isCalled(head, id));
    await (rest.length > 0 ? cursor.update(rest) : cursor.delete());
    break;
  }
  const alone = await tx.objectStore('bodies').get(id);
  await tx.objectStore('bodies').delete(id);
  if (segment === null) return alone;
  const bodies = listOf(await tx.objectStore('segments').get(segment));
  const rest = bodies.filter((body) => !isCalled(body, id));
  if (rest.length === bodies.length) return alone;
  await (rest.length > 0 ? tx.objectStore('segments').put(rest, segment) : tx.objectStore('segments').delete(segment));
  return bodies.find((body) => isCalled(body, id));
}

/** Bodies that stand alone become one segment, and their heads say so. */
async function pack(tx: Write): Promise<void> {
  const bodies = await tx.objectStore('bodies').getAll();
  const ids = new Set<unknown>(await tx.objectStore('bodies').getAllKeys());
  const segment = crypto.randomUUID();
  await tx.objectStore('segments').put(bodies, segment);
  await tx.objectStore('bodies').clear();
  for (let cursor = await tx.objectStore('heads').openCursor(); cursor; cursor = await cursor.continue()) {
    const chunk = listOf(cursor.value);
    const packed = chunk.map((head) => (isHead(head) && ids.has(head.id) ? { ...head, segment } : head));
    if (packed.some((head, i) => head !== chunk[i])) await cursor.update(packed);
  }
}

/** Where the history is kept: IndexedDB, or memory where there is none. Both do the same; neither ever deletes by itself. */
import { openDB } from 'idb';
import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { migrate } from './migrate.ts';
import { CHUNK, NAME, SEGMENT, VERSION, isHead } from './schema.ts';
import type { Body, Head, Schema } from './schema.ts';

export interface Store {
  heads(): Promise<readonly Head[]>;
  /** Resolves when it is kept for good. `replaces` goes in the same step. */
  put(head: Head, body: Body, replaces?: string): Promise<void>;
  get(head: Head): Promise<Body | null>;
  remove(head: Head): Promise<void>;
  clear(): Promise<void>;
}

/** Why the history is kept in memory only. */
export type Trouble = 'unavailable' | 'timeout' | 'newer-version' | 'blocked' | 'damaged';

/** How long the database may take to open. Milliseconds. */
const PATIENCE = 3000;

export async function openStore(onlost: (why: Trouble) => void): Promise<{ store: Store; reason: Trouble | null }> {
  const memory = (reason: Trouble) => ({ store: new MemoryStore(), reason });
  if (typeof indexedDB === 'undefined') return memory('unavailable');
  let blocked = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'late'>((resolve) => (timer = setTimeout(() => resolve('late'), PATIENCE)));
  const opening = openDB<Schema>(NAME, VERSION, {
    upgrade: (database, old) => migrate(database, old),
    blocked: () => (blocked = true),
    // Another tab has a newer version: it must not wait for this one.
    blocking: (_current, _wanted, event) => {
      (event.target as IDBDatabase).close();
      onlost('newer-version');
    },
    terminated: () => onlost('damaged'),
  });
  try {
    const database = await Promise.race([opening, late]);
    if (database === 'late') {
      void opening.then((opened) => opened.close()).catch(() => undefined);
      return memory(blocked ? 'blocked' : 'timeout');
    }
    return { store: new DatabaseStore(database), reason: null };
  } catch (error) {
    return memory(nameOf(error) === 'VersionError' ? 'newer-version' : nameOf(error) === 'UnknownError' ? 'damaged' : 'unavailable');
  } finally {
    clearTimeout(timer);
  }
}

export const nameOf = (error: unknown): string => (error instanceof Error || error instanceof DOMException ? error.name : '');

type Write = IDBPTransaction<Schema, ('heads' | 'bodies' | 'segments')[], 'readwrite'>;

class DatabaseStore implements Store {
  readonly #database: IDBPDatabase<Schema>;

  constructor(database: IDBPDatabase<Schema>) {
    this.#database = database;
  }

  async heads(): Promise<readonly Head[]> {
    const chunks: readonly unknown[] = await this.#database.getAll('heads');
    return chunks.flatMap((chunk) => (Array.isArray(chunk) ? chunk.filter(isHead) : []));
  }

  async put(head: Head, body: Body, replaces?: string): Promise<void> {
    await this.#write(async (tx) => {
      if (replaces !== undefined) await drop(tx, replaces);
      await tx.objectStore('bodies').put(body);
      await append(tx, head);
      if ((await tx.objectStore('bodies').count()) >= SEGMENT) await pack(tx);
    });
  }

  async get({ id, segment }: Head): Promise<Body | null> {
    const alone = segment === null ? await this.#database.get('bodies', id) : undefined;
    if (alone) return alone;
    // Another tab may have packed it meanwhile.
    for (const key of segment === null ? await this.#database.getAllKeys('segments') : [segment]) {
      const found = (await this.#database.get('segments', key))?.find((body) => body.id === id);
      if (found) return found;
    }
    return null;
  }

  async remove({ id }: Head): Promise<void> {
    await this.#write((tx) => drop(tx, id));
  }

  async clear(): Promise<void> {
    await this.#write(async (tx) => {
      for (const name of ['heads', 'bodies', 'segments'] as const) await tx.objectStore(name).clear();
    });
  }

  /** Success is when the transaction says so: a full disk lets requests succeed and then aborts. */
  async #write(act: (tx: Write) => Promise<void>): Promise<void> {
    const tx = this.#database.transaction(['heads', 'bodies', 'segments'], 'readwrite');
    const done = tx.done;
    done.catch(() => undefined);
    try {
      await act(tx);
    } catch (error) {
      await done;
      throw error;
    }
    await done;
  }
}

/** Onto the last chunk with room. Keys rise with time, so the last is the newest. */
async function append(tx: Write, head: Head): Promise<void> {
  const store = tx.objectStore('heads');
  const last = await store.openCursor(null, 'prev');
  if (last && last.value.length < CHUNK) await last.update([...last.value, head]);
  else await store.put([head], newKey());
}

/** Takes a record out, wherever it is. */
async function drop(tx: Write, id: string): Promise<void> {
  let segment: string | null = null;
  for (let cursor = await tx.objectStore('heads').openCursor(null, 'prev'); cursor; cursor = await cursor.continue()) {
    const found = cursor.value.find((head) => head.id === id);
    if (!found) continue;
    segment = found.segment;
    const rest = cursor.value.filter((head) => head.id !== id);
    await (rest.length > 0 ? cursor.update(rest) : cursor.delete());
    break;
  }
  await tx.objectStore('bodies').delete(id);
  if (segment === null) return;
  const rest = (await tx.objectStore('segments').get(segment))?.filter((body) => body.id !== id) ?? [];
  await (rest.length > 0 ? tx.objectStore('segments').put(rest, segment) : tx.objectStore('segments').delete(segment));
}

/** Bodies that stand alone become one segment, and their heads say so. */
async function pack(tx: Write): Promise<void> {
  const bodies = await tx.objectStore('bodies').getAll();
  const key = newKey();
  await tx.objectStore('segments').put(bodies, key);
  await tx.objectStore('bodies').clear();
  const packed = new Set(bodies.map(({ id }) => id));
  for (let cursor = await tx.objectStore('heads').openCursor(); cursor; cursor = await cursor.continue()) {
    if (cursor.value.some(({ id }) => packed.has(id)))
      await cursor.update(cursor.value.map((head) => (packed.has(head.id) ? { ...head, segment: key } : head)));
  }
}

const newKey = (): string => `${Date.now().toString(36).padStart(10, '0')}-${crypto.randomUUID()}`;

class MemoryStore implements Store {
  readonly #records = new Map<string, { head: Head; body: Body }>();

  heads(): Promise<readonly Head[]> {
    return Promise.resolve([...this.#records.values()].map(({ head }) => head));
  }

  put(head: Head, body: Body, replaces?: string): Promise<void> {
    if (replaces !== undefined) this.#records.delete(replaces);
    this.#records.set(head.id, { head, body });
    return Promise.resolve();
  }

  get({ id }: Head): Promise<Body | null> {
    return Promise.resolve(this.#records.get(id)?.body ?? null);
  }

  remove({ id }: Head): Promise<void> {
    this.#records.delete(id);
    return Promise.resolve();
  }

  clear(): Promise<void> {
    this.#records.clear();
    return Promise.resolve();
  }
}

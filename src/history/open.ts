/** Opens the database, or says why not. A page must work without it: browsers refuse it, lose it, or never answer. */
import { openDB } from 'idb';
import { MemoryStore } from './memory-store.ts';
import { migrate } from './migrate.ts';
import { NAME, VERSION } from './schema.ts';
import type { Schema } from './schema.ts';
import { DatabaseStore, nameOf } from './store.ts';
import type { Store } from './store.ts';

/** Why the history is in memory only. */
export type Trouble = 'unavailable' | 'timeout' | 'newer-version' | 'blocked' | 'damaged';

/** What became of an open database: a newer release took it over in another tab, or it was closed or deleted under us. */
export type Loss = 'newer-version' | 'closed';

export type Opened =
  | { readonly store: Store; readonly reason: null }
  /** `late` is the database, should it answer after all. */
  | { readonly store: MemoryStore; readonly reason: Trouble; readonly late: Promise<Store> | null };

/** How long the database may take to open. Milliseconds. */
const PATIENCE = 3000;
/** How long other tabs may take to let go of an older version. Milliseconds. */
const GRACE = 1000;
/** Before the second try to open. Milliseconds. */
const PAUSE = 250;

/** Never rejects. `onlost` is called when the database is taken away later. */
export async function openStore(onlost: (loss: Loss) => void): Promise<Opened> {
  const timers: ReturnType<typeof setTimeout>[] = [];
  try {
    let late: (reason: Trouble) => void = () => undefined;
    const waiting = new Promise<Trouble>((resolve) => (late = resolve));
    timers.push(setTimeout(() => late('timeout'), PATIENCE));
    const blocked = () => timers.push(setTimeout(() => late('blocked'), GRACE));
    const opening = connect(onlost, blocked).catch(async (error: unknown) => {
      if (nameOf(error) !== 'AbortError') throw error;
      // Site data is being deleted at this moment; in a moment it is.
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      return connect(onlost, blocked);
    });
    const first = await Promise.race([opening, waiting]);
    if (typeof first === 'object') return { store: first, reason: null };
    return { store: new MemoryStore(), reason: first, late: opening };
  } catch (error) {
    return { store: new MemoryStore(), reason: reasonOf(error), late: null };
  } finally {
    for (const timer of timers) clearTimeout(timer);
  }
}

async function connect(onlost: (loss: Loss) => void, blocked: () => void): Promise<Store> {
  const database = await openDB<Schema>(NAME, VERSION, {
    upgrade: (opened, old) => migrate(opened, old),
    blocked,
    // Another tab wants a newer version, or the database gone: it must not wait. Writes under way are finished first, by `close` itself.
    blocking: (_current, wanted, event) => {
      (event.target as IDBDatabase).close();
      onlost(wanted === null ? 'closed' : 'newer-version');
    },
    terminated: () => onlost('closed'),
  });
  return new DatabaseStore(database);
}

function reasonOf(error: unknown): Trouble {
  const name = nameOf(error);
  return name === 'VersionError' ? 'newer-version' : name === 'UnknownError' ? 'damaged' : 'unavailable';
}

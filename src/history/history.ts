/**
 * The history of inspections on this device, in step between tabs. Keys are never in it: a request is kept without them. A failure to
 * keep is a value; deleting rejects where nothing was deleted.
 */
import { MemoryStore } from './memory-store.ts';
import { openStore } from './open.ts';
import type { Loss, Trouble } from './open.ts';
import { PAGE, byTime, headOf } from './schema.ts';
import type { Entry, Head } from './schema.ts';
import { holdsSecret } from './secret.ts';
import { nameOf } from './store.ts';
import type { Removed, Store } from './store.ts';

export type { Entry, Head } from './schema.ts';

export type Saved = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly why: 'quota' | 'failed' };

const CHANNEL = 'yanqian-history';
/** Changes that another tab makes in a burst are read once. Milliseconds. */
const BURST = 50;
/** What a transaction says when its database was closed under it. */
const CLOSED: readonly string[] = ['InvalidStateError', 'AbortError'];

/**
 * Opens the history; never rejects. Where nothing can be kept it lives in memory, and `reason` says why.
 * @returns with the newest page listed; of a long list the rest follows, and subscribers are told
 */
export async function openHistory(): Promise<History> {
  const history = new History();
  await history.list('newest');
  if (history.heads().length >= PAGE) void history.list('heads');
  return history;
}

export class History {
  /** A promise, so that what is asked while a lost database is opened anew waits for it. */
  #store: Promise<Store>;
  #reason: Trouble | null = null;
  #heads: readonly Head[] = [];
  #persisted = false;
  readonly #listeners = new Set<() => void>();
  /** Deleted in this session, until the page is left: a deletion can be taken back. */
  readonly #removed = new Map<string, Removed>();
  readonly #channel: BroadcastChannel | null;

  constructor() {
    this.#store = this.#open();
    this.#channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);
    let waiting: ReturnType<typeof setTimeout> | undefined;
    this.#channel?.addEventListener('message', () => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        void this.list('heads');
      }, BURST);
    });
  }

  /** Why nothing outlives this page; null where it does. */
  get reason(): Trouble | null {
    return this.#reason;
  }

  /** Newest first. */
  heads(): readonly Head[] {
    return this.#heads;
  }

  /** @returns how to end it */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Keeps an inspection, in the place of an older one if it replaces one. Never rejects; on failure the older one stays.
   * What holds a private key or a secret is refused as `failed`.
   */
  async save(entry: Entry, now: Date, replaces?: string): Promise<Saved> {
    const id = crypto.randomUUID();
    try {
      const kept = copyOf(entry);
      if (holdsSecret(kept)) return { ok: false, why: 'failed' };
      const record = { head: headOf(id, now.getTime(), kept), body: { id, entry: kept } };
      const head = await this.#run((store) => store.put(record, replaces));
      this.#set([head, ...this.#heads.filter((each) => each.id !== replaces)]);
    } catch (error) {
      return { ok: false, why: nameOf(error) === 'QuotaExceededError' ? 'quota' : 'failed' };
    }
    this.#persist();
    return { ok: true, id };
  }

  /** The record exactly as it was saved; null where it is gone or damaged. */
  async load(id: string): Promise<Entry | null> {
    const head = this.#heads.find((each) => each.id === id);
    return head ? ((await this.#run((store) => store.get(head)))?.entry ?? null) : null;
  }

  async remove(id: string): Promise<void> {
    const head = this.#heads.find((each) => each.id === id);
    if (!head) return;
    this.#removed.set(id, await this.#run((store) => store.remove(head)));
    this.#set(this.#heads.filter((each) => each.id !== id));
  }

  /** Takes a deletion of this session back. */
  async restore(id: string): Promise<void> {
    const removed = this.#removed.get(id);
    if (!removed) return;
    const head = await this.#run((store) => store.put(removed));
    this.#removed.delete(id);
    this.#set([head, ...this.#heads]);
  }

  /** Deletes everything, for good. */
  async clear(): Promise<void> {
    await this.#run((store) => store.clear());
    this.#removed.clear();
    this.#set([]);
  }

  /** Bytes that the browser counts for this origin; null where it does not say. */
  async usage(): Promise<{ readonly bytes: number } | null> {
    const estimate = await globalThis.navigator?.storage?.estimate?.().catch(() => null);
    return estimate?.usage === undefined ? null : { bytes: estimate.usage };
  }

  /** Reads the list anew. Where it can't be read the history goes on in memory; what lies on the disk is not touched. */
  async list(which: 'newest' | 'heads'): Promise<void> {
    const store = await this.#store;
    const heads = await this.#run((each) => each[which]()).catch(() => {
      this.#fallBack(store, 'damaged');
      return [];
    });
    this.#heads = [...heads].sort(byTime);
    this.#tell();
  }

  async #open(): Promise<Store> {
    const opened = await openStore((loss) => this.#lose(loss));
    this.#reason = opened.reason;
    if (opened.reason !== null) opened.late?.then((store) => this.#move(opened.store, store)).catch(() => undefined);
    return opened.store;
  }

  /** The database answered after all: what was kept in memory meanwhile joins it. */
  #move(from: MemoryStore, to: Store): void {
    const moving = async (): Promise<Store> => {
      for (const record of from.records()) await to.put(record);
      this.#reason = null;
      return to;
    };
    this.#store = moving().catch(() => from);
    void this.list('heads').then(() => this.#channel?.postMessage(null));
  }

  #lose(loss: Loss): void {
    if (loss === 'closed') this.#store = this.#open();
    else {
      this.#reason = loss;
      this.#store = Promise.resolve(new MemoryStore());
    }
    void this.list('heads');
  }

  #fallBack(from: Store, reason: Trouble): void {
    if (from instanceof MemoryStore) return;
    this.#reason = reason;
    this.#store = Promise.resolve(new MemoryStore());
  }

  /** Acts on the store; once more where the database was closed under it. */
  async #run<T>(act: (store: Store) => Promise<T>): Promise<T> {
    const asked = this.#store;
    try {
      return await act(await asked);
    } catch (error) {
      if (!CLOSED.includes(nameOf(error))) throw error;
      // Data that the user deletes closes the database a moment before the page is told.
      if (nameOf(error) === 'InvalidStateError' && this.#store === asked) this.#store = this.#open();
      return act(await this.#store);
    }
  }

  /** Asks the browser, once something is kept, not to evict it. Its answer changes nothing here. */
  #persist(): void {
    if (this.#persisted || this.#reason !== null) return;
    this.#persisted = true;
    void globalThis.navigator?.storage?.persist?.().catch(() => false);
  }

  #set(heads: readonly Head[]): void {
    this.#heads = [...heads].sort(byTime);
    if (this.#reason === null) this.#channel?.postMessage(null);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Only what is kept, free of proxies, sharing nothing with the page: a view would take its whole buffer along. */
function copyOf({ request: { text, hints }, inspection }: Entry): Entry {
  const kept = { text: typeof text === 'string' ? text : text.slice(), ...(hints ? { hints: plain(hints) } : {}) };
  return { request: kept, inspection: plain(inspection) };
}

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

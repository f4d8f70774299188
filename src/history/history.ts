/**
 * The history of inspections on this device. Keys and secrets are never in it: a request is kept without its keys, and the core has
 * already taken secrets out of the record.
 */
import { byTime, headOf } from './schema.ts';
import type { Body, Entry, Head } from './schema.ts';
import { nameOf, openStore } from './store.ts';
import type { Store, Trouble } from './store.ts';

export type { Entry, Head } from './schema.ts';

export type Saved = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly why: 'quota' | 'failed' };

const CHANNEL = 'yanqian-history';

/** Opens the history; never fails. Where nothing can be kept it lives in memory, and `reason` says why. */
export async function openHistory(): Promise<History> {
  let history: History | null = null;
  const { store, reason } = await openStore((why) => history?.lose(why));
  history = new History(store, reason);
  await history.refresh();
  return history;
}

export class History {
  readonly #store: Store;
  #reason: Trouble | null;
  #heads: readonly Head[] = [];
  readonly #listeners = new Set<() => void>();
  /** Deleted in this session, until the page is left: a deletion can be taken back. */
  readonly #removed = new Map<string, { head: Head; body: Body }>();
  readonly #channel: BroadcastChannel | null;

  constructor(store: Store, reason: Trouble | null) {
    this.#store = store;
    this.#reason = reason;
    this.#channel = reason === null && typeof BroadcastChannel !== 'undefined' ? new BroadcastChannel(CHANNEL) : null;
    this.#channel?.addEventListener('message', () => void this.refresh().catch(() => undefined));
  }

  /** Why nothing outlives this page; null where it does. */
  get reason(): Trouble | null {
    return this.#reason;
  }

  /** Newest first. */
  heads(): readonly Head[] {
    return this.#heads;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Keeps an inspection, in the place of an older one if it replaces one. */
  async save({ request, inspection }: Entry, now: Date, replaces?: string): Promise<Saved> {
    const id = crypto.randomUUID();
    const { text, hints } = request;
    const entry: Entry = { request: { text, ...(hints ? { hints: plain(hints) } : {}) }, inspection: plain(inspection) };
    const head = headOf(id, now.getTime(), entry);
    try {
      await this.#store.put(head, { id, entry }, replaces);
    } catch (error) {
      return { ok: false, why: nameOf(error) === 'QuotaExceededError' ? 'quota' : 'failed' };
    }
    this.#set([head, ...this.#heads.filter((each) => each.id !== replaces)]);
    return { ok: true, id };
  }

  /** The record exactly as it was saved; null where it is gone. */
  async load(id: string): Promise<Entry | null> {
    const head = this.#heads.find((each) => each.id === id);
    return head ? ((await this.#store.get(head))?.entry ?? null) : null;
  }

  async remove(id: string): Promise<void> {
    const head = this.#heads.find((each) => each.id === id);
    if (!head) return;
    const body = await this.#store.get(head);
    if (body) this.#removed.set(id, { head: { ...head, segment: null }, body });
    await this.#store.remove(head);
    this.#set(this.#heads.filter((each) => each.id !== id));
  }

  /** Takes a deletion back. */
  async restore(id: string): Promise<void> {
    const removed = this.#removed.get(id);
    if (!removed) return;
    await this.#store.put(removed.head, removed.body);
    this.#removed.delete(id);
    this.#set([...this.#heads, removed.head]);
  }

  /** Deletes everything, for good. */
  async clear(): Promise<void> {
    await this.#store.clear();
    this.#removed.clear();
    this.#set([]);
  }

  /** Bytes that the browser counts for this origin; null where it does not say. */
  async usage(): Promise<{ readonly bytes: number } | null> {
    const estimate = await globalThis.navigator?.storage?.estimate?.().catch(() => null);
    return estimate?.usage === undefined ? null : { bytes: estimate.usage };
  }

  /** Reads the list again: another tab changed it. */
  async refresh(): Promise<void> {
    this.#heads = [...(await this.#store.heads())].sort(byTime);
    this.#tell();
  }

  /** The database was taken away while in use. What is on the screen stays. */
  lose(why: Trouble): void {
    this.#reason = why;
    this.#tell();
  }

  #set(heads: readonly Head[]): void {
    this.#heads = [...heads].sort(byTime);
    this.#channel?.postMessage(null);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Free of proxies and of what cannot be stored. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

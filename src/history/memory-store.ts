/** Where records are kept while there is no database: until the page is left, or a database answers after all. */
import type { Body, Head } from './schema.ts';
import type { Removed, Store } from './store.ts';
import { isBody } from './validate.ts';

export class MemoryStore implements Store {
  readonly #records = new Map<string, Removed>();

  /** Everything, to be moved elsewhere. */
  records(): readonly Removed[] {
    return [...this.#records.values()];
  }

  newest(): Promise<readonly Head[]> {
    return this.heads();
  }

  heads(): Promise<readonly Head[]> {
    return Promise.resolve(this.records().map(({ head }) => head));
  }

  put({ head, body }: Removed, replaces?: string): Promise<Head> {
    if (replaces !== undefined) this.#records.delete(replaces);
    this.#records.set(head.id, { head, body });
    return Promise.resolve(head);
  }

  get({ id }: Head): Promise<Body | null> {
    const body = this.#records.get(id)?.body;
    return Promise.resolve(isBody(body) ? body : null);
  }

  remove(head: Head): Promise<Removed> {
    const body = this.#records.get(head.id)?.body;
    this.#records.delete(head.id);
    return Promise.resolve({ head, body });
  }

  clear(): Promise<void> {
    this.#records.clear();
    return Promise.resolve();
  }
}

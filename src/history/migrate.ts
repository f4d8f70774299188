/** One step a version, from what any older release left. A step may add and rewrite; it never drops a record. */
import type { IDBPDatabase } from 'idb';
import type { Schema } from './schema.ts';

type Step = (database: IDBPDatabase<Schema>) => void;

const steps: readonly Step[] = [
  (database) => {
    // Counted keys, not times: a clock that jumps back must not put the newest chunk before a full one.
    database.createObjectStore('heads', { autoIncrement: true });
    database.createObjectStore('bodies', { keyPath: 'id' });
    database.createObjectStore('segments');
  },
];

/** Runs the steps from `old` (0 = there was no database) on. */
export function migrate(database: IDBPDatabase<Schema>, old: number): void {
  for (const step of steps.slice(old)) step(database);
}

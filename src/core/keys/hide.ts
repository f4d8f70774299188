/** The last step before a record leaves the core: private keys and secrets in it become marks. */
import type { RingKey } from './read-keys.ts';

/** Shorter texts are no secret that could be told from ordinary text. */
const SHORTEST = 8;

/** Replaces every known secret and private key in every text of a record by `‹secret n›`. */
export function hideSecrets<T>(record: T, ring: readonly RingKey[]): T {
  const secrets = [...new Set(ring.flatMap(({ hidden }) => hidden))]
    .filter((text) => text.length >= SHORTEST)
    .sort((a, b) => b.length - a.length);
  return secrets.length === 0 ? record : (hide(record, secrets) as T);
}

function hide(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') return secrets.reduce((text, secret, i) => text.replaceAll(secret, `‹secret ${i + 1}›`), value);
  if (Array.isArray(value)) return value.map((item) => hide(item, secrets));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, hide(item, secrets)]));
}

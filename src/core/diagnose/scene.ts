/** What the suspects of a search may look at, gathered once. */
import type { Received } from '../providers/provider.ts';
import type { Scene } from '../providers/suspect.ts';
import { charsetOf } from '../text/charset.ts';
import type { Case } from './case.ts';

/** Prefix of the answers that give a destroyed text back: `original:subject`. The name of a parameter alone says the same. */
export const ORIGINAL = 'original:';

export function sceneOf({ provider, dialect }: Pick<Case, 'provider' | 'dialect'>, { reading, inputs }: Received): Scene {
  const kinds = new Map(provider.names.map(({ name, kind }) => [name, kind]));
  const there = new Set(reading.pairs.map(({ name }) => name));
  return {
    dialect,
    known: provider.known,
    kindOf: (name) => kinds.get(name) ?? null,
    absent: provider.names
      .filter(({ name, dialects }) => dialects.includes(dialect) && !there.has(name) && provider.known.has(name))
      .map(({ name }) => name),
    declared: reading.charset.declared === null ? null : charsetOf(reading.charset.declared),
    received: reading.charset.used,
    nothing: new Set(reading.pairs.filter((pair) => pair.nothing).map(({ name }) => name)),
    isAddress: reading.url !== undefined,
    originals: Object.fromEntries(
      Object.entries(inputs).flatMap(([id, text]) =>
        id.startsWith(ORIGINAL) ? [[id.slice(ORIGINAL.length), text]] : there.has(id) ? [[id, text]] : [],
      ),
    ),
  };
}

/** Messages whose signature covers what was encrypted: opened before they are judged, with the private key that was pasted. */
import type { RingKey } from './keys/read-keys.ts';
import type { ProviderFace } from './providers/provider.ts';
import type { Pair, Reading } from './read/reading.ts';

export interface Inside {
  /** With the plain values in place of the encrypted ones. */
  readonly reading: Reading;
  /** Names of what no key at hand opens. */
  readonly shut: readonly string[];
}

export async function openInside(reading: Reading, provider: ProviderFace, ring: readonly RingKey[]): Promise<Inside> {
  const parts = provider.sealed(reading).filter(({ signedInside }) => signedInside);
  if (parts.length === 0) return { reading, shut: [] };
  const { unseal } = await import('./unseal/unseal.ts');
  const keys = ring.flatMap(({ privateKey }) => privateKey ?? []);
  const plain = new Map<string, string>();
  const shut: string[] = [];
  for (const part of parts) {
    const opening = await unseal(part, [], keys);
    if (opening.ok) plain.set(part.name, opening.text);
    else shut.push(part.name);
  }
  const pairs = reading.pairs.map((pair): Pair => {
    const value = plain.get(pair.name);
    const { name, nameSpan, valueSpan } = pair;
    return value === undefined ? pair : { name, value, nameSpan, valueSpan };
  });
  return { reading: { ...reading, pairs }, shut };
}

/**
 * Whether a record would put a private key or a secret on the disk. The core has marked every secret it was given in the record; but
 * the paste is kept as it came, and may itself hold one. Then nothing is kept at all: a paste with a hole in it would not be the paste.
 * A secret that nobody named as one is not found.
 */
import type { Entry } from './schema.ts';

/** RFC 7468 §10 and §11, and the older labels that name an algorithm. */
const LABEL = 'PRIVATE KEY-----';
/** How the core begins the mark that it puts in the place of a secret. */
const MARK = '‹secret ';

export function holdsSecret({ request: { text, hints }, inspection }: Entry): boolean {
  const plain = typeof text === 'string' ? text : latin1(text);
  if (plain.includes(LABEL) || JSON.stringify(hints ?? {}).includes(LABEL)) return true;
  // What was read comes from the paste alone: a mark in it that the paste does not have stands where the paste has the secret.
  return JSON.stringify(inspection.reading.pairs).includes(MARK) && !(typeof text === 'string' && text.includes(MARK));
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

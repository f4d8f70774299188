/** What is missing and would help: a key, a secret, a header, the text that was destroyed. */
import type { Finding } from '../diagnose/finding.ts';
import type { Reading } from '../read/reading.ts';
import type { Verdict } from '../verify/verdict.ts';
import type { Ask } from './explanation.ts';

export interface AskCase {
  readonly verdict: Verdict;
  readonly causes: readonly Finding[];
  readonly reading: Reading;
  /** Names of headers and the like that the dialect lacks. */
  readonly missing: readonly string[];
  /** Names of what only the merchant's private key opens. */
  readonly shut: readonly string[];
}

/** Causes that destroy text for good. */
const LOSSY = new Set(['mojibake-lossy', 'latin1-redecode', 'emoji-lost', 'v3-charset']);

export function asksFor({ verdict, causes, missing, shut }: AskCase): readonly Ask[] {
  const asks: Ask[] = missing.map((name) => ({ id: 'input', name }));
  asks.push(...shut.map((name): Ask => ({ id: 'private-key', name })));
  if (verdict.reason === 'no-key' && verdict.key === undefined)
    asks.push({ id: verdict.signature?.text.length === 32 || verdict.signature?.text.length === 64 ? 'secret' : 'public-key' });
  if (verdict.reason === 'wrong-key' || verdict.reason === 'key-unreadable') asks.push({ id: 'public-key' });
  // The one text of a WeChat Pay message that is not told by its event.
  if (
    causes.some(
      ({ id, proof, edits }) => id === 'v3-missing-field' && proof === 'structure' && edits.some(({ name }) => name === 'summary'),
    )
  )
    asks.push({ id: 'original-text', name: 'summary' });
  if (verdict.reason === 'content-unexplained' || verdict.reason === 'mac-mismatch')
    for (const name of new Set(causes.filter(({ id }) => LOSSY.has(id)).flatMap(({ edits }) => edits.flatMap((edit) => edit.name ?? []))))
      asks.push({ id: 'original-text', name });
  return asks;
}

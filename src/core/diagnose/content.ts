/** The content as rules build it from what arrived, and as a record shows it. */
import { runRecipe, runRecipeBytes } from '../content/run.ts';
import type { DialectRules, Received } from '../providers/provider.ts';
import type { Work, WorkPair } from '../providers/suspect.ts';
import type { Pair, Reading } from '../read/reading.ts';
import { encodeBase64 } from '../text/base64.ts';
import { charsetOf, encodeText } from '../text/charset.ts';
import type { Charset } from '../text/charset.ts';
import { digestHex } from '../verify/digest.ts';
import type { HashName, SignedContent } from '../verify/verdict.ts';

/** Every way in which the message as received may have been signed: rule by rule, character set by character set. */
export function startsOf(received: Received, rules: DialectRules): readonly Work[] {
  const { reading } = received;
  const parts = rules.parts?.(received);
  if (parts === null) return [];
  const pairs = parts
    ? parts.map((part): WorkPair => ({ ...part, from: null }))
    : reading.pairs.map((pair, from) => toWork(pair, from, rules));
  return rules.rules.flatMap((rule) => charsetsOf(reading, pairs, rules).map((charset) => ({ pairs, rule, charset })));
}

function toWork(pair: Pair, from: number, rules: DialectRules): WorkPair {
  const { name, value, bytes } = pair;
  if (rules.raw && pair.raw !== undefined) return { name, value: pair.raw, from };
  if (rules.raw && pair.quoted) return { name, value: `"${value}"`, from };
  return { name, value, from, ...(bytes === undefined ? {} : { bytes }) };
}

/** The set the message is in; where it names none, the usual ones. Text without other than ASCII has only one. */
function charsetsOf(reading: Reading, pairs: readonly WorkPair[], rules: DialectRules): readonly Charset[] {
  const { used, declared } = reading.charset;
  if (!pairs.some(({ name, value }) => /[^\0-\x7f]/.test(name + value))) return [used];
  const named = declared === null ? null : charsetOf(declared);
  return [...new Set<Charset>([used, ...(named ? [named] : rules.charsets)])];
}

export const contentBytes = (work: Work, received: Charset): Uint8Array =>
  runRecipeBytes(work.rule.recipe, work.pairs, work.charset, received);

/** For the record. `hashes`: which digests to show. */
export function describeContent(work: Work, reading: Reading, hashes: readonly HashName[]): SignedContent {
  const { bytes, text, parts, left } = runRecipe(work.rule.recipe, work.pairs, work.charset, reading.charset.used);
  const again = encodeText(text, work.charset).bytes;
  const same = again.length === bytes.length && again.every((byte, i) => byte === bytes[i]);
  const from = (index: number | null): number | null => (index === null ? null : (work.pairs[index]?.from ?? null));
  const absent = reading.pairs.map((_, i) => i).filter((i) => !work.pairs.some((pair) => pair.from === i));
  return {
    rule: work.rule.id,
    charset: work.charset,
    text,
    ...(same ? {} : { bytes: encodeBase64(bytes) }),
    length: bytes.length,
    digests: Object.fromEntries(hashes.map((hash) => [hash, digestHex(hash, bytes)])),
    parts: parts.map(({ pair, start, end }) => ({ pair: from(pair), start, end })),
    left: [...left.map(from).filter((index) => index !== null), ...absent].sort((a, b) => a - b),
  };
}

/** The last step of reading: the character set is settled, and every value becomes the text that takes part in signing. */
import { encodeBase64 } from '../text/base64.ts';
import { charsetOf, decodeText, detectCharset, encodeText } from '../text/charset.ts';
import type { Charset } from '../text/charset.ts';
import { placeOf } from '../text/mapped.ts';
import { decodePercent, joinBytes } from '../text/percent.ts';
import type { Source } from '../text/source.ts';
import { hasLoneSurrogate } from '../text/utf8.ts';
import type { RawPair } from './messages.ts';
import type { Span } from '../text/span.ts';
import type { CharsetReport, Pair, ReadNote } from './reading.ts';
import type { Leaf } from './tree.ts';

/** Names under which messages say their character set. @see Alipay open docs, common parameters; MAPI `_input_charset` */
const CHARSET_NAMES = ['charset', '_input_charset', 'input_charset'];

export interface SettledPairs {
  readonly pairs: readonly Pair[];
  readonly charset: CharsetReport;
  readonly notes: readonly ReadNote[];
  /** Values that were lists of one text each, and are that text now; none where only a few look so. */
  readonly unlisted: readonly Span[];
}

/** What says which character set the message is in, beside its own parameters and bytes. */
export interface CharsetHints {
  /** The user's choice. */
  readonly forced: Charset | null;
  /** Value of `Content-Type`; counts where no parameter says it. @see RFC 9110 §8.3 */
  readonly contentType: string | null;
  /** Whether lists of one text may be undone. */
  readonly unlist: boolean;
}

/** Settles the character set and decodes every pair once. */
export function settlePairs(raw: readonly RawPair[], source: Source, hints: CharsetHints): SettledPairs {
  const notes = new Notes(source);
  const charset = settleCharset(raw, source, hints, notes);
  const seen = new Map<string, number>();
  const pairs = raw.map(({ name, value, rebuilt, nothing }): Pair => {
    const nameText = decodeLeaf(name, charset.used, notes).text;
    const decoded = decodeLeaf(value, charset.used, notes);
    const nameSpan = source.span(placeOf(name.text));
    const valueSpan = source.span(placeOf(value.text));
    const times = (seen.get(nameText) ?? 0) + 1;
    seen.set(nameText, times);
    if (times === 2) notes.add('duplicate-name', placeOf(name.text), nameText);
    if (!/^[A-Za-z0-9_.\-[\]]+$/.test(nameText)) notes.add('odd-name', placeOf(name.text));
    if (value.odd) notes.add(value.odd, placeOf(value.text), nameText);
    if (hasLoneSurrogate(decoded.text)) notes.add('lone-surrogate', placeOf(value.text));
    return {
      name: nameText,
      value: decoded.text,
      ...(decoded.bytes ? { bytes: encodeBase64(decoded.bytes) } : {}),
      ...(decoded.encoded ? { encoded: true as const } : {}),
      ...(rebuilt ? { rebuilt: true as const } : {}),
      ...(value.quoted ? { quoted: true as const } : {}),
      ...(nothing ? { nothing: true as const } : {}),
      ...rawOf(rebuilt?.text ?? value.quoted?.text, decoded.text),
      nameSpan,
      valueSpan,
    };
  });
  const singles = hints.unlist ? pairs.map(({ value, bytes }) => (bytes === undefined ? onlyItem(value) : null)) : [];
  const count = singles.filter((item) => item !== null).length;
  // One value may be a list of its own; nearly all of them are what a program printed.
  if (count < 3 || count < pairs.length * 0.8) return { pairs, charset, notes: notes.list(), unlisted: [] };
  return {
    pairs: pairs.map((pair, i) => ({ ...pair, value: singles[i] ?? pair.value })),
    charset,
    notes: notes.list(),
    unlisted: pairs.flatMap(({ valueSpan }, i) => (singles[i] === null ? [] : [valueSpan])),
  };
}

/** The text of `['x']` or `["x"]`, its quotes and backslashes freed; null for anything else. */
function onlyItem(value: string): string | null {
  const mark = value[1];
  if (value.length < 4 || value[0] !== '[' || (mark !== "'" && mark !== '"') || !value.endsWith(`${mark}]`)) return null;
  const inside = value.slice(2, -2);
  for (let at = inside.indexOf(mark); at >= 0; at = inside.indexOf(mark, at + 1)) if (inside[at - 1] !== '\\') return null;
  return inside.replaceAll(`\\${mark}`, mark).replaceAll('\\\\', '\\');
}

/** What a signature may cover to the letter, where it cannot be told from the value. */
function rawOf(stood: string | undefined, value: string): { raw?: string } {
  const plain = stood === undefined || (stood.length === value.length + 2 && stood.startsWith('"') && stood.slice(1, -1) === value);
  return plain ? {} : { raw: stood };
}

function settleCharset(raw: readonly RawPair[], source: Source, { forced, contentType }: CharsetHints, notes: Notes): CharsetReport {
  const entry = raw.find(({ name, value }) => CHARSET_NAMES.includes(name.text.text.trim().toLowerCase()) && value.text.text !== '');
  const declared = entry ? entry.value.text.text.slice(0, 64) : charsetIn(contentType);
  const known = declared === null ? null : charsetOf(declared);
  if (entry && !known) notes.add('charset-unknown', placeOf(entry.value.text));
  const escaped: Uint8Array[] = [];
  for (const { name, value } of raw)
    for (const leaf of [name, value]) {
      if (!leaf.percent || !leaf.text.text.includes('%')) continue;
      const bytes = decodePercent(leaf.text.text, leaf.percent, 'utf-8').bytes;
      if (bytes.some((byte) => byte > 0x7f)) escaped.push(bytes, Uint8Array.of(0x0a));
    }
  const fromFile =
    source.charset !== null && source.charset !== 'utf-16' && !source.foreign && raw.some(({ value }) => isWide(value.text.text))
      ? source.charset
      : null;
  const detected = escaped.length > 0 ? detectCharset(joinBytes(escaped), known) : fromFile;
  return { declared, detected, used: forced ?? detected ?? known ?? 'utf-8' };
}

/** `charset=…` of a media type, where it names a set that can hold Chinese: servers add `iso-8859-1` of their own accord. */
function charsetIn(contentType: string | null): string | null {
  const name = /;\s*charset\s*=\s*"?([\w.-]{1,40})/i.exec(contentType?.slice(0, 256) ?? '')?.[1];
  const charset = name === undefined ? null : charsetOf(name);
  return charset === null || charset === 'iso-8859-1' ? null : (name ?? null);
}

/** A leaf's text after percent-decoding; `bytes` only where they do not survive the way through the text. */
function decodeLeaf(leaf: Leaf, charset: Charset, notes: Notes): { text: string; bytes?: Uint8Array; encoded: boolean } {
  const raw = leaf.text.text;
  if (!leaf.percent || !(raw.includes('%') || (leaf.percent === 'form' && raw.includes('+')))) return { text: raw, encoded: false };
  const { bytes, undone, bad } = decodePercent(raw, leaf.percent, charset);
  if (bad.length > 0) notes.add('bad-percent-escape', placeOf(leaf.text, bad[0], (bad[0] ?? 0) + 1), undefined, bad.length);
  const { text, lossy } = decodeText(bytes, charset);
  if (lossy) notes.add('invalid-bytes', placeOf(leaf.text));
  const keeps = !lossy && sameBytes(encodeText(text, charset).bytes, bytes);
  return { text, ...(keeps ? {} : { bytes }), encoded: undone > 0 };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function isWide(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return true;
  return false;
}

/** Notes of one kind are gathered: how many, and where the first few stand. */
class Notes {
  readonly #source: Source;
  readonly #byId = new Map<string, { count: number; places: (readonly [number, number])[]; name?: string }>();

  constructor(source: Source) {
    this.#source = source;
  }

  add(id: ReadNote['id'], place: readonly [number, number], name?: string, count = 1): void {
    const note = this.#byId.get(id) ?? { count: 0, places: [] };
    note.count += count;
    if (note.places.length < 8) note.places.push(place);
    if (name !== undefined && note.name === undefined) note.name = name;
    this.#byId.set(id, note);
  }

  list(): ReadNote[] {
    return [...this.#byId].map(([id, { count, places, name }]) => ({
      id: id as ReadNote['id'],
      count,
      spans: places.map((place) => this.#source.span(place)),
      ...(name === undefined ? {} : { name }),
    }));
  }
}

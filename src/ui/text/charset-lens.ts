/** One field's bytes, read by each character set that it may be in: the eye sees at once which one is right. */
import type { Charset } from '../../core/text/charset.ts';
import type { Pair, Reading } from '../../core/read/reading.ts';
import type { ByteWindow } from './byte-window.ts';

export interface LensField {
  /** Index into `Reading.pairs`. */
  readonly pair: number;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Rendering {
  readonly charset: Charset;
  readonly text: string;
  /** Characters that could not be read. */
  readonly lost: number;
  /** Whether the field is longer than what is shown. */
  readonly more: boolean;
}

/** Fields offered, and bytes read of each. */
const FIELDS = 40;
const BYTES = 2048;
/** Bytes of a field looked at as they stand, escapes included. */
const LOOKED = 16 * 1024;
/** Characters shown. */
const SHOWN = 96;

/**
 * The fields whose own bytes are still there and are not plain ASCII: percent-encoded ones, and those of a file.
 * Text that was pasted as text has lost the bytes it once had, so it is not among them.
 */
export function lensFields({ pairs }: Pick<Reading, 'pairs'>, source: string | Uint8Array, window: ByteWindow): readonly LensField[] {
  const fields: LensField[] = [];
  for (let pair = 0; pair < pairs.length && fields.length < FIELDS; pair++) {
    const entry = pairs[pair] as Pair;
    const bytes = ownBytes(entry, typeof source !== 'string', window);
    if (bytes?.some((byte) => byte >= 0x80)) fields.push({ pair, name: entry.name, bytes });
  }
  return fields;
}

function ownBytes(pair: Pair, file: boolean, { bytes, base }: ByteWindow): Uint8Array | null {
  if (pair.bytes !== undefined) return Uint8Array.from(atob(pair.bytes), (character) => character.charCodeAt(0));
  const start = Math.max(0, pair.valueSpan[0] - base);
  const span = bytes.subarray(start, Math.min(Math.max(0, pair.valueSpan[1] - base), start + LOOKED));
  if (pair.encoded) return file || !span.some((byte) => byte >= 0x80) ? unescapeBytes(span) : null;
  return file ? span : null;
}

/** `%XX` and `+`; a broken escape stays as it is. */
export function unescapeBytes(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let to = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    const value = byte === 0x25 ? digit(bytes[i + 1]) * 16 + digit(bytes[i + 2]) : NaN;
    if (Number.isNaN(value)) out[to++] = byte === 0x2b ? 0x20 : byte;
    else {
      out[to++] = value;
      i += 2;
    }
  }
  return out.subarray(0, to);
}

function digit(byte: number | undefined): number {
  if (byte === undefined) return NaN;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : NaN;
}

/** Always the four that occur; GB18030 only where it is named, for it reads all that GBK reads as GBK does. */
export function renderings(bytes: Uint8Array, named: readonly (Charset | null)[]): readonly Rendering[] {
  const charsets: readonly Charset[] = ['utf-8', 'gbk', ...(named.includes('gb18030') ? (['gb18030'] as const) : []), 'big5', 'iso-8859-1'];
  const cut = bytes.length > BYTES;
  const head = bytes.subarray(0, BYTES);
  return charsets.map((charset) => {
    const text = charset === 'iso-8859-1' ? latin1(head) : new TextDecoder(charset, { ignoreBOM: true }).decode(head, { stream: cut });
    const characters = [...text];
    return {
      charset,
      text: characters.slice(0, SHOWN).join(''),
      lost: characters.filter((character) => character === '\ufffd').length,
      more: cut || characters.length > SHOWN,
    };
  });
}

/** The web's decoder of that name reads Windows-1252; the core reads ISO 8859-1 to the letter. */
function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

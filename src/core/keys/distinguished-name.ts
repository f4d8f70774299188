/**
 * A certificate's names as texts. Alipay's certificate numbers hash the issuer's name as Java writes it, so the spelling here is
 * Java's to the letter: RFC 2253, the last part first, nothing after the commas.
 * @see RFC 2253 §2; OpenJDK sun.security.x509: X500Name.getRFC2253Name, AVA.toRFC2253String
 */
import { encodeHex } from '../text/hex.ts';
import { contentOf, oidOf } from './der.ts';
import type { DerNode } from './der.ts';

/** The attribute types that have a keyword in RFC 2253, by the hex of their identifiers; Java writes all others as numbers. */
const KEYWORDS: Readonly<Record<string, string>> = {
  '550403': 'CN',
  '550406': 'C',
  '550407': 'L',
  '550408': 'ST',
  '550409': 'STREET',
  '55040a': 'O',
  '55040b': 'OU',
  '0992268993f22c640119': 'DC',
  '0992268993f22c640101': 'UID',
};

/** PrintableString, UTF8String: what every library reads alike. */
const PLAIN = [0x13, 0x0c];
/** Further types whose text Java writes; it takes their bytes as UTF-8, whatever they are. */
const TEXTS = [...PLAIN, 0x14, 0x16, 0x1b, 0x1e];

export interface DistinguishedName {
  /** For people: values as they are. */
  readonly shown: string;
  /** As Java's `X500Principal.getName()` has it. */
  readonly hashed: string;
  /** Whether every library spells it so: known types, plain texts, nothing to escape. */
  readonly plain: boolean;
}

/** @param name a Name (RFC 5280 §4.1.2.4) that the strict reader has read; total */
export function readName(bytes: Uint8Array, name: DerNode | undefined): DistinguishedName {
  const sets = (name?.inner ?? []).map((set) => set.inner.map((pair) => partOf(bytes, pair)));
  const write = (text: (part: Part) => string): string =>
    sets
      .map((set) => set.map(text).join('+'))
      .reverse()
      .join(',');
  return {
    shown: write(({ shown }) => shown),
    hashed: write(({ hashed }) => hashed),
    plain: sets.every((set) => set.length === 1 && set.every(({ plain }) => plain)),
  };
}

interface Part {
  readonly shown: string;
  readonly hashed: string;
  readonly plain: boolean;
}

function partOf(bytes: Uint8Array, pair: DerNode): Part {
  const [type, value] = pair.inner;
  const oid = oidOf(bytes, type) ?? '';
  const keyword = KEYWORDS[oid];
  const name = keyword ?? dotted(oid);
  const content = value ? contentOf(bytes, value) : new Uint8Array();
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
  const isText = value !== undefined && TEXTS.includes(value.tag);
  const escaped = escape(text);
  return {
    shown: `${name}=${value?.tag === 0x1e ? utf16(content) : text}`,
    hashed:
      keyword !== undefined && isText ? `${name}=${escaped}` : `${name}=#${value ? encodeHex(bytes.subarray(value.start, value.end)) : ''}`,
    plain: keyword !== undefined && value !== undefined && PLAIN.includes(value.tag) && escaped === text,
  };
}

/** Java escapes these wherever they stand, and blanks at either end. */
function escape(text: string): string {
  const inside = text.replace(/[,=+<>#;"\\]/g, '\\$&').replaceAll('\0', '\\00');
  const isBlank = (at: number): boolean => inside[at] === ' ' || inside[at] === '\r';
  let [start, end] = [0, inside.length];
  while (start < end && isBlank(start)) start++;
  while (end > start && isBlank(end - 1)) end--;
  const each = (blanks: string): string => blanks.replace(/[ \r]/g, '\\$&');
  return each(inside.slice(0, start)) + inside.slice(start, end) + each(inside.slice(end));
}

function utf16(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i + 1 < bytes.length; i += 2) text += String.fromCharCode(((bytes[i] as number) << 8) | (bytes[i + 1] as number));
  return text;
}

/** An object identifier's hex as numbers with dots. @see ITU-T X.690 §8.19 */
export function dotted(hex: string): string {
  const numbers: bigint[] = [];
  let value = 0n;
  for (let i = 0; i + 1 < hex.length; i += 2) {
    const byte = Number.parseInt(hex.slice(i, i + 2), 16);
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte & 0x80) continue;
    if (numbers.length === 0) {
      const first = value < 80n ? value / 40n : 2n;
      numbers.push(first, value - first * 40n);
    } else numbers.push(value);
    value = 0n;
  }
  return numbers.join('.');
}

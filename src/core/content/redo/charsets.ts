/** Bytes taken for those of another character set, and characters that a set lacks. */
import { decodeText, encodeText } from '../../text/charset.ts';
import type { Charset } from '../../text/charset.ts';
import { CP1252 } from '../undo/encodings.ts';
import type { ForwardMistake, Way } from './mistake.ts';

const isAscii = (value: string): boolean => /^[\0-\x7f]*$/.test(value);

/** The text's bytes in one set, read in another; `lost` for what cannot be read. */
const crossed =
  (from: Charset, to: Charset, lost = '\ufffd'): Way =>
  (value) =>
    isAscii(value) ? value : decodeText(encodeText(value, from).bytes, to).text.replaceAll('\ufffd', lost);

/** windows-1252, which browsers and .NET mean by ISO-8859-1. By the table: the decoder of Node 20 reads 80–9F as ISO-8859-1 does. */
const asWestern: Way = (value) =>
  Array.from(encodeText(value, 'utf-8').bytes, (byte) => CP1252[byte - 0x80] ?? String.fromCharCode(byte)).join('');

const again =
  (first: Way, second: Way): Way =>
  (value, name) =>
    second(first(value, name), name);

const replacing =
  (what: RegExp, by: string | ((char: string) => string)): Way =>
  (value) =>
    typeof by === 'string' ? value.replace(what, () => by) : value.replace(what, by);

const EMOJI = /[\u{10000}-\u{10ffff}]/gu;

/** Signs of the BMP that are drawn as pictures too, and what joins them. */
const PICTURES = /[\u{10000}-\u{10ffff}\u2600-\u27bf]|\ufe0f|\u200d/gu;

const sizeOf = (char: string): number => encodeText(char, 'utf-8').bytes.length;

export const charsets: readonly ForwardMistake[] = [
  {
    id: 'emoji-lost',
    source: 'MySQL utf8 (three bytes): characters beyond U+FFFF end the text or become question marks',
    ways: [
      replacing(EMOJI, '?'),
      replacing(EMOJI, '????'),
      replacing(EMOJI, ''),
      (value) => value.replace(/[\u{10000}-\u{10ffff}][\s\S]*$/u, ''),
      replacing(EMOJI, '??'),
      replacing(EMOJI, '\ufffd'),
      replacing(EMOJI, '\ufffd\ufffd'),
      replacing(EMOJI, '*'),
      replacing(PICTURES, ''),
      replacing(PICTURES, '?'),
    ],
  },
  {
    id: 'latin1-redecode',
    alternatives: ['jvm-default-charset'],
    source: 'String.getBytes("ISO-8859-1") of the JDK: what the set lacks becomes a question mark',
    ways: [
      replacing(/[^\0-\xff]/g, '?'),
      replacing(/[^\0-\x7f]/g, '?'),
      replacing(/[^\0-\xff]/gu, '?'),
      replacing(/[^\0-\x7f]/gu, '?'),
      // A decoder for ASCII: a sign for each byte.
      replacing(/[^\0-\x7f]/gu, (char) => '?'.repeat(sizeOf(char))),
      replacing(/[^\0-\x7f]/gu, ''),
    ],
  },
  {
    id: 'jvm-default-charset',
    alternatives: ['emoji-lost'],
    source: 'getBytes() without a charset where the default is GBK: what GBK lacks becomes a question mark',
    ways: [crossed('gbk', 'gbk')],
  },
  {
    id: 'mojibake-latin1',
    source: 'Servlet specification: the default request encoding is ISO-8859-1',
    ways: [
      crossed('utf-8', 'iso-8859-1'),
      asWestern,
      crossed('gbk', 'iso-8859-1'),
      again(crossed('utf-8', 'iso-8859-1'), crossed('utf-8', 'iso-8859-1')),
      again(asWestern, asWestern),
    ],
  },
  {
    id: 'gbk-utf8-crossed',
    alternatives: ['php-charset-converted'],
    source: 'UTF-8 bytes decoded as GBK',
    ways: [crossed('utf-8', 'gbk'), crossed('utf-8', 'gbk', '?'), crossed('utf-8', 'gbk', ''), crossed('utf-8', 'gb18030')],
  },
  {
    id: 'mojibake-lossy',
    alternatives: ['php-charset-converted'],
    source: 'U+FFFD stands where a decoder gave up (WHATWG Encoding §4)',
    ways: [
      crossed('gbk', 'utf-8'),
      crossed('gbk', 'utf-8', '?'),
      crossed('gbk', 'utf-8', ''),
      replacing(/[^\0-\x7f]/gu, '\ufffd'),
      replacing(/[^\0-\x7f]/g, '\ufffd\ufffd'),
      replacing(/[^\0-\x7f]/gu, (char) => '\ufffd'.repeat(sizeOf(char))),
      again(crossed('gbk', 'utf-8'), crossed('utf-8', 'gbk')),
      again(crossed('utf-8', 'gbk', '?'), crossed('gbk', 'utf-8')),
      again(crossed('utf-8', 'gbk'), crossed('gbk', 'utf-8')),
    ],
  },
];

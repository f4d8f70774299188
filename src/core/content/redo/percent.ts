/** Decoded once too often or not at all; blanks and plus signs. */
import { encodeText } from '../../text/charset.ts';
import { percentDecoded, percentEncoded } from '../undo/encodings.ts';
import type { ForwardMistake, Way } from './mistake.ts';

/** As many as `percentEncoded` has. */
const ENCODERS = percentEncoded('').length;

const encoded =
  (n: number): Way =>
  (value) =>
    percentEncoded(value)[n] ?? value;

/** As a form in GBK stands on the wire; upper case, blanks as `+`. */
const encodedGbk: Way = (value) => {
  let out = '';
  for (const char of value) {
    if (/[\w.*-]/.test(char)) out += char;
    else if (char === ' ') out += '+';
    else for (const byte of encodeText(char, 'gbk').bytes) out += `%${byte.toString(16).padStart(2, '0').toUpperCase()}`;
  }
  return out;
};

const decoded =
  (mode: 'form' | 'uri', charset: 'utf-8' | 'gbk'): Way =>
  (value) =>
    percentDecoded(value, mode, charset) ?? value;

const isTime = (value: string): boolean => /^\d{4}-\d\d-\d\d \d\d:\d\d/.test(value);

export const percent: readonly ForwardMistake[] = [
  {
    id: 'content-not-decoded',
    source: 'alipay/alipay-easysdk; values are decoded once before they are joined',
    ways: [
      ...Array.from({ length: ENCODERS }, (_, n) => encoded(n)),
      encodedGbk,
      (value) => value.replaceAll(' ', '%20'),
      (value) => value.replaceAll('+', '%2B'),
      (value) => value.replaceAll('%', '%25'),
    ],
  },
  {
    id: 'double-url-decode',
    source: 'alipay/alipay-sdk-nodejs-all#45 and #83: checkNotifySign decodes values again; passback_params is sent encoded by contract',
    ways: [
      decoded('uri', 'utf-8'),
      decoded('form', 'utf-8'),
      decoded('form', 'gbk'),
      decoded('uri', 'gbk'),
      (value, name) => decoded('form', 'utf-8')(decoded('form', 'utf-8')(value, name), name),
      (value, name) => decoded('uri', 'utf-8')(decoded('uri', 'utf-8')(value, name), name),
    ],
  },
  {
    id: 'space-to-plus-value',
    source: 'helei112g/payment#56; WHATWG URL §5.1: a form writes a space as +',
    ways: [(value) => value.replaceAll(' ', '+'), (value) => (isTime(value) ? value.replace(' ', '+') : value)],
  },
  {
    id: 'plus-to-space-value',
    source: 'yansongda/pay#681: a second form decoding turns + into a space',
    ways: [(value) => value.replaceAll('+', ' '), (value) => value.replaceAll('+', '')],
  },
];

/** What befalls the text of a signature on its way through a server. */
import { percentEncoded } from '../undo/encodings.ts';
import type { ForwardMistake, Way } from './mistake.ts';

/** As encodeURIComponent does; but lone surrogates are no error. */
const encoded = (value: string): string => percentEncoded(value)[0] ?? value;

const wrapped =
  (width: number, end: string): Way =>
  (value) =>
    value.replace(new RegExp(`.{${width}}(?=.)`, 'g'), `$&${end}`);

export const ofSignature: readonly ForwardMistake[] = [
  {
    id: 'sign-plus-to-space',
    source: 'a form decoder ran twice',
    ways: [(value) => value.replaceAll('+', ' '), (value) => value.replaceAll('+', '')],
  },
  {
    id: 'sign-still-encoded',
    source: 'the raw text, never decoded',
    ways: [
      (value) => encoded(value),
      (value) => encoded(value).replace(/%2F/g, '/'),
      (value) => encoded(encoded(value)),
      (value) => encoded(value).replace(/%[0-9A-F]{2}/g, (pair) => pair.toLowerCase()),
    ],
  },
  {
    id: 'sign-equals-lost',
    source: "split('=') keeps one part",
    ways: [(value) => value.replace(/=+$/, ''), (value) => value.replace(/=$/, '')],
  },
  {
    id: 'base64-url-safe',
    source: 'RFC 4648 §5',
    ways: [
      (value) => value.replaceAll('+', '-').replaceAll('/', '_'),
      (value) => value.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, ''),
    ],
  },
  {
    id: 'base64-linebreaks',
    source: 'RFC 2045 §6.8: lines of 76 characters; PEM: 64',
    ways: [64, 76].flatMap((width) => ['\n', '\r\n', '\\n', '\\r\\n', ' '].map((end) => wrapped(width, end))),
    fits: (right, used) => used.replace(/\s+/g, '') === right && used !== right,
  },
  {
    id: 'sign-truncated',
    source: 'columns of 255 characters; logs that cut',
    ways: [],
    fits: (right, used) => {
      const cut = used.replace(/\s*(\.{3}|…)$/, '');
      return cut.length >= 16 && cut.length < right.length && right.startsWith(cut);
    },
  },
  {
    id: 'sign-masked',
    source: 'redaction before asking for help',
    ways: [],
    fits: (right, used) => /\*{2,}|•{2,}|x{6,}/i.test(used) && right.startsWith(used.slice(0, 4).replace(/[*•x]+/gi, '')),
  },
];

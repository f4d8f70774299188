/** Blanks and letters that change their form: trimmed, collapsed, composed, folded. */
import type { ForwardMistake, Way } from './mistake.ts';

const replacing =
  (what: RegExp, by: string): Way =>
  (value) =>
    value.replace(what, by);

/** Full-width ASCII to plain ASCII, as input methods and helper classes convert. */
const halfWidth: Way = (value) =>
  value.replace(/[\uff01-\uff5e\u3000]/g, (char) => (char === '\u3000' ? ' ' : String.fromCharCode(char.charCodeAt(0) - 0xfee0)));

/** A blank and what looks like one, at the end of a text: found by scanning, for an expression would look from every blank anew. */
function trimming(isBlank: (unit: number) => boolean, start: boolean, end: boolean): Way {
  return (value) => {
    let [from, to] = [0, value.length];
    while (start && from < to && isBlank(value.charCodeAt(from))) from++;
    while (end && to > from && isBlank(value.charCodeAt(to - 1))) to--;
    return value.slice(from, to);
  };
}

const isAsciiBlank = (unit: number): boolean => unit <= 0x20;
const isWide = (unit: number): boolean => unit === 0x3000 || unit === 0xa0 || (unit >= 0x200b && unit <= 0x200d) || unit === 0xfeff;
const isAny = (unit: number): boolean => isAsciiBlank(unit) || isWide(unit);

export const letters: readonly ForwardMistake[] = [
  {
    id: 'trim-value',
    source: 'Laravel TrimStrings, ThinkPHP default_filter=trim; yunwuxin/think-pay#2',
    ways: [
      trimming(isAsciiBlank, true, true),
      trimming(isAny, true, true),
      trimming(isAsciiBlank, false, true),
      trimming(isAsciiBlank, true, false),
      trimming(isAny, false, true),
    ],
  },
  {
    id: 'whitespace-collapsed',
    source: 'HTML collapses white space (CSS Text §4.1); filters replace line breaks',
    ways: [
      replacing(/\s+/g, ' '),
      replacing(/ +/g, ' '),
      replacing(/\r\n/g, '\n'),
      replacing(/\r?\n/g, ''),
      replacing(/\r?\n/g, ' '),
      replacing(/[\r\n\t]/g, ''),
      replacing(/[\r\n\t]/g, ' '),
      replacing(/\s/g, ''),
      replacing(/ /g, ''),
      replacing(/\t/g, ' '),
      replacing(/\r?\n/g, '\r\n'),
      replacing(/\r?\n/g, '\\n'),
      replacing(/\r?\n/g, '<br>'),
      replacing(/\r?\n/g, '<br />'),
    ],
  },
  {
    id: 'nbsp-zero-width',
    source: 'alipay/alipay-sdk-nodejs-all#78',
    ways: [
      replacing(/[\u00a0\u2002-\u200a\u202f\u205f\u3000]/g, ' '),
      replacing(/\u00a0/g, ' '),
      replacing(/[\u200b-\u200d\u2060\ufeff]/g, ''),
      replacing(/ /g, '\u00a0'),
      replacing(/ /g, '\u3000'),
    ],
  },
  {
    id: 'unicode-normalised',
    source: 'Unicode Standard Annex #15; values folded before they are compared or stored',
    ways: [
      (value) => value.normalize('NFKC'),
      halfWidth,
      (value) => value.normalize('NFC'),
      (value) => value.normalize('NFD'),
      (value) => value.normalize('NFKD'),
      (value) => value.toLowerCase(),
      (value) => value.toUpperCase(),
      (value) => value.normalize('NFKC').toLowerCase(),
    ],
  },
];

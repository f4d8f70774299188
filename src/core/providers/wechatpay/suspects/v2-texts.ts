/** Mistakes about what the values of v2 say: blanks, letters, encodings, numbers, times. Each is undone by a function over one value. */
import { blanksForPlus, plainBlanks, someReplaced, uncollapsed, withoutInvisible } from '../../../content/undo/blanks.ts';
import { crossedBack, percentDecoded, percentEncoded, singleBytes, strictly } from '../../../content/undo/encodings.ts';
import { withBackslashes } from '../../../content/undo/insertions.ts';
import { renormalised, straightened } from '../../../content/undo/letters.ts';
import { backslashed, rewritten } from '../../../content/undo/structure.ts';
import { asAmount, asTimes, isNothing } from '../../../content/undo/values.ts';
import { overValues } from '../../over-values.ts';
import type { Suspect } from '../../suspect.ts';

/** What merchants and people write; the rest are numbers and codes. @see pay.weixin.qq.com/wiki/doc/api/jsapi.php?chapter=9_7 */
export const isProse = (name: string): boolean =>
  /^(attach|body|detail|device_info|return_msg|err_code_des|goods_tag|promotion_detail|contract_code|contract_display_account)$/.test(name);
const isStructure = (_name: string, _scene: unknown, value: string): boolean => /^\s*[[{]/.test(value);
const isTime = (name: string): boolean => /(^|_)time(_|$)|_date$/.test(name);

const encodings: readonly Suspect[] = [
  overValues({
    id: 'content-not-decoded',
    cost: 2.4,
    source: 'Javen205/IJPay#58: values are not URL-encoded in v2',
    spread: 'both',
    *undo(value) {
      for (const mode of ['form', 'uri'] as const) {
        const text = percentDecoded(value, mode, 'utf-8');
        if (text !== null) yield text;
      }
    },
  }),
  overValues({
    id: 'double-url-decode',
    cost: 2.8,
    source: 'attach is handed over encoded and comes back so; a server that decodes it signs another text',
    spread: 'both',
    aligned: true,
    where: (name, _scene, value) => isProse(name) && /[^A-Za-z0-9_.-]/.test(value),
    undo: (value) => percentEncoded(value),
  }),
  overValues({
    id: 'plus-to-space-value',
    cost: 2.6,
    source: 'a form decoder makes a blank of each plus sign',
    spread: 'both',
    where: isProse,
    undo: (value) => someReplaced(value, ' ', '+'),
  }),
  overValues({
    id: 'space-to-plus-value',
    cost: 2.8,
    source: 'URLEncoder writes a blank as a plus sign',
    spread: 'both',
    where: isProse,
    undo: (value) => blanksForPlus(value),
  }),
  overValues({
    id: 'mojibake-latin1',
    cost: 2.2,
    source: 'a servlet that reads ISO-8859-1',
    spread: 'both',
    *undo(value) {
      const bytes = singleBytes(value);
      const text = bytes && strictly(bytes, 'utf-8');
      if (text) yield text;
    },
  }),
  overValues({ id: 'gbk-utf8-crossed', cost: 2.4, source: 'UTF-8 read as GBK', spread: 'both', undo: (value) => crossedBack(value) }),
];

const typed: readonly Suspect[] = [
  overValues({
    id: 'numbers-reformatted',
    cost: 2.4,
    source: 'binarywang/WxJava#1483: amounts are integers in fen',
    spread: 'both',
    where: (name) => /_fee(_\d+)?$|_count$/.test(name),
    *undo(value) {
      const amount = asAmount(value)?.replace(/\.00$/, '') ?? value.replace(/\.0+$/, '');
      yield amount;
      if (/^\d+\.\d{1,2}$/.test(value)) yield String(Math.round(Number(value) * 100));
    },
  }),
  overValues({
    id: 'datetime-reformatted',
    cost: 2.6,
    source: 'pay.weixin.qq.com/wiki/doc/api/jsapi.php?chapter=9_7: time_end is yyyyMMddHHmmss',
    spread: 'both',
    where: isTime,
    *undo(value) {
      const digits = value.replace(/\D/g, '');
      if (digits.length === 14) yield digits;
      for (const text of asTimes(value)) {
        if (text.length !== 19) continue;
        yield text.replace(/\D/g, '');
        yield text;
      }
    },
  }),
  overValues({
    id: 'null-literal',
    cost: 2.4,
    source: 'a bean prints what it lacks',
    spread: 'both',
    *undo(value) {
      if (isNothing(value)) yield '';
    },
  }),
  overValues({
    id: 'json-reserialised-values',
    cost: 2.6,
    source: 'JSON in attach or detail, parsed and written again',
    spread: 'both',
    where: isStructure,
    undo: (value) => rewritten(value),
  }),
  overValues({
    id: 'backslash-lost',
    cost: 3.4,
    source: 'stripslashes on genuine content',
    spread: 'both',
    where: isStructure,
    undo: (value) => backslashed(value),
  }),
];

const letters: readonly Suspect[] = [
  overValues({
    id: 'smart-quotes',
    cost: 2.6,
    source: 'autocorrection',
    spread: 'both',
    where: isProse,
    undo: (value) => straightened(value),
  }),
  overValues({
    id: 'nbsp-zero-width',
    cost: 2.4,
    source: 'copied out of a page',
    spread: 'both',
    *undo(value) {
      yield plainBlanks(value);
      yield withoutInvisible(value);
      yield value.replaceAll('\u00a0', ' ');
    },
  }),
  overValues({
    id: 'whitespace-collapsed',
    cost: 3.6,
    source: 'HTML collapses white space when copied (CSS Text §4.1); readers of lines lose the breaks between them',
    spread: 'one',
    where: isProse,
    *undo(value) {
      yield* uncollapsed(value);
      if (value.length > 64) return;
      for (const gap of ['\n', '\r\n', ' ', '\t'])
        for (let at = 1; at < value.length; at++) yield value.slice(0, at) + gap + value.slice(at);
    },
  }),
  overValues({
    id: 'unicode-normalised',
    cost: 3.8,
    source: 'Unicode Standard Annex #15',
    spread: 'one',
    where: isProse,
    undo: (value) => renormalised(value),
  }),
  overValues({
    id: 'backslash-lost',
    cost: 4.4,
    combination: 4,
    source: 'stripslashes on a text with backslashes of its own',
    spread: 'one',
    where: isProse,
    undo: (value) => withBackslashes(value),
  }),
];

/** Text that is gone: only the user can say what it was. */
const destroyed: Suspect = overValues({
  id: 'mojibake-lossy',
  cost: 1,
  source: 'U+FFFD stands where a decoder gave up (WHATWG Encoding §4)',
  alternatives: ['latin1-redecode', 'emoji-lost'],
  spread: 'both',
  *undo(_value, name, { originals }) {
    const original = Object.hasOwn(originals, name) ? originals[name] : undefined;
    if (original !== undefined) yield original;
  },
});

export const texts: readonly Suspect[] = [destroyed, ...encodings, ...typed, ...letters];

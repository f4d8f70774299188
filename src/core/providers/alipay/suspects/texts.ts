/** Mistakes about what the values say: filters, encodings, blanks, letters, numbers. Each is undone by a function over one value. */
import { plainBlanks, someReplaced, uncollapsed, untrimmed, withoutInvisible } from '../../../content/undo/blanks.ts';
import { withBackslashes, withSigns } from '../../../content/undo/insertions.ts';
import { recased, renormalised, straightened } from '../../../content/undo/letters.ts';
import { stripSlashes, unescapeHex, unescapeHtml, unescapeJson, unescapeQuotes } from '../../../content/undo/markup.ts';
import { backslashed, bracketed, readLoose, rewritten } from '../../../content/undo/structure.ts';
import { asAmount, asTimes, isUsualTime, withMilliseconds } from '../../../content/undo/values.ts';
import { overValues } from '../../over-values.ts';
import type { Suspect } from '../../suspect.ts';
import { encodings, rounds } from './encodings.ts';
import { isMoney, isProse, isTime, looksStructured } from './kinds.ts';

const filters: readonly Suspect[] = [
  overValues({
    id: 'html-entity-quotes',
    cost: 1.2,
    visible: true,
    source: 'yansongda/pay#180, lokielse/omnipay-alipay#143; PHP htmlspecialchars, XSS filters',
    spread: 'both',
    *undo(value) {
      yield* rounds(value, unescapeHtml, 3);
      yield unescapeQuotes(value);
    },
  }),
  overValues({
    id: 'backslash-quotes',
    cost: 2,
    visible: true,
    source: 'PHP magic_quotes_gpc and addslashes; WordPress wp_magic_quotes',
    alternatives: ['log-json-escaped'],
    spread: 'both',
    *undo(value) {
      if (!value.includes('\\')) return;
      yield* rounds(value, stripSlashes, 3);
      yield* rounds(value, unescapeJson, 3);
      yield value.replaceAll('\\"', '"');
    },
  }),
  overValues({
    id: 'nginx-hex-escape',
    cost: 1,
    visible: true,
    source: 'nginx log_format, escape=default',
    spread: 'all',
    *undo(value) {
      const text = unescapeHex(value);
      if (text !== null) yield text;
    },
  }),
  overValues({
    id: 'smart-quotes',
    cost: 1.5,
    visible: true,
    source: 'CSDN 116214856; autocorrection of word processors and chats',
    spread: 'both',
    undo: (value) => straightened(value),
  }),
  overValues({
    id: 'nbsp-zero-width',
    cost: 1.6,
    visible: true,
    source: 'alipay/alipay-sdk-nodejs-all#78',
    spread: 'both',
    *undo(value) {
      yield plainBlanks(value);
      yield withoutInvisible(value);
      yield value.replaceAll('\u00a0', ' ');
    },
  }),
];

const blanks: readonly Suspect[] = [
  overValues({
    id: 'trim-value',
    cost: 3.4,
    source: 'Laravel TrimStrings, ThinkPHP default_filter=trim; yunwuxin/think-pay#2',
    spread: 'one',
    where: isProse,
    undo: (value) => untrimmed(value),
  }),
  overValues({
    id: 'trim-value',
    cost: 5,
    combination: 0.5,
    two: 5,
    source: 'Laravel TrimStrings, ThinkPHP default_filter=trim: every text is trimmed, and each had its own blanks',
    spread: 'one',
    where: isProse,
    undo: (value) => [`${value} `, ` ${value}`, ` ${value} `, `${value}\n`, `${value}\u3000`],
  }),
  overValues({
    id: 'whitespace-collapsed',
    cost: 5,
    combination: 0.5,
    two: 9,
    source: 'HTML collapses white space when copied (CSS Text §4.1)',
    spread: 'one',
    where: isProse,
    *undo(value) {
      yield* someReplaced(value, ' ', '  ');
      yield value.replaceAll(' ', '\n');
    },
  }),
  overValues({
    id: 'whitespace-collapsed',
    cost: 4.2,
    source: 'HTML collapses white space when copied (CSS Text §4.1)',
    spread: 'both',
    where: isProse,
    undo: (value) => uncollapsed(value),
  }),
  overValues({
    id: 'unicode-normalised',
    cost: 4.4,
    source: 'Unicode Standard Annex #15',
    spread: 'both',
    where: isProse,
    undo: (value) => renormalised(value),
  }),
  overValues({
    id: 'unicode-normalised',
    cost: 4.8,
    combination: 4,
    source: 'values lower-cased before they are compared or stored',
    spread: 'both',
    most: 1100,
    where: isProse,
    undo: (value) => recased(value),
  }),
  overValues({
    id: 'quotes-removed',
    cost: 4.9,
    combination: 4,
    source: 'strip_tags, filters of SQL and markup',
    spread: 'one',
    most: 1800,
    where: (name, scene, value) => isProse(name, scene) && !/^[\w.@:-]*$/.test(value),
    undo: (value) => withSigns(value),
  }),
];

const typed: readonly Suspect[] = [
  overValues({
    id: 'json-reserialised-values',
    cost: 2.6,
    source: 'fund_bill_list as Alipay writes it: compact, members amount, fundChannel; json.dumps of Python writes ", " and ": "',
    spread: 'both',
    where: (name, scene, value) => looksStructured(name, scene, value) || (/_list$/.test(name) && bracketed(value) !== null),
    *undo(value) {
      yield* rewritten(value);
      yield* rewritten(bracketed(value) ?? '');
    },
    named: (_, value) =>
      /"/.test(value) || readLoose(bracketed(value) ?? value) === null
        ? null
        : { id: 'quotes-removed', alternatives: ['json-reserialised-values'] },
  }),
  overValues({
    id: 'backslash-lost',
    cost: 4,
    source: 'stripslashes on genuine content; yansongda/pay#749',
    spread: 'both',
    where: looksStructured,
    undo: (value) => backslashed(value),
  }),
  overValues({
    id: 'backslash-lost',
    cost: 4.9,
    combination: 4,
    source: 'stripslashes on a path or a text with backslashes of its own',
    spread: 'one',
    where: isProse,
    undo: (value) => withBackslashes(value),
  }),
  overValues({
    id: 'numbers-reformatted',
    cost: 2.6,
    visible: true,
    source: 'amounts as double or BigDecimal lose their zeros',
    spread: 'both',
    where: isMoney,
    *undo(value) {
      const amount = asAmount(value);
      if (amount !== null) yield amount;
    },
  }),
  overValues({
    id: 'datetime-reformatted',
    cost: 3,
    visible: true,
    source: 'Jackson and MySQL write times in their own way',
    spread: 'both',
    where: (name, scene, value) => isTime(name, scene) && !isUsualTime(value),
    undo: (value) => asTimes(value),
  }),
  overValues({
    id: 'datetime-reformatted',
    cost: 3,
    combination: 2,
    source: 'the same writing, in another zone',
    spread: 'both',
    where: (name, scene, value) => isTime(name, scene) && isUsualTime(value),
    undo: (value) => asTimes(value),
  }),
  overValues({
    id: 'datetime-reformatted',
    cost: 4.2,
    combination: 4,
    source: 'columns and beans that keep whole seconds',
    spread: 'one',
    most: 1000,
    where: (name) => name === 'gmt_refund',
    undo: (value) => withMilliseconds(value),
  }),
];

/** Text that is gone: only the user can say what it was, and one digest then proves it. */
const destroyed: readonly Suspect[] = [
  overValues({
    id: 'mojibake-lossy',
    cost: 1,
    visible: true,
    source: 'U+FFFD stands where a decoder gave up (WHATWG Encoding §4)',
    alternatives: ['latin1-redecode', 'emoji-lost'],
    spread: 'both',
    *undo(_value, name, { originals }) {
      const original = Object.hasOwn(originals, name) ? originals[name] : undefined;
      if (original !== undefined) yield original;
    },
    named: (_, value) => lossOf(value),
  }),
];

/** Which cause destroys text in this way. */
export function lossOf(value: string): { readonly id: string; readonly alternatives: readonly string[] } {
  if (/\ufffd|锟斤拷|锟絇?/.test(value)) return { id: 'mojibake-lossy', alternatives: ['alipay-side-defect'] };
  return /\?\?/.test(value)
    ? { id: 'latin1-redecode', alternatives: ['emoji-lost', 'jvm-default-charset'] }
    : { id: 'emoji-lost', alternatives: ['latin1-redecode', 'tampered-or-test'] };
}

export const texts: readonly Suspect[] = [...destroyed, ...filters, ...encodings, ...typed, ...blanks];

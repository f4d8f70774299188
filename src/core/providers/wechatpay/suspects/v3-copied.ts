/** What copying, a log or a form decoder made of a v3 body. */
import { percentDecoded } from '../../../content/undo/encodings.ts';
import { unescapeHex, unescapeHtml, unescapeJson } from '../../../content/undo/markup.ts';
import type { Json } from '../../../content/undo/structure.ts';
import { overValues } from '../../over-values.ts';
import type { ValueMistake } from '../../over-values.ts';
import type { Suspect } from '../../suspect.ts';
import { PLAIN, treeOf, write } from './v3-body.ts';

const onBody = (mistake: Omit<ValueMistake, 'spread' | 'where'>): Suspect =>
  overValues({ ...mistake, spread: 'one', where: (name) => name === 'body' });

/** The ciphertext alone is base64; everything else in a body may hold a blank or a hyphen. */
const inCiphertext = (body: string, change: (text: string) => string): string =>
  body.replace(/("ciphertext"\s*:\s*")([^"]*)/, (_, before: string, text: string) => before + change(text));

/** Members of one name in an object: only the first of them, or the last, as parsers keep. @see RFC 8259 §4 */
function once(tree: Json, last: boolean): Json {
  if (typeof tree === 'string' || !('members' in tree)) return tree;
  const members = tree.members.filter(([name], i) => {
    const others = last ? tree.members.slice(i + 1) : tree.members.slice(0, i);
    return !others.some(([other]) => other === name);
  });
  return { members: members.map(([name, value]) => [name, once(value, last)] as const) };
}

export const copied: readonly Suspect[] = [
  onBody({
    id: 'duplicate-key',
    cost: 1.2,
    source: 'RFC 8259 §4: of two members of one name each reader keeps its own',
    *undo(value) {
      const tree = treeOf(value);
      if (tree === null) return;
      const whole = write(tree, PLAIN);
      for (const last of [false, true]) {
        const text = write(once(tree, last), PLAIN);
        if (text !== whole) yield text;
      }
    },
  }),
  onBody({
    id: 'html-entity-quotes',
    cost: 1.5,
    source: 'a log page escapes quotes',
    *undo(value) {
      const once = unescapeHtml(value);
      yield once;
      yield unescapeHtml(once);
    },
  }),
  onBody({
    id: 'log-json-escaped',
    cost: 1.4,
    source: 'a body copied out of a JSON log keeps its escapes',
    alternatives: ['backslash-quotes'],
    *undo(value) {
      if (/^\s*"?\{\\"/.test(value)) yield unescapeJson(value.replace(/^\s*"|"\s*$/g, ''));
    },
  }),
  onBody({
    id: 'nginx-hex-escape',
    cost: 1.4,
    source: 'nginx escapes quotes and bytes above 7F in its logs; ngx_http_log_module escape=default',
    *undo(value) {
      const text = unescapeHex(value);
      if (text !== null) yield text;
    },
  }),
  onBody({
    id: 'content-not-decoded',
    cost: 1.5,
    source: 'express.urlencoded and PHP take a JSON body for the one name of a form',
    alternatives: ['body-not-parsed'],
    *undo(value) {
      if (!/^\s*%7B/i.test(value)) return;
      for (const mode of ['form', 'uri'] as const) {
        const text = percentDecoded(value.replace(/=$/, ''), mode, 'utf-8');
        if (text !== null) yield text;
      }
    },
  }),
  onBody({
    id: 'plus-to-space-value',
    cost: 1.4,
    source: 'a form decoder on the way makes a blank of each plus sign; the ciphertext and the zone of a time have none of their own',
    *undo(value) {
      const zoned = value.replace(/(T\d\d:\d\d:\d\d(?:\.\d{1,9})?) (?=\d\d:?\d\d")/g, '$1+');
      for (const text of [zoned, value]) yield inCiphertext(text, (each) => each.replaceAll(' ', '+'));
      yield zoned;
    },
  }),
  onBody({
    id: 'base64-url-safe',
    cost: 1.6,
    source: 'RFC 4648 §5; WeChat Pay writes the standard alphabet',
    *undo(value) {
      yield inCiphertext(value, (text) => text.replaceAll('-', '+').replaceAll('_', '/'));
    },
  }),
  onBody({
    id: 'smart-quotes',
    cost: 1.7,
    source: 'autocorrection',
    *undo(value) {
      yield value.replace(/[\u201c\u201d]/g, '"');
    },
  }),
  onBody({
    id: 'nbsp-zero-width',
    cost: 1.7,
    source: 'copied out of a page',
    *undo(value) {
      yield value.replace(/[\u200b-\u200d\u2060]/g, '').replaceAll('\u00a0', ' ');
    },
  }),
];

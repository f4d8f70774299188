/** What input filters and printers do to signs: entities, backslashes, deleted quotes. */
import { stripSlashes } from '../undo/markup.ts';
import { twice } from './mistake.ts';
import type { ForwardMistake, Way } from './mistake.ts';

/** Every sign of the table by its text; one pass, so that a new `&` is not escaped again. */
function replacing(table: Readonly<Record<string, string>>): Way {
  const signs = new Map(Object.entries(table));
  return (value) => {
    let out = '';
    for (const char of value) out += signs.get(char) ?? char;
    return out;
  };
}

const LT_GT = { '<': '&lt;', '>': '&gt;' };
const MARKUP = { '&': '&amp;', ...LT_GT };

/** Encoders in use, by the table of each. */
const ENCODERS: readonly Way[] = [
  // PHP htmlspecialchars: ENT_COMPAT (before 8.1), ENT_QUOTES, with ENT_HTML5
  { ...MARKUP, '"': '&quot;' },
  { ...MARKUP, '"': '&quot;', "'": '&#039;' },
  { ...MARKUP, '"': '&quot;', "'": '&apos;' },
  // Spring HtmlUtils, Hutool, lodash; Go html/template; Python html.escape
  { ...MARKUP, '"': '&quot;', "'": '&#39;' },
  { ...MARKUP, '"': '&#34;', "'": '&#39;' },
  { ...MARKUP, '"': '&quot;', "'": '&#x27;' },
  // OWASP, underscore, mustache, Handlebars
  { ...MARKUP, '"': '&quot;', "'": '&#x27;', '/': '&#x2F;' },
  { ...MARKUP, '"': '&quot;', "'": '&#x27;', '`': '&#x60;' },
  { ...MARKUP, '"': '&quot;', "'": '&#39;', '/': '&#x2F;', '`': '&#x60;', '=': '&#x3D;' },
  { ...MARKUP, '"': '&quot;', "'": '&#x27;', '`': '&#x60;', '=': '&#x3D;' },
  // Filters that spare the ampersand, or everything but quotes
  { '"': '&quot;' },
  { '"': '&#34;' },
  { ...LT_GT, '"': '&quot;' },
  { ...LT_GT, '"': '&quot;', "'": '&#39;' },
  { ...LT_GT, '"': '&quot;', "'": '&#039;' },
  { ...LT_GT, '"': '&quot;', "'": '&apos;' },
  { '"': '&#34;', "'": '&#39;' },
  { '"': '&quot;', "'": '&#39;' },
  { '"': '&quot;', "'": '&#039;' },
  { ...LT_GT, '(': '&#40;', ')': '&#41;', "'": '&#39;' },
  { ...LT_GT, '(': '&#40;', ')': '&#41;', "'": '&#39;', '"': '&quot;' },
  LT_GT,
  MARKUP,
  { '&': '&#38;', '<': '&#60;', '>': '&#62;', '"': '&#34;', "'": '&#39;' },
  { ...MARKUP, '"': '&quot;', "'": '&#39;', ' ': '&nbsp;' },
  // Wrappers of servlet requests that answer with full-width signs
  { '<': '＜', '>': '＞', '"': '＂', "'": '＇', '&': '＆', '#': '＃', '\\': '＼' },
  { '<': '＜', '>': '＞', '"': '“', "'": '‘', '&': '＆', '#': '＃', '\\': '＼' },
  { '<': '＜', '>': '＞' },
].map(replacing);

const nonAscii =
  (print: (point: number) => string): Way =>
  (value) =>
    value.replace(/[^\0-\x7f]/gu, (char) => print(char.codePointAt(0) ?? 0));

const addSlashes: Way = (value) => value.replace(/[\\"']/g, '\\$&').replaceAll('\0', '\\0');
const inJson: Way = (value) => JSON.stringify(value).slice(1, -1);
const escaped: Way = (value) => value.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const without =
  (signs: RegExp, by = ''): Way =>
  (value) =>
    value.replace(signs, by);

/** Signs that filters take out. */
const FILTERED = new Set('"\'<>&;%#()[]{}\\/`,:=|*$!?^~');

/** The same text once those signs are gone from some places; linear. */
function lostSigns(right: string, used: string): boolean {
  let at = 0;
  for (const char of right) {
    if (used.startsWith(char, at)) at += char.length;
    else if (!FILTERED.has(char)) return false;
  }
  return at === used.length && used.length < right.length;
}

export const markup: readonly ForwardMistake[] = [
  {
    id: 'html-entity-quotes',
    source: 'yansongda/pay#180, lokielse/omnipay-alipay#143; PHP htmlspecialchars, XSS filters',
    ways: [...ENCODERS, ...ENCODERS.map(twice), nonAscii((point) => `&#${point};`), nonAscii((point) => `&#x${point.toString(16)};`)],
  },
  {
    id: 'smart-quotes',
    source: 'CSDN 116214856; autocorrection of word processors and chats',
    ways: [
      (value) => value.replace(/"([^"]*)"/g, '“$1”'),
      (value) => value.replace(/"([^"]*)"/g, '“$1”').replace(/'([^']*)'/g, '‘$1’'),
      (value) => value.replace(/"([^"]*)"/g, '“$1”').replaceAll("'", '’'),
      (value) => value.replaceAll('"', '”'),
    ],
  },
  {
    id: 'backslash-quotes',
    alternatives: ['log-json-escaped'],
    source: 'PHP magic_quotes_gpc and addslashes; WordPress wp_magic_quotes',
    ways: [
      addSlashes,
      (value) => value.replaceAll('"', '\\"'),
      inJson,
      (value) => value.replaceAll("'", "\\'"),
      (value) => value.replaceAll('/', '\\/'),
      (value, name) => inJson(value, name).replaceAll('/', '\\/'),
      twice(addSlashes),
      twice(inJson),
      (value, name) => escaped(inJson(value, name), name),
      (value, name) => escaped(inJson(value, name).replaceAll('/', '\\/'), name),
      escaped,
    ],
  },
  {
    id: 'backslash-lost',
    source: 'stripslashes on genuine content; yansongda/pay#749',
    ways: [stripSlashes, without(/\\/g), without(/\\(?=\/)/g)],
  },
  {
    id: 'quotes-removed',
    source: 'strip_tags, filters of SQL and markup',
    ways: [
      without(/"/g),
      without(/["']/g),
      without(/["'<>]/g),
      without(/'/g),
      without(/[<>]/g),
      without(/["'<>&]/g),
      without(/<[^<>]*>/g),
      without(/["'\\]/g),
      without(/["'<>;]/g),
      without(/["'<>;%()&+]/g),
      without(/[[\]{}"]/g),
      without(/["']/g, ' '),
      without(/--|;/g),
    ],
    fits: lostSigns,
  },
];

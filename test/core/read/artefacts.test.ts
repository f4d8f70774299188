/** Copy artefacts: each is undone where its mark proves it, told with its place, can be refused, and leaves look-alikes alone. */
import { describe, expect, test } from 'vitest';
import { read } from '../../../src/core/read/read.ts';
import type { RepairId } from '../../../src/core/read/reading.ts';
import { nginxEscape } from '../../support/render-transport/carriers.ts';

const SIGN = 'l5mCl+5nNN+VzMoDiuVFJO3RNbEt7ylH4dl1COi6F7gcG+e0Zg/w4cp4icjfqOQGAmcQRTH3kOVKdlxhXhFv4PngdXoZz1c76ccU1QQdNIg=';
const PLAIN = `gmt_create=2024-05-01 10:00:00&notify_time=2024-05-01 10:00:01&subject=测试 A+B&timestamp=2024&fund_bill_list=[{"amount":"0.01"}]&notify_id=1&sign=${SIGN}`;
const FIELDS = [
  ['gmt_create', '2024-05-01 10:00:00'],
  ['notify_time', '2024-05-01 10:00:01'],
  ['subject', '测试 A+B'],
  ['timestamp', '2024'],
  ['fund_bill_list', '[{"amount":"0.01"}]'],
  ['notify_id', '1'],
  ['sign', SIGN],
];
const JSON_TEXT = JSON.stringify(Object.fromEntries(FIELDS as [string, string][]));
const ENCODED = new URLSearchParams(FIELDS).toString();

const CASES: readonly (readonly [RepairId, string, string])[] = [
  ['bom', 'at the start', `\ufeff${PLAIN}`],
  ['html-named-entity', 'of &not and &times', PLAIN.replaceAll('&notify', '¬ify').replaceAll('&timestamp', '×tamp')],
  ['html-ampersand', 'between parameters', PLAIN.replaceAll('&', '&amp;')],
  ['html-ampersand', 'escaped twice', PLAIN.replaceAll('&', '&amp;amp;')],
  ['full-width-signs', 'for & and =', PLAIN.replaceAll('&', '＆').replace(/(?<=(^|＆)\w+)=/g, '＝')],
  ['space-after-ampersand', 'after each &', PLAIN.replaceAll('&', '& ')],
  ['log-json-escaped', 'once, without quotes', JSON.stringify(JSON_TEXT).slice(1, -1)],
  ['log-json-escaped', 'once, as a string literal', JSON.stringify(JSON_TEXT)],
  ['log-json-escaped', 'once, of JSON in lines', JSON.stringify(JSON.stringify(JSON.parse(JSON_TEXT), null, 2)).slice(1, -1)],
  ['log-json-escaped', 'once, of JSON in lines behind tabs', `req: ${JSON.stringify(JSON.stringify(JSON.parse(JSON_TEXT), null, '\t'))}`],
  ['log-json-escaped', 'twice', JSON.stringify(JSON.stringify(JSON_TEXT).slice(1, -1)).slice(1, -1)],
  ['log-json-escaped', 'behind a log prefix', `2024-05-01 INFO body=${JSON.stringify(JSON_TEXT)} end`],
  ['nginx-hex-escape', 'of a JSON body', nginxEscape(JSON_TEXT)],
  ['nginx-hex-escape', 'of a decoded form', nginxEscape(PLAIN)],
  ['nginx-hex-escape', 'in lower case, as Apache writes it', nginxEscape(PLAIN).replace(/\\x../g, (escape) => escape.toLowerCase())],
  ['smart-quotes', 'for those of JSON', JSON_TEXT.replace(/"([^"]*)"/g, '“$1”')],
  ['smart-quotes', 'inside a JSON value', JSON_TEXT.replaceAll('\\"', '“')],
  ['nbsp-zero-width', 'in a name', PLAIN.replace('&notify_id', '&notify\u200b_id')],
  ['nbsp-zero-width', 'between date and time', PLAIN.replace('2024-05-01 10:00:00', '2024-05-01\u00a010:00:00')],
  ['nbsp-zero-width', 'inside the signature', PLAIN.replace('OVKdlx', 'OVK\u200bdlx')],
  ['wrapped-lines', 'of an encoded body', ENCODED.replace(/.{64}/g, '$&\n')],
  ['wrapped-lines', 'of JSON in a terminal', JSON_TEXT.replace(/.{40}/g, '$&\n')],
  ['wrapped-lines', 'between date and time', PLAIN.replace('2024-05-01 10:00:00', '2024-05-01\n\t10:00:00')],
  ['comment-prefix', 'of slashes', ENCODED.replaceAll('&', '\n&').replace(/^/gm, '// ')],
  ['comment-prefix', 'of a mail', ENCODED.replace(/.{64}/g, '$&\n').replace(/^/gm, '> ')],
  ['comment-prefix', 'of a comment block', `/**\n${JSON.stringify(JSON.parse(JSON_TEXT), null, 2).replace(/^/gm, ' * ')}\n */`],
  ['outer-quotes', 'single', `'${JSON_TEXT}'`],
  ['outer-quotes', 'double, with a semicolon', `"${ENCODED}";`],
  ['outer-quotes', 'of Python bytes', `b'${ENCODED}'`],
  ['outer-quotes', 'as a code fence', '```json\n' + JSON_TEXT + '\n```'],
  ['percent-u-escape', 'of Chinese', PLAIN.replace('测试 A+B', '%u6D4B%u8BD5 A+B')],
];

test.each(CASES)('%s %s is undone, told, and the values are whole', (id, _where, text) => {
  const { reading } = read(text);
  expect(reading.repairs.map((repair) => repair.id)).toContain(id);
  expect(reading.pairs.map(({ name, value }) => [name, value])).toEqual(FIELDS);
});

test.each(CASES)('%s %s: its place lies in the paste', (id, _where, text) => {
  const { reading } = read(text);
  const repair = reading.repairs.find((each) => each.id === id);
  expect(repair?.count).toBeGreaterThan(0);
  for (const [start, end] of repair?.spans ?? []) {
    expect(start).toBeLessThanOrEqual(end);
    expect(end).toBeLessThanOrEqual(reading.size);
  }
});

test.each(CASES)('%s %s stays when it is not among the repairs to keep', (id, _where, text) => {
  const all = read(text).reading.repairs.map((repair) => repair.id);
  const { reading } = read(text, { keepRepairs: all.filter((each) => each !== id) });
  expect(reading.repairs.map((repair) => repair.id)).not.toContain(id);
});

test('the place of an entity is the one character it became', () => {
  const { reading } = read('a=1¬ify_time=2&notify_type=x&sign=y');
  expect(reading.repairs).toEqual([{ id: 'html-named-entity', count: 1, spans: [[3, 5]] }]);
});

describe('what only looks like an artefact stays', () => {
  const LEFT: readonly (readonly [string, string])[] = [
    ['&amp; in one value of a decoded body', `${PLAIN}&return_url=https://x.example/?a=1&amp;b=2`],
    ['&amp; and blanks inside JSON', JSON.stringify({ sign: SIGN, url: 'https://x.example/?a=1&amp;b=2&amp;c=3', more: 'a=1& b=2¬ify=3' })],
    ['&quot; inside a value', PLAIN.replaceAll('"', '&quot;')],
    ['curly quotes in a subject', JSON_TEXT.replace('测试', '“测试”一册')],
    ['a zero-width joiner in an emoji', PLAIN.replace('测试', '👨‍👩‍👧')],
    ['slashes in one value, as addslashes leaves them', PLAIN.replaceAll('"', '\\"')],
    ['an ideographic space in a subject', PLAIN.replace('测试 ', '测试　')],
    ['a copyright sign in a subject', PLAIN.replace('测试', '© 测试')],
    ['line ends of pretty JSON', JSON.stringify(JSON.parse(JSON_TEXT), null, 2)],
    ['\\x in a JSON value', JSON_TEXT.replace('测试', 'C:\\\\x41')],
  ];
  test.each(LEFT)('%s', (_what, text) => {
    expect(read(text).reading.repairs).toEqual([]);
  });
});

describe('line ends in a decoded query', () => {
  const sign = 'QUJD'.repeat(86);
  const query = (value: string): string => `gmt_create=2024-05-01 10:00:00&subject=运动水杯 500ml&sign=${value}&sign_type=RSA2`;
  const signIn = (text: string): string | undefined => read(text).reading.pairs.find(({ name }) => name === 'sign')?.value;

  test.each([64, 76])('of a signature in lines of %i stay in it, to be told', (width) => {
    const broken = sign.replace(new RegExp(`.{${width}}`, 'g'), '$&\n');
    const { reading } = read(query(broken));
    expect(signIn(query(broken))).toBe(broken);
    expect(reading.repairs).toEqual([]);
  });

  test('that a terminal put there at its width are undone', () => {
    const wrapped = query(sign).replace(/.{80}/g, '$&\n');
    expect(signIn(wrapped)).toBe(sign);
    expect(read(wrapped).reading.repairs.map(({ id }) => id)).toEqual(['wrapped-lines']);
  });
});

/** What seldom befalls one value or two: each row is what was signed, what arrived, and the cause that must be named first. */
import { describe, expect, test } from 'vitest';
import { inspect } from '../../../src/core/inspect.ts';
import type { Inspection } from '../../../src/core/inspect.ts';
import { contentOf, makeNotification, makeRandom, makeSigner, renderForm } from '../../support/notification.ts';
import type { Pairs } from '../../support/notification.ts';

const signer = makeSigner();
type Values = Readonly<Record<string, string>>;

const withValues = (pairs: Pairs, values: Values): Pairs => [
  ...pairs.filter(([name]) => !(name in values)),
  ...Object.entries(values).map(([name, value]): [string, string] => [name, value]),
];

async function inspectBroken(signed: Values, arrived: Values, seed = 11): Promise<Inspection> {
  const pairs = withValues(makeNotification(makeRandom(seed)), signed);
  const sign = signer.sign(Buffer.from(contentOf(pairs)));
  return inspect({ text: renderForm([...withValues(pairs, arrived), ['sign', sign]]), keys: [signer.publicKey] });
}

const first = ({ diagnosis }: Inspection): readonly string[] => {
  const [cause] = diagnosis?.causes ?? [];
  return cause ? [cause.id, ...cause.alternatives] : [];
};

const VOUCHER =
  '[{"amount":"5.00","merchantContribute":"5.00","name":"满20减5","type":"ALIPAY_FIX_VOUCHER","voucherId":"2018101100073002700000123456"}]';

const rows: readonly (readonly [id: string, what: string, signed: Values, arrived: Values])[] = [
  [
    'html-entity-quotes',
    'entities of Latin letters',
    { subject: 'café × 2 "套餐"' },
    { subject: 'caf&eacute; &times; 2 &quot;套餐&quot;' },
  ],
  ['html-entity-quotes', 'punctuation', { subject: '“新款”…100€' }, { subject: '&ldquo;新款&rdquo;&hellip;100&euro;' }],
  ['double-url-decode', 'a part was encoded', { subject: '折扣 %E4%BC%98惠' }, { subject: '折扣 优惠' }],
  ['double-url-decode', 'blanks written as plus', { passback_params: 'uid%3D12%26vip%3D1+year' }, { passback_params: 'uid=12&vip=1+year' }],
  ['backslash-lost', 'a quote inside a text', { passback_params: '{"name":"a\\"b"}' }, { passback_params: '{"name":"a"b"}' }],
  ['backslash-lost', 'a path', { body: 'C:\\data\\x' }, { body: 'C:datax' }],
  ['quotes-removed', 'angle brackets', { subject: '满100减20 <限时>' }, { subject: '满100减20 限时' }],
  ['quotes-removed', 'an apostrophe', { subject: "Tom's 咖啡" }, { subject: 'Toms 咖啡' }],
  [
    'quotes-removed',
    'of a voucher with a long number',
    { voucher_detail_list: VOUCHER },
    { voucher_detail_list: VOUCHER.replaceAll('"', '') },
  ],
  [
    'quotes-removed',
    'brackets and braces too',
    { fund_bill_list: '[{"amount":"1.00","fundChannel":"PCREDIT"},{"amount":"2.50","fundChannel":"COUPON"}]' },
    { fund_bill_list: 'amount:1.00,fundChannel:PCREDIT,amount:2.50,fundChannel:COUPON' },
  ],
  [
    'space-to-plus-value',
    'two texts with a plus of their own',
    { subject: '图书《算法》+ 配送 备注', body: '测试订单 A+B 备注', gmt_create: '2024-07-11 13:21:36' },
    { subject: '图书《算法》++配送+备注', body: '测试订单+A+B+备注', gmt_create: '2024-07-11+13:21:36' },
  ],
  ['sign-equals-lost', 'at the end of other Base64', { passback_params: 'dWlkOjE=' }, { passback_params: 'dWlkOjE' }],
  ['trim-value', 'of two texts, at different ends', { subject: '年卡 ', body: ' 备注' }, { subject: '年卡', body: '备注' }],
  ['whitespace-collapsed', 'in two texts', { subject: '套餐  A B', body: '一  二  三' }, { subject: '套餐 A B', body: '一 二 三' }],
  [
    'plus-to-space-value',
    'in an address of mail and in a text',
    { seller_email: 'shop+test@example.com', subject: '礼盒A+B 大份' },
    { seller_email: 'shop test@example.com', subject: '礼盒A B 大份' },
  ],
  ['unicode-normalised', 'a digit in a circle beside brackets', { subject: '（大）套餐①' }, { subject: '(大)套餐1' }],
  ['whitespace-collapsed', 'widths that differ', { subject: '套餐   A  B' }, { subject: '套餐 A B' }],
  ['unicode-normalised', 'a digit in a circle', { subject: '①号套餐' }, { subject: '1号套餐' }],
  ['unicode-normalised', 'a unit of one sign', { subject: '大米 5㎏装' }, { subject: '大米 5kg装' }],
  ['unicode-normalised', 'a wide currency sign and punctuation', { subject: '￥100，包邮！' }, { subject: '¥100,包邮!' }],
  ['unicode-normalised', 'letter case', { subject: 'VIP 会员 iPhone' }, { subject: 'vip 会员 iphone' }],
  ['smart-quotes', 'two hyphens as one dash, dots as one sign', { subject: '商品--A...' }, { subject: '商品–A…' }],
  ['datetime-reformatted', 'as Go prints it', { gmt_create: '2024-03-01 10:22:33' }, { gmt_create: '2024-03-01 10:22:33 +0800 CST' }],
  ['datetime-reformatted', 'without the milliseconds', { gmt_refund: '2024-03-01 10:22:33.417' }, { gmt_refund: '2024-03-01 10:22:33' }],
  [
    'numbers-reformatted',
    'a long number in powers of ten',
    { app_id: '2021417362403034', auth_app_id: '2021417362403034' },
    { app_id: '2.02142E+15' },
  ],
  ['duplicate-key', 'a list of the same', { charset: 'utf-8' }, { charset: '["utf-8","utf-8"]' }],
  ['emoji-lost', 'where the original is at hand', { subject: '礼物🎁包' }, { subject: '礼物?包' }],
];

describe.each(rows)('%s: %s', (id, _, signed, arrived) => {
  test('is named, and not for what is intact', async () => {
    const inputs = id === 'emoji-lost' ? { subject: signed['subject'] ?? '' } : undefined;
    const pairs = withValues(makeNotification(makeRandom(11)), signed);
    const sign = signer.sign(Buffer.from(contentOf(pairs)));
    const paste = renderForm([...withValues(pairs, arrived), ['sign', sign]]);
    const broken = await inspect({ text: paste, keys: [signer.publicKey], ...(inputs ? { hints: { inputs } } : {}) });
    expect(first(broken)).toContain(id);
    expect(broken.verdict.indication === 'passed').toBe(id === 'smart-quotes');
    expect((await inspectBroken(signed, signed)).verdict.reason).toBe('verified');
  });
});

describe('a whole message read back from a table', () => {
  test.each([
    ['with zones and without zeros', (value: string) => value.replace(' ', 'T')],
    ['as epochs', (value: string) => String(Date.parse(`${value.replace(' ', 'T')}+08:00`))],
  ])('%s, nothing printed as null: each change is told, and the table beside it', async (_, time) => {
    const pairs = makeNotification(makeRandom(3));
    const sign = signer.sign(Buffer.from(contentOf(pairs)));
    const stored = pairs.map(([name, value]): [string, string] =>
      /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(value)
        ? [name, time(value)]
        : /_amount$/.test(name) && /^\d+\.\d0$/.test(value)
          ? [name, String(Number(value))]
          : [name, value],
    );
    const text = renderForm([...stored, ['gmt_refund', 'null'], ['refund_fee', 'null'], ['sign', sign]]);
    const { diagnosis } = await inspect({ text, keys: [signer.publicKey] });
    const ids = diagnosis?.causes.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['datetime-reformatted', 'null-literal']));
    for (const { id, alternatives } of diagnosis?.causes ?? [])
      if (id === 'null-literal') expect(alternatives).toContain('replay-from-database');
  });
});

describe('beside a message that holds', () => {
  const pairs = makeNotification(makeRandom(21));
  const body = renderForm([...pairs, ['sign', signer.sign(Buffer.from(contentOf(pairs)))]]);
  const request = (path: string): string => `POST ${path} HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n${body}`;

  test('parameters of the address are told: frameworks hand them out with the body', async () => {
    const { verdict, diagnosis } = await inspect({ text: request('/notify?order_id=88&shop=2'), keys: [signer.publicKey] });
    expect(verdict.reason).toBe('verified-with-unsigned');
    expect(diagnosis?.causes.find(({ id }) => id === 'own-query-param')?.edits.map(({ name }) => name)).toEqual(['order_id', 'shop']);
  });

  test('an address without any is not', async () => {
    expect((await inspect({ text: request('/notify'), keys: [signer.publicKey] })).verdict.reason).toBe('verified');
  });
});

test.each([
  'params: {}',
  'array (\n)',
  'url.Values{}',
  '[Object: null prototype] {}',
  'local.INFO: alipay notify [] ',
  '$_POST: Array\n(\n)\nphp://input: ""',
  'POST /notify HTTP/1.1\r\nHost: a.example\r\nContent-Type: application/x-www-form-urlencoded; text/html; charset=utf-8\r\n\r\n{}',
  'request.body = undefined',
  '$_POST: Array ( )',
  '2024-01-01 10:00:00 INFO alipay notify params={}',
  '[object Object]',
])('a body that was not parsed is known behind its label: %s', async (text) => {
  expect(first(await inspect({ text, keys: [] }))).toContain('body-not-parsed');
});

test.each(['hello: world', 'total: 5', 'a=1', '{"a":{}}', 'no value, null', 'a [] b'])(
  'what only ends like nothing is not: %s',
  async (text) => {
    expect((await inspect({ text, keys: [] })).diagnosis?.causes ?? []).toEqual([]);
  },
);

describe('a paste of lines', () => {
  const pairs = makeNotification(makeRandom(31));
  const sign = signer.sign(Buffer.from(contentOf(pairs)));
  const lines = (of: string): string => [`sign=${of}`, ...pairs.map(([name, value]) => `${name}=${value}`)].join('\n');
  const wrapped = (width: number, end: string): string => (sign.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(end);

  test.each([
    ['at 76', wrapped(76, '\r\n')],
    ['at 60, indented', wrapped(60, '\n    ')],
    ['by a program', wrapped(76, '\\n')],
  ])('whose signature is wrapped %s is read whole', async (_, text) => {
    const inspection = await inspect({ text: lines(text), keys: [signer.publicKey] });
    expect(inspection.verdict.reason).toBe('verified-after-paste-repair');
    expect(first(inspection)).toContain('base64-linebreaks');
    expect(inspection.reading.pairs).toHaveLength(pairs.length + 1);
  });

  test('whose signature alone is encoded is not decoded in silence', async () => {
    const inspection = await inspect({ text: lines(encodeURIComponent(sign)), keys: [signer.publicKey] });
    expect(inspection.verdict.reason).toBe('signature-explained');
    expect(first(inspection)).toContain('sign-still-encoded');
  });
});

describe('values that are lists of one text', () => {
  const pairs = makeNotification(makeRandom(41));
  const all: Pairs = [...pairs, ['sign', signer.sign(Buffer.from(contentOf(pairs)))]];
  const listed = (value: string): string => `['${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}']`;

  test.each([
    ['a form', renderForm(all.map(([name, value]) => [name, listed(value)]))],
    ['lines', all.map(([name, value]) => `${name}=${listed(value)}`).join('\n')],
    ['JSON', JSON.stringify(Object.fromEntries(all.map(([name, value]) => [name, listed(value)])))],
    ['joined text', all.map(([name, value]) => `${name}=${listed(value)}`).join('&')],
  ])('in %s are read as these texts', async (_, text) => {
    const inspection = await inspect({ text, keys: [signer.publicKey] });
    expect(inspection.verdict.reason).toBe('verified');
    expect(first(inspection)).toContain('querydict-lists');
  });

  test('stay as they are where only one is', async () => {
    const text = renderForm(all.map(([name, value]) => [name, name === 'subject' ? "['a']" : value]));
    expect((await inspect({ text, keys: [] })).reading.pairs.find(({ name }) => name === 'subject')?.value).toBe("['a']");
  });
});

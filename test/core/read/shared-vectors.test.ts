/** Real pastes, where they lie beside the checkout: form, fields, headers and raw body of each. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { read } from '../../../src/core/read/read.ts';
import type { FormId } from '../../../src/core/read/reading.ts';

interface Vector {
  readonly id: string;
  readonly form: string;
  readonly raw: string;
}

const load = (name: string): readonly Vector[] => {
  const file = new URL(`../../../../shared/vectors/${name}.json`, import.meta.url);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly Vector[]) : [];
};

const wechat = load('wechatpay');
const alipay = load('alipay-parse-only');

/** The vectors name shapes more finely than the readers do. */
const FORMS: Readonly<Record<string, FormId>> = { 'http-response': 'http', 'resource-json': 'json' };

describe.skipIf(wechat.length === 0)('WeChat Pay', () => {
  test.each(wechat.filter(({ form }) => form !== 'signed-message'))('$id', ({ form, raw }) => {
    const { reading, body } = read(raw);
    expect(reading.form).toBe(FORMS[form] ?? form);
    expect(reading.found).toBe(1);
    expect(reading.pairs.length).toBeGreaterThan(0);
    const blank = raw.indexOf('\n\n');
    if (reading.form !== 'http') expect(body?.text).toBe(raw);
    else {
      const lines = raw.slice(0, blank).split('\n').slice(1);
      expect(body?.text).toBe(raw.slice(blank + 2));
      expect(reading.headers?.map(({ name, value }) => `${name}: ${value}`)).toEqual(lines);
    }
    if (reading.form === 'xml') {
      // Every element of these documents is a leaf of the root.
      const oracle = [...raw.matchAll(/<(\w+)>(?:<!\[CDATA\[([\s\S]*?)\]\]>|([^<]*))<\/\1>/g)].map((match) => [
        match[1],
        match[2] ?? match[3],
      ]);
      expect(reading.pairs.map(({ name, value }) => [name, value])).toEqual(oracle);
    } else {
      const parsed = JSON.parse((body?.text ?? '').replace('\ufeff', '')) as Record<string, unknown>;
      expect(reading.pairs.map(({ name, value }) => [name, value])).toEqual(
        Object.entries(parsed).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
      );
    }
  });
});

/** Form, how many parameters, what was undone, and one value that tells whether it was read well. */
const EXPECTED: Readonly<
  Record<string, readonly [form: FormId, count: number, repairs: readonly string[], name: string, value: string | RegExp]>
> = {
  'po-batch-trans-2017': ['log-line', 10, ['surrounding-text'], 'batch_no', '20170406104141'],
  'po-batch-refund-query-2016': ['form-body', 8, [], 'notify_time', '2016-05-27 09:26:32'],
  'po-batch-refund-lines-2017': ['lines', 8, ['comment-prefix'], 'notify_time', '2017-02-10 14:43:38'],
  'po-batch-refund-fail-2017': ['query', 8, [], 'success_num', '0'],
  'po-entity-not-2016': ['query', 23, ['html-named-entity', 'wrapped-lines'], 'notify_time', '2016-08-25 18:00:38'],
  'po-monolog-2019': ['log-line', 25, ['surrounding-text'], 'subject', 'test subject - 测试'],
  'po-monolog-htmlescaped-2018': ['log-line', 26, ['surrounding-text'], 'fund_bill_list', /&quot;/],
  'po-rawhttp-2019': ['http', 25, [], 'gmt_create', '2019-11-29 18:01:10'],
  'po-return-url-2023': ['url', 12, [], 'total_amount', '1.00'],
  'po-return-spa-hash-2022': ['url', 12, ['space-after-ampersand'], 'out_trade_no', '1516934284'],
  'po-pyhttp-escaped-2022': ['http', 23, ['log-json-escaped'], 'gmt_create', '2022-11-30 21:13:17'],
  'po-refund-json-2020': ['json', 24, [], 'gmt_refund', '2020-03-12 17:20:48.988'],
  'po-wap-md5-2014': ['query', 5, [], 'notify_data', /^<notify>.*<\/notify>$/],
  'po-wap-doc-2010': ['url', 5, [], 'notify_data', /^<notify>/],
  'po-legacy-dsa-doc': ['url', 27, [], 'subject', 'iphone手机'],
  'po-isv-auth-notify-2020': ['log-line', 11, ['surrounding-text'], 'notify_type', 'open_app_auth_notify'],
  'po-life-check': ['query', 4, [], 'biz_content', /^<\?xml.*<\/XML>$/],
  'po-intl-doc-2017': ['url', 15, [], 'trans_currency', 'USD'],
};

describe.skipIf(alipay.length === 0)('Alipay, pastes without a key', () => {
  test.each(alipay.filter(({ id }) => id in EXPECTED))('$id', ({ id, raw }) => {
    const [form, count, repairs, name, value] = EXPECTED[id] as (typeof EXPECTED)[string];
    const { reading } = read(raw);
    expect(reading.form).toBe(form);
    expect(reading.pairs).toHaveLength(count);
    expect(reading.repairs.map((repair) => repair.id)).toEqual(repairs);
    const found = reading.pairs.find((pair) => pair.name === name)?.value;
    if (typeof value === 'string') expect(found).toBe(value);
    else expect(found).toMatch(value);
  });

  test('headers alone are read as headers', () => {
    const vector = alipay.find(({ id }) => id === 'po-antom-response-headers');
    const { reading } = read(vector?.raw ?? '');
    expect(reading.form).toBe('http');
    expect(reading.headers?.map(({ name }) => name)).toEqual(['Client-Id', 'Response-Time']);
  });
});

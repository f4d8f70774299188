/** Dumps with structures in them: what was nested is nested again, what is ambiguous has both readings, what was raw stays known. */
import { describe, expect, test } from 'vitest';
import { read } from '../../support/read-sql.ts';
import type { Reading } from '../../../src/core/read/reading.ts';
import * as apps from '../../support/render/apps.ts';
import * as go from '../../support/render/go.ts';
import * as java from '../../support/render/java.ts';
import * as php from '../../support/render/php.ts';
import type { PhpArray } from '../../support/render/php.ts';
import * as sql from '../../support/render/sql.ts';
import { sorted } from '../../support/render/values.ts';
import type { Fields } from '../../support/render/values.ts';
import { formBody, jsonBody } from '../../support/render-transport/bodies.ts';

const value = ({ pairs }: Reading, name: string): string | undefined => pairs.find((pair) => pair.name === name)?.value;
const repairs = ({ repairs: list }: Reading): readonly string[] => list.map(({ id }) => id);

const NESTED: PhpArray = [
  ['gmt_create', '2024-05-01 10:00:00'],
  [
    'fund_bill_list',
    {
      array: [
        [
          0,
          {
            array: [
              ['amount', '0.01'],
              ['fundChannel', 'PCREDIT'],
            ],
          },
        ],
        [
          1,
          {
            array: [
              ['amount', '1.00'],
              ['fundChannel', '余额'],
            ],
          },
        ],
      ],
    },
  ],
  ['sign', 'abc+/=='],
  ['empty', { array: [] }],
  ['sign_type', 'RSA2'],
];

describe('PHP shows a parameter that was parsed already', () => {
  test.each([
    ['print_r', php.printR(NESTED)],
    ['print_r in a browser', php.printRInBrowser(NESTED)],
    ['var_dump', php.varDump(NESTED)],
    ['var_dump of Xdebug', php.varDumpXdebug(NESTED.filter(([name]) => name !== 'empty'))],
    ['var_export', php.varExport(NESTED)],
    ['a short array', php.shortArray(NESTED)],
    ['serialize', php.serialize({ array: NESTED })],
  ])('%s: it is compact JSON again', (_name, text) => {
    const { reading } = read(text);
    expect(value(reading, 'fund_bill_list')).toBe('[{"amount":"0.01","fundChannel":"PCREDIT"},{"amount":"1.00","fundChannel":"余额"}]');
    expect(value(reading, 'sign')).toBe('abc+/==');
    expect(value(reading, 'sign_type')).toBe('RSA2');
    expect(repairs(reading)).toEqual(expect.arrayContaining(['java-map-tostring', 'nested-value-rebuilt']));
  });
});

test('a text that looks like rows of print_r, but not at their indent, is text', () => {
  const body = 'Array\n(\n[x] => y\n  )\nend';
  const { reading } = read(
    php.printR([
      ['body', body],
      ['sign', 'x'],
      ['sign_type', 'RSA2'],
    ]),
  );
  expect(value(reading, 'body')).toBe(body);
  expect(reading.pairs).toHaveLength(3);
});

test('lengths of GBK bytes do not mislead the reader of serialized texts', () => {
  const { reading } = read('a:3:{s:7:"subject";s:4:"支付";s:4:"sign";s:3:"a"b";s:9:"sign_type";s:4:"RSA2";}');
  expect(value(reading, 'subject')).toBe('支付');
  expect(value(reading, 'sign')).toBe('a"b');
  expect(value(reading, 'sign_type')).toBe('RSA2');
});

const NAMES =
  'gmt_create charset seller_email subject sign body buyer_id invoice_amount notify_id fund_bill_list notify_type trade_status receipt_amount app_id buyer_pay_amount sign_type seller_id gmt_payment notify_time version out_trade_no total_amount trade_no auth_app_id buyer_logon_id point_amount'.split(
    ' ',
  );
const message = (subject: string): Fields => NAMES.map((name) => [name, name === 'subject' ? subject : `value of ${name}`]);

describe('a value that holds ", x="', () => {
  test.each([
    ['a HashMap', java.hashOrder],
    ['a TreeMap', sorted],
  ])('is told by the order of %s', (_name, order) => {
    const { reading } = read(java.mapToString(order(message('红, zzz=1, aaa=2, 大'))));
    expect(value(reading, 'subject')).toBe('红, zzz=1, aaa=2, 大');
    expect(reading.pairs).toHaveLength(NAMES.length);
  });

  test('has the other reading as a rival', () => {
    const found = read(java.mapToString(sorted(message('红, zzz=1'))));
    const rivals = [...found.rivals()];
    expect(rivals.some(({ reading: rival }) => rival.form === 'java-map' && value(rival, 'zzz') === '1')).toBe(true);
  });

  test('takes no member from a map in no order', () => {
    const { reading } = read(java.mapToString(message('红')));
    expect(reading.pairs.map(({ name }) => name)).toEqual(NAMES);
  });

  test('takes no member from a hash order into which some were put by hand', () => {
    for (const first of [['sign'], ['sign', 'sign_type'], ['sign', 's'], ['app_id']])
      for (const at of [0, 1, 7, 20]) {
        const rest = NAMES.filter((name) => !first.includes(name));
        const names = [...rest.slice(0, at), ...first, ...rest.slice(at)];
        const { reading } = read(java.mapToString(names.map((name) => [name, `value of ${name}`])));
        expect(reading.pairs.map(({ name }) => name)).toEqual(names);
      }
  });

  test('a name that was there before is no second member', () => {
    const { reading } = read('{app_id=1, subject=a, app_id=2, sign=x, sign_type=RSA2}');
    expect(value(reading, 'subject')).toBe('a, app_id=2');
  });
});

test('JSON in a Java map is left as it is', () => {
  const { reading } = read(
    java.mapToString([
      ['fund_bill_list', '[{"amount":"0.01", "note":"a, b=c}"}]'],
      ['sign', 'x'],
      ['sign_type', 'RSA2'],
    ]),
  );
  expect(value(reading, 'fund_bill_list')).toBe('[{"amount":"0.01", "note":"a, b=c}"}]');
  expect(reading.pairs).toHaveLength(3);
});

test('a value of a Go map that holds " x:" is told by the order of the names', () => {
  const { reading } = read(go.mapV(message('see https://a.example b: c')));
  expect(value(reading, 'subject')).toBe('see https://a.example b: c');
  expect(reading.pairs).toHaveLength(NAMES.length);
});

describe('several in one paste', () => {
  const two: readonly Fields[] = [message('一'), message('二')];
  test.each([
    ['print_r', (list: Fields) => php.printR(list)],
    ['Java maps', (list: Fields) => `2024-05-01 INFO notify ${java.mapToString(list)}\n`],
    ['Go maps', (list: Fields) => `2024/05/01 notify ${go.mapV(list)}\n`],
    ['serialized', (list: Fields) => `${php.serialize({ array: list })}\n`],
  ])('%s: each is found', (_name, render) => {
    const text = two.map(render).join('');
    expect(read(text).reading.found).toBe(2);
    expect([0, 1].map((pick) => value(read(text, { pick }).reading, 'subject'))).toEqual(['一', '二']);
  });
});

describe('a message inside', () => {
  const list: Fields = [
    ['gmt_create', '2024-05-01 10:00:00'],
    ['subject', '红"茶\'+'],
    ['sign', '+/'.repeat(64)],
    ['sign_type', 'RSA2'],
  ];
  test.each([
    ['sql', 'a column', sql.columnHolds(formBody(list))],
    ['sql', 'a column of JSON', sql.columnHolds(jsonBody(list))],
    ['java-source', 'joined strings', java.concatenated(formBody(list))],
    ['java-source', 'a StringBuilder', java.appended(formBody(list))],
  ])('%s: %s', (form, _name, text) => {
    const { reading } = read(text);
    expect(reading.form).toBe(form);
    expect(reading.pairs.map((pair) => [pair.name, pair.value])).toEqual(list);
  });
});

describe('the result of the app SDK', () => {
  const response = '{"code":"10000","msg":"Success","url":"https:\\/\\/a.example","total_amount":"0.01"}';
  const result = apps.appResult(response, 'a+b/c==');
  test.each([
    ['android-log', apps.androidResult(result)],
    ['android-log', apps.androidMessage(result)],
    ['android-log', apps.androidResultOld(result)],
    ['ios-log', apps.nsResult(result)],
    ['ios-log', apps.nsResultRaw(result)],
    ['json', JSON.stringify({ resultStatus: '9000', result, memo: '' })],
    ['js-object', `{ resultStatus: '9000', memo: '', result: ${JSON.stringify(result)} }`],
  ])('%s: the response is found, its text to the letter', (form, text) => {
    const { reading } = read(text);
    expect(reading.form).toBe(form);
    expect(reading.pairs.map(({ name }) => name)).toEqual(['alipay_trade_app_pay_response', 'sign', 'sign_type']);
    expect(reading.pairs[0]?.raw).toBe(response);
    expect(value(reading, 'sign')).toBe('a+b/c==');
    expect(repairs(reading)).toContain('app-result-wrapper');
  });

  test('the quoted parameters of old versions keep their quotes, the signature has none', () => {
    const { reading } = read(apps.androidResultOld('partner="2088"&subject="a&b"&success="true"&sign_type="RSA"&sign="a+b/c=="'));
    expect(value(reading, 'partner')).toBe('"2088"');
    expect(value(reading, 'sign')).toBe('a+b/c==');
    expect(value(reading, 'sign_type')).toBe('RSA');
  });
});

describe('the text of a value as it stood', () => {
  test('a structure keeps it, blanks and escapes and all', () => {
    const raw = '{ "a" : "b\\/c", "d": [1.50, null] }';
    const { reading } = read(`{"alipay_x_response":${raw},"sign":"x"}`);
    expect(reading.pairs[0]).toMatchObject({ rebuilt: true, raw, value: '{"a":"b/c","d":[1.50,null]}' });
  });

  test('a string says that it was one, and keeps its escapes', () => {
    const { reading } = read('{"alipay_x_response":"QUJD\\/+==","sign":"x","n":1}');
    expect(reading.pairs[0]).toMatchObject({ quoted: true, raw: '"QUJD\\/+=="', value: 'QUJD/+==' });
    expect(reading.pairs[1]).toMatchObject({ quoted: true, value: 'x' });
    expect(reading.pairs[1]).not.toHaveProperty('raw');
    expect(reading.pairs[2]).not.toHaveProperty('quoted');
  });

  test('a signature beside a response is found, however deep they lie', () => {
    const { reading } = read('{"code":0,"data":{"list":[{"alipay_x_response":{"code":"10000","msg":"a"},"sign":"x"}]}}');
    expect(reading.pairs.map(({ name }) => name)).toEqual(['alipay_x_response', 'sign']);
    expect(reading.pairs[0]?.raw).toBe('{"code":"10000","msg":"a"}');
  });
});

/** Values are read exactly, structures opened, and nothing private shown for want of a name. */
import { describe, expect, test } from 'vitest';
import { changed, explained, rowOf } from './explained.ts';

const NOTIFY = 'openapi2-notify';
const readOf = (name: string, value: string, dialect = NOTIFY) => rowOf(explained(dialect, [[name, value]]), name)?.read;

describe('an amount', () => {
  const table = [
    ['88.80', '8880'],
    ['88.8', '8880'],
    ['0.01', '1'],
    ['100', '10000'],
    ['9007199254740993.07', '900719925474099307'],
    ['-1.50', '-150'],
    ['0.123', null],
    ['1e3', null],
    ['1,000.00', null],
    ['.5', null],
    ['88.80 ', null],
  ] as const;
  test.each(table)('%j is %s hundredths', (text, cents) =>
    expect(readOf('total_amount', text)).toEqual({ type: 'money', currency: 'CNY', cents }),
  );
  test('of WeChat Pay is whole fen', () => {
    expect(readOf('total_fee', '101', 'wechatpay-v2')).toMatchObject({ cents: '101' });
    expect(readOf('total_fee', '1.01', 'wechatpay-v2')).toMatchObject({ cents: null });
  });
});

describe('a time', () => {
  const table = [
    ['2024-01-01 10:00:00', '2024-01-01T10:00:00+08:00'],
    ['2024-05-19 08:15:30.127', '2024-05-19T08:15:30.127+08:00'],
    ['20240101100000', '2024-01-01T10:00:00+08:00'],
    ['2024-01-01T10:00:00+08:00', '2024-01-01T10:00:00+08:00'],
    ['2018-06-08T10:34:56Z', '2018-06-08T10:34:56Z'],
    ['2024-01-01T10:00:00-0330', '2024-01-01T10:00:00-03:30'],
    ['2024-02-29 00:00:00', '2024-02-29T00:00:00+08:00'],
    ['2115-02-01 00:00:00', '2115-02-01T00:00:00+08:00'],
    ['1704074400', '2024-01-01T10:00:00+08:00'],
    ['1704074400123', '2024-01-01T10:00:00.123+08:00'],
    ['1709222400', '2024-03-01T00:00:00+08:00'],
    ['2023-02-29 00:00:00', null],
    ['1900-02-29 00:00:00', null],
    ['2024-13-01 00:00:00', null],
    ['2024-00-10 00:00:00', null],
    ['2024-04-31 00:00:00', null],
    ['2024-01-01 24:00:00', null],
    ['2024-01-01 10:60:00', null],
    ['2024-01-01T10:00:00+99:00', null],
    ['yesterday', null],
  ] as const;
  test.each(table)('%j is %s', (text, iso) => expect(readOf('gmt_payment', text)).toEqual({ type: 'time', iso }));
});

describe('a structure', () => {
  test('is opened into rows, each under the name of the dictionary', () => {
    const explanation = explained(NOTIFY, [
      ['fund_bill_list', '[{"amount":"80.00","fundChannel":"PCREDIT"},{"amount":6.10,"x":{"y":[1,2]}}]'],
    ]);
    expect(explanation.fields.map(({ path, entry, depth, value }) => [path, entry, depth, value])).toEqual([
      ['fund_bill_list', 'fund_bill_list', 0, '[{"amount":"80.00","fundChannel":"PCREDIT"},{"amount":6.10,"x":{"y":[1,2]}}]'],
      ['fund_bill_list[0].amount', 'fund_bill_list[].amount', 1, '80.00'],
      ['fund_bill_list[0].fundChannel', 'fund_bill_list[].fundChannel', 1, 'PCREDIT'],
      ['fund_bill_list[1].amount', 'fund_bill_list[].amount', 1, '6.10'],
      ['fund_bill_list[1].x', null, 1, '{"y":[1,2]}'],
      ['fund_bill_list[1].x.y', null, 2, '[1,2]'],
      ['fund_bill_list[1].x.y[0]', null, 3, '1'],
      ['fund_bill_list[1].x.y[1]', null, 3, '2'],
    ]);
  });

  const broken = [
    '[{&quot;amount&quot;:&quot;1&quot;}]',
    '[{"amount":"1"',
    '[{amount:0.01}]',
    '[{"amount":"1"},]',
    "[{'amount':'1'}]",
    '[{"a":1}] x',
    'none',
  ];
  test.each(broken)('%s is no JSON, and has no rows', (text) => {
    const { fields } = explained(NOTIFY, [['fund_bill_list', text]]);
    expect(fields.map(({ read }) => read)).toEqual([{ type: 'json', valid: false }]);
  });

  test('keeps repeated members, and numbers to the letter', () => {
    const { fields } = explained(NOTIFY, [['new_thing', '{"a":1.0,"a":1e400,"b":12345678901234567890,"a#2":""}']]);
    expect(fields.map(({ path, value }) => [path, value]).slice(1)).toEqual([
      ['new_thing.a', '1.0'],
      ['new_thing.a#2', '1e400'],
      ['new_thing.b', '12345678901234567890'],
      ['new_thing.a#2#2', ''],
    ]);
  });

  test('of the gateway is known by the names of the message it holds, but not below a list', () => {
    const text = '{"total_amount":"1.00","fund_bill_list":[{"amount":"1.00"}],"goods_detail":[{"total_amount":"9"}]}';
    const explanation = explained('openapi2-gateway-response', [['alipay_trade_query_response', text]]);
    const entry = (path: string) => rowOf(explanation, `alipay_trade_query_response.${path}`)?.entry;
    expect(entry('total_amount')).toBe('total_amount');
    expect(entry('fund_bill_list[0].amount')).toBe('fund_bill_list[].amount');
    expect(entry('goods_detail[0].total_amount')).toBeNull();
  });

  test('of an unknown parameter is opened too, and stays unknown', () => {
    const { fields } = explained(NOTIFY, [['own', '{"total_amount":"1"}']]);
    expect(fields.map(({ path, entry, kind, group }) => [path, entry, kind, group])).toEqual([
      ['own', null, 'json', 'unknown'],
      ['own.total_amount', null, 'text', 'unknown'],
    ]);
  });

  test('deep, wide or with a long name stays within bounds', () => {
    const deep = '{"a":'.repeat(200) + '1' + '}'.repeat(200);
    const wide = `[${'1,'.repeat(50_000)}1]`;
    const long = `{"${'n'.repeat(100_000)}":[${'1,'.repeat(5_000)}1]}`;
    for (const text of [deep, wide, long, '['.repeat(100_000), deep.slice(0, 500)]) {
      const { fields } = explained(NOTIFY, [['own', text]]);
      expect(fields.length).toBeLessThanOrEqual(2001);
      expect(fields.reduce((all, { path, value }) => all + path.length + value.length, 0)).toBeLessThan(12 * text.length + 400_000);
    }
    expect(Math.max(...explained(NOTIFY, [['own', deep]]).fields.map(({ depth }) => depth))).toBe(64);
  });
});

test('valid JSON past the limits is not opened, and not called broken', () => {
  const many = Array.from({ length: 600 }, (_, i) => [`own${i}`, '{"a":1}'] as const);
  const explanation = explained(NOTIFY, [...many, ['fund_bill_list', '[{"amount":"1"}]']]);
  expect(rowOf(explanation, 'fund_bill_list')?.read).toEqual({ type: 'json', valid: true });
  expect(rowOf(explanation, 'fund_bill_list[0].amount')).toBeUndefined();
  expect(rowOf(explanation, 'own0.a')?.value).toBe('1');
});

describe('a list of a batch', () => {
  const rows = (dialect: string, name: string, value: string) =>
    explained(dialect, [[name, value]])
      .fields.slice(1)
      .map(({ path, value: text }) => [path.slice(name.length), text]);

  test('of refunds, with fees and shares', () => {
    expect(
      rows('mapi-batch-refund', 'result_details', '2011^80.00^SUCCESS$a@b.c^2088^0.50^SUCCESS#2012^1.00^TRADE_HAS_CLOSED|x^y'),
    ).toEqual([
      ['[0].trade_no', '2011'],
      ['[0].amount', '80.00'],
      ['[0].code', 'SUCCESS'],
      ['[0].fee[0].account', 'a@b.c'],
      ['[0].fee[0].user_id', '2088'],
      ['[0].fee[0].amount', '0.50'],
      ['[0].fee[0].code', 'SUCCESS'],
      ['[1].trade_no', '2012'],
      ['[1].amount', '1.00'],
      ['[1].code', 'TRADE_HAS_CLOSED'],
      ['[1].royalty[0][0]', 'x'],
      ['[1].royalty[0][1]', 'y'],
    ]);
  });

  test('of payouts: names and accounts are private, amounts and times are read', () => {
    const explanation = explained('mapi-batch-trans', [
      ['success_details', '0315006^gonglei1@handsome.com.cn^龚本林^20.00^S^null^200810248427067^20081024143652|'],
    ]);
    const at = (part: string) => rowOf(explanation, `success_details[0].${part}`);
    expect(at('name')).toMatchObject({ value: '龚本林', sensitivity: 'pii', depth: 1 });
    expect(at('account')?.sensitivity).toBe('pii');
    expect(at('amount')?.read).toEqual({ type: 'money', currency: 'CNY', cents: '2000' });
    expect(at('time')?.read).toEqual({ type: 'time', iso: '2008-10-24T14:36:52+08:00' });
  });

  test('of shares, by how many parts each has', () => {
    expect(rows('mapi-notify', 'royalty_parameters', 'a@b.c^0.01^first|a@b.c^d@e.f^0.02^second')).toEqual([
      ['[0].account', 'a@b.c'],
      ['[0].amount', '0.01'],
      ['[0].memo', 'first'],
      ['[1].payer', 'a@b.c'],
      ['[1].payee', 'd@e.f'],
      ['[1].amount', '0.02'],
      ['[1].memo', 'second'],
    ]);
  });

  test('with more parts than it has names counts them', () => {
    expect(rows('mapi-notify', 'royalty_parameters', '1^2^3^4^5').at(-1)).toEqual(['[0][4]', '5']);
  });
});

test('what nobody knows inside something private is private', () => {
  const { fields } = explained('alipay-intl-spi', [['request', '{"new_name":"x"}']]);
  expect(fields.map(({ sensitivity }) => sensitivity)).toEqual(['pii', 'pii']);
});

test('an unknown parameter is shown as such, and whether it is signed is told of parameters only', () => {
  const { fields } = explained(
    NOTIFY,
    [
      ['own', '1'],
      ['fund_bill_list', '[{"amount":"1"}]'],
    ],
    { signed: new Set([1]) },
  );
  expect(fields.map(({ group, signed }) => [group, signed])).toEqual([
    ['unknown', false],
    ['money', true],
    ['money', null],
  ]);
});

test('every parameter of a message has its row, in order', () => {
  const pairs = changed('paid');
  expect(
    explained(NOTIFY, pairs)
      .fields.filter(({ depth }) => depth === 0)
      .map(({ path }) => path),
  ).toEqual(pairs.map(([name]) => name));
});

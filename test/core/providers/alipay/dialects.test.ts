/** Every dialect of Alipay: recognised before all others, verified by its rule, refused once a value is changed. */
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { inspect } from '../../../../src/core/inspect.ts';
import type { Inspection } from '../../../../src/core/inspect.ts';
import { alipay } from '../../../../src/core/providers/alipay/index.ts';
import { providers } from '../../../../src/core/providers/index.ts';
import type { Claim } from '../../../../src/core/providers/provider.ts';
import { read } from '../../../../src/core/read/read.ts';
import type { Pair, Reading } from '../../../../src/core/read/reading.ts';
import { recognise } from '../../../../src/core/recognise/recognise.ts';
import { samples } from '../../../support/alipay.ts';

const claimOf = (text: string): Claim | null => recognise(read(text).reading, providers)?.claim ?? null;
const inspected = (text: string, key: string, inputs?: Readonly<Record<string, string>>): Promise<Inspection> =>
  inspect({ text, keys: [key], ...(inputs ? { hints: { inputs } } : {}) }, { search: { maxCandidates: 500 } });

describe('a message of each dialect', () => {
  test('is among the samples', () => {
    expect(new Set(samples.map(({ dialect }) => dialect))).toEqual(new Set(alipay.dialects.map(({ id }) => id)));
  });

  describe.each(samples)('$name', ({ dialect, text, broken, key, rule, charset }) => {
    test('is recognised before any other, with a reason', () => {
      const claim = claimOf(text);
      expect(claim?.dialect).toBe(dialect);
      expect(claim?.evidence).not.toEqual([]);
      for (const rival of claim?.rivals ?? []) expect(rival.score).toBeLessThan(claim?.score ?? 0);
    });

    test('passes by its rule', async () => {
      const { verdict, reading } = await inspected(text, key);
      expect(verdict).toMatchObject({ indication: 'passed', reason: 'verified', rule, ...(charset ? { content: { charset } } : {}) });
      // A nested node is what was signed, not something that had to be written back.
      expect(reading.repairs.map(({ id }) => id)).not.toContain('nested-value-rebuilt');
    });

    test('fails once a value is changed', async () => {
      const { claim, verdict } = await inspected(broken, key);
      expect(claim?.dialect).toBe(dialect);
      expect(verdict.indication).toBe('failed');
      expect(verdict.reason).toMatch(/^(content-(un)?explained|mac-mismatch)$/);
    });
  });
});

describe('what is left of a message', () => {
  const partial: readonly (readonly [dialect: string, text: string])[] = [
    ['openapi2-notify', 'notify_type=trade_status_sync&out_trade_no=1'],
    ['openapi2-notify', 'app_id=2021003100000101&trade_status=TRADE_SUCCESS&out_trade_no=1'],
    ['openapi2-gateway-response', '{"error_response":{"code":"40004","msg":"Business Failed","sub_code":"ACQ.TRADE_NOT_EXIST"}}'],
    ['openapi2-app-sync-result', '{resultStatus=6001, memo=操作已经取消。, result=}'],
    ['openapi2-agreement', 'agreement_no=20245611750930630440&external_agreement_no=SN1&status=NORMAL'],
    ['openapi2-fund-auth', 'auth_no=2024031110002001050200000001&operation_id=1&rest_amount=1.00'],
    ['openapi2-app-auth', '{"app_auth_token":"202403BB01","app_refresh_token":"202403BB02","user_id":"2088000000000505"}'],
    ['openapi2-from-ant-message', 'msg_method=alipay.merchant.tradecomplain.changed&biz_content={}'],
    ['openapi2-servicemarket', 'commodity_order_id=1&order_ticket=2&contactor=3'],
    ['openapi2-service-notify', 'service=alipay.industry.car.appid.invoke&trade_no=1'],
    ['life-account-gateway', 'service=alipay.service.check&charset=GBK'],
    ['mapi-notify', 'total_fee=1.00&trade_status=TRADE_FINISHED&out_trade_no=1'],
    ['mapi-return', 'is_success=T&out_trade_no=1&trade_no=2'],
    ['mapi-response', '<?xml version="1.0"?><alipay><is_success>F</is_success><error>ILLEGAL_SIGN</error></alipay>'],
    [
      'openapi2-gateway-response',
      '<error_response><code>40001</code><msg>Missing</msg><sub_code>isv.missing-app-id</sub_code></error_response>',
    ],
    ['mapi-notify-intl', 'total_fee=1.00&currency=USD&out_trade_no=1'],
    ['mapi-batch-refund', 'result_details=2024^0.10^SUCCESS&batch_no=1'],
    ['mapi-batch-trans', 'success_details=1^a^b^0.07^S^^2^20240311104159|&batch_no=1'],
    ['mapi-wap-notify', 'notify_data=<notify><total_fee>1.00</total_fee></notify>&sign=0123456789abcdef0123456789abcdef'],
    ['mapi-wap-return', 'request_token=requestToken&result=success&out_trade_no=1'],
    ['mapi-securitypay-result', 'partner="2088000000000404"&seller_id="a@example.com"&total_fee="1.00"'],
    ['openapi3-response', 'HTTP/1.1 200 OK\nalipay-trace-id: 1\nalipay-timestamp: 1710123630000\n\n{}'],
    ['antom', '{"notifyType":"PAYMENT_RESULT","paymentRequestId":"1","paymentId":"2"}'],
  ];
  test.each(partial)('still says %s: %s', (dialect, text) => {
    expect(claimOf(text)?.dialect).toBe(dialect);
  });
});

describe('messages that two dialects may claim', () => {
  const ranked: readonly (readonly [why: string, text: string, first: string, then: string])[] = [
    [
      'a notification of 2015 without app_id is the open platform’s first, the old interface’s second',
      'notify_type=trade_status_sync&trade_status=TRADE_SUCCESS&notify_id=1&seller_email=a@example.com&trade_no=2&out_trade_no=3',
      'openapi2-notify',
      'mapi-notify',
    ],
    [
      'a return that tells the state of the trade is still a return',
      'method=alipay.trade.wap.pay.return&app_id=2021003100000101&total_amount=1.00&out_trade_no=1&timestamp=2024-03-11 10:20:30',
      'openapi2-return',
      'openapi2-notify',
    ],
    [
      'the answer of the app SDK may be taken for one of the gateway',
      '{"alipay_trade_app_pay_response":{"code":"10000"},"sign":"AAAA","sign_type":"RSA2"}',
      'openapi2-app-sync-result',
      'openapi2-gateway-response',
    ],
  ];
  test.each(ranked)('%s', (_, text, first, then) => {
    const claim = claimOf(text);
    expect(claim?.dialect).toBe(first);
    expect(claim?.rivals.map(({ dialect }) => dialect)).toContain(then);
  });

  test('WeChat Pay’s messages are not claimed more strongly than by WeChat Pay', () => {
    const v2 =
      '<xml><appid>wx0123456789abcdef</appid><mch_id>1900000109</mch_id><nonce_str>1</nonce_str><return_code>SUCCESS</return_code></xml>';
    expect(claimOf(v2)?.provider).toBe('wechatpay');
  });
});

describe('messages signed in a header', () => {
  const openapi3 = samples.find(({ dialect }) => dialect === 'openapi3-response');
  const antom = samples.find(({ dialect }) => dialect === 'antom');

  test('ask for the headers that are missing, and pass once they are given', async () => {
    const text = openapi3?.text ?? '';
    const nonce = /alipay-nonce: (\S+)/.exec(text)?.[1] ?? '';
    const without = text.replace(/alipay-nonce: .*\n/, '');
    const before = await inspected(without, openapi3?.key ?? '');
    expect(before.verdict.indication).not.toBe('passed');
    expect(before.asks).toContainEqual({ id: 'input', name: 'alipay-nonce' });
    const after = await inspected(without, openapi3?.key ?? '', { 'alipay-nonce': nonce });
    expect(after.verdict).toMatchObject({ indication: 'passed', rule: 'openapi3' });
    expect(after.asks).toEqual([]);
  });

  test('ask for the path where the request line was not pasted', async () => {
    const without = (antom?.text ?? '').replace(/^POST .*\n/, '');
    const before = await inspected(without, antom?.key ?? '');
    expect(before.claim?.dialect).toBe('antom');
    expect(before.asks).toContainEqual({ id: 'input', name: 'path' });
    for (const path of ['/alipay/notify', 'https://shop.example.com/alipay/notify', ' alipay/notify '])
      expect((await inspected(without, antom?.key ?? '', { path })).verdict).toMatchObject({ indication: 'passed', rule: 'antom' });
    expect((await inspected(without, antom?.key ?? '', { path: '/other' })).verdict.indication).toBe('failed');
  });
});

test('no dialect throws on any pairs or headers, and each score is between 0 and 1', () => {
  const names = alipay.names.map(({ name }) => name);
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('trade_status_sync', 'T', '"2088000000000404"', '<?xml', '{"head":1}', 'alipay.industry.a'),
  );
  const pair = fc.record({ name: fc.oneof(fc.string(), fc.constantFrom(...names)), value: text });
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 30 }), fc.array(pair, { maxLength: 6 }), (pairs, headers) => {
      const reading: Reading = {
        ...read('a=1').reading,
        pairs: pairs.map((each): Pair => ({ ...each, nameSpan: [0, 0], valueSpan: [0, 0] })),
        headers: headers.map((each) => ({ ...each, span: [0, 0] })),
      };
      for (const dialect of alipay.dialects) {
        const score = dialect.claims(reading)?.score ?? 0;
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }
    }),
  );
});

interface SharedVector {
  readonly id: string;
  readonly dialect: string;
  readonly raw: string;
}

const vectors = ['alipay', 'alipay-parse-only'].flatMap((name) => {
  const file = new URL(`../../../../../shared/vectors/${name}.json`, import.meta.url);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly SharedVector[]) : [];
});
let ran = 0;

describe.skipIf(vectors.length === 0)(vectors.length === 0 ? 'shared vectors are not here: skipped' : 'shared vectors', () => {
  afterAll(() => process.stdout.write(`shared vectors: the dialect of ${ran} of ${vectors.length}\n`));

  // The files call dialects as we do: no name needs to be mapped.
  test.each(vectors.map((vector) => ({ id: vector.id, vector })))('$id is recognised', ({ vector }) => {
    ran++;
    expect(claimOf(vector.raw)?.dialect).toBe(vector.dialect);
  });
});

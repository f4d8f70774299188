/** The time of signing against that of the body: which delivery it is, and how old. */
import { describe, expect, test } from 'vitest';
import { inspect } from '../../../src/core/inspect.ts';
import type { Check } from '../../../src/core/explain/explanation.ts';

const CREATED = 1_700_000_000;

async function checks(signed: string, now?: Date): Promise<ReadonlyMap<string, Check>> {
  const created = `${new Date(CREATED * 1000 + 8 * 3600e3).toISOString().slice(0, 19)}+08:00`;
  const body = JSON.stringify({
    id: 'EV-1',
    create_time: created,
    resource_type: 'encrypt-resource',
    event_type: 'TRANSACTION.SUCCESS',
    summary: '支付成功',
    resource: { algorithm: 'AEAD_AES_256_GCM', ciphertext: 'AAAA', nonce: 'abcdefghijkl', associated_data: '' },
  });
  const text = `POST /notify HTTP/1.1\nWechatpay-Timestamp: ${signed}\nWechatpay-Nonce: n\nWechatpay-Serial: AB\nWechatpay-Signature: AAAA\n\n${body}`;
  const { explanation } = await inspect({ text, keys: [] }, now ? { now } : {});
  return new Map(explanation.checks.map((check) => [check.id, check]));
}

describe('seconds between the body and the signature', () => {
  // 18, 5649 and 7443: wechatpay-apache-httpclient#152 and #158, wechatpay-go#230.
  test.each([
    [0, '1'],
    [1, '1'],
    [13, '1'],
    [14, '2'],
    [18, '2'],
    [30, '3'],
    [5649, '9'],
    [7443, '10'],
    [86_640, '16'],
  ])('%i: delivery %s', async (seconds, number) => {
    expect((await checks(String(CREATED + seconds))).get('delivery')).toEqual({
      id: 'delivery',
      answer: number === '1' ? 'yes' : 'no',
      params: { number, seconds: String(seconds) },
    });
  });

  test.each([-60, 200_000])('%i: nothing can be counted', async (seconds) => {
    expect((await checks(String(CREATED + seconds))).get('delivery')?.answer).toBe('unknown');
  });
});

describe('the clock window', () => {
  test.each([
    [0, 'yes'],
    [300, 'yes'],
    [-300, 'yes'],
    [301, 'no'],
    [-301, 'no'],
  ])('%i seconds after signing: %s', async (seconds, answer) => {
    const check = (await checks(String(CREATED), new Date((CREATED + seconds) * 1000))).get('clock-window');
    expect(check).toEqual({ id: 'clock-window', answer, params: { seconds: String(seconds), window: '300' } });
  });

  test('is not asked without a clock, and cannot be answered for milliseconds', async () => {
    expect((await checks(String(CREATED))).has('clock-window')).toBe(false);
    expect((await checks(`${CREATED}000`, new Date(CREATED * 1000))).get('clock-window')?.answer).toBe('unknown');
  });
});

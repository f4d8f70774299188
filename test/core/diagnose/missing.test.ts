import { describe, expect, test } from 'vitest';
import { inspect } from '../../../src/core/inspect.ts';
import { missingFrom } from '../../../src/core/diagnose/missing.ts';
import { alipay } from '../../../src/core/providers/alipay/index.ts';
import { usual } from '../../../src/core/providers/alipay/usual.ts';
import { contentOf, makeNotification, makeRandom, makeSigner, renderForm } from '../../support/notification.ts';

const missing = (values: Readonly<Record<string, string>>, dialect = 'openapi2-notify') =>
  missingFrom(
    { pairs: Object.entries(values).map(([name, value]) => ({ name, value, nameSpan: [0, 0], valueSpan: [0, 0] })) },
    alipay,
    dialect,
  );

describe('what is usually there and is not here', () => {
  test('of a payment: when and how it was paid, first of all', () => {
    expect(missing({ trade_status: 'TRADE_SUCCESS' }).slice(0, 3)).toEqual(['gmt_payment', 'fund_bill_list', 'receipt_amount']);
    expect(missing({ trade_status: 'TRADE_SUCCESS' })).not.toContain('gmt_refund');
  });
  test('of a refund: when and how much', () => {
    expect(missing({ trade_status: 'TRADE_SUCCESS', refund_fee: '1.00' }).slice(0, 2)).toEqual(['gmt_refund', 'out_biz_no']);
    expect(missing({ trade_status: 'TRADE_CLOSED', gmt_payment: '2024-05-06 07:08:09' })).toEqual(
      expect.arrayContaining(['gmt_close', 'gmt_refund', 'refund_fee']),
    );
  });
  test('of a payment of old times, whose refund_fee is zero: no refund', () => {
    expect(missing({ trade_status: 'TRADE_SUCCESS', refund_fee: '0.00' })).not.toContain('gmt_refund');
  });
  test('of a trade that was never paid: when it was closed, nothing of a payment', () => {
    const names = missing({ trade_status: 'TRADE_CLOSED', gmt_create: '2024-05-06 07:08:09' });
    expect(names[0]).toBe('gmt_close');
    expect(names).not.toContain('gmt_payment');
  });
  test('one of two names is enough', () => {
    expect(missing({ trade_status: 'WAIT_BUYER_PAY', buyer_open_id: 'x' })).not.toContain('buyer_id');
    expect(missing({ trade_status: 'WAIT_BUYER_PAY' })).toContain('buyer_id');
  });
  test('is known to the dictionary, each name', () => {
    expect(usual.flatMap(({ names }) => names.flat()).filter((name) => !alipay.known.has(name))).toEqual([]);
  });
  test('is told where nothing explains the failure, and only there', async () => {
    const signer = makeSigner();
    const pairs = makeNotification(makeRandom(11)).filter(([name]) => name !== 'subject' && name !== 'buyer_id');
    const sign = signer.sign(Buffer.from(contentOf([...pairs, ['subject', 'nobody can guess this'], ['buyer_id', '2088123412341234']])));
    const { verdict, diagnosis } = await inspect(
      { text: renderForm([...pairs, ['sign', sign]]), keys: [signer.publicKey] },
      { search: { maxCandidates: 2000 } },
    );
    expect(verdict.reason).toBe('content-unexplained');
    expect(diagnosis?.missing).toEqual(expect.arrayContaining(['subject', 'buyer_id']));
    const good = await inspect({
      text: renderForm([...pairs, ['sign', signer.sign(Buffer.from(contentOf(pairs)))]]),
      keys: [signer.publicKey],
    });
    expect(good.diagnosis?.missing).toBeUndefined();
  });
});

/** Messages and the three files of certificate mode: the right one verifies, each of the others is recognised by what it says itself. */
import { describe, expect, test } from 'vitest';
import { inspect } from '../../../src/core/inspect.ts';
import type { Inspection } from '../../../src/core/inspect.ts';
import { APP, issue, makeAlipayFiles, PID } from '../../support/certificates.ts';
import { contentOf, renderForm } from '../../support/notification.ts';
import type { Pairs } from '../../support/notification.ts';

const files = makeAlipayFiles();
const sandbox = makeAlipayFiles(' test');

const notification = (more: Readonly<Record<string, string>> = {}): Pairs =>
  Object.entries({
    notify_time: '2024-03-11 10:20:32',
    notify_type: 'trade_status_sync',
    notify_id: '2024031100222102030000000000000001',
    app_id: APP,
    auth_app_id: APP,
    charset: 'utf-8',
    version: '1.0',
    sign_type: 'RSA2',
    trade_status: 'TRADE_SUCCESS',
    out_trade_no: 'NO20240311000001',
    trade_no: '2024031122001400001400000001',
    seller_id: PID,
    total_amount: '12.34',
    ...more,
  });

const signed = (pairs: Pairs, by = files.alipay): string => renderForm([...pairs, ['sign', by.sign(contentOf(pairs, 'V1'))]]);
const response = (sn: string, by = files.alipay): string => {
  const node = `{"code":"10000","msg":"Success","out_trade_no":"NO1","total_amount":"12.34","seller_id":"${PID}"}`;
  return `{"alipay_trade_query_response":${node},"alipay_cert_sn":"${sn}","sign":"${by.sign(node)}"}`;
};

const inspected = (text: string, ...keys: readonly string[]): Promise<Inspection> =>
  inspect({ text, keys }, { search: { maxCandidates: 300 } });
const causes = ({ diagnosis }: Inspection) => diagnosis?.causes.map(({ id, proof }) => ({ id, proof })) ?? [];
const notesOf = ({ keys }: Inspection, index = 0) =>
  Object.fromEntries((keys[index]?.certificate?.notes ?? []).map(({ id, holds, own }) => [id, id === 'dates' ? own : holds]));
const snOf = async (pem: string): Promise<string> => (await inspect({ text: '', keys: [pem] })).keys[0]?.certificate?.certSn ?? '';

describe('a notification under its certificate', () => {
  const text = signed(notification());

  test('verifies, with nothing to blame, whatever other files are pasted beside it', async () => {
    const pastes = [
      [files.alipay.pem],
      [files.alipay.pem + files.class2.pem],
      [files.class2.pem + files.alipay.pem],
      [files.app.pem + files.alipay.pem + files.bundle],
      [files.bundle, files.app.pem, files.alipay.pem + files.class2.pem],
    ];
    for (const keys of pastes) {
      const result = await inspected(text, ...keys);
      expect(result.verdict).toMatchObject({ indication: 'passed', reason: 'verified' });
      expect(result.keys[result.verdict.key ?? -1]?.role).toBe('alipay');
      expect(causes(result)).toEqual([]);
    }
  });
  test('is compared with what the certificate names', async () => {
    expect(notesOf(await inspected(text, files.alipay.pem))).toEqual({ dates: 'valid', seller: true });
    const other = signed(notification({ seller_id: '2088000000000999' }));
    const result = await inspected(other, files.alipay.pem);
    expect(notesOf(result)).toEqual({ dates: 'valid', seller: false });
    expect(result.verdict.reason).toBe('verified');
  });
  test.each([
    ['2023-12-31 10:00:00', 'early'],
    ['2024-01-01 07:59:59', 'early'],
    ['2024-01-01 08:00:00', 'valid'],
    ['2034-01-01 08:00:01', 'expired'],
  ])('is held against the dates at its own time: sent at %s, the certificate was %s', async (notify_time, own) => {
    const result = await inspected(signed(notification({ notify_time })), files.alipay.pem);
    expect(notesOf(result)['dates']).toBe(own);
    expect(result.verdict).toMatchObject({ indication: 'passed', reason: 'verified' });
  });
  test('says nothing of authorities and roots but their dates', async () => {
    const result = await inspected(text, files.class2.pem + files.r1.pem);
    expect([notesOf(result, 0), notesOf(result, 1)]).toEqual([{ dates: 'valid' }, { dates: 'valid' }]);
  });
});

describe('in place of the certificate of Alipay', () => {
  const text = signed(notification());
  test.each([
    ["the application's certificate", files.app.pem, 'app', `CN=${PID}-${APP},OU=Alipay,O=某某服饰有限公司,C=CN`],
    ['the issuing authority', files.class2.pem, 'authority', undefined],
    ['a root', files.r1.pem, 'root', undefined],
    ['the whole bundle of roots', files.bundle, 'root', undefined],
  ])('%s is recognised by its names, without a guess', async (_, pem, role, subject) => {
    const result = await inspected(text, pem);
    expect(result.verdict).toMatchObject({ indication: 'failed', reason: 'wrong-key' });
    expect(causes(result)[0]).toEqual({ id: 'app-cert-as-alipay-cert', proof: 'structure' });
    expect(result.keys[0]?.role).toBe(role);
    const before = result.diagnosis?.causes[0]?.before ?? [];
    expect(before.map(({ name }) => name)).toEqual(['subject']);
    if (subject) expect(before[0]?.text).toBe(subject);
  });
  test('a certificate of the application without its number is recognised as well', async () => {
    const bare = issue(
      {
        subject: [
          ['C', 'CN', 0x13],
          ['OU', 'Alipay'],
          ['CN', PID],
        ],
        serial: 5n,
      },
      files.class1,
    );
    expect(causes(await inspected(text, bare.pem))[0]?.id).toBe('app-cert-as-alipay-cert');
  });
  test('a root of another size is no key of another kind, as a bare key of that size is', async () => {
    const root = issue({ subject: files.r1.subject, serial: 3n, authority: true, bits: 3072 });
    expect(causes(await inspected(text, root.pem))[0]).toEqual({ id: 'app-cert-as-alipay-cert', proof: 'structure' });
    expect(causes(await inspected(text, root.publicKey))[0]).toEqual({ id: 'rsa1-default-key', proof: 'length' });
  });
  test("another merchant's certificate is another application's key", async () => {
    const other = await inspected(signed(notification({ seller_id: '2088000000000999' }), sandbox.app), files.alipay.pem);
    expect(causes(other)[0]?.id).toBe('wrong-app-key');
  });
  test("the sandbox's certificate is of the other environment, and the other way round", async () => {
    expect(causes(await inspected(text, sandbox.alipay.pem))[0]?.id).toBe('wrong-env-key');
    const fromSandbox = signed(notification({ app_id: '9021000100000101' }), sandbox.alipay);
    expect(causes(await inspected(fromSandbox, files.alipay.pem))[0]?.id).toBe('wrong-env-key');
  });
});

describe('an answer that names its certificate', () => {
  test('passes under it, and says that it is the one', async () => {
    const result = await inspected(response(await snOf(files.alipay.pem)), files.alipay.pem);
    expect(result.verdict).toMatchObject({ indication: 'passed', reason: 'verified' });
    expect(notesOf(result)).toEqual({ 'alipay-cert-sn': true });
  });
  test('passes under the right key also where it names another one: that is told beside the verdict', async () => {
    const result = await inspected(response('0'.repeat(32)), files.alipay.pem);
    expect(result.verdict).toMatchObject({ indication: 'passed', reason: 'verified' });
    expect(notesOf(result)['alipay-cert-sn']).toBe(false);
  });
  test('under another certificate of Alipay shows both numbers beside each other', async () => {
    const other = makeAlipayFiles();
    const sn = await snOf(other.alipay.pem);
    const result = await inspected(
      response(
        sn.replace(/^./, (c) => (c === '0' ? '1' : '0')),
        other.alipay,
      ),
      files.alipay.pem,
    );
    const [first] = result.diagnosis?.causes ?? [];
    expect(first).toMatchObject({ id: 'key-rotated', proof: 'structure' });
    expect(first?.before).toEqual([{ name: 'alipay_cert_sn', text: await snOf(files.alipay.pem) }]);
    expect(first?.after).toEqual([{ name: 'alipay_cert_sn', text: sn.replace(/^./, (c) => (c === '0' ? '1' : '0')) }]);
  });
  test('with a bare key that does not fit asks for the certificate', async () => {
    const result = await inspected(response(await snOf(files.alipay.pem)), sandbox.app.publicKey);
    expect(causes(result)[0]?.id).toBe('cert-mode-vs-key-mode');
  });
});

test('a request names both certificates of its own side', async () => {
  const { keys } = await inspect({ text: '', keys: [files.app.pem, files.bundle] });
  const request = [
    `app_id=${APP}&method=alipay.trade.query&timestamp=2024-03-11+10%3A20%3A30&trade_no=1&total_amount=1.00&sign=AAAA`,
    `app_cert_sn=${keys[0]?.certificate?.certSn ?? ''}`,
    `alipay_root_cert_sn=${keys[1]?.certificate?.rootSn?.rsa ?? ''}`,
  ].join('&');
  const result = await inspected(request, files.app.pem, files.bundle);
  expect(notesOf(result, 0)).toMatchObject({ 'app-cert-sn': true, app: true });
  expect(notesOf(result, 1)).toMatchObject({ 'root-cert-sn': true });
});

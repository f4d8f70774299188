/** SM2: the digest read out of key and signature is the one the library verifies; what is not strict is refused. */
import { existsSync, readFileSync } from 'node:fs';
import { sm3 } from 'sm-crypto-v2';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../../src/core/inspect.ts';
import { readKeys } from '../../../src/core/keys/read-keys.ts';
import { decodeBase64 } from '../../../src/core/text/base64.ts';
import { expectedDigest, readSm2Key, readSm2Signature, sm2Digest, verifySm2 } from '../../../src/core/verify/sm2.ts';
import type { Sm2Key, Sm2Signature } from '../../../src/core/verify/sm2.ts';
import { derOfSm2, makeSm2Signer } from '../../support/sm2.ts';

const signer = makeSm2Signer();
const key = readSm2Key(signer.spki) as Sm2Key;

test('SM3 gives the digests of its standard', () => {
  // GB/T 32905-2016 A.1 and A.2
  expect(sm3(Buffer.from('abc'))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  expect(sm3(Buffer.from('abcd'.repeat(16)))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732');
});

test.each(['', 'message', '支付成功', 'x'.repeat(5000)])('a signature over %j tells the digest of its content', (text) => {
  const content = Buffer.from(text);
  const signature = readSm2Signature(signer.sign(content)) as Sm2Signature;
  expect(expectedDigest(signature, key)).toBe(sm2Digest(content, key));
  expect(verifySm2(content, signature, key)).toBe(true);
  const other = Buffer.from(`${text}.`);
  expect(expectedDigest(signature, key)).not.toBe(sm2Digest(other, key));
  expect(verifySm2(other, signature, key)).toBe(false);
});

test('own arithmetic and the library agree on damaged signatures', () => {
  const content = Buffer.from('message');
  const signature = readSm2Signature(signer.sign(content)) as Sm2Signature;
  for (const changed of [
    { ...signature, r: signature.r ^ 1n },
    { ...signature, s: signature.s ^ 1n },
    { r: signature.s, s: signature.r },
  ]) {
    expect(expectedDigest(changed, key)).not.toBe(sm2Digest(content, key));
    expect(verifySm2(content, changed, key)).toBe(false);
  }
});

describe('refused', () => {
  const order = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
  test.each([
    ['a zero', derOfSm2(0n, 1n)],
    ['a second zero', derOfSm2(1n, 0n)],
    ['a set instead of a sequence', Buffer.from([0x31, 0x06, 0x02, 0x01, 0x05, 0x02, 0x01, 0x05])],
    ['a first number that is the order', derOfSm2(order, 1n)],
    ['a number that is the order', derOfSm2(1n, order)],
    ['bytes after it', Buffer.concat([signer.sign(Buffer.from('a')), Buffer.from([0])])],
    ['one number only', Buffer.from([0x30, 0x03, 0x02, 0x01, 0x05])],
    ['64 bytes without structure', Buffer.alloc(64, 1)],
    ['nothing', Buffer.alloc(0)],
  ])('a signature of %s', (_, bytes) => {
    expect(readSm2Signature(bytes)).toBeNull();
  });
  test('nothing of the smallest numbers and the largest', () => {
    expect(readSm2Signature(derOfSm2(1n, 1n))).toEqual({ r: 1n, s: 1n });
    expect(readSm2Signature(derOfSm2(order - 1n, order - 1n))).toEqual({ r: order - 1n, s: order - 1n });
  });
  test('numbers whose sum is the order: no content can have them', () => {
    expect(expectedDigest({ r: 1n, s: order - 1n }, key)).toBeNull();
  });
  test('a point that is not on the curve', () => {
    const bent = Buffer.from(signer.spki);
    bent[bent.length - 1] = (bent[bent.length - 1] as number) ^ 1;
    expect(readSm2Key(bent)).toBeNull();
  });
});

const FILE = new URL('../../../../shared/vectors/wechatpay.json', import.meta.url);
describe.skipIf(!existsSync(FILE))(existsSync(FILE) ? 'wx-v3-sm2-java' : 'the shared SM2 vector is not here: skipped', () => {
  test('verifies under the certificate of its publisher', async () => {
    type Vector = {
      readonly id: string;
      readonly raw: string;
      readonly keys: readonly { readonly kind: string; readonly value: string }[];
    };
    const vectors = JSON.parse(readFileSync(FILE, 'utf8')) as readonly Vector[];
    const vector = vectors.find(({ id }) => id === 'wx-v3-sm2-java') as Vector;
    const of = (kind: string): string => vector.keys.find((each) => each.kind === kind)?.value ?? '';
    const [{ report } = { report: undefined }] = await readKeys([of('sm2_cert_pem')]);
    expect(report).toMatchObject({ algorithm: 'SM2', format: 'x509', role: 'wechatpay-merchant' });
    const read = readSm2Key(decodeBase64(report?.spki ?? '') ?? new Uint8Array()) as Sm2Key;
    const signature = readSm2Signature(decodeBase64(of('signature_base64')) ?? new Uint8Array()) as Sm2Signature;
    expect(verifySm2(Buffer.from(vector.raw), signature, read)).toBe(true);
    expect(expectedDigest(signature, read)).toBe(sm2Digest(Buffer.from(vector.raw), read));
  });
});

describe('through the whole path', () => {
  const body = JSON.stringify({
    id: 'EV-1',
    create_time: '2024-05-01T10:00:00+08:00',
    resource_type: 'encrypt-resource',
    event_type: 'TRANSACTION.SUCCESS',
    summary: '支付成功',
    resource: {
      original_type: 'transaction',
      algorithm: 'AEAD_SM4_GCM',
      ciphertext: 'AAAA',
      associated_data: 'transaction',
      nonce: 'abcdefghijkl',
    },
  });
  const notification = (shown: string): string =>
    [
      'POST /notify HTTP/1.1',
      'Wechatpay-Timestamp: 1714528800',
      'Wechatpay-Nonce: 0123456789abcdef0123456789abcdef',
      'Wechatpay-Signature-Type: WECHATPAY2-SM2-WITH-SM3',
      `Wechatpay-Signature: ${signer.sign(Buffer.from(`1714528800\n0123456789abcdef0123456789abcdef\n${body}\n`)).toString('base64')}`,
      'Wechatpay-Serial: 5DEA10EF55877E3CF6C33255C2E7DEFFF7E427EC',
      '',
      shown,
    ].join('\n');

  test('a v3 notification of the SM2 flavour passes', async () => {
    const { verdict, claim } = await inspect({ text: notification(body), keys: [signer.pem] });
    expect(claim?.dialect).toBe('wechatpay-v3-sm');
    expect(verdict).toMatchObject({ indication: 'passed', reason: 'verified', rule: 'wechatpay-v3' });
  });

  test('a body written again is explained, by hashing alone', async () => {
    const { verdict, diagnosis } = await inspect({ text: notification(JSON.stringify(JSON.parse(body), null, 2)), keys: [signer.pem] });
    expect(verdict).toMatchObject({ indication: 'failed', reason: 'content-explained' });
    expect(diagnosis?.causes[0]?.id).toBe('v3-body-reserialised');
  });

  test('under another key it fails, and neither key nor content is blamed', async () => {
    const { verdict, diagnosis } = await inspect(
      { text: notification(body), keys: [makeSm2Signer().pem] },
      { search: { maxCandidates: 500 } },
    );
    expect(verdict).toMatchObject({ indication: 'failed', reason: 'mac-mismatch' });
    expect(diagnosis?.causes.filter(({ proof }) => proof !== 'guess')).toEqual([]);
  });

  test('an Alipay notification with sign_type=SM2 passes, with its "+" lost it is explained', async () => {
    const pairs = {
      app_id: '2021000000000000',
      notify_type: 'trade_status_sync',
      out_trade_no: 'A1',
      total_amount: '1.00',
      trade_status: 'TRADE_SUCCESS',
    };
    const content = Object.entries(pairs)
      .map(([name, value]) => `${name}=${value}`)
      .join('&');
    const texts = Array.from({ length: 60 }, () => signer.sign(Buffer.from(content)).toString('base64'));
    const sign = texts.find((text) => text.includes('+')) as string;
    const told = async (shown: string): Promise<string> =>
      (await inspect({ text: JSON.stringify({ ...pairs, sign_type: 'SM2', sign: shown }), keys: [signer.pem] })).verdict.reason;
    expect(await told(sign)).toBe('verified');
    expect(await told(sign.replaceAll('+', ' '))).toBe('signature-explained');
  });
});

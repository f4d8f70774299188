/** Old WAP notifications in RSA mode: notify_data encrypted for the merchant, the signature over what is inside. */
import { constants, generateKeyPairSync, publicEncrypt } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { inspect } from '../../../src/core/inspect.ts';
import type { Inspection } from '../../../src/core/inspect.ts';
import { readKeys } from '../../../src/core/keys/read-keys.ts';
import type { PrivateKey } from '../../../src/core/keys/public-key.ts';
import { decryptBlocks } from '../../../src/core/unseal/rsa.ts';
import { encode } from '../../vectors/charsets.ts';
import { makeSigner, renderForm } from '../../support/notification.ts';

const alipay = makeSigner(1024);
const merchant = makeSigner(1024);
const long = makeSigner(2048);
const other = makeSigner(1024);
const XML =
  '<notify><payment_type>1</payment_type><subject>手机壳 A&amp;B</subject><trade_no>2024031122001400001400000001</trade_no>' +
  '<out_trade_no>NO20240311000001</out_trade_no><trade_status>TRADE_FINISHED</trade_status><total_fee>12.34</total_fee></notify>';

function seal(plain: Buffer, { publicKey }: { publicKey: string }, size: number): string {
  const key = `-----BEGIN PUBLIC KEY-----\n${publicKey}\n-----END PUBLIC KEY-----\n`;
  const blocks: Buffer[] = [];
  for (let at = 0; at < plain.length; at += size - 11)
    blocks.push(publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, plain.subarray(at, at + size - 11)));
  return Buffer.concat(blocks).toString('base64');
}

function notification(xml = XML, to = merchant, size = 128, charset: 'utf-8' | 'gbk' = 'utf-8', signed = xml): string {
  const content = `service=alipay.wap.trade.create.direct&v=1.0&sec_id=0001&notify_data=${signed}`;
  return renderForm([
    ['service', 'alipay.wap.trade.create.direct'],
    ['v', '1.0'],
    ['sec_id', '0001'],
    ['notify_data', seal(encode(xml, charset), to, size)],
    ['sign', alipay.sign(encode(content, charset), 'RSA-SHA1')],
  ]);
}

const valueOf = ({ reading }: Inspection, name: string) => reading.pairs.find((pair) => pair.name === name)?.value;

describe('without the private key', () => {
  test('the key is proved, nothing is said of the content, and the private key is asked for', async () => {
    const result = await inspect({ text: notification(), keys: [alipay.publicKey] });
    expect(result.claim?.dialect).toBe('mapi-wap-notify');
    expect(result.verdict).toMatchObject({ indication: 'indeterminate', reason: 'no-key', key: 0, params: { need: 'private-key' } });
    expect(result.verdict.opened).toMatchObject({ ok: true, hash: 'sha-1' });
    expect(result.diagnosis?.causes).toEqual([]);
    expect(result.diagnosis?.tried).toBe(0);
    expect(result.asks).toEqual([{ id: 'private-key', name: 'notify_data' }]);
    expect(result.unsealed).toMatchObject([{ name: 'notify_data', scheme: 'alipay-wap-rsa', opened: false, why: 'no-private-key' }]);
  });
  test('and without any key both are asked for', async () => {
    const { asks, verdict } = await inspect({ text: notification(), keys: [] });
    expect(verdict.reason).toBe('no-key');
    expect(asks.map(({ id }) => id)).toEqual(['private-key', 'public-key']);
  });
  test('under a key that did not sign it is still the wrong key', async () => {
    const { verdict } = await inspect({ text: notification(), keys: [other.publicKey] }, { search: { maxCandidates: 100 } });
    expect(verdict.reason).toBe('wrong-key');
  });
});

describe('with the private key', () => {
  const keys = [`${alipay.publicKey}\n\n${merchant.privatePem}`];

  test('it is opened, verified over the plain text and explained', async () => {
    const result = await inspect({ text: notification(), keys });
    expect(result.verdict).toMatchObject({ indication: 'passed', reason: 'verified', rule: 'wap-fixed-order' });
    expect(valueOf(result, 'notify_data')).toBe(XML);
    expect(result.asks).toEqual([]);
    // The private key is there to open the message: nobody took its public half for Alipay's.
    expect(result.diagnosis?.causes.map(({ id }) => id)).toEqual(['pem-missing-header']);
    expect(result.unsealed).toMatchObject([{ name: 'notify_data', opened: true, key: 1, text: XML }]);
    expect(result.explanation.summary).toMatchObject({ order: 'NO20240311000001' });
  });
  test('fails where another text was encrypted than was signed', async () => {
    const result = await inspect(
      { text: notification(XML, merchant, 128, 'utf-8', XML.replace('12.34', '12.35')), keys },
      { search: { maxCandidates: 300 } },
    );
    expect(result.verdict).toMatchObject({ indication: 'failed' });
    expect(result.verdict.reason).toMatch(/^content-/);
  });
  test('in GBK, with a key of 2048 bits, in PKCS#1, as a JWK', async () => {
    expect((await inspect({ text: notification(XML, merchant, 128, 'gbk'), keys })).verdict.reason).toBe('verified');
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    const text = notification(XML, { ...long, publicKey }, 256);
    for (const secret of [
      pair.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
      JSON.stringify(pair.privateKey.export({ format: 'jwk' })),
    ])
      expect((await inspect({ text, keys: [alipay.publicKey, secret] })).verdict.reason).toBe('verified');
  });
  test('of somebody else it stays shut, and says so', async () => {
    const { verdict, unsealed } = await inspect({ text: notification(), keys: [alipay.publicKey, other.privatePem] });
    expect(verdict.reason).toBe('no-key');
    expect(unsealed).toMatchObject([{ opened: false, why: 'refused' }]);
  });
  test('nothing of the key is in the record', async () => {
    const record = JSON.stringify(await inspect({ text: notification(), keys }));
    const digits = merchant.privatePem.split('\n').slice(1, -2);
    for (const line of digits.filter(({ length }) => length > 30)) expect(record).not.toContain(line);
    const [key] = await readKeys([merchant.privatePem]);
    expect(record).not.toContain((key?.privateKey?.d ?? 0n).toString());
    expect(record).not.toContain((key?.privateKey?.d ?? 0n).toString(16));
  });
});

describe('is not taken for encrypted', () => {
  test.each([
    ['plain XML', XML, '0001'],
    ['base64 under an MD5 key', Buffer.alloc(128, 1).toString('base64'), 'MD5'],
    ['base64 of another length', Buffer.alloc(100, 1).toString('base64'), '0001'],
  ])('%s', async (_, notify_data, sec_id) => {
    const text = renderForm(Object.entries({ service: 'alipay.wap.trade.create.direct', v: '1.0', sec_id, notify_data, sign: 'AAAA' }));
    expect((await inspect({ text, keys: [] })).unsealed).toEqual([]);
  });
});

describe('blocks', () => {
  const held = async (): Promise<PrivateKey> => (await readKeys([merchant.privatePem]))[0]?.privateKey as PrivateKey;

  test('of any text open again', async () => {
    const key = await held();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const plain = Buffer.from(bytes.length === 0 ? [1] : bytes);
        expect(Buffer.from(decryptBlocks(Buffer.from(seal(plain, merchant, 128), 'base64'), key) ?? [])).toEqual(plain);
      }),
      { numRuns: 30 },
    );
  });
  test('of any bytes, any number of them, never throw', async () => {
    const key = await held();
    for (const length of [0, 1, 127, 128, 129, 256, 128 * 65])
      expect(decryptBlocks(new Uint8Array(length).fill(length === 128 ? 255 : 7), key)).toBeNull();
  });
});

/** What stands around a key, and what a copy did to it: the key is read, and nothing is said of it that is not so. */
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readKeys } from '../../../src/core/keys/read-keys.ts';

/** With two plus signs side by side somewhere: one of the next keys has them. */
function keyWith(pattern: RegExp): { readonly bare: string; readonly pem: string } {
  for (;;) {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const bare = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    if (pattern.test(bare)) return { bare, pem: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
  }
}
const { bare, pem } = keyWith(/\+\+/);
const reportsOf = async (text: string) => (await readKeys([text])).map(({ report, key }) => ({ ...report, usable: key !== null }));

test.each(['支付宝公钥：', '公钥：\n', '支付宝公钥（RSA2）：', '【公钥】'])('a label with wide marks damages no key: %s', async (label) => {
  const [report] = await reportsOf(label + bare);
  expect(report).toMatchObject({ usable: true, spki: bare });
  expect(report?.repairs).not.toContain('full-width');
});

test('wide digits within a key are told', async () => {
  const [report] = await reportsOf(bare.replace(/\d/, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)));
  expect(report).toMatchObject({ usable: true, spki: bare });
  expect(report?.repairs).toContain('full-width');
});

test('blanks stand for every plus, also for two side by side', async () => {
  const [report] = await reportsOf(bare.replaceAll('+', ' '));
  expect(report).toMatchObject({ usable: true, spki: bare });
  expect(report?.repairs).toContain('plus-lost');
});

test('a PEM file in Base64 is unwrapped', async () => {
  const wrapped = Buffer.from(pem).toString('base64');
  for (const text of [wrapped, `data:\n  alipay.pem: ${wrapped}`, wrapped.replace(/.{76}/g, '$&\n')]) {
    const [report] = await reportsOf(text);
    expect(report).toMatchObject({ usable: true, spki: bare });
    expect(report?.repairs).toContain('base64-twice');
  }
});

describe('who pasted it says whose it is', () => {
  test.each(['应用公钥：', 'app_public_key=', '{"appPublicKey":"', '应用公钥\n', 'merchant-public-key: '])('theirs: %s', async (label) => {
    expect((await reportsOf(label + bare))[0]?.calledOwn).toBe(true);
    expect((await reportsOf(`${label}\n${pem}`))[0]?.calledOwn).toBe(true);
  });

  test.each(['支付宝公钥：', 'alipay_public_key=', '{"appId":"2021","alipayPublicKey":"', 'wechatpay public key: '])(
    'not: %s',
    async (label) => {
      expect((await reportsOf(label + bare))[0]?.calledOwn).toBeUndefined();
    },
  );

  test('of two in one text, the one behind the label', async () => {
    const other = keyWith(/./);
    const reports = await reportsOf(`支付宝公钥：${bare}\n应用公钥：${other.bare}`);
    expect(reports.map(({ calledOwn }) => calledOwn)).toEqual([undefined, true]);
  });
});

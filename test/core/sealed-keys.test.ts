/** The answer of GET /v3/certificates among the keys: opened with the APIv3 key, its certificates verify like any other. */
import { createCipheriv, createSign } from 'node:crypto';
import { expect, test } from 'vitest';
import { inspect } from '../../src/core/inspect.ts';
import { readRing } from '../../src/core/sealed-keys.ts';
import { makeCertificate } from '../support/certificate.ts';
import { makeRandom } from '../support/notification.ts';
import { forms, linesOf, makeV3 } from '../support/wechat.ts';

const SERIAL = '5DEA10EF55877E3CF6C33255C2E7DEFFF7E427EC';
const platform = makeCertificate(SERIAL, 'Tenpay.com sign');
const merchant = makeCertificate('3775B6A45ACD588826D15E583A95F5DD0123ABCD', '1900000109');
const secret = 'a7cde1ZJB1kG2e7VfTs3jQzaWizur8Gb';

function answerWith(pems: readonly string[], key = secret): string {
  const data = pems.map((pem, i) => {
    const nonce = `61f9c719728${i}`;
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from('certificate'));
    const ciphertext = Buffer.concat([cipher.update(pem), cipher.final(), cipher.getAuthTag()]).toString('base64');
    return {
      effective_time: '2024-01-01T00:00:00+08:00',
      encrypt_certificate: { algorithm: 'AEAD_AES_256_GCM', associated_data: 'certificate', ciphertext, nonce },
      serial_no: SERIAL,
    };
  });
  return JSON.stringify({ data }, null, 2);
}

const message = { ...makeV3(makeRandom(5)), serial: SERIAL };
const signature = createSign('RSA-SHA256').update(linesOf(message)).sign(platform.privatePem, 'base64');
const text = forms.http({ ...message, signature }, makeRandom(6));

test.each([
  ['in one box, the secret first', (answer: string) => [`${secret}\n${answer}`]],
  ['in one box, the secret behind it with a label', (answer: string) => [`${answer}\nAPIv3密钥: ${secret}`]],
  ['in boxes of their own', (answer: string) => [answer, secret]],
])('a notification verifies under the certificate inside: %s', async (_, entries) => {
  const keys = entries(answerWith([merchant.pem, platform.pem]));
  const { verdict, keys: reports } = await inspect({ text, keys });
  expect(verdict).toMatchObject({ indication: 'passed', reason: 'verified' });
  const used = reports[verdict.key ?? -1];
  expect(used).toMatchObject({ role: 'wechatpay-platform', certificate: { serial: SERIAL.toLowerCase() } });
  expect(keys[used?.entry ?? -1]).toContain('encrypt_certificate');
});

test('without the secret, or with another, it says that it is still sealed', async () => {
  for (const keys of [[answerWith([platform.pem])], [answerWith([platform.pem]), 'b'.repeat(32)]]) {
    const ring = await readRing(keys);
    expect(ring.flatMap(({ report }) => report.problems.map(({ id }) => id))).toContain('sealed');
    expect(ring.every(({ key }) => key === null)).toBe(true);
  }
});

test('an answer that is cut short, or a mark without an answer, is read like any other text', async () => {
  const answer = answerWith([platform.pem]);
  for (const entry of [answer.slice(0, 400), 'encrypt_certificate', '{"encrypt_certificate":1}', `{{{"${answer}`])
    expect((await readRing([entry, secret])).every(({ key }) => key === null)).toBe(true);
});

test("a merchant's own certificate is named as such, with both serials beside each other", async () => {
  const { verdict, diagnosis } = await inspect({ text, keys: [merchant.pem] });
  expect(verdict).toMatchObject({ indication: 'failed', reason: 'wrong-key' });
  const [first] = diagnosis?.causes ?? [];
  expect(first).toMatchObject({ id: 'v3-wrong-cert', proof: 'structure' });
  expect(first?.before).toEqual([
    { name: 'serial', text: '3775B6A45ACD588826D15E583A95F5DD0123ABCD' },
    { name: 'subject', text: 'CN=1900000109' },
  ]);
  expect(first?.after).toEqual([{ name: 'Wechatpay-Serial', text: SERIAL }]);
});

test.each([
  ['hex in lower case', SERIAL.toLowerCase(), false],
  ['a decimal number', BigInt(`0x${SERIAL}`).toString(), false],
  ['leading zeros', `00${SERIAL}`, false],
  ['the name of a public key', 'PUB_KEY_ID_0114232134912410000000000000', true],
  ['another serial', '60A862B18FE9F86BF7075383F09C8092704A2B4D', true],
])('a serial written as %s is compared by what it means', async (_, serial, isOther) => {
  const stranger = createSign('RSA-SHA256').update(linesOf(message)).sign(merchant.privatePem, 'base64');
  const pasted = forms.http({ ...message, serial, signature: stranger }, makeRandom(6));
  const { diagnosis } = await inspect({ text: pasted, keys: [platform.pem] });
  expect(diagnosis?.causes[0]?.id).toBe('v3-wrong-cert');
  expect(diagnosis?.causes[0]?.proof).toBe(isOther ? 'structure' : 'guess');
});

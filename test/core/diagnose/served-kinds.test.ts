/** The second box beside messages that are not sorted parameters in UTF-8: answers, old WAP, Antom, GBK, SHA-1. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../../src/core/inspect.ts';
import type { Inspection } from '../../../src/core/inspect.ts';
import { encode } from '../../vectors/charsets.ts';
import { toFormBody } from '../../vectors/forms.ts';
import { signer } from '../../support/diagnosing.ts';
import { contentOf, makeNotification, makeRandom, renderForm, sha256 } from '../../support/notification.ts';
import type { Pairs } from '../../support/notification.ts';

const ask = async (
  text: string,
  served: string,
  keys: readonly string[] = [signer.publicKey],
): Promise<NonNullable<Inspection['served']>> => {
  const inspection = await inspect({ text, keys, served }, { search: { maxCandidates: 3000 } });
  if (!inspection.served) throw new Error('the second box was not looked at');
  return inspection.served;
};
const first = ({ causes: [cause] }: NonNullable<Inspection['served']>): string | undefined => cause?.id;
const sign = (text: string): string => signer.sign(Buffer.from(text));

describe.each([['a key', [signer.publicKey]] as const, ['no key', []] as const])('an answer of the gateway, with %s', (_, keys) => {
  const members = { code: '10000', msg: 'Success', out_trade_no: 'NO1', qr_code: 'https://qr.alipay.com/bax01', subject: '手机壳' };
  const node = JSON.stringify(members).replaceAll('/', '\\/');
  const text = `{"alipay_trade_precreate_response":${node},"sign":"${sign(node)}"}`;

  test('is told no cause for its own text, alone or whole', async () => {
    for (const served of [node, text, sha256(node)]) {
      const told = await ask(text, served, keys);
      expect(told.causes).toEqual([]);
      expect(told.equalsSigned).toBe(keys.length > 0 ? true : null);
    }
  });

  const reversed = Object.fromEntries(Object.entries(members).reverse());
  test.each([
    ['without its backslashes', JSON.stringify(members)],
    ['sorted', JSON.stringify(reversed)],
    ['as Python writes', JSON.stringify(members).replaceAll('":"', '": "').replaceAll('","', '", "').replaceAll('https": "', 'https:')],
    ['pretty', JSON.stringify(members, null, 2)],
    ['in ASCII', JSON.stringify(members).replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`)],
    ['with empty members of a struct', JSON.stringify({ ...members, sub_code: '', sub_msg: '' })],
  ])('parsed and written again, %s', async (_name, served) => {
    expect(first(await ask(text, served, keys))).toBe('sync-response-rebuilt');
  });

  const joined = Object.entries(members)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  test.each([
    ['its members joined', joined],
    ['name and text joined', `alipay_trade_precreate_response=${node}`],
    ['some members joined', joined.split('&').slice(1).join('&')],
  ])('taken for parameters: %s', async (_name, served) => {
    expect(first(await ask(text, served, keys))).toBe('wrong-algorithm-for-message');
  });

  test('digests show the same', async () => {
    expect(first(await ask(text, sha256(JSON.stringify(members)), keys))).toBe('sync-response-rebuilt');
    expect(first(await ask(text, sha256(joined), keys))).toBe('wrong-algorithm-for-message');
  });

  test.each(['hello', 'false', '{"a":1}', 'x=1&y=2', sha256('x')])('%s is told no cause', async (served) => {
    expect((await ask(text, served, keys)).causes).toEqual([]);
  });
});

describe('an old WAP message', () => {
  const data = '<notify><payment_type>1</payment_type><subject>Test</subject><total_fee>0.10</total_fee></notify>';
  const values: Readonly<Record<string, string>> = {
    service: 'alipay.wap.trade.create.direct',
    v: '1.0',
    sec_id: '0001',
    notify_data: data,
  };
  const inOrder = (names: readonly string[]): string => names.map((name) => `${name}=${values[name] ?? ''}`).join('&');
  const content = inOrder(['service', 'v', 'sec_id', 'notify_data']);
  const text = renderForm([...Object.entries(values), ['sign', signer.sign(Buffer.from(content), 'RSA-SHA1')]]);
  test('in another order is told just that', async () => {
    for (const names of [Object.keys(values).sort(), ['service', 'sec_id', 'v', 'notify_data']])
      expect((await ask(text, inOrder(names))).causes.map(({ id }) => id)).toEqual(['mapi-wap-order']);
    expect(await ask(text, content)).toMatchObject({ equalsSigned: true, causes: [] });
  });

  test('under a secret, a digest is one of the text with the secret behind it', async () => {
    const secret = 'a0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5';
    const md5 = (of: string): string =>
      createHash('md5')
        .update(of + secret)
        .digest('hex');
    const own = { ...values, sec_id: 'MD5' };
    const joined = (names: readonly string[]): string => names.map((name) => `${name}=${own[name as keyof typeof own]}`).join('&');
    const right = md5(joined(['service', 'v', 'sec_id', 'notify_data']));
    const form = renderForm([...Object.entries(own), ['sign', right]]);
    expect(await ask(form, right, [secret])).toMatchObject({ equalsSigned: true, causes: [] });
    expect(await ask(form, md5(joined(Object.keys(own).sort())), [secret])).toMatchObject({
      equalsSigned: false,
      causes: [{ id: 'mapi-wap-order', proof: 'digest' }],
    });
  });
});

describe.each([['a key', [signer.publicKey]] as const, ['no key', []] as const])('a message of Antom, with %s', (_, keys) => {
  const body = '{"notifyType":"PAYMENT_RESULT","result":{"resultCode":"SUCCESS","resultStatus":"S"},"paymentRequestId":"NO1"}';
  const [client, time, path] = ['SANDBOX_5Y0000000000000', '2024-03-11T10:20:30+08:00', '/pay/antom/notify'];
  const content = `POST ${path}\n${client}.${time}.${body}`;
  const text = [
    `POST ${path} HTTP/1.1`,
    'Host: shop.example.com',
    'Content-Type: application/json; charset=UTF-8',
    `Client-Id: ${client}`,
    `Request-Time: ${time}`,
    `Signature: algorithm=RSA256,keyVersion=1,signature=${encodeURIComponent(sign(content))}`,
    '',
    body,
  ].join('\r\n');

  test('is told no cause for what was signed', async () => {
    expect((await ask(text, content, keys)).causes).toEqual([]);
    expect((await ask(text, sha256(content), keys)).causes).toEqual([]);
    expect(await ask(text, 'hello', keys)).toMatchObject({ form: 'unknown', causes: [] });
  });

  test.each([
    ['path', `POST /antom/notify\n${client}.${time}.${body}`],
    ['address', `POST https://shop.example.com${path}\n${client}.${time}.${body}`],
    ['time', `POST ${path}\n${client}.2024-03-11T10:20:31+08:00.${body}`],
    ['client', `POST ${path}\nSANDBOX_5Y0000000000001.${time}.${body}`],
    ['nothing but the body', body],
  ])('another %s is told', async (_name, served) => {
    expect(first(await ask(text, served, keys))).toBe('global-path-or-header');
  });

  test('a digest shows the path, a body written again is told as that', async () => {
    expect(first(await ask(text, sha256(`POST /antom/notify\n${client}.${time}.${body}`), keys))).toBe('global-path-or-header');
    const again = JSON.stringify(JSON.parse(body), null, 1);
    expect((await ask(text, `POST ${path}\n${client}.${time}.${again}`, keys)).causes.map(({ id }) => id)).toEqual([
      'sync-response-rebuilt',
    ]);
  });
});

describe('character sets and hashes', () => {
  const gbk: Pairs = makeNotification(makeRandom(3)).map(([name, value]) => [
    name,
    name === 'charset' ? 'GBK' : name === 'subject' ? '测试商品' : value,
  ]);
  const text = toFormBody([...gbk, ['sign', signer.sign(Buffer.from(encode(contentOf(gbk), 'gbk')))]], 'gbk');

  test('GBK that was hashed as UTF-8 names the set first', async () => {
    for (const keys of [[signer.publicKey], []]) {
      const told = await ask(text, sha256(contentOf(gbk)), keys);
      expect(told.causes[0]).toMatchObject({ id: 'charset-gbk-as-utf8', alternatives: ['jvm-default-charset'], proof: 'digest' });
    }
  });

  test('a digest by another hash is told only for a text that has it', async () => {
    const pairs = makeNotification(makeRandom(4));
    const good = renderForm([...pairs, ['sign', sign(contentOf(pairs))]]);
    const sha1 = (content: string): string => createHash('sha1').update(content).digest('hex');
    for (const keys of [[signer.publicKey], []]) {
      expect((await ask(good, sha1(contentOf(pairs)), keys)).causes).toMatchObject([{ id: 'sign-hash-mismatch', proof: 'digest' }]);
      expect((await ask(good, sha1(contentOf(pairs, 'V2')), keys)).causes.map(({ id }) => id)).toEqual([
        'sign-type-kept',
        'sign-hash-mismatch',
      ]);
      expect((await ask(good, sha1('x'), keys)).causes).toEqual([]);
    }
  });
});

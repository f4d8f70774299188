/** The raw body: whose bytes a signature covers must come through untouched. */
import { describe, expect, test } from 'vitest';
import { read } from '../../../src/core/read/read.ts';

const BODY =
  '{ "id": "1", "create_time": "2024-05-01T10:00:00+08:00", "summary": "支付成功", "url": "https:\\/\\/x", "resource": {"algorithm": "AEAD_AES_256_GCM", "ciphertext": "abc", "nonce": "n", "associated_data": "transaction", "original_type": "transaction", "more": 1, "even": 2, "evenmore": 3} }';
const HEAD = 'POST /notify HTTP/1.1\r\nWechatpay-Timestamp: 1714528800\r\nWechatpay-Signature: abc+/=\r\n\r\n';

describe('a WeChat Pay v3 body', () => {
  test('is read as its root, the sealed part written back as one value', () => {
    const { reading } = read(HEAD + BODY);
    expect(reading.pairs.map(({ name }) => name)).toEqual(['id', 'create_time', 'summary', 'url', 'resource']);
    expect(reading.pairs.at(-1)?.rebuilt).toBe(true);
    expect(reading.headers?.map(({ name, value }) => [name, value])).toEqual([
      ['Wechatpay-Timestamp', '1714528800'],
      ['Wechatpay-Signature', 'abc+/='],
    ]);
    expect(reading.method).toBe('POST');
    expect(reading.url).toBe('/notify');
  });

  test('keeps its letters: escapes, blanks and line ends are not touched', () => {
    for (const tail of ['', '\n', '\r\n', ' ']) expect(read(HEAD + BODY + tail).body?.text).toBe(BODY + tail);
  });

  test('is the root too where it stands alone', () => {
    const { reading, body } = read(BODY);
    expect(reading.form).toBe('json');
    expect(reading.pairs[0]?.name).toBe('id');
    expect(body?.text).toBe(BODY);
  });

  test('each of several in an array is its own body', () => {
    const { reading, body } = read(`[${BODY}, ${BODY.replace('"1"', '"2"')}]`, { pick: 1 });
    expect(reading.found).toBe(2);
    expect(body?.text).toBe(BODY.replace('"1"', '"2"'));
  });

  test('points at its place', () => {
    const { reading } = read(HEAD + BODY);
    expect(reading.bodySpan).toEqual([Buffer.byteLength(HEAD), Buffer.byteLength(HEAD + BODY)]);
  });
});

test('of a file the very bytes are kept, whatever they are in', () => {
  const gbk = Uint8Array.from([...Buffer.from('{"subject":"'), 0xb2, 0xe2, 0xca, 0xd4, ...Buffer.from('","sign":"x"}\r\n')]);
  expect([...(read(gbk).body?.bytes ?? [])]).toEqual([...gbk]);
  const sent = Uint8Array.from([...Buffer.from('POST / HTTP/1.1\r\nHost: a.example\r\n\r\n'), ...gbk]);
  expect([...(read(sent).body?.bytes ?? [])]).toEqual([...gbk]);
});

test('a byte order mark before a body in a request stays in the body', () => {
  const { reading, body } = read(`${HEAD}\ufeff${BODY}`);
  expect(body?.text).toBe(`\ufeff${BODY}`);
  expect(reading.pairs).toHaveLength(5);
});

test('a body inside a JSON log is freed of its escapes once', () => {
  expect(read(JSON.stringify({ headers: { 'Wechatpay-Nonce': 'n' }, body: BODY })).body?.text).toBe(BODY);
});

test('a form alone has no raw body: nothing says where it began', () => {
  expect(read('a=1&b=2&sign=3').body).toBeNull();
});

test('an answer without a body keeps its headers', () => {
  const { reading } = read('HTTP/1.1 204 No Content\nWechatpay-Timestamp: 1\nWechatpay-Nonce: n\n\n');
  expect(reading.form).toBe('http');
  expect(reading.pairs).toEqual([]);
  expect(reading.headers).toHaveLength(2);
});

test('headers in a paste with Windows line ends, quotes, full-width colons and labels are read', () => {
  const { reading } = read(
    '"Wechatpay-Nonce": "n",\r\nWechatpay-Serial：ABC\r\nwechatpay-timestamp = 17\r\n请求体：{"id":"1","resource":{"ciphertext":"x"}}',
  );
  expect(reading.headers?.map(({ name, value }) => [name, value])).toEqual([
    ['Wechatpay-Nonce', 'n'],
    ['Wechatpay-Serial', 'ABC'],
    ['wechatpay-timestamp', '17'],
  ]);
  expect(reading.pairs.map(({ name }) => name)).toEqual(['id', 'resource']);
});

/** Message callbacks: the signature in the address over token, timestamp, nonce and ciphertext, in whatever form they are pasted. */
import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../../../src/core/inspect.ts';
import { makeRandom } from '../../../support/notification.ts';

const TOKEN = 'QDG6eK_my-token';
const AES_KEY = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C';
const APP_ID = 'wx5823bf96d3bd56c7';

/** 16 random bytes, length, text, receiver; padded to blocks of 32; AES-256-CBC. */
function encrypt(text: string): string {
  const key = Buffer.from(`${AES_KEY}=`, 'base64');
  const message = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(message.length);
  const plain = Buffer.concat([randomBytes(16), length, message, Buffer.from(APP_ID)]);
  const pad = 32 - (plain.length % 32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(Buffer.concat([plain, Buffer.alloc(pad, pad)])), cipher.final()]).toString('base64');
}

const sha1 = (...texts: readonly string[]): string =>
  createHash('sha1')
    .update([...texts].sort().join(''))
    .digest('hex');

interface Made {
  readonly query: string;
  readonly encrypted: string;
}

function make(seed: number): Made {
  const random = makeRandom(seed);
  const timestamp = String(1_500_000_000 + Math.floor(random() * 3e8));
  const nonce = String(Math.floor(random() * 1e10));
  const encrypted = encrypt(`<xml><MsgType><![CDATA[event]]></MsgType><OrderId>${seed}</OrderId></xml>`);
  const query = new URLSearchParams({
    signature: sha1(TOKEN, timestamp, nonce),
    timestamp,
    nonce,
    encrypt_type: 'aes',
    msg_signature: sha1(TOKEN, timestamp, nonce, encrypted),
  });
  return { query: query.toString(), encrypted };
}

const xml = (encrypted: string): string =>
  `<xml><ToUserName><![CDATA[gh_10f6c3c3ac5a]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`;
const json = (encrypted: string): string => JSON.stringify({ ToUserName: 'gh_10f6c3c3ac5a', Encrypt: encrypted });

const forms: Readonly<Record<string, (made: Made) => string>> = {
  'a request with XML': ({ query, encrypted }) => `POST /wx?${query} HTTP/1.1\r\nHost: example.com\r\n\r\n${xml(encrypted)}`,
  'a request with JSON': ({ query, encrypted }) => `POST /wx?${query} HTTP/1.1\r\nContent-Type: application/json\r\n\r\n${json(encrypted)}`,
  'the address above the XML': ({ query, encrypted }) => `https://example.com/wx?${query}\n${xml(encrypted)}`,
  'the address above the JSON': ({ query, encrypted }) => `https://example.com/wx?${query}\n\n${json(encrypted)}`,
  curl: ({ query, encrypted }) => `curl 'https://example.com/wx?${query}' -d '${xml(encrypted)}'`,
  'the query above the JSON': ({ query, encrypted }) => `?${query}\n${json(encrypted)}`,
  'the query without its mark above the XML': ({ query, encrypted }) => `${query}\n${xml(encrypted)}`,
  'lines above the XML': ({ query, encrypted }) =>
    `${[...new URLSearchParams(query)].map(([n, v]) => `${n}: ${v}\n`).join('')}\n${xml(encrypted)}`,
  'lines above the JSON': ({ query, encrypted }) =>
    `${[...new URLSearchParams(query)].map(([n, v]) => `${n}=${v}\n`).join('')}${json(encrypted)}`,
  'words of a log': ({ query, encrypted }) => `2026 INFO ${query.replaceAll('&', ', ')}, body=${xml(encrypted)}`,
  "WxJava's words": ({ query, encrypted }) =>
    `10:00:01 INFO 接收微信请求：[openid=[o1], ${[...new URLSearchParams(query)].map(([n, v]) => `${{ msg_signature: 'msgSignature', encrypt_type: 'encType' }[n] ?? n}=[${v}]`).join(', ')}, requestBody=[\n${xml(encrypted)}\n] ]`,
  'all parameters in one JSON': ({ query, encrypted }) =>
    JSON.stringify({ ...Object.fromEntries(new URLSearchParams(query)), ToUserName: 'gh_1', Encrypt: encrypted }),
};

describe.each(Object.keys(forms))('%s', (form) => {
  test.each([1, 2, 3, 4, 5, 6])('verifies under the token and opens under the key (%i)', async (seed) => {
    const { verdict, claim, unsealed } = await inspect({ text: forms[form]?.(make(seed)) ?? '', keys: [`${TOKEN}\n${AES_KEY}`] });
    expect(claim?.dialect).toBe('wechat-message');
    expect(verdict).toMatchObject({ indication: 'passed', reason: 'verified', rule: 'wechat-message' });
    expect(unsealed[0]).toMatchObject({ opened: true, receiver: APP_ID });
    expect(unsealed[0]?.text).toContain(`<OrderId>${seed}</OrderId>`);
  });

  test('another token, another nonce or another ciphertext does not', async () => {
    const made = make(9);
    const { encrypted } = make(10);
    for (const [text, key] of [
      [forms[form]?.(made), 'another-token-of-someone'],
      [forms[form]?.({ ...made, query: made.query.replace(/nonce=\d/, 'nonce=x') }), TOKEN],
      [forms[form]?.({ ...made, encrypted }), TOKEN],
    ] as const) {
      const { verdict } = await inspect({ text: text ?? '', keys: [key] }, { search: { maxCandidates: 300 } });
      expect(verdict).toMatchObject({ indication: 'failed', reason: 'mac-mismatch' });
    }
  });
});

test('the clear signature does not pass for that of the ciphertext', async () => {
  const { query, encrypted } = make(3);
  const clear = new URLSearchParams(query).get('signature') ?? '';
  const forged = query.replace(/msg_signature=[0-9a-f]+/, `msg_signature=${clear}`);
  const { verdict } = await inspect({ text: `POST /wx?${forged} HTTP/1.1\r\n\r\n${xml(encrypted)}`, keys: [TOKEN] });
  expect(verdict.indication).toBe('failed');
});

test.each(['', '&encrypt_type=aes'])(
  'without msg_signature the ciphertext is not signed, however right the clear signature is',
  async (more) => {
    const { query, encrypted } = make(3);
    const params = new URLSearchParams(query);
    const clear = `signature=${params.get('signature')}&timestamp=${params.get('timestamp')}&nonce=${params.get('nonce')}${more}`;
    for (const text of [
      `POST /wx?${clear} HTTP/1.1\r\n\r\n${xml(encrypted)}`,
      `https://example.com/wx?${clear}\n\n${json(encrypted)}`,
      JSON.stringify({ ...Object.fromEntries(new URLSearchParams(clear)), Encrypt: encrypted }),
    ]) {
      const { verdict, asks } = await inspect({ text, keys: [TOKEN] });
      expect(verdict).toMatchObject({ indication: 'indeterminate', reason: 'no-signature' });
      expect(asks).toContainEqual({ id: 'input', name: 'msg_signature' });
      const answered = await inspect({ text, keys: [TOKEN], hints: { inputs: { msg_signature: params.get('msg_signature') ?? '' } } });
      expect(answered.verdict).toMatchObject({ indication: 'passed', reason: 'verified' });
    }
  },
);

test('in clear mode only the address is signed, and the body is not called verified', async () => {
  const query = `signature=${sha1(TOKEN, '1409659589', '263014780')}&timestamp=1409659589&nonce=263014780`;
  const body =
    '<xml><ToUserName>gh_1</ToUserName><FromUserName>o1</FromUserName><CreateTime>1409659589</CreateTime><MsgType>text</MsgType></xml>';
  const { verdict, claim } = await inspect({ text: `POST /wx?${query} HTTP/1.1\r\n\r\n${body}`, keys: [TOKEN] });
  expect(claim?.dialect).toBe('wechat-message');
  expect(verdict).toMatchObject({
    indication: 'indeterminate',
    reason: 'no-signature',
    key: 0,
    content: { text: '1409659589\n263014780' },
    verifiers: { own: true },
  });
  const wrong = await inspect({ text: `POST /wx?${query.replace('nonce=2', 'nonce=3')} HTTP/1.1\r\n\r\n${body}`, keys: [TOKEN] });
  expect(wrong.verdict).toMatchObject({ indication: 'failed', reason: 'mac-mismatch' });
});

test('the check of an address verifies, with its echostr encrypted (WeCom) or not', async () => {
  const clear = `signature=${sha1(TOKEN, '1409659589', '263014780')}&echostr=123456&timestamp=1409659589&nonce=263014780`;
  const echo = encrypt('5927782489442352469');
  const sealed = `msg_signature=${sha1(TOKEN, '1409659589', '263014780', echo)}&timestamp=1409659589&nonce=263014780&echostr=${encodeURIComponent(echo)}`;
  for (const query of [clear, sealed]) {
    const { verdict } = await inspect({ text: `https://example.com/wx?${query}`, keys: [TOKEN] });
    expect(verdict).toMatchObject({ indication: 'passed', reason: 'verified' });
  }
  const { unsealed } = await inspect({ text: `GET /wx?${sealed} HTTP/1.1`, keys: [`${TOKEN}\n${AES_KEY}`] });
  expect(unsealed).toMatchObject([{ name: 'echostr', opened: true, text: '5927782489442352469', receiver: APP_ID }]);
  const plain = await inspect({ text: `GET /wx?${clear} HTTP/1.1`, keys: [TOKEN] });
  expect(plain.unsealed).toEqual([]);
  expect(plain.explanation).toMatchObject({ summary: { id: 'address-check' }, acknowledgement: { status: 200, body: '123456' } });
  const shut = await inspect({ text: `GET /wx?${sealed} HTTP/1.1`, keys: [TOKEN] });
  expect(shut.explanation).toMatchObject({ summary: { id: 'address-check' }, acknowledgement: null });
});

test("blanks for '+' in the ciphertext are found", async () => {
  const made = Array.from({ length: 20 }, (_, i) => make(i)).find(({ encrypted }) => encrypted.includes('+')) as Made;
  const text = `POST /wx?${made.query} HTTP/1.1\r\n\r\n${xml(made.encrypted.replaceAll('+', ' '))}`;
  const { verdict, diagnosis } = await inspect({ text, keys: [TOKEN] });
  expect(verdict).toMatchObject({ indication: 'failed', reason: 'content-explained' });
  expect(diagnosis?.causes[0]?.id).toBe('plus-to-space-value');
});

describe('the second box', () => {
  const { query, encrypted } = make(4);
  const text = `POST /wx?${query} HTTP/1.1\r\n\r\n${xml(encrypted)}`;
  const params = new URLSearchParams(query);
  const [timestamp, nonce] = [params.get('timestamp') ?? '', params.get('nonce') ?? ''];
  const whole = [TOKEN, timestamp, nonce, encrypted].sort().join('');

  test.each([
    ['the right digest', sha1(TOKEN, timestamp, nonce, encrypted), { form: 'digest', equalsSigned: true }],
    ['a digest without the ciphertext', sha1(TOKEN, timestamp, nonce), { form: 'digest', equalsSigned: false }],
    ['what was hashed', whole, { form: 'content', equalsSigned: true }],
    ['what was hashed, unsorted', [TOKEN, nonce, timestamp, encrypted].join('|'), { form: 'content', equalsSigned: false }],
    ['a text without the token', whole.replace(TOKEN, ''), { form: 'content', equalsSigned: null }],
  ])('%s', async (_, served, answer) => {
    expect((await inspect({ text, keys: [TOKEN], served })).served).toMatchObject(answer);
  });

  test('names what a server did to the ciphertext, by the digest alone', async () => {
    const made = Array.from({ length: 40 }, (_, i) => make(i)).find(({ encrypted: each }) => each.includes('+')) as Made;
    const parts = new URLSearchParams(made.query);
    const spoilt = sha1(TOKEN, parts.get('timestamp') ?? '', parts.get('nonce') ?? '', made.encrypted);
    const received = `POST /wx?${made.query} HTTP/1.1\r\n\r\n${xml(made.encrypted.replaceAll('+', ' '))}`;
    const { served } = await inspect({ text: received, keys: [TOKEN], served: spoilt });
    expect(served).toMatchObject({ form: 'digest', equalsSigned: true });
  });
});

describe('the receiver inside', () => {
  const { query, encrypted } = make(5);
  const text = `POST /wx?${query} HTTP/1.1\r\n\r\n${xml(encrypted)}`;
  const opened = async (receiver?: string) => {
    const { unsealed } = await inspect({ text, keys: [TOKEN, AES_KEY], hints: receiver === undefined ? {} : { inputs: { receiver } } });
    return unsealed[0]?.explanation;
  };

  test('is to be compared while nobody said whose it should be', async () => {
    expect((await opened())?.todo?.[0]).toEqual({ id: 'app', name: 'receiver', value: APP_ID });
  });

  test('is compared with what was answered, and another one is odd', async () => {
    expect((await opened(` ${APP_ID} `))?.checks[0]).toEqual({ id: 'receiver', answer: 'yes' });
    expect((await opened('wx0000000000000000'))?.checks[0]).toEqual({ id: 'receiver', answer: 'no' });
  });

  test('the envelope says that it is sealed, the message what it is', async () => {
    const { explanation, unsealed } = await inspect({ text, keys: [TOKEN, AES_KEY] });
    expect(explanation.summary?.id).toBe('sealed');
    expect(unsealed[0]?.explanation?.summary).toMatchObject({ id: 'message', topic: 'event' });
    expect(explanation).toMatchObject({ acknowledgement: { status: 200, body: 'success' }, again: { within: 5 } });
  });
});

/** A v3 message that nobody touched is verified in every shape it is held in; what copying did to its body is undone, and told. */
import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/core/inspect.ts';
import { makeRandom, makeSigner } from '../support/notification.ts';
import { makeKey, makeV2, makeV3, renderXml, signV2, signV3 } from '../support/wechat.ts';
import type { V3Message } from '../support/wechat.ts';

const signer = makeSigner();
const keys = [`-----BEGIN PUBLIC KEY-----\n${signer.publicKey.replace(/.{64}/g, '$&\n').trim()}\n-----END PUBLIC KEY-----\n`];
const make = (seed: number): V3Message => signV3(makeV3(makeRandom(seed)), signer);

type Shape = (message: V3Message) => string;

const headersOf = ({ timestamp, nonce, signature, serial }: V3Message): readonly (readonly [string, string])[] => [
  ['Wechatpay-Timestamp', timestamp],
  ['Wechatpay-Nonce', nonce],
  ['Wechatpay-Signature', signature],
  ['Wechatpay-Serial', serial],
];
const head = (message: V3Message, line: (name: string, value: string) => string, between = '\n'): string =>
  headersOf(message)
    .map(([name, value]) => line(name, value))
    .join(between);
const http: Shape = (message) =>
  `POST /notify HTTP/1.1\nHost: pay.example.com\n${head(message, (name, value) => `${name}: ${value}`)}\n\n${message.body}`;
const table: Shape = (message) => `${head(message, (name, value) => `${name}\t${value}`)}\n\n${message.body}`;
const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);
const hexed = (text: string): string =>
  [...Buffer.from(text)]
    .map((byte) =>
      byte < 0x20 || byte === 0x22 || byte === 0x5c || byte > 0x7e
        ? `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('');

const asObject = (message: V3Message): Readonly<Record<string, string>> => Object.fromEntries(headersOf(message));

const shapes: Readonly<Record<string, Shape>> = {
  'headers and body in one object': (message) => JSON.stringify({ ...asObject(message), ...(JSON.parse(message.body) as object) }),
  'body and headers in one object': (message) => JSON.stringify({ ...(JSON.parse(message.body) as object), ...asObject(message) }),
  'headers between the members of the body': (message) => {
    const { id, ...rest } = JSON.parse(message.body) as { readonly id: string };
    return `LOG ${JSON.stringify({ id, ...asObject(message), ...rest })}`;
  },
  'pseudo-headers of HTTP/2': (message) =>
    `:method: POST\n:path: /notify\n:scheme: https\n${head(message, (name, value) => `${name.toLowerCase()}: ${value}`)}\n\n${message.body}`,
  'headers and body in fences': (message) =>
    `请求头:\n\`\`\`\n${head(message, (name, value) => `${name}: ${value}`)}\n\`\`\`\n请求体:\n\`\`\`json\n${message.body}\n\`\`\`\n`,
  'an event with its body in Base64': (message) =>
    JSON.stringify({ headers: asObject(message), body: Buffer.from(message.body).toString('base64'), isBase64Encoded: true }),
  'a row of CSV': (message) =>
    `id,timestamp,nonce,signature,serial,body\n1,${headersOf(message)
      .map(([, value]) => value)
      .join(',')},"${message.body.replaceAll('"', '""')}"\n`,
  'a row of SQL': (message) =>
    `INSERT INTO notify_log (id, timestamp, nonce, signature, serial, body) VALUES (1, ${[...headersOf(message).map(([, value]) => value), message.body].map((value) => `'${value}'`).join(', ')});`,
  'headers as CGI names them, in one object with the body': (message) =>
    JSON.stringify({
      ...Object.fromEntries(headersOf(message).map(([name, value]) => [`HTTP_${name.toUpperCase().replaceAll('-', '_')}`, value])),
      ...(JSON.parse(message.body) as object),
    }),
  'the first of two requests': (message) => `${http(message)}\n\n\n${http(make(99))}\n`,
  'the first of two requests, a rule between': (message) => `${http(message)}\n\n-----\n\n${http(make(99))}\n`,
  'headers with the signature folded': (message) => http({ ...message, signature: message.signature.replace(/.{76}/g, '$&\n  ') }),
  'headers with the signature in lines': (message) => http({ ...message, signature: message.signature.replace(/.{64}/g, '$&\n') }),
  'curl with its data in double quotes': (message) =>
    `curl -X POST "https://pay.example.com/notify" ${head(message, (name, value) => `-H "${name}: ${value}"`, ' ')} -d "${message.body.replace(/(["\\$`])/g, '\\$1')}"`,
};

/** As Windows' cmd wants it: carets before what it would act on, quotes inside quotes doubled or behind a backslash. */
const cmd =
  (quote: string, escape: (text: string) => string): Shape =>
  (message) =>
    `curl -X POST ${quote}https://pay.example.com/notify${quote} ${head(message, (name, value) => `-H ${quote}${name}: ${value}${quote}`, ' ')} -d ${quote}${escape(message.body)}${quote}`;
const commands: Readonly<Record<string, Shape>> = {
  "cmd's carets": cmd('^"', (body) => body.replace(/"/g, '^\\^"')),
  "cmd's doubled quotes": cmd('"', (body) => body.replaceAll('"', '""')),
  "cmd's backslashes": cmd('"', (body) => body.replaceAll('"', '\\"')),
};

const copied: Readonly<Record<string, readonly [cause: string, copy: (body: string) => string]>> = {
  'with curly quotes': ['smart-quotes', (body) => body.replace(/"([^"]*)"/g, '“$1”')],
  'escaped by a log': ['log-json-escaped', escaped],
  'escaped by a log, in quotes': ['log-json-escaped', (body) => JSON.stringify(body)],
  'escaped twice': ['log-json-escaped', (body) => escaped(escaped(body))],
  'escaped twice, in quotes': ['log-json-escaped', (body) => escaped(JSON.stringify(body))],
  'escaped by nginx': ['nginx-hex-escape', hexed],
  'behind a byte order mark': ['nbsp-zero-width', (body) => `\ufeff${body}`],
  'with invisible signs between its members': ['nbsp-zero-width', (body) => body.replace(',"event_type"', ',\u200b"event_type"')],
};

describe('an untouched message', () => {
  const all: Readonly<Record<string, Shape>> = { ...shapes, ...commands };

  test.each(Object.keys(all))('%s', async (name) => {
    for (const seed of [1, 2, 3]) {
      const message = make(seed);
      const { verdict, diagnosis } = await inspect({ text: (all[name] as Shape)(message), keys });
      expect(verdict).toMatchObject({ indication: 'passed' });
      expect((diagnosis?.causes ?? []).filter(({ side }) => side === 'server')).toEqual([]);
    }
  });
});

test('headers and body in one object that was written in lines: that it was, is told', async () => {
  const message = make(7);
  const text = JSON.stringify({ ...asObject(message), ...(JSON.parse(message.body) as object) }, null, 2);
  const { verdict, diagnosis } = await inspect({ text, keys });
  expect(verdict.reason).toBe('content-explained');
  expect(diagnosis?.causes.map(({ id }) => id)).toEqual(['v3-body-reserialised']);
});

test('a signature in lines is told', async () => {
  const { verdict, diagnosis } = await inspect({ text: (shapes['headers with the signature folded'] as Shape)(make(6)), keys });
  expect(verdict.reason).toBe('verified-after-paste-repair');
  expect(diagnosis?.causes.map(({ id }) => id)).toEqual(['base64-linebreaks']);
});

describe('an XML document in another dress', () => {
  const key = makeKey(makeRandom(8));
  const xml = renderXml(signV2(makeV2(makeRandom(9)), key, 'md5'), () => 0.1);
  const entities = xml.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

  test.each([
    ['as a page shows it', entities, 'verified-after-paste-repair', ['html-entity-quotes']],
    ['as PHP writes a string of JSON', escaped(xml).replaceAll('/', '\\/'), 'verified-after-paste-repair', ['log-json-escaped']],
    ['percent-encoded', encodeURIComponent(xml), 'verified', []],
  ])('%s', async (_where, text, reason, ids) => {
    const { verdict, diagnosis } = await inspect({ text, keys: [key] });
    expect(verdict.reason).toBe(reason);
    expect(diagnosis?.causes.map(({ id }) => id)).toEqual(ids);
  });
});

describe('a body that a copy changed, under its headers', () => {
  const cases = Object.entries(copied).flatMap(([name, [cause, copy]]) =>
    (
      [
        ['of HTTP', http],
        ['in a table', table],
      ] as const
    )
      // In a request the mark may have been sent.
      .filter(([where]) => where !== 'of HTTP' || !name.includes('byte order mark'))
      .map(([where, shape]) => ({ name: `${name}, ${where}`, cause, copy, shape })),
  );

  test.each(cases)('$name: it is verified, and what was undone is told', async ({ cause, copy, shape }) => {
    const message = make(4);
    const { verdict, diagnosis } = await inspect({ text: shape({ ...message, body: copy(message.body) }), keys });
    expect(verdict.reason).toBe('verified-after-paste-repair');
    expect(diagnosis?.causes.map(({ id }) => id)).toEqual([cause]);
  });

  test.each(cases)('$name: so it is beside a fault of the signature', async ({ cause, copy, shape }) => {
    const message = make(5);
    const signature = message.signature.replaceAll('+', ' ');
    const { diagnosis } = await inspect({ text: shape({ ...message, signature, body: copy(message.body) }), keys });
    expect(diagnosis?.causes.map(({ id }) => id)).toEqual(['sign-plus-to-space', cause]);
  });
});

describe('a body with more than its document', () => {
  const withMore = (body: string, more = ''): string => {
    const message = make(41);
    return `POST /notify HTTP/1.1\r\nHost: pay.example.com\r\n${more}${head(message, (name, value) => `${name}: ${value}`, '\r\n')}\r\n\r\n${body}`;
  };
  const { body } = make(41);

  test.each([
    ['letters', `${body}garbage`, ''],
    ['a brace', `${body}}`, ''],
    ['another document', `${body}{"id":"2"}`, ''],
    ['itself', body + body, ''],
    ['a letter in front', `x${body}`, ''],
    ['lengths of chunks', `${body.length.toString(16)}\r\n${body}\r\n0\r\n`, ''],
    ['lines that Content-Length counts', `${body}\nend`, `Content-Length: ${Buffer.byteLength(body) + 4}\r\n`],
  ])('%s: what arrived is not what was signed', async (_, text, more) => {
    const { verdict, diagnosis } = await inspect({ text: withMore(text, more), keys });
    expect(verdict).toMatchObject({ indication: 'failed', reason: 'content-explained' });
    expect(diagnosis?.causes[0]).toMatchObject({ id: 'proxy-rewrite', side: 'unknown' });
  });

  test.each([
    ['a line of the log', `${body}\n2026-01-01 INFO done\n`, ''],
    ['what Content-Length does not count', `${body}end`, `Content-Length: ${Buffer.byteLength(body)}\r\n`],
    ['a closing quote', `${body}'`, ''],
  ])('%s is only of the paste', async (_, text, more) => {
    const { verdict } = await inspect({ text: withMore(text, more), keys });
    expect(verdict).toMatchObject({ indication: 'passed' });
  });
});

describe('what does not open', () => {
  const mine = make(43);
  const text = (body: string): string => `${head(mine, (name, value) => `${name}: ${value}`, '\r\n')}\r\n\r\n${body}`;
  const other = 'another-key-of-32-characters-000';

  test('under a signature that holds, only the secret can be another one', async () => {
    const { verdict, unsealed } = await inspect({ text: text(mine.body), keys: [...keys, other] });
    expect(verdict.indication).toBe('passed');
    expect(unsealed).toMatchObject([{ opened: false, why: 'other-secret' }]);
  });

  test('a ciphertext that lost its end has a length that Base64 never has', async () => {
    const cut = mine.body.replace(/("ciphertext":"[^"]*)[^"]{10}"/, '$1"');
    const { unsealed } = await inspect({ text: text(cut), keys: [...keys, other] });
    expect(unsealed).toMatchObject([{ opened: false, why: 'too-short' }]);
  });
});

describe('XML as a text of JSON', () => {
  const refund = `<xml><return_code>SUCCESS</return_code><appid>wx1</appid><mch_id>1900000109</mch_id><req_info>${'QUJD'.repeat(16)}</req_info></xml>`;

  test('a refund, which has no signature, is looked for there too', async () => {
    const { claim, unsealed } = await inspect({ text: JSON.stringify({ time: 1, body: refund }), keys: [] });
    expect(claim?.dialect).toBe('wechatpay-v2-refund');
    expect(unsealed).toMatchObject([{ name: 'req_info', why: 'no-secret' }]);
  });

  test.each([{ body: '' }, { headers: { 'Content-Type': 'text/xml' }, body: '' }])(
    'a document type in it is refused as such: %o',
    async (log) => {
      const body = `<!DOCTYPE xml []><xml><appid>wx1</appid><sign>${'A'.repeat(32)}</sign></xml>`;
      const { verdict, reading } = await inspect({ text: JSON.stringify({ ...log, body }), keys: [] });
      expect(verdict.reason).toBe('unreadable');
      expect(reading.unreadable).toEqual({ why: 'doctype' });
    },
  );
});

test.each(['', null])('an empty body (%o) under its headers in a log was read before, or never kept', async (body) => {
  const headers = { ...asObject(make(44)), 'content-length': '935' };
  const { verdict, diagnosis } = await inspect({ text: JSON.stringify({ level: 'info', headers, body }), keys });
  expect(verdict.indication).toBe('failed');
  expect(diagnosis?.causes[0]).toMatchObject({ id: 'superglobals-empty', alternatives: ['body-not-parsed'], proof: 'structure' });
});

test('an exception that has the nonce before the timestamp says what was exchanged', async () => {
  const { timestamp, nonce, body, signature, serial } = make(45);
  const text = `ValidationException: signature verification failed, signType[WECHATPAY2-SHA256-RSA2048]\tserial[${serial}] message[${nonce}\n${timestamp}\n${body}\n] sign[${signature}]`;
  const { verdict, diagnosis } = await inspect({ text, keys });
  expect(verdict.reason).toBe('content-explained');
  expect(diagnosis?.causes[0]).toMatchObject({ id: 'v3-header-loss', proof: 'digest' });
});

/**
 * Each mistake with WeChat Pay's messages, made forwards: a good message is signed, then spoilt as the catalogue says that servers,
 * logs and people spoil it. Written without a look at the suspects that undo them.
 */
import { createHash } from 'node:crypto';
import { makeRandom, pick } from './notification.ts';
import type { Pairs, Signer } from './notification.ts';
import { contentOfV2, forms, hashV2, linesOf, makeKey, makeV2, makeV3, renderXml, signV2, signV3 } from './wechat.ts';
import type { V3, V3Message } from './wechat.ts';

export interface Made {
  readonly text: string;
  readonly keys: readonly string[];
  readonly served?: string;
}

export interface Ground {
  readonly signer: Signer;
  readonly other: Signer;
}

/** Null where this message cannot be spoilt so. */
export type Mistake = (ground: Ground, random: () => number) => Made | null;

type Body = Readonly<Record<string, unknown>> & { readonly resource: Readonly<Record<string, unknown>> };

const parse = (body: string): Body => JSON.parse(body) as Body;
const camel = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const ascii = (text: string): string => text.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

function mapKeys(value: unknown, change: (entries: [string, unknown][]) => [string, unknown][]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(change(Object.entries(value)).map(([name, inner]) => [name, mapKeys(inner, change)]));
}

const sorted = (value: unknown): unknown => mapKeys(value, (entries) => entries.sort(([a], [b]) => (a < b ? -1 : 1)));
const shuffledKeys = (value: unknown, random: () => number): unknown =>
  mapKeys(value, (entries) =>
    entries
      .map((entry) => [random(), entry] as const)
      .sort(([a], [b]) => a - b)
      .map(([, entry]) => entry),
  );

/** What json.dumps writes. */
const python = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? `{${Object.entries(value)
        .map(([name, inner]) => `${JSON.stringify(name)}: ${python(inner)}`)
        .join(', ')}}`
    : ascii(JSON.stringify(value));

/** Frameworks that parse and write again, each in its own way. */
const frameworks: readonly ((body: string, random: () => number) => string)[] = [
  (body) => JSON.stringify(sorted(parse(body))),
  (body, random) => JSON.stringify(shuffledKeys(parse(body), random)),
  (body) => JSON.stringify(mapKeys(parse(body), (entries) => entries.map(([name, value]) => [camel(name), value]))),
  (body, random) =>
    JSON.stringify(
      shuffledKeys(
        mapKeys(parse(body), (entries) => entries.map(([name, value]) => [camel(name), value])),
        random,
      ),
    ),
  (body) => ascii(body).replaceAll('/', '\\/'),
  (body) => body.replaceAll('/', '\\/'),
  (body) => ascii(body),
  (body) => python(parse(body)),
  (body) => python(sorted(parse(body))),
  (body) => JSON.stringify(parse(body), null, 2),
  (body) => JSON.stringify(parse(body), null, 4).replace(/\n/g, '\r\n'),
  (body) => JSON.stringify(sorted(parse(body)), null, '\t'),
  (body) => `\ufeff${body}`,
];

/** Those that leave no text escaped. */
const WRITERS = [frameworks[0], frameworks[2], frameworks[9], frameworks[8], frameworks[4]] as (typeof frameworks)[number][];

/** A mistake with the message's parts, pasted in any form that can carry it. */
const onV3 =
  (change: (message: V3Message, random: () => number) => V3Message | null, only?: readonly (keyof typeof forms)[]): Mistake =>
  ({ signer }, random) => {
    const message = signV3(makeV3(random), signer);
    const changed = change(message, random);
    if (!changed || JSON.stringify(changed) === JSON.stringify(message)) return null;
    const form = pick(random, only ?? (Object.keys(forms) as (keyof typeof forms)[]));
    const text = forms[form](changed, random);
    // At the very front of a paste a byte order mark is the file's own.
    return text.startsWith('\ufeff') ? null : { text, keys: [signer.publicKey] };
  };

const withBody =
  (change: (body: string, random: () => number) => string) =>
  (message: V3Message, random: () => number): V3Message => ({ ...message, body: change(message.body, random) });

/** What the server hashed stands in the second box; the paste is whole. */
const servedV3 =
  (content: (message: V3, random: () => number) => string): Mistake =>
  ({ signer }, random) => {
    const message = signV3(makeV3(random), signer);
    const form = pick(random, Object.keys(forms) as (keyof typeof forms)[]);
    return { text: forms[form](message, random), keys: [signer.publicKey], served: content(message, random) };
  };

const onV2 =
  (
    change: (pairs: Pairs, random: () => number) => Pairs | null,
    before: (pairs: Pairs, random: () => number) => Pairs = (pairs) => pairs,
  ): Mistake =>
  (_, random) => {
    const key = makeKey(random);
    const signed = signV2(before(makeV2(random), random), key, random() < 0.5 ? 'md5' : 'hmac');
    const changed = change(signed, random);
    return changed && JSON.stringify(changed) !== JSON.stringify(signed) ? { text: renderXml(changed, random), keys: [key] } : null;
  };

/** `content` as the server built it; sometimes with the key at its end, sometimes only the signature that came of it. */
const servedV2 =
  (content: (pairs: Pairs) => string, before: (pairs: Pairs, random: () => number) => Pairs = (pairs) => pairs): Mistake =>
  (_, random) => {
    const key = makeKey(random);
    const hash = random() < 0.5 ? 'md5' : 'hmac';
    const signed = signV2(before(makeV2(random), random), key, hash);
    const own = content(signed.filter(([name]) => name !== 'sign'));
    const served = pick(random, [own, `${own}&key=${key}`, hashV2(own, key, hash), hashV2(own, key, hash).toLowerCase()]);
    return { text: renderXml(signed, random), keys: [key], served };
  };

const set = (pairs: Pairs, name: string, to: string): Pairs => pairs.map((pair) => (pair[0] === name ? [name, to] : pair));
const value = (pairs: Pairs, name: string): string => pairs.find(([each]) => each === name)?.[1] ?? '';
const joined = (pairs: Pairs): string =>
  [...pairs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => `${name}=${text}`)
    .join('&');

/** By id of the catalogue. */
export const mistakes: Readonly<Record<string, Mistake>> = {
  'v3-body-reserialised': onV3(
    withBody((body, random) => pick(random, frameworks)(body, random)),
    ['http', 'headers then body', 'body then headers', 'JSON log', 'curl'],
  ),
  'v3-missing-field': onV3(
    withBody((body, random) => {
      const { resource, ...rest } = parse(body);
      const name = pick(random, ['summary', 'summary', 'summary', 'associated_data', 'original_type', 'resource_type']);
      const without = (value: Readonly<Record<string, unknown>>): Record<string, unknown> =>
        Object.fromEntries(Object.entries(value).filter(([each]) => each !== name));
      const whole = { ...without(rest), resource: without(resource) };
      return JSON.stringify(random() < 0.5 ? whole : sorted(whole));
    }),
  ),
  'v3-charset': onV3(
    withBody((body, random) =>
      pick(random, [
        (text: string) => Buffer.from(text, 'utf8').toString('latin1'),
        (text: string) => new TextDecoder('gbk').decode(Buffer.from(text, 'utf8')),
        (text: string) => text.replace(/[^\0-\x7f]/g, '?'),
        (text: string) => text.replace(/[^\0-\x7f]/g, '\ufffd'),
        (text: string) => new TextDecoder('windows-1252').decode(Buffer.from(text, 'utf8')),
      ])(body),
    ),
  ),
  'v3-header-loss': onV3((message, random) =>
    pick(random, [
      (it: V3Message): V3Message => ({ ...it, timestamp: it.nonce, nonce: it.timestamp }),
      (it: V3Message): V3Message => ({ ...it, timestamp: `${it.timestamp}000` }),
      (it: V3Message): V3Message => ({ ...it, nonce: it.serial, serial: it.nonce }),
    ])(message),
  ),
  'wechat-signtest': onV3((message) => ({ ...message, signature: `WECHATPAY/SIGNTEST/${message.signature.slice(19)}` })),
  'v3-wrong-cert': ({ signer, other }, random) => {
    const message = signV3(makeV3(random), signer);
    const form = pick(random, Object.keys(forms) as (keyof typeof forms)[]);
    return { text: forms[form](message, random), keys: [other.publicKey] };
  },
  'v3-body-newlines': servedV3((message, random) =>
    pick(random, [
      linesOf(message).slice(0, -1),
      `${linesOf(message)}\n`,
      linesOf(message).replace(/\n/g, '\r\n'),
      linesOf(message).replace(/\n/g, '\\n'),
      `${message.timestamp}\n${message.nonce}\n${message.body}\n\n`,
      linesOf({ ...message, body: `${message.body}\r` }),
    ]),
  ),
  'v2-hash-type': (_, random) => {
    const key = makeKey(random);
    const pairs = makeV2(random);
    const hash = random() < 0.5 ? 'md5' : 'hmac';
    const wrong = hashV2(contentOfV2(pairs), key, hash === 'md5' ? 'hmac' : 'md5');
    return { text: renderXml(signV2(pairs, key, hash), random), keys: [key], served: random() < 0.5 ? wrong : wrong.toLowerCase() };
  },
  'v2-signtype-removed': servedV2(
    (pairs) => contentOfV2(pairs.filter(([name]) => name !== 'sign_type')),
    (pairs, random) => [...pairs, ['sign_type', random() < 0.5 ? 'MD5' : 'HMAC-SHA256']],
  ),
  'v2-empty': servedV2(
    (pairs) => joined(pairs),
    (pairs, random) => (random() < 0.5 ? set(pairs, 'attach', '') : [...set(pairs, 'attach', ''), ['device_info', '']]),
  ),
  'v2-unknown-fields': onV2((pairs, random) => {
    const lost = pick(random, ['cash_fee', 'is_subscribe', 'fee_type', 'trade_type', 'bank_type', 'result_code']);
    const guessable = lost !== 'cash_fee' || value(pairs, 'cash_fee') === value(pairs, 'total_fee');
    return guessable ? pairs.filter(([name]) => name !== lost) : null;
  }),
  'v2-trim-cdata': onV2(
    (pairs, random) => {
      const escape = random() < 0.5 ? (text: string) => text.replaceAll('"', '&quot;') : (text: string) => text.trim();
      return pairs.map(([name, text]) => [name, escape(text)]);
    },
    (pairs, random) => set(pairs, 'attach', pick(random, ['支付 ', ' 支付', '{"a":"b"}', '备注 "红"'])),
  ),
  'v2-wrong-key': (_, random) => ({
    text: renderXml(signV2(makeV2(random), makeKey(random), random() < 0.5 ? 'md5' : 'hmac'), random),
    keys: [makeKey(random)],
  }),
};

/** A message of an event whose summary stands in no table. */
const unlisted = (message: V3): V3 => ({
  ...message,
  body: message.body.replace(/"event_type":"[^"]*","summary":"[^"]*"/, '"event_type":"PARKING.NEW_RULE","summary":"停车规则已经更新"'),
});

const onUnlisted =
  (change: (body: string) => string): Mistake =>
  ({ signer }, random) => {
    const message = signV3(unlisted(makeV3(random)), signer);
    return { text: forms[pick(random, HEADED)]({ ...message, body: change(message.body) }, random), keys: [signer.publicKey] };
  };

const HEADED = ['http', 'headers then body', 'JSON log', 'curl'] as const;
const entities = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const moment = (body: string): number => Date.parse(parse(body)['create_time'] as string);
const retimed =
  (time: (ms: number) => unknown) =>
  (body: string): string =>
    JSON.stringify(sorted({ ...parse(body), create_time: time(moment(body)) }));
const inCiphertext = (body: string, change: (text: string) => string): string => {
  const text = String(parse(body).resource['ciphertext']);
  return body.replace(text, change(text));
};
const latin = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
const hexOf = (char: string): string => `\\x${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** Other mistakes, by what happened; the first of the named group must be among the ids. */
export const others: Readonly<Record<string, { readonly ids: readonly string[]; readonly make: Mistake }>> = {
  'v3: values rotated through the headers, the signature among them': {
    ids: ['v3-header-loss'],
    make: onV3((message, random) =>
      pick(random, [
        (it: V3Message): V3Message => ({ ...it, signature: it.serial, serial: it.signature }),
        (it: V3Message): V3Message => ({ ...it, signature: it.timestamp, timestamp: it.signature }),
        (it: V3Message): V3Message => ({ ...it, signature: it.nonce, nonce: it.signature }),
        (it: V3Message): V3Message => ({
          timestamp: it.nonce,
          nonce: it.signature,
          signature: it.serial,
          serial: it.timestamp,
          body: it.body,
        }),
      ])(message),
    ),
  },
  'v3: the nonce of the resource, or the id, in the header': {
    ids: ['v3-header-loss'],
    make: onV3((message, random) => ({
      ...message,
      nonce: random() < 0.5 ? String(parse(message.body).resource['nonce']) : String(parse(message.body)['id']),
    })),
  },
  'v3: a header twice, joined by a proxy': {
    ids: ['v3-header-loss'],
    make: onV3((message, random) => {
      const twice = (text: string): string => `${text},${random() < 0.5 ? ' ' : ''}${text}`;
      return random() < 0.5 ? { ...message, nonce: twice(message.nonce) } : { ...message, signature: twice(message.signature) };
    }, HEADED),
  },
  'v3: a header lost, empty, or null': {
    ids: ['v3-header-loss'],
    make: ({ signer }, random) => {
      const text = forms.http(signV3(makeV3(random), signer), random);
      const name = pick(random, ['Nonce', 'Timestamp', 'Signature']);
      const line = new RegExp(`Wechatpay-${name}: .*\r\n`);
      return {
        text: text.replace(line, pick(random, ['', `Wechatpay-${name}: null\r\n`, `Wechatpay-${name}: \r\n`])),
        keys: [signer.publicKey],
      };
    },
  },
  'v3: a member that came twice': {
    ids: ['duplicate-key'],
    make: onV3(
      withBody((body, random) =>
        random() < 0.5 ? body.replace('"summary":', '"summary":"x","summary":') : body.replace(/("nonce":"[^"]*")/, '$1,"nonce":"x"'),
      ),
      HEADED,
    ),
  },
  'v2: escaped and trimmed': {
    ids: ['v2-trim-cdata'],
    make: onV2(
      (pairs, random) => {
        const bent = pick(random, [
          (text: string) => entities(text).trim(),
          (text: string) => entities(text.replace(/["'\\]/g, '\\$&')),
          (text: string) => text.replace(/["'\\]/g, '\\$&').trim(),
        ]);
        return set(pairs, 'attach', bent(value(pairs, 'attach')));
      },
      (pairs, random) => set(pairs, 'attach', random() < 0.5 ? '{"shop":"12"} ' : ' {"shop":"12"}'),
    ),
  },
  'v2: a long number that passed through a float': {
    ids: ['numbers-reformatted'],
    make: onV2((pairs, random) => {
      const name = pick(random, ['transaction_id', 'out_trade_no', 'mch_id']);
      const long = value(pairs, name);
      return /^[1-9]\d{11,}$/.test(long) ? set(pairs, name, Number(long).toExponential().toUpperCase()) : null;
    }),
  },
  'v3: the body read before, or not parsed': {
    ids: ['superglobals-empty', 'body-not-parsed'],
    make: onV3((message, random) => ({ ...message, body: pick(random, ['{}', 'null', 'Array', '[object Object]', '']) }), ['http']),
  },
  'v3: create_time written as a date': {
    ids: ['v3-body-reserialised'],
    make: onV3(
      withBody((body, random) =>
        pick(random, [
          retimed((ms) => ms),
          retimed((ms) => ms / 1000),
          retimed((ms) => new Date(ms).toISOString()),
          retimed((ms) => new Date(ms).toISOString().replace('.000Z', 'Z')),
          retimed((ms) => new Date(ms).toISOString().replace('Z', '+0000')),
          retimed((ms) => new Date(ms + 8 * 3600e3).toISOString().slice(0, 19).replace('T', ' ')),
        ])(body),
      ),
      HEADED,
    ),
  },
  'v3: plus signs of the ciphertext became blanks': {
    ids: ['plus-to-space-value'],
    make: onV3(
      withBody((body) => inCiphertext(body, (text) => text.replaceAll('+', ' '))),
      HEADED,
    ),
  },
  'v3: the plus sign of the time became a blank': {
    ids: ['plus-to-space-value'],
    make: onV3(
      withBody((body, random) => {
        const spoilt = body.replace('+08:00', ' 08:00');
        return random() < 0.5 ? spoilt : inCiphertext(spoilt, (text) => text.replaceAll('+', ' '));
      }),
      HEADED,
    ),
  },
  'v3: slashes of the signature escaped by a log': {
    ids: ['v3-header-loss'],
    make: onV3((message) => ({ ...message, signature: message.signature.replaceAll('/', '\\/') }), ['http', 'headers then body', 'curl']),
  },
  'v3: the ciphertext in the alphabet of addresses': {
    ids: ['base64-url-safe'],
    make: onV3(
      withBody((body) => inCiphertext(body, (text) => text.replaceAll('+', '-').replaceAll('/', '_'))),
      HEADED,
    ),
  },
  'v3: two members missing': {
    ids: ['v3-missing-field'],
    make: onV3(
      withBody((body, random) => {
        const { resource, ...rest } = parse(body);
        const lost = pick(random, [
          ['summary', 'original_type'],
          ['summary', 'resource_type'],
          ['associated_data', 'original_type'],
          ['summary', 'algorithm'],
        ]);
        const without = (value: Readonly<Record<string, unknown>>): Record<string, unknown> =>
          Object.fromEntries(Object.entries(value).filter(([name]) => !lost.includes(name)));
        return JSON.stringify({ ...without(rest), resource: without(resource) });
      }),
      HEADED,
    ),
  },
  'v3: two members added': {
    ids: ['v3-body-reserialised'],
    make: onV3(
      withBody((body, random) =>
        JSON.stringify({ ...parse(body), decrypted: null, ...(random() < 0.5 ? { raw: '' } : { plain: { a: 1 } }) }),
      ),
      HEADED,
    ),
  },
  'v3: a summary that no table has is missing': {
    ids: ['v3-missing-field'],
    make: onUnlisted((body) => body.replace(/"summary":"[^"]*",/, '')),
  },
  'v3: a summary that no table has is destroyed': {
    ids: ['v3-charset'],
    make: onUnlisted((body) => body.replace(/[^\0-\x7f]/g, '?')),
  },
  'v3: read as Latin-1, twice': { ids: ['v3-charset'], make: onUnlisted((body) => latin(latin(body))) },
  'v3: the body as the one name of a form': {
    ids: ['content-not-decoded'],
    make: onV3(
      withBody((body) => `${encodeURIComponent(body)}=`),
      ['http', 'headers then body'],
    ),
  },
  'v3: quotes escaped twice for a page': {
    ids: ['html-entity-quotes'],
    make: onV3(
      withBody((body) => body.replaceAll('"', '&amp;quot;')),
      ['http', 'headers then body'],
    ),
  },
  'v3: escapes of nginx inside a JSON log': {
    ids: ['nginx-hex-escape'],
    make: onV3(
      withBody((body) => latin(body).replace(/["\\\x80-\xff]/g, hexOf)),
      ['JSON log'],
    ),
  },
  'two signatures that differ': {
    ids: ['duplicate-key'],
    make: (ground, random) => {
      const { signer, other } = ground;
      if (random() < 0.5) {
        const key = makeKey(random);
        const pairs = signV2(makeV2(random), key, 'md5');
        return { text: renderXml([...pairs, ['sign', hashV2('a=b', key, 'md5')]], random), keys: [key] };
      }
      const message = signV3(makeV3(random), signer);
      const second = other.sign(Buffer.from('a'));
      return {
        text: forms.http(message, random).replace('Host:', `Host: a.cn\r\nWechatpay-Signature: ${second}\r\nX-Host:`),
        keys: [signer.publicKey],
      };
    },
  },
  'v3: a header twice, each with a value of its own': {
    ids: ['duplicate-key'],
    make: ({ signer }, random) => {
      const message = signV3(makeV3(random), signer);
      const text = forms.http(message, random);
      const [name, other] = pick(random, [
        ['Timestamp', String(Number(message.timestamp) + 7)],
        ['Timestamp', '1'],
        ['Nonce', makeKey(random)],
        ['Serial', makeKey(random).slice(0, 40)],
      ] as const);
      const line = `Wechatpay-${name}: ${other}\r\n`;
      return {
        text: random() < 0.5 ? text.replace('Host:', `${line}Host:`) : text.replace('\r\n\r\n', `\r\n${line}\r\n`),
        keys: [signer.publicKey],
      };
    },
  },
  'message callback: Encrypt still encoded for an address': {
    ids: ['content-not-decoded'],
    make: (_, random) => {
      const [token, nonce] = [makeKey(random), String(100_000_000 + Math.floor(random() * 9e8))];
      const encrypt = String(parse(makeV3(random).body).resource['ciphertext']);
      const timestamp = '1409659589';
      const sign = createHash('sha1').update([token, timestamp, nonce, encrypt].sort().join('')).digest('hex');
      const body = `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><Encrypt><![CDATA[${encodeURIComponent(encrypt)}]]></Encrypt></xml>`;
      const address = `/wx?msg_signature=${sign}&timestamp=${timestamp}&nonce=${nonce}`;
      return { text: `POST ${address} HTTP/1.1\r\nHost: a.cn\r\nContent-Type: text/xml\r\n\r\n${body}`, keys: [token] };
    },
  },
  ...v2Values(),
  ...secondBox(),
};

/** What the server hashed, as text and as digest, while the paste is whole. */
function secondBox(): Readonly<Record<string, { readonly ids: readonly string[]; readonly make: Mistake }>> {
  const sha = (text: string, random: () => number): string =>
    pick(random, [text, createHash('sha256').update(text).digest('hex'), createHash('sha256').update(text).digest('base64')]);
  const html = (text: string): string => text.replace(/[<>&=']/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const order = (names: readonly string[], pairs: Pairs): string =>
    names
      .flatMap((name) => pairs.filter((pair) => pair[0] === name))
      .map(([name, text]) => `${name}=${text}`)
      .join('&');
  return {
    'second box, v3: lines ended or begun otherwise': {
      ids: ['v3-body-newlines'],
      make: servedV3((message, random) => {
        const { timestamp, nonce, body } = message;
        const text = pick(random, [
          linesOf(message).replaceAll('\n', '\r'),
          `\n${linesOf(message)}`,
          linesOf(message).replaceAll('\n', ' '),
          `${timestamp}${nonce}\n${body}\n`,
          body,
        ]);
        return sha(text, random);
      }),
    },
    'second box, v3: another nonce': {
      ids: ['v3-header-loss'],
      make: servedV3((message, random) => {
        const nonce = pick(random, ['null', '', message.serial, String(parse(message.body).resource['nonce'])]);
        return sha(linesOf({ ...message, nonce }), random);
      }),
    },
    'second box, v3: no body': {
      ids: ['superglobals-empty', 'body-not-parsed'],
      make: servedV3((message, random) => sha(linesOf({ ...message, body: pick(random, ['', '{}', 'null']) }), random)),
    },
    'second box, v3: the body written again, as digest': {
      ids: ['v3-body-reserialised'],
      make: servedV3((message, random) => {
        const tree = parse(message.body);
        const renamed = mapKeys(tree, (entries) => entries.map(([name, inner]): [string, unknown] => [camel(name), inner]));
        const body = pick(
          random,
          [
            JSON.stringify(sorted(renamed)),
            python(sorted(tree)),
            html(JSON.stringify(tree)),
            JSON.stringify(tree, null, 2).replace(/\n/g, '\r\n'),
            JSON.stringify(renamed, null, '\t'),
            // What Go escapes need not be there: then nothing was written otherwise.
          ].filter((text) => text !== message.body),
        );
        return createHash('sha256')
          .update(linesOf({ ...message, body }))
          .digest('hex');
      }),
    },
    'second box, v2: hashed with a key that is another': {
      ids: ['v2-wrong-key'],
      make: (_, random) => {
        const [key, other] = [makeKey(random), makeKey(random)];
        const hash = random() < 0.5 ? 'md5' : 'hmac';
        const signed = signV2(makeV2(random), key, hash);
        const digest = random() < 0.5;
        const content = contentOfV2(signed);
        return {
          text: renderXml(signed, random),
          keys: digest ? [key, other] : [key],
          served: digest ? hashV2(content, other, hash) : `${content}&key=${other}`,
        };
      },
    },
    'second box, v2: out of order': {
      ids: ['sort-order'],
      make: servedV2((pairs) => order([...pairs.map(([name]) => name)].sort().reverse(), pairs)),
    },
    'second box, v2: the frame of a value kept': {
      ids: ['v2-trim-cdata'],
      make: servedV2((pairs) => contentOfV2(pairs.map(([name, text]) => [name, name === 'attach' ? `<![CDATA[${text}]]>` : text]))),
    },
    'second box, v2: values trimmed, or their quotes escaped': {
      ids: ['v2-trim-cdata'],
      make: servedV2(
        (pairs) => contentOfV2(pairs.map(([name, text]) => [name, text.trim().replaceAll('"', '&quot;')])),
        (pairs, random) => set(pairs, 'attach', pick(random, [' 会员 ', '{"a":1}'])),
      ),
    },
    'second box, v2: a map that lost sign_type': {
      ids: ['v2-signtype-removed'],
      make: (_, random) => {
        const key = makeKey(random);
        const signed = signV2([...makeV2(random), ['sign_type', 'MD5']], key, 'md5');
        const map = signed.filter(([name]) => name !== 'sign_type' && (name !== 'sign' || random() < 0.5));
        return { text: renderXml(signed, random), keys: [key], served: JSON.stringify(Object.fromEntries(map)) };
      },
    },
    'second box, v2: values encoded': {
      ids: ['content-not-decoded', 'double-url-decode', 'java-urlencode'],
      make: servedV2((pairs) => contentOfV2(pairs.map(([name, text]) => [name, encodeURIComponent(text)]))),
    },
    'second box, v2: the sign kept': {
      // v2 signs `sign_type`: what is too much is the signature.
      ids: ['app-added-param'],
      make: (_, random) => {
        const key = makeKey(random);
        const signed = signV2(makeV2(random), key, 'md5');
        const content = joined(signed);
        return { text: renderXml(signed, random), keys: [key], served: random() < 0.5 ? content : hashV2(content, key, 'md5') };
      },
    },
  };
}

const withoutMember = (body: string, name: string): string => {
  const without = (value: Readonly<Record<string, unknown>>): Record<string, unknown> =>
    Object.fromEntries(Object.entries(value).filter(([each]) => each !== name));
  const { resource, ...rest } = parse(body);
  return JSON.stringify({ ...without(rest), resource: without(resource) });
};

/** Two mistakes in one message: each of the ids must be in the group of some finding. */
export const pairs: Readonly<Record<string, { readonly ids: readonly string[]; readonly make: Mistake }>> = {
  'v3: a member missing from a body that was written again': {
    ids: ['v3-missing-field', 'v3-body-reserialised'],
    make: onV3(
      withBody((body, random) =>
        pick(random, WRITERS)(withoutMember(body, pick(random, ['summary', 'original_type', 'associated_data'])), random),
      ),
      HEADED,
    ),
  },
  'v3: the signature in another header, and damaged': {
    ids: ['v3-header-loss', 'sign-plus-to-space', 'sign-equals-lost'],
    make: onV3((message, random) => {
      const signature = message.signature.replace(/\+/g, ' ').replace(/=+$/, '');
      if (!signature.includes(' ') || !message.signature.endsWith('=')) return null;
      return random() < 0.5
        ? { ...message, serial: signature, signature: message.serial }
        : { ...message, nonce: signature, signature: message.nonce };
    }, HEADED),
  },
  'v3: letters destroyed in a body that was written again': {
    ids: ['v3-charset', 'v3-body-reserialised'],
    make: onV3(
      withBody((body, random) => {
        const destroy = pick(random, [
          latin,
          (text: string) => new TextDecoder('gbk').decode(Buffer.from(text, 'utf8')),
          (text: string) => text.replace(/[^\0-\x7f]/g, '?'),
          (text: string) => text.replace(/[^\0-\x7f]/g, '\ufffd'),
        ]);
        return destroy(pick(random, [...WRITERS.slice(0, 3)])(body, random));
      }),
      HEADED,
    ),
  },
  'second box, v3: a member missing from a body that was written again': {
    ids: ['v3-missing-field', 'v3-body-reserialised'],
    make: servedV3((message, random) =>
      linesOf({ ...message, body: pick(random, WRITERS)(withoutMember(message.body, 'summary'), random) }),
    ),
  },
};

const BOX_BODIES: readonly (readonly [id: string, change: (body: string) => string])[] = [
  ['v3-body-reserialised', (body) => JSON.stringify(sorted(parse(body)))],
  [
    'v3-body-reserialised',
    (body) => JSON.stringify(mapKeys(parse(body), (entries) => entries.map(([name, inner]) => [camel(name), inner]))),
  ],
  ['v3-missing-field', (body) => withoutMember(body, 'summary')],
  ['v3-charset', latin],
  ['v3-charset', (body) => body.replace(/[^\0-\x7f]/g, '?')],
];
const BOX_FRAMES: readonly (readonly [id: string, frame: (message: V3) => string])[] = [
  ['v3-body-newlines', (message) => linesOf(message).slice(0, -1)],
  ['v3-body-newlines', (message) => linesOf(message).replace(/\n/g, '\r\n')],
  ['v3-header-loss', (message) => linesOf({ ...message, timestamp: message.nonce, nonce: message.timestamp })],
  ['v3-header-loss', (message) => linesOf({ ...message, nonce: /"nonce":"([^"]+)"/.exec(message.body)?.[1] ?? '' })],
];

/** A body that was changed and a text that was built wrongly, in the second box. Digests: where the body was written again. */
export const boxPairs: readonly { readonly ids: readonly string[]; readonly make: Mistake }[] = BOX_BODIES.flatMap(([a, change]) =>
  BOX_FRAMES.map(([b, frame]) => ({
    ids: [a, b],
    make: servedV3((message, random) => {
      const text = frame({ ...message, body: change(message.body) });
      const digest = a === 'v3-body-reserialised' || text.endsWith('}') || text.includes('\r\n');
      return digest && random() < 0.5 ? createHash('sha256').update(text).digest('hex') : text;
    }),
  })),
);

type Change = (text: string) => string;

/** What befalls a text of the merchant's in v2, by what it does to it. */
function v2Values(): Readonly<Record<string, { readonly ids: readonly string[]; readonly make: Mistake }>> {
  const inAttach = (texts: readonly string[], change: Change): Mistake =>
    onV2(
      (pairs) => set(pairs, 'attach', change(value(pairs, 'attach'))),
      (pairs, random) => set(pairs, 'attach', pick(random, texts)),
    );
  const wide: Change = (text) => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
  const camelAll = (pairs: Pairs): Pairs => pairs.map(([name, text]) => [camel(name), text]);
  const pascalAll = (pairs: Pairs): Pairs => camelAll(pairs).map(([name, text]) => [name.charAt(0).toUpperCase() + name.slice(1), text]);
  const upperAll = (pairs: Pairs): Pairs => pairs.map(([name, text]) => [name.toUpperCase(), text]);
  const clock = (text: string, between: string): string => text.replace(/(....)(..)(..)(..)(..)(..)/, `$1-$2-$3${between}$4:$5:$6`);
  return {
    'v2: plus signs became blanks': { ids: ['plus-to-space-value'], make: inAttach(['a+b', '1+1=2'], (text) => text.replaceAll('+', ' ')) },
    'v2: a text that was sent encoded, decoded': {
      ids: ['double-url-decode'],
      make: inAttach([encodeURIComponent('店 1'), encodeURIComponent('a=1&b=2')], decodeURIComponent),
    },
    'v2: full-width letters': { ids: ['unicode-normalised'], make: inAttach(['ABC(1)', '[a]'], wide) },
    'v2: blanks run together': {
      ids: ['whitespace-collapsed', 'v2-trim-cdata'],
      make: inAttach(['a  b', '甲  乙'], (text) => text.replace(/ +/g, ' ')),
    },
    'v2: a line break lost': {
      ids: ['whitespace-collapsed', 'v2-trim-cdata'],
      make: inAttach(['第一行\n第二行'], (text) => text.replace('\n', '')),
    },
    'v2: no-break blanks and signs without width': {
      ids: ['nbsp-zero-width', 'v2-trim-cdata'],
      make: inAttach(['a b', '甲 乙 丙'], (text) => text.replace(' ', '\u00a0').replace(/$/, '\u200b')),
    },
    'v2: JSON written again': {
      ids: ['json-reserialised-values'],
      make: inAttach(['{"a":1,"b":"x/y"}', '{"id":"7","n":"甲"}'], (text) => python(JSON.parse(text)).replaceAll('/', '\\/')),
    },
    'v2: quotes turned into apostrophes': { ids: ['v2-trim-cdata'], make: inAttach(['{"a":"b"}'], (text) => text.replaceAll('"', "'")) },
    'v2: entities escaped twice': {
      ids: ['v2-trim-cdata'],
      make: inAttach(['a=1&b=2', '<b>'], (text) => text.replaceAll('&', '&amp;amp;').replaceAll('<', '&amp;lt;')),
    },
    'v2: names of a bean': {
      ids: ['field-renamed-case'],
      make: onV2((pairs, random) => pick(random, [camelAll, pascalAll, upperAll])(pairs)),
    },
    'v2: the time written otherwise': {
      ids: ['datetime-reformatted'],
      make: onV2((pairs, random) =>
        set(pairs, 'time_end', pick(random, [clock(value(pairs, 'time_end'), ' '), `${clock(value(pairs, 'time_end'), 'T')}+08:00`])),
      ),
    },
    'v2: two parameters added': {
      ids: ['own-query-param', 'app-added-param'],
      make: onV2((pairs) => [...pairs, ['token', 'abc'], ['lang', 'zh']]),
    },
    'v2: an element twice': {
      ids: ['duplicate-key'],
      make: onV2((pairs, random) => (random() < 0.5 ? [...pairs, ['attach', '另一个']] : [['attach', '另一个'], ...pairs])),
    },
    'v2: a text destroyed': {
      ids: ['mojibake-lossy', 'latin1-redecode'],
      make: inAttach(['支付测试'], (text) => text.replace(/./g, '\ufffd')),
    },
  };
}

/** Random damage that no cause explains: a digit of the content is another one, wherever it stands. */
export const corruptions: Readonly<Record<string, Mistake>> = {
  'v3: one character of the ciphertext': onV3(
    withBody((body, random) => {
      const at = body.indexOf('"ciphertext":"') + 20 + Math.floor(random() * 200);
      return body.slice(0, at) + (body[at] === 'A' ? 'B' : 'A') + body.slice(at + 1);
    }),
  ),
  'v3: another summary, of another event': onUnlisted((body) => body.replace(/"summary":"[^"]*"/, '"summary":"支付失败"')),
  'v3: another id': onV3(withBody((body) => body.replace(/"id":"(.)/, (_, first: string) => `"id":"${first === '0' ? '1' : '0'}`))),
  'v3: another moment, days away': onV3((message) => ({ ...message, timestamp: String(Number(message.timestamp) + 271_828) })),
  'v3: another nonce': onV3((message, random) => ({ ...message, nonce: makeV3(makeRandom(Math.floor(random() * 1e9))).nonce })),
  'v2: another amount': onV2((pairs) => set(pairs, 'total_fee', `${value(pairs, 'total_fee')}7`)),
  'v2: another order': onV2((pairs) => set(pairs, 'out_trade_no', `${value(pairs, 'out_trade_no').slice(0, -1)}X`)),
};

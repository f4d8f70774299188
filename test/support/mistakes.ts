/**
 * Every mistake made on purpose, as the systems that make it do: the forward way, written independently of the product,
 * which only knows the way back. Each takes a good message and gives what a person would paste.
 */
import { contentOf, makeSigner, pick, renderForm, renderJson } from './notification.ts';
import type { Pairs, Signer } from './notification.ts';

export interface Made {
  readonly text: string;
  readonly keys: readonly string[];
  readonly served?: string;
  readonly inputs?: Readonly<Record<string, string>>;
}

export interface Good {
  readonly pairs: Pairs;
  readonly signer: Signer;
  readonly other: Signer;
}

/** @returns null where this message cannot suffer the mistake */
export type Mistake = (good: Good, random: () => number) => Made | null;

/** What a mistake does to parameters: `before` gives the message what the mistake needs, `change` makes it. */
export interface PairMistake {
  readonly change: (pairs: Pairs, random: () => number) => Pairs | null;
  readonly before: (pairs: Pairs, random: () => number) => Pairs;
  readonly rule: 'V1' | 'V2';
}

/** Those mistakes that are about parameters; they can befall one message together. */
export const pairMistakes = new Map<Mistake, PairMistake>();

/** Two mistakes, one after the other. */
export function both(first: Mistake, second: Mistake): Mistake | null {
  const [a, b] = [pairMistakes.get(first), pairMistakes.get(second)];
  if (!a || !b) return null;
  return onPairs(
    (pairs, random) => {
      const once = a.change(pairs, random);
      return once && b.change(once, random);
    },
    (pairs, random) => b.before(a.before(pairs, random), random),
    a.rule === 'V2' || b.rule === 'V2' ? 'V2' : 'V1',
  );
}

/** A mistake about the pairs after signing; the paste is a form body or JSON. */
function onPairs(change: PairMistake['change'], before: PairMistake['before'] = (pairs) => pairs, rule: 'V1' | 'V2' = 'V1'): Mistake {
  const mistake: Mistake = ({ pairs, signer }, random) => {
    const original = before(pairs, random);
    const signed: Pairs = [...original, ['sign', signer.sign(Buffer.from(contentOf(original, rule)))]];
    const changed = change(signed, random);
    if (changed === null || JSON.stringify(changed) === JSON.stringify(signed)) return null;
    const unique = new Set(changed.map(([name]) => name)).size === changed.length;
    return { text: unique && random() < 0.5 ? renderJson(changed) : renderForm(changed), keys: [signer.publicKey] };
  };
  pairMistakes.set(mistake, { change, before, rule });
  return mistake;
}

const value = (pairs: Pairs, name: string): string => pairs.find(([each]) => each === name)?.[1] ?? '';
const set = (pairs: Pairs, name: string, to: string): Pairs => pairs.map((pair) => (pair[0] === name ? [name, to] : pair));
const drop = (pairs: Pairs, ...names: readonly string[]): Pairs => pairs.filter(([name]) => !names.includes(name));
/** All values but the signature's. */
const each =
  (change: (text: string, name: string) => string) =>
  (pairs: Pairs): Pairs =>
    pairs.map(([name, text]) => [name, name === 'sign' ? text : change(text, name)]);
const insert = (pairs: Pairs, random: () => number, ...added: Pairs): Pairs => {
  const at = Math.floor(random() * pairs.length);
  return [...pairs.slice(0, at), ...added, ...pairs.slice(at)];
};

const html = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/'/g, '&#039;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const addslashes = (text: string): string => text.replace(/[\\"']/g, '\\$&');
const formDecode = (text: string): string => {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
};
const latin1 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
const asGbk = (text: string): string => new TextDecoder('gbk').decode(Buffer.from(text, 'utf8'));

/** By id of the catalogue. */
export const mistakes: Readonly<Record<string, Mistake>> = {
  'html-entity-quotes': onPairs(each(html)),
  'backslash-quotes': onPairs(each(addslashes)),
  'extra-framework-param': onPairs((pairs, random) =>
    insert(
      pairs,
      random,
      pick(random, [
        ['s', '/pay/notify'],
        ['_url', '/payment/alipay/notify'],
        ['q', '/ali-pay/callback'],
        ['controller', 'notify'],
        ['r', 'pay/notify'],
      ] as const),
    ),
  ),
  'own-query-param': onPairs((pairs, random) =>
    insert(pairs, random, ['orderId', '8842'], ...(random() < 0.5 ? [['shopCode', 'A7'] as const] : [])),
  ),
  'app-added-param': onPairs((pairs, random) =>
    insert(
      pairs,
      random,
      pick(random, [
        ['token', 'x1'],
        ['lang', 'zh-CN'],
        ['_t', '1700000000'],
      ] as const),
    ),
  ),
  'request-superglobal-cookies': onPairs((pairs, random) => insert(pairs, random, ['PHPSESSID', 'k3jh2g'], ['_ga', 'GA1.2.3'])),
  'space-to-plus-value': onPairs(each((text) => text.replaceAll(' ', '+'))),
  'plus-to-space-value': onPairs(
    (pairs) => set(pairs, 'subject', value(pairs, 'subject').replaceAll('+', ' ')),
    (pairs) => set(pairs, 'subject', `会员+${value(pairs, 'subject')}`),
  ),
  'double-url-decode': onPairs((pairs) => set(pairs, 'passback_params', formDecode(value(pairs, 'passback_params')))),
  'content-not-decoded': ({ pairs, signer }) => {
    const signed: Pairs = [...pairs, ['sign', signer.sign(Buffer.from(contentOf(pairs)))]];
    return {
      text: JSON.stringify(
        Object.fromEntries(signed.map(([name, text]) => [name, name === 'sign' ? text : encodeURIComponent(text).replace(/%20/g, '+')])),
      ),
      keys: [signer.publicKey],
    };
  },
  'trim-value': onPairs(
    each((text) => text.trim()),
    (pairs, random) => set(pairs, 'subject', random() < 0.5 ? ` ${value(pairs, 'subject')}` : `${value(pairs, 'subject')} `),
  ),
  'whitespace-collapsed': onPairs(
    each((text) => text.replace(/\s+/g, ' ')),
    (pairs, random) => set(pairs, 'body', pick(random, ['两件  包邮', '第一行\n第二行', '甲\t乙'])),
  ),
  'numbers-reformatted': onPairs(
    (pairs) => pairs.map(([name, text]) => [name, /_amount$/.test(name) ? String(Number(text)) : text]),
    (pairs) =>
      pairs.map(([name, text]) => [name, /^(total|receipt|invoice|buyer_pay)_amount$/.test(name) ? `${text.slice(0, -1)}0` : text]),
  ),
  'datetime-reformatted': onPairs((pairs, random) => {
    const iso = random() < 0.5;
    return pairs.map(([name, text]) => [
      name,
      /^gmt_|_time$/.test(name)
        ? iso
          ? `${text.replace(' ', 'T')}+08:00`
          : new Date(`${text.replace(' ', 'T')}+08:00`).toISOString()
        : text,
    ]);
  }),
  'null-literal': onPairs((pairs, random) => insert(pairs, random, ['memo', pick(random, ['null', 'undefined', 'None'])])),
  'empty-kept': onPairs((pairs, random) => insert(pairs, random, ['out_biz_no', ''], ['gmt_refund', ''])),
  'empty-dropped': onPairs(
    (pairs) => pairs.filter(([, text]) => text !== ''),
    (pairs) => set(pairs, 'body', ''),
  ),
  'param-missing': onPairs((pairs, random) =>
    drop(pairs, pick(random, ['version', 'notify_type', 'charset', 'auth_app_id', 'point_amount', 'fund_bill_list', 'buyer_pay_amount'])),
  ),
  'json-reserialised-values': onPairs((pairs) =>
    set(
      pairs,
      'fund_bill_list',
      value(pairs, 'fund_bill_list').replace(/"amount":"([^"]*)","fundChannel":"([^"]*)"/, '"fundChannel": "$2", "amount": "$1"'),
    ),
  ),
  'quotes-removed': onPairs(each((text) => text.replaceAll('"', ''))),
  'backslash-lost': onPairs(
    (pairs) => pairs.map(([name, text]) => [name, name === 'sign' ? text : text.replaceAll('\\', '')]),
    (pairs) => [
      ...drop(pairs, 'voucher_detail_list'),
      ['voucher_detail_list', '[{"amount":"1.00","memo":"a\\/b","name":"\\u4f18\\u60e0"}]'],
    ],
  ),
  'mojibake-latin1': onPairs(each(latin1)),
  'gbk-utf8-crossed': ({ pairs, signer }) => {
    const original = set(set(pairs, 'subject', '您好世界'), 'body', '订单支付');
    const signed: Pairs = [...original, ['sign', signer.sign(Buffer.from(contentOf(original)))]];
    return { text: renderJson(signed.map(([name, text]) => [name, name === 'sign' ? text : asGbk(text)])), keys: [signer.publicKey] };
  },
  'charset-gbk-as-utf8': ({ pairs, signer }, random) => {
    const declared = set(pairs, 'charset', pick(random, ['GBK', 'utf-8']));
    const bytes = gbkBytes(contentOf(declared));
    if (!bytes) return null;
    return { text: renderJson([...declared, ['sign', signer.sign(bytes)]]), keys: [signer.publicKey] };
  },
  'field-renamed-case': onPairs((pairs) =>
    pairs.map(([name, text]) => [
      name === 'sign' || name === 'sign_type' ? name : name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      text,
    ]),
  ),
  'duplicate-key': ({ pairs, signer }) => {
    const signed: Pairs = [...pairs, ['sign', signer.sign(Buffer.from(contentOf(pairs)))], ['out_trade_no', '123']];
    return { text: renderForm(signed), keys: [signer.publicKey] };
  },
  'decode-before-split': ({ pairs, signer }) => {
    const original = set(pairs, 'passback_params', 'shop=12&from=app&page=3');
    const signed: Pairs = [...original, ['sign', signer.sign(Buffer.from(contentOf(original)))]];
    const glued = signed.map(([name, text]) => `${name}=${text}`).join('&');
    return {
      text: renderJson(glued.split('&').map((piece) => [piece.slice(0, piece.indexOf('=')), piece.slice(piece.indexOf('=') + 1)])),
      keys: [signer.publicKey],
    };
  },
  'unicode-normalised': onPairs(
    each((text) => text.normalize('NFKC')),
    (pairs) => set(pairs, 'subject', '手机壳（黑色）：两件'),
  ),
  'smart-quotes': onPairs(each((text) => text.replace(/"([^"]*)"/g, '“$1”'))),
  'nbsp-zero-width': onPairs((pairs) =>
    pairs.map(([name, text]) => [name, /_time$|^gmt_/.test(name) ? text.replace(' ', '\u00a0') : text]),
  ),
  'sign-type-removed': onPairs((pairs) => drop(pairs, 'sign_type'), undefined, 'V2'),
  'tampered-or-test': onPairs((pairs) => set(pairs, 'total_amount', '0.01')),
  'sign-plus-to-space': ({ pairs, signer }) => {
    const sign = signer.sign(Buffer.from(contentOf(pairs)));
    return sign.includes('+') ? { text: renderJson([...pairs, ['sign', sign.replaceAll('+', ' ')]]), keys: [signer.publicKey] } : null;
  },
  'sign-still-encoded': ({ pairs, signer }) => ({
    text: renderJson([...pairs, ['sign', encodeURIComponent(signer.sign(Buffer.from(contentOf(pairs))))]]),
    keys: [signer.publicKey],
  }),
  'sign-equals-lost': ({ pairs, signer }) => ({
    text: renderForm([...pairs, ['sign', signer.sign(Buffer.from(contentOf(pairs))).replace(/=+$/, '')]]),
    keys: [signer.publicKey],
  }),
  'base64-url-safe': ({ pairs, signer }) => {
    const sign = signer.sign(Buffer.from(contentOf(pairs)));
    return {
      text: renderForm([...pairs, ['sign', sign.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')]]),
      keys: [signer.publicKey],
    };
  },
  'base64-linebreaks': ({ pairs, signer }) => ({
    text: renderJson([...pairs, ['sign', signer.sign(Buffer.from(contentOf(pairs))).replace(/(.{76})/g, '$1\r\n')]]),
    keys: [signer.publicKey],
  }),
  'sign-truncated': ({ pairs, signer }) => ({
    text: renderForm([...pairs, ['sign', signer.sign(Buffer.from(contentOf(pairs))).slice(0, 255)]]),
    keys: [signer.publicKey],
  }),
  'sign-masked': ({ pairs, signer }) => ({
    text: renderForm([...pairs, ['sign', `${signer.sign(Buffer.from(contentOf(pairs))).slice(0, 12)}******`]]),
    keys: [signer.publicKey],
  }),
  'sign-hash-mismatch': ({ pairs, signer }) => ({
    text: renderForm([...pairs, ['sign', signer.sign(Buffer.from(contentOf(pairs)), 'RSA-SHA1')]]),
    keys: [signer.publicKey],
  }),
  'app-key-as-alipay-key': ({ pairs, signer, other }) => ({
    text: renderForm([...pairs, ['sign', signer.sign(Buffer.from(contentOf(pairs)))]]),
    keys: [other.publicKey],
  }),
  'alipay-key-recopied': ({ pairs, signer }, random) => {
    const at = 60 + Math.floor(random() * 250);
    const key = signer.publicKey;
    const broken =
      random() < 0.5 ? key.slice(0, at) + (key[at] === 'A' ? 'B' : 'A') + key.slice(at + 1) : key.slice(0, at) + key.slice(at + 1);
    return { text: renderForm([...pairs, ['sign', signer.sign(Buffer.from(contentOf(pairs)))]]), keys: [broken] };
  },
  'key-path-as-key': ({ pairs, signer }) => ({
    text: renderForm([...pairs, ['sign', signer.sign(Buffer.from(contentOf(pairs)))]]),
    keys: ['/etc/alipay/alipay_public_key.pem'],
  }),
  'pem-missing-header': ({ pairs, signer }) => ({
    text: renderForm([...pairs, ['sign', signer.sign(Buffer.from(contentOf(pairs)))]]),
    keys: [signer.publicKey],
  }),
  'pem-wrong-label': ({ pairs, signer }) => ({
    text: renderForm([...pairs, ['sign', signer.sign(Buffer.from(contentOf(pairs)))]]),
    keys: [`-----BEGIN RSA PUBLIC KEY-----\n${signer.publicKey.replace(/(.{64})/g, '$1\n')}\n-----END RSA PUBLIC KEY-----`],
  }),
  'pem-double-header': ({ pairs, signer }) => ({
    text: renderForm([...pairs, ['sign', signer.sign(Buffer.from(contentOf(pairs)))]]),
    keys: [
      `-----BEGIN PUBLIC KEY-----\n-----BEGIN PUBLIC KEY-----\n${signer.publicKey.replace(/(.{64})/g, '$1\n')}\n-----END PUBLIC KEY-----\n-----END PUBLIC KEY-----`,
    ],
  }),
  'key-whitespace-artefact': ({ pairs, signer }, random) => ({
    text: renderForm([...pairs, ['sign', signer.sign(Buffer.from(contentOf(pairs)))]]),
    keys: [
      random() < 0.5
        ? signer.publicKey.replace(/(.{50})/g, '$1\u00a0')
        : `\u200b${signer.publicKey.slice(0, 80)}\u200b${signer.publicKey.slice(80)}`,
    ],
  }),
  'sign-of-other-message': ({ pairs, signer }) => ({
    text: renderForm([...pairs, ['sign', signer.sign(Buffer.from(contentOf(pairs)))]]),
    keys: [signer.privatePem],
  }),
  'mojibake-lossy': ({ pairs, signer }) => {
    const original = value(pairs, 'subject');
    const sign = signer.sign(Buffer.from(contentOf(pairs)));
    return {
      text: renderJson([...set(pairs, 'subject', original.replace(/[^\0-\x7f]/g, '\ufffd\ufffd')), ['sign', sign]]),
      keys: [signer.publicKey],
      inputs: { 'original:subject': original },
    };
  },
  'latin1-redecode': ({ pairs, signer }) => {
    const original = '会员年费充值';
    const whole = set(set(pairs, 'subject', original), 'body', 'ok');
    return {
      text: renderJson([...set(whole, 'subject', '??????'), ['sign', signer.sign(Buffer.from(contentOf(whole)))]]),
      keys: [signer.publicKey],
      inputs: { 'original:subject': original },
    };
  },
  'querydict-lists': (good) =>
    printed(good, (pairs) => `<QueryDict: {${pairs.map(([name, text]) => `'${name}': ['${text}']`).join(', ')}}>`),
  'java-map-tostring': (good) => printed(good, (pairs) => `{${pairs.map(([name, text]) => `${name}=${text}`).join(', ')}}`),
  'html-named-entity': (good) =>
    printed(good, (pairs) =>
      pairs
        .map(([name, text]) => `${name}=${text}`)
        .join('&')
        .replaceAll('&not', '¬')
        .replaceAll('&times', '×'),
    ),
  'log-json-escaped': (good) => printed(good, (pairs) => JSON.stringify(renderJson(pairs)).slice(1, -1)),
  'sign-type-kept': ({ pairs, signer }) => served(pairs, signer, contentOf(pairs, 'V2')),
  'sort-order': ({ pairs, signer }) =>
    served(
      pairs,
      signer,
      drop(pairs, 'sign_type')
        .map(([name, text]) => `${name}=${text}`)
        .join('&'),
    ),
  'php-at-prefix': ({ pairs, signer }) => {
    const at = set(pairs, 'subject', '@会员');
    return served(at, signer, contentOf(drop(at, 'subject')));
  },
};

/** A good message in the print of some language. */
function printed({ pairs, signer }: Good, print: (pairs: Pairs) => string): Made {
  return {
    text: print([...pairs.slice(1), ['sign', signer.sign(Buffer.from(contentOf(pairs)))], ...pairs.slice(0, 1)]),
    keys: [signer.publicKey],
  };
}

const served = (pairs: Pairs, signer: Signer, content: string): Made => ({
  text: renderForm([...pairs, ['sign', signer.sign(Buffer.from(contentOf(pairs)))]]),
  keys: [signer.publicKey],
  served: content,
});

/** GBK by turning the decoder around; null where a character is none of GBK. */
function gbkBytes(text: string): Buffer | null {
  const out: number[] = [];
  for (const char of text) {
    if (char.charCodeAt(0) < 0x80) out.push(char.charCodeAt(0));
    else {
      const bytes = gbkTable().get(char);
      if (!bytes) return null;
      out.push(...bytes);
    }
  }
  return Buffer.from(out);
}

let table: Map<string, readonly [number, number]> | null = null;
function gbkTable(): Map<string, readonly [number, number]> {
  if (table) return table;
  table = new Map();
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (char.length === 1 && char !== '\ufffd' && !table.has(char)) table.set(char, [lead, trail]);
    }
  return table;
}

export { makeSigner };

/**
 * What servers make of a message before they verify it: the second box. Each mistake is made here by hand, by what the language or library
 * at fault does; nothing is taken from the product. A message is signed, arrives whole, and the server holds something else.
 */
import { createHash } from 'node:crypto';
import { contentOf, pick, renderForm, renderJson } from './notification.ts';
import type { Pairs, Signer } from './notification.ts';

export type Form = 'content' | 'map' | 'digest';

export interface ServedMistake {
  /** Gives the message what the mistake needs. */
  readonly before?: (pairs: Pairs, random: () => number) => Pairs;
  /** What the server has instead; with `sign` where it is a map. */
  readonly change: (pairs: Pairs, random: () => number) => Pairs;
  /** Where it cannot be told: a digest of what nobody knows, a map that has no order. */
  readonly not?: readonly Form[];
  readonly rule?: 'V1' | 'V2';
}

const value = (pairs: Pairs, name: string): string => pairs.find(([each]) => each === name)?.[1] ?? '';
const set = (pairs: Pairs, name: string, to: string): Pairs => pairs.map((pair) => (pair[0] === name ? [name, to] : pair));
const drop = (pairs: Pairs, ...names: readonly string[]): Pairs => pairs.filter(([name]) => !names.includes(name));
const each =
  (change: (text: string, name: string) => string) =>
  (pairs: Pairs): Pairs =>
    pairs.map(([name, text]) => [name, name === 'sign' ? text : change(text, name)]);
const one = (change: (text: string) => string, ...names: readonly string[]): ServedMistake['change'] =>
  each((text, name) => (names.includes(name) ? change(text) : text));
const subject =
  (...texts: readonly string[]): NonNullable<ServedMistake['before']> =>
  (pairs, random) =>
    set(pairs, 'subject', pick(random, texts));
const add =
  (...added: Pairs): ServedMistake['change'] =>
  (pairs) => [...pairs, ...added];
const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
const urlencode = (text: string): string =>
  encodeURIComponent(text)
    .replace(/[!'()~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%20/g, '+');
const isAmount = (name: string): boolean => name.endsWith('_amount');
const isTime = (text: string): boolean => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text);
const instant = (text: string): Date => new Date(`${text.replace(' ', 'T')}+08:00`);
const astral = /[\u{10000}-\u{10ffff}]/gu;

/** `mistake/variant` by id of the catalogue. */
export const servedMistakes: Readonly<Record<string, ServedMistake>> = {
  'html-entity-quotes/php': {
    change: each((text) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;')),
  },
  'html-entity-quotes/spring': {
    change: each((text) =>
      text.replace(/[&"'<>]/g, (char) => ({ '&': '&amp;', '"': '&quot;', "'": '&#39;', '<': '&lt;', '>': '&gt;' })[char] ?? char),
    ),
  },
  'html-entity-quotes/twice': { change: each((text) => text.replace(/"/g, '&amp;quot;')) },
  'html-entity-quotes/one': { change: one((text) => text.replace(/"/g, '&#34;'), 'fund_bill_list') },
  'backslash-quotes/addslashes': { change: each((text) => text.replace(/["'\\]/g, (char) => `\\${char}`)) },
  'backslash-lost/stripslashes': {
    before: (pairs) => [...pairs, ['voucher_detail_list', '[{"amount":"1.00","memo":"a\\/b"}]']],
    change: each((text) => text.replace(/\\(.)/g, '$1')),
  },
  'quotes-removed/strip': { change: each((text) => text.replace(/["'<>]/g, '')) },
  'quotes-removed/tags': { before: subject('限时<b>特价</b>手机', '满减<i>券</i>'), change: each((text) => text.replace(/<[^>]+>/g, '')) },
  'smart-quotes/pairs': { change: each((text) => text.replace(/"([^"]*)"/g, '“$1”')) },
  'content-not-decoded/php': { change: each(urlencode) },
  'content-not-decoded/js': { change: each((text) => encodeURIComponent(text)) },
  'double-url-decode/js': { change: each(decode) },
  'double-url-decode/passback': { change: one(decode, 'passback_params') },
  'plus-to-space-value/all': { before: subject('话费+流量', '会员+咖啡 大杯'), change: each((text) => text.replace(/\+/g, ' ')) },
  'space-to-plus-value/all': { change: each((text) => text.split(' ').join('+')) },
  'mojibake-latin1/servlet': {
    before: subject('测试商品', '会员年费'),
    change: each((text) => Buffer.from(text, 'utf8').toString('latin1')),
  },
  'latin1-redecode/java': { before: subject('测试商品', '会员年费'), change: each((text) => text.replace(/[^\0-\xff]/g, '?')) },
  'latin1-redecode/one': {
    before: subject('测试商品 2 件', '会员年费'),
    change: one((text) => text.replace(/[\u4e00-\u9fff]/g, '?'), 'subject'),
  },
  'jvm-default-charset/ascii': { before: subject('测试商品', '会员年费é'), change: each((text) => text.replace(/[^\0-\x7f]/g, '?')) },
  'gbk-utf8-crossed/decoder': {
    before: subject('测试', '会员年费'),
    change: each((text) => new TextDecoder('gbk').decode(Buffer.from(text, 'utf8'))),
  },
  'mojibake-lossy/each': { before: subject('测试商品', '会员年费'), change: each((text) => text.replace(/[^\0-\x7f]/g, '\ufffd')) },
  'emoji-lost/mark': { before: subject('礼物🎁包', '生日🎂快乐'), change: each((text) => text.replace(astral, '?')) },
  'emoji-lost/four': { before: subject('礼物🎁包', '生日🎂快乐'), change: each((text) => text.replace(astral, '????')) },
  'emoji-lost/gone': { before: subject('礼物🎁包', '生日🎂快乐'), change: each((text) => text.replace(astral, '')) },
  'emoji-lost/cut': { before: subject('礼物🎁包', '生日🎂快乐'), change: each((text) => text.split(/[\u{10000}-\u{10ffff}]/u)[0] ?? '') },
  'unicode-normalised/nfkc': { before: subject('手机壳（黑色）：两件', '①号店 ㎏'), change: each((text) => text.normalize('NFKC')) },
  'unicode-normalised/nfd': { before: subject('Café 咖啡', 'Über 会员'), change: each((text) => text.normalize('NFD')) },
  'unicode-normalised/lower': { before: subject('VIP 会员', 'iPhone 15'), change: one((text) => text.toLowerCase(), 'subject', 'body') },
  'trim-value/both': { before: subject(' 会员', '会员 ', '会员\n'), change: each((text) => text.trim()) },
  'whitespace-collapsed/all': { before: subject('A  B', '第一行\n第二行', '甲\t乙 '), change: each((text) => text.replace(/\s+/g, ' ')) },
  'whitespace-collapsed/lines': { before: subject('第一行\r\n第二行'), change: each((text) => text.replace(/[\r\n]+/g, '')) },
  'numbers-reformatted/js': {
    before: (pairs) => set(set(pairs, 'total_amount', '88.50'), 'receipt_amount', '88.00'),
    change: (pairs) => pairs.map(([name, text]) => [name, isAmount(name) ? String(Number(text)) : text]),
  },
  'numbers-reformatted/python': {
    before: (pairs) => set(pairs, 'total_amount', '88.00'),
    change: (pairs) =>
      pairs.map(([name, text]) => [
        name,
        isAmount(name) ? (Number.isInteger(Number(text)) ? `${Number(text)}.0` : String(Number(text))) : text,
      ]),
  },
  'numbers-reformatted/decimal': {
    change: (pairs) => pairs.map(([name, text]) => [name, isAmount(name) ? Number(text).toFixed(4) : text]),
  },
  'numbers-reformatted/cents': { change: one((text) => String(Math.round(Number(text) * 100)), 'total_amount') },
  'datetime-reformatted/iso': { change: each((text) => (isTime(text) ? instant(text).toISOString() : text)) },
  'datetime-reformatted/local': { change: each((text) => (isTime(text) ? text.replace(' ', 'T') : text)) },
  'datetime-reformatted/zone': { change: each((text) => (isTime(text) ? `${text.replace(' ', 'T')}+08:00` : text)) },
  'datetime-reformatted/epoch': { change: each((text) => (isTime(text) ? String(instant(text).getTime()) : text)) },
  'datetime-reformatted/seconds': { change: one((text) => String(instant(text).getTime() / 1000), 'gmt_payment', 'notify_time') },
  'datetime-reformatted/slashes': { change: each((text) => (isTime(text) ? text.replace(/-/g, '/') : text)) },
  'datetime-reformatted/timestamp': { change: each((text) => (isTime(text) ? `${text}.0` : text)) },
  'null-literal/value': { before: (pairs) => set(pairs, 'body', ''), change: one(() => 'null', 'body') },
  'null-literal/added': { change: add(['refund_fee', 'null'], ['gmt_refund', 'null']), not: ['digest'] },
  'empty-kept/added': { change: add(['refund_fee', ''], ['gmt_refund', '']), not: ['digest'] },
  'empty-dropped/all': { before: (pairs) => set(pairs, 'body', ''), change: (pairs) => pairs.filter(([, text]) => text !== '') },
  'param-missing/one': {
    change: (pairs, random) => drop(pairs, pick(random, ['fund_bill_list', 'version', 'point_amount', 'buyer_pay_amount', 'gmt_payment'])),
  },
  'param-missing/two': { change: (pairs) => drop(pairs, 'fund_bill_list', 'point_amount'), not: ['digest'] },
  'querydict-lists/python': { change: each((text) => (text.includes("'") ? `["${text}"]` : `['${text}']`)), not: ['map'] },
  'querydict-lists/json': { change: each((text) => `["${text.replace(/"/g, '\\"')}"]`), not: ['map'] },
  'json-reserialised-values/python': { change: one((text) => text.replace(/":"/g, '": "').replace(/","/g, '", "'), 'fund_bill_list') },
  'json-reserialised-values/order': {
    change: one((text) => text.replace(/"amount":"([^"]*)","fundChannel":"([^"]*)"/, '"fundChannel":"$2","amount":"$1"'), 'fund_bill_list'),
  },
  'json-reserialised-values/number': {
    change: one((text) => text.replace(/"amount":"([^"]*)"/, (_, amount: string) => `"amount":${Number(amount)}`), 'fund_bill_list'),
  },
  'json-reserialised-values/object': { change: one(() => '[object Object]', 'fund_bill_list') },
  'json-reserialised-values/java': {
    change: one((text) => text.replace(/"/g, '').replace(/:/g, '=').replace(/,/g, ', '), 'fund_bill_list'),
    not: ['digest'],
  },
  'duplicate-key/joined': { change: one((text) => `${text},${text}`, 'charset') },
  'duplicate-key/twice': { change: (pairs) => [...pairs, ['app_id', value(pairs, 'app_id')]], not: ['map', 'digest'] },
  'decode-before-split/map': {
    before: (pairs) => set(pairs, 'passback_params', 'shop=12&from=app&page=3'),
    change: (pairs) => [...set(pairs, 'passback_params', 'shop=12'), ['from', 'app'], ['page', '3']],
    not: ['digest'],
  },
  'decode-before-split/equals': {
    before: (pairs) => set(pairs, 'passback_params', 'shop=12'),
    change: one((text) => text.split('=')[0] ?? '', 'passback_params'),
  },
  'field-renamed-case/camel': {
    change: (pairs) =>
      drop(pairs, 'sign_type').map(([name, text]) => [name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()), text]),
  },
  'field-renamed-case/upper': {
    change: (pairs) => pairs.map(([name, text]) => [name === 'sign' || name === 'sign_type' ? name : name.toUpperCase(), text]),
    not: ['digest'],
  },
  'extra-framework-param/s': { change: add(['s', '/index/pay/notify']), not: ['digest'] },
  'own-query-param/order': { change: add(['order_id', '123'], ['shop', 'A7']), not: ['digest'] },
  'request-superglobal-cookies/php': { change: add(['PHPSESSID', 'k3jh2g9d0a']), not: ['digest'] },
  'sign-type-kept/rule': { change: (pairs) => pairs, not: ['map', 'digest'] },
  'sign-type-removed/rule': { change: (pairs) => drop(pairs, 'sign_type'), rule: 'V2', not: ['map'] },
};

export interface ServedCase {
  readonly text: string;
  readonly keys: readonly string[];
  readonly served: string;
  readonly form: Form;
}

const php = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
const MAPS: readonly ((pairs: Pairs) => string)[] = [
  renderJson,
  (pairs) => `Array\n(\n${pairs.map(([name, text]) => `    [${name}] => ${text}`).join('\n')}\n)\n`,
  (pairs) => JSON.stringify(Object.fromEntries(pairs), null, 2),
  (pairs) => `array (\n${pairs.map(([name, text]) => `  ${php(name)} => ${php(text)},`).join('\n')}\n)`,
  (pairs) => `{${pairs.map(([name, text]) => `${JSON.stringify(name)}=>${JSON.stringify(text)}`).join(', ')}}`,
];
const AROUND: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `${text}\n`,
  (text) => `待验签字符串: ${text}`,
  (text) => `signContent=[${text}]`,
];

/** The n-th case of a mistake: forms in turn, with and without a key; null where it has no such form or this message cannot suffer it. */
export function makeServed(id: string, n: number, good: Pairs, signer: Signer, random: () => number): ServedCase | null {
  const mistake = servedMistakes[id];
  const form = (['content', 'map', 'digest'] as const)[n % 3] ?? 'content';
  if (!mistake || mistake.not?.includes(form)) return null;
  const rule = mistake.rule ?? 'V1';
  const pairs = mistake.before?.(good, random) ?? good;
  const sign = signer.sign(Buffer.from(contentOf(pairs, rule)));
  const arrived: Pairs = [...pairs, ['sign', sign]];
  const used = mistake.change(arrived, random);
  const kept = id.startsWith('sign-type-kept') || id.startsWith('sign-type-removed') ? 'V2' : rule;
  const content = contentOf(used, kept);
  if (form !== 'map' && content === contentOf(pairs, rule)) return null;
  const served =
    form === 'content'
      ? (AROUND[n % AROUND.length] ?? AROUND[0])?.(content)
      : form === 'map'
        ? (MAPS[Math.floor(n / 3) % MAPS.length] ?? renderJson)(used)
        : createHash('sha256')
            .update(content)
            .digest(n % 2 === 0 ? 'hex' : 'base64');
  const keyed = id.startsWith('sign-type-removed') || Math.floor(n / 3) % 2 === 0;
  return {
    text: n % 2 === 0 ? renderForm(arrived) : renderJson(arrived),
    keys: keyed ? [signer.publicKey] : [],
    served: served ?? '',
    form,
  };
}

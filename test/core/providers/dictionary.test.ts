/** The dictionaries of both providers: `names.ts` and `fields.ts` say the same, whole, in both languages, and know what genuine messages hold. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Field, Name } from '../../../src/core/providers/field.ts';
import { fields as alipayFields } from '../../../src/core/providers/alipay/fields.ts';
import { known as alipayKnown, names as alipayNames } from '../../../src/core/providers/alipay/names.ts';
import { fields as wechatpayFields } from '../../../src/core/providers/wechatpay/fields.ts';
import { known as wechatpayKnown, names as wechatpayNames } from '../../../src/core/providers/wechatpay/names.ts';
import { read } from '../../../src/core/read/read.ts';

interface Dictionary {
  readonly provider: string;
  readonly names: readonly Name[];
  readonly known: ReadonlySet<string>;
  readonly fields: Readonly<Record<string, Field>>;
  readonly dialects: readonly string[];
}

const DICTIONARIES: readonly Dictionary[] = [
  {
    provider: 'alipay',
    names: alipayNames,
    known: alipayKnown,
    fields: alipayFields,
    dialects: [
      'openapi2-notify',
      'openapi2-notify-refund',
      'openapi2-return',
      'openapi2-app-sync-result',
      'openapi2-gateway-response',
      'openapi2-agreement',
      'openapi2-servicemarket',
      'openapi2-service-notify',
      'openapi2-fund-auth',
      'openapi2-app-auth',
      'openapi2-from-ant-message',
      'life-account-gateway',
      'mapi-notify',
      'mapi-return',
      'mapi-response',
      'mapi-notify-intl',
      'mapi-wap-notify',
      'mapi-wap-return',
      'mapi-batch-refund',
      'mapi-batch-trans',
      'mapi-securitypay-result',
      'openapi3-response',
      'antom',
      'alipay-intl-spi',
    ],
  },
  {
    provider: 'wechatpay',
    names: wechatpayNames,
    known: wechatpayKnown,
    fields: wechatpayFields,
    dialects: [
      'wechatpay-v2',
      'wechatpay-v2-refund',
      'wechatpay-v2-contract',
      'wechatpay-v3',
      'wechatpay-v3-sm',
      'wechatpay-v3-certificates',
      'wechat-message',
    ],
  },
];

/** Every text of a field with the place it stands at. */
function textsOf(name: string, field: Field): { readonly at: string; readonly zh: string; readonly en: string }[] {
  return [
    { at: `${name} label`, ...field.label },
    { at: `${name} explain`, ...field.explain },
    ...(field.note ? [{ at: `${name} note`, ...field.note }] : []),
    ...Object.entries(field.values ?? {}).map(([code, text]) => ({ at: `${name} = ${code}`, ...text })),
  ];
}

const HAN = /\p{Script=Han}/u;
const parentOf = (name: string): string => name.slice(0, Math.max(name.lastIndexOf('.'), 0));
const sorted = (all: Iterable<string>): string[] => [...all].sort();

describe.each(DICTIONARIES)('the dictionary of $provider', ({ names, known, fields, dialects }) => {
  const texts = Object.entries(fields).flatMap(([name, field]) => textsOf(name, field));

  test('every name has a field and every field a name, once, in the same order', () => {
    expect(names.map(({ name }) => name)).toEqual(Object.keys(fields));
    expect(new Set(names.map(({ name }) => name)).size).toBe(names.length);
  });

  test('codes are the same in both, and every code has its meaning', () => {
    expect(names.map(({ name, values = [] }) => ({ name, values: sorted(values) }))).toEqual(
      Object.entries(fields).map(([name, { values = {} }]) => ({ name, values: sorted(Object.keys(values)) })),
    );
    expect(names.filter(({ values }) => values && new Set(values).size !== values.length)).toEqual([]);
  });

  test('no text is empty, padded or holds a placeholder', () => {
    const poor = /^\s|\s$|^$|undefined|null|TODO|\?\?/;
    expect(texts.filter(({ zh, en }) => poor.test(zh) || poor.test(en))).toEqual([]);
    expect(Object.entries(fields).filter(([, { example }]) => example !== undefined && example.trim() === '')).toEqual([]);
  });

  test('explanations are Chinese on one side, English on the other, and sentences on both', () => {
    const explained = Object.entries(fields).flatMap(([name, { explain, note }]) => [
      { name, ...explain },
      ...(note ? [{ name, ...note }] : []),
    ]);
    expect(explained.filter(({ zh }) => !HAN.test(zh) || !zh.endsWith('。'))).toEqual([]);
    expect(explained.filter(({ en }) => HAN.test(en) || !en.endsWith('.'))).toEqual([]);
  });

  test('labels and meanings hold no Chinese in English, and Chinese in Chinese but for names that have none', () => {
    expect(texts.filter(({ en }) => HAN.test(en))).toEqual([]);
    const untranslatable = /^[A-Z0-9][\w -]*$/;
    expect(texts.filter(({ zh }) => !HAN.test(zh) && !untranslatable.test(zh))).toEqual([]);
    expect(Object.entries(fields).filter(([, { label }]) => !HAN.test(label.zh))).toEqual([]);
  });

  test('Chinese uses Chinese punctuation and keeps a space beside Latin words', () => {
    const wrong =
      /\p{Script=Han}[,;:?!()]|[,;:?!(]\p{Script=Han}|\p{Script=Han}\.(?:$|\p{Script=Han})|\p{Script=Han}[A-Za-z]{2}|[A-Za-z]{2}\p{Script=Han}/u;
    expect(texts.filter(({ zh }) => wrong.test(zh)).map(({ at, zh }) => `${at}: ${zh}`)).toEqual([]);
  });

  test('every field names its source', () => {
    expect(Object.entries(fields).filter(([, { source }]) => source.trim().length < 12)).toEqual([]);
  });

  test('labels tell the parameters of one dialect apart', () => {
    const seen = new Map<string, string>();
    const clashes: string[] = [];
    for (const { name, dialects } of names) {
      for (const [dialect, lang] of dialects.flatMap((id) => [[id, 'zh'] as const, [id, 'en'] as const])) {
        const key = [dialect, lang, parentOf(name), fields[name]?.label[lang]].join('\n');
        const other = seen.get(key);
        if (other === undefined) seen.set(key, name);
        else clashes.push(`${dialect} ${lang}: ${other} and ${name}`);
      }
    }
    expect(clashes).toEqual([]);
  });

  test('labels are short enough for a table', () => {
    expect(Object.entries(fields).filter(([, { label }]) => label.zh.length > 20 || label.en.length > 40)).toEqual([]);
  });

  test('dialects are known ones, named once, and required ones are among them', () => {
    const wrong = names.filter(
      ({ dialects: own, required = [] }) =>
        own.length === 0 ||
        new Set(own).size !== own.length ||
        own.some((id) => !dialects.includes(id)) ||
        required.some((id) => !own.includes(id)),
    );
    expect(wrong).toEqual([]);
  });

  test('every dialect has parameters', () => {
    expect(dialects.filter((id) => !names.some((name) => name.dialects.includes(id)))).toEqual([]);
  });

  test('a nested name has its parent', () => {
    const all = new Set(names.map(({ name }) => name));
    const OPEN = ['biz_content.detail', 'result_details[].fee', 'result', 'scene_info.store_info', 'hb_fq_pay_info'];
    const orphans = names.map(({ name }) => parentOf(name).replace(/\[\]$/, '')).filter((parent) => parent !== '' && !all.has(parent));
    expect(sorted(new Set(orphans)).filter((parent) => !OPEN.includes(parent))).toEqual([]);
  });

  test('money says its unit, and nothing else has one', () => {
    expect(names.filter(({ kind, unit }) => (kind === 'money') !== (unit !== undefined))).toEqual([]);
    const all = new Set(names.map(({ name }) => name));
    const wrong = names.filter(
      ({ unit }) => unit !== undefined && unit !== 'CNY' && unit !== 'CNY fen' && !all.has(unit.replace(/^currency:/, '')),
    );
    expect(wrong).toEqual([]);
  });

  test('an example is no longer than the value may be, and amounts read as amounts', () => {
    expect(names.filter(({ name, max }) => max !== undefined && [...(fields[name]?.example ?? '')].length > max)).toEqual([]);
    const amounts = names.filter(({ kind }) => kind === 'money').map(({ name, unit }) => ({ name, unit, example: fields[name]?.example }));
    const shape = { 'CNY fen': /^\d+$/, other: /^\d+\.\d{2}$/ };
    expect(
      amounts.filter(({ unit, example }) => example !== undefined && !shape[unit === 'CNY fen' ? unit : 'other'].test(example)),
    ).toEqual([]);
  });

  test('names that point at people are marked as personal', () => {
    const personal =
      /(^|[._])(openid|open_id|buyer_id|logon_id|receive_(?:name|mobile|phone|address)|unionid|plate_number|phone|contactor)$/;
    expect(names.filter(({ name, sensitivity }) => personal.test(name) && sensitivity !== 'pii')).toEqual([]);
  });

  test('credentials are marked as secret', () => {
    expect(names.filter(({ name, sensitivity }) => /(_token|_ticket|Ticket)$/.test(name) && sensitivity !== 'secret')).toEqual([]);
  });

  test('what is known stands at the top of a message', () => {
    expect([...known].filter((name) => /[.[\]$\s]/.test(name))).toEqual([]);
    expect([...known].filter((name) => !(name in fields))).toEqual([]);
  });
});

describe('what Alipay sends', () => {
  test.each(['s', '_url', 'id', 'time', 'lang', 'm', 'c', 'a', 'q', 'action', 'code', 'controller', 'user_id', 'token', 'notify_url'])(
    'no parameter `%s`',
    (name) => {
      expect(alipayKnown.has(name)).toBe(false);
    },
  );

  test.each(['charset', 'version', 'sign', 'sign_type', 'notify_id', 'auth_app_id', 'alipay_cert_sn', 'fund_bill_list', '_request_path'])(
    'a parameter `%s`',
    (name) => {
      expect(alipayKnown.has(name)).toBe(true);
    },
  );
});

interface Vector {
  readonly id: string;
  readonly dialect: string;
  readonly raw: string;
}

const load = (file: string): readonly Vector[] => {
  const url = new URL(`../../../../shared/vectors/${file}.json`, import.meta.url);
  return existsSync(url) ? (JSON.parse(readFileSync(url, 'utf8')) as readonly Vector[]) : [];
};

/** Names that no dictionary should hold, and why. */
const STRANGERS: Readonly<Record<string, readonly string[]>> = {
  "the merchant's own parameters of return_url": ['groupPurchasingId', 'orderId'],
  "a provider's library tests its signing with made-up parameters": ['name', 'age', 'foo', 'test1', 'test2', 'body'],
  'a bean renamed them': ['createTime', 'resourceType', 'eventType', 'resource.originalType', 'resource.associatedData'],
};

/** The names of a value's own members, as the dictionaries write them. A response's node is a document of its own. */
function within(name: string, value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => within(`${name}[]`, entry));
  if (typeof value !== 'object' || value === null) return [];
  const prefix = name.endsWith('_response') ? '' : `${name}.`;
  return Object.entries(value).flatMap(([key, inner]) => [prefix + key, ...within(prefix + key, inner)]);
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}

function namesIn(vector: Vector): readonly string[] {
  const { pairs } = read(vector.raw).reading;
  return pairs.flatMap(({ name, value }) => [name, ...within(name, parsed(value))]);
}

const files = DICTIONARIES.map((dictionary) => ({ ...dictionary, vectors: load(dictionary.provider) }));
const absent = files.every(({ vectors }) => vectors.length === 0);

describe.skipIf(absent)(absent ? 'shared vectors are not here: skipped' : 'names in shared vectors', () => {
  const strangers = new Set(Object.values(STRANGERS).flat());

  test.each(files)('$provider: each is in the dictionary, but for strangers', ({ fields, vectors }) => {
    const missing = vectors.map((vector) => ({
      id: vector.id,
      names: namesIn(vector).filter((name) => !(name in fields) && !strangers.has(name)),
    }));
    expect(missing.filter(({ names }) => names.length > 0)).toEqual([]);
    expect(vectors.flatMap(namesIn).length).toBeGreaterThan(100);
  });

  test('every stranger occurs', () => {
    const all = new Set(files.flatMap(({ vectors }) => vectors.flatMap(namesIn)));
    expect([...strangers].filter((name) => !all.has(name))).toEqual([]);
  });

  test('no message of Alipay whose signature was read lacks what its dialect needs', () => {
    const lacking = (files[0]?.vectors ?? []).flatMap((vector) => {
      const there = new Set(namesIn(vector));
      if (!there.has('sign')) return [];
      const needs = alipayNames.filter(({ required }) => required?.includes(vector.dialect));
      return needs.filter(({ name }) => !there.has(name)).map(({ name }) => `${vector.id}: ${name}`);
    });
    expect(lacking).toEqual([]);
    expect((files[0]?.vectors ?? []).filter((vector) => namesIn(vector).includes('sign')).length).toBeGreaterThan(9);
  });
});

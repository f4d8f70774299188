/** Mistakes with v3: the body that was parsed and written again, headers in the wrong place, line ends. */
import { singleBytes, strictly, crossedBack } from '../../../content/undo/encodings.ts';
import { snakeCase } from '../../../content/undo/letters.ts';
import { unescapeHtml, unescapeJson } from '../../../content/undo/markup.ts';
import { readLoose } from '../../../content/undo/structure.ts';
import type { Json } from '../../../content/undo/structure.ts';
import { overValues } from '../../over-values.ts';
import { SUMMARIES } from '../summaries.ts';
import type { Attempt, Suspect, Work, WorkPair } from '../../suspect.ts';

/** The one order that genuine notifications have. @see wechatpay-go core/notify tests of 2021, public samples of 2023 and 2024 */
const OUTER = ['id', 'create_time', 'resource_type', 'event_type', 'summary', 'resource'] as const;
const INNER = ['original_type', 'algorithm', 'ciphertext', 'associated_data', 'nonce'] as const;

type Members = readonly (readonly [string, Json])[];

const membersOf = (value: Json | undefined): Members | null => (typeof value === 'object' && 'members' in value ? value.members : null);
const bodyOf = (work: Work): WorkPair | undefined => work.pairs.find(({ name }) => name === 'body');
const withBody = (work: Work, value: string): Work => ({
  ...work,
  pairs: work.pairs.map((pair) => (pair.name === 'body' ? { name: 'body', value, from: pair.from } : pair)),
});

/** Names back to snake_case, nulls of a bean away, known members in their order, the others behind. */
function canonical(members: Members, order: readonly string[], keepNulls: boolean): Members {
  const renamed = members
    .map(([name, value]): readonly [string, Json] => [snakeCase(name), value])
    .filter(([, value]) => keepNulls || typeof value === 'string' || !('word' in value) || value.word !== 'null');
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...renamed].sort(([a], [b]) => place(a) - place(b));
}

interface Style {
  readonly slash: boolean;
  readonly ascii: boolean;
  readonly comma: string;
  readonly colon: string;
}

const PLAIN: Style = { slash: false, ascii: false, comma: ',', colon: ':' };
const STYLES: readonly Style[] = [
  PLAIN,
  { ...PLAIN, slash: true },
  { ...PLAIN, slash: true, ascii: true },
  { ...PLAIN, ascii: true },
  { ...PLAIN, comma: ', ', colon: ': ' },
  { ...PLAIN, comma: ', ', colon: ': ', ascii: true },
];

function write(value: Json, style: Style): string {
  if (typeof value === 'string') return quote(value, style);
  if ('word' in value) return value.word;
  if (!('members' in value)) return `[${value.map((item) => write(item, style)).join(style.comma)}]`;
  return `{${value.members.map(([name, item]) => `${quote(name, style)}${style.colon}${write(item, style)}`).join(style.comma)}}`;
}

function quote(text: string, { slash, ascii }: Style): string {
  let out = JSON.stringify(text);
  if (slash) out = out.replaceAll('/', '\\/');
  if (ascii) out = out.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return out;
}

/** The body as a tree in WeChat Pay's own order; null where it is no JSON object. */
function rebuilt(text: string, keepNulls = false): Members | null {
  const members = membersOf(readLoose(text.replace(/^\ufeff/, '').trim()) ?? undefined);
  if (!members) return null;
  const ordered = canonical(members, OUTER, keepNulls);
  return ordered.map(([name, value]): readonly [string, Json] => {
    const inner = membersOf(value);
    if (name === 'resource' && inner) return [name, { members: canonical(inner, INNER, keepNulls) }];
    const parsed = name === 'resource' && typeof value === 'string' ? membersOf(readLoose(value) ?? undefined) : null;
    return parsed ? [name, { members: canonical(parsed, INNER, keepNulls) }] : [name, value];
  });
}

const valueIn = (members: Members, name: string): string | null => {
  const found = members.find(([each]) => each === name)?.[1];
  return typeof found === 'string' ? found : null;
};

const reserialised: Suspect = {
  id: 'v3-body-reserialised',
  cost: 1,
  source: 'wechatpay-apiv3/wechatpay-apache-httpclient#158, wechatpay-go#119 and #230: frameworks parse the body and write it again',
  *attempts(work): Iterable<Attempt> {
    const text = bodyOf(work)?.value ?? '';
    const alternatives = /\\\/|\\u[0-9a-f]{4}/i.test(text) ? ['superglobals-empty'] : [];
    const made = (value: string, cost: number): Attempt => ({ work: withBody(work, value), cost, alternatives });
    if (text.startsWith('\ufeff')) yield made(text.slice(1), 0);
    for (const members of [rebuilt(text), rebuilt(text, true)])
      if (members) for (const [i, style] of STYLES.entries()) yield made(write({ members }, style), i / 4);
    // As it stands, only written otherwise: answers of the API have an order of their own.
    const own = readLoose(text.replace(/^\ufeff/, '').trim());
    if (own !== null) for (const [i, style] of STYLES.entries()) yield made(write(own, style), 0.5 + i / 4);
    if (text.includes('\\/')) yield made(text.replaceAll('\\/', '/'), 0.5);
    else if (text.includes('/')) yield made(text.replaceAll('/', '\\/'), 0.5);
    const unescaped = text.replace(/\\u([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    if (unescaped !== text) yield made(unescaped, 0.5);
  },
};

/** Other orders of the members: all of the outer ones, for a version of WeChat Pay that we have not seen. Last, and apart: it multiplies with all else. */
const reordered: Suspect = {
  id: 'v3-body-reserialised',
  cost: 6,
  source: 'the order is fixed in every genuine body seen; documents promise none',
  *attempts(work): Iterable<Attempt> {
    const members = rebuilt(bodyOf(work)?.value ?? '');
    if (!members || members.length > 6) return;
    for (const order of permutations(members)) yield { work: withBody(work, write({ members: order }, PLAIN)) };
  },
};

function* permutations<T>(list: readonly T[]): Iterable<readonly T[]> {
  if (list.length <= 1) yield list;
  else
    for (const [i, first] of list.entries())
      for (const rest of permutations([...list.slice(0, i), ...list.slice(i + 1)])) yield [first, ...rest];
}

const missingField: Suspect = {
  id: 'v3-missing-field',
  cost: 2,
  source: 'a bean without the property writes the body without it; summaries as WeChat Pay documents them',
  *attempts(work): Iterable<Attempt> {
    const members = rebuilt(bodyOf(work)?.value ?? '');
    if (!members) return;
    const event = valueIn(members, 'event_type') ?? '';
    const resource = membersOf(members.find(([name]) => name === 'resource')?.[1]);
    const type = event.split('.')[0]?.toLowerCase() ?? '';
    const originals = [
      ...new Set([
        valueIn(resource ?? [], 'associated_data') ?? '',
        type,
        'transaction',
        'refund',
        'payscore',
        'mch_payment',
        'profitsharing',
      ]),
    ].filter((each) => each !== '');
    const guesses: Readonly<Record<string, readonly string[]>> = {
      summary: SUMMARIES[event] ?? ['支付成功', '退款成功'],
      resource_type: ['encrypt-resource'],
      event_type: Object.keys(SUMMARIES),
      original_type: originals,
      algorithm: ['AEAD_AES_256_GCM'],
      associated_data: ['', ...originals],
    };
    for (const [name, values] of Object.entries(guesses)) {
      const inner = (INNER as readonly string[]).includes(name);
      if (inner ? !resource || resource.some(([each]) => each === name) : members.some(([each]) => each === name)) continue;
      for (const value of values) {
        const whole = inner
          ? members.map(([each, old]): readonly [string, Json] =>
              each === 'resource' ? [each, { members: canonical([...(resource ?? []), [name, value]], INNER, false) }] : [each, old],
            )
          : canonical([...members, [name, value]], OUTER, false);
        for (const style of STYLES.slice(0, 2)) yield { work: withBody(work, write({ members: whole }, style)) };
      }
    }
  },
};

/** The summary of an event is known: whatever became of it, it can be put back. */
const charset: Suspect = {
  id: 'v3-charset',
  cost: 1.5,
  source: 'wechatpay-apache-httpclient#138: a reader with the default character set of the platform',
  *attempts(work): Iterable<Attempt> {
    const text = bodyOf(work)?.value ?? '';
    const bytes = singleBytes(text);
    const latin = bytes && strictly(bytes, 'utf-8');
    if (latin) yield { work: withBody(work, latin) };
    for (const back of crossedBack(text)) yield { work: withBody(work, back) };
    for (const body of [text, latin ?? '']) {
      const members = rebuilt(body);
      if (!members) continue;
      const event = valueIn(members, 'event_type') ?? '';
      const old = valueIn(members, 'summary');
      if (old === null) continue;
      for (const summary of SUMMARIES[event] ?? []) {
        if (summary === old) continue;
        if (body.includes(old)) yield { work: withBody(work, body.replace(old, summary)) };
        yield {
          work: withBody(
            work,
            write(
              { members: members.map(([name, value]): readonly [string, Json] => (name === 'summary' ? [name, summary] : [name, value])) },
              PLAIN,
            ),
          ),
          cost: 0.5,
        };
      }
    }
  },
};

const newlines: Suspect = {
  id: 'v3-body-newlines',
  cost: 1.8,
  source: 'pay.weixin.qq.com/doc/v3/merchant/4013053249: a line feed after each of the three lines, none added to the body',
  *attempts(work): Iterable<Attempt> {
    const text = bodyOf(work)?.value ?? '';
    const bare = text.replace(/^[\r\n\s]+|[\r\n\s]+$/g, '');
    for (const value of new Set([
      bare,
      `${bare}\n`,
      `${bare}\r\n`,
      text.replace(/\r\n/g, '\n'),
      text.replace(/\r?\n/g, '\r\n'),
      text.replace(/\r?\n/g, ''),
      text.replace(/\\n/g, '\n'),
    ]))
      if (value !== text) yield { work: withBody(work, value) };
  },
};

/** Headers taken for each other, or the resource's nonce for the header's. */
const headers: Suspect = {
  id: 'v3-header-loss',
  cost: 1.6,
  source: 'wechatpay-java#226; developers.weixin.qq.com/community/pay/doc/0006806be70158fc7f820965c61c00: arguments exchanged',
  *attempts(work): Iterable<Attempt> {
    const value = (name: string): string => work.pairs.find((pair) => pair.name === name)?.value ?? '';
    const set = (timestamp: string, nonce: string): Work => ({
      ...work,
      pairs: work.pairs.map((pair) =>
        pair.name === 'timestamp' ? { ...pair, value: timestamp } : pair.name === 'nonce' ? { ...pair, value: nonce } : pair,
      ),
    });
    const [timestamp, nonce, serial] = [value('timestamp'), value('nonce'), value('serial')];
    yield { work: set(nonce, timestamp) };
    if (serial !== '') {
      yield { work: set(timestamp, serial) };
      yield { work: set(serial, nonce) };
    }
    const members = rebuilt(value('body'));
    const inner = membersOf(members?.find(([name]) => name === 'resource')?.[1])?.find(([name]) => name === 'nonce')?.[1];
    if (typeof inner === 'string') yield { work: set(timestamp, inner) };
    if (/^\d{13}$/.test(timestamp)) yield { work: set(timestamp.slice(0, 10), nonce) };
    const created = Date.parse(valueIn(members ?? [], 'create_time') ?? '') / 1000;
    // The moment of delivery is near that of creation: a lost timestamp is one of few.
    if (Number.isFinite(created) && !/^\d{10}$/.test(timestamp))
      for (let after = 0; after <= 60; after++) yield { work: set(String(created + after), nonce), cost: 1 };
    for (const tidy of [nonce.trim(), nonce.toLowerCase(), nonce.toUpperCase()])
      if (tidy !== nonce) yield { work: set(timestamp.trim(), tidy) };
  },
};

const copied: readonly Suspect[] = [
  overValues({
    id: 'html-entity-quotes',
    cost: 1.5,
    source: 'a log page escapes quotes',
    spread: 'one',
    where: (name) => name === 'body',
    *undo(value) {
      yield unescapeHtml(value);
    },
  }),
  overValues({
    id: 'log-json-escaped',
    cost: 1.4,
    source: 'a body copied out of a JSON log keeps its escapes',
    alternatives: ['backslash-quotes'],
    spread: 'one',
    where: (name) => name === 'body',
    *undo(value) {
      if (/^\s*"?\{\\"/.test(value)) yield unescapeJson(value.replace(/^\s*"|"\s*$/g, ''));
    },
  }),
  overValues({
    id: 'smart-quotes',
    cost: 1.7,
    source: 'autocorrection',
    spread: 'one',
    where: (name) => name === 'body',
    *undo(value) {
      yield value.replace(/[\u201c\u201d]/g, '"');
    },
  }),
  overValues({
    id: 'nbsp-zero-width',
    cost: 1.7,
    source: 'copied out of a page',
    spread: 'one',
    where: (name) => name === 'body',
    *undo(value) {
      yield value.replace(/[\u200b-\u200d\u2060]/g, '').replaceAll('\u00a0', ' ');
    },
  }),
];

export const suspects: readonly Suspect[] = [reserialised, missingField, charset, newlines, headers, ...copied, reordered];

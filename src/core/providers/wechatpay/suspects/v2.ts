/** Mistakes with v2: parameters dropped, kept, added or renamed, values trimmed or escaped. What is undone here gives the text that WeChat Pay signed. */
import { untrimmed } from '../../../content/undo/blanks.ts';
import { stripSlashes, unescapeHex, unescapeHtml, unescapeJson } from '../../../content/undo/markup.ts';
import { snakeCase } from '../../../content/undo/letters.ts';
import { overValues } from '../../over-values.ts';
import type { Attempt, Suspect, Work, WorkPair } from '../../suspect.ts';
import { isProse, texts } from './v2-texts.ts';

const add = (work: Work, ...added: readonly (readonly [string, string])[]): Work => ({
  ...work,
  pairs: [...work.pairs, ...added.map(([name, value]): WorkPair => ({ name, value, from: null }))],
});
const valueOf = (work: Work, name: string): string | undefined => work.pairs.find((pair) => pair.name === name)?.value;
/** Coupons are counted: `coupon_fee_0`, `coupon_fee_1` … */
const uncounted = (name: string): string => name.replace(/_\d+$/, '');

type Guess = readonly [name: string, value: string];

/** Elements whose value can be told: constants, and twins of others. */
function guessesFor(work: Work): readonly Guess[] {
  const total = valueOf(work, 'total_fee') ?? '';
  const cash = valueOf(work, 'cash_fee') ?? '';
  const coupons = work.pairs.filter(({ name }) => /^coupon_id_\d+$/.test(name)).length;
  const guesses: readonly (readonly [string, readonly string[]])[] = [
    ['cash_fee', [total]],
    ['total_fee', [cash]],
    ['is_subscribe', ['N', 'Y']],
    ['sub_is_subscribe', ['N', 'Y']],
    ['fee_type', ['CNY']],
    ['cash_fee_type', ['CNY']],
    ['sign_type', ['MD5', 'HMAC-SHA256']],
    ['trade_type', ['JSAPI', 'NATIVE', 'APP', 'MWEB', 'MICROPAY']],
    ['return_code', ['SUCCESS']],
    ['result_code', ['SUCCESS']],
    ['return_msg', ['OK']],
    ['settlement_total_fee', [total]],
    ['device_info', ['WEB']],
    ['bank_type', ['OTHERS', 'CFT']],
    ['coupon_count', [coupons > 0 ? String(coupons) : '1']],
    ...(coupons > 0 ? ([['coupon_type_0', ['CASH', 'NO_CASH']]] as const) : []),
    ['version', ['1.0']],
  ];
  return guesses
    .filter(([name]) => valueOf(work, name) === undefined)
    .flatMap(([name, values]) => values.filter((value) => value !== '').map((value): Guess => [name, value]));
}

/** What beans of another interface lack together: marks of following, currencies, coupons. */
const TOGETHER = /^(sub_)?is_subscribe$|^(cash_)?fee_type$|^coupon_/;

const unknownFields: Suspect = {
  id: 'v2-unknown-fields',
  cost: 2.5,
  source: 'binarywang/WxJava#266: beans drop what they do not know; every element takes part',
  *attempts(work): Iterable<Attempt> {
    const open = guessesFor(work);
    for (const each of open) yield { work: add(work, each) };
    for (const [i, a] of open.entries()) for (const b of open.slice(i + 1)) if (a[0] !== b[0]) yield { work: add(work, a, b), cost: 2 };
    const few = open.filter(([name]) => TOGETHER.test(name));
    for (const [i, a] of few.entries())
      for (const [k, b] of few.entries())
        for (const c of few.slice(k + 1))
          if (i < k && new Set([a[0], b[0], c[0]]).size === 3) yield { work: add(work, a, b, c), cost: 2.5 };
  },
};

const signTypeRemoved: Suspect = {
  id: 'v2-signtype-removed',
  cost: 1.5,
  source: 'helei112g/payment#208: v2 leaves out sign only',
  *attempts(work): Iterable<Attempt> {
    if (valueOf(work, 'sign_type') === undefined)
      for (const value of ['MD5', 'HMAC-SHA256']) yield { work: add(work, ['sign_type', value]) };
  },
};

/** The signer kept empty values: not as WeChat Pay does, but as test tools and imitations do. */
const empty: Suspect = {
  id: 'v2-empty',
  cost: 2,
  source: 'justquanyin/third-payment#7; WeChat Pay leaves empty values out',
  *attempts(work): Iterable<Attempt> {
    if (!work.pairs.some(({ value }) => value === '')) return;
    yield { work: { ...work, rule: { ...work.rule, recipe: work.rule.recipe.filter(({ op }) => op !== 'drop-empty') } } };
  },
};

/** Parameters that came in with the request, not with the XML: all of them, then each. */
const added: Suspect = {
  id: 'own-query-param',
  cost: 2.2,
  source: 'notify_url with parameters of its own',
  *attempts(work, { known }): Iterable<Attempt> {
    // What WeChat Pay is known to send belongs to the XML: leaving it out would explain a changed value by a wrong story.
    const foreign = work.pairs.filter(({ name }) => !known.has(name) && !known.has(uncounted(name)));
    const alternatives = ['app-added-param', 'extra-framework-param'];
    const without = (dropped: readonly WorkPair[]): Work => ({ ...work, pairs: work.pairs.filter((pair) => !dropped.includes(pair)) });
    if (foreign.length > 1) yield { work: without(foreign), alternatives };
    for (const pair of foreign) yield { work: without([pair]), alternatives };
  },
};

/** An element that came twice: parsers keep the first or the last. */
const twice: Suspect = {
  id: 'duplicate-key',
  cost: 1.8,
  source: 'maps keep one of two equal names; WeChat Pay sends each once',
  *attempts(work): Iterable<Attempt> {
    const first = new Map<string, WorkPair>();
    const last = new Map<string, WorkPair>();
    for (const pair of work.pairs) {
      if (!first.has(pair.name)) first.set(pair.name, pair);
      last.set(pair.name, pair);
    }
    if (first.size === work.pairs.length) return;
    yield { work: { ...work, pairs: [...first.values()] } };
    yield { work: { ...work, pairs: work.pairs.filter((pair) => last.get(pair.name) === pair) } };
  },
};

const RENAMES: readonly ((name: string) => string)[] = [
  (name) => snakeCase(name).replace(/([a-z])(\d+)$/, '$1_$2'),
  snakeCase,
  (name) => name.toLowerCase(),
  (name) => name.replace(/[-. ]/g, '_').trim(),
];

/** Names as a bean spells them. */
const renamed: Suspect = {
  id: 'field-renamed-case',
  cost: 1.9,
  source: 'beans in camelCase or PascalCase, columns in capitals',
  *attempts(work, { known }): Iterable<Attempt> {
    const isKnown = (name: string): boolean => name === 'sign' || known.has(name) || known.has(uncounted(name));
    for (const rename of RENAMES) {
      const turned = work.pairs.filter(({ name }) => !isKnown(name) && isKnown(rename(name))).length;
      // A bean renames all alike, also what is not known here.
      const all = turned * 2 > work.pairs.length;
      const names = work.pairs.map(({ name }) => (isKnown(name) || (!all && !isKnown(rename(name))) ? name : rename(name)));
      if (names.some((name, i) => name !== work.pairs[i]?.name))
        yield { work: { ...work, pairs: work.pairs.map((pair, i) => ({ ...pair, name: names[i] as string })) } };
    }
  },
};

const trimmed = overValues({
  id: 'v2-trim-cdata',
  cost: 2,
  source: 'w7corp/easywechat#1131; wxpay/WXPay-SDK-Java WXPayUtil trims values',
  spread: 'both',
  *undo(value, name) {
    const trimmedValue = value.trim();
    if (trimmedValue !== value) yield trimmedValue;
    const cdata = /^<!\[CDATA\[([\s\S]*)\]\]>$/.exec(trimmedValue)?.[1];
    if (cdata !== undefined) yield cdata;
    const hex = unescapeHex(value);
    if (hex !== null) yield hex;
    const once = unescapeHtml(value);
    yield once;
    yield unescapeHtml(once);
    yield unescapeJson(value);
    yield stripSlashes(value);
    // Filters one behind the other: entities of what had backslashes, or the other way round.
    yield stripSlashes(once);
    yield unescapeHtml(stripSlashes(value));
    if (/^\s*[[{]/.test(value)) yield value.replaceAll("'", '"');
    if (value.includes('\n')) yield value.replace(/\r?\n/g, '\r\n');
    if (value.includes('\r\n')) yield value.replace(/\r\n/g, '\n');
    if (!isProse(name)) return;
    yield* untrimmed(value);
    yield `  ${value}  `;
    for (const text of new Set([once, stripSlashes(value), stripSlashes(once), hex ?? value])) if (text !== value) yield* untrimmed(text);
  },
});

export const suspects: readonly Suspect[] = [signTypeRemoved, trimmed, empty, twice, renamed, unknownFields, added, ...texts];

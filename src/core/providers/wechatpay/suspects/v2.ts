/** Mistakes with v2: parameters dropped or kept, values trimmed or escaped. What is undone here gives the text that WeChat Pay signed. */
import { untrimmed } from '../../../content/undo/blanks.ts';
import { crossedBack, percentDecoded, singleBytes, strictly } from '../../../content/undo/encodings.ts';
import { stripSlashes, unescapeHex, unescapeHtml, unescapeJson } from '../../../content/undo/markup.ts';
import { asAmount, isNothing } from '../../../content/undo/values.ts';
import { overValues } from '../../over-values.ts';
import type { Attempt, Suspect, Work, WorkPair } from '../../suspect.ts';

const add = (work: Work, ...added: readonly (readonly [string, string])[]): Work => ({
  ...work,
  pairs: [...work.pairs, ...added.map(([name, value]): WorkPair => ({ name, value, from: null }))],
});
const valueOf = (work: Work, name: string): string | undefined => work.pairs.find((pair) => pair.name === name)?.value;

/** Elements whose value can be told: constants, and twins of others. */
const unknownFields: Suspect = {
  id: 'v2-unknown-fields',
  cost: 2.5,
  source: 'binarywang/WxJava#266: beans drop what they do not know; every element takes part',
  *attempts(work): Iterable<Attempt> {
    const total = valueOf(work, 'total_fee') ?? '';
    const cash = valueOf(work, 'cash_fee') ?? '';
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
      ['coupon_count', ['1']],
      ['version', ['1.0']],
    ];
    const open = guesses
      .filter(([name]) => valueOf(work, name) === undefined)
      .flatMap(([name, values]) => values.filter((value) => value !== '').map((value) => [name, value] as const));
    for (const each of open) yield { work: add(work, each) };
    for (const [i, a] of open.entries()) for (const b of open.slice(i + 1)) if (a[0] !== b[0]) yield { work: add(work, a, b), cost: 2 };
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

/** Parameters that came in with the request, not with the XML. */
const added: Suspect = {
  id: 'own-query-param',
  cost: 2.2,
  source: 'notify_url with parameters of its own',
  *attempts(work, { known }): Iterable<Attempt> {
    // What WeChat Pay is known to send belongs to the XML: leaving it out would explain a changed value by a wrong story.
    for (const { name } of work.pairs)
      if (!known.has(name) && !known.has(name.replace(/_\d+$/, '_$n')))
        yield { work: { ...work, pairs: work.pairs.filter((pair) => pair.name !== name) } };
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
    const hex = unescapeHex(value);
    if (hex !== null) yield hex;
    yield unescapeHtml(value);
    yield unescapeJson(value);
    yield stripSlashes(value);
    if (value.includes('\n')) yield value.replace(/\r?\n/g, '\r\n');
    if (value.includes('\r\n')) yield value.replace(/\r\n/g, '\n');
    if (/^(attach|body|detail|device_info|return_msg|err_code_des|goods_tag)$/.test(name)) yield* untrimmed(value);
  },
});

const texts: readonly Suspect[] = [
  overValues({
    id: 'content-not-decoded',
    cost: 2.4,
    source: 'Javen205/IJPay#58: values are not URL-encoded in v2',
    spread: 'both',
    *undo(value) {
      for (const mode of ['form', 'uri'] as const) {
        const text = percentDecoded(value, mode, 'utf-8');
        if (text !== null) yield text;
      }
    },
  }),
  overValues({
    id: 'mojibake-latin1',
    cost: 2.2,
    source: 'a servlet that reads ISO-8859-1',
    spread: 'both',
    *undo(value) {
      const bytes = singleBytes(value);
      const text = bytes && strictly(bytes, 'utf-8');
      if (text) yield text;
    },
  }),
  overValues({ id: 'gbk-utf8-crossed', cost: 2.4, source: 'UTF-8 read as GBK', spread: 'both', undo: (value) => crossedBack(value) }),
  overValues({
    id: 'numbers-reformatted',
    cost: 2.4,
    source: 'binarywang/WxJava#1483: amounts are integers in fen',
    spread: 'both',
    where: (name) => /_fee(_\d+)?$|_count$/.test(name),
    *undo(value) {
      const amount = asAmount(value)?.replace(/\.00$/, '') ?? value.replace(/\.0+$/, '');
      yield amount;
      if (/^\d+\.\d{1,2}$/.test(value)) yield String(Math.round(Number(value) * 100));
    },
  }),
  overValues({
    id: 'null-literal',
    cost: 2.4,
    source: 'a bean prints what it lacks',
    spread: 'both',
    *undo(value) {
      if (isNothing(value)) yield '';
    },
  }),
];

export const suspects: readonly Suspect[] = [signTypeRemoved, trimmed, empty, unknownFields, added, ...texts];

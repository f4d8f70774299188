/** Mistakes about which parameters there are: too many, too few, twice, renamed, cut apart. */
import type { Attempt, Suspect, Work, WorkPair } from '../../suspect.ts';
import { isNothing } from '../../../content/undo/values.ts';
import { snakeCase } from '../../../content/undo/letters.ts';
import { originOf } from '../foreign.ts';
import { V1, V2 } from '../rules.ts';

/** Beyond this many unknown names, only "all of them", each alone and all but one are tried here. */
const SUBSET_LIMIT = 10;
const SIGNATURE = new Set(['sign', 'sign_type']);

const dropping = (work: Work, dropped: (pair: WorkPair) => boolean): Work => ({
  ...work,
  pairs: work.pairs.filter((pair) => !dropped(pair)),
});

/** Own, framework's or added parameters, and cookies: leave out unknown names, all of them first. */
export const foreign: Suspect = {
  id: 'own-query-param',
  cost: 1,
  visible: true,
  source: 'yansongda/pay#5, lokielse/omnipay-alipay#108, helei112g/payment#144',
  *attempts(work, { known }) {
    const there = new Set(work.pairs.map(({ name }) => name));
    // A known name in another writing is no stranger, unless the name itself is there as well.
    const isStrange = (name: string): boolean =>
      !SIGNATURE.has(name) && !known.has(name) && !RENAMES.some((rename) => known.has(rename(name)) && !there.has(rename(name)));
    const names = [...there].filter(isStrange);
    for (const dropped of subsets(names)) yield withoutNames(work, new Set(dropped));
  },
};

/** A parameter of the merchant's that happens to have a name that Alipay knows from other messages. */
export const foreignKnown: Suspect = {
  id: 'own-query-param',
  cost: 6,
  source: 'yansongda/pay#474',
  *attempts(work, { known }) {
    for (const { name } of work.pairs)
      if (!SIGNATURE.has(name) && known.has(name))
        yield {
          ...withoutNames(work, new Set([name])),
          origins: new Map([[name, ['own-query-param', 'tampered-or-test', 'app-added-param']]]),
        };
  },
};

function withoutNames(work: Work, dropped: ReadonlySet<string>): Attempt {
  const origins = new Map([...dropped].map((name) => [name, originOf(name)]));
  return { work: dropping(work, ({ name }) => dropped.has(name)), origins, cost: dropped.size / 8 };
}

/** All, then each alone, all but one, then the rest by size. */
export function* subsets(names: readonly string[]): Iterable<readonly string[]> {
  if (names.length === 0) return;
  yield names;
  if (names.length === 1) return;
  for (const name of names) yield [name];
  if (names.length > 2) for (const name of names) yield names.filter((each) => each !== name);
  if (names.length > SUBSET_LIMIT) return;
  const masks = Array.from({ length: 1 << names.length }, (_, i) => i).filter((mask) => bits(mask) > 1 && bits(mask) < names.length - 1);
  for (const mask of masks.sort((a, b) => bits(a) - bits(b))) yield names.filter((_, i) => mask & (1 << i));
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest &= rest - 1) count++;
  return count;
}

/** The message signs sign_type, and it is gone: put it back. */
export const signTypeRemoved: Suspect = {
  id: 'sign-type-removed',
  cost: 2,
  source: 'yansongda/pay#389; alipay/alipay-sdk-java-all: rsaCheckV2',
  *attempts(work) {
    if ((work.rule.id !== V1.id && work.rule.id !== V2.id) || work.pairs.some(({ name }) => name === 'sign_type')) return;
    for (const value of ['RSA2', 'RSA'])
      yield { work: { ...work, rule: V2, pairs: [...work.pairs, { name: 'sign_type', value, from: null }] } };
  },
};

/** A name that came twice: keep the first, or the last; or a value that a proxy doubled: `utf-8,utf-8`. */
export const duplicateKey: Suspect = {
  id: 'duplicate-key',
  cost: 2,
  visible: true,
  source: 'PHP keeps the last of a repeated name, servlets the first',
  *attempts(work) {
    const first = new Set<string>();
    const firsts = work.pairs.filter(({ name }) => !first.has(name) && first.add(name));
    if (firsts.length < work.pairs.length) {
      yield { work: { ...work, pairs: firsts } };
      const last = new Set<string>();
      yield {
        work: {
          ...work,
          pairs: [...work.pairs]
            .reverse()
            .filter(({ name }) => !last.has(name) && last.add(name))
            .reverse(),
        },
      };
      for (const twice of new Set(
        work.pairs.filter(({ name }, i) => work.pairs.findIndex((pair) => pair.name === name) !== i).map(({ name }) => name),
      ))
        for (const kept of work.pairs.filter(({ name }) => name === twice))
          yield { work: dropping(work, (pair) => pair.name === twice && pair !== kept) };
    }
    const halves = work.pairs.map((pair) => ({ pair, half: halfOf(pair.value) ?? halfOfList(pair.value) }));
    const doubled = halves.filter(({ pair, half }) => half !== null && !SIGNATURE.has(pair.name));
    if (doubled.length === 0) return;
    const halved = (chosen: ReadonlySet<WorkPair>): Work => ({
      ...work,
      pairs: halves.map(({ pair, half }) => (half !== null && chosen.has(pair) ? { name: pair.name, value: half, from: pair.from } : pair)),
    });
    yield { work: halved(new Set(doubled.map(({ pair }) => pair))) };
    if (doubled.length > 1) for (const { pair } of doubled) yield { work: halved(new Set([pair])) };
  },
};

/** `x` of `x,x` (also `x, x`, `x;x`, `xx` with a separator); null where it is no such pair. */
function halfOf(value: string): string | null {
  for (const comma of [',', ', ', ';', '|']) {
    const size = (value.length - comma.length) / 2;
    if (
      Number.isInteger(size) &&
      size > 0 &&
      value.slice(size, size + comma.length) === comma &&
      value.startsWith(value.slice(size + comma.length))
    )
      return value.slice(0, size);
  }
  return null;
}

/** `x` of `["x","x"]`, as parsers of queries list a name that came twice. */
function halfOfList(value: string): string | null {
  const [, first, second] = /^\[\s*("(?:[^"\\]|\\.)*")\s*,\s*("(?:[^"\\]|\\.)*")\s*\]$/.exec(value) ?? [];
  return first !== undefined && first === second ? (JSON.parse(first) as string) : null;
}

/** Parameters without a value that the signer did not have. */
export const emptyKept: Suspect = {
  id: 'empty-kept',
  cost: 3,
  source: 'alipay/alipay-sdk-php-all: AopClient drops empty values, the Java SDK keeps them',
  *attempts(work, { nothing }) {
    const empty = work.pairs.filter(({ name, value, bytes }) => value === '' && bytes === undefined && !SIGNATURE.has(name));
    for (const names of subsets(empty.map(({ name }) => name)))
      yield {
        work: dropping(work, ({ name, value }) => value === '' && names.includes(name)),
        origins: new Map(names.map((name) => [name, nothing.has(name) ? ['null-literal', 'empty-kept'] : ['empty-kept']])),
      };
  },
};

/** What languages print for nothing: an empty value, or no parameter at all. */
export const nullLiteral: Suspect = {
  id: 'null-literal',
  cost: 3,
  visible: true,
  source: 'yansongda/laravel-pay#82; Java string concatenation of null, ECMA-262 template literals, Python str(None)',
  *attempts(work) {
    const found = work.pairs.filter(({ name, value }) => isNothing(value) && !SIGNATURE.has(name));
    for (const names of subsets(found.map(({ name }) => name))) {
      const hit = ({ name, value }: WorkPair): boolean => names.includes(name) && isNothing(value);
      yield { work: dropping(work, hit) };
      yield { work: { ...work, pairs: work.pairs.map((pair) => (hit(pair) ? { name: pair.name, value: '', from: pair.from } : pair)) } };
    }
  },
};

/** Optional parameters that arrive empty from some products, lost by a parser that skips blanks. */
export const OFTEN_EMPTY = [
  'body',
  'passback_params',
  'out_biz_no',
  'subject',
  'memo',
  'extra_common_param',
  'appid',
  'app_id',
  'buyer_logon_id',
  'voucher_detail_list',
  'biz_content',
  'discount',
  'complainText',
  'fund_bill_list',
  'point_amount',
  'sub_code',
  'sub_msg',
  'gmt_refund',
  'refund_fee',
  'receive_name',
  'receive_address',
  'extend_params',
  'merchant_app_id',
  'buyer_open_id',
  'buyer_id',
  'seller_email',
  'gmt_close',
  'settle_amount',
  'body_type',
  'operation_type',
  'store_id',
  'terminal_id',
];

export const emptyDropped: Suspect = {
  id: 'empty-dropped',
  cost: 4.4,
  source: 'alipay/alipay-sdk-java-all: getSignCheckContentV1 keeps empty values; Python parse_qs drops them; smartwalle/alipay#83',
  *attempts(work, { absent }) {
    const there = new Set(work.pairs.map(({ name }) => name));
    const usual = OFTEN_EMPTY.filter((name) => !there.has(name));
    const rest = absent.filter((name) => !there.has(name) && !usual.includes(name) && !SIGNATURE.has(name));
    const added = (names: readonly string[]): Work => ({
      ...work,
      pairs: [...work.pairs, ...names.map((name): WorkPair => ({ name, value: '', from: null }))],
    });
    for (const [i, name] of [...usual, ...rest].entries()) yield { work: added([name]), cost: Math.log2(1 + i) * 0.5 };
    // Other kinds of message have other parameters that may be empty.
    const own = usual.filter((name) => absent.includes(name));
    const few = [...own, ...(own.length < 8 ? rest : []), ...usual.filter((name) => !own.includes(name))].slice(0, 16);
    for (const [i, a] of few.entries()) for (const b of few.slice(i + 1)) yield { work: added([a, b]), cost: 2.5 };
    for (const [i, a] of few.slice(0, 10).entries())
      for (const [j, b] of few.slice(i + 1, 10).entries())
        for (const c of few.slice(i + j + 2, 10)) yield { work: added([a, b, c]), cost: 4.5 };
  },
};

/** Names written in camel case, in capitals, or with the dots and blanks that PHP replaces; `total_amount[]` of a query parser. */
export const renamed: Suspect = {
  id: 'field-renamed-case',
  cost: 0.4,
  visible: true,
  source: 'alipay/alipay-sdk-nodejs-all: option camelcase; PHP manual, "Variables From External Sources"',
  *attempts(work, { known }) {
    for (const rename of RENAMES) {
      const names = work.pairs.map(({ name }) => (SIGNATURE.has(name) || !known.has(rename(name)) ? name : rename(name)));
      const changed = names.filter((name, i) => name !== work.pairs[i]?.name).length;
      // Many names that are known once they are written otherwise are no chance.
      if (changed > 0)
        yield { work: { ...work, pairs: work.pairs.map((pair, i) => ({ ...pair, name: names[i] as string })) }, cost: changed < 5 ? 2 : 0 };
    }
  },
};

const RENAMES: readonly ((name: string) => string)[] = [
  snakeCase,
  (name) => name.toLowerCase(),
  (name) => name.trim(),
  (name) => name.replace(/\[\d*\]$/, ''),
  (name) => name.replace(/[-. ]/g, '_'),
];

/** The whole body was decoded before it was cut at `&`: values that hold `&` fell apart. Glue them again. */
export const decodedBeforeSplit: Suspect = {
  id: 'decode-before-split',
  cost: 2.5,
  visible: true,
  source: 'Pay-Group/best-pay-sdk#74, go-pay/gopay#113',
  *attempts(work, { known }) {
    const loose = work.pairs
      .map((pair, i) => ({ pair, i }))
      .filter(({ pair, i }) => i > 0 && pair.from !== null && !known.has(pair.name) && !SIGNATURE.has(pair.name))
      // A signature holds no `&`: what follows it did not fall off it.
      .filter(({ i }) => !SIGNATURE.has(work.pairs[i - 1]?.name ?? ''));
    if (loose.length === 0 || loose.length > 12) return;
    const all = new Set(loose.map(({ i }) => i));
    const choices = [all, ...(loose.length > 1 ? loose.map(({ i }) => new Set([i])) : [])];
    if (loose.length > 2 && loose.length <= 6)
      for (let mask = 1; mask < (1 << loose.length) - 1; mask++)
        choices.push(new Set(loose.filter((_, k) => mask & (1 << k)).map(({ i }) => i)));
    for (const chosen of choices) for (const bare of [false, true]) yield { work: glued(work, chosen, bare), cost: bare ? 1 : 0 };
  },
};

/** @param bare whether a piece without a value had no `=` of its own */
function glued(work: Work, chosen: ReadonlySet<number>, bare: boolean): Work {
  const pairs: WorkPair[] = [];
  for (const [i, pair] of work.pairs.entries()) {
    const before = pairs.at(-1);
    if (!chosen.has(i) || !before) pairs.push(pair);
    else
      pairs[pairs.length - 1] = {
        name: before.name,
        value: `${before.value}&${pair.name}${bare && pair.value === '' ? '' : '='}${pair.value}`,
        from: before.from,
      };
  }
  return { ...work, pairs };
}

/** The mistakes that are usual with Alipay's messages, each as the edit that undoes it. */
import type { Attempt, Suspect, Work, WorkPair } from '../suspect.ts';
import { originOf } from './foreign.ts';
import { V1, V2 } from './rules.ts';

/** Beyond this many unknown names, only "all of them" and each alone are tried here. */
const SUBSET_LIMIT = 8;

/** Own, framework's or added parameters, and cookies: leave out unknown names, all of them first. */
const foreign: Suspect = {
  id: 'own-query-param',
  cost: 1,
  source: 'yansongda/pay#5, lokielse/omnipay-alipay#108, helei112g/payment#144',
  *attempts(work, { known }) {
    const names = [...new Set(work.pairs.filter(({ name }) => name !== 'sign' && name !== 'sign_type' && !known.has(name)).map(({ name }) => name))];
    for (const dropped of subsets(names)) yield withoutNames(work, dropped);
  },
};

function withoutNames(work: Work, dropped: readonly string[]): Attempt {
  const origins = dropped.map((name) => originOf(name));
  const [id, ...alternatives] = origins[0] as [string, ...string[]];
  return { work: { ...work, pairs: work.pairs.filter(({ name }) => !dropped.includes(name)) }, id, alternatives, cost: dropped.length / 4 };
}

/** All, then each alone, then the rest by size. */
function* subsets(names: readonly string[]): Iterable<readonly string[]> {
  if (names.length === 0) return;
  yield names;
  if (names.length === 1) return;
  for (const name of names) yield [name];
  if (names.length > SUBSET_LIMIT) return;
  const masks = Array.from({ length: (1 << names.length) - 2 }, (_, i) => i + 1).filter((mask) => bits(mask) > 1);
  for (const mask of masks.sort((a, b) => bits(a) - bits(b))) yield names.filter((_, i) => mask & (1 << i));
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest > 0; rest &= rest - 1) count++;
  return count;
}

/** The message signs sign_type, and it is gone: put it back. */
const signTypeRemoved: Suspect = {
  id: 'sign-type-removed',
  cost: 3,
  source: 'yansongda/pay#389; alipay/alipay-sdk-java-all: rsaCheckV2',
  *attempts(work) {
    if (work.rule.id !== V1.id || work.pairs.some(({ name }) => name === 'sign_type')) return;
    for (const value of ['RSA2', 'RSA']) {
      const added: WorkPair = { name: 'sign_type', value, from: null };
      yield { work: { ...work, rule: V2, pairs: [...work.pairs, added] } };
    }
  },
};

/** A name that came twice: keep the first, or the last. */
const duplicateKey: Suspect = {
  id: 'duplicate-key',
  cost: 3,
  source: 'PHP keeps the last of a repeated name, servlets the first',
  *attempts(work) {
    const names = new Set<string>();
    if (!work.pairs.some(({ name }) => names.has(name) || !names.add(name))) return;
    const first = new Set<string>();
    yield { work: { ...work, pairs: work.pairs.filter(({ name }) => !first.has(name) && first.add(name)) } };
    const last = new Set<string>();
    const reversed = [...work.pairs].reverse().filter(({ name }) => !last.has(name) && last.add(name));
    yield { work: { ...work, pairs: reversed.reverse() } };
  },
};

/** Parameters without a value that the signer did not have. */
const emptyKept: Suspect = {
  id: 'empty-kept',
  cost: 4,
  source: 'alipay/alipay-sdk-php-all: AopClient drops empty values, the Java SDK keeps them',
  *attempts(work) {
    const pairs = work.pairs.filter(({ value, bytes }) => value !== '' || bytes !== undefined);
    if (pairs.length < work.pairs.length) yield { work: { ...work, pairs } };
  },
};

/** The text is right, its bytes are not: Alipay signed GBK. */
const charsetGbk: Suspect = {
  id: 'charset-gbk-as-utf8',
  cost: 2,
  source: 'alipay/alipay-easysdk#146; Alipay answers in GBK where the gateway address names no charset',
  *attempts(work, { declared }) {
    const wide = work.pairs.some(({ value }) => /[^\0-\x7f]/.test(value));
    if (!wide || work.charset !== 'utf-8') return;
    if (declared && declared !== 'utf-8') yield { work: { ...work, charset: declared } };
    for (const charset of ['gbk', 'gb18030'] as const) if (charset !== declared) yield { work: { ...work, charset }, cost: declared === 'utf-8' ? 2 : 0 };
  },
};

export const suspects: readonly Suspect[] = [foreign, charsetGbk, signTypeRemoved, duplicateKey, emptyKept];

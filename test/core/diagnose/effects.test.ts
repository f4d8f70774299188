/** What the catalogue says about causes, and what several of them mean together; all combinations by hand. */
import { describe, expect, test } from 'vitest';
import type { Effect } from '../../../src/core/diagnose/causes.ts';
import { befalls, effectOf, isCause, reasonFor, sideOf } from '../../../src/core/diagnose/effects.ts';
import { coveredBy, ruledOut, together } from '../../../src/core/diagnose/ruled-out.ts';
import type { SearchResult } from '../../../src/core/diagnose/search.ts';
import type { Work } from '../../../src/core/providers/suspect.ts';

test('a cause is known by its id', () => {
  expect(isCause('wrong-key')).toBe(false);
  expect(isCause('html-entity-quotes')).toBe(true);
  expect(isCause('')).toBe(false);
  expect(effectOf('app-key-as-alipay-key')).toBe('key');
  expect(effectOf('extra-framework-param')).toBe('unsigned');
  expect(effectOf('nobody knows')).toBe('none');
});

test.each([
  ['app-key-as-alipay-key', true, false],
  ['html-entity-quotes', true, false],
  ['v3-body-reserialised', false, true],
  ['v2-trim-cdata', false, true],
  ['nginx-hex-escape', true, true],
] as const)('%s befalls Alipay: %s, WeChat Pay: %s', (id, alipay, wechatpay) => {
  expect([befalls(id, 'alipay'), befalls(id, 'wechatpay')]).toEqual([alipay, wechatpay]);
});

test.each([
  ['server', 'server', 'server', 'server'],
  ['unsigned', 'server', 'server', 'server'],
  ['copy', 'paste', 'paste', 'paste'],
  ['form', 'paste', 'paste', 'paste'],
  ['key', 'key', 'key', 'key'],
  ['either', 'unknown', 'server', 'paste'],
  ['none', 'unknown', 'unknown', 'unknown'],
] as const)('%s was made at %s; said to be the server: %s, the paste: %s', (effect, unsaid, server, paste) => {
  expect([sideOf(effect, undefined), sideOf(effect, 'server'), sideOf(effect, 'paste')]).toEqual([unsaid, server, paste]);
});

test.each<readonly [effects: readonly Effect[], reason: ReturnType<typeof reasonFor>]>([
  [[], 'verified'],
  [['form'], 'verified'],
  [['copy'], 'verified-after-paste-repair'],
  [['form', 'copy'], 'verified-after-paste-repair'],
  [['unsigned'], 'verified-with-unsigned'],
  [['unsigned', 'copy', 'form'], 'verified-with-unsigned'],
  [['server'], 'content-explained'],
  [['either'], 'content-explained'],
  [['none'], 'content-explained'],
  [['key'], 'content-explained'],
  [['unsigned', 'server'], 'content-explained'],
  [['copy', 'either'], 'content-explained'],
])('%j together: %s', (effects, reason) => {
  expect(reasonFor(new Set(effects))).toBe(reason);
});

describe('what was excluded', () => {
  const result = (byCause: Readonly<Record<string, number>>, tried: number, complete: boolean): SearchResult => ({
    hit: null,
    tried,
    byCause: new Map(Object.entries(byCause)),
    complete,
  });
  const work = (id: string, charset: Work['charset']): Work => ({ pairs: [], charset, rule: { id, recipe: [], source: '' } });

  test('rules and sets are counted once each; then the causes, and no other id', () => {
    const starts = [work('V1', 'utf-8'), work('V1', 'gbk'), work('V2', 'utf-8'), work('V3', 'utf-8')];
    expect(ruledOut(result({ 'trim-value': 4, unknown: 9, 'html-entity-quotes': 2 }, 0, true), starts)).toEqual([
      { id: 'rules', tried: 3 },
      { id: 'charsets', tried: 2 },
      { id: 'trim-value', tried: 4 },
      { id: 'html-entity-quotes', tried: 2 },
    ]);
    expect(coveredBy(new Map([['unknown', 1]]))).toEqual([]);
  });
  test('two searches are counted together, and complete where both are', () => {
    const a = result({ x: 1, y: 2 }, 3, true);
    const b = result({ y: 3, z: 4 }, 7, true);
    expect(together(a, b)).toEqual(result({ x: 1, y: 5, z: 4 }, 10, true));
    expect([...a.byCause]).toEqual([
      ['x', 1],
      ['y', 2],
    ]);
    for (const [one, other] of [
      [false, true],
      [true, false],
      [false, false],
    ] as const)
      expect(together({ ...a, complete: one }, { ...b, complete: other }).complete).toBe(false);
  });
});

/** What stands beside a content that holds or was found: kinds of message, sets, parameters of the address, hops. */
import { describe, expect, test } from 'vitest';
import type { CauseId, Effect } from '../../../src/core/diagnose/causes.ts';
import type { Weighed } from '../../../src/core/diagnose/findings.ts';
import { weigh } from '../../../src/core/diagnose/findings.ts';
import { addressParameters, likelier, otherCharset, quirksOf, withHops } from '../../../src/core/diagnose/quirks.ts';
import type { DialectRules, Provider } from '../../../src/core/providers/provider.ts';
import type { Suspect, Work } from '../../../src/core/providers/suspect.ts';
import type { Reading } from '../../../src/core/read/reading.ts';

const work = (rule = 'V1', charset: Work['charset'] = 'utf-8', value = 'a'): Work => ({
  pairs: [{ name: 'n', value, from: 0 }],
  rule: { id: rule, recipe: [], source: '' },
  charset,
});
const rules = (rest: Partial<DialectRules>): DialectRules => ({
  rules: [],
  charsets: ['utf-8'],
  signature: { value: 'sign', type: null },
  ...rest,
});

describe('kinds of message', () => {
  const quirks = [
    { id: 'sign-type-removed', alternatives: ['empty-dropped', 'nobody knows'] },
    { id: 'charset-gbk-as-utf8', rule: 'V2' },
    { id: 'nobody knows' },
  ];
  const ids = (rule: string, explained: boolean) => quirksOf(rules({ quirks }), work(rule), explained).map(({ finding }) => finding.id);

  test('are told where nothing else was found; of a rule, where it holds', () => {
    expect(ids('V1', false)).toEqual(['sign-type-removed']);
    expect(ids('V1', true)).toEqual([]);
    expect(ids('V2', false)).toEqual(['sign-type-removed', 'charset-gbk-as-utf8']);
    expect(ids('V2', true)).toEqual(['charset-gbk-as-utf8']);
    expect(quirksOf(rules({}), work(), false)).toEqual([]);
  });
  test("are the provider's, harmless, and name the rule", () => {
    expect(quirksOf(rules({ quirks }), work('V1'), false)).toEqual([
      {
        effect: 'form',
        finding: {
          id: 'sign-type-removed',
          alternatives: ['empty-dropped'],
          side: 'provider',
          proof: 'digest',
          edits: [{ op: 'use-rule', value: 'V1' }],
          before: [],
          after: [],
        },
      },
    ]);
  });
});

describe('another set than a server may think of', () => {
  const reading = (detected: string | null): Reading => ({ charset: { detected } }) as unknown as Reading;

  test('is told of letters beyond ASCII, where the paste was not in it', () => {
    expect(otherCharset(reading('utf-8'), work('V1', 'gbk', '支付'))).toMatchObject([
      {
        effect: 'form',
        finding: { id: 'charset-gbk-as-utf8', side: 'server', proof: 'digest', edits: [{ op: 'use-charset', value: 'gbk' }] },
      },
    ]);
  });
  test.each([
    ['the paste was in it', 'gbk', 'gbk', '支付'],
    ['it is UTF-8', 'gbk', 'utf-8', '支付'],
    ['all is ASCII', 'utf-8', 'gbk', 'a~\x7f'],
  ] as const)('is not, where %s', (_, detected, charset, value) => {
    expect(otherCharset(reading(detected), work('V1', charset, value))).toEqual([]);
  });
});

describe('parameters of the address', () => {
  const provider = { mayBeUnsigned: (name: string) => !name.startsWith('gmt') } as unknown as Provider;
  const reading = (rest: Partial<Reading>): Reading =>
    ({ url: '/notify?shop=1&a=2&gmt_x=3&shop=4&=5&&b', method: 'POST', bodySpan: [0, 1], pairs: [{ name: 'a' }], ...rest }) as Reading;
  const names = (rest: Partial<Reading> = {}, of: Partial<DialectRules> = {}) =>
    addressParameters(reading(rest), provider, rules(of)).flatMap(({ finding }) => finding.edits.map(({ name }) => name));

  test('that the body does not hold and that may be unsigned are told, once each', () => {
    expect(names()).toEqual(['shop', 'b']);
    expect(addressParameters(reading({}), provider, rules({}))).toMatchObject([
      {
        finding: {
          id: 'own-query-param',
          proof: 'structure',
          alternatives: ['extra-framework-param'],
          edits: [{ op: 'drop-pair' }, { op: 'drop-pair' }],
        },
      },
    ]);
  });
  test.each<readonly [why: string, rest: Partial<Reading>, of: Partial<DialectRules>]>([
    ['of an address without any', { url: '/notify' }, {}],
    ['behind a number sign', { url: '/notify#?shop=1' }, {}],
    ['of an address that is the message', { method: 'GET' }, {}],
    ['where the body is signed as it stands', {}, { raw: true }],
    ['where parts are signed', {}, { parts: () => null }],
    ['that are all in the body', { url: '/notify?a=1' }, {}],
  ])('none %s', (_, rest, of) => {
    expect(addressParameters(reading(rest), provider, rules(of))).toEqual([]);
  });
  test('none without an address or a body', () => {
    const { url: _url, ...noAddress } = reading({});
    const { bodySpan: _body, ...noBody } = reading({});
    expect(addressParameters(noAddress, provider, rules({}))).toEqual([]);
    expect(addressParameters(noBody, provider, rules({}))).toEqual([]);
  });
  test('sixteen at most', () => {
    const query = Array.from({ length: 20 }, (_, i) => `p${i}=1`).join('&');
    expect(names({ url: `/notify?${query}` })).toHaveLength(16);
  });
});

describe('what befell the signature is expected of the content', () => {
  const suspects = ['trim-value', 'content-not-decoded', 'plus-to-space-value', 'decode-before-split'].map((id): Suspect => ({
    id,
    cost: 3,
    source: '',
    attempts: () => [],
  }));
  const cheap = (repair: string | undefined) => likelier(suspects, repair).flatMap(({ id, cost }) => (cost === 0.5 ? [id] : []));

  test.each([
    ['sign-still-encoded', ['content-not-decoded']],
    ['sign-plus-to-space', ['plus-to-space-value']],
    ['sign-equals-lost', ['decode-before-split']],
    ['base64-url-safe', []],
    ['nobody knows', []],
    [undefined, []],
  ])('%s: %j', (repair, ids) => {
    expect(cheap(repair)).toEqual(ids);
    expect(likelier(suspects, repair).map(({ id }) => id)).toEqual(suspects.map(({ id }) => id));
  });
});

describe('hops', () => {
  const found = (id: CauseId, effect: Effect = 'server', alternatives: readonly CauseId[] = []): Weighed =>
    weigh(id, 'digest', {}, { effect, alternatives });
  const told = (ofSignature: readonly Weighed[], content: readonly Weighed[], of: Partial<DialectRules> = {}) =>
    withHops(ofSignature, content, rules(of)).map(({ finding }) => [finding.id, ...finding.alternatives]);

  test('nothing is told of nothing', () => {
    expect(told([], [])).toEqual([]);
  });
  test('one mistake needs none', () => {
    expect(told([], [found('plus-to-space-value')])).toEqual([['plus-to-space-value']]);
  });
  test('two that one hop makes name it beside the first; every hop that makes all of them', () => {
    expect(told([], [found('json-reserialised-values'), found('field-renamed-case')])).toEqual([
      ['json-reserialised-values', 'mq-forward'],
      ['field-renamed-case'],
    ]);
    expect(told([], [found('numbers-reformatted'), found('mojibake-latin1')])).toEqual([
      ['numbers-reformatted', 'mq-forward', 'replay-from-database'],
      ['mojibake-latin1'],
    ]);
    expect(told([], [found('html-entity-quotes'), found('own-query-param')])[0]).toEqual(['html-entity-quotes', 'proxy-rewrite']);
    expect(told([], [found('html-entity-quotes'), found('field-renamed-case')])[0]).toEqual(['html-entity-quotes']);
  });
  test('what is harmless does not count', () => {
    for (const effect of ['form', 'copy'] as const)
      expect(told([], [found('numbers-reformatted'), found('mojibake-latin1', effect)])[0]).toEqual(['numbers-reformatted']);
  });
  test('the signature comes first, unless the same befell the content', () => {
    expect(told([found('sign-plus-to-space')], [found('trim-value')]).map(([id]) => id)).toEqual(['sign-plus-to-space', 'trim-value']);
    expect(told([found('sign-plus-to-space')], [found('plus-to-space-value')])).toEqual([
      ['plus-to-space-value', 'mq-forward', 'proxy-rewrite'],
      ['sign-plus-to-space'],
    ]);
    expect(told([found('base64-url-safe'), found('sign-still-encoded')], [found('content-not-decoded')]).map(([id]) => id)).toEqual([
      'base64-url-safe',
      'content-not-decoded',
      'sign-still-encoded',
    ]);
  });
  test('other ids are kept, each once, and the first never beside itself', () => {
    expect(
      told([], [found('numbers-reformatted', 'server', ['replay-from-database', 'numbers-reformatted']), found('param-missing')]),
    ).toEqual([['numbers-reformatted', 'replay-from-database'], ['param-missing']]);
  });
  test('kinds of message stand beside what they are about', () => {
    const quirks = [{ id: 'superglobals-empty' }, { id: 'sdk-bug', rule: 'V1' }, { id: 'nobody knows' }];
    for (const id of ['sign-type-removed', 'charset-gbk-as-utf8', 'empty-dropped'] as const)
      expect(told([], [found(id)], { quirks })).toEqual([[id, 'superglobals-empty']]);
    expect(told([], [found('trim-value')], { quirks })).toEqual([['trim-value']]);
  });
});

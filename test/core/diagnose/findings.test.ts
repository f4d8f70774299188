/** From what was bent to what is told: the edits are the difference between before and after, each with its place. */
import { describe, expect, test } from 'vitest';
import { differences, findingsOf, findingsOfReading, findingsOfSignature, weigh } from '../../../src/core/diagnose/findings.ts';
import type { Telling } from '../../../src/core/diagnose/findings.ts';
import type { SearchStep } from '../../../src/core/diagnose/search.ts';
import type { Provider } from '../../../src/core/providers/provider.ts';
import type { Attempt, Work, WorkPair } from '../../../src/core/providers/suspect.ts';
import type { Reading } from '../../../src/core/read/reading.ts';

const work = (pairs: readonly WorkPair[], rule = 'V1', charset: Work['charset'] = 'utf-8'): Work => ({
  pairs,
  rule: { id: rule, recipe: [], source: '' },
  charset,
});
const a: WorkPair = { name: 'a', value: '1', from: 0 };
const b: WorkPair = { name: 'b', value: '2', from: 1 };
const part: WorkPair = { name: 'body', value: 'x', from: null };
const reading = { pairs: [{ valueSpan: [5, 6] }, { valueSpan: [9, 10] }] } as unknown as Reading;
const telling: Telling = { reading, provider: { mayBeUnsigned: (name: string) => name !== 'a' } as unknown as Provider, side: undefined };

describe('differences', () => {
  test('of the same are none', () => {
    expect(differences(work([a, b, part]), work([a, b, part]), reading)).toEqual([]);
    expect(differences(work([a, b]), work([b, a]), reading)).toEqual([]);
  });
  test('a pair left out', () => {
    expect(differences(work([a, b]), work([b]), reading)).toEqual([
      { edit: { op: 'drop-pair', pair: 0, name: 'a', at: 5 }, before: { name: 'a', text: '1' } },
    ]);
  });
  test('a value, a name or bytes that are others', () => {
    expect(differences(work([a, b]), work([a, { ...b, value: '3' }]), reading)).toEqual([
      { edit: { op: 'set-value', pair: 1, name: 'b', at: 9, count: 1 }, before: { name: 'b', text: '2' }, after: { name: 'b', text: '3' } },
    ]);
    expect(differences(work([a]), work([{ ...a, name: 'c' }]), reading)).toEqual([
      { edit: { op: 'set-value', pair: 0, name: 'a', at: 5, count: 1 }, before: { name: 'a', text: '1' }, after: { name: 'c', text: '1' } },
    ]);
    expect(differences(work([a]), work([{ ...a, bytes: 'AQ==' }]), reading)).toHaveLength(1);
  });
  test('places are counted where both texts are equally long', () => {
    const count = (from: string, to: string) =>
      differences(work([{ ...a, value: from }]), work([{ ...a, value: to }]), reading)[0]?.edit.count;
    expect(count('a b c', 'a+b+c')).toBe(2);
    expect(count('a b c', 'a+b+cd')).toBe(1);
    expect(count('abc', 'xyz')).toBe(3);
  });
  test('a pair that was not there', () => {
    const added: WorkPair = { name: 'c', value: '3', from: null };
    expect(differences(work([a]), work([a, added]), reading)).toEqual([
      { edit: { op: 'add-pair', name: 'c', value: '3' }, after: { name: 'c', text: '3' } },
    ]);
  });
  test('a part that is another one now; one that is gone is not told', () => {
    const other: WorkPair = { ...part, value: 'y z' };
    expect(differences(work([a, part]), work([a, other]), reading)).toEqual([
      { edit: { op: 'set-value', name: 'body', count: 1 }, before: { name: 'body', text: 'x' }, after: { name: 'body', text: 'y z' } },
    ]);
    // A parameter of the same name is no part.
    expect(differences(work([{ ...a, name: 'body' }]), work([{ ...a, name: 'body' }, other]), reading)).toMatchObject([
      { edit: { op: 'add-pair' } },
    ]);
    expect(differences(work([a, part]), work([a]), reading)).toEqual([]);
  });
  test('another rule, another set', () => {
    expect(differences(work([a]), work([a], 'V2', 'gbk'), reading)).toEqual([
      { edit: { op: 'use-rule', value: 'V2' } },
      { edit: { op: 'use-charset', value: 'gbk' } },
    ]);
  });
  test('a pair without a place in the paste has none', () => {
    const far: WorkPair = { name: 'z', value: '1', from: 7 };
    expect(differences(work([far]), work([]), reading)).toEqual([
      { edit: { op: 'drop-pair', pair: 7, name: 'z' }, before: { name: 'z', text: '1' } },
    ]);
  });
  test('long values are cut', () => {
    const text = (length: number) => differences(work([{ ...a, value: 'x'.repeat(length) }]), work([]), reading)[0]?.before?.text;
    expect(text(2000)).toBe('x'.repeat(2000));
    expect(text(2001)).toBe(`${'x'.repeat(2000)}…`);
  });
});

describe('a finding', () => {
  test('takes its side from its effect, unless it is given', () => {
    expect(weigh('html-entity-quotes', 'digest', { side: 'paste' })).toMatchObject({ effect: 'either', finding: { side: 'paste' } });
    expect(weigh('html-entity-quotes', 'digest', {}, { effect: 'server' })).toMatchObject({
      effect: 'server',
      finding: { side: 'server' },
    });
    expect(weigh('html-entity-quotes', 'guess', {}, { side: 'key' })).toEqual({
      effect: 'either',
      finding: { id: 'html-entity-quotes', alternatives: [], side: 'key', proof: 'guess', edits: [], before: [], after: [] },
    });
  });
});

describe('the steps of a search', () => {
  const step = (id: string, attempt: Attempt, others: readonly string[] = []): SearchStep => ({
    suspect: { id, cost: 1, source: '', attempts: () => [] },
    attempt,
    others,
  });
  const start = work([a, b]);
  const noA = work([b]);
  const told = (...steps: readonly SearchStep[]) =>
    findingsOf(start, steps, telling).map(({ finding: { id, alternatives, edits } }) => [
      id,
      alternatives,
      edits.map(({ op, name }) => `${op} ${name ?? ''}`),
    ]);
  const effectOf = (each: SearchStep) => findingsOf(start, [each], telling)[0]?.effect;

  test('each is told with what it changed since the one before', () => {
    expect(
      told(
        step('trim-value', { work: work([a, { ...b, value: '2 ' }]) }),
        step('html-entity-quotes', {
          work: work([
            { ...a, value: '"' },
            { ...b, value: '2 ' },
          ]),
        }),
      ),
    ).toEqual([
      ['trim-value', [], ['set-value b']],
      ['html-entity-quotes', [], ['set-value a']],
    ]);
    const [first] = findingsOf(start, [step('trim-value', { work: noA })], telling);
    expect(first?.finding).toMatchObject({ proof: 'digest', before: [{ name: 'a', text: '1' }], after: [] });
  });
  test('an attempt says more exactly than its suspect; all ids once, and those of the catalogue only', () => {
    const attempt: Attempt = { work: noA, id: 'html-entity-quotes', alternatives: ['smart-quotes', 'html-entity-quotes'] };
    expect(told(step('trim-value', attempt, ['smart-quotes', 'nobody knows', 'emoji-lost']))).toEqual([
      ['html-entity-quotes', ['smart-quotes', 'emoji-lost'], ['drop-pair a']],
    ]);
  });
  test('the same mistake in two steps is one', () => {
    const twice = told(
      step('trim-value', { work: work([{ ...a, value: '1 ' }, b]) }),
      step('trim-value', {
        work: work([
          { ...a, value: '1 ' },
          { ...b, value: '2 ' },
        ]),
      }),
    );
    expect(twice).toEqual([['trim-value', [], ['set-value a']]]);
  });
  test('a mistake on the way is told behind the one that led there', () => {
    const between = work([a, { ...b, value: '3' }]);
    const end = work([{ ...b, value: '3' }]);
    expect(told(step('trim-value', { work: end, via: { id: 'html-entity-quotes', work: between } }))).toEqual([
      ['trim-value', [], ['drop-pair a']],
      ['html-entity-quotes', [], ['set-value b']],
    ]);
  });
  test("an unsigned parameter is the server's fault where the provider may have meant it", () => {
    expect(effectOf(step('extra-framework-param', { work: work([a]) }))).toBe('unsigned');
    expect(effectOf(step('extra-framework-param', { work: noA }))).toBe('server');
    expect(effectOf(step('trim-value', { work: noA }))).toBe('either');
  });
  test('parameters left out are told by who may have put them there', () => {
    const origins = new Map([
      ['a', ['own-query-param', 'extra-framework-param']],
      ['b', ['app-added-param']],
    ]);
    expect(told(step('extra-framework-param', { work: work([]), origins }, ['app-added-param']))).toEqual([
      ['own-query-param', ['extra-framework-param', 'app-added-param'], ['drop-pair a']],
      ['app-added-param', [], ['drop-pair b']],
    ]);
    const same = new Map([
      ['a', ['own-query-param']],
      ['b', ['own-query-param']],
    ]);
    expect(told(step('extra-framework-param', { work: work([]), origins: same }))).toEqual([
      ['own-query-param', [], ['drop-pair a', 'drop-pair b']],
    ]);
  });
});

describe('what was undone while reading', () => {
  const told = (...ids: readonly string[]) =>
    findingsOfReading({ repairs: ids.map((id, i) => ({ id, count: i + 1, spans: [[i + 3, i + 4]] })) } as unknown as Reading, {});
  const ids = (...given: readonly string[]) => told(...given).map(({ finding }) => finding.id);

  test('is told where it is a cause, with its place', () => {
    expect(told('nobody knows', 'log-json-escaped')).toMatchObject([
      {
        finding: {
          id: 'log-json-escaped',
          proof: 'structure',
          alternatives: ['backslash-quotes'],
          edits: [{ op: 'read-form', value: 'log-json-escaped', count: 2, at: 4 }],
        },
      },
    ]);
    const [finding] = findingsOfReading({ repairs: [{ id: 'log-json-escaped', count: 1, spans: [] }] } as unknown as Reading, {});
    expect(finding?.finding.edits).toEqual([{ op: 'read-form', value: 'log-json-escaped', count: 1 }]);
  });
  test('a dump comes last, and is not told of a dump of lists', () => {
    expect(ids('java-map-tostring', 'log-json-escaped')).toEqual(['log-json-escaped', 'java-map-tostring']);
    expect(ids('java-map-tostring', 'querydict-lists')).toEqual(['querydict-lists']);
    expect(told('querydict-lists')[0]?.finding.alternatives).toEqual(['java-map-tostring']);
    expect(told('java-map-tostring')[0]?.finding.alternatives).toEqual([]);
  });
  test('nested values written back are harmless here', () => {
    expect(told('nested-value-rebuilt')).toMatchObject([
      {
        effect: 'form',
        finding: { id: 'json-reserialised-values', side: 'paste', proof: 'structure', edits: [{ value: 'nested-value-rebuilt' }] },
      },
    ]);
  });
  test("entities of a page are its copy, not a filter's", () => {
    expect(told('html-entity-quotes')).toMatchObject([{ effect: 'copy', finding: { side: 'paste' } }]);
    expect(told('java-map-tostring')).toMatchObject([{ effect: 'form' }]);
  });
});

test('damage of a signature is told as often as it was undone', () => {
  const repair = { id: 'sign-plus-to-space', text: 'a+b+', bytes: new Uint8Array(), also: ['base64-linebreaks'] } as const;
  const found = findingsOfSignature(repair, 'a b ', 'sign', 'length', { side: 'paste' });
  expect(found.map(({ finding }) => finding.id)).toEqual(['sign-plus-to-space', 'base64-linebreaks']);
  for (const { finding } of found)
    expect(finding).toMatchObject({
      proof: 'length',
      edits: [{ op: 'set-signature', name: 'sign', count: 2 }],
      before: [{ name: 'sign', text: 'a b ' }],
      after: [{ name: 'sign', text: 'a+b+' }],
    });
});

/** What a text shows of its own loss: which values, which cause, which places. */
import { describe, expect, test } from 'vitest';
import { damagedNames, losses } from '../../../src/core/diagnose/losses.ts';
import type { Reading } from '../../../src/core/read/reading.ts';

/** The values stand one behind the other, each at ten times its place. */
const reading = (...pairs: readonly (readonly [name: string, value: string])[]): Reading =>
  ({ pairs: pairs.map(([name, value], i) => ({ name, value, nameSpan: [0, 0], valueSpan: [10 * i, 10 * i + 1] })) }) as unknown as Reading;
const told = (...values: readonly string[]) =>
  losses(reading(...values.map((value, i): readonly [string, string] => [`n${i}`, value]))).map(({ finding, effect }) => [
    finding.id,
    finding.proof,
    finding.alternatives,
    finding.before,
    finding.edits,
    effect,
  ]);
const edit = (i: number) => ({ op: 'set-value', name: `n${i}`, pair: i, at: 10 * i });
const text = (i: number, value: string) => ({ name: `n${i}`, text: value });

describe('text that was destroyed', () => {
  test('U+FFFD and what GBK makes of it', () => {
    expect(told('fine', 'a\ufffd', '锟斤拷??')).toEqual([
      [
        'mojibake-lossy',
        'structure',
        ['alipay-side-defect'],
        [text(1, 'a\ufffd'), text(2, '锟斤拷??')],
        [edit(1), edit(2)],
        expect.any(String),
      ],
    ]);
  });
  test('question marks in a row', () => {
    expect(told('??', 'fine')).toEqual([
      ['latin1-redecode', 'structure', ['emoji-lost', 'jvm-default-charset'], [text(0, '??')], [edit(0)], expect.any(String)],
    ]);
  });
  test('both, each by itself', () => {
    expect(told('??', '\ufffd').map(([id, , , before]) => [id, before])).toEqual([
      ['mojibake-lossy', [text(1, '\ufffd')]],
      ['latin1-redecode', [text(0, '??')]],
    ]);
  });
  test('names are told', () => {
    expect(damagedNames(reading(['a', 'x'], ['b', '\ufffd'], ['c', '??'], ['d', '?'], ['e', '锟斤拷']))).toEqual(['b', 'c', 'e']);
  });
  test('eight are shown, each up to 200 signs; all are to be set', () => {
    const [finding] = told(...Array.from({ length: 9 }, () => `\ufffd${'a'.repeat(300)}`));
    const [, , , before, edits] = finding ?? [];
    expect(before).toHaveLength(8);
    expect((before as readonly { text: string }[])[0]?.text).toHaveLength(200);
    expect(edits).toHaveLength(9);
  });
  test('nothing of what is whole', () => {
    expect(told('fine', '支付', 'a?', '?', '1.00')).toEqual([]);
    expect(told()).toEqual([]);
  });
});

describe('a single question mark beside Chinese', () => {
  test('on either side, is a guess', () => {
    expect(told('支付?', 'x', '?付款')).toEqual([
      ['emoji-lost', 'guess', ['latin1-redecode'], [text(0, '支付?'), text(2, '?付款')], [edit(0), edit(2)], expect.any(String)],
    ]);
  });
  test('is none where more is lost', () => {
    expect(told('支付?', '??').map(([id]) => id)).toEqual(['latin1-redecode']);
  });
  test('is none where all values have one', () => {
    expect(told('付?', '付?', '付?', '付?')).toHaveLength(1);
    expect(told('付?', '付?', '付?', '付?', '付?')).toEqual([]);
  });
  test('is shown up to 200 signs', () => {
    const [finding] = told(`付?${'a'.repeat(300)}`);
    expect((finding?.[3] as readonly { text: string }[])[0]?.text).toHaveLength(200);
  });
  test.each(['㐀?', '鿿?'])('%s, the ends of the block', (value) => {
    expect(told(value)).toHaveLength(1);
  });
  test('is looked for in linear time', () => {
    const began = performance.now();
    told('测'.repeat(200_000));
    expect(performance.now() - began).toBeLessThan(500);
  });
});

describe('a long number that passed through a float', () => {
  test('is told, with its text', () => {
    expect(told('2.0261120220014E+27', '1')).toEqual([
      ['numbers-reformatted', 'structure', [], [text(0, '2.0261120220014E+27')], [edit(0)], expect.any(String)],
    ]);
  });
  test.each([
    ['2E27', true],
    ['2.02e+27', true],
    ['2.02e27', true],
    ['20.2E+27', false],
    ['2.02E+7', false],
    ['2.02E+127', false],
    ['2.02E-27', false],
    ['2.E+27', false],
    ['x2E27', false],
    ['2E27x', false],
    [`2.${'0'.repeat(34)}E27`, true],
    [`2.${'0'.repeat(35)}E27`, false],
  ])('%s: %s', (value, is) => {
    expect(told(value)).toHaveLength(is ? 1 : 0);
  });
  test('eight are shown, all are to be set', () => {
    const [finding] = told(...Array.from({ length: 9 }, () => '2E27'));
    expect([finding?.[3], finding?.[4]].map((list) => (list as unknown[]).length)).toEqual([8, 9]);
  });
  test('is told beside other losses', () => {
    expect(told('2E27', '\ufffd').map(([id]) => id)).toEqual(['mojibake-lossy', 'numbers-reformatted']);
  });
});

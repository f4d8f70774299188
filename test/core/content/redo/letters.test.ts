/** Blanks and letters as programs change them: each way on one text that shows it. */
import { expect, test } from 'vitest';
import { made } from './ways.ts';

test('trimmed: both ends of ASCII blanks, both of any, the end, the start, the end of any', () => {
  expect(made('trim-value', ' \u3000\t a b \u00a0\n')).toEqual([
    '\u3000\t a b \u00a0',
    'a b',
    ' \u3000\t a b \u00a0',
    '\u3000\t a b \u00a0\n',
    ' \u3000\t a b',
  ]);
  // U+0020 is the last of Java's blanks; U+200B to U+200D and U+FEFF have no width.
  expect(made('trim-value', ' !a! ')).toEqual(['!a!', '!a!', ' !a!', '!a! ', ' !a!']);
  expect(made('trim-value', '\u200b\u200ca\u200d\ufeff')[1]).toBe('a');
  expect(made('trim-value', '\u200aa\u200e')[1]).toBe('\u200aa\u200e');
  expect(made('trim-value', '  ')).toEqual(['', '', '', '', '']);
});

test('collapsed, joined or written otherwise', () => {
  expect(made('whitespace-collapsed', 'a  b\r\nc\td\ne')).toEqual([
    'a b c d e',
    'a b\r\nc\td\ne',
    'a  b\nc\td\ne',
    'a  bc\tde',
    'a  b c\td e',
    'a  bcde',
    'a  b  c d e',
    'abcde',
    'ab\r\nc\td\ne',
    'a  b\r\nc d\ne',
    'a  b\r\nc\td\r\ne',
    'a  b\\nc\td\\ne',
    'a  b<br>c\td<br>e',
    'a  b<br />c\td<br />e',
  ]);
  expect(made('whitespace-collapsed', 'a\n\nb')[0]).toBe('a b');
});

test('blanks of other widths', () => {
  expect(made('nbsp-zero-width', 'a b\u00a0c\u3000d\u200be\u2002f\ufeff')).toEqual([
    'a b c d\u200be f\ufeff',
    'a b c\u3000d\u200be\u2002f\ufeff',
    'a b\u00a0c\u3000de\u2002f',
    'a\u00a0b\u00a0c\u3000d\u200be\u2002f\ufeff',
    'a\u3000b\u00a0c\u3000d\u200be\u2002f\ufeff',
  ]);
});

test('composed, decomposed, folded', () => {
  // UAX #15: ① and ＡＢ are compatible with 1 and AB, é is e and an accent.
  expect(made('unicode-normalised', '①ＡＢ！\u3000é')).toEqual([
    '1AB! é',
    '①AB! é',
    '①ＡＢ！\u3000é',
    '①ＡＢ！\u3000e\u0301',
    '1AB! e\u0301',
    '①ａｂ！\u3000é',
    '①ＡＢ！\u3000É',
    '1ab! é',
  ]);
  // The first and the last sign of full width.
  expect(made('unicode-normalised', '！～')[1]).toBe('!~');
});

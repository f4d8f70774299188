/** Text that was destroyed on the way: visible, but not to be undone without the original. */
import type { Reading } from '../read/reading.ts';
import { weigh } from './findings.ts';
import type { Weighed } from './findings.ts';

/** Names of parameters whose text is damaged beyond undoing. */
export function damagedNames(reading: Reading): readonly string[] {
  return reading.pairs.filter(({ value }) => isDamaged(value)).map(({ name }) => name);
}

/** U+FFFD, what becomes of it in GBK, or question marks in a row. */
const isDamaged = (value: string): boolean => /\ufffd|锟斤拷|\?\?/.test(value);

export function losses(reading: Reading): readonly Weighed[] {
  const found = reading.pairs.map((pair, index) => ({ ...pair, index })).filter(({ value }) => isDamaged(value));
  const replaced = found.filter(({ value }) => /\ufffd|锟斤拷/.test(value));
  const marks = found.filter(({ value }) => /\?\?/.test(value) && !/\ufffd|锟斤拷/.test(value));
  const tell = (list: typeof found, id: 'mojibake-lossy' | 'latin1-redecode'): readonly Weighed[] =>
    list.length === 0
      ? []
      : [
          weigh(
            id,
            'structure',
            {},
            {
              alternatives: id === 'mojibake-lossy' ? ['alipay-side-defect'] : ['emoji-lost', 'jvm-default-charset'],
              edits: list.map(({ name, index, valueSpan }) => ({ op: 'set-value' as const, name, pair: index, at: valueSpan[0] })),
              before: list.slice(0, 8).map(({ name, value }) => ({ name, text: value.slice(0, 200) })),
            },
          ),
        ];
  return [
    ...tell(replaced, 'mojibake-lossy'),
    ...tell(marks, 'latin1-redecode'),
    ...(found.length === 0 ? lone(reading) : []),
    ...rounded(reading),
  ];
}

/** `2.0261120220014E+27`: a long number that passed through a float, or a spreadsheet. No parameter of any provider is written so. */
function rounded({ pairs }: Reading): readonly Weighed[] {
  const found = pairs.flatMap(({ name, value, valueSpan }, pair) =>
    value.length < 40 && /^\d(?:\.\d+)?[eE]\+?\d\d$/.test(value) ? [{ name, value, pair, at: valueSpan[0] }] : [],
  );
  if (found.length === 0) return [];
  const edits = found.map(({ name, pair, at }) => ({ op: 'set-value' as const, name, pair, at }));
  const before = found.slice(0, 8).map(({ name, value }) => ({ name, text: value }));
  return [weigh('numbers-reformatted', 'structure', {}, { edits, before })];
}

/** One question mark beside Chinese may be the author's own, or all that is left of an emoji: a guess, which the original text settles. */
function lone({ pairs }: Reading): readonly Weighed[] {
  const odd = pairs.map((pair, index) => ({ ...pair, index })).filter(({ value }) => value.includes('?') && /[\u3400-\u9fff]/.test(value));
  if (odd.length === 0 || odd.length > 4) return [];
  const edits = odd.map(({ name, index, valueSpan }) => ({ op: 'set-value' as const, name, pair: index, at: valueSpan[0] }));
  const before = odd.map(({ name, value }) => ({ name, text: value.slice(0, 200) }));
  return [weigh('emoji-lost', 'guess', {}, { alternatives: ['latin1-redecode'], edits, before })];
}

import { expect, it } from 'vitest';
import { byteMarks } from '../../../src/ui/text/byte-marks.ts';

const of = (text: string, utf8 = true) => byteMarks(new TextEncoder().encode(text), utf8);

it('line ends are told apart', () => {
  expect(of('a\r\nb\nc\rd\r\n').marks).toEqual([
    { id: 'lf', count: 1, first: 4 },
    { id: 'crlf', count: 2, first: 1 },
    { id: 'cr', count: 1, first: 6 },
  ]);
});

it('blanks and marks that look like nothing are counted where they stand first', () => {
  expect(of('\ufeffa\u00a0b\u200b\u200d\u3000\u00ad\0\tc').marks).toEqual([
    { id: 'tab', count: 1, first: 19 },
    { id: 'nul', count: 1, first: 18 },
    { id: 'bom', count: 1, first: 0 },
    { id: 'nbsp', count: 1, first: 4 },
    { id: 'zero-width', count: 2, first: 7 },
    { id: 'wide-space', count: 1, first: 13 },
    { id: 'soft-hyphen', count: 1, first: 16 },
  ]);
});

it('in another set only ASCII is judged', () => {
  expect(of('\u00a0\n', false)).toEqual({ marks: [{ id: 'lf', count: 1, first: 2 }], high: 2, end: 'line-end' });
});

it('the end of the source is said', () => {
  expect([of('a').end, of('a\r\n').end, of('a ').end, of('').end]).toEqual([null, 'line-end', 'blank', null]);
});

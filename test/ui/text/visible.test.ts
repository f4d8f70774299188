import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { visiblePieces } from '../../../src/ui/text/visible.ts';

const points = (text: string) => visiblePieces(text).flatMap((piece) => ('point' in piece ? [piece.point] : []));

describe('what cannot be seen becomes a chip', () => {
  const rows: readonly (readonly [input: string, chips: readonly string[]])[] = [
    ['plain 会员', []],
    ['a\u200bb', ['200B']],
    ['\u202e88.00\u202c', ['202E', '202C']],
    ['a\u00a0b\u3000c', ['00A0', '3000']],
    ['\u0000\t\r\n', ['0000', '0009', '000D', '000A']],
    ['\ufeff\u00ad\u3164', ['FEFF', '00AD', '3164']],
    ['\ud800', ['D800']],
    ['👨\u200d👩 ❤\ufe0f', []],
    ['a\u200d', ['200D']],
    ['\u{e000}', ['E000']],
  ];
  for (const [input, chips] of rows) it(JSON.stringify(input), () => expect(points(input)).toEqual(chips));

  it('nothing is lost: the pieces joined are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(
          visiblePieces(text)
            .map((piece) => ('raw' in piece ? piece.raw : piece.text))
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { sourceText } from '../../../src/ui/text/spans.ts';

const utf8 = new TextEncoder();

describe('byte offsets of the source become UTF-16 offsets', () => {
  const texts = ['plain', 'a=会员&b=1', 'x=😀y', '\ud800lone', 'a=\r\n会'];
  for (const text of texts) {
    it(JSON.stringify(text), () => {
      const view = sourceText(text, 'utf-8');
      let byte = 0;
      for (const character of text) {
        const at = view.unit(byte);
        expect(text.slice(at, at + character.length)).toBe(character);
        byte += character === '\ud800' ? 3 : utf8.encode(character).length;
      }
      expect(view.unit(byte)).toBe(text.length);
    });
  }

  it('an offset before the last one asked for is found again', () => {
    const text = '会'.repeat(5000) + 'END';
    const view = sourceText(text, 'utf-8');
    expect(view.unit(15000)).toBe(5000);
    expect(view.unit(9)).toBe(3);
    expect(view.unit(12000)).toBe(4000);
  });

  it('a GBK file counts two bytes a Chinese character', () => {
    const view = sourceText(Uint8Array.from([0x61, 0x3d, 0xbb, 0xe1, 0xd4, 0xb1, 0x26, 0x62]), 'gbk');
    expect(view.text).toBe('a=会员&b');
    expect([view.unit(2), view.unit(4), view.unit(6), view.unit(8)]).toEqual([2, 3, 4, 6]);
  });

  it('a byte order mark is not part of the text, but counts in the offsets', () => {
    const view = sourceText(Uint8Array.from([0xef, 0xbb, 0xbf, 0x61, 0x62]), 'utf-8');
    expect(view.text).toBe('ab');
    expect(view.unit(4)).toBe(1);
  });

  it('an offset past the end is the end', () => {
    expect(sourceText('ab', 'utf-8').unit(99)).toBe(2);
  });
});

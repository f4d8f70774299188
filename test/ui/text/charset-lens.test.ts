import { describe, expect, it } from 'vitest';
import type { Pair } from '../../../src/core/read/reading.ts';
import { byteWindow } from '../../../src/ui/text/byte-window.ts';
import { lensFields, renderings, unescapeBytes } from '../../../src/ui/text/charset-lens.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const pair = (source: string, value: string, extra: Partial<Pair> = {}): Pair => {
  const start = bytes(source.slice(0, source.indexOf('=') + 1)).length;
  return { name: 'subject', value, nameSpan: [0, start - 1], valueSpan: [start, bytes(source).length], ...extra };
};

it('percent escapes and plus are undone, broken ones kept', () => {
  expect([...unescapeBytes(bytes('%D6%d0+%zz%2'))]).toEqual([0xd6, 0xd0, 0x20, ...bytes('%zz%2')]);
});

describe('which fields show their bytes', () => {
  const fields = (source: string | Uint8Array, entry: Pair) => lensFields({ pairs: [entry] }, source, byteWindow(source, []));
  it('a percent-encoded one', () => {
    const source = 'subject=%D6%D0%B9%FA';
    expect(fields(source, pair(source, '中国', { encoded: true })).map((field) => [...field.bytes])).toEqual([[0xd6, 0xd0, 0xb9, 0xfa]]);
  });
  it('one whose bytes the record kept', () => {
    const source = 'subject=%FF';
    expect(fields(source, pair(source, '\ufffd', { encoded: true, bytes: '/w==' })).map((field) => [...field.bytes])).toEqual([[0xff]]);
  });
  it('one of a file', () => {
    const source = bytes('subject=中');
    expect(fields(source, pair('subject=中', '中')).map((field) => [...field.bytes])).toEqual([[0xe4, 0xb8, 0xad]]);
  });
  it('not one that was pasted as text, nor plain ASCII', () => {
    expect(fields('subject=中', pair('subject=中', '中'))).toEqual([]);
    expect(fields('subject=%41', pair('subject=%41', 'A', { encoded: true }))).toEqual([]);
  });
});

describe('one field under each set', () => {
  const gbk = Uint8Array.of(0xca, 0xd6, 0xb3, 0xe5); // 手冲
  it('reads right in one and wrong in the others', () => {
    expect(renderings(gbk, []).map(({ charset, text, lost }) => [charset, text, lost])).toEqual([
      ['utf-8', '\ufffd\u05b3\ufffd', 2],
      ['gbk', '手冲', 0],
      ['big5', '忒喳', 0],
      ['iso-8859-1', 'ÊÖ³å', 0],
    ]);
  });
  it('offers GB18030 only where it is named', () => {
    expect(renderings(gbk, ['gb18030']).map(({ charset }) => charset)).toContain('gb18030');
  });
  it('never counts the cut of a long field as damage', () => {
    const [utf8] = renderings(bytes(`a${'中'.repeat(2000)}`), []);
    expect(utf8).toMatchObject({ lost: 0, more: true });
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byteWindow, pairStretches } from '../../../src/ui/text/byte-window.ts';
import { sourceText } from '../../../src/ui/text/spans.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

it('text becomes UTF-8', () => {
  expect(hex(byteWindow('a=中\r\n', []).bytes)).toBe('613de4b8ad0d0a');
});

it('a lone surrogate keeps its number in three bytes', () => {
  expect(hex(byteWindow('x\ud800y\u{1f600}', []).bytes)).toBe('78eda08079f09f9880');
});

it('bytes and the offsets of the record agree for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(60), (text, cut) => {
      const { bytes } = byteWindow(text, []);
      const view = sourceText(text, 'utf-8');
      const at = Math.min(cut, bytes.length);
      expect(view.unit(bytes.length)).toBe(text.length);
      if ((bytes[at] ?? 0) < 0x80) expect(hex(byteWindow(text.slice(0, view.unit(at)), []).bytes)).toBe(hex(bytes.subarray(0, at)));
    }),
  );
});

it('a window into long text is the same stretch of the whole, wherever characters are cut into chunks', () => {
  const text = '中\u{1f600}a'.repeat(40_000);
  const whole = Buffer.from(text);
  const { bytes, base } = byteWindow(text, [{ pair: 0, start: 200_000, end: 200_100 }], 10_000);
  expect(base % 16).toBe(0);
  expect(base).toBeLessThan(200_000);
  expect(base + bytes.length).toBeGreaterThan(200_100);
  expect(Buffer.compare(Buffer.from(bytes), whole.subarray(base, base + 10_000))).toBe(0);
});

it('a file is looked at where its notification stands', () => {
  const file = new Uint8Array(50_000).fill(65);
  file.fill(66, 40_000, 40_010);
  const { bytes, base } = byteWindow(file, [{ pair: 0, start: 40_000, end: 40_010 }], 8192);
  expect(bytes[40_000 - base]).toBe(66);
  expect(bytes.length).toBeLessThanOrEqual(8192);
});

it('stretches are in order and never overlap', () => {
  const pair = (name: [number, number], value: [number, number]) => ({ name: 'n', value: 'v', nameSpan: name, valueSpan: value });
  expect(pairStretches([pair([10, 12], [13, 20]), pair([0, 2], [3, 11])])).toEqual([
    { pair: 1, start: 0, end: 11 },
    { pair: 0, start: 11, end: 20 },
  ]);
});

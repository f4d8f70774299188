import { expect, it } from 'vitest';
import { formatMoney, formatZoned, shortHex } from '../../../src/ui/text/format.ts';

it('amounts stay the decimal text they came as', () => {
  expect(formatMoney('88.80', 'CNY', 'zh')).toBe('88.80 元');
  expect(formatMoney('9007199254740993.01', 'USD', 'en')).toBe('9007199254740993.01 USD');
  expect(formatMoney('', 'CNY', 'zh')).toBe('');
});

it('a time keeps its own zone, whatever the reader’s', () => {
  expect(formatZoned('2026-11-20T14:10:47+08:00', 'zh')).toBe('2026-11-20 14:10:47（北京时间）');
  expect(formatZoned('2026-11-20T14:10:47.123Z', 'en')).toBe('2026-11-20 14:10:47 (UTC)');
  expect(formatZoned('2026-11-20', 'en')).toBe('2026-11-20');
});

it('short hex stays whole', () => {
  expect(shortHex('abcdef')).toBe('abcdef');
  expect(shortHex('0123456789abcdef0123')).toBe('012345…ef0123');
});

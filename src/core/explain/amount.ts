/** Amounts, exactly: decimal text to the smallest unit and back, never through a floating-point number. */
import type { MoneyScale } from '../providers/shape.ts';

/** In the smallest unit, as decimal digits; null where the text is no exact amount (`0.123`, `1e3`, empty). */
export function centsOf(text: string, scale: MoneyScale): string | null {
  const match = scale === 'fen' ? /^(-?\d{1,18})$/.exec(text) : /^(-?\d{1,16})(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) return null;
  return BigInt(`${match[1]}${scale === 'fen' ? '' : (match[2] ?? '').padEnd(2, '0')}`).toString();
}

/** `8880` → `88.80`. */
export function yuanOf(cents: string): string {
  const negative = cents.startsWith('-');
  const digits = cents.replace('-', '').padStart(3, '0');
  return `${negative ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

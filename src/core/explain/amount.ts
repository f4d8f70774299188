/** Amounts, exactly: decimal text to the smallest unit and back, never through a floating-point number. */
import type { MoneyScale } from '../providers/shape.ts';

/** In hundredths (`yuan`) or as it stands (`fen`), as decimal digits; null where the text is no exact amount (`0.123`, `1e3`, empty). */
export function centsOf(text: string, scale: MoneyScale): string | null {
  const match = scale === 'fen' ? /^(-?\d{1,18})$/.exec(text) : /^(-?\d{1,16})(?:\.(\d{1,2}))?$/.exec(text);
  if (!match) return null;
  return BigInt(`${match[1]}${scale === 'fen' ? '' : (match[2] ?? '').padEnd(2, '0')}`).toString();
}

/** Currencies whose smallest unit is not a hundredth. @see ISO 4217, table A.1 */
const DECIMALS: ReadonlyMap<string, number> = new Map([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'].map(
    (code) => [code, 0] as const,
  ),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3] as const),
]);

/** Amounts as decimal text: `8880` → `88.80`. Hundredths, unless the message counts in the smallest unit of another kind of currency. */
export function decimalOf(cents: string, scale: MoneyScale, currency = 'CNY'): string {
  const decimals = scale === 'fen' ? (DECIMALS.get(currency) ?? 2) : 2;
  const negative = cents.startsWith('-') ? '-' : '';
  const digits = cents.replace('-', '').padStart(decimals + 1, '0');
  return decimals === 0 ? `${negative}${digits}` : `${negative}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

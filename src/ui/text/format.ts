/** Numbers, sizes and times for people, in the page's language. */
import type { Lang } from '../../i18n/messages.ts';

const locale = (lang: Lang) => (lang === 'zh' ? 'zh-CN' : 'en-GB');

export function formatSize(bytes: number, lang: Lang): string {
  const [value, unit] =
    bytes < 1024 ? [bytes, lang === 'zh' ? '字节' : 'bytes'] : bytes < 1048576 ? [bytes / 1024, 'KB'] : [bytes / 1048576, 'MB'];
  return `${value.toLocaleString(locale(lang), { maximumFractionDigits: value < 10 ? 1 : 0 })} ${unit}`;
}

export function formatCount(value: number, lang: Lang): string {
  return value.toLocaleString(locale(lang));
}

/** Decimal text as it came, with its currency; never through a floating number. */
export function formatMoney(amount: string, currency: string | undefined, lang: Lang): string {
  if (!amount) return '';
  if (currency === undefined || currency === 'CNY') return lang === 'zh' ? `${amount} 元` : `¥${amount}`;
  return `${amount} ${currency}`;
}

/** `2026-11-20T14:10:47+08:00` as the message's own clock, with the zone in words. */
export function formatZoned(iso: string, lang: Lang): string {
  const at = iso.indexOf('T');
  if (at < 0) return iso;
  const clock = iso.slice(at + 1, at + 9);
  const zone = iso.slice(at + 9).replace(/^\.\d+/, '');
  const words =
    zone === '+08:00' ? (lang === 'zh' ? '（北京时间）' : ' (Beijing time)') : zone === 'Z' ? ' (UTC)' : zone ? ` (UTC${zone})` : '';
  return `${iso.slice(0, at)} ${clock}${words}`;
}

/** The same moment on the clock of the world. */
export function formatUtc(iso: string): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? '' : `UTC ${time.toISOString().slice(0, 19).replace('T', ' ')}`;
}

/** The reader's own clock: when a record was made. */
export function formatMoment(time: number, lang: Lang): string {
  return new Date(time).toLocaleString(locale(lang), {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  });
}

/** Enough of a digest or fingerprint to compare by eye. */
export function shortHex(hex: string): string {
  return hex.length <= 16 ? hex : `${hex.slice(0, 6)}…${hex.slice(-6)}`;
}

export function spacedHex(hex: string): string {
  return hex.replace(/../g, '$& ').trim();
}

/** Seconds as hours, minutes and seconds: `1 小时 34 分`. */
export function formatSpan(seconds: number, lang: Lang): string {
  const units = lang === 'zh' ? [' 小时', ' 分', ' 秒'] : [' h', ' min', ' s'];
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.flatMap((value, i) => (value > 0 ? [`${value}${units[i] ?? ''}`] : [])).join(' ');
}

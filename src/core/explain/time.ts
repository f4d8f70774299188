/** Times as providers write them, to ISO 8601 with their offset. */

/** Alipay's and WeChat Pay's own clock. */
const CHINA = '+08:00';

const DASHED = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?)?\s?(Z|[+-]\d\d:?\d\d)?$/;
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?$/;
/** Seconds or milliseconds of the years 2001 to 2033. */
const EPOCH = /^(1\d{9})(\d{3})?$/;

/**
 * Null where it is none, or a day that no calendar has. Accepts `yyyy-MM-dd HH:mm:ss[.SSS]`, `yyyyMMdd[HHmmss]`, RFC 3339 and
 * epoch seconds or milliseconds. `zone` holds where the text has none.
 */
export function isoOf(text: string, zone: string = CHINA): string | null {
  if (text.length > 64) return null;
  const trimmed = text.trim();
  const match = DASHED.exec(trimmed) ?? COMPACT.exec(trimmed);
  if (match) return written(match, zone);
  const epoch = EPOCH.exec(trimmed);
  return epoch && ofEpoch(Number(epoch[1]), epoch[2]);
}

function written(match: RegExpExecArray, zone: string): string | null {
  const [, year = '', month = '', day = '', hour = '00', minute = '00', second = '00', fraction = '', own] = match;
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > daysIn(Number(year), Number(month))) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const offset = own === undefined ? zone : own === 'Z' || own.includes(':') ? own : `${own.slice(0, 3)}:${own.slice(3)}`;
  return /^(Z|[+-](0\d|1[0-4]):[0-5]\d)$/.test(offset) ? `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}${offset}` : null;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Seconds since 1970 on China's clock. */
function ofEpoch(seconds: number, milliseconds: string | undefined): string {
  let [year, month, days] = [1970, 1, Math.floor((seconds + 8 * 3600) / 86_400)];
  const yearDays = (): number => 337 + daysIn(year, 2);
  for (; days >= yearDays(); year++) days -= yearDays();
  for (; days >= daysIn(year, month); month++) days -= daysIn(year, month);
  const rest = (seconds + 8 * 3600) % 86_400;
  const clock = `${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}`;
  const fraction = milliseconds === undefined || milliseconds === '000' ? '' : `.${milliseconds}`;
  return `${year}-${two(month)}-${two(days + 1)}T${clock}${fraction}${CHINA}`;
}

/** Seconds since 1970; parts of one are left out, for some times carry them and others do not. */
export function secondsOf(iso: string): number {
  return Math.floor(Date.parse(iso.replace(/(\.\d{3})\d+/, '$1')) / 1000);
}

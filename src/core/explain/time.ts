/** Times as providers write them, to ISO 8601 with their offset. Alipay's own carry no zone and are GMT+8. */

const CHINA = '+08:00';

/** Null where it is none, or a day that no calendar has. Accepts `yyyy-MM-dd HH:mm:ss[.SSS]`, `yyyyMMddHHmmss`, RFC 3339 and epoch seconds or milliseconds. */
export function isoOf(text: string): string | null {
  const trimmed = text.trim();
  const plain =
    /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?)?\s?(Z|[+-]\d\d:?\d\d)?$/.exec(trimmed) ??
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)()()$/.exec(trimmed);
  if (plain) return written(plain);
  const epoch = /^(1\d{9})(\d{3})?$/.exec(trimmed);
  return epoch ? new Date(Number(epoch[1]) * 1000 + Number(epoch[2] ?? 0) + 8 * 3_600_000).toISOString().replace(/\.000Z|Z/, CHINA) : null;
}

function written(match: RegExpExecArray): string | null {
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction, zone] = match;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)));
  const expected = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 19) !== expected) return null;
  const offset = !zone ? CHINA : zone === 'Z' ? 'Z' : zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  return `${expected}${fraction ?? ''}${offset}`;
}

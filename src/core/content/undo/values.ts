/** Values that a typed bean, a database or a spreadsheet wrote in its own way: amounts, times, nothing at all. */
import { utcText } from '../../text/utc.ts';

/** Amounts as the provider writes them: two decimals; from `0.1`, `1`, `1.000`, `1,000.00`, `¥1.00`. Null where it is none, or already one. */
export function asAmount(value: string): string | null {
  const plain = value.replace(/^[¥￥]\s?/, '').replace(/,(?=\d{3})/g, '');
  const match = /^(-?\d{1,15})(?:\.(\d*))?$/.exec(plain);
  if (!match) return null;
  const decimals = (match[2] ?? '').replace(/0+$/, '');
  if (decimals.length > 2) return null;
  const amount = `${match[1]}.${decimals.padEnd(2, '0')}`;
  return amount === value ? null : amount;
}

const MINUTE = 60_000;
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** A point in time as UTC milliseconds of its own digits, and the zone it names (minutes), if it does. */
interface Moment {
  readonly ms: number;
  readonly zone: number | null;
}

/**
 * Times back to `yyyy-MM-dd HH:mm:ss` in the provider's zone (GMT+8): ISO 8601, epoch seconds and milliseconds, slashes, Java's and JavaScript's own.
 * Without a zone the digits are taken as they are, and eight hours off to either side; with milliseconds where `gmt_refund` has them.
 */
export function* asTimes(value: string): Iterable<string> {
  const moment = readMoment(value.trim());
  if (!moment) return;
  const shifts = isUsualTime(value) ? [8 * 60, -8 * 60] : moment.zone === null ? [0, 8 * 60, -8 * 60] : [8 * 60 - moment.zone, 0];
  for (const shift of shifts) {
    const text = utcText(moment.ms + shift * MINUTE);
    const seconds = text.slice(0, 19);
    for (const each of [
      seconds,
      `${seconds}.${text.slice(20, 23)}`,
      `${seconds}.${text.slice(20, 21)}`,
      `${seconds}.${text.slice(20, 22)}`,
    ])
      if (each !== value) yield each;
  }
}

/** As the provider writes times. */
export const isUsualTime = (value: string): boolean => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(value);

/** `gmt_refund` has milliseconds; where a column keeps seconds they are gone, but there are only a thousand. */
export function* withMilliseconds(value: string): Iterable<string> {
  const [whole = '', kept = ''] = value.split('.');
  if (!isUsualTime(whole) || /[1-9]/.test(kept)) return;
  for (let ms = 0; ms < 1000; ms++) yield `${whole}.${String(ms).padStart(3, '0')}`;
}

function readMoment(text: string): Moment | null {
  const epoch = /^(\d{10})(\d{3})?$/.exec(text);
  if (epoch) return { ms: Number(epoch[1]) * 1000 + Number(epoch[2] ?? 0), zone: 0 };
  const iso =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[T ]?(?:(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s?(Z|[+-]\d{2}:?\d{2})?(?: [A-Z]{3,4})?$/.exec(
      text,
    );
  if (iso) return made(iso.slice(1, 8), iso[8]);
  const packed = /^(\d{4})(\d{2})(\d{2})T?(\d{2})(\d{2})(\d{2})(Z)?$/.exec(text);
  if (packed) return made(packed.slice(1, 7), packed[7]);
  // Thu Aug 15 15:56:22 CST 2019 (java.util.Date); Thu Aug 15 2019 15:56:22 GMT+0800 (Date of JavaScript)
  const java = /^\w{3} (\w{3}) (\d{1,2}) (\d{2}):(\d{2}):(\d{2}) (CST|UTC|GMT)([+-]\d{2}:?\d{2})? (\d{4})$/.exec(text);
  if (java) return made([java[8], month(java[1]), java[2], java[3], java[4], java[5]], java[7] ?? (java[6] === 'CST' ? '+0800' : 'Z'));
  const script = /^\w{3} (\w{3}) (\d{1,2}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT([+-]\d{4})/.exec(text);
  if (script) return made([script[3], month(script[1]), script[2], script[4], script[5], script[6]], script[7]);
  return null;
}

const month = (name: string | undefined): string => String(MONTHS.indexOf(name ?? '?') / 3 + 1);

function made(parts: readonly (string | undefined)[], zone: string | undefined): Moment {
  const [year, months, day, hour = '0', minute = '0', second = '0', fraction = ''] = parts;
  const ms = Date.UTC(
    Number(year),
    Number(months) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    Number(fraction.padEnd(3, '0').slice(0, 3) || 0),
  );
  const offset =
    zone === undefined
      ? null
      : zone === 'Z'
        ? 0
        : (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)));
  return { ms, zone: offset };
}

/** What languages print for nothing. */
export const isNothing = (value: string): boolean => /^(null|NULL|undefined|None|nil|NaN|<null>|<nil>|\(null\)|"")$/.test(value);

/** Values that a bean, a database, a spreadsheet or a language wrote in its own way: amounts, times, nothing, lists. */
import { utcText } from '../../text/utc.ts';
import { asAmount, asTimes } from '../undo/values.ts';
import type { ForwardMistake, Way } from './mistake.ts';

const isAmount = (value: string, name: string): boolean =>
  /^-?\d{1,15}(\.\d{1,4})?$/.test(value) && (/(_amount|_fee|_back|^price|^discount|^quantity)$/.test(name) || /^\d+\.\d\d$/.test(value));

const amounts =
  (write: (value: string) => string): Way =>
  (value, name) =>
    isAmount(value, name) ? write(value) : value;

/** Trailing zeros of the decimals, and the point if nothing is left. */
const plain = (value: string): string => (value.includes('.') ? value.replace(/0{1,4}$/, '').replace(/\.$/, '') : value);
const grouped = (value: string): string => value.replace(/\B(?=(\d{3})+(?!\d)(?:\.|$))/g, ',');

const decimals =
  (value: string): Way =>
  (text, name) =>
    /^\d+\.\d+$/.test(text) && !isAmount(text, name) ? value : text;

/** Numbers of seventeen digits and more, which a double does not hold. */
const long =
  (write: (value: string) => string): Way =>
  (value) =>
    /^\d{16,40}$/.test(value) ? write(value) : value;

const exponent = (value: string, digits: number, sign: string): string =>
  Number(value)
    .toExponential(digits)
    .replace(/(\.\d*?)0+e/, '$1e')
    .replace(/\.e/, 'e')
    .replace(/e\+/, sign);

const HOUR = 3_600_000;
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

interface Time {
  /** Of its own digits, as though they were UTC. */
  readonly ms: number;
  readonly day: string;
  readonly clock: string;
  /** Digits behind the seconds; empty where there are none. */
  readonly fraction: string;
}

const timed =
  (write: (time: Time) => string): Way =>
  (value) => {
    const [, day, clock, fraction = ''] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?$/.exec(value) ?? [];
    if (day === undefined || clock === undefined) return value;
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
    const [hour = 0, minute = 0, second = 0] = clock.split(':').map(Number);
    return write({ ms: Date.UTC(year, month - 1, date, hour, minute, second, Number(fraction.padEnd(3, '0'))), day, clock, fraction });
  };

const digitsOf = ({ fraction }: Time): string => (fraction === '' ? '' : `.${fraction}`);
const milli = ({ fraction }: Time): string => fraction.padEnd(3, '0');
const utc = ({ ms }: Time): string => utcText(ms - 8 * HOUR);
const slashed = ({ day }: Time): string => day.replaceAll('-', '/');
const bare = ({ day }: Time): string => day.split('-').map(Number).join('/');

function worded({ ms, day, clock }: Time, zone: string, yearLast: boolean): string {
  // 1 January 1970 was a Thursday.
  const weekday = DAYS[(((Math.floor(ms / 86_400_000) + 4) % 7) + 7) % 7] ?? '';
  const [year = '', month = '', date = ''] = day.split('-');
  const head = `${weekday} ${MONTHS[Number(month) - 1] ?? ''} ${date}`;
  return yearLast ? `${head} ${clock} ${zone} ${year}` : `${head} ${year} ${clock} ${zone}`;
}

const TIMES: readonly ((time: Time) => string)[] = [
  (t) => `${t.day}T${t.clock}${digitsOf(t)}`,
  (t) => `${t.day}T${t.clock}${digitsOf(t)}+08:00`,
  (t) => `${t.day}T${t.clock}.${milli(t)}+08:00`,
  (t) => `${t.day}T${t.clock}.${milli(t)}+0800`,
  (t) => `${t.day}T${t.clock}+0800`,
  (t) => `${t.day}T${t.clock}${digitsOf(t)}Z`,
  (t) => `${t.day}T${t.clock}.${milli(t)}Z`,
  (t) => `${utc(t).slice(0, 10)}T${utc(t).slice(11, 19)}.${milli(t)}Z`,
  (t) => `${utc(t).slice(0, 10)}T${utc(t).slice(11, 19)}Z`,
  (t) => `${utc(t).slice(0, 10)}T${utc(t).slice(11, 19)}.${milli(t)}+00:00`,
  (t) => `${utc(t).slice(0, 10)}T${utc(t).slice(11, 19)}.${milli(t)}+0000`,
  (t) => `${utc(t).slice(0, 10)}T${utc(t).slice(11, 19)}+00:00`,
  (t) => utc(t).slice(0, 19),
  (t) => utcText(t.ms + 8 * HOUR).slice(0, 19),
  (t) => String(Math.floor((t.ms - 8 * HOUR) / 1000)),
  (t) => String(t.ms - 8 * HOUR),
  (t) => String(Math.floor(t.ms / 1000)),
  (t) => String(t.ms),
  (t) => `${slashed(t)} ${t.clock}${digitsOf(t)}`,
  (t) => `${bare(t)} ${t.clock}`,
  (t) => `${bare(t)} ${t.clock.replace(/^0/, '')}`,
  (t) => `${slashed(t)} ${t.clock.slice(0, 5)}`,
  (t) => `${bare(t)} ${t.clock.replace(/^0/, '').slice(0, -3)}`,
  (t) => `${t.day} ${t.clock}.0`,
  (t) => `${t.day} ${t.clock}.${milli(t)}`,
  (t) => `${t.day} ${t.clock}.${milli(t)}000`,
  (t) => `${t.day} ${t.clock}`,
  (t) => `${t.day} ${t.clock.slice(0, 5)}`,
  (t) => `${t.day} ${t.clock}+08:00`,
  (t) => `${t.day} ${t.clock} +0800 CST`,
  (t) => `${t.day} ${t.clock} +0000 UTC`,
  (t) => `${t.day.replaceAll('-', '')}${t.clock.replaceAll(':', '')}`,
  (t) => t.day,
  // LocalDateTime.toString leaves out seconds that are none.
  (t) => `${t.day}T${t.clock.replace(/:00$/, '')}${digitsOf(t)}`,
  (t) => worded(t, 'CST', true),
  (t) => worded(t, 'GMT+0800 (China Standard Time)', false),
  (t) => worded(t, 'GMT+0800 (中国标准时间)', false),
];

const nothing =
  (text: string): Way =>
  (value) =>
    value === '' ? text : value;

const python = (value: string): string => {
  const text = value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t');
  return text.includes("'") && !text.includes('"') ? `"${text}"` : `'${text.replaceAll("'", "\\'")}'`;
};
const unicode = (value: string): string => value.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

export const values: readonly ForwardMistake[] = [
  {
    id: 'numbers-reformatted',
    alternatives: ['replay-from-database'],
    source: 'amounts as double or BigDecimal lose their zeros; columns add some; fen become yuan; long numbers become doubles',
    ways: [
      amounts(plain),
      amounts((value) => (plain(value).includes('.') ? plain(value) : `${plain(value)}.0`)),
      amounts((value) => Number(value).toFixed(1)),
      amounts((value) => String(Math.trunc(Number(value)))),
      amounts((value) => Number(value).toFixed(2)),
      ...[(yuan: number) => yuan.toFixed(2), String].map((write) =>
        amounts((value) => (value.includes('.') ? value : write(Number(value) / 100))),
      ),
      amounts((value) => Number(value).toFixed(3)),
      amounts((value) => Number(value).toFixed(4)),
      amounts((value) => Number(value).toFixed(6)),
      amounts((value) => Number(value).toFixed(8)),
      amounts((value) => String(Math.round(Number(value) * 100))),
      amounts((value) => grouped(value)),
      amounts((value) => `¥${value}`),
      amounts((value) => `￥${value}`),
      decimals('1'),
      (value, name) => (/^\d+\.\d+$/.test(value) || isAmount(value, name) ? plain(value) : value),
      long((value) => String(Number(value))),
      long((value) => exponent(value, 13, 'E+')),
      long((value) => exponent(value, 5, 'E+')),
      long((value) => exponent(value, 16, 'E')),
      long((value) => exponent(value, 16, 'e+')),
      long(() => '9223372036854775807'),
    ],
    fits: (right, used, name) => isAmount(right, name) && asAmount(used) === right,
  },
  {
    id: 'datetime-reformatted',
    alternatives: ['replay-from-database'],
    source: 'Jackson, MySQL, JavaScript and Java write times in their own way',
    ways: TIMES.map(timed),
    fits: (right, used) => used.length < 80 && /^\d{4}-\d\d-\d\d \d\d:/.test(right) && [...asTimes(used)].includes(right),
  },
  {
    id: 'null-literal',
    source: 'yansongda/laravel-pay#82; Java string concatenation of null, ECMA-262 template literals, Python str(None)',
    ways: ['null', 'None', 'undefined', 'NULL', 'nil', '<nil>', '""', "''", '<null>', '[]', 'NaN'].map(nothing),
  },
  {
    id: 'querydict-lists',
    source: 'fzlee/alipay#55: dict(request.POST) and parse_qs hold lists; String[] of getParameterMap',
    ways: [
      (value) => `[${python(value)}]`,
      (value) => JSON.stringify([value]),
      (value) => `[${value}]`,
      (value) => `[u${python(value)}]`,
      (value) => `[u${unicode(python(value))}]`,
      (value) => `['${value}']`,
      (value) => `["${value}"]`,
      (value) => `{${value}}`,
      (value) => `(${python(value)},)`,
    ],
  },
  {
    id: 'duplicate-key',
    source: 'a name that came twice, joined: Node querystring, ASP.NET Request.Form, proxies that repeat a body',
    ways: [
      (value) => `${value},${value}`,
      (value) => `${value}, ${value}`,
      (value) => JSON.stringify([value, value]),
      (value) => `[${python(value)}, ${python(value)}]`,
      (value) => `${value};${value}`,
    ],
  },
  {
    id: 'decode-before-split',
    alternatives: ['sign-equals-lost'],
    source: 'Pay-Group/best-pay-sdk#74, go-pay/gopay#113: the body is decoded before it is cut at & and =',
    ways: [
      (value) => value.split('&', 1)[0] ?? '',
      (value) => value.split('=', 1)[0] ?? '',
      (value) => (value.split('&', 1)[0] ?? '').split('=', 1)[0] ?? '',
    ],
  },
];

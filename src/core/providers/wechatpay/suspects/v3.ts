/** Mistakes with v3: the body that was parsed and written again, line ends; members, headers and copies have files of their own. */
import { utcText } from '../../../text/utc.ts';
import type { Json } from '../../../content/undo/structure.ts';
import type { Attempt, Suspect } from '../../suspect.ts';
import { PLAIN, STYLES, bodyOf, rebuilt, resourceOf, treeOf, valueIn, withBody, write } from './v3-body.ts';
import { copied } from './v3-copied.ts';
import { headers, twice } from './v3-headers.ts';
import { charset, missingField } from './v3-members.ts';

const reserialised: Suspect = {
  id: 'v3-body-reserialised',
  cost: 1,
  source: 'wechatpay-apiv3/wechatpay-apache-httpclient#158, wechatpay-go#119 and #230: frameworks parse the body and write it again',
  *attempts(work): Iterable<Attempt> {
    const text = bodyOf(work);
    const alternatives = /\\\/|\\u[0-9a-f]{4}/i.test(text) ? ['superglobals-empty'] : [];
    const made = (value: string, cost: number): Attempt => ({ work: withBody(work, value), cost, alternatives });
    if (text.startsWith('\ufeff')) yield { ...made(text.slice(1), 0), alternatives: ['nbsp-zero-width'] };
    for (const keeping of ['filled', 'all', 'known'] as const) {
      const members = rebuilt(text, keeping);
      if (members) for (const [i, style] of STYLES.entries()) yield made(write({ members }, style), i / 4);
    }
    // As it stands, only written otherwise: answers of the API have an order of their own.
    const own = treeOf(text);
    if (own !== null) for (const [i, style] of STYLES.entries()) yield made(write(own, style), 0.5 + i / 4);
    if (text.includes('\\/')) yield made(text.replaceAll('\\/', '/'), 0.5);
    else if (text.includes('/')) yield made(text.replaceAll('/', '\\/'), 0.5);
    const unescaped = text.replace(/\\u([0-9a-fA-F]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    if (unescaped !== text) yield made(unescaped, 0.5);
  },
};

/** `create_time` that a bean holds as a date: in UTC, as a number, without its zone. */
const retimed: Suspect = {
  id: 'v3-body-reserialised',
  cost: 1.7,
  source: 'Jackson WRITE_DATES_AS_TIMESTAMPS, Newtonsoft.Json DateTimeZoneHandling: dates are written in their own way',
  *attempts(work): Iterable<Attempt> {
    for (const keeping of ['filled', 'known'] as const) {
      const members = rebuilt(bodyOf(work), keeping);
      const time = members?.find(([name]) => name === 'create_time')?.[1];
      if (!members || time === undefined) return;
      for (const text of timesOf(typeof time === 'string' ? time : 'word' in time ? time.word : '')) {
        const whole = members.map(([name, value]): readonly [string, Json] => (name === 'create_time' ? [name, text] : [name, value]));
        for (const [i, style] of STYLES.slice(0, 4).entries())
          yield { work: withBody(work, write({ members: whole }, style)), cost: i / 2, alternatives: ['datetime-reformatted'] };
      }
    }
  },
};

const HOURS = 3_600_000;

/** `yyyy-MM-ddTHH:mm:ss+08:00`, the one form of WeChat Pay's times. Without a zone it may be China's or UTC. @see RFC 3339 */
function* timesOf(time: string): Iterable<string> {
  const epoch = /^(\d{10})(?:\.\d{1,9})?$|^(\d{13})$/.exec(time);
  const parts = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.\d{1,9})?\s?(Z|UTC|[+-]\d\d:?\d\d)?(?:\[[\w/]+\])?$/.exec(time);
  const zone = parts?.[3];
  const ms = epoch
    ? Number(epoch[1] ?? Number(epoch[2]) / 1000) * 1000
    : parts
      ? Date.parse(`${parts[1]}T${parts[2]}${zone === undefined || zone.length < 4 ? 'Z' : zone.replace(/(\d\d):?(\d\d)$/, '$1:$2')}`)
      : NaN;
  if (!Number.isFinite(ms)) return;
  const hours = parts && zone === undefined ? [0, 8] : [8];
  for (const shift of hours) {
    const text = `${utcText(ms + shift * HOURS)
      .slice(0, 19)
      .replace(' ', 'T')}+08:00`;
    if (text !== time) yield text;
  }
}

/** Other orders of the members: all of the outer ones, for a version of WeChat Pay that we have not seen. Last, and apart: it multiplies with all else. */
const reordered: Suspect = {
  id: 'v3-body-reserialised',
  cost: 6,
  source: 'the order is fixed in every genuine body seen; documents promise none',
  *attempts(work): Iterable<Attempt> {
    const members = rebuilt(bodyOf(work));
    // Nothing gives back a ciphertext that is not there, in whatever order.
    if (!members || members.length > 6 || valueIn(resourceOf(members) ?? [], 'ciphertext') === null) return;
    for (const order of permutations(members)) yield { work: withBody(work, write({ members: order }, PLAIN)), last: true };
  },
};

function* permutations<T>(list: readonly T[]): Iterable<readonly T[]> {
  if (list.length <= 1) yield list;
  else
    for (const [i, first] of list.entries())
      for (const rest of permutations([...list.slice(0, i), ...list.slice(i + 1)])) yield [first, ...rest];
}

const newlines: Suspect = {
  id: 'v3-body-newlines',
  cost: 1.8,
  source: 'pay.weixin.qq.com/doc/v3/merchant/4013053249: a line feed after each of the three lines, none added to the body',
  *attempts(work): Iterable<Attempt> {
    const text = bodyOf(work);
    const bare = text.replace(/^[\r\n\s]+|[\r\n\s]+$/g, '');
    for (const value of new Set([
      bare,
      `${bare}\n`,
      `${bare}\r\n`,
      text.replace(/\r\n/g, '\n'),
      text.replace(/\r?\n/g, '\r\n'),
      text.replace(/\r?\n/g, ''),
      text.replace(/\\n/g, '\n'),
    ]))
      if (value !== text) yield { work: withBody(work, value) };
  },
};

export const suspects: readonly Suspect[] = [twice, reserialised, retimed, missingField, charset, newlines, headers, ...copied, reordered];

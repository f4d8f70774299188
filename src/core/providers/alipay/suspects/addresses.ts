/** Messages that sign the path they were sent to: another path than the one registered, or another writing of the time. */
import { utcText } from '../../../text/utc.ts';
import { overValues } from '../../over-values.ts';
import type { Suspect } from '../../suspect.ts';

/** `POST /path\nclient`: the path with what proxies and front controllers add, taken out or put back; the method of the request. */
function* otherPaths(request: string): Iterable<string> {
  const [, method = '', path = '', rest = ''] = /^(\S+) ([^\n]*)(\n[\s\S]*)$/.exec(request) ?? [];
  if (path === '') return;
  const [bare = '', query] = path.split(/\?([\s\S]*)/, 2);
  const tails = query === undefined ? [''] : [`?${query}`, ''];
  const paths = new Set([
    bare,
    bare.replace(/\/+$/, '') || '/',
    `${bare}/`,
    bare.replace(/^\/index\.php(?=\/|$)/, '') || '/',
    bare.replace(/\/index\.php$/, '') || '/',
    bare.replace(/\/{2,}/g, '/'),
    bare.toLowerCase(),
    decoded(bare),
    // A proxy's prefix: one segment, or two.
    bare.replace(/^\/[^/]+(?=\/)/, ''),
    bare.replace(/^\/[^/]+\/[^/]+(?=\/)/, ''),
    `/api${bare}`,
    `/index.php${bare}`,
  ]);
  for (const each of paths) for (const tail of tails) yield `${method} ${each}${tail}${rest}`;
  for (const other of ['POST', 'GET', 'PUT']) if (other !== method) yield `${other} ${path}${rest}`;
}

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** The header's time in the other ways of writing it: RFC 3339 in both zones, with and without milliseconds, epoch. */
function* otherTimes(text: string): Iterable<string> {
  const ms = /^\d{13}$/.test(text) ? Number(text) : /^\d{10}$/.test(text) ? Number(text) * 1000 : Date.parse(text);
  if (Number.isNaN(ms)) return;
  for (const [hours, zone] of [
    [0, 'Z'],
    [8, '+08:00'],
    [0, '+00:00'],
  ] as const) {
    const iso = utcText(ms + hours * 3_600_000).replace(' ', 'T');
    yield `${iso.slice(0, 19)}${zone}`;
    yield `${iso.slice(0, 23)}${zone}`;
  }
  yield String(ms);
  yield String(Math.floor(ms / 1000));
}

export const addresses: readonly Suspect[] = [
  overValues({
    id: 'global-path-or-header',
    cost: 1,
    source: 'Antom documents, Sign and validate requests: the path is the registered one, without domain and port',
    spread: 'one',
    where: (name) => name === 'request' || name === 'request-without-query',
    undo: (value) => otherPaths(value),
  }),
  overValues({
    id: 'global-path-or-header',
    cost: 2,
    source: 'Antom documents: Request-Time as it stood in the header',
    spread: 'one',
    where: (name) => name === 'time',
    undo: (value) => otherTimes(value),
  }),
];

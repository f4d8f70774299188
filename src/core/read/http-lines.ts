/** The lines of an HTTP message: where they end, which of them is a start line, which a header. */
import { sliceOf } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { trimmed } from './assignments.ts';
import type { HeaderText } from './tree.ts';

export interface Line {
  readonly start: number;
  /** Without the line end. */
  readonly end: number;
  readonly next: number;
}

export function lineAt(text: string, start: number): Line {
  const stop = text.indexOf('\n', start);
  if (stop < 0) return { start, end: text.length, next: text.length };
  return { start, end: stop > start && text[stop - 1] === '\r' ? stop - 1 : stop, next: stop + 1 };
}

/** The line that ends before `end`, itself the start of a line or the end of the text. */
export function lineBefore(text: string, end: number): Line {
  const body = text[end - 1] === '\n' ? end - 1 : end;
  const start = body === 0 ? 0 : text.lastIndexOf('\n', body - 1) + 1;
  return { start, end: body > start && text[body - 1] === '\r' ? body - 1 : body, next: end };
}

export interface StartLine {
  readonly method?: string;
  readonly target?: Mapped;
  readonly next: number;
}

/** `POST /notify HTTP/1.1` or `HTTP/1.1 200 OK`; an address alone where a document stands under it. */
export function startLineAt(of: Mapped, at: number): StartLine | null {
  const line = lineAt(of.text, at);
  if (of.text.startsWith('http', at)) return addressAbove(of, line);
  const first = of.text.charCodeAt(at);
  if (first < 0x41 || first > 0x5a || line.end - line.start > 65_536) return null;
  const text = of.text.slice(line.start, line.end).trimEnd();
  if (/^HTTP\/\d(?:\.\d)?[ \t]+\d{3}(?!\d)/.test(text)) return { next: line.next };
  const space = text.indexOf(' ');
  const last = text.lastIndexOf(' ');
  if (space < 3 || !METHODS.has(text.slice(0, space))) return null;
  const versioned = last > space && /^HTTP\/\d(\.\d)?$/.test(text.slice(last + 1));
  const target = sliceOf(of, line.start + space + 1, line.start + (versioned ? last : text.length));
  if (!versioned && !/^(\/|https?:\/\/)\S*$/.test(target.text)) return null;
  return { method: text.slice(0, space), target, next: line.next };
}

/** `https://…?msg_signature=…`, and the XML or JSON that came with it on the next line. */
function addressAbove(of: Mapped, line: Line): StartLine | null {
  if (line.end - line.start > 65_536 || !/^[\r\n]{0,3}[<{]/.test(of.text.slice(line.next, line.next + 4))) return null;
  const text = of.text.slice(line.start, line.end).trimEnd();
  if (!/^https?:\/\/[^\s?]+\?\S+=\S+$/.test(text)) return null;
  return { target: sliceOf(of, line.start, line.start + text.length), next: line.next };
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);

/** `Name: value`, also quoted, with a full-width colon, or (names that are surely headers) with `=`. */
export function headerAt(of: Mapped, start: number, end: number): HeaderText | null {
  const text = of.text;
  let [from, to] = trimmed(text, start, end);
  if (to > from && (text[to - 1] === ',' || text[to - 1] === ';') && isQuote(text[to - 2])) to--;
  const quoted = isQuote(text[from]);
  if (quoted) from++;
  let cut = from;
  while (cut < to && cut - from <= 64 && isNameUnit(text.charCodeAt(cut))) cut++;
  const name = sliceOf(of, from, cut);
  if (cut === from) return null;
  if (quoted && text[cut] === text[from - 1]) cut++;
  while (cut < to && text[cut] === ' ') cut++;
  const separator = text[cut];
  if (separator !== ':' && separator !== '：' && !(separator === '=' && isKnownHeader(name.text))) return null;
  if (separator === ':' && text.startsWith('//', cut + 1)) return null;
  let [valueFrom, valueTo] = trimmed(text, cut + 1, to);
  if (isQuote(text[valueFrom]) && valueTo - valueFrom > 1 && text[valueTo - 1] === text[valueFrom]) {
    valueFrom++;
    valueTo--;
  }
  return { name, value: sliceOf(of, valueFrom, valueTo) };
}

/** Labels that people put before a body. */
export const BODY_LABELS: ReadonlySet<string> = new Set([
  'body',
  'data',
  'payload',
  'requestbody',
  'request-body',
  'request_body',
  'responsebody',
  '请求体',
  '报文',
  '报文体',
  '响应体',
  '内容',
]);

/** Names that say: this is a block of HTTP headers and not a list of parameters. */
export function isKnownHeader(name: string): boolean {
  const lower = name.toLowerCase();
  return KNOWN.has(lower) || /^(wechatpay-|alipay-|x-|sec-|cf-|content-|accept-|if-|access-control-)/.test(lower);
}

const KNOWN: ReadonlySet<string> = new Set([
  'host',
  'user-agent',
  'accept',
  'connection',
  'keep-alive',
  'cache-control',
  'pragma',
  'cookie',
  'set-cookie',
  'referer',
  'origin',
  'server',
  'authorization',
  'transfer-encoding',
  'request-id',
  'request-time',
  'response-time',
  'client-id',
  'signature',
]);

const isQuote = (char: string | undefined): boolean => char === '"' || char === "'";
const isNameUnit = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) ||
  (unit >= 0x41 && unit <= 0x5a) ||
  (unit >= 0x61 && unit <= 0x7a) ||
  unit === 0x2d ||
  unit === 0x5f ||
  (unit >= 0x4e00 && unit <= 0x9fff);

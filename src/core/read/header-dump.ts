/**
 * The headers of a WeChat Pay message as a program printed them, with the body behind (or before) them: `print_r(getallheaders())`,
 * `$_SERVER`, maps of Java, Python, Go, Node and Ruby, words of a log, the exception of WeChat Pay's SDK. Names and values are of so few
 * signs that no language's syntax is needed to tell them. @see wechatpay-java core/notification/NotificationParser (the exception's text)
 */
import { Rewriter, placeOf, sliceOf } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { wrapBody } from './envelope.ts';
import { undoHexEscapes } from './hex-escapes.ts';
import { valueAfter } from './header-dump-value.ts';
import { tryLiteral } from './literal.ts';
import { undoByteRuns } from './string-escapes.ts';
import type { HeaderText, Transport, Undone } from './tree.ts';

/** By the letters that are left of a name. */
const HEADERS: Readonly<Record<string, string>> = {
  timestamp: 'Wechatpay-Timestamp',
  时间戳: 'Wechatpay-Timestamp',
  nonce: 'Wechatpay-Nonce',
  noncestr: 'Wechatpay-Nonce',
  随机串: 'Wechatpay-Nonce',
  signature: 'Wechatpay-Signature',
  签名: 'Wechatpay-Signature',
  签名值: 'Wechatpay-Signature',
  serial: 'Wechatpay-Serial',
  serialno: 'Wechatpay-Serial',
  serialnumber: 'Wechatpay-Serial',
  序列号: 'Wechatpay-Serial',
  证书序列号: 'Wechatpay-Serial',
  ts: 'Wechatpay-Timestamp',
  sig: 'Wechatpay-Signature',
  signaturetype: 'Wechatpay-Signature-Type',
  signtype: 'Wechatpay-Signature-Type',
};

const FULL = /wechat[-_]?pay[-_]?(signature[-_]?type|signature|serial(?:[-_]?(?:no|number))?|timestamp|nonce(?:[-_]?str)?)(?![\w-])/gi;
const WORDS =
  /(?<![\w"'-])(timestamp|nonce(?:_?str)?|signature|serial(?:_?(?:no|number))?|sign(?:ature)?_?type|ts|sig|时间戳|随机串|签名值?|证书序列号|序列号)(?=\s?[=:：])/gi;
/** Names looked at: a message has five. */
const MOST = 64;

interface Found extends HeaderText {
  readonly start: number;
  readonly end: number;
}

interface Lines {
  readonly found: readonly Found[];
  readonly body: Mapped;
}

export const readHeaderDump: Transport = (of, inner) => {
  const { text } = of;
  const exception = fromException(of) ?? fromLines(of);
  const found =
    exception?.found ??
    (/wechat[-_]?pay[-_]?signature/i.test(text) ? headersIn(of, FULL) : /ciphertext/i.test(text) ? headersIn(of, WORDS) : []);
  const first = found[0];
  const last = found.at(-1);
  if (!first || !last || !isComplete(found) || hasPlainHead(text, found)) return [];
  const body = exception?.body ?? bodyBehind(of, last.end) ?? bodyBefore(of, first.start);
  if (!body) return [];
  const read = wrapBody(of, body, inner, { headers: found.map(({ name, value }) => ({ name, value })), body });
  return [{ form: 'http', score: 1, ...read, undone: [...marksBefore(of, body), ...(read.undone ?? [])] }];
};

/** Escapes of nginx, and a byte order mark between headers and body: nobody sent them, but that they were there is told. */
function marksBefore(of: Mapped, body: Mapped): readonly Undone[] {
  if (of.text.includes(HEXED)) return [{ id: 'nginx-hex-escape', places: [placeOf(body)], count: 1 }];
  const at = body.base - of.base - 1;
  return body.runs === of.runs && of.text[at] === '\ufeff' ? [{ id: 'nbsp-zero-width', places: [placeOf(of, at, at + 1)], count: 1 }] : [];
}

/** A signature and one more of the four; each name once. */
function isComplete(found: readonly Found[]): boolean {
  const names = new Set(found.map(({ name }) => name.text));
  return names.size === found.length && names.has('Wechatpay-Signature') && names.size >= 2;
}

/** Lines of `Name: value` are an HTTP message, which has a reader of its own. */
function hasPlainHead(text: string, found: readonly Found[]): boolean {
  return found.every(({ start }) => {
    const from = text.lastIndexOf('\n', start - 1) + 1;
    return from + 2 > start && /^["']?[\w-]+["']?: ?\S/.test(text.slice(from, from + 80));
  });
}

/** The header that a name in any of these spellings is (`HTTP_WECHATPAY_NONCE`, `wechatpay_nonce`, `wechatPayNonce`); or in `nonce` alone. */
export function headerNamed(of: Mapped, short = false): Mapped | null {
  const full = /^(?:http_)?wechat[-_]?pay[-_]?([a-z]+(?:[-_][a-z]+)?)$/i.exec(of.text.slice(0, 64))?.[1];
  const word = full ?? (short ? of.text.slice(0, 64).trim() : undefined);
  const name = word === undefined ? undefined : HEADERS[word.toLowerCase().replace(/[-_]/g, '')];
  if (name === undefined) return null;
  const label = new Rewriter(of);
  label.put(name, 0, of.text.length);
  return label.done();
}

function headersIn(of: Mapped, names: RegExp): readonly Found[] {
  const found = new Map<string, Found>();
  let count = 0;
  for (const match of of.text.matchAll(names)) {
    if (++count > MOST) return [];
    const key = (match[1] ?? '').toLowerCase().replace(/[-_]/g, '');
    const name = HEADERS[key];
    const at = match.index + match[0].length;
    const value = valueAfter(of.text, at);
    if (name === undefined || !value) continue;
    const label = new Rewriter(of);
    label.put(name, match.index, at);
    const each = { name: label.done(), value: sliceOf(of, value.start, value.end), start: match.index, end: value.end };
    const before = found.get(name);
    // Servers list a header twice (`HTTP_…`, `REDIRECT_HTTP_…`); two that differ are two messages.
    if (before && before.value.text !== each.value.text) return [];
    if (!before) found.set(name, each);
  }
  return [...found.values()];
}

/**
 * `… serial[…] message[timestamp\nnonce\nbody\n] sign[…]`, and `message=…, sign=…, serial=…` of the client that came before; the lines as
 * the server has them, which may be the wrong way round.
 */
function fromException(of: Mapped): Lines | null {
  const { text } = of;
  const head = /(?:^|[\s,:])message[[=](?=[A-Za-z0-9]{0,64}\r?\n)/.exec(text);
  if (!head) return null;
  const start = head.index + head[0].length;
  const closer = text[start - 1] === '[' ? ']' : ',';
  let foot = text.lastIndexOf(closer);
  let sign: RegExpExecArray | null = null;
  for (let tries = 0; tries < 4 && foot > start && !sign; tries++) {
    sign = /^[\],][ \t]{0,4}sign[[=]/.exec(text.slice(foot, foot + 12));
    if (!sign) foot = text.lastIndexOf(closer, foot - 1);
  }
  const lines = /^([A-Za-z0-9]{0,64})\r?\n([^\n]{0,128}?)\r?\n/.exec(text.slice(start, start + 208));
  if (!lines || !sign) return null;
  const [all, timestamp = '', nonce = ''] = lines;
  const signAt = foot + sign[0].length;
  const signEnd =
    closer === ']' ? text.indexOf(']', signAt) : signAt + (/^[^,\n\r]*/.exec(text.slice(signAt, signAt + 2048))?.[0].length ?? 0);
  if (signEnd < 0) return null;
  const nonceAt = start + all.lastIndexOf(nonce);
  return {
    found: [
      headerOf(of, 'Wechatpay-Timestamp', start, start + timestamp.length),
      headerOf(of, 'Wechatpay-Nonce', nonceAt, nonceAt + nonce.length),
      headerOf(of, 'Wechatpay-Signature', signAt, signEnd),
      ...serialNear(of, Math.max(0, head.index - 200), head.index + 1),
      ...serialNear(of, signEnd, signEnd + 200),
    ],
    body: sliceOf(of, start + all.length, text[foot - 1] === '\n' ? foot - 1 : foot),
  };
}

function serialNear(of: Mapped, from: number, to: number): readonly Found[] {
  const found = /(?:serial(?:_?no|number)?|序列号)\s?[[=:：]\s?(\w{8,80})(?!\w)/i.exec(of.text.slice(from, to));
  const end = found ? from + found.index + found[0].length : 0;
  return found ? [headerOf(of, 'Wechatpay-Serial', end - (found[1] ?? '').length, end)] : [];
}

/** The three lines that are signed, and the signature under them. */
function fromLines(of: Mapped): Lines | null {
  const { text } = of;
  const lines = /^\s{0,16}(\d{10})\r?\n([A-Za-z0-9]{16,64})\r?\n(?=\{)/.exec(text.slice(0, 120));
  if (!lines) return null;
  const [all, timestamp = '', nonce = ''] = lines;
  const body = tryLiteral(of, all.length).result;
  if (typeof body === 'string' || body.cut) return null;
  const sign = /^[\s\S]{0,40}?([A-Za-z0-9+/]{100,1000}={0,2})(?=\s|$)/.exec(text.slice(body.end, body.end + 1100));
  if (!sign) return null;
  const at = body.end + sign[0].indexOf(sign[1] ?? '');
  const timestampAt = all.indexOf(timestamp);
  const nonceAt = all.lastIndexOf(nonce);
  return {
    found: [
      headerOf(of, 'Wechatpay-Timestamp', timestampAt, timestampAt + timestamp.length),
      headerOf(of, 'Wechatpay-Nonce', nonceAt, nonceAt + nonce.length),
      headerOf(of, 'Wechatpay-Signature', at, at + (sign[1] ?? '').length),
      ...serialNear(of, at + (sign[1] ?? '').length, at + 2048),
    ],
    body: sliceOf(of, all.length, body.end),
  };
}

function headerOf(of: Mapped, name: string, start: number, end: number): Found {
  const label = new Rewriter(of);
  label.put(name, start, end);
  return { name: label.done(), value: sliceOf(of, start, end), start, end };
}

const LABEL = /^[\w.$ :-]{0,48}(?:body|data|payload|content|报文|请求体|内容)["']?\s?(?:=>|[=:：])\s{0,8}/i;
/** Behind other things: a label of the body, the type that `var_dump` prints, or a line that begins with it. */
const LATER = /\n(?=\{)|(?:body|data)["']?\s?(?:=>|[=:])\s{0,8}(?=b?["']?\{)|\bstring\(\d+\)\s"(?=\{)/i;

/** What stands behind the last header: closing brackets, a label, and then the body, in quotes or not. */
function bodyBehind(of: Mapped, from: number): Mapped | null {
  const { text } = of;
  let at = from;
  const skip = (pattern: RegExp): void => {
    const found = pattern.exec(text.slice(at, at + 160));
    if (found) at += found[0].length;
  };
  skip(/^(?:\\[rn]|[\s"'\])}>,;]){1,120}/);
  skip(/^(?:<<<\s*|-{2,20}\s*)/);
  skip(LABEL);
  // A name of the dump before: what follows it is not the body.
  const quote = /^b?(["'])/.exec(text.slice(at, at + 2));
  if (quote) return inQuotes(of, at, quote[0].length - 1);
  if (text[at] === '{' || text[at] === '[') return structureAt(of, at);
  // Other headers stand between: the body begins a line, or has a label.
  const later = LATER.exec(text.slice(from, from + FAR));
  if (!later) return null;
  const start = from + later.index + later[0].length;
  return text[start] === '{' ? structureAt(of, start) : inQuotes(of, start, text[start] === 'b' ? 1 : 0);
}

/** Headers that are none of WeChat Pay's may take so much. */
const FAR = 16_384;

const HEXED = '{\\x22';

function inQuotes(of: Mapped, at: number, prefix: number): Mapped | null {
  const quote = of.text[at + prefix];
  // nginx escapes bytes, and nothing else.
  const close = of.text.startsWith(HEXED, at + 1) ? of.text.indexOf('"', at + 1) : -1;
  if (close > 0) return undoHexEscapes(sliceOf(of, at + 1, close))?.text ?? null;
  const { result } = tryLiteral(of, at);
  if (typeof result === 'string' || result.node.kind !== 'leaf' || result.cut) return null;
  const body = prefix > 0 ? undoByteRuns(result.node.text) : result.node.text;
  if (!/^\s*[{[]/.test(body.text)) return null;
  // `toString` of a bean puts texts in quotes and escapes nothing.
  const raw = tryLiteral(of, at + prefix + 1);
  const isBean =
    typeof raw.result !== 'string' &&
    prefix === 0 &&
    quote === "'" &&
    /^'\}?\s*$/.test(of.text.slice(raw.result.end, raw.result.end + 8)) &&
    of.text[at - 1] === '=';
  return isBean && typeof raw.result !== 'string' ? sliceOf(of, at + 1, raw.result.end) : body;
}

/** A structure to its end where it is one, to the end of the text where it cannot be read. */
function structureAt(of: Mapped, at: number): Mapped {
  const { result } = tryLiteral(of, at);
  return sliceOf(of, at, typeof result === 'string' ? of.text.trimEnd().length : result.end);
}

/** A body on top of the headers. */
function bodyBefore(of: Mapped, until: number): Mapped | null {
  const at = of.text.search(/\S/);
  if (at < 0 || of.text[at] !== '{') return null;
  const { result } = tryLiteral(of, at);
  if (typeof result === 'string' || result.cut || result.end > until || !of.text.slice(at, result.end).includes('ciphertext')) return null;
  return sliceOf(of, at, result.end);
}

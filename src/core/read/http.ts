/**
 * HTTP messages as they are pasted: a whole request or response, `curl -v` output, or just headers beside a body.
 * The body is handed on as it stands: WeChat Pay v3 and others sign its bytes. @see RFC 9112 §2
 */
import { Rewriter, sliceOf } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { trimmed } from './assignments.ts';
import { BODY_LABELS, headerAt, isKnownHeader, lineAt, lineBefore, startLineAt } from './http-lines.ts';
import type { Line, StartLine } from './http-lines.ts';
import { wrapBody } from './envelope.ts';
import type { HeaderText, Parsed, Reader, Transport } from './tree.ts';

export const readHttp: Transport = (of, inner) => {
  const verbose = unprefixed(of);
  const pieces = splitMessages(verbose ?? of);
  const parsed = pieces.map((piece) => readMessage(piece, inner)).filter((each) => each !== null);
  if (parsed.length <= 1) return parsed;
  const entries = parsed.map(({ root }) => ({ key: null, value: root }));
  return [{ form: 'http', score: 1, root: { kind: 'list', entries, text: of }, undone: parsed.flatMap(({ undone }) => undone ?? []) }];
};

/** One message: its start line if any, headers, body. */
function readMessage(of: Mapped, inner: Reader): Parsed | null {
  const message = cutMessage(of);
  if (!message) return null;
  const { start, headers, body } = message;
  const target = start?.target;
  const content = body && body.text.trim() !== '' ? body : target?.text.includes('?') ? target : null;
  return {
    form: 'http',
    score: 1,
    ...wrapBody(of, content, inner, {
      headers,
      ...(body ? { body } : {}),
      ...(start?.method === undefined ? {} : { method: start.method }),
      ...(target === undefined ? {} : { url: target.text }),
    }),
  };
}

interface HttpMessage {
  readonly start: StartLine | null;
  readonly headers: readonly HeaderText[];
  readonly body: Mapped | null;
}

/** Headers on top, or (without a start line) under the body. */
function cutMessage(of: Mapped): HttpMessage | null {
  const text = of.text;
  let at = 0;
  while (at < text.length && (/\s/.test(text[at] as string) || text.charCodeAt(at) === 0xfeff)) at++;
  at = Math.max(0, text.lastIndexOf('\n', at - 1) + 1);
  const start = startLineAt(of, at) ?? pseudoHead(of, at);
  const head = readHead(of, start ? start.next : at);
  if (start || head.headers.some(({ name }) => isKnownHeader(name.text))) {
    if (start && head.headers.length === 0 && head.body === null) return null;
    const below = head.labelled && head.body ? cutTail(head.body) : null;
    return { start, headers: [...head.headers, ...(below?.headers ?? [])], body: below ? below.body : head.body };
  }
  const tail = cutTail(of);
  return tail && { start: null, ...tail };
}

/** `:method: POST`, `:path: /notify`: what HTTP/2 has for a start line. @see RFC 9113 §8.3.1 */
function pseudoHead(of: Mapped, from: number): StartLine | null {
  let at = from;
  let method: string | undefined;
  let target: Mapped | undefined;
  for (let lines = 0; lines < 6; lines++) {
    const line = lineAt(of.text, at);
    const found = /^:(method|path|scheme|authority|status):[ \t]*/.exec(of.text.slice(line.start, line.start + 20));
    if (!found) break;
    const value = sliceOf(of, line.start + found[0].length, line.end);
    if (found[1] === 'method') method = value.text.trim();
    if (found[1] === 'path') target = value;
    at = line.next;
  }
  return at === from ? null : { next: at, ...(method === undefined ? {} : { method }), ...(target ? { target } : {}) };
}

interface Head {
  readonly headers: readonly HeaderText[];
  readonly body: Mapped | null;
  /** The body stood behind a label (`body: …`), so headers may follow it. */
  readonly labelled: boolean;
}

function readHead(of: Mapped, from: number): Head {
  const text = of.text;
  const headers: HeaderText[] = [];
  for (let at = from; at < text.length;) {
    const line = lineAt(text, at);
    if (line.end === line.start) return { headers, body: sliceOf(of, line.next, text.length), labelled: false };
    const last = headers.at(-1);
    if (last && isFolded(text, line, last)) {
      const from = last.value.base - of.base;
      headers[headers.length - 1] = { name: last.name, value: sliceOf(of, from, trimmed(text, from, line.end)[1]) };
      at = line.next;
      continue;
    }
    const header = headerAt(of, line.start, line.end);
    if (!header)
      return { headers, body: sliceOf(of, line.start, text.length), labelled: headers.length > 0 && !isContinued(text, line.start) };
    if (BODY_LABELS.has(header.name.text.toLowerCase())) {
      const body = text.indexOf(header.value.text, line.start + header.name.text.length);
      return { headers, body: sliceOf(of, header.value.text === '' ? line.next : body, text.length), labelled: true };
    }
    headers.push(header);
    at = line.next;
  }
  return { headers, body: null, labelled: false };
}

/** Nothing but base64 behind base64, as mail programs, terminals and encoders break it: the header goes on. @see RFC 9112 §5.2 (obs-fold) */
function isFolded(text: string, { start, end }: Line, { value }: HeaderText): boolean {
  if (end - start > 1024 || value.text.length < 32 || value.text.length > 4096 || !/^[A-Za-z0-9+/]{32}$/.test(value.text.slice(-32)))
    return false;
  const line = text.slice(start, end);
  return /^[ \t]{0,64}[A-Za-z0-9+/]+={0,2}[ \t]{0,64}$/.test(line) && (isContinued(text, start) || /[0-9+/=]/.test(line));
}

const isContinued = (text: string, at: number): boolean => text[at] === ' ' || text[at] === '\t';

/** Headers under the body: the last lines that are headers, at least one of them a known one. */
function cutTail(of: Mapped): { headers: HeaderText[]; body: Mapped } | null {
  const text = of.text;
  const headers: HeaderText[] = [];
  let end = text.length;
  let bodyEnd = end;
  while (end > 0 && headers.length < 200) {
    const line = lineBefore(text, end);
    const blank = text.slice(line.start, line.end).trim() === '';
    const header = blank ? null : headerAt(of, line.start, line.end);
    if (!blank && !header) break;
    if (header) {
      headers.unshift(header);
      bodyEnd = line.start;
    }
    end = line.start;
  }
  if (!headers.some(({ name }) => isKnownHeader(name.text))) return null;
  while (bodyEnd > 0 && /[\r\n]/.test(text[bodyEnd - 1] as string)) bodyEnd--;
  return { headers, body: sliceOf(of, 0, bodyEnd) };
}

/** Several requests one below the other: each begins at its start line. */
function splitMessages(of: Mapped): Mapped[] {
  const text = of.text;
  const starts: number[] = [];
  for (let at = 0; at < text.length;) {
    const line = lineAt(text, at);
    if (line.end - line.start < 16_384 && startLineAt(of, line.start)) starts.push(line.start);
    at = line.next;
  }
  if (starts.length < 2) return [of];
  return starts.map((start, i) =>
    sliceOf(of, start, i + 1 < starts.length ? withoutRule(text, start, starts[i + 1] as number) : text.length),
  );
}

/** Before the empty lines, and the rule or the words, that part two messages: in a file or a log no body ends in them. */
function withoutRule(text: string, start: number, end: number): number {
  let at = trimmed(text, start, end)[1];
  for (let tries = 0; tries < 3; tries++) {
    const line = text.lastIndexOf('\n', at - 1) + 1;
    if (line <= start || !/^\s{0,8}(?:[-=*#~_]{3,}.{0,60}|#{1,6} .{0,60}|```\w{0,16})$/.test(text.slice(line, Math.min(at, line + 160))))
      break;
    at = trimmed(text, start, line)[1];
  }
  return at;
}

/** `curl -v` marks what it sent with `> ` and what came back with `< `; the answer is taken, else the request. */
function unprefixed(of: Mapped): Mapped | null {
  const text = of.text;
  const answer = /^< HTTP\/\d/m.test(text);
  if (!answer && !/^> [A-Z]{3,7} \S+ HTTP\/\d/m.test(text)) return null;
  const mark = answer ? '<' : '>';
  const out = new Rewriter(of);
  let inside = false;
  let headed = false;
  for (let at = 0; at < text.length;) {
    const line = lineAt(text, at);
    const marked = text[line.start] === mark && (line.end === line.start + 1 || text[line.start + 1] === ' ');
    if (marked && !headed) {
      inside = true;
      headed = line.end <= line.start + 2;
      out.keep(headed ? line.end : line.start + 2, line.next);
    } else if (inside && !/^[*{}<>] /.test(text.slice(line.start, line.start + 2)) && !/^[*{}<>]$/.test(text.slice(line.start, line.end))) {
      out.keep(line.start, line.next);
    }
    at = line.next;
  }
  return out.done();
}

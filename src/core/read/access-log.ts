/**
 * Access log lines of nginx and Apache: the request line in quotes, and often the body in a field of its own, its bytes written
 * as `\xHH`. @see ngx_http_log_module; Apache mod_log_config
 */
import { sliceOf } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { listOf, wrapBody } from './envelope.ts';
import { undoHexEscapes } from './hex-escapes.ts';
import { lineAt } from './http-lines.ts';
import type { Node, Parsed, Reader, Transport, Undone } from './tree.ts';

export const readAccessLog: Transport = (of, inner) => {
  const text = of.text;
  if (!text.includes(' HTTP/')) return [];
  const roots: Node[] = [];
  const undone: Undone[] = [];
  let lines = 0;
  for (let at = 0; at < text.length;) {
    const line = lineAt(text, at);
    at = line.next;
    if (line.end === line.start) continue;
    lines++;
    const found = readLine(sliceOf(of, line.start, line.end), inner);
    if (!found) continue;
    roots.push(found.root);
    undone.push(...(found.undone ?? []));
  }
  return roots.length === 0 || roots.length * 4 < lines ? [] : [{ form: 'access-log', score: 1, root: listOf(of, roots), undone }];
};

function readLine(of: Mapped, inner: Reader): Pick<Parsed, 'root' | 'undone'> | null {
  const fields = quotedFields(of);
  const request = fields.findIndex(({ text }) => /^[A-Z]{3,7} \S/.test(text) && /\sHTTP\/\d(\.\d)?$/.test(text.slice(-12)));
  const line = fields[request];
  if (!line) return null;
  const first = line.text.indexOf(' ');
  const target = sliceOf(line, first + 1, line.text.lastIndexOf(' '));
  const bodies = fields.filter((field, i) => i > request && holdsMessage(field.text));
  const tail = afterLast(of, fields);
  if (holdsMessage(tail.text)) bodies.push(tail);
  const body = bodies[0];
  const raw = body ?? (holdsMessage(target.text) ? target : null);
  if (!raw) return null;
  const clean = undoHexEscapes(raw);
  const content = clean?.text ?? raw;
  const envelope = { method: line.text.slice(0, first), url: target.text, ...(body ? { body: content } : {}) };
  const { root, undone } = wrapBody(of, content, inner, envelope);
  if (root.kind === 'leaf' || root.entries.length === 0) return null;
  return { root, undone: [...(clean ? [clean.undone] : []), ...(undone ?? [])] };
}

/** What stands in quotes. nginx never writes a quote inside; Apache writes it as `\"`. */
function quotedFields(of: Mapped): Mapped[] {
  const text = of.text;
  const fields: Mapped[] = [];
  for (let at = text.indexOf('"'); at >= 0 && fields.length < 64;) {
    let close = at + 1;
    while (close < text.length && text[close] !== '"') close += text[close] === '\\' ? 2 : 1;
    fields.push(sliceOf(of, at + 1, Math.min(close, text.length)));
    at = text.indexOf('"', close + 1);
  }
  return fields;
}

/** An unquoted body at the end of the line. */
function afterLast(of: Mapped, fields: readonly Mapped[]): Mapped {
  const last = fields.at(-1);
  const end = last ? last.base - of.base + last.text.length + 1 : 0;
  return sliceOf(of, Math.min(end, of.text.length), of.text.length);
}

const holdsMessage = (text: string): boolean =>
  text.length > 20 && (/[?&\s]?\w+=[^&]*&\w+=/.test(text.slice(0, 4096)) || /^\s*[{<]/.test(text));

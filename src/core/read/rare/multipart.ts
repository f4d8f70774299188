/**
 * Bodies of `multipart/form-data`, with or without the headers above them; what parts them is taken from the body itself. Files are no
 * parameters. @see RFC 7578 §4; RFC 2046 §5.1.1
 */
import { sliceOf } from '../../text/mapped.ts';
import type { Mapped } from '../../text/mapped.ts';
import { MAX_PAIRS } from '../tree.ts';
import type { Reader } from '../tree.ts';
import { gathered } from './gathered.ts';
import type { Placed } from './gathered.ts';

/** The line that begins a part, and the header that names it. */
const PART = /(?:^|\s)(--[^\s]{1,200})[ \t]{0,8}\r?\n(?:[\w-]{1,64}:[^\n]{0,512}\n){0,4}?Content-Disposition:[^\n]{0,64}\bname=/gi;

export const readMultipart: Reader = (of) => {
  const text = of.text;
  const pairs: Placed[] = [];
  const parts = new RegExp(PART);
  let end = 0;
  for (let found = parts.exec(text); found && pairs.length < MAX_PAIRS; found = parts.exec(text)) {
    const part = partAt(of, parts.lastIndex, found[1] as string);
    if (!part) continue;
    // The line that closes a part opens the next one.
    parts.lastIndex = part.end;
    if (part.name) pairs.push({ name: part.name, value: part.value, start: Math.max(found.index, end), end: part.close });
    end = part.close;
  }
  return gathered(of, pairs, { form: 'http' });
};

interface Part {
  /** Null of a file. */
  readonly name: Mapped | null;
  readonly value: Mapped;
  /** Before the line end that belongs to the boundary. */
  readonly end: number;
  /** Behind the last boundary, where that follows. */
  readonly close: number;
}

function partAt(of: Mapped, from: number, boundary: string): Part | null {
  const text = of.text;
  const line = text.indexOf('\n', from);
  if (line < 0) return null;
  const header = text.slice(from, Math.min(line, from + 1024));
  const named = /^(?:"([^"]{1,200})"|([\w.[\]-]{1,200}))/.exec(header);
  let at = line + 1;
  // Further headers, to the blank line.
  for (let count = 0; count < 16 && !/^[ \t]*\r?\n/.test(text.slice(at, at + 66)); count++) {
    const next = text.indexOf('\n', at);
    if (next < 0) return null;
    at = next + 1;
  }
  const start = text.indexOf('\n', at) + 1;
  if (start === 0) return null;
  let stop = text.indexOf(`\n${boundary}`, start - 1);
  if (stop < 0) stop = text.length;
  const to = text[stop - 1] === '\r' ? stop - 1 : stop;
  const last = text.startsWith(`${boundary}--`, stop + 1) ? Math.min(text.length, stop + boundary.length + 3) : stop;
  const quote = named?.[1] === undefined ? 0 : 1;
  const name = named?.[1] ?? named?.[2];
  const isFile = /;\s*filename\*?=/i.test(header);
  return {
    name: name === undefined || isFile ? null : sliceOf(of, from + quote, from + quote + name.length),
    value: sliceOf(of, start, Math.max(start, to)),
    end: Math.max(start - 1, stop),
    close: last,
  };
}

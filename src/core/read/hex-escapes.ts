/**
 * `\xHH` as nginx and Apache write bytes into logs (quotes, backslashes, controls, all beyond ASCII), and as shells and Python
 * print bytes. Runs of them are bytes of UTF-8, else of GBK. @see ngx_http_log_module `escape=default`; Apache mod_log_config
 */
import { decodeText, detectCharset } from '../text/charset.ts';
import { Rewriter, placeOf } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { hexPair } from '../text/percent.ts';
import type { Undone } from './tree.ts';

/** The run of `\xHH` that begins at `i`, decoded; null where there is none. */
export function utf8Run(text: string, i: number): { value: string; size: number } | null {
  const bytes: number[] = [];
  let at = i;
  while (text[at] === '\\' && text[at + 1] === 'x') {
    const byte = hexPair(text, at + 2);
    if (byte < 0) break;
    bytes.push(byte);
    at += 4;
  }
  if (bytes.length === 0) return null;
  const run = Uint8Array.from(bytes);
  return {
    value: decodeText(run, detectCharset(run, null) ?? (bytes.some((byte) => byte > 0x7f) ? 'iso-8859-1' : 'utf-8')).text,
    size: at - i,
  };
}

/** Undoes every run; null where there is none. */
export function undoHexEscapes(of: Mapped): { text: Mapped; undone: Undone } | null {
  const text = of.text;
  const out = new Rewriter(of);
  const places: (readonly [number, number])[] = [];
  let count = 0;
  let kept = 0;
  for (let i = text.indexOf('\\x'); i >= 0; i = text.indexOf('\\x', i)) {
    const run = utf8Run(text, i);
    if (!run) {
      i += 2;
      continue;
    }
    out.keep(kept, i);
    out.put(run.value, i, i + run.size);
    if (places.length < 16) places.push(placeOf(of, i, i + run.size));
    count += run.size / 4;
    i += run.size;
    kept = i;
  }
  if (count === 0) return null;
  out.keep(kept, text.length);
  return { text: out.done(), undone: { id: 'nginx-hex-escape', places, count } };
}

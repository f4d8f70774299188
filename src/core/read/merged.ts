/**
 * Headers of WeChat Pay and the body in one map, as people log them who put both into one object: the headers are told by their names, and
 * what is left when they are cut out is the body, as it stood.
 */
import { Rewriter } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { headerNamed } from './header-dump.ts';
import { compactJson } from './messages.ts';
import type { Branch, Entry, HeaderText } from './tree.ts';

export interface Unmerged {
  readonly headers: readonly HeaderText[];
  /** The other members, and all of the text that is theirs. */
  readonly rest: Branch;
}

/** Null where the map holds no signature, and no other header beside it. */
export function unmerge(map: Branch): Unmerged | null {
  const headers = headersAmong(map.entries);
  if (!headers) return null;
  const kept = map.entries.map(({ key, value }) => !key || value.kind !== 'leaf' || headerNamed(key.text) === null);
  const entries = map.entries.filter((_, i) => kept[i] === true);
  return { headers, rest: { kind: 'map', entries, text: textOf(map, kept) ?? compactJson({ ...map, entries }) } };
}

/**
 * The headers among members; null without a signature and one more.
 * @param short names may be words alone, as columns of a table have them
 */
export function headersAmong(entries: readonly Entry[], short = false): readonly HeaderText[] | null {
  const headers = entries.flatMap(({ key, value }): readonly HeaderText[] => {
    const name = key && value.kind === 'leaf' ? headerNamed(key.text, short) : null;
    return name && value.kind === 'leaf' ? [{ name, value: value.text }] : [];
  });
  return headers.length > 1 && headers.some(({ name }) => name.text === 'Wechatpay-Signature') ? headers : null;
}

/** The text of the map without the members that are not kept; null where it cannot be told where they begin. */
function textOf({ entries, text: of }: Branch, kept: readonly boolean[]): Mapped | null {
  const { text } = of;
  const starts = entries.map((entry) => startOf(entry, of));
  const close = text.length - 1;
  if (starts.some((start) => start < 0) || !/[\]})]/.test(text[close] ?? '')) return null;
  const out = new Rewriter(of);
  out.keep(0, starts[0] ?? 0);
  const last = kept.lastIndexOf(true);
  const blank = /\s*$/.exec(text.slice(Math.max(0, close - 64), close))?.[0].length ?? 0;
  for (const [i, start] of starts.entries()) {
    if (kept[i] !== true) continue;
    const end = starts[i + 1] ?? close - blank;
    out.keep(start, i === last ? withoutComma(text, start, end) : end);
  }
  out.keep(close - blank, close + 1);
  return out.done();
}

function withoutComma(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /[\s,]/.test(text[at - 1] as string)) at--;
  return at;
}

function startOf({ key }: Entry, { text, base, runs }: Mapped): number {
  if (key?.text.runs !== runs) return -1;
  const at = key.text.base - base;
  return text.startsWith(key.text.text, at) ? (/["']/.test(text[at - 1] ?? '') ? at - 1 : at) : -1;
}

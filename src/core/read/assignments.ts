/** `k=v&k=v`: form bodies, query strings, URLs, one or several, wrapped or not. @see WHATWG URL §5 */
import { Rewriter, placeOf, sliceOf } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { isRawBase64, rankDecodings } from './decoding.ts';
import type { Decoding } from './decoding.ts';
import { withoutClosers } from './log-query.ts';
import { isParameterLike } from './names.ts';
import { MAX_PAIRS } from './tree.ts';
import type { Branch, Entry, Parsed, Undone } from './tree.ts';
import type { FormId } from './reading.ts';

/** One `name=value` as it stands, before decoding. */
export interface Assignment {
  readonly name: Mapped;
  readonly value: Mapped;
  readonly bare: boolean;
}

export function readAssignments(of: Mapped): readonly Parsed[] {
  const [start, full] = trimmed(of.text, 0, of.text.length);
  const end = closed(of.text, start, full);
  if (end < full)
    return readAssignments(sliceOf(of, 0, end)).map((each) => ({
      ...each,
      undone: [...(each.undone ?? []), { id: 'surrounding-text', places: [placeOf(of, end, full)], count: 1 }],
    }));
  const bodies = splitBodies(of, start, end);
  const whole = sliceOf(of, start, end);
  if (bodies) {
    const unwrapped = bodies.map(unwrap);
    const undone = unwrapped.flatMap((each) => each.undone);
    return parse(
      of,
      unwrapped.map(({ text }) => text),
      1,
    ).map((each) => ({ ...each, undone }));
  }
  const { text: joined, undone, wrapped } = unwrap(whole);
  const parsed = parse(of, [joined], wrapped).map((each) => ({ ...each, undone }));
  // With line ends left in, for whoever says that they belong to the values.
  return undone.length > 0 ? [...parsed, ...parse(of, [whole], 0.3)] : parsed;
}

function parse(of: Mapped, texts: readonly Mapped[], share: number): readonly Parsed[] {
  const parts = texts.map((text) => ({ text, ...locate(text) }));
  const lists = parts.map(({ text, query }) => split(sliceOf(text, query[0], query[1])));
  const all = lists.flat();
  if (all.length === 0 || all.length > MAX_PAIRS) return [];
  const fit = fitness(all, of.text.length) * share;
  if (fit === 0) return [];
  const first = parts[0];
  return rankDecodings(all.map(({ name, value }) => [name.text, value.text])).map(({ decoding, score }) => {
    const maps = lists.map((list, i) => toMap(list, decoding, parts[i]?.text ?? of));
    const root: Branch =
      maps.length === 1 ? (maps[0] as Branch) : { kind: 'list', entries: maps.map((value) => ({ key: null, value })), text: of };
    return {
      form: formOf(first?.form ?? 'query', decoding, all),
      score: fit * (0.5 + score / 2),
      root,
      ...(first?.url === undefined ? {} : { url: first.url }),
    };
  });
}

function formOf(place: FormId, decoding: Decoding, all: readonly Assignment[]): FormId {
  if (place === 'url') return 'url';
  if (place === 'form-body' && decoding === null && all.some(({ value }) => /[^!-~]|["{[<]/.test(value.text))) return 'query';
  return place;
}

/** Before the quote or bracket that was copied with the end of an encoded body, where that is sure. */
function closed(text: string, start: number, end: number): number {
  const last = text.lastIndexOf('&');
  const equals = last < start ? -1 : text.indexOf('=', last);
  if (equals < 0 || /[\w%=.+/*~-]/.test(text[end - 1] ?? '')) return end;
  const encoded = text.includes('%') && !/[\s"<]/.test(text.slice(start, last));
  if (!encoded && !/^=[\w+/=]{40,1024}[^\w+/=\s]{1,3}$/.test(text.slice(equals, Math.min(end, equals + 1100)))) return end;
  return withoutClosers(text, equals, end);
}

/** Turns assignments into a map, each leaf marked with the decoding that it still needs. */
export function toMap(list: readonly Assignment[], decoding: Decoding, text: Mapped): Branch {
  const entries: Entry[] = list.map(({ name, value }) => ({
    key: decoding ? { kind: 'leaf', text: name, percent: decoding } : { kind: 'leaf', text: name },
    value: decoding && !isRawBase64(value.text) ? { kind: 'leaf', text: value, percent: decoding } : { kind: 'leaf', text: value },
  }));
  return { kind: 'map', entries, text };
}

/** Several bodies, one a line or with empty lines between them: each has its own `sign`. */
function splitBodies(of: Mapped, start: number, end: number): Mapped[] | null {
  if (!of.text.includes('\n')) return null;
  const lines = pieces(of, start, end, /\n/g);
  if (lines.every(isBody)) return lines.length > 1 ? lines : null;
  const blocks = pieces(of, start, end, /\n[ \t\r]{0,64}\n/g);
  return blocks.length > 1 && blocks.every(isBody) ? blocks : null;
}

function pieces(of: Mapped, start: number, end: number, between: RegExp): Mapped[] {
  const list: Mapped[] = [];
  let from = start;
  for (const { index, 0: found } of of.text.matchAll(between)) {
    if (index < start || index >= end) continue;
    const [a, b] = trimmed(of.text, from, index);
    if (b > a) list.push(sliceOf(of, a, b));
    from = index + found.length;
  }
  const [a, b] = trimmed(of.text, from, end);
  if (b > a) list.push(sliceOf(of, a, b));
  return list;
}

const isBody = ({ text }: Mapped): boolean => /(^|[?&])sign=/.test(text) && text.split('&', 4).length === 4;

/**
 * Line ends inside a body come from a terminal, an editor or a mail; a body has none of its own once it is encoded.
 * `wrapped` says how likely it is that they were: a line that begins with a name after one that ends without `&` is hardly a
 * continuation, unless all lines are of one width.
 */
function unwrap(of: Mapped): { text: Mapped; undone: readonly Undone[]; wrapped: number } {
  const text = of.text;
  if (!/[\r\n]/.test(text)) return { text: of, undone: [], wrapped: 1 };
  if (breaksInSignature(text)) return { text: of, undone: [], wrapped: 1 };
  const out = new Rewriter(of);
  const places: (readonly [number, number])[] = [];
  let count = 0;
  let kept = 0;
  let strange = 0;
  const widths = new Set<number>();
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit !== 0x0a && unit !== 0x0d) continue;
    let close = i + 1;
    while (close < text.length && isBlank(text.charCodeAt(close))) close++;
    out.keep(kept, i);
    if (widths.size < 2) widths.add(i - kept);
    const before = text.slice(Math.max(0, i - 12), i);
    const after = text.slice(close, close + 40);
    // An editor breaks at blanks: of a date and its time, the blank between them was one.
    if (/\d{4}-\d\d-\d\d$/.test(before) && /^\d\d:\d\d/.test(after)) out.put(' ', i, close);
    if (!/&\s*$/.test(before) && /^[A-Za-z_]\w{1,38}=[^=&]/.test(after)) strange++;
    if (places.length < 16) places.push(placeOf(of, i, close));
    count++;
    kept = close;
    i = close - 1;
  }
  out.keep(kept, text.length);
  return { text: out.done(), undone: [{ id: 'wrapped-lines', places, count }], wrapped: strange > 0 && widths.size > 1 ? 0.6 : 1 };
}

/** All line ends stand in the base64 of the signature, and cut it to a width of its own: they were put there when it was made. */
function breaksInSignature(text: string): boolean {
  const sign = /(?:^|[?&])sign=(?=[A-Za-z0-9+/_-]{48,76}\r?\n)/.exec(text);
  if (!sign) return false;
  const from = sign.index + sign[0].length;
  const value = /^[A-Za-z0-9+/=_\s-]+/.exec(text.slice(from, from + 2048))?.[0] ?? '';
  const lines = value.trimEnd().split(/\r?\n/);
  const width = lines[0]?.length;
  const isEven = lines.slice(1, -1).every(({ length }) => length === width) && (lines.at(-1)?.length ?? 0) <= (width ?? 0);
  return isEven && !/[\r\n]/.test(text.slice(0, from)) && !/[\r\n]/.test(text.slice(from + value.trimEnd().length).trimEnd());
}

/** Where the parameters begin and end: after the `?` of an address, before its fragment. */
function locate(of: Mapped): { form: FormId; query: readonly [number, number]; url?: string } {
  const text = of.text;
  const mark = text.indexOf('?');
  const equals = text.indexOf('=');
  if (mark < 0 || (equals >= 0 && mark > equals)) return { form: 'form-body', query: [0, text.length] };
  const address = text.slice(0, mark);
  const isAddress = mark > 0 && /^([a-z][a-z0-9+.-]*:\/\/|\/|[\w.-]+\/|[\w-]+(\.[\w-]+)+|localhost)\S*$/i.test(address.slice(0, 2048));
  if (mark > 0 && !isAddress) return { form: 'form-body', query: [0, text.length] };
  const hash = text.indexOf('#', mark);
  // `https://x/?t=1#/paid?charset=…`: the page behind the hash has its own parameters, and they are Alipay's.
  const inner = hash < 0 ? -1 : text.indexOf('?', hash);
  if (inner >= 0 && /^#[!/][^=&\s]*$/.test(text.slice(hash, Math.min(inner, hash + 2048))))
    return { form: 'url', query: [inner + 1, text.length], url: text.slice(0, inner) };
  const end = hash >= 0 && !text.includes('=', hash) ? hash : text.length;
  return { form: mark === 0 ? 'query' : 'url', query: [mark + 1, end], ...(mark > 0 ? { url: address } : {}) };
}

/** Cuts at `&`, then at the first `=`. Empty pieces vanish, as every form parser lets them. */
export function split(of: Mapped): Assignment[] {
  const text = of.text;
  const list: Assignment[] = [];
  // The next `=` is looked for once and kept, else a text without any would be searched to its end for each piece.
  let equals = text.indexOf('=');
  for (let start = 0; start <= text.length && list.length <= MAX_PAIRS;) {
    const stop = text.indexOf('&', start);
    const end = stop < 0 ? text.length : stop;
    if (end > start) {
      if (equals >= 0 && equals < start) equals = text.indexOf('=', start);
      const bare = equals < 0 || equals >= end;
      const cut = bare ? end : equals;
      list.push({ name: sliceOf(of, start, cut), value: sliceOf(of, bare ? end : cut + 1, end), bare });
    }
    start = end + 1;
  }
  return list;
}

/** How much of it looks like parameters: names of a sane shape, more than one of them or a known kind of one. */
function fitness(all: readonly Assignment[], size: number): number {
  let good = 0;
  let covered = 0;
  for (const { name, value, bare } of all) {
    covered += name.text.length + value.text.length + 2;
    if (!bare && isName(name.text)) good++;
  }
  if (good === 0 || (good === 1 && all.length === 1 && size > 4096)) return 0;
  const share = good / all.length;
  const many = Math.min(1, 0.4 + good * 0.12);
  const clean = all[0] && isLogged(all[0]) ? 0.8 : 1;
  return Math.max(0, share * many * clean * Math.min(1, (covered + 200) / (size + 1)));
}

/** What stands before the first name is a log's: `收到通知：gmt_create=`, `client=1.2.3.4, payload=gmt_create=`. */
function isLogged({ name, value }: Assignment): boolean {
  if (!/^\s*[\w.[\]%$-]*\s*$/.test(name.text.slice(-200))) return true;
  const inner = value.text.slice(0, 2000).matchAll(/(?<=^|[\s"'{[(,=:：])([A-Za-z_][\w.]{0,63})(?==)/g);
  return [...inner].some(([, found = '']) => isParameterLike(found));
}

/** A parameter name as frameworks allow them: no blank, no quote, no bracket but `[]`, not too long. */
export function isName(text: string): boolean {
  return text.length > 0 && text.length <= 128 && /^[^\s"'{}()<>,;:&=]+$/.test(text.trim());
}

export function trimmed(text: string, start: number, end: number): readonly [number, number] {
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return [start, end];
}

const isBlank = (unit: number): boolean => unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0xfeff;

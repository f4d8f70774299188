/** JSON inside a parameter that was parsed and written again, or lost its quotes: the texts it may have been. */

/** A parsed value with members in their order and numbers to the letter; null where the text is no JSON. Bounded: such values are short. */
export type Json = string | { readonly word: string } | readonly Json[] | { readonly members: readonly (readonly [string, Json])[] };

const LIMIT = 16384;

/** Reads JSON, and the looser texts that dumps make of it: single or no quotes, `=` for `:`, Python's words. */
export function readLoose(text: string): Json | null {
  if (text.length > LIMIT || !/^\s*[[{]/.test(text)) return null;
  const state = { text, at: 0, depth: 0 };
  const value = readValue(state);
  if (value === undefined) return null;
  skip(state);
  return state.at === text.length ? value : null;
}

interface State {
  readonly text: string;
  at: number;
  depth: number;
}

function skip(state: State): void {
  while (/\s/.test(state.text[state.at] ?? '')) state.at++;
}

function readValue(state: State): Json | undefined {
  skip(state);
  const char = state.text[state.at];
  if (char === '{' || char === '[') {
    if (++state.depth > 32) return undefined;
    const value = readBranch(state, char);
    state.depth--;
    return value;
  }
  if (char === '"' || char === "'") return readQuoted(state, char);
  const start = state.at;
  while (state.at < state.text.length && !/[,}\]]/.test(state.text[state.at] as string)) state.at++;
  const word = state.text.slice(start, state.at).trim();
  if (word === '') return undefined;
  return /^(-?\d+(\.\d+)?([eE][+-]?\d+)?|true|false|null)$/.test(word)
    ? { word }
    : /^(True|False|None)$/.test(word)
      ? { word: word === 'None' ? 'null' : word.toLowerCase() }
      : word;
}

function readBranch(state: State, open: string): Json | undefined {
  const close = open === '{' ? '}' : ']';
  const items: Json[] = [];
  const members: [string, Json][] = [];
  state.at++;
  for (;;) {
    skip(state);
    if (state.text[state.at] === close) break;
    if (items.length + members.length > 0) {
      if (state.text[state.at] !== ',') return undefined;
      state.at++;
    }
    if (open === '[') {
      const item = readValue(state);
      if (item === undefined) return undefined;
      items.push(item);
      continue;
    }
    skip(state);
    const quote = state.text[state.at];
    const key = quote === '"' || quote === "'" ? readQuoted(state, quote) : readKey(state);
    if (typeof key !== 'string') return undefined;
    skip(state);
    if (!/[:=]/.test(state.text[state.at] ?? '')) return undefined;
    state.at += state.text.startsWith('=>', state.at) ? 2 : 1;
    const value = readValue(state);
    if (value === undefined) return undefined;
    members.push([key, value]);
  }
  state.at++;
  return open === '[' ? items : { members };
}

function readKey(state: State): string | undefined {
  const start = state.at;
  while (/[\w.-]/.test(state.text[state.at] ?? '')) state.at++;
  return state.at === start ? undefined : state.text.slice(start, state.at);
}

function readQuoted(state: State, quote: string): string | undefined {
  let out = '';
  for (state.at++; state.at < state.text.length; state.at++) {
    const char = state.text[state.at] as string;
    if (char === quote) {
      state.at++;
      return out;
    }
    if (char !== '\\') {
      out += char;
      continue;
    }
    const next = state.text[++state.at] ?? '';
    if (next === 'u' && /^[0-9a-fA-F]{4}$/.test(state.text.slice(state.at + 1, state.at + 5))) {
      out += String.fromCharCode(Number.parseInt(state.text.slice(state.at + 1, state.at + 5), 16));
      state.at += 4;
    } else out += ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' } as Readonly<Record<string, string>>)[next] ?? next;
  }
  return undefined;
}

interface Style {
  /** Numbers back in quotes: as they are, or as amounts with two decimals. */
  readonly numbers: 'bare' | 'quoted' | 'amounts';
  /** `led`: sorted, but for what stands in front of every answer. */
  readonly order: 'kept' | 'sorted' | 'reversed' | 'led';
  readonly slash: boolean;
  readonly ascii: boolean;
}

/** The compact texts that a provider may have written, likeliest first. */
export function* rewritten(text: string): Iterable<string> {
  const value = readLoose(text);
  if (value === null) return;
  for (const numbers of ['amounts', 'bare', 'quoted'] as const)
    for (const order of ['sorted', 'kept', 'reversed', 'led'] as const)
      for (const slash of [false, true]) for (const ascii of [false, true]) yield write(value, { numbers, order, slash, ascii });
}

/** What the gateway writes in front of the members of its answers. @see Alipay open docs, 公共响应参数 */
const LEADING = ['code', 'msg', 'sub_code', 'sub_msg'];

function write(value: Json, style: Style): string {
  if (typeof value === 'string') return quote(value, style);
  if ('word' in value) {
    if (style.numbers === 'bare' || !/^-?\d/.test(value.word)) return value.word;
    // No amount has that many digits: it is a number of an order or a voucher.
    return quote(style.numbers === 'amounts' && value.word.length <= 12 ? twoDecimals(value.word) : value.word, style);
  }
  if (!('members' in value)) return `[${value.map((item) => write(item, style)).join(',')}]`;
  const members = [...value.members];
  const rank = (name: string): number => (style.order === 'led' && LEADING.includes(name) ? LEADING.indexOf(name) - LEADING.length : 0);
  if (style.order === 'sorted' || style.order === 'led') members.sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0));
  if (style.order === 'reversed') members.reverse();
  return `{${members.map(([key, item]) => `${quote(key, style)}:${write(item, style)}`).join(',')}}`;
}

function quote(text: string, { slash, ascii }: Style): string {
  let out = JSON.stringify(text);
  if (slash) out = out.replaceAll('/', '\\/');
  if (ascii) out = out.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return out;
}

/** `0.1` → `0.10`: amounts in these structures always have two. */
export function twoDecimals(number: string): string {
  const match = /^(-?\d+)(?:\.(\d{0,2}))?$/.exec(number);
  return match ? `${match[1]}.${(match[2] ?? '').padEnd(2, '0')}` : number;
}

/** A list or map of texts that lost its quotes and its brackets too: `amount:1.00,fundChannel:COUPON`; a name that returns begins the next map. */
export function bracketed(text: string): string | null {
  if (text.length > LIMIT || !/^\w+[:=][^,]*(,\w+[:=][^,]*)*$/.test(text)) return null;
  const maps: string[][] = [];
  let names = new Set<string>();
  for (const member of text.split(',')) {
    const name = member.split(/[:=]/, 1)[0] ?? '';
    if (maps.length === 0 || names.has(name)) {
      maps.push([]);
      names = new Set();
    }
    names.add(name);
    maps.at(-1)?.push(member);
  }
  return `[${maps.map((members) => `{${members.join(',')}}`).join(',')}]`;
}

/** Slashes, code escapes and quotes to which a stripslashes took the backslash. */
export function* backslashed(text: string): Iterable<string> {
  if (!/^\s*[[{]/.test(text) || text.length > LIMIT) return;
  const slashed = (each: string): string => each.replaceAll('/', '\\/');
  for (const base of new Set([text, innerQuotes(text), looseQuotes(text)]))
    for (const each of new Set([base, base.replace(/(?<!\\)u([0-9a-fA-F]{4})/g, '\\u$1')])) {
      if (each !== text) yield each;
      if (each.includes('/')) yield slashed(each);
    }
}

/** A quote that neither opens nor closes a text of the structure stood inside one. */
function looseQuotes(text: string): string {
  return text.replace(/(?<![[{:,\\]\s*)"(?!\s*[:,}\]])/g, '\\"');
}

/** Quotes of JSON inside JSON: `"a":"{"b":"c"}"` → `"a":"{\"b\":\"c\"}"`. */
function innerQuotes(text: string): string {
  return text.replace(/:"([[{].*?[}\]])"(?=[,}])/g, (_, inner: string) => `:"${inner.replaceAll('"', '\\"')}"`);
}

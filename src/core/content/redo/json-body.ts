/** A body of JSON parsed and written again, as the usual libraries do it: every order, spelling of names, escaping and layout of theirs. */

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

type Escape = (text: string) => string;
type Rename = (name: string) => string;
type Order = (names: readonly string[]) => readonly string[];

interface Layout {
  readonly comma: string;
  readonly colon: string;
  readonly indent?: string;
  readonly line?: string;
}

const plain: Escape = (text) => JSON.stringify(text).slice(1, -1);
const code = (char: string, upper = false): string => {
  const hex = char.charCodeAt(0).toString(16).padStart(4, '0');
  return `\\u${upper ? hex.toUpperCase() : hex}`;
};
const ascii: Escape = (text) => plain(text).replace(/[^\0-\x7e]/g, (char) => code(char));
const slashed =
  (escape: Escape): Escape =>
  (text) =>
    escape(text).replaceAll('/', '\\/');

/** @see PHP json_encode; Python json.dumps; Gson disableHtmlEscaping; encoding/json of Go, SetEscapeHTML; System.Text.Json JavaScriptEncoder.Default */
const ESCAPES: readonly Escape[] = [
  plain,
  slashed(ascii),
  ascii,
  slashed(plain),
  (text) => plain(text).replace(/[<>&='\u2028\u2029]/g, (char) => code(char)),
  (text) => plain(text).replace(/[<>&\u2028\u2029]/g, (char) => code(char)),
  (text) => plain(text).replace(/[^\0-\x7e]|['&+<>`]|\\"/g, (char) => code(char.slice(-1), true)),
];

const LAYOUTS: readonly Layout[] = [
  { comma: ',', colon: ':' },
  { comma: ', ', colon: ': ' },
  ...[': ', ' : ', ':'].flatMap((colon) =>
    ['  ', '    ', '\t'].flatMap((indent) => ['\n', '\r\n'].map((line): Layout => ({ comma: ',', colon, indent, line }))),
  ),
];

const camel: Rename = (name) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const NAMES: readonly Rename[] = [(name) => name, camel, (name) => camel(name).replace(/^\w/, (letter) => letter.toUpperCase())];

/** Where Java's HashMap of sixteen places puts a name. @see java.util.HashMap#hash, String#hashCode */
const place = (name: string): number => {
  let hash = 0;
  for (let i = 0; i < name.length; i++) hash = (Math.imul(31, hash) + name.charCodeAt(i)) | 0;
  return (hash ^ (hash >>> 16)) & 15;
};
/** As the tables of the documents list the members. @see pay.weixin.qq.com/doc/v3/merchant/4012791861 */
const LISTED = 'id create_time event_type resource_type resource summary algorithm ciphertext associated_data original_type nonce'.split(
  ' ',
);
const ORDERS: readonly Order[] = [
  (names) => names,
  (names) => [...names].sort(),
  (names) => [...names].sort((a, b) => LISTED.indexOf(a) - LISTED.indexOf(b)),
  (names) => [...names].sort((a, b) => place(a) - place(b)),
  (names) => [...names].reverse(),
];

/** All of them, the likeliest first; none where the text is no JSON. */
export function* writtenBodies(body: string): Iterable<string> {
  let parsed: Json;
  try {
    parsed = JSON.parse(body) as Json;
  } catch {
    return; // how JSON.parse says "not JSON": nothing to write again
  }
  for (const layout of LAYOUTS)
    for (const rename of NAMES)
      for (const order of ORDERS) for (const escape of ESCAPES) yield write(parsed, { layout, rename, order, escape }, 0);
}

/** Whether both hold the same members under the same names, in whatever order, layout and spelling of names. */
export function sameBody(a: string, b: string): boolean {
  try {
    const one = canonical(JSON.parse(a) as Json, 0);
    return one.startsWith('{') && one === canonical(JSON.parse(b) as Json, 0);
  } catch {
    return false; // how JSON.parse says "not JSON"
  }
}

/** A depth that no body has is never the same. */
function canonical(value: Json, depth: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (depth > 16) throw new RangeError('too deep');
  if (isList(value)) return `[${value.map((item) => canonical(item, depth + 1)).join()}]`;
  const members = Object.entries(value).map(
    ([name, item]) => `${JSON.stringify(name.replaceAll('_', '').toLowerCase())}:${canonical(item, depth + 1)}`,
  );
  return `{${members.sort().join()}}`;
}

interface Style {
  readonly layout: Layout;
  readonly rename: Rename;
  readonly order: Order;
  readonly escape: Escape;
}

function write(value: Json, style: Style, depth: number): string {
  const { layout, rename, order, escape } = style;
  if (typeof value === 'string') return `"${escape(value)}"`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (depth > 16) return 'null';
  const { comma, colon, indent, line = '' } = layout;
  const gap = (level: number): string => (indent === undefined ? '' : line + indent.repeat(level));
  const [open, close, items] = isList(value)
    ? ['[', ']', value.map((item) => write(item, style, depth + 1))]
    : [
        '{',
        '}',
        order(Object.keys(value)).map((name) => `"${escape(rename(name))}"${colon}${write(value[name] ?? null, style, depth + 1)}`),
      ];
  return items.length === 0 ? open + close : `${open}${items.map((item) => gap(depth + 1) + item).join(comma)}${gap(depth)}${close}`;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

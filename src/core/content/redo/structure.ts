/** JSON inside a value, parsed and written again by other hands, or printed by its type. */
import { readLoose } from '../undo/structure.ts';
import type { Json } from '../undo/structure.ts';
import type { ForwardMistake, Way } from './mistake.ts';

type Value = null | boolean | number | string | readonly Value[] | { readonly [name: string]: Value };

function parse(text: string): Value | undefined {
  // Bounded in size and depth.
  if (readLoose(text) === null) return undefined;
  try {
    return JSON.parse(text) as Value;
  } catch {
    return undefined; // a bracket does not make JSON
  }
}

type Member = readonly [string, Value];
const isObject = (value: Value): value is { readonly [name: string]: Value } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value with the members of each object put in another order. */
function ordered(value: Value, order: (members: readonly Member[]) => readonly Member[]): Value {
  if (Array.isArray(value)) return (value as readonly Value[]).map((item) => ordered(item, order));
  if (!isObject(value)) return value;
  return Object.fromEntries(order(Object.entries(value).map(([name, item]): Member => [name, ordered(item, order)])));
}

const sorted = (members: readonly Member[]): readonly Member[] => [...members].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
const reversed = (members: readonly Member[]): readonly Member[] => [...members].reverse();

/** Texts that are numbers, as numbers. */
function asNumbers(value: Value): Value {
  if (Array.isArray(value)) return (value as readonly Value[]).map(asNumbers);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, asNumbers(item)]));
  return typeof value === 'string' && /^-?\d{1,15}(\.\d{1,6})?$/.test(value) ? Number(value) : value;
}

interface Style {
  readonly comma: string;
  readonly colon: string;
  readonly open: readonly [string, string];
  readonly list: readonly [string, string];
  readonly name: (name: string) => string;
  readonly text: (text: string) => string;
}

const quoted = (text: string): string => JSON.stringify(text);
const single = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const asIs = (text: string): string => text;
const BRACKETS = { open: ['{', '}'], list: ['[', ']'] } as const;

function written(value: Value, style: Style): string {
  if (typeof value === 'string') return style.text(value);
  if (Array.isArray(value))
    return style.list[0] + (value as readonly Value[]).map((item) => written(item, style)).join(style.comma) + style.list[1];
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, item]) => style.name(name) + style.colon + written(item, style));
  return style.open[0] + members.join(style.comma) + style.open[1];
}

const ascii = (text: string): string => text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
const slashes = (text: string): string => text.replaceAll('/', '\\/');
/** What Go and Gson escape for the sake of HTML. */
const forHtml = (text: string): string => text.replace(/[<>&]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`);

const PYTHON: Style = { comma: ', ', colon: ': ', ...BRACKETS, name: quoted, text: quoted };

/** Compact, as Python writes, pretty. */
const WRITERS: readonly ((value: Value) => string)[] = [
  (value) => JSON.stringify(value),
  (value) => written(value, PYTHON),
  (value) => JSON.stringify(value, null, 2),
  (value) => JSON.stringify(value, null, 4),
];

/** Printed by a language, not as JSON. */
const PRINTERS: readonly ((value: Value) => string)[] = [
  // Python's str, Java's List<Map>, Go's %v, Ruby's inspect
  (value) => written(value, { comma: ', ', colon: ': ', ...BRACKETS, name: single, text: single }),
  (value) => written(value, { comma: ', ', colon: '=', ...BRACKETS, name: asIs, text: asIs }),
  (value) => written(value, { comma: ' ', colon: ':', open: ['map[', ']'], list: ['[', ']'], name: asIs, text: asIs }),
  (value) => written(value, { comma: ', ', colon: '=>', ...BRACKETS, name: quoted, text: quoted }),
  (value) => (Array.isArray(value) ? (value as readonly Value[]).map(() => '[object Object]').join(',') : '[object Object]'),
  () => '[object Object]',
  () => 'Array',
  () => '',
];

const over =
  (write: (value: Value) => string): Way =>
  (text) => {
    const value = parse(text);
    return value === undefined ? text : write(value);
  };

const WAYS: readonly Way[] = [
  ...WRITERS.flatMap((write) => [
    over(write),
    over((value) => write(ordered(value, sorted))),
    over((value) => write(ordered(value, reversed))),
    over((value) => ascii(write(value))),
    over((value) => slashes(write(value))),
    over((value) => ascii(slashes(write(value)))),
    over((value) => forHtml(write(value))),
    over((value) => write(asNumbers(value))),
    over((value) => ascii(write(ordered(value, sorted)))),
    over((value) => forHtml(write(ordered(value, sorted)))),
  ]),
  ...PRINTERS.map(over),
  // Every value written as JSON of its own.
  (text) => JSON.stringify(text),
];

/** Equal as JSON: members in any order, numbers in or out of quotes. */
export function sameJson(right: string, used: string): boolean {
  const [a, b] = [readLoose(right), readLoose(used)];
  return a !== null && b !== null && canonical(a) === canonical(b);
}

function canonical(value: Json): string {
  if (typeof value === 'string') return JSON.stringify(numberOf(value));
  if ('word' in value) return JSON.stringify(numberOf(value.word));
  if ('members' in value)
    return `{${value.members
      .map(([name, item]) => `${JSON.stringify(name)}:${canonical(item)}`)
      .sort()
      .join()}}`;
  return `[${value.map(canonical).join()}]`;
}

const numberOf = (text: string): string => (/^-?\d{1,15}(\.\d+)?$/.test(text) ? String(Number(text)) : text);

export const structure: readonly ForwardMistake[] = [
  {
    id: 'json-reserialised-values',
    source: 'fund_bill_list parsed and written again: json.dumps of Python, fastjson, Go maps; toString of a list',
    ways: WAYS,
    fits: sameJson,
  },
];

/** A node or a body written again: the same ways, without those that print a type. */
export const rewrites: readonly Way[] = WAYS.slice(0, WRITERS.length * 10);

/** Every parameter as a row: what the dictionary knows of it, its value read exactly, what is inside it. */
import type { FieldKind, Name } from '../providers/field.ts';
import type { ExplainShape } from '../providers/shape.ts';
import type { Reading } from '../read/reading.ts';
import { centsOf, decimalOf } from './amount.ts';
import type { FieldNote, FieldValue } from './explanation.ts';
import { beginsJson, isJson } from './nested.ts';
import type { NestedRow } from './nested.ts';
import { isoOf } from './time.ts';
import type { Opened, Values } from './values.ts';

const MAX_ROWS = 20_000;

export type Dictionary = ReadonlyMap<string, Name>;

/** `coupon_fee_0` stands under `coupon_fee_$n`. */
export function knownAs(dictionary: Dictionary, name: string): Name | undefined {
  return dictionary.get(name) ?? dictionary.get(name.replace(/_\d{1,4}$/, '_$n'));
}

export function fieldNotes(
  { pairs }: Reading,
  dictionary: Dictionary,
  shape: ExplainShape,
  values: Values,
  signed: ReadonlySet<number> | null,
): readonly FieldNote[] {
  const notes: FieldNote[] = [];
  for (const [pair, { name, value }] of pairs.entries()) {
    if (notes.length >= MAX_ROWS) break;
    const known = knownAs(dictionary, name);
    const opened = values.opened[pair] ?? { as: 'text', rows: [] };
    const kind = kindOf(known, opened);
    const at = { pair, path: name, entry: known?.name ?? null, depth: 0, value, kind };
    notes.push({
      ...at,
      read: readValue(kind, value, known, shape, values, opened.as === 'json'),
      sensitivity: known?.sensitivity ?? 'none',
      group: known?.group ?? 'unknown',
      signed: signed === null ? null : signed.has(pair),
    });
    const paths = new Set([name]);
    for (const row of opened.rows) {
      const note = nestedNote(pair, name, row, dictionary, shape, values, known);
      notes.push({ ...note, path: unique(note.path, paths) });
    }
  }
  return notes;
}

function nestedNote(
  pair: number,
  parent: string,
  row: NestedRow,
  dictionary: Dictionary,
  shape: ExplainShape,
  values: Values,
  around: Name | undefined,
): FieldNote {
  const joint = row.path.startsWith('[') ? '' : '.';
  const known = knownInside(dictionary, `${parent}${joint}${row.entry}`, row.entry, values.speaks(parent));
  const json = beginsJson(row.value) && isJson(row.value);
  const kind = row.part?.kind ?? known?.kind ?? (json ? 'json' : 'text');
  return {
    pair,
    path: `${parent}${joint}${row.path}`,
    entry: known?.name ?? null,
    depth: row.depth,
    value: row.value,
    kind,
    read: readValue(kind, row.value, known, shape, values, json),
    // What nobody knows may be as private as what it stands in.
    sensitivity: row.part?.sensitivity ?? known?.sensitivity ?? around?.sensitivity ?? 'none',
    group: known?.group ?? around?.group ?? 'unknown',
    signed: null,
  };
}

/**
 * Under its whole path; and inside what speaks for the message, under the end of it: `biz_content.detail.app_id` is an `app_id`.
 * Not below a list: the `price` of goods is not the price of the trade.
 */
function knownInside(dictionary: Dictionary, path: string, entry: string, speaks: boolean): Name | undefined {
  const whole = dictionary.get(path);
  if (whole || !speaks) return whole;
  for (let rest = entry; ;) {
    const known = dictionary.get(rest);
    if (known) return known;
    const dot = rest.indexOf('.');
    if (dot < 0 || rest.slice(0, dot).endsWith('[]')) return undefined;
    rest = rest.slice(dot + 1);
  }
}

function kindOf(known: Name | undefined, { as }: Opened): FieldKind {
  if (as === 'xml') return 'xml';
  return known?.kind ?? (as === 'text' ? 'text' : as);
}

/** Names may repeat in JSON, and hold dots: the second of a path is told apart. */
function unique(path: string, taken: Set<string>): string {
  let [own, count] = [path, 1];
  while (taken.has(own)) own = `${path}#${++count}`;
  taken.add(own);
  return own;
}

function readValue(
  kind: FieldKind,
  value: string,
  known: Name | undefined,
  shape: ExplainShape,
  values: Values,
  json: boolean,
): FieldValue {
  if (value === '') return { type: 'text' };
  switch (kind) {
    case 'money':
      return money(value, known, shape, values);
    case 'time':
    case 'date':
    case 'epoch-ms':
    case 'epoch-s':
      return { type: 'time', iso: isoOf(value, shape.zone) };
    case 'code':
      return { type: 'code', known: known?.open ?? known?.values?.includes(value) ?? false };
    case 'json':
      return { type: 'json', valid: json };
    default:
      return { type: 'text' };
  }
}

function money(value: string, known: Name | undefined, shape: ExplainShape, values: Values): FieldValue {
  const scale = known?.unit === 'CNY fen' ? 'fen' : shape.money;
  const cents = centsOf(value, scale);
  const currency = currencyFor(known, shape, values);
  return { type: 'money', currency, cents, ...(scale === 'fen' && cents !== null ? { decimal: decimalOf(cents, scale, currency) } : {}) };
}

/** `currency:settle_currency` names the parameter that says it; whole fen may be another currency's smallest unit. */
function currencyFor(known: Name | undefined, { currency, currencies }: ExplainShape, values: Values): string {
  const own = known && currencies && Object.hasOwn(currencies, known.name) ? currencies[known.name] : undefined;
  const said = known?.unit?.startsWith('currency:')
    ? values.get(known.unit.slice('currency:'.length))
    : known?.unit === 'CNY fen'
      ? values.first(own === undefined ? currency : [own])
      : undefined;
  return said && /^[A-Z]{3}$/.test(said) ? said : 'CNY';
}

/** Every parameter as a row: what the dictionary knows of it, its value read exactly, what is inside it. */
import type { FieldKind, Name } from '../providers/field.ts';
import type { MoneyScale } from '../providers/shape.ts';
import type { Reading } from '../read/reading.ts';
import { centsOf } from './amount.ts';
import type { FieldNote, FieldValue } from './explanation.ts';
import { jsonRows, structuredRows } from './nested.ts';
import type { NestedRow } from './nested.ts';
import { isoOf } from './time.ts';

const MAX_ROWS = 20_000;

export function fieldNotes(
  reading: Reading,
  names: readonly Name[],
  scale: MoneyScale,
  signed: ReadonlySet<number> | null,
): readonly FieldNote[] {
  const dictionary = new Map(names.map((name) => [name.name, name]));
  const currencyOf = (name: Name | undefined): string => currencyFor(name, reading);
  const notes: FieldNote[] = [];
  for (const [pair, { name, value }] of reading.pairs.entries()) {
    if (notes.length >= MAX_ROWS) break;
    const known = dictionary.get(name) ?? dictionary.get(name.replace(/_\d+$/, '_$n'));
    const json = jsonRows(value);
    notes.push(note(pair, name, known, value, 0, json !== null, scale, currencyOf(known), signed === null ? null : signed.has(pair)));
    const rows = json ?? (known?.kind === 'structured' ? structuredRows(value) : []);
    for (const row of rows) notes.push(nestedNote(pair, name, row, dictionary, scale, currencyOf));
  }
  return notes;
}

function nestedNote(
  pair: number,
  parent: string,
  row: NestedRow,
  dictionary: ReadonlyMap<string, Name>,
  scale: MoneyScale,
  currencyOf: (name: Name | undefined) => string,
): FieldNote {
  const joint = row.path.startsWith('[') ? '' : '.';
  const known =
    dictionary.get(`${parent}${joint}${row.entry}`) ??
    dictionary.get(row.entry) ??
    dictionary.get(row.entry.slice(row.entry.lastIndexOf('.') + 1));
  return note(pair, `${parent}${joint}${row.path}`, known, row.value, row.depth, /^[[{]/.test(row.value), scale, currencyOf(known), null);
}

function note(
  pair: number,
  path: string,
  known: Name | undefined,
  value: string,
  depth: number,
  isJson: boolean,
  scale: MoneyScale,
  currency: string,
  signed: boolean | null,
): FieldNote {
  const kind: FieldKind = known?.kind ?? (isJson ? 'json' : 'text');
  return {
    pair,
    path,
    entry: known?.name ?? null,
    depth,
    value,
    kind,
    read: readValue(kind, value, known, isJson, known?.unit === 'CNY fen' ? 'fen' : scale, currency),
    sensitivity: known?.sensitivity ?? 'none',
    group: known?.group ?? 'unknown',
    signed,
  };
}

function readValue(
  kind: FieldKind,
  value: string,
  known: Name | undefined,
  isJson: boolean,
  scale: MoneyScale,
  currency: string,
): FieldValue {
  switch (kind) {
    case 'money':
      return { type: 'money', currency, cents: centsOf(value, scale) };
    case 'time':
    case 'date':
    case 'epoch-ms':
    case 'epoch-s':
      return { type: 'time', iso: isoOf(value) };
    case 'code':
      return { type: 'code', known: known?.values?.includes(value) ?? false };
    case 'json':
      return { type: 'json', valid: isJson };
    default:
      return { type: 'text' };
  }
}

/** `currency:settle_currency` names the parameter that says it. */
function currencyFor(known: Name | undefined, reading: Reading): string {
  const said = known?.unit?.startsWith('currency:')
    ? reading.pairs.find(({ name }) => name === known.unit?.slice('currency:'.length))?.value
    : undefined;
  return said && /^[A-Z]{3}$/.test(said) ? said : 'CNY';
}

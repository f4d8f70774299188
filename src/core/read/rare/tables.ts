/**
 * Tables in text: two columns of names and values, or a row of names over rows of values; separated by commas, semicolons or tabs
 * (spreadsheets, exports), or drawn with bars (Markdown, MySQL's client). @see RFC 4180; GitHub Flavored Markdown §4.10; mysql --table
 */
import { sliceOf } from '../../text/mapped.ts';
import type { Mapped } from '../../text/mapped.ts';
import { isName, trimmed } from '../assignments.ts';
import { MAX_PAIRS } from '../tree.ts';
import type { Parsed, Reader } from '../tree.ts';
import { drawnRows, rowsOf } from './cells.ts';
import type { Row } from './cells.ts';
import { gathered } from './gathered.ts';
import type { Placed } from './gathered.ts';

export const readTables: Reader = (of) => {
  if (!of.text.includes('sign')) return [];
  const tables = [',', ';', '\t'].filter((delimiter) => of.text.includes(delimiter)).map((delimiter) => rowsOf(of, delimiter));
  return [drawnRows(of), ...tables].flatMap((rows) => [
    ...gathered(of, underNames(rows), { form: 'lines', score: 0.99 }),
    ...twoColumns(of, rows),
  ]);
};

/** What stands over two columns. */
const HEADING = /^(?::?-+:?|name|key|field|param(?:eter)?|参数名?|字段名?|名称)$/i;

function twoColumns(of: Mapped, rows: readonly Row[]): readonly Parsed[] {
  const pairs = rows.flatMap(({ cells: [name], rest, start, end }): Placed[] =>
    name && rest && isName(name.text) && !HEADING.test(name.text) ? [{ name, value: rest, start, end }] : [],
  );
  return pairs.length * 2 > rows.length ? gathered(of, pairs, { form: 'lines', score: 0.98 }) : [];
}

/** The rows that have as many cells as the row of names above them. */
function underNames(rows: readonly Row[]): readonly Placed[] {
  const pairs: Placed[] = [];
  let names: readonly Mapped[] = [];
  for (const { cells, start, end } of rows) {
    if (cells.length > 2 && cells.some(({ text }) => text.trim() === 'sign') && cells.every(({ text }) => isName(text)))
      names = cells.map((cell) => sliceOf(cell, ...trimmed(cell.text, 0, cell.text.length)));
    else if (names.length > 0 && cells.length === names.length && pairs.length < MAX_PAIRS)
      for (const [i, value] of cells.entries()) pairs.push({ name: names[i] as Mapped, value, start, end });
  }
  return pairs;
}

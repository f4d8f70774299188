/** Rows of tables and their cells. @see RFC 4180; GitHub Flavored Markdown §4.10 */
import { Rewriter, sliceOf } from '../../text/mapped.ts';
import type { Mapped } from '../../text/mapped.ts';
import { trimmed } from '../assignments.ts';
import { unescapeOnly } from '../string-escapes.ts';
import { MAX_PAIRS } from '../tree.ts';

export interface Row {
  readonly cells: readonly Mapped[];
  /** The second cell where there are two; in a line without quotes all behind the first delimiter, which a value may hold as well. */
  readonly rest: Mapped | null;
  readonly start: number;
  readonly end: number;
}

const MAX_CELLS = 1000;

/** Lines as RFC 4180 cuts them: cells in quotes may hold delimiters, line ends and doubled quotes. */
export function rowsOf(of: Mapped, delimiter: string): readonly Row[] {
  const text = of.text;
  const rows: Row[] = [];
  // Once a quote was open to the end of the text, all are.
  const open = { quotes: false };
  for (let at = 0; at < text.length && rows.length < MAX_PAIRS;) {
    const start = at;
    const cells: Mapped[] = [];
    let second = -1;
    let quotes = false;
    for (;;) {
      const close = text[at] === '"' && !open.quotes ? quotedEnd(text, at, delimiter, open) : -1;
      quotes ||= close > 0 && cells.length > 0;
      const to = close > 0 ? close : plainEnd(text, at, delimiter);
      cells.push(
        close > 0 ? unescapeOnly(sliceOf(of, at + 1, close - 1), '"') : sliceOf(of, at, text[to - 1] === '\r' && to > at ? to - 1 : to),
      );
      at = to;
      if (text[at] !== delimiter || cells.length >= MAX_CELLS) break;
      at++;
      if (second < 0) second = at;
    }
    const line = text.indexOf('\n', at);
    const end = line < 0 ? text.length : line;
    const rest = second < 0 || (quotes && cells.length > 2 && cells[2]?.text !== '') ? null : quotes ? cells[1] : lineRest(of, second, end);
    rows.push({ cells, rest: rest ?? null, start, end: text[end - 1] === '\r' ? end - 1 : end });
    at = end + 1;
  }
  return rows;
}

const lineRest = (of: Mapped, from: number, end: number): Mapped =>
  sliceOf(of, from, of.text[end - 1] === '\r' && end > from ? end - 1 : end);

/** Behind the quote that ends a cell; -1 where no delimiter or line end follows one. */
function quotedEnd(text: string, from: number, delimiter: string, open: { quotes: boolean }): number {
  let at = text.indexOf('"', from + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  open.quotes = at < 0;
  const after = text[at + 1];
  return at >= 0 && (after === undefined || after === delimiter || after === '\r' || after === '\n') ? at + 1 : -1;
}

function plainEnd(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at++;
  return at;
}

/** Lines between bars. A bar in a cell stands behind a backslash; in the last of two cells it needs none. */
export function drawnRows(of: Mapped): readonly Row[] {
  const text = of.text;
  const rows: Row[] = [];
  for (let from = 0; from < text.length && rows.length < MAX_PAIRS;) {
    const stop = text.indexOf('\n', from);
    const to = stop < 0 ? text.length : stop;
    const [start, end] = trimmed(text, from, to);
    from = to + 1;
    if (end - start < 5 || text[start] !== '|' || text[end - 1] !== '|') continue;
    const cells: Mapped[] = [];
    let second = -1;
    for (let at = start + 1, cell = at; at < end && cells.length < MAX_CELLS; at++) {
      if (text[at] !== '|' || text[at - 1] === '\\') continue;
      cells.push(dressed(of, cell, at));
      cell = at + 1;
      if (second < 0) second = cell;
    }
    if (cells.every(({ text: cell }) => /^:?-*:?$/.test(cell))) continue;
    rows.push({ cells, rest: cells.length < 2 ? null : dressed(of, second, end - 1), start, end });
  }
  return rows;
}

/** A cell without its padding, its marks of code, its escapes. */
function dressed(of: Mapped, start: number, end: number): Mapped {
  const [from, to] = trimmed(of.text, start, end);
  const code = to - from > 1 && of.text[from] === '`' && of.text[to - 1] === '`' ? 1 : 0;
  const cell = sliceOf(of, from + code, to - code);
  if (!cell.text.includes('\\|')) return cell;
  const out = new Rewriter(cell);
  let kept = 0;
  for (let at = cell.text.indexOf('\\|'); at >= 0; at = cell.text.indexOf('\\|', at + 2)) {
    out.keep(kept, at);
    kept = at + 1;
  }
  out.keep(kept, cell.text.length);
  return out.done();
}

/** Tables whose columns are the headers of WeChat Pay and the body: exports of what a server stored. @see RFC 4180 */
import type { Mapped } from '../../text/mapped.ts';
import { wrapBody } from '../envelope.ts';
import { headerNamed } from '../header-dump.ts';
import { readLiterals } from '../literals.ts';
import { headersAmong } from '../merged.ts';
import type { Entry, Parsed, Reader } from '../tree.ts';
import { drawnRows, rowsOf } from './cells.ts';
import type { Row } from './cells.ts';

export const readRecords: Reader = (of) => {
  if (!/ciphertext/i.test(of.text) || !/signature/i.test(of.text)) return [];
  const tables = [',', ';', '\t'].filter((delimiter) => of.text.includes(delimiter)).map((delimiter) => rowsOf(of, delimiter));
  return [...tables, drawnRows(of)].flatMap((rows) => inTable(of, rows));
};

function inTable(of: Mapped, rows: readonly Row[]): readonly Parsed[] {
  const found: Parsed['root'][] = [];
  let names: readonly Mapped[] = [];
  for (const { cells } of rows) {
    if (cells.some((cell) => headerNamed(cell, true)?.text === 'Wechatpay-Signature')) names = cells;
    else if (cells.length === names.length) {
      const entries = cells.map((text, i): Entry => ({ key: { kind: 'leaf', text: names[i] as Mapped }, value: { kind: 'leaf', text } }));
      const headers = headersAmong(entries, true);
      const body = cells.find(({ text }) => /^\s*\{/.test(text) && /ciphertext/i.test(text));
      if (headers && body) found.push(wrapBody(of, body, readLiterals, { headers, body }).root);
    }
  }
  const root = found.length === 1 ? found[0] : { kind: 'list' as const, entries: found.map((value) => ({ key: null, value })), text: of };
  return found.length > 0 && root ? [{ form: 'lines', score: 1, root }] : [];
}

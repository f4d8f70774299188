/** The usual readers and that of SQL, which the product loads where a paste has statements of it. */
import { readSql } from '../../src/core/read/rare/sql.ts';
import { read as readUsual } from '../../src/core/read/read.ts';
import type { ReadHints, ReadResult } from '../../src/core/read/read.ts';

export const read = (input: string, hints: ReadHints = {}): ReadResult =>
  readUsual(input, hints, { artefacts: [], readers: [], transports: [readSql] });

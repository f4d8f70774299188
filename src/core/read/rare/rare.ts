/** The readers of rare shapes, and of layers around a whole body: they have a look where the usual ones found nobody's message. */
import type { More } from '../read.ts';
import { readAlternating } from './alternating.ts';
import { readCallback } from './callback.ts';
import { DRESSED } from './dressed-xml.ts';
import { ENCODED } from './encoded.ts';
import { undoFences } from './fences.ts';
import { readLineNotations } from './line-notations.ts';
import { readMultipart } from './multipart.ts';
import { readNamedLists } from './named-lists.ts';
import { readPrefixed } from './prefixed.ts';
import { readPrinted } from './printed.ts';
import { readRecords } from './records.ts';
import { readSeparated } from './separated.ts';
import { readTables } from './tables.ts';
import { readTurns } from './turns.ts';
import { readXmlMaps } from './xml-maps.ts';

export const RARE: More = {
  artefacts: [['surrounding-text', undoFences], ...DRESSED, ...ENCODED],
  readers: [
    readCallback,
    readMultipart,
    readNamedLists,
    readXmlMaps,
    readAlternating,
    readPrefixed,
    readTables,
    readRecords,
    readTurns,
    readLineNotations,
    readPrinted,
    readSeparated,
  ],
  transports: [],
};

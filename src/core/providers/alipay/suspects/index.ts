/** The mistakes that are usual with Alipay's messages, each as the edits that undo it; the search orders them by cost. */
import type { Suspect } from '../../suspect.ts';
import { addresses } from './addresses.ts';
import { charsets } from './charsets.ts';
import {
  decodedBeforeSplit,
  duplicateKey,
  emptyDropped,
  emptyKept,
  foreign,
  foreignKnown,
  nullLiteral,
  renamed,
  signTypeRemoved,
} from './parameters.ts';
import { replayed } from './hops.ts';
import { responses } from './responses.ts';
import { texts } from './texts.ts';
import { missing, printedByType, tampered } from './values.ts';

/** For messages made of parameters. */
export const suspects: readonly Suspect[] = [
  foreign,
  foreignKnown,
  signTypeRemoved,
  duplicateKey,
  emptyKept,
  emptyDropped,
  nullLiteral,
  renamed,
  decodedBeforeSplit,
  ...charsets,
  ...texts,
  replayed,
  missing,
  printedByType,
  tampered,
];

/** For responses, whose node is signed as it stood. */
export const responseSuspects: readonly Suspect[] = [...responses, ...addresses, ...charsets];

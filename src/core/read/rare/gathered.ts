/** Pairs that a rare shape holds, one by one, become the messages of a text: only where they are signed, else it was no such shape. */
import { sliceOf } from '../../text/mapped.ts';
import type { Mapped } from '../../text/mapped.ts';
import { apart } from '../apart.ts';
import { toMap } from '../assignments.ts';
import type { Assignment } from '../assignments.ts';
import { rankDecodings } from '../decoding.ts';
import type { Decoding } from '../decoding.ts';
import { isSigned, parsedDumps } from '../dump.ts';
import type { Dump } from '../dump.ts';
import type { FormId, RepairId } from '../reading.ts';
import type { Parsed } from '../tree.ts';

export interface Placed {
  readonly name: Mapped;
  readonly value: Mapped;
  /** Where all that belongs to it stands in the text. */
  readonly start: number;
  readonly end: number;
}

export interface Manner {
  readonly form: FormId;
  readonly score?: number;
  /** Values may be percent-encoded still. */
  readonly encoded?: true;
  readonly undo?: RepairId;
}

/** Fewer than this are found by chance. */
const MIN_PAIRS = 3;

export function gathered(of: Mapped, pairs: readonly Placed[], { form, score = 1, encoded, undo }: Manner): readonly Parsed[] {
  if (pairs.length < MIN_PAIRS || !pairs.some(({ name }) => name.text === 'sign')) return [];
  const gaps = new Set<number>();
  for (const [i, { start }] of pairs.entries()) {
    const between = i === 0 ? '' : of.text.slice(pairs[i - 1]?.end, start);
    if (/[^\s,;|]/.test(between) || /\n[ \t\r]{0,64}\n/.test(between)) gaps.add(i);
  }
  const messages = apart(pairs, ({ name }) => name.text, gaps);
  const ways: readonly { decoding: Decoding; score: number }[] = encoded
    ? rankDecodings(pairs.map(({ name, value }) => [name.text, value.text]))
    : [{ decoding: null, score: 1 }];
  return ways.flatMap((way) => {
    const dumps = messages.map((message): Dump => {
      const [first, last] = [message[0] as Placed, message.at(-1) as Placed];
      const list = message.map(({ name, value }): Assignment => ({ name, value, bare: false }));
      return { root: toMap(list, way.decoding, sliceOf(of, first.start, last.end)), start: first.start, end: last.end };
    });
    return signedOnly(parsedDumps(of, form, dumps, score * (0.5 + way.score / 2), undo ?? null));
  });
}

export const signedOnly = (all: readonly Parsed[]): readonly Parsed[] => all.filter(({ root }) => isSigned(root));

/** JSON, JavaScript objects and Python dicts: one literal, told apart by what it is written with. */
import { sliceOf } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { trimmed } from './assignments.ts';
import { readLiteral } from './literal.ts';
import type { Seen } from './literal.ts';
import type { FormId } from './reading.ts';
import type { Parsed } from './tree.ts';

export function readLiterals(of: Mapped): readonly Parsed[] {
  const [start, end] = trimmed(of.text, 0, of.text.length);
  const first = of.text[start];
  if (first !== '{' && first !== '[') return [];
  const literal = readLiteral(sliceOf(of, 0, end), start);
  if (literal === 'too-deep' || literal === 'too-many')
    return [{ form: 'json', score: 0.9, root: { kind: 'map', entries: [], text: of }, refused: literal }];
  if (typeof literal === 'string' || literal.node.kind === 'leaf') return [];
  const whole = literal.end >= end;
  const form = formOf(literal.seen);
  const filled = literal.node.entries.length > 0;
  const score = (literal.cut ? 0.75 : whole ? 1 : 0.7) * (filled ? 1 : 0.3) * (form === 'json' ? 1 : 0.95);
  return [{ form, score, root: literal.node, cut: literal.cut }];
}

/** Which language wrote it. JSON allows double quotes only; Python prints single ones and `None`; the rest is JavaScript. */
export function formOf(seen: Seen): FormId {
  const strict = seen.single + seen.bareKeys + seen.bareWords + seen.pythonWords + seen.arrows + seen.prefixes + seen.comments;
  if (strict === 0) return 'json';
  if (seen.arrows > 0) return 'ruby';
  if (seen.bareKeys > 0 || seen.comments > 0) return 'js-object';
  if (seen.pythonWords > 0 || seen.prefixes > 0 || seen.single > 0) return 'python-dict';
  return 'js-object';
}

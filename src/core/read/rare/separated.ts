/**
 * `a=1|b=2`, `a=1; b=2`, `a=1,b=2` and a Java map without its brackets, in a line with other text: signs that values hold as well, so only
 * names that look like parameters begin one. @see java.util.AbstractMap#toString
 */
import { trimmed } from '../assignments.ts';
import { withoutClosers } from '../log-query.ts';
import { NAME, readMembers } from '../members.ts';
import type { Region } from '../members.ts';
import { isParameterLike } from '../names.ts';
import type { Reader } from '../tree.ts';
import { signedOnly } from './gathered.ts';

const SEPARATORS = [' \\| ', '\\|\\|', '\\|', '; ', ';', ', ', ',', '，'] as const;

/** Fewer members may be of any text. */
const MIN_MEMBERS = 3;

export const readSeparated: Reader = (of) => {
  const text = of.text;
  const regions = new Map<string, Region[]>();
  // A text that is one message may have line ends in its values.
  const [start, end] = trimmed(text, 0, text.length);
  const alone = new RegExp(`^${NAME}=`).test(text.slice(start, start + 140)) && text.split(/\bsign=/, 3).length === 2;
  for (let from = alone ? start : 0; from < text.length;) {
    const stop = alone ? end : text.indexOf('\n', from);
    const to = stop < 0 ? text.length : stop;
    const line = text.slice(from, to);
    const separator = line.includes('sign=') ? separatorOf(line) : null;
    const first = separator === null ? -1 : firstName(line);
    if (separator !== null && first >= 0) {
      // The `=` before the last value, not those at the end of a signature.
      const last = Math.max(
        first,
        line
          .trimEnd()
          .replace(/=*[^\w=]{0,3}$/, '')
          .lastIndexOf('='),
      );
      const close = from + withoutClosers(line, last, trimmed(line, 0, line.length)[1]);
      const region = { start: from + first, inside: from + first, stop: close, end: close, cut: false };
      const known = regions.get(separator);
      if (known) known.push(region);
      else regions.set(separator, [region]);
    }
    from = alone ? text.length : to + 1;
  }
  return [...regions].flatMap(([separator, found]) =>
    signedOnly(readMembers(of, 'lines', found, { assign: '=', separator, weak: true }, 0.98)),
  );
};

/** The sign that stands before most names. */
function separatorOf(line: string): string | null {
  let best: { separator: string; count: number } | null = null;
  for (const separator of SEPARATORS) {
    let count = 0;
    for (const [, name = ''] of line.matchAll(new RegExp(`${separator}([A-Za-z_][\\w.-]{0,63})=`, 'g'))) if (isParameterLike(name)) count++;
    if (count >= MIN_MEMBERS && count > (best?.count ?? 0)) best = { separator, count };
  }
  return best?.separator ?? null;
}

/** Where the first name stands that looks like a parameter and is not a label of the log. */
function firstName(line: string): number {
  for (const { index, 1: name = '' } of line.matchAll(/(?<![\w.-])([A-Za-z_][\w.-]{0,63})=/g)) if (isParameterLike(name)) return index;
  return -1;
}

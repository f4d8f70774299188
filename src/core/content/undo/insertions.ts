/** Signs that a filter deleted from a text of people: put back at each place, one or two of them. */

/** Longer texts have too many places. */
const MAX_TEXT = 64;
const MAX_PAIRS = 24;

/** Two signs that belong together, around a part of the text or after each other. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ['<', '>'],
  ["'", "'"],
  ['(', ')'],
];

/** Quotes, angle brackets and what else filters of SQL and markup take out: each at each place, then pairs around a part. */
export function* withSigns(text: string): Iterable<string> {
  const chars = [...text];
  if (chars.length === 0 || chars.length > MAX_TEXT) return;
  const part = (from: number, to: number): string => chars.slice(from, to).join('');
  for (const sign of ['"', "'", '<', '>', '&', ';', '%', '--', '#'])
    for (let at = 0; at <= chars.length; at++) yield part(0, at) + sign + part(at, chars.length);
  if (chars.length > MAX_PAIRS) return;
  for (const [open, close] of PAIRS)
    for (let from = 0; from < chars.length; from++)
      for (let to = chars.length; to > from; to--) yield part(0, from) + open + part(from, to) + close + part(to, chars.length);
}

/** A backslash at each place, then at each two: paths, and escapes of regular expressions. */
export function* withBackslashes(text: string): Iterable<string> {
  const size = text.length;
  if (size === 0 || size > MAX_TEXT) return;
  for (let at = 0; at < size; at++) yield `${text.slice(0, at)}\\${text.slice(at)}`;
  if (size > MAX_PAIRS) return;
  for (let a = 0; a < size; a++) for (let b = a + 1; b < size; b++) yield `${text.slice(0, a)}\\${text.slice(a, b)}\\${text.slice(b)}`;
}

/** Letters that changed their form: quotes, width, composition, case. */

/** Curly quotes, dashes and the ellipsis of word processors, back to ASCII. */
export function straightQuotes(value: string): string {
  return value
    .replace(/[\u201c\u201d\u201e\u201f\u2033\uff02]/g, '"')
    .replace(/[\u2018\u2019\u201a\u201b\u2032\uff07]/g, "'")
    .replace(/\u2014/g, '--')
    .replace(/\u2013/g, '-')
    .replace(/\u2026/g, '...');
}

/** The same where word processors make the shorter dash of two hyphens, or only the quotes and the ellipsis were theirs. */
export function* straightened(value: string): Iterable<string> {
  yield straightDoubleQuotes(value);
  yield straightQuotes(value);
  yield straightQuotes(value.replaceAll('\u2013', '--'));
  yield straightQuotes(value.replaceAll('\u2014', '-'));
  yield straightDoubleQuotes(value.replaceAll('\u2026', '...'));
}

/** Only the double quotes: a typed apostrophe or dash may be the author's own. */
export function straightDoubleQuotes(value: string): string {
  return value.replace(/[\u201c\u201d\u201e\u201f\u2033\uff02]/g, '"');
}

/** ASCII punctuation that NFKC made of a full-width one. */
const WIDE: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Array.from({ length: 0x7e - 0x21 + 1 }, (_, i) => [String.fromCharCode(0x21 + i), String.fromCharCode(0xff01 + i)]),
  ),
  ...{ '¥': '￥', '£': '￡', '¢': '￠', '₩': '￦', '¬': '￢', '¦': '￤' },
};

/** Other composition, then full width again: all punctuation, pairs of brackets, each choice of up to eight places; digits in circles. */
export function* renormalised(value: string): Iterable<string> {
  for (const form of ['NFC', 'NFD', 'NFKC'] as const) {
    const other = value.normalize(form);
    if (other !== value) yield other;
  }
  const places = [...value].map((char, i) => ({ char, i })).filter(({ char }) => /[!-/:-@[-`{-~¥£¢₩¬¦]/.test(char));
  if (/[A-Za-z0-9]/.test(value) && value.length <= 128) {
    yield [...value].map((char) => WIDE[char] ?? (char === ' ' ? '\u3000' : char)).join('');
    yield value.replace(/[A-Za-z0-9]/g, (char) => WIDE[char] ?? char);
    yield value.replace(/[0-9]/g, (char) => WIDE[char] ?? char);
  }
  if (places.length <= 24) yield* widened(value, places);
  yield* withCompatibles(value);
  // A digit of a circle beside punctuation that was wide.
  const wide = value.replace(/[!-/:-@[-`{-~¥£¢₩¬¦]/g, (char) => WIDE[char] ?? char);
  if (wide !== value) yield* withCompatibles(wide);
}

/** All punctuation in full width, all of a kind, and every choice where there is little. */
function* widened(value: string, places: readonly { readonly char: string; readonly i: number }[]): Iterable<string> {
  if (places.length === 0) return;
  const chars = [...value];
  const widen = (chosen: ReadonlySet<number>): string => chars.map((char, i) => (chosen.has(i) ? (WIDE[char] ?? char) : char)).join('');
  yield widen(new Set(places.map(({ i }) => i)));
  for (const set of ['()', '[]', ':', ',', '!', '?', ';', '+', '-', '/', '~', '%', '&', '#', '.']) {
    const chosen = places.filter(({ char }) => set.includes(char)).map(({ i }) => i);
    if (chosen.length > 0 && chosen.length < places.length) yield widen(new Set(chosen));
  }
  if (places.length > 8) return;
  for (let mask = 1; mask < (1 << places.length) - 1; mask++)
    yield widen(new Set(places.filter((_, k) => mask & (1 << k)).map(({ i }) => i)));
}

/** Per text that NFKC leaves, the signs that it makes it of: `1` of ①, `kg` of ㎏, `¥` of ￥. @see Unicode Standard Annex #15 */
let compatibles: ReadonlyMap<string, readonly string[]> | null = null;

function compatiblesOf(text: string): readonly string[] {
  if (!compatibles) {
    const table = new Map<string, string[]>();
    for (const [from, to] of [
      [0xa0, 0xbf],
      [0x2000, 0x33ff],
      [0xff01, 0xffee],
    ] as const)
      for (let point = from; point <= to; point++) {
        const sign = String.fromCharCode(point);
        const plain = sign.normalize('NFKC');
        if (plain !== sign && plain.trim() !== '') table.set(plain, [...(table.get(plain) ?? []), sign]);
      }
    compatibles = table;
  }
  return compatibles.get(text) ?? [];
}

/** One part of the text written by a sign of its own again, everywhere and at each place; the longest parts first. */
function* withCompatibles(value: string): Iterable<string> {
  if (value.length > 64) return;
  for (let size = 4; size > 0; size--)
    for (let at = 0; at + size <= value.length; at++) {
      const part = value.slice(at, at + size);
      for (const sign of compatiblesOf(part)) {
        yield value.slice(0, at) + sign + value.slice(at + size);
        if (value.indexOf(part) !== value.lastIndexOf(part)) yield value.replaceAll(part, sign);
      }
    }
}

/** Lower case undone: all capitals, each word's first, then every choice where letters are few. */
export function* recased(value: string): Iterable<string> {
  if (value !== value.toLowerCase() || value.length > 128) return;
  const upper = value.toUpperCase();
  yield upper;
  yield value.replace(/[a-z]+/g, (word) => word.charAt(0).toUpperCase() + word.slice(1));
  const words = [...value.matchAll(/[a-z]+/g)];
  if (words.length <= 6)
    for (let mask = 1; mask < 1 << words.length; mask++) {
      yield recase(value, (at) => words.some(({ index, 0: word }, i) => mask & (1 << i) && at >= index && at < index + word.length));
      yield recase(value, (at) => words.some(({ index }, i) => mask & (1 << i) && at === index));
    }
  const letters = [...value.matchAll(/[a-z]/g)].map(({ index }) => index);
  if (letters.length > 10) return;
  for (let mask = 1; mask < 1 << letters.length; mask++)
    yield recase(value, (at) => letters.includes(at) && (mask & (1 << letters.indexOf(at))) !== 0);
}

const recase = (value: string, raised: (at: number) => boolean): string =>
  value.replace(/[a-z]/g, (char, at: number) => (raised(at) ? char.toUpperCase() : char));

/** camelCase to snake_case. */
export const snakeCase = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

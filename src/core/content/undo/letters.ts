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

/** Only the double quotes: a typed apostrophe or dash may be the author's own. */
export function straightDoubleQuotes(value: string): string {
  return value.replace(/[\u201c\u201d\u201e\u201f\u2033\uff02]/g, '"');
}

/** ASCII punctuation that NFKC made of a full-width one. */
const WIDE: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: 0x7e - 0x21 + 1 }, (_, i) => [String.fromCharCode(0x21 + i), String.fromCharCode(0xff01 + i)]),
);

/** Other composition, then full width again: all punctuation, pairs of brackets, each choice of up to eight places; digits in circles. */
export function* renormalised(value: string): Iterable<string> {
  for (const form of ['NFC', 'NFD', 'NFKC'] as const) {
    const other = value.normalize(form);
    if (other !== value) yield other;
  }
  const places = [...value].map((char, i) => ({ char, i })).filter(({ char }) => /[!-/:-@[-`{-~]/.test(char));
  if (/[A-Za-z0-9]/.test(value) && value.length <= 128) {
    yield [...value].map((char) => WIDE[char] ?? (char === ' ' ? '\u3000' : char)).join('');
    yield value.replace(/[A-Za-z0-9]/g, (char) => WIDE[char] ?? char);
    yield value.replace(/[0-9]/g, (char) => WIDE[char] ?? char);
  }
  if (places.length === 0 || places.length > 24) return;
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

/** camelCase to snake_case. */
export const snakeCase = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

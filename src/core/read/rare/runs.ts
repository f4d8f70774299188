/** Long words of a text that may be a body in another dress: no blanks, nothing but letters, digits and the signs of such encodings. */
export interface Run {
  readonly start: number;
  readonly end: number;
  /** Without the blanks and line ends that wrapped it. */
  readonly text: string;
  /** Where its nth character stands. */
  readonly at: (index: number) => number;
}

const MIN_LENGTH = 64;

export function runsIn(text: string): readonly Run[] {
  const whole = wholeRun(text);
  if (whole) return [whole];
  const runs: Run[] = [];
  for (const { index, 0: word } of text.matchAll(/[A-Za-z0-9+/_.~%*-]+={0,2}/g))
    if (word.length >= MIN_LENGTH) runs.push({ start: index, end: index + word.length, text: word, at: (i) => index + i });
  return runs;
}

/** The whole text, where blanks and line ends only wrap it: Base64 in lines, bytes in hexadecimal with blanks, colons or offsets. */
function wholeRun(text: string): Run | null {
  if (!/\s/.test(text.trim()) && !/^(?:[0-9A-Fa-f]{2}[:, ]){16}/.test(text)) return null;
  const head = text.slice(0, 4096).trim();
  const pattern = LAYOUTS.find(({ shape }) => shape.test(head))?.part;
  if (!pattern) return null;
  const starts: number[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const found of text.matchAll(pattern)) {
    const part = found[1] ?? '';
    const from = found.index + found[0].indexOf(part, found[0].length - part.length);
    parts.push(part);
    for (let i = 0; i < part.length; i++) starts.push(from + i);
    length += part.length;
  }
  if (length < MIN_LENGTH) return null;
  return { start: 0, end: text.length, text: parts.join(''), at: (i) => starts[i] ?? 0 };
}

/** What the beginning looks like, and what of it counts (the only group). */
const LAYOUTS: readonly { readonly shape: RegExp; readonly part: RegExp }[] = [
  // `00000000: 676d 745f`, `0000  67 6d 74 5f  gmt_`: sixteen bytes a line behind their offset.
  {
    shape: /^(?:0x)?[0-9A-Fa-f]{4,8}:?\s{1,3}(?:[0-9A-Fa-f]{2}[ \t]{0,2}){16}/,
    part: /(?<=^[ \t]{0,8}(?:0x)?[0-9A-Fa-f]{4,8}:?[ \t]{1,3}(?:[0-9A-Fa-f]{2}[ \t]{0,2}){0,15})([0-9A-Fa-f]{2})/gm,
  },
  { shape: /^(?:(?:0x|\\x)?[0-9A-Fa-f]{2}[\s:,]{1,3}){16}/, part: /(?<![0-9A-Fa-f])([0-9A-Fa-f]{2})(?![0-9A-Fa-f])/g },
  { shape: /^(?:[A-Za-z0-9+/_-]{32,128}\r?\n)+[A-Za-z0-9+/_=-]*$/, part: /([A-Za-z0-9+/_=-]+)/g },
];

/** Where the value of a header stands behind its name, in whatever syntax a program printed it. */

/** A signature of 4096 bits has 684 characters, and some are broken into lines. */
const LONGEST = 2048;
/** What languages put between a name and its value: brackets, arrows, types, the index of a list's only item. */
const BETWEEN = /^(?:[\s"'\]:=,：>{(]|\[(?:\]string|0\])?|[Aa]rray(?:\(\d+\))?|string\(\d+\)|0(?=\s*=>)|b(?=["'])){1,400}/;

export function valueAfter(text: string, from: number): { readonly start: number; readonly end: number } | null {
  const between = BETWEEN.exec(text.slice(from, from + 400))?.[0];
  if (between === undefined || !/[=:,：\s>]/.test(between)) return null;
  const start = from + between.length;
  const rest = text.slice(start, start + LONGEST);
  // A quote that opens behind the last sign is the value's own; else it stands as it is, to the end of its member.
  const quote = /(["'])\s*$/.exec(between)?.[1];
  const opened = quote !== undefined && isOpen(between, quote);
  const end = opened ? rest.indexOf(quote) : plainEnd(rest);
  if (end < 0) return null;
  const value = rest.slice(0, end).trimEnd();
  // Empty: what follows is the next name.
  if (value === '' || /^(?:\w*HTTP_|\w*wechatpay[-_](?:sign|serial|time|nonce))/i.test(value)) return null;
  if (between.includes('\n') && /^[\w-]{1,64}["'\]]{0,2}\s?(?:=>|[:=](?!=?$))/.test(rest.slice(0, Math.max(end, 80)))) return null;
  return { start, end: start + value.length };
}

/** `"name":"value`: the first quote closes the name, the last opens the value. */
function isOpen(between: string, quote: string): boolean {
  const behind = between.slice(Math.max(0, ...[':', '=', '>', ',', '：', '{', '(', '['].map((sign) => between.lastIndexOf(sign))));
  return behind.includes(quote);
}

/** The end of a value without quotes: its line, its member, or the next name behind a blank. */
function plainEnd(rest: string): number {
  const stop = /[\n\r,;\]})"'<]|\\(?!\/)|\s(?=[A-Za-z][\w.-]{0,40}(?::|=[^=\s]))/.exec(rest);
  return stop ? stop.index : rest.length < LONGEST ? rest.length : -1;
}

/**
 * Values that a program put in quotes, all of them or nearly all: the quotes are the program's, not the values'. Where only some values
 * stand in quotes, nobody can tell. @see YAML 1.2 §7.3; Python reference, repr
 */
import { sliceOf } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { undoByteRuns, unescapeOnly, unescapeText } from './string-escapes.ts';

/** What stands for a quote inside the quotes: a backslash before it, in YAML's single quotes two of it, or nothing (Java's `toString`). */
export type Escapes = 'code' | 'yaml' | 'none';

export interface Unquoted {
  readonly values: readonly Mapped[];
  /** All or nearly all had quotes. */
  readonly all: boolean;
}

/** The values freed of their quotes; null where fewer than two have any. */
export function unquoted(values: readonly Mapped[], escapes: Escapes): Unquoted | null {
  let quoted = 0;
  let plain = 0;
  const bare = values.map((value) => {
    const inside = unquote(value, escapes);
    if (inside) quoted++;
    else if (!isWord(value.text)) plain++;
    return inside ?? value;
  });
  return quoted < 2 ? null : { values: bare, all: quoted > plain * 9 };
}

/** What is between the quotes, its escapes undone; null where it is no string in quotes. */
export function unquote(of: Mapped, escapes: Escapes): Mapped | null {
  const { text } = of;
  const mark = text[0];
  if (text.length < 2 || (mark !== '"' && mark !== "'") || !text.endsWith(mark)) return null;
  const inside = sliceOf(of, 1, text.length - 1);
  if (escapes === 'none') return inside;
  const doubled = escapes === 'yaml' && mark === "'";
  for (let at = inside.text.indexOf(mark); at >= 0; at = inside.text.indexOf(mark, at + 1)) {
    if (doubled && inside.text[at + 1] === mark) at++;
    else if (doubled || !isEscaped(inside.text, at)) return null;
  }
  if (doubled) return unescapeOnly(inside, mark);
  return isEscaped(inside.text, inside.text.length) ? null : unescapeText(mark === "'" ? undoByteRuns(inside) : inside);
}

function isEscaped(text: string, at: number): boolean {
  let from = at;
  while (from > 0 && text[from - 1] === '\\') from--;
  return (at - from) % 2 === 1;
}

/** What is written without quotes even where texts have them: nothing, numbers, words, structures. */
const isWord = (text: string): boolean =>
  text === '' || /^(?:[+-]?\d[\d.]{0,40}|null|None|nil|true|false|True|False|~)$/.test(text) || /^[[{]/.test(text);

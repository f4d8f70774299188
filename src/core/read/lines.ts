/** One parameter a line: `key=value`, `key: value`, `key => value`, `key<TAB>value`, as configuration files and notes have them. */
import { sliceOf } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { isName, toMap, trimmed } from './assignments.ts';
import type { Assignment } from './assignments.ts';
import { rankDecodings } from './decoding.ts';
import { MAX_PAIRS } from './tree.ts';
import type { Parsed } from './tree.ts';

const SEPARATORS = ['=>', '=', ':', '：', '\t'] as const;

export function readLines(of: Mapped): readonly Parsed[] {
  const text = of.text;
  const list: Assignment[] = [];
  let lines = 0;
  let separator: string | null = null;
  for (let from = 0; from < text.length && list.length < MAX_PAIRS;) {
    const stop = text.indexOf('\n', from);
    const to = stop < 0 ? text.length : stop;
    const [start, end] = trimmed(text, from, to);
    from = to + 1;
    if (end === start) continue;
    lines++;
    const line = text.slice(start, end);
    separator ??= SEPARATORS.find((each) => isName(line.slice(0, Math.max(0, line.indexOf(each))))) ?? null;
    const at = separator === null ? -1 : line.indexOf(separator);
    const cut = at < 0 ? -1 : start + at;
    if (separator === null || cut < 0 || !isName(text.slice(start, cut))) continue;
    list.push(assignment(of, start, cut, separator.length, to));
  }
  if (list.length < 2 || list.length < lines * 0.6) return [];
  // Names that come again and again are a log's, not a message's.
  const distinct = new Set(list.map(({ name }) => name.text)).size / list.length;
  const fit = (list.length / lines) * Math.min(1, 0.5 + list.length * 0.08) * distinct;
  return rankDecodings(list.map(({ name, value }) => [name.text, value.text])).map(({ decoding, score }) => ({
    form: 'lines' as const,
    score: fit * (0.5 + score / 2),
    root: toMap(list, decoding, of),
  }));
}

/** After `=` a value is taken as it stands (a leading blank may be data); after the wordier separators one blank is dressing. */
function assignment(of: Mapped, start: number, cut: number, size: number, lineEnd: number): Assignment {
  const text = of.text;
  const separator = text.slice(cut, cut + size);
  const [, nameEnd] = trimmed(text, start, cut);
  let from = cut + size;
  let to = lineEnd;
  if (text[to - 1] === '\r') to--;
  const dressed = separator !== '=' || text[cut - 1] === ' ';
  if (dressed && text[from] === ' ') from++;
  if (text[to - 1] === ',' && separator !== '=') to--;
  return { name: sliceOf(of, start, nameEnd), value: sliceOf(of, from, Math.max(from, to)), bare: false };
}

/**
 * One parameter a line: `key=value`, `key: value`, `key => value`, `key<TAB>value`, as configuration files and notes have them; the values
 * in quotes, where a program (YAML, Python) put all of them in quotes.
 */
import { sliceOf } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { apart } from './apart.ts';
import { isName, toMap, trimmed } from './assignments.ts';
import type { Assignment } from './assignments.ts';
import { rankDecodings } from './decoding.ts';
import { listOf } from './envelope.ts';
import { unquoted } from './quoting.ts';
import { MAX_PAIRS } from './tree.ts';
import type { Parsed } from './tree.ts';

const SEPARATORS = ['=>', '=', ':', '：', '\t'] as const;

export function readLines(of: Mapped): readonly Parsed[] {
  const text = of.text;
  const list: Assignment[] = [];
  const gaps = new Set<number>();
  let lines = 0;
  let separator: string | null = null;
  for (let from = 0; from < text.length && list.length < MAX_PAIRS;) {
    const stop = text.indexOf('\n', from);
    const to = stop < 0 ? text.length : stop;
    const [start, end] = trimmed(text, from, to);
    from = to + 1;
    if (end === start) {
      gaps.add(list.length);
      continue;
    }
    lines++;
    const line = text.slice(start, end);
    const last = list.at(-1);
    if (last && continues(last, line)) {
      list[list.length - 1] = { ...last, value: upTo(of, last, end) };
      continue;
    }
    separator ??= SEPARATORS.find((each) => isName(line.slice(0, Math.max(0, line.indexOf(each))))) ?? null;
    const at = separator === null ? -1 : line.indexOf(separator);
    const cut = at < 0 ? -1 : start + at;
    if (separator === null || cut < 0 || !isName(text.slice(start, cut))) gaps.add(list.length);
    else list.push(assignment(of, start, cut, separator.length, to));
  }
  if (list.length < 2 || list.length < lines * 0.6) return [];
  return readingsOf(of, list, gaps, separator ?? '=', list.length / lines);
}

/** A line of nothing but base64 behind a signature is the rest of it, as terminals and mail programs wrap long lines. */
function continues({ name, value }: Assignment, line: string): boolean {
  if (!/^"?sign(ature)?"?$/i.test(name.text.trim()) || value.text.length < 32 || value.text.length > 1024) return false;
  return (
    /^[A-Za-z0-9+/]+={0,2}["',;]{0,2}$/.test(line) && (line.length >= 20 || /^[A-Za-z0-9+/]*[A-Z0-9+/][A-Za-z0-9+/]*={0,2}$/.test(line))
  );
}

/** The value from where it begins to there, line ends and all. */
function upTo(of: Mapped, { value }: Assignment, end: number): Mapped {
  const start = of.text.lastIndexOf(value.text, end - 1);
  return start < 0 ? value : sliceOf(of, start, end);
}

/** As it stands, and without the quotes around values where there are any; the likelier one first. */
function readingsOf(
  of: Mapped,
  list: readonly Assignment[],
  gaps: ReadonlySet<number>,
  separator: string,
  share: number,
): readonly Parsed[] {
  const values = list.map(({ value }) => ended(value));
  const bare = unquoted(values, separator === ':' ? 'yaml' : 'code');
  const plain = parse(of, list, gaps, share);
  if (!bare) return plain;
  const without = list.map((each, i) => ({ ...each, value: bare.values[i] as Mapped }));
  const [first, second] = bare.all ? [without, list] : [list, without];
  return [...parse(of, first, gaps, share), ...parse(of, second, gaps, share * 0.9)];
}

function parse(of: Mapped, list: readonly Assignment[], gaps: ReadonlySet<number>, share: number): readonly Parsed[] {
  const messages = apart(list, ({ name }) => name.text, gaps);
  // Names that come again and again are a log's, not a message's.
  const distinct = messages.reduce((sum, each) => sum + new Set(each.map(({ name }) => name.text)).size, 0) / list.length;
  const fit = share * Math.min(1, 0.5 + list.length * 0.08) * distinct;
  return rankDecodings(list.map(({ name, value }) => [name.text, value.text])).map(({ decoding, score }) => ({
    form: 'lines' as const,
    score: fit * (0.5 + score / 2),
    root: listOf(
      of,
      messages.map((each) => toMap(each, decoding, of)),
    ),
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

/** Without the sign that ends a statement or a member. */
function ended(of: Mapped): Mapped {
  const [start, end] = trimmed(of.text, 0, of.text.length);
  return sliceOf(of, start, /[;,]/.test(of.text[end - 1] ?? '') ? end - 1 : end);
}

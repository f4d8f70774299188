/** Source code that fills a map, one member a statement: `map.put("a", "b");`, `$data['a'] = 'b';`, `{ "a", "b" },`. */
import { sliceOf } from '../text/mapped.ts';
import { apart } from './apart.ts';
import { leafOf, parsedDumps } from './dump.ts';
import type { Dump } from './dump.ts';
import type { FormId } from './reading.ts';
import { readStrings } from './source-strings.ts';
import { MAX_PAIRS } from './tree.ts';
import type { Entry, Leaf, Reader } from './tree.ts';

interface Notation {
  readonly form: FormId;
  /** Up to the quote of the name. */
  readonly before: RegExp;
  /** Between name and value, up to the quote of the value. */
  readonly between: RegExp;
  readonly after: RegExp;
  readonly php?: true;
}

const COMMA = /^\s{0,64},\s{0,256}(?=@?["']|[\w.])/;
const CLOSE = /^\s{0,64}\)/;
const INDEX = /^\s{0,64}\]\s{0,64}=\s{0,256}(?=@?["']|[\w.])/;
const END = /^\s{0,64}(?:;|,|\r?\n|$)/;

const NOTATIONS: readonly Notation[] = [
  {
    form: 'java-source',
    before: /\.(?:put|set|add|append|addParameter|setParameter|setProperty|queryParam|param)\(\s{0,64}(?=["'])/g,
    between: COMMA,
    after: CLOSE,
  },
  { form: 'dotnet', before: /\.(?:Add|Set|TryAdd)\(\s{0,64}(?=@?")/g, between: COMMA, after: CLOSE },
  { form: 'dotnet', before: /\{\s{0,64}(?=")/g, between: COMMA, after: /^\s{0,64}\}/ },
  { form: 'php-export', before: /\$\w{1,64}\[(?=["'])/g, between: INDEX, after: END, php: true },
  { form: 'dotnet', before: /(?:\b[\w.]{1,64}|^|[\s{,])\[(?=")/g, between: INDEX, after: END },
  { form: 'python-dict', before: /\b[\w.]{1,64}\[(?=')/g, between: INDEX, after: END },
];

export const readStatements: Reader = (of) => NOTATIONS.flatMap((notation) => read(of, notation));

function read(of: Parameters<Reader>[0], { form, before, between, after, php }: Notation): ReturnType<Reader> {
  const text = of.text;
  const pattern = new RegExp(before);
  const members: { readonly entry: Entry; readonly start: number; readonly end: number }[] = [];
  const gaps = new Set<number>();
  for (let found = pattern.exec(text); found && members.length < MAX_PAIRS; found = pattern.exec(text)) {
    const name = readStrings(of, pattern.lastIndex, php);
    if (!name) break;
    const gap = between.exec(text.slice(name.end, name.end + 400));
    const value = gap && valueAt(of, name.end + gap[0].length, php);
    const tail = value && after.exec(text.slice(value.end, value.end + 80));
    pattern.lastIndex = value?.end ?? name.end;
    if (!value || !tail || !/^[\w.[\]-]{1,128}$/.test(name.text.text)) continue;
    if (/\n[ \t\r]{0,64}\n|\bnew\b/.test(text.slice(members.at(-1)?.end ?? found.index, found.index))) gaps.add(members.length);
    members.push({ entry: { key: leafOf(name.text), value: value.leaf }, start: found.index, end: value.end + tail[0].length });
  }
  if (members.length < 2) return [];
  const messages = apart(members, ({ entry }) => entry.key?.text.text ?? '', gaps);
  const dumps = messages.map((message): Dump => {
    const start = lineStart(text, message[0]?.start ?? 0);
    const end = lineEnd(text, message.at(-1)?.end ?? 0);
    return { root: { kind: 'map', entries: message.map(({ entry }) => entry), text: sliceOf(of, start, end) }, start, end };
  });
  return parsedDumps(of, form, dumps, 0.98);
}

/** A string, or a word (a number, `null`). */
function valueAt(of: Parameters<Reader>[0], at: number, php?: true): { leaf: Leaf; end: number } | null {
  const text = of.text;
  if (text[at] === '"' || text[at] === "'" || text[at] === '@') {
    const read = readStrings(of, at, php);
    return read && { leaf: leafOf(read.text), end: read.end };
  }
  const word = /^[\w.]{1,64}/.exec(text.slice(at, at + 64))?.[0];
  if (word === undefined) return null;
  const leaf = leafOf(sliceOf(of, at, at + word.length));
  return { leaf: /^(?:null|none|nil)$/i.test(word) ? { ...leaf, word: 'null' } : leaf, end: at + word.length };
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at) + 1;

function lineEnd(text: string, at: number): number {
  const stop = text.indexOf('\n', at);
  return stop < 0 ? text.length : stop;
}

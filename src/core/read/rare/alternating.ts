/**
 * Names and values in quotes by turns: `Map.of("a", "b", …)`, `Map.ofEntries(entry("a", "b"), …)`, Kotlin `mapOf("a" to "b")`, Scala
 * `Map("a" -> "b")`, Qt `QMap(("a", "b")("c", "d"))`, Swift `["a": "b"]`, aiohttp `<MultiDictProxy('a': 'b')>`, beans with values in quotes
 * (`Name(a='b', c='d')`), and logfmt (`a="b" c="d"`). @see java.util.Map#of; QDebug operator<<(QMap); Swift Dictionary.description; multidict MultiDictProxy.__repr__
 */
import type { Mapped } from '../../text/mapped.ts';
import { sliceOf } from '../../text/mapped.ts';
import type { FormId } from '../reading.ts';
import { readStrings } from '../source-strings.ts';
import { MAX_PAIRS } from '../tree.ts';
import type { Parsed, Reader } from '../tree.ts';
import { gathered } from './gathered.ts';
import type { Placed } from './gathered.ts';

interface Notation {
  readonly form: FormId;
  /** Up to the first name. */
  readonly head: RegExp;
  readonly between: RegExp;
  /** From a value to the next name. */
  readonly next: RegExp;
  /** Names stand without quotes. */
  readonly bare?: true;
}

const QUOTE = '(?=["\'])';

const notation = (form: FormId, head: string, between: string, next: string): Notation => ({
  form,
  head: new RegExp(`${head}\\s{0,64}${QUOTE}`, 'g'),
  between: new RegExp(`^\\s{0,64}${between}\\s{0,64}${QUOTE}`),
  next: new RegExp(`^\\s{0,64}${next}\\s{0,256}${QUOTE}`),
});

const NOTATIONS: readonly Notation[] = [
  notation('java-source', '\\b\\w{0,32}Map\\.of\\(', ',', ','),
  notation(
    'java-source',
    '\\b\\w{0,32}Map\\.ofEntries\\(\\s{0,64}[\\w.]{0,32}entry\\(',
    ',',
    '\\)\\s{0,64},\\s{0,256}[\\w.]{0,32}entry\\(',
  ),
  notation('java-source', '\\b\\w{0,32}[mM]apOf\\(', 'to', ','),
  notation('java-source', '\\b\\w{0,32}Map\\(', '->', ','),
  notation('log-line', '\\bQ\\w{0,32}\\(\\s{0,64}[({]', ',', '[)}]\\s{0,64},?\\s{0,64}[({]'),
  notation('ios-log', '\\[', ':', ','),
  notation('python-dict', '<\\w{0,64}Dict\\w{0,32}\\(', ':', ','),
  {
    form: 'python-dict',
    head: /\b[A-Z]\w{0,64}\((?=[A-Za-z_]\w{0,63}=["'])/g,
    between: /^=(?=["'])/,
    next: /^\s{0,64},\s{0,256}(?=[A-Za-z_]\w{0,63}=)/,
    bare: true,
  },
  {
    form: 'log-line',
    head: /(?<![\w.-])(?=[A-Za-z_]\w{0,63}=")/g,
    between: /^=(?=")/,
    next: /^[ \t]{1,8}(?=[A-Za-z_]\w{0,63}=")/,
    bare: true,
  },
];

export const readAlternating: Reader = (of) => NOTATIONS.flatMap((each) => read(of, each));

function read(of: Mapped, { form, head, between, next, bare }: Notation): readonly Parsed[] {
  const text = of.text;
  const heads = new RegExp(head);
  const pairs: Placed[] = [];
  for (let found = heads.exec(text); found && pairs.length < MAX_PAIRS; found = heads.exec(text)) {
    let start = found.index;
    let at = heads.lastIndex;
    for (;;) {
      const name = bare ? wordAt(of, at) : readStrings(of, at);
      const gap = name && between.exec(text.slice(name.end, name.end + 200));
      const value = gap && readStrings(of, name.end + gap[0].length);
      // An open string reaches to the end of the text, and so does every attempt after it.
      if (name && gap && !value) return gathered(of, pairs, { form, undo: 'java-map-tostring' });
      if (!value) break;
      at = value.end;
      const more = next.exec(text.slice(at, at + 400));
      const close = more ? 0 : (/^\s{0,64},?\s{0,64}[)\]}>]{1,4}/.exec(text.slice(at, at + 140))?.[0].length ?? 0);
      pairs.push({ name: name.text, value: value.text, start, end: at + close });
      if (!more || pairs.length >= MAX_PAIRS) break;
      at += more[0].length;
      start = at;
    }
    heads.lastIndex = Math.max(heads.lastIndex, at);
  }
  return gathered(of, pairs, { form, undo: 'java-map-tostring' });
}

function wordAt(of: Mapped, at: number): { readonly text: Mapped; readonly end: number } | null {
  const word = /^[A-Za-z_]\w{0,63}/.exec(of.text.slice(at, at + 64))?.[0];
  return word === undefined ? null : { text: sliceOf(of, at, at + word.length), end: at + word.length };
}

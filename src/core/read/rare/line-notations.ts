/**
 * One parameter a line in dress that the usual lines do not have: bullets and numbers, arrows, members of an object (`params.a = 'b';`),
 * `name=a, value=b` of a log, the form items of Wireshark. @see Wireshark epan/dissectors/packet-urlencoded-form.c
 */
import { sliceOf } from '../../text/mapped.ts';
import type { Mapped } from '../../text/mapped.ts';
import { unquoted } from '../quoting.ts';
import type { Escapes } from '../quoting.ts';
import type { FormId } from '../reading.ts';
import { MAX_PAIRS } from '../tree.ts';
import type { Parsed, Reader } from '../tree.ts';
import { gathered } from './gathered.ts';
import type { Placed } from './gathered.ts';

interface Notation {
  readonly form: FormId;
  /** To the value; the name is the only group. */
  readonly before: RegExp;
  /** What may stand behind a value in quotes. */
  readonly after?: RegExp;
  readonly escapes: Escapes;
  /** Values have quotes always, which `before` and `after` hold between them. */
  readonly inQuotes?: true;
}

const NAME = '([A-Za-z_][\\w.\\[\\]-]{0,127})';
const line = (source: string): RegExp => new RegExp(`^[ \\t]{0,64}${source}`);

const NOTATIONS: readonly Notation[] = [
  { form: 'log-line', before: line(`Form item: "${NAME}" = "`), after: /"$/, escapes: 'code', inQuotes: true },
  {
    form: 'lines',
    before: line(`(?:[-*•·+●○]|\\d{1,3}[.)、])[ \\t]{1,8}[*\`"']{0,3}${NAME}[*\`"']{0,3} ?(?:=>|->|→|=|:|：)[*]{0,2} ?`),
    escapes: 'yaml',
  },
  { form: 'lines', before: line(`["'\`]?${NAME}["'\`]?[ \\t]{0,8}(?:-+>|=+>|→|⇒|:=|<-|\\|) ?`), after: /[,;]$/, escapes: 'code' },
  {
    form: 'lines',
    before: line(
      `(?:(?:const|let|var|final|String|string|auto)[ \\t]{1,4})?[\\w$]{1,64}(?:(?:\\.|->|::)[\\w$]{1,64}){0,4}(?:\\.|->|::)${NAME} ?= ?`,
    ),
    after: /;$/,
    escapes: 'code',
  },
  {
    form: 'log-line',
    before: new RegExp(
      `(?:^|[^\\w])(?:param(?:eter)?)?_?(?:name|key|参数名?|字段)\\s?[:=：]\\s?["'\\[【]?${NAME}["'\\]】]?\\s?[,;，；|]?\\s{0,8}(?:param(?:eter)?)?_?(?:value|val|参数值|值)\\s?(?:=|[:：] ?)`,
      'i',
    ),
    escapes: 'code',
  },
];

export const readLineNotations: Reader = (of) => (of.text.includes('sign') ? NOTATIONS.flatMap((notation) => read(of, notation)) : []);

function read(of: Mapped, { form, before, after, escapes, inQuotes }: Notation): readonly Parsed[] {
  const text = of.text;
  const pairs: Placed[] = [];
  for (let from = 0; from < text.length && pairs.length < MAX_PAIRS;) {
    const stop = text.indexOf('\n', from);
    const to = stop < 0 ? text.length : stop;
    const end = to > from && text[to - 1] === '\r' ? to - 1 : to;
    const found = before.exec(text.slice(from, Math.min(end, from + 1024)));
    if (found?.[1] !== undefined) {
      const start = from + found.index;
      const value = start + found[0].length;
      const nameFrom = start + found[0].lastIndexOf(found[1], found[0].length - valueLabel(found[0]));
      const name = sliceOf(of, nameFrom, nameFrom + found[1].length);
      pairs.push({ name, value: sliceOf(of, value, end), start, end });
    }
    from = to + 1;
  }
  const ended = pairs.map(({ value }) => withoutTail(value, after));
  const bare = inQuotes ? { all: true, values: ended } : unquoted(ended, escapes);
  const freed = bare?.all === true ? pairs.map((each, i) => ({ ...each, value: bare.values[i] as Mapped })) : pairs;
  return gathered(of, freed, { form, score: 0.99, encoded: true });
}

function withoutTail(value: Mapped, after: RegExp | undefined): Mapped {
  const tail = after?.exec(value.text.slice(-4))?.[0].length ?? 0;
  return sliceOf(value, 0, value.text.length - tail);
}

/** How long the label of the value is, where the line has one. */
const valueLabel = (head: string): number => /(?:param(?:eter)?)?_?(?:value|val|参数值|值)\s?[:=：] ?$/i.exec(head)?.[0].length ?? 0;

/**
 * Maps and beans as languages other than Java's maps print them, nothing quoted: Scala `Map(a -> b)`, Dart `{a: b}`, Groovy `[a:b]`, Lombok and
 * Kotlin `Name(a=b)`, records `Name[a=b]`, Apache Commons `pkg.Name@1b2c[a=b,c=d]`. All are called Java maps: they come from its neighbours.
 * @see scala.collection.Map#toString; dart:collection MapBase.mapToString; lombok.ToString; java.lang.Record#toString;
 * org.apache.commons.lang3.builder.ToStringStyle
 */
import { NAME, readMembers } from '../members.ts';
import type { Syntax } from '../members.ts';
import { escaped, regionsIn } from '../regions.ts';
import type { Reader } from '../tree.ts';
import { signedOnly } from './gathered.ts';

interface Notation extends Syntax {
  readonly head: string;
  readonly open: string;
  readonly close: string;
}

const COMMA = ',\\s{1,64}';

const NOTATIONS: readonly Notation[] = [
  { head: '\\b\\w{0,32}Map\\(', open: '(', close: ')', assign: ' -> ', separator: COMMA },
  { head: '\\{', open: '{', close: '}', assign: ': ', separator: COMMA },
  { head: '\\[', open: '[', close: ']', assign: ':', separator: COMMA },
  { head: '\\b[A-Z][\\w.$]{0,127}\\(', open: '(', close: ')', assign: '=', separator: COMMA },
  {
    head: '(?:\\b[A-Za-z][\\w.$]{0,255}(?:@[0-9a-f]{1,16})?)?\\[(?=[^\\r\\n])',
    open: '[',
    close: ']',
    assign: '=',
    separator: ',\\s{0,64}',
  },
  {
    head: '(?:\\b[A-Za-z][\\w.$]{0,255}(?:@[0-9a-f]{1,16})?)?\\[(?=\\r?\\n)',
    open: '[',
    close: ']',
    assign: '=',
    separator: '\\r?\\n\\s{1,64}',
  },
];

export const readPrinted: Reader = (of) =>
  NOTATIONS.flatMap((notation) => {
    if (!of.text.includes(`sign${notation.assign}`)) return [];
    const regions = [...regionsIn(of.text, { ...notation, member: `${NAME}${escaped(notation.assign)}` })];
    return signedOnly(readMembers(of, 'java-map', regions, notation, 1));
  });

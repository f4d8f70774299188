/** What Python prints: `repr` by the rules of CPython (Objects/unicodeobject.c), and the dictionaries of its frameworks. */
import type { Fields } from './values.ts';

/** Single quotes, unless the text holds one and no double one. */
export function repr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const body = text
    .replace(/[\\\n\r\t]/g, (sign) => ({ '\\': '\\\\', '\n': '\\n', '\r': '\\r' })[sign] ?? '\\t')
    .replaceAll(quote, `\\${quote}`);
  return `${quote}${body}${quote}`;
}

/** `repr` of the bytes of a text, as Python 2 prints every text. */
export function reprBytes(text: string): string {
  const body = [...Buffer.from(text)]
    .map((byte) => {
      const char = String.fromCharCode(byte);
      if (char === "'" || char === '\\') return `\\${char}`;
      if (char === '\n') return '\\n';
      return byte < 0x20 || byte > 0x7e ? `\\x${byte.toString(16).padStart(2, '0')}` : char;
    })
    .join('');
  return `'${body}'`;
}

export const dict = (list: Fields, show: (text: string) => string = repr): string =>
  `{${list.map(([name, value]) => `${show(name)}: ${show(value)}`).join(', ')}}`;

export const queryDict = (list: Fields): string =>
  `<QueryDict: {${list.map(([name, value]) => `${repr(name)}: [${repr(value)}]`).join(', ')}}>`;

const tuples = (list: Fields): string => `[${list.map(([name, value]) => `(${repr(name)}, ${repr(value)})`).join(', ')}]`;

export const multiDict = (list: Fields): string => `ImmutableMultiDict(${tuples(list)})`;
export const orderedDict = (list: Fields): string => `OrderedDict(${tuples(list)})`;
export const orderedDict312 = (list: Fields): string => `OrderedDict(${dict(list)})`;
export const items = tuples;

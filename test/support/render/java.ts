/** What Java prints (java.util.AbstractMap#toString, Arrays.toString), and Java code that builds a message. */
import type { Fields } from './values.ts';

export const mapToString = (list: Fields): string => `{${list.map(([name, value]) => `${name}=${value}`).join(', ')}}`;
export const multiMapToString = (list: Fields): string => `{${list.map(([name, value]) => `${name}=[${value}]`).join(', ')}}`;
export const withoutBrackets = (list: Fields): string => mapToString(list).slice(1, -1);

export function literal(text: string): string {
  const body = text.replace(/[\\"\n\r\t]/g, (sign) => ({ '\n': '\\n', '\r': '\\r', '\t': '\\t' })[sign] ?? `\\${sign}`);
  return `"${body}"`;
}

export const puts = (list: Fields): string =>
  `Map<String, String> params = new HashMap<>();\n${list.map(([name, value]) => `params.put(${literal(name)}, ${literal(value)});`).join('\n')}\n`;

export const concatenated = (body: string): string => `String body = ${(body.match(/[^]{1,60}/g) ?? []).map(literal).join('\n    + ')};`;

export const appended = (body: string): string =>
  `StringBuilder sb = new StringBuilder();\n${body
    .split('&')
    .map((part, i) => `sb.append(${literal(i === 0 ? part : `&${part}`)});`)
    .join('\n')}`;

/** java.util.HashMap: buckets by spread hash, insertion order within; the table doubles above three quarters. */
export function hashOrder(list: Fields): Fields {
  let size = 16;
  while (list.length > size * 0.75) size *= 2;
  const bucket = (name: string): number => {
    let hash = 0n;
    for (const char of name) hash = BigInt.asUintN(32, hash * 31n + BigInt(char.charCodeAt(0)));
    return Number((hash ^ (hash >> 16n)) % BigInt(size));
  };
  return [...list].sort(([a], [b]) => bucket(a) - bucket(b));
}

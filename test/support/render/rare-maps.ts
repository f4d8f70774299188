/** Maps and beans as languages on the JVM and elsewhere print them, and as source code writes them. */
import { literal } from './java.ts';
import { multiDict, repr } from './python.ts';
import type { Fields } from './values.ts';

const members = (list: Fields, assign: string, separator: string): string =>
  list.map(([name, value]) => `${name}${assign}${value}`).join(separator);

export const scalaMap = (list: Fields): string => `Map(${members(list, ' -> ', ', ')})`;
export const dartMap = (list: Fields): string => `{${members(list, ': ', ', ')}}`;
export const groovyMap = (list: Fields): string => `[${members(list, ':', ', ')}]`;
export const lombok = (list: Fields): string => `AlipayNotify(${members(list, '=', ', ')})`;
export const record = (list: Fields): string => `Notify[${members(list, '=', ', ')}]`;
/** ToStringStyle.DEFAULT_STYLE and MULTI_LINE_STYLE */
export const commons = (list: Fields): string => `com.example.pay.Notify@1b2c3d4e[${members(list, '=', ',')}]`;
export const commonsLines = (list: Fields): string => `com.example.pay.Notify@1b2c3d4e[\n  ${members(list, '=', '\n  ')}\n]`;
/** The template of IntelliJ IDEA: texts between single quotes, nothing escaped. */
export const bean = (list: Fields): string => `Notify{${list.map(([name, value]) => `${name}='${value}'`).join(', ')}}`;

export const separatedBy =
  (separator: string) =>
  (list: Fields): string =>
    members(list, '=', separator);

export const mapOf = (list: Fields): string => `Map.of(${list.map(([name, value]) => `${literal(name)}, ${literal(value)}`).join(', ')})`;
export const mapOfEntries = (list: Fields): string =>
  `Map.ofEntries(\n${list.map(([name, value]) => `    Map.entry(${literal(name)}, ${literal(value)})`).join(',\n')}\n)`;
export const kotlinMapOf = (list: Fields): string =>
  `mapOf(${list.map(([name, value]) => `${literal(name)} to ${literal(value).replaceAll('$', '\\$')}`).join(', ')})`;
export const scalaSource = (list: Fields): string =>
  `Map(${list.map(([name, value]) => `${literal(name)} -> ${literal(value)}`).join(', ')})`;
export const swift = (list: Fields): string => `[${list.map(([name, value]) => `${literal(name)}: ${literal(value)}`).join(', ')}]`;
export const qt = (list: Fields): string => `QMap(${list.map(([name, value]) => `(${literal(name)}, ${literal(value)})`).join('')})`;
export const multiDictProxy = (list: Fields): string =>
  `<MultiDictProxy(${list.map(([name, value]) => `${repr(name)}: ${repr(value)}`).join(', ')})>`;
export const combinedMultiDict = (list: Fields): string => `CombinedMultiDict([ImmutableMultiDict([]), ${multiDict(list)}])`;
export const dataclass = (list: Fields): string => `Notify(${list.map(([name, value]) => `${name}=${repr(value)}`).join(', ')})`;

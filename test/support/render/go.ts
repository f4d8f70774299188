/** What Go's `fmt` prints of maps: `%v` sorted by key, nothing quoted; `%#v` as source. */
import { sorted } from './values.ts';
import type { Fields } from './values.ts';

export const mapV = (list: Fields): string =>
  `map[${sorted(list)
    .map(([name, value]) => `${name}:${value}`)
    .join(' ')}]`;
export const valuesV = (list: Fields): string =>
  `map[${sorted(list)
    .map(([name, value]) => `${name}:[${value}]`)
    .join(' ')}]`;

/** strconv.Quote, for printable text. */
export const quote = (text: string): string =>
  `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r')}"`;

export const valuesSource = (list: Fields): string =>
  `url.Values{${sorted(list)
    .map(([name, value]) => `${quote(name)}:[]string{${quote(value)}}`)
    .join(', ')}}`;
export const mapSource = (list: Fields): string =>
  `map[string]string{${sorted(list)
    .map(([name, value]) => `${quote(name)}:${quote(value)}`)
    .join(', ')}}`;

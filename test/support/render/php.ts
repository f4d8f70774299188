/** What PHP prints of an array, by the rules of its own sources (ext/standard/var.c, Zend/zend.c, Xdebug, Symfony's dumper). */
import type { Fields } from './values.ts';

/** An array of PHP, keys in order; lists have the keys 0, 1, 2 … */
export type PhpArray = readonly (readonly [key: string | number, value: PhpValue])[];
export type PhpValue = string | number | boolean | null | { readonly array: PhpArray };

const bytes = (text: string): number => Buffer.byteLength(text);
const pad = (n: number): string => ' '.repeat(n);

const scalar = (value: Exclude<PhpValue, object>): string =>
  value === null || value === false ? '' : value === true ? '1' : String(value);

const isArray = (value: PhpValue): value is { readonly array: PhpArray } => typeof value === 'object' && value !== null;

/** zend_print_zval_r_to_str: nested arrays are indented by eight more. */
export function printR(array: PhpArray, { head = 'Array', indent = 0, eol = '\n' } = {}): string {
  const rows = array.map(([key, value]) => {
    const shown = isArray(value) ? printR(value.array, { indent: indent + 8, eol }) : scalar(value);
    return `${pad(indent + 4)}[${key}] => ${shown}${eol}`;
  });
  return `${head}${eol}${pad(indent)}(${eol}${rows.join('')}${pad(indent)})${eol}`;
}

/** The same as a browser shows it: runs of blanks are one blank. */
export const printRInBrowser = (array: PhpArray): string => printR(array).replace(/\s+/g, ' ').trim();

/** php_var_dump. */
export function varDump(array: PhpArray, indent = 0): string {
  const dumped = (value: PhpValue): string => {
    if (isArray(value)) return `${pad(indent + 2)}${varDump(value.array, indent + 2)}`;
    if (value === null) return `${pad(indent + 2)}NULL\n`;
    if (typeof value === 'string') return `${pad(indent + 2)}string(${bytes(value)}) "${value}"\n`;
    return `${pad(indent + 2)}${typeof value === 'boolean' ? `bool(${value})` : `int(${value})`}\n`;
  };
  const rows = array.map(([key, value]) => `${pad(indent + 2)}[${typeof key === 'number' ? key : `"${key}"`}]=>\n${dumped(value)}`);
  return `array(${array.length}) {\n${rows.join('')}${pad(indent)}}\n`;
}

/** Xdebug's text: lengths behind the values, no brackets. */
export function varDumpXdebug(array: PhpArray, indent = 0): string {
  const rows = array.map(([key, value]) => {
    const name = typeof key === 'number' ? String(key) : `'${key}'`;
    const shown = isArray(value)
      ? `\n${pad(indent + 4)}${varDumpXdebug(value.array, indent + 4).trimEnd()}`
      : value === null
        ? 'null'
        : typeof value === 'string'
          ? `string '${value}' (length=${bytes(value)})`
          : typeof value === 'boolean'
            ? `boolean ${value}`
            : `int ${value}`;
    return `${pad(indent + 2)}${name} => ${shown}\n`;
  });
  return `array (size=${array.length})\n${rows.join('')}`;
}

const html = (text: string): string => text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;');

/** Xdebug's HTML, values escaped for it; a flat array only. */
export const varDumpXdebugHtml = (list: Fields): string =>
  `<pre class='xdebug-var-dump' dir='ltr'>\n<small>/srv/notify.php:12:</small>\n<b>array</b> <i>(size=${list.length})</i>\n${list
    .map(
      ([name, value]) =>
        `  '${name}' <font color='#888a85'>=&gt;</font> <small>string</small> <font color='#cc0000'>'${html(value)}'</font> <i>(length=${bytes(value)})</i>\n`,
    )
    .join('')}</pre>`;

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`.replaceAll('\0', `' . "\\0" . '`);

/** php_var_export_ex. */
export function varExport(array: PhpArray, indent = 0): string {
  const rows = array.map(([key, value]) => {
    const shown = isArray(value)
      ? `\n${pad(indent + 2)}${varExport(value.array, indent + 2)}`
      : value === null
        ? 'NULL'
        : typeof value === 'string'
          ? quoted(value)
          : String(value);
    return `${pad(indent + 2)}${typeof key === 'number' ? key : quoted(key)} => ${shown},\n`;
  });
  return `array (\n${rows.join('')}${pad(indent)})`;
}

/** As people write it by hand. */
export const shortArray = (array: PhpArray): string =>
  `[${array.map(([key, value]) => `${typeof key === 'number' ? key : quoted(key)} => ${isArray(value) ? shortArray(value.array) : typeof value === 'string' ? quoted(value) : String(value)}`).join(', ')}]`;

export const assignments = (list: Fields, name = '$data'): string =>
  list.map(([key, value]) => `${name}['${key}'] = ${quoted(value)};`).join('\n');

/** php_var_serialize. */
export function serialize(value: PhpValue): string {
  if (value === null) return 'N;';
  if (typeof value === 'boolean') return `b:${value ? 1 : 0};`;
  if (typeof value === 'number') return `i:${value};`;
  if (typeof value === 'string') return `s:${bytes(value)}:"${value}";`;
  return `a:${value.array.length}:{${value.array.map(([key, item]) => serialize(key) + serialize(item)).join('')}}`;
}

/** Laravel's `dd()` in a terminal; texts of one line only. */
export const dumped = (list: Fields): string =>
  `array:${list.length} [\n${list.map(([name, value]) => `  "${name}" => "${value}"\n`).join('')}]`;

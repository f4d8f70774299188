/** A parameter a line, as YAML, scripts, logs and developer tools write them; and tables. */
import { repr } from './python.ts';
import type { Fields } from './values.ts';

const lines = (list: Fields, show: (name: string, value: string) => string): string =>
  list.map(([name, value]) => show(name, value)).join('\n');

/** YAML 1.2 §7.3.1: JSON's strings are strings in double quotes. */
export const yamlDouble = (list: Fields): string => lines(list, (name, value) => `${name}: ${JSON.stringify(value)}`);
/** YAML 1.2 §7.3.2: only the quote is escaped, by a second one. */
export const yamlSingle = (list: Fields): string => lines(list, (name, value) => `${name}: '${value.split("'").join("''")}'`);
/** PyYAML, `allow_unicode=False`. */
export const yamlAscii = (list: Fields): string =>
  lines(list, (name, value) => {
    const body = [...JSON.stringify(value)].map((char) => {
      const point = char.codePointAt(0) as number;
      if (point < 0x7f) return char;
      return point > 0xffff ? `\\U${point.toString(16).padStart(8, '0')}` : `\\u${point.toString(16).padStart(4, '0')}`;
    });
    return `${name}: ${body.join('')}`;
  });
export const pythonVariables = (list: Fields): string => lines(list, (name, value) => `${name} = ${repr(value)}`);

function script(text: string): string {
  return `'${text.replace(/[\\']/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n')}'`;
}
export const members = (list: Fields): string => lines(list, (name, value) => `params.${name} = ${script(value)};`);

export const bullets = (list: Fields): string => lines(list, (name, value) => `- ${name}: ${value}`);
export const numbered = (list: Fields): string => list.map(([name, value], i) => `${i + 1}. ${name}：${value}`).join('\n');
export const arrows = (list: Fields): string => lines(list, (name, value) => `${name} -> ${value}`);
export const nameAndValue = (list: Fields): string =>
  lines(list, (name, value) => `2024-05-01 10:00:00.123 INFO [exec-1] c.e.Notify : name=${name}, value=${value}`);
export const wireshark = (list: Fields): string =>
  `HTML Form URL Encoded: application/x-www-form-urlencoded\n${lines(list, (name, value) => `    Form item: "${name}" = "${value}"\n        Key: ${name}\n        Value: ${value}`)}`;

export const turns = (list: Fields): string => lines(list, (name, value) => `${name}\n${value}`);
export const turnsWithColons = (list: Fields): string => lines(list, (name, value) => `${name}:\n${value}`);

/** RFC 4180 §2.7 */
const cell = (text: string): string => `"${text.split('"').join('""')}"`;
export const csvColumns = (list: Fields): string => lines(list, (name, value) => `${name},${cell(value)}`);
export const csvHeadedColumns = (list: Fields): string => `name;value\n${lines(list, (name, value) => `${name};${cell(value)}`)}`;
export const csvRow = (list: Fields): string =>
  `${list.map(([name]) => name).join(',')}\n${list.map(([, value]) => cell(value)).join(',')}`;
export const tsvRow = (list: Fields): string => `${list.map(([name]) => name).join('\t')}\n${list.map(([, value]) => value).join('\t')}`;
const bar = (cells: readonly string[]): string => `| ${cells.map((text) => text.split('|').join('\\|')).join(' | ')} |`;
export const markdownColumns = (list: Fields): string =>
  [bar(['name', 'value']), '| --- | --- |', ...list.map(([name, value]) => bar([name, value]))].join('\n');
export const markdownRow = (list: Fields): string =>
  [bar(list.map(([name]) => name)), bar(list.map(() => '---')), bar(list.map(([, value]) => value))].join('\n');
export function mysqlTable(list: Fields): string {
  const widths = list.map(([name, value]) => Math.max(name.length, value.length) + 2);
  const rule = `+${widths.map((width) => '-'.repeat(width)).join('+')}+`;
  const row = (cells: readonly string[]): string => `|${cells.map((text, i) => ` ${text}`.padEnd(widths[i] as number)).join('|')}|`;
  return [rule, row(list.map(([name]) => name)), rule, row(list.map(([, value]) => value)), rule, '1 row in set (0.00 sec)'].join('\n');
}

/** What .NET prints: `KeyValuePair.ToString()` and what people make of it, and C# code. */
import type { Fields } from './values.ts';

const pair = ([name, value]: Fields[number]): string => `[${name}, ${value}]`;

export const pairLines = (list: Fields): string => `${list.map(pair).join('\n')}\n`;
export const pairsJoined = (list: Fields): string => list.map(pair).join(', ');
export const debuggerView = (list: Fields): string => list.map((each, i) => `[${i}]\t{${pair(each)}}`).join('\n');
export const keyValueLines = (list: Fields): string => list.map(([name, value]) => `Key: ${name}, Value: ${value}`).join('\n');

const literal = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;
const verbatim = (text: string): string => `@"${text.replaceAll('"', '""')}"`;

export const adds = (list: Fields): string => list.map(([name, value]) => `dict.Add(${literal(name)}, ${literal(value)});`).join('\n');
export const addsVerbatim = (list: Fields): string => list.map(([name, value]) => `dict.Add("${name}", ${verbatim(value)});`).join('\n');
export const initialiser = (list: Fields): string =>
  `var dict = new Dictionary<string, string>\n{\n${list.map(([name, value]) => `    { ${literal(name)}, ${literal(value)} },`).join('\n')}\n};`;
export const indexer = (list: Fields): string => list.map(([name, value]) => `dict[${literal(name)}] = ${literal(value)};`).join('\n');

/** What Ruby's `inspect` prints of a hash (string.c rb_str_inspect), and the parameters of Rails. */
import type { Fields } from './values.ts';

export const inspect = (text: string): string =>
  `"${text
    .replace(/[\\"]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replaceAll('\r', '\\r')
    .replace(/#(?=[{$@])/g, '\\#')}"`;

export const hash = (list: Fields): string => `{${list.map(([name, value]) => `${inspect(name)}=>${inspect(value)}`).join(', ')}}`;
export const hash34 = (list: Fields): string => `{${list.map(([name, value]) => `${inspect(name)} => ${inspect(value)}`).join(', ')}}`;
export const symbols = (list: Fields): string => `{${list.map(([name, value]) => `:${name}=>${inspect(value)}`).join(', ')}}`;
export const symbols34 = (list: Fields): string => `{${list.map(([name, value]) => `${name}: ${inspect(value)}`).join(', ')}}`;
export const railsLog = (list: Fields): string =>
  `I, [2024-05-01T10:00:00.000000 #1]  INFO -- : Processing by PayController#notify as */*\nI, [2024-05-01T10:00:00.000001 #1]  INFO -- :   Parameters: ${hash(list)}\n`;
export const railsParameters = (list: Fields): string => `#<ActionController::Parameters ${hash(list)} permitted: false>`;
export const railsParametersOld = (list: Fields): string => `<ActionController::Parameters ${hash(list)} permitted: false>`;

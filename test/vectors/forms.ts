/** Writes parameters in the shapes in which they are received and pasted: what the readers undo. */
import { encode } from './charsets.ts';
import type { CharsetName } from './charsets.ts';
import type { Pairs } from './messages.ts';

/** `application/x-www-form-urlencoded` of one text. @see WHATWG URL §5.2 */
export function formEncode(text: string, charset: CharsetName, space: '+' | '%20' = '+'): string {
  let out = '';
  for (const byte of encode(text, charset)) {
    const character = String.fromCharCode(byte);
    if (/[A-Za-z0-9*._-]/.test(character)) out += character;
    else out += byte === 0x20 ? space : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return out;
}

export function toFormBody(pairs: Pairs, charset: CharsetName, space: '+' | '%20' = '+'): string {
  return pairs.map(([name, value]) => `${formEncode(name, charset, space)}=${formEncode(value, charset, space)}`).join('&');
}

/** Already decoded, as `request.getParameterMap()` loops and log lines print it. */
export function toPlainQuery(pairs: Pairs): string {
  return pairs.map(([name, value]) => `${name}=${value}`).join('&');
}

export function toUrl(address: string, pairs: Pairs, charset: CharsetName): string {
  return `${address}?${toFormBody(pairs, charset, '%20')}`;
}

export function toJson(pairs: Pairs, style: 'compact' | 'indented' | 'php'): string {
  const text = JSON.stringify(Object.fromEntries(pairs), null, style === 'indented' ? 2 : undefined);
  // json_encode escapes slashes and everything outside ASCII unless told otherwise.
  return style === 'php' ? escapeWide(text.replaceAll('/', '\\/')) : text;
}

function escapeWide(text: string): string {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

export function toLines(pairs: Pairs, separator: '=' | ': ', end: '\n' | '\r\n' = '\n'): string {
  return pairs.map(([name, value]) => `${name}${separator}${value}`).join(end);
}

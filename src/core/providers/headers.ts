/** Header values, however a framework spells their names: `HTTP_WECHATPAY_NONCE`, `wechatpay-nonce`, `["…"]`. */
import type { Reading } from '../read/reading.ts';

/** Letters and digits in lower case, without the prefix that CGI puts in front. @see RFC 3875 §4.1.18 */
export const headerKey = (name: string): string =>
  name
    .replace(/^HTTP_/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');

/** What programs print for nothing. */
export const NOTHING = /^(?:null|undefined|none|nil|\(null\)|<nil>|""|''|\[\]|array|-)?$/i;

/** All values of a header, in the order of the paste; what the user answered comes last. */
export function headerValues(reading: Reading, name: string, inputs: Readonly<Record<string, string>> = {}): readonly string[] {
  const key = headerKey(name);
  const pasted = (reading.headers ?? []).filter((header) => headerKey(header.name) === key).map(({ value }) => plainValue(value));
  const answer = Object.entries(inputs).find(([id, text]) => headerKey(id) === key && text.trim() !== '')?.[1];
  return answer === undefined ? pasted : [...pasted, answer.trim()];
}

/** The one element of a printed list, freed of quotes and of the escapes of JSON. */
function plainValue(value: string): string {
  const inner = value.trim().replace(/^\[\s*/, '');
  return (inner.endsWith(']') ? inner.slice(0, -1).trimEnd() : inner).replace(/^["'](.*)["']$/, '$1').replaceAll('\\/', '/');
}

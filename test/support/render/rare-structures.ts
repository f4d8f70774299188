/** Lists of pairs in JSON, maps in XML, multipart bodies, and bodies in another dress. */
import { formBody } from '../render-transport/bodies.ts';
import type { Fields } from './values.ts';

export const listOfKeys = (list: Fields): string => JSON.stringify(list.map(([key, value]) => ({ key, value })));
export const listOfNames = (list: Fields): string =>
  JSON.stringify(
    list.map(([name, value]) => ({ name, value, disabled: false })),
    null,
    2,
  );
export const listOfPairs = (list: Fields): string => JSON.stringify(list);
export const listOfSingles = (list: Fields): string => JSON.stringify(list.map(([name, value]) => ({ [name]: value })));

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
export const xmlEntries = (list: Fields): string =>
  `<map>${list.map(([name, value]) => `<entry><key>${name}</key><value>${xml(value)}</value></entry>`).join('')}</map>`;
export const xmlCdata = (list: Fields): string =>
  `<map>\n${list.map(([name, value]) => `  <entry><string>${name}</string><string><![CDATA[${value}]]></string></entry>`).join('\n')}\n</map>`;
export const plist = (list: Fields): string =>
  `<dict>\n${list.map(([name, value]) => `\t<key>${name}</key>\n\t<string>${xml(value)}</string>`).join('\n')}\n</dict>`;
export const preferences = (list: Fields): string =>
  `<map>\n${list.map(([name, value]) => `    <string name="${name}">${xml(value)}</string>`).join('\n')}\n</map>`;
export const properties = (list: Fields): string =>
  `<properties>\n${list.map(([name, value]) => `<entry key="${name}">${xml(value)}</entry>`).join('\n')}\n</properties>`;
export const inputs = (list: Fields): string =>
  `<form method="post">\n${list.map(([name, value]) => `<input type="hidden" name="${name}" value="${xml(value)}"/>`).join('\n')}\n</form>`;

const BOUNDARY = '----WebKitFormBoundary7MA4YWxkTrZu0gW';
export const multipart = (list: Fields): string =>
  `${list.map(([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join('')}--${BOUNDARY}--\r\n`;
export const multipartWithFile = (list: Fields): string =>
  multipart(list).replace(
    `--${BOUNDARY}--`,
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="proof"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nsign=1\r\n--${BOUNDARY}--`,
  );
export const multipartRequest = (list: Fields): string =>
  `POST /notify HTTP/1.1\r\nHost: shop.example.com\r\nContent-Type: multipart/form-data; boundary=${BOUNDARY}\r\n\r\n${multipart(list)}`;

export const nested = (list: Fields): string => list.map(([name, value]) => `data[${name}]=${encodeURIComponent(value)}`).join('&');
export const nestedEncoded = (list: Fields): string =>
  list.map(([name, value]) => `${encodeURIComponent(`data[${name}]`)}=${encodeURIComponent(value)}`).join('&');

const bytes = (list: Fields): Buffer => Buffer.from(formBody(list));
export const base64 = (list: Fields): string => bytes(list).toString('base64');
export const base64Lines = (list: Fields): string => (base64(list).match(/.{1,76}/g) ?? []).join('\r\n');
export const base64Url = (list: Fields): string => bytes(list).toString('base64url');
export const hex = (list: Fields): string => bytes(list).toString('hex');
export const hexSpaced = (list: Fields): string => (hex(list).match(/../g) ?? []).join(' ').toUpperCase();
/** `hexdump -C`, and the same of Wireshark without bars. */
export function hexdump(list: Fields): string {
  const all = bytes(list);
  const rows: string[] = [];
  for (let at = 0; at < all.length; at += 16) {
    const row = [...all.subarray(at, at + 16)];
    const shown = row.map((byte) => byte.toString(16).padStart(2, '0'));
    const text = row.map((byte) => (byte < 0x20 || byte > 0x7e ? '.' : String.fromCharCode(byte))).join('');
    rows.push(`${at.toString(16).padStart(8, '0')}  ${`${shown.slice(0, 8).join(' ')}  ${shown.slice(8).join(' ')}`.padEnd(49)} |${text}|`);
  }
  return rows.join('\n');
}
export const encodedAgain = (list: Fields): string => encodeURIComponent(formBody(list));
export const lambda = (list: Fields): string =>
  JSON.stringify({
    resource: '/notify',
    httpMethod: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8', Host: 'shop.example.com' },
    body: base64(list),
    isBase64Encoded: true,
  });

/** What the dialects sign that have their signature in a header: other headers, the path, and the body as it arrived. */
import type { ContentPair } from '../../content/run.ts';
import { encodeBase64 } from '../../text/base64.ts';
import { headerValues } from '../headers.ts';
import type { Received } from '../provider.ts';

const OPENAPI3 = ['alipay-timestamp', 'alipay-nonce', 'alipay-signature'] as const;

/** Null while a header is missing. A body that is not there is the empty one. */
export function openapi3Parts(received: Received): readonly ContentPair[] | null {
  const timestamp = header(received, 'alipay-timestamp');
  const nonce = header(received, 'alipay-nonce');
  if (timestamp === undefined || nonce === undefined) return null;
  return [{ name: 'timestamp', value: timestamp }, { name: 'nonce', value: nonce }, bodyPart(received)];
}

export const openapi3Asks = (received: Received): readonly string[] => OPENAPI3.filter((name) => header(received, name) === undefined);

/** Null while path, client or time is missing. Answers carry Response-Time in place of Request-Time. */
export function antomParts(received: Received): readonly ContentPair[] | null {
  const client = header(received, 'Client-Id');
  const time = timeOf(received);
  const path = pathOf(received);
  if (client === undefined || time === undefined || path === null) return null;
  const method = received.reading.method?.toUpperCase() ?? 'POST';
  const request = (of: string): string => `${method} ${of}\n${client}`;
  return [
    { name: 'request', value: request(path) },
    { name: 'request-without-query', value: request(path.replace(/\?[\s\S]*$/, '')) },
    { name: 'time', value: time },
    bodyPart(received),
  ];
}

/** @returns names of headers, and `path` */
export function antomAsks(received: Received): readonly string[] {
  return [
    ...['Client-Id', 'Signature'].filter((name) => header(received, name) === undefined),
    ...(timeOf(received) === undefined ? ['Request-Time'] : []),
    ...(pathOf(received) === null ? ['path'] : []),
  ];
}

/**
 * Out of `algorithm=RSA256,keyVersion=1,signature=…`. The SDK takes a signature that holds `=`, `+` or `/` as base64, and undoes
 * percent-encoding only in others; a plus is never a blank. @see alipay/global-open-sdk-java: SignatureTool
 */
export function pickAntom(text: string, of: 'value' | 'type'): string {
  const member = new Map(
    text.split(',').map((part): [string, string] => {
      const cut = part.indexOf('=');
      return [part.slice(0, Math.max(cut, 0)).trim().toLowerCase(), part.slice(cut + 1).trim()];
    }),
  );
  if (of === 'type') return member.get('algorithm') ?? '';
  const value = member.get('signature') ?? (member.has('algorithm') ? '' : text);
  return /[=+/]/.test(value) ? value : value.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The quotes around a value that are not part of it. */
export const unquote = (text: string): string => text.trim().replace(/^"([\s\S]*)"$/, '$1');

const header = ({ reading, inputs }: Received, name: string): string | undefined => headerValues(reading, name, inputs)[0];
const timeOf = (received: Received): string | undefined => header(received, 'Request-Time') ?? header(received, 'Response-Time');

/** The address without its domain. */
function pathOf({ reading, inputs }: Received): string | null {
  const given = inputs['path']?.trim() ? inputs['path'].trim() : reading.url;
  if (given === undefined) return null;
  const path = given.replace(/^https?:\/\/[^/?#]*/i, '').replace(/#[\s\S]*$/, '');
  return path.startsWith('/') ? path : `/${path}`;
}

/** Text in UTF-8 gives its bytes back; a file may hold others. */
function bodyPart({ body }: Received): ContentPair {
  const other = body !== null && (body.text.includes('\ufffd') || body.bytes.length < body.text.length);
  return { name: 'body', value: body?.text ?? '', ...(other ? { bytes: encodeBase64(body.bytes) } : {}) };
}

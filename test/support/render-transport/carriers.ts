/** What carries a body, written as the tools themselves write it. */
export type Headers = readonly (readonly [name: string, value: string])[];

const lines = (headers: Headers, mark = ''): string => headers.map(([name, value]) => `${mark}${name}: ${value}`).join('\n');

export const httpRequest = (headers: Headers, body: string): string =>
  `POST /pay/notify?from=gateway HTTP/1.1\n${lines(headers)}\n\n${body}`;
export const httpResponse = (headers: Headers, body: string): string =>
  `HTTP/1.1 200 OK\r\n${lines(headers).replaceAll('\n', '\r\n')}\r\n\r\n${body}`;
export const headersAbove = (headers: Headers, body: string): string => `${lines(headers)}\n\n${body}`;
export const headersBelow = (headers: Headers, body: string): string => `${body}\n\n${lines(headers)}\n`;
export const labelled = (headers: Headers, body: string): string => `${lines(headers)}\nbody: ${body}`;

/** `curl -v` of a request that was answered with headers and this body. */
export const curlVerbose = (headers: Headers, body: string): string =>
  `* Connected to api.example.com port 443\n> GET /v3/certificates HTTP/1.1\n> Host: api.example.com\n>\n* Request completely sent off\n< HTTP/1.1 200 OK\n${lines(headers, '< ')}\n<\n${body}`;

/** DevTools, "copy as cURL (bash)". */
export const curlBash = (headers: Headers, body: string): string =>
  [
    `curl 'https://shop.example.com/notify'`,
    ...headers.map(([name, value]) => `  -H ${bash(`${name}: ${value}`)}`),
    `  --data-raw ${bash(body)}`,
  ].join(' \\\n');

function bash(text: string): string {
  if (!/[\0-\x1f\x7f-\x9f!]|'/.test(text)) return `'${text}'`;
  const inside = text
    .replace(/\\/g, '\\\\')
    .replace(/'/g, "\\'")
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/[\0-\x1f\x7f-\x9f!]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `$'${inside}'`;
}

/** As people type it: single quotes, a quote inside as `'\''`. */
export const curlTyped = (headers: Headers, body: string): string =>
  `$ curl -s -XPOST ${headers.map(([name, value]) => `-H "${name}: ${value}"`).join(' ')} -d '${body.replaceAll("'", "'\\''")}' https://shop.example.com/notify`;

/** DevTools, "copy as cURL (cmd)". */
export const curlCmd = (headers: Headers, body: string): string =>
  [
    `curl ^"https://shop.example.com/notify^"`,
    ...headers.map(([name, value]) => `  -H ${cmd(`${name}: ${value}`)}`),
    `  --data-raw ${cmd(body)}`,
  ].join(' ^\n');

const cmd = (text: string): string =>
  `^"${text
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/[^a-zA-Z0-9\s_\-:=+~'/.',?;()*`]/g, '^$&')
    .replace(/%(?=[a-zA-Z0-9_])/g, '%^')
    .replace(/\r?\n/g, '^\n\n')}^"`;

export const har = (headers: Headers, bodies: readonly string[]): string =>
  JSON.stringify({
    log: {
      version: '1.2',
      entries: bodies.map((text) => ({
        request: {
          method: 'POST',
          url: 'https://shop.example.com/notify',
          headers: headers.map(([name, value]) => ({ name, value })),
          postData: { mimeType: 'application/x-www-form-urlencoded', text },
        },
        response: { status: 200, content: { mimeType: 'text/plain', text: 'success' } },
      })),
    },
  });

export const postman = (headers: Headers, raw: string): string =>
  JSON.stringify(
    {
      info: { name: 'pay', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      item: [
        {
          name: 'notify',
          request: {
            method: 'POST',
            header: headers.map(([key, value]) => ({ key, value })),
            body: { mode: 'raw', raw },
            url: { raw: 'https://shop.example.com/notify' },
          },
        },
      ],
    },
    null,
    '\t',
  );

export const jsonLog = (headers: Headers, body: string): string =>
  JSON.stringify({ level: 'info', ts: '2024-05-01T10:00:00Z', request: 7, headers: Object.fromEntries(headers), body });

/** nginx, `log_format … escape=default`: quotes, backslashes, controls and all beyond ASCII as `\xHH`. */
export const nginx = (body: string): string =>
  `203.0.113.5 - - [01/May/2024:10:00:00 +0800] "POST /notify HTTP/1.1" 200 7 "-" "Mozilla/4.0" "${nginxEscape(body)}"`;

export const nginxEscape = (text: string): string =>
  [...new TextEncoder().encode(text)]
    .map((byte) =>
      byte < 0x20 || byte > 0x7e || byte === 0x22 || byte === 0x5c
        ? `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('');

export const nginxGet = (query: string): string =>
  `203.0.113.5 - - [01/May/2024:10:00:00 +0800] "GET /return?${query} HTTP/1.1" 200 7 "-" "Mozilla/5.0"`;
export const monolog = (body: string): string => `[2024-05-01T10:00:00.123456+08:00] pay.INFO: Received Alipay Request ${body} []`;
export const log4j = (body: string): string =>
  `2024-05-01 10:00:00.123  INFO 4242 --- [nio-8080-exec-1] c.e.pay.NotifyController : 支付宝回调参数：${body}`;

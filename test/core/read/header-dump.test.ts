/** Headers as programs print them, with the body of the message: both are read, the body to the letter. */
import { describe, expect, test } from 'vitest';
import { read } from '../../../src/core/read/read.ts';

const BODY =
  '{"id":"1","create_time":"2025-09-18T12:25:36+08:00","summary":"支付成功","resource":{"ciphertext":"aB/+cd\\/==","nonce":"aeI3cFj0x59i"}}';
const VALUES: readonly (readonly [string, string])[] = [
  ['Wechatpay-Nonce', 'X2WL2qHf3OXwRGq8P4UDsRUT7MqxtggX'],
  ['Wechatpay-Serial', 'PUB_KEY_ID_0114232134912410000000000000'],
  [
    'Wechatpay-Signature',
    'hUBI0OjsRsllgk9PWf73jrFfnxC1J7yZRNDro9SIU+LSjR/muPCOjqUGxocp8tjTZ5pvL4LmsFuSibclZOdmjdw9m0Ffl9lYEU23nRkmRrRVcoMrjg==',
  ],
  ['Wechatpay-Timestamp', '1758169569'],
];
const cgi = (name: string): string => `HTTP_${name.toUpperCase().replaceAll('-', '_')}`;
const each = (line: (name: string, value: string) => string, between = ''): string => VALUES.map(([n, v]) => line(n, v)).join(between);
const python = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const hexed = (text: string): string =>
  [...Buffer.from(text)]
    .map((byte) =>
      byte < 0x20 || byte > 0x7e || byte === 0x22 || byte === 0x5c
        ? `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('');

const dumps: Readonly<Record<string, string>> = {
  'print_r(getallheaders())': `Array\n(\n${each((n, v) => `    [${n}] => ${v}\n`)})\n${BODY}`,
  'print_r of lists': `Array\n(\n${each((n, v) => `    [${n.toLowerCase()}] => Array\n        (\n            [0] => ${v}\n        )\n\n`)})\n${BODY}`,
  'print_r($_SERVER)': `Array\n(\n    [REQUEST_METHOD] => POST\n${each((n, v) => `    [${cgi(n)}] => ${v}\n`)}    [HTTP_HOST] => a.cn\n)\n\n${BODY}`,
  var_dump: `array(4) {\n${each((n, v) => `  ["${n}"]=>\n  string(${v.length}) "${v}"\n`)}}\n${BODY}`,
  var_export: `array (\n${each((n, v) => `  '${n}' => '${v}',\n`)})\n${BODY}`,
  'json_encode, then the body': `${JSON.stringify(Object.fromEntries(VALUES))}\n${BODY}`,
  'a Java map': `headers: {${each((n, v) => `${n.toLowerCase()}=${v}`, ', ')}, content-type=application/json}\nbody: ${BODY}`,
  'a Java map of lists': `{${each((n, v) => `${n}=[${v}]`, ', ')}}\n${BODY}`,
  "Spring's HttpHeaders": `[${each((n, v) => `${n}:"${v}"`, ', ')}]\n${BODY}`,
  "Django's META": `{${each((n, v) => `'${cgi(n)}': '${v}'`, ', ')}}\n${BODY}`,
  'Python, body in quotes': `headers = {${each((n, v) => `'${n}': '${v}'`, ', ')}}\nbody = ${python(BODY)}`,
  "Starlette's Headers": `<Headers(raw=[${each((n, v) => `(b'${n.toLowerCase()}', b'${v}')`, ', ')}])>\n${BODY}`,
  'a Go map': `map[${each((n, v) => `${n}:[${v}]`, ' ')}]\n${BODY}`,
  'Go %#v': `http.Header{${each((n, v) => `"${n}":[]string{"${v}"}`, ', ')}}\n${BODY}`,
  'a Node object': `{\n${each((n, v) => `  '${n.toLowerCase()}': '${v}'`, ',\n')}\n}\n${BODY}`,
  'rawHeaders of Node': `[\n${each((n, v) => `  '${n}', '${v}'`, ',\n')}\n]\n${BODY}`,
  'a Ruby hash': `{${each((n, v) => `"${cgi(n)}"=>"${v}"`, ', ')}}\n${BODY}`,
  '.NET pairs': `${each((n, v) => `[${n}, ${v}]`, '\n')}\n${BODY}`,
  'words of a log': `10:00 INFO NotifyController : ${each((n, v) => `${n.slice(10).toLowerCase()} = ${v}`, ', ')}, body = ${BODY}`,
  'Chinese words': `时间戳：${VALUES[3]?.[1]}\n随机串：${VALUES[0]?.[1]}\n签名：${VALUES[2]?.[1]}\n序列号：${VALUES[1]?.[1]}\n报文：${BODY}`,
  'underscores in JSON': JSON.stringify({
    ...Object.fromEntries(VALUES.map(([n, v]) => [n.toLowerCase().replaceAll('-', '_'), v])),
    body: BODY,
  }),
  'camel case in JSON': JSON.stringify({ ...Object.fromEntries(VALUES.map(([n, v]) => [`wechatPay${n.slice(10)}`, v])), body: BODY }),
  'var_export, the body in it': `array (\n  'Host' => 'a.cn',\n${each((n, v) => `  '${n}' => '${v}',\n`)}  'Accept' => '*/*',\n  'body' => '${BODY.replaceAll('\\', '\\\\')}',\n)`,
  'var_dump, the body too': `array(4) {\n${each((n, v) => `  ["${n}"]=>\n  string(${v.length}) "${v}"\n`)}}\nstring(${BODY.length}) "${BODY}"`,
  'two labels in a line of a log': `[Nest] 1 - LOG [Pay] headers: ${JSON.stringify(Object.fromEntries(VALUES))} rawBody: ${BODY}`,
  'Python, the body in bytes': `INFO:pay:headers={${each((n, v) => `'${n}': '${v}'`, ', ')}}\nINFO:pay:body=b'${BODY.replaceAll('\\', '\\\\').replace('支付成功', '\\xe6\\x94\\xaf\\xe4\\xbb\\x98\\xe6\\x88\\x90\\xe5\\x8a\\x9f')}'`,
  'fields of an access log': `1.2.3.4 - - [20/Nov/2026:14:05:34 +0800] "POST /n HTTP/1.1" 200 0 ${each((n, v) => `${n.toLowerCase().replaceAll('-', '_')}="${v}"`, ' ')} request_body="${hexed(BODY)}"`,
  'short names of an access log': `1.2.3.4 - - [20/Nov/2026:14:05:34 +0800] "POST /n HTTP/1.1" 200 0 ts="${VALUES[3]?.[1]}" nonce="${VALUES[0]?.[1]}" sig="${VALUES[2]?.[1]}" serial="${VALUES[1]?.[1]}" body="${hexed(BODY)}"`,
  'the three lines and a signature': `${VALUES[3]?.[1]}\n${VALUES[0]?.[1]}\n${BODY}\n\n签名: ${VALUES[2]?.[1]}\n序列号: ${VALUES[1]?.[1]}`,
  'the exception, its parts behind tabs': `ValidationException: signature verification failed, signType[WECHATPAY2-RSA2048-SHA256]\tserial[${VALUES[1]?.[1]}]\tmessage[${VALUES[3]?.[1]}\n${VALUES[0]?.[1]}\n${BODY}\n]\tsign[${VALUES[2]?.[1]}]`,
  "the exception of WeChat Pay's client": `签名错误:应答签名验证失败: message=${VALUES[3]?.[1]}\n${VALUES[0]?.[1]}\n${BODY}\n, sign=${VALUES[2]?.[1]}, serial=${VALUES[1]?.[1]}`,
  "the exception of WeChat Pay's SDK": `ValidationException: Processing WechatPay notification, signature verification failed. signType[WECHATPAY2-SHA256-RSA2048] serial[${VALUES[1]?.[1]}] message[${VALUES[3]?.[1]}\n${VALUES[0]?.[1]}\n${BODY}\n] sign[${VALUES[2]?.[1]}]`,
};

describe('headers and body', () => {
  test.each(Object.keys(dumps))('%s', (name) => {
    const { reading, body } = read(dumps[name] ?? '');
    expect(body?.text).toBe(BODY);
    const headers = Object.fromEntries((reading.headers ?? []).map((header) => [header.name, header.value]));
    for (const [header, value] of VALUES) expect(headers[header]).toBe(value);
    expect(reading.pairs.map((pair) => pair.name)).toEqual(['id', 'create_time', 'summary', 'resource']);
  });

  test('an empty value is no header, and takes nothing from the next', () => {
    const text = (dumps['print_r($_SERVER)'] ?? '').replace(VALUES[0]?.[1] ?? '', '');
    const headers = read(text).reading.headers ?? [];
    expect(headers.map((header) => header.name)).toEqual(['Wechatpay-Serial', 'Wechatpay-Signature', 'Wechatpay-Timestamp']);
  });

  test('a value whose plus signs became blanks is whole', () => {
    const spoilt = (VALUES[2]?.[1] ?? '').replaceAll('+', ' ');
    const text = (dumps['print_r(getallheaders())'] ?? '').replace(VALUES[2]?.[1] ?? '', spoilt);
    expect(read(text).reading.headers?.find((header) => header.name === 'Wechatpay-Signature')?.value).toBe(spoilt);
  });

  test('time grows with the size only', () => {
    const time = (size: number): number => {
      const text = '[HTTP_WECHATPAY_SIGNATURE] => ('.repeat(size / 32);
      const began = performance.now();
      read(text);
      return performance.now() - began;
    };
    time(20_000);
    expect(time(400_000)).toBeLessThan(20 * Math.max(time(40_000), 20));
  });
});

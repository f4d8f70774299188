/** What a log closes behind a body is no part of its last value; what the value opened itself is. */
import { describe, expect, test } from 'vitest';
import { read } from '../../../src/core/read/read.ts';

const list = [
  ['gmt_create', '2024-05-01 10:00:00'],
  ['subject', '测试 "a"'],
  ['total_amount', '0.01'],
  ['sign_type', 'RSA2'],
  ['sign', `${'Ab3+/'.repeat(60)}==`],
] as const;
const encoded = list.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
const decoded = list.map(([name, value]) => `${name}=${value}`).join('&');

const LINES: readonly ((body: string) => string)[] = [
  (body) => `DEBUG o.s.w.f.CommonsRequestLoggingFilter : After request [POST /notify, client=1.2.3.4, payload=${body}]`,
  (body) => `INFO [body=${body}] ok`,
  (body) => `收到通知（${body}），开始`,
  (body) => `notify(${body})`,
  (body) => `notify:${body};`,
  (body) => `notify:${body},`,
  (body) => `参数为${body}。`,
  (body) => `body="${body}" status=200`,
  (body) => `params: {${body}}`,
  (body) => `time=12, ip=1.2.3.4 params=${body}]}\nnext line`,
  (body) => `[exec-1] POST /notify?a=b ${body}`,
  (body) => `${body}"`,
  (body) => `${body}]`,
  (body) => `${body},`,
];

describe.each([
  ['encoded', encoded],
  ['decoded', decoded],
])('an %s body', (_kind, body) => {
  test.each(LINES.map((wrap) => [wrap('…'), wrap] as const))('in %s', (_line, wrap) => {
    expect(read(wrap(body)).reading.pairs.map(({ name, value }) => [name, value])).toEqual(list);
  });
});

test.each(['[{"a":"1"}]', '(a)', '{"a":1}', '"a"'])('the last value keeps its own brackets: %s', (value) => {
  const line = `notify: gmt_create=2024&sign=abc&charset=utf-8&passback_params=${value}`;
  expect(read(line).reading.pairs.at(-1)?.value).toBe(value);
});

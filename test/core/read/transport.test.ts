/** What one tool writes, the reader reads: every carrier around every kind of body, with values that break readers. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { read } from '../../../src/core/read/read.ts';
import type { FormId } from '../../../src/core/read/reading.ts';
import { fields, headers } from '../../support/render-transport/arbitrary.ts';
import { formBody, jsonBody, xmlBody } from '../../support/render-transport/bodies.ts';
import type { Fields } from '../../support/render-transport/bodies.ts';
import * as carry from '../../support/render-transport/carriers.ts';

const pairsOf = (input: string, pick = 0): (readonly [string, string])[] =>
  read(input, { pick }).reading.pairs.map(({ name, value }) => [name, value] as const);

const BODIES: readonly (readonly [string, (fields: Fields) => string])[] = [
  ['form', formBody],
  ['json', jsonBody],
  ['xml', xmlBody],
];

const WITH_HEADERS: readonly (readonly [FormId, string, (headers: carry.Headers, body: string) => string])[] = [
  ['http', 'a request', carry.httpRequest],
  ['http', 'a response', carry.httpResponse],
  ['http', 'headers above', carry.headersAbove],
  ['http', 'headers below', carry.headersBelow],
  ['http', 'headers and a label', carry.labelled],
  ['http', 'curl -v', carry.curlVerbose],
  ['curl', 'curl for bash', carry.curlBash],
  ['curl', 'curl typed by hand', carry.curlTyped],
  ['curl', 'curl for cmd', carry.curlCmd],
  ['har', 'HAR', (head, body) => carry.har(head, [body])],
  ['postman', 'Postman', carry.postman],
  ['json', 'a JSON log of headers and body', carry.jsonLog],
];

describe.each(BODIES)('a %s body', (_kind, render) => {
  test.each(WITH_HEADERS)('is read as %s out of %s, with its headers and its raw text', (form, _name, wrap) => {
    fc.assert(
      fc.property(fields, headers, (list, head) => {
        const body = render(list);
        const { reading, body: raw } = read(wrap(head, body));
        expect(reading.form).toBe(form);
        expect(reading.pairs.map(({ name, value }) => [name, value])).toEqual(list);
        expect(reading.headers?.map(({ name, value }) => [name, value])).toEqual(head);
        expect(raw?.text).toBe(body);
        expect(raw && new TextDecoder().decode(raw.bytes)).toBe(body);
      }),
      { numRuns: 40 },
    );
  });
});

const IN_LOGS: readonly (readonly [FormId, string, (body: string) => string])[] = [
  ['access-log', 'an nginx log', carry.nginx],
  ['log-line', 'a monolog line', carry.monolog],
  ['log-line', 'a Spring line', carry.log4j],
];

test.each(IN_LOGS.flatMap(([form, name, wrap]) => BODIES.map(([kind, render]) => [form, kind, name, wrap, render] as const)))(
  'as %s, a %s body is read out of %s',
  (form, _kind, _name, wrap, render) => {
    fc.assert(
      fc.property(fields, (list) => {
        const { reading } = read(wrap(render(list)));
        expect(reading.form).toBe(form);
        expect(reading.pairs.map(({ name, value }) => [name, value])).toEqual(list);
      }),
      { numRuns: 40 },
    );
  },
);

test('a return address is read out of an access log', () => {
  fc.assert(
    fc.property(fields, (list) => {
      const { reading } = read(carry.nginxGet(formBody(list)));
      expect(reading.form).toBe('access-log');
      expect(reading.method).toBe('GET');
      expect(reading.pairs.map(({ name, value }) => [name, value])).toEqual(list);
    }),
    { numRuns: 40 },
  );
});

test.each(BODIES)('a %s body as its server sent it needs no repair', (_kind, render) => {
  fc.assert(
    fc.property(fields, (list) => {
      const { reading } = read(render(list));
      expect(reading.repairs).toEqual([]);
      expect(reading.pairs.map(({ name, value }) => [name, value])).toEqual(list);
    }),
    { numRuns: 100 },
  );
});

describe('several in one paste', () => {
  const several = fc.array(fields, { minLength: 2, maxLength: 4 });
  const ways: readonly (readonly [string, (lists: readonly Fields[]) => string])[] = [
    ['bodies one a line', (lists) => lists.map(formBody).join('\n')],
    ['bodies with empty lines between', (lists) => lists.map(formBody).join('\n\n')],
    ['a JSON array', (lists) => `[${lists.map(jsonBody).join(', ')}]`],
    ['JSON one a line', (lists) => lists.map(jsonBody).join('\n')],
    ['log lines', (lists) => lists.map((list) => carry.monolog(jsonBody(list))).join('\n')],
    ['log lines with bodies', (lists) => lists.map((list) => carry.log4j(formBody(list))).join('\n')],
    ['access log lines', (lists) => lists.map((list) => carry.nginx(jsonBody(list))).join('\n')],
    ['requests', (lists) => lists.map((list) => carry.httpRequest([['Host', 'a.example']], formBody(list))).join('\n\n')],
    ['a HAR file', (lists) => carry.har([['Host', 'a.example']], lists.map(formBody))],
    ['curl commands', (lists) => lists.map((list) => carry.curlBash([['Host', 'a.example']], formBody(list))).join('\n')],
    ['XML documents', (lists) => lists.map(xmlBody).join('\n')],
  ];
  test.each(ways)('%s: each is found, and can be picked', (_name, render) => {
    fc.assert(
      fc.property(several, (lists) => {
        const text = render(lists);
        expect(read(text).reading.found).toBe(lists.length);
        for (const [i, list] of lists.entries()) expect(pairsOf(text, i)).toEqual(list);
      }),
      { numRuns: 20 },
    );
  });
});

test('a long log stays a log, and the message in it is found among other lines', () => {
  const list: Fields = [
    ['gmt_create', '2024-05-01 10:00:00'],
    ['subject', '测试'],
    ['sign', 'x'],
  ];
  const noise = '2024-05-01 10:00:00.001 DEBUG c.e.pay.Service : started {} in 12 ms, a=b\n'.repeat(200);
  const { reading } = read(`${noise}${carry.monolog(jsonBody(list))}\n${noise}`);
  expect(reading.form).toBe('log-line');
  expect(reading.found).toBe(1);
  expect(reading.pairs.map(({ name, value }) => [name, value])).toEqual(list);
  expect(read(`${carry.monolog(jsonBody(list))}\n`.repeat(500)).reading.found).toBe(500);
});

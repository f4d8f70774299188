/** The XML scanner against an oracle, and against everything that XML can do to a reader. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { read } from '../../../src/core/read/read.ts';
import { scanXml } from '../../../src/core/read/xml-scan.ts';
import { wholeText } from '../../../src/core/text/mapped.ts';
import { value } from '../../support/render-transport/arbitrary.ts';
import { xmlBody } from '../../support/render-transport/bodies.ts';

const pairs = (text: string): (readonly [string, string])[] =>
  read(text).reading.pairs.map(({ name, value: text }) => [name, text] as const);

test('a document of any values is read back exactly', () => {
  const entry = fc.tuple(fc.constantFrom('appid', 'attach', 'sign', 'total_fee', 'coupon_id_0'), value);
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 8 }), (list) => {
      expect(pairs(xmlBody(list))).toEqual(list);
    }),
    { numRuns: 300 },
  );
});

/** Elements without attributes and text without `&` or `]`: there a regular expression is a whole parser. */
test('agrees with a pattern on plain documents', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '>', '"', '中', '/'), maxLength: 10 });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c1', 'x-y', 'n:s'), text), { minLength: 1, maxLength: 6 }), (list) => {
      const source = `<xml>${list.map(([name, inside]) => `<${name}>${inside}</${name}>`).join(' ')}</xml>`;
      const oracle = [...source.slice(5, -6).matchAll(/<([^>]+)>([^<]*)<\/\1>/g)].map((match) => [match[1], match[2]]);
      const document = scanXml(wholeText(source), 0);
      expect(
        typeof document === 'string' ? document : document.children.map(({ name, text: inside }) => [name.text, inside?.text]),
      ).toEqual(oracle);
    }),
  );
});

describe('what is strict', () => {
  const REFUSED: readonly (readonly [string, string, string])[] = [
    ['a document type', '<!DOCTYPE xml><xml><a>1</a></xml>', 'doctype'],
    [
      'a document type behind the declaration',
      '<?xml version="1.0"?>\n<!DOCTYPE x SYSTEM "http://x.example/"><xml><a>1</a></xml>',
      'doctype',
    ],
    ['an entity of its own', '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><xml><a>&a;</a></xml>', 'doctype'],
    ['a declaration inside the root', '<xml><!ENTITY a "b"><a>1</a></xml>', 'doctype'],
    ['depth', `${'<a>'.repeat(300)}1${'</a>'.repeat(300)}`, 'too-deep'],
    ['crossed tags', '<xml><a><b>1</a></b></xml>', 'no-pairs'],
    ['an unknown entity', '<xml><a>&nbsp;</a></xml>', 'no-pairs'],
    ['a code point that is none', '<xml><a>&#x110000;</a></xml>', 'no-pairs'],
    ['a close without an open', '</xml>', 'no-pairs'],
  ];
  test.each(REFUSED)('%s is refused', (_what, text, why) => {
    expect(read(text).reading.unreadable?.why).toBe(why);
  });

  test('a document type is refused in an HTTP body as well', () => {
    expect(read('POST /n HTTP/1.1\nContent-Type: text/xml\n\n<!DOCTYPE xml><xml><a>1</a></xml>').reading.unreadable?.why).toBe('doctype');
  });
});

test('CDATA keeps its blanks and markup, entities become characters, comments vanish', () => {
  expect(pairs('<xml><a><![CDATA[ <b>&amp;]] ]]></a><c>&lt;&#20013;&#x1F600;&apos;</c><d>1<!-- x -->2</d><e/><f></f></xml>')).toEqual([
    ['a', ' <b>&amp;]] '],
    ['c', "<中😀'"],
    ['d', '12'],
    ['e', ''],
    ['f', ''],
  ]);
});

test('an element with elements inside keeps its raw text', () => {
  expect(pairs('<alipay><is_success>T</is_success><response><trade><a>&lt;</a></trade></response><sign>x</sign></alipay>')[1]).toEqual([
    'response',
    '<trade><a>&lt;</a></trade>',
  ]);
});

test('two roots are two messages', () => {
  const text = '<xml><sign>1</sign></xml>\n<xml><sign>2</sign></xml>';
  expect(read(text).reading.found).toBe(2);
  expect(read(text, { pick: 1 }).reading.pairs[0]?.value).toBe('2');
  expect(read(text, { pick: 1 }).body?.text).toBe('<xml><sign>2</sign></xml>');
});

test('a document that ends early gives what was closed, and says that it is cut', () => {
  const { reading } = read('<xml><a>1</a><b>2</b><c>3');
  expect(reading.pairs.map(({ name }) => name)).toEqual(['a', 'b']);
  expect(reading.notes.map(({ id }) => id)).toContain('cut-short');
});

test('values point at their place in the paste', () => {
  const { reading } = read('<xml><a>中</a><b>&lt;x</b></xml>');
  expect(reading.pairs.map(({ valueSpan }) => valueSpan)).toEqual([
    [8, 11],
    [18, 23],
  ]);
});

test.each([
  ['a comment splits a value', '<xml><a>1<!-- -->00</a><b>2</b></xml>', 'comment-in-value', 'a', '100'],
  ['an element stands for a text', '<xml><b>2</b><a><v>100</v></a></xml>', 'nested-element', 'a', '<v>100</v>'],
])('%s: it is noted', (_, text, id, name, stands) => {
  const { reading } = read(text);
  expect(reading.notes).toMatchObject([{ id, name, count: 1 }]);
  expect(reading.pairs.find((pair) => pair.name === name)?.value).toBe(stands);
});

test('a comment between elements, or as text of a value, is nothing odd', () => {
  expect(read('<xml><a>1</a><!-- x --><b><![CDATA[1<!-- -->00]]></b></xml>').reading.notes).toEqual([]);
});

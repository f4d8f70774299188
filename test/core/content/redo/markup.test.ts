/** Entities, backslashes and lost signs as filters and printers make them. */
import { describe, expect, test } from 'vitest';
import { fits, made, mistakeOf } from './ways.ts';

describe('entities', () => {
  const text = `<a b="c" d='e'>&\`/=()#\\`;
  /** In the order of the module; by the documents of each encoder. */
  const encoded: readonly string[] = [
    "&lt;a b=&quot;c&quot; d='e'&gt;&amp;`/=()#\\",
    '&lt;a b=&quot;c&quot; d=&#039;e&#039;&gt;&amp;`/=()#\\',
    '&lt;a b=&quot;c&quot; d=&apos;e&apos;&gt;&amp;`/=()#\\',
    '&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;`/=()#\\',
    '&lt;a b=&#34;c&#34; d=&#39;e&#39;&gt;&amp;`/=()#\\',
    '&lt;a b=&quot;c&quot; d=&#x27;e&#x27;&gt;&amp;`/=()#\\',
    '&lt;a b=&quot;c&quot; d=&#x27;e&#x27;&gt;&amp;`&#x2F;=()#\\',
    '&lt;a b=&quot;c&quot; d=&#x27;e&#x27;&gt;&amp;&#x60;/=()#\\',
    '&lt;a b&#x3D;&quot;c&quot; d&#x3D;&#39;e&#39;&gt;&amp;&#x60;&#x2F;&#x3D;()#\\',
    '&lt;a b&#x3D;&quot;c&quot; d&#x3D;&#x27;e&#x27;&gt;&amp;&#x60;/&#x3D;()#\\',
    "<a b=&quot;c&quot; d='e'>&`/=()#\\",
    "<a b=&#34;c&#34; d='e'>&`/=()#\\",
    "&lt;a b=&quot;c&quot; d='e'&gt;&`/=()#\\",
    '&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&`/=()#\\',
    '&lt;a b=&quot;c&quot; d=&#039;e&#039;&gt;&`/=()#\\',
    '&lt;a b=&quot;c&quot; d=&apos;e&apos;&gt;&`/=()#\\',
    '<a b=&#34;c&#34; d=&#39;e&#39;>&`/=()#\\',
    '<a b=&quot;c&quot; d=&#39;e&#39;>&`/=()#\\',
    '<a b=&quot;c&quot; d=&#039;e&#039;>&`/=()#\\',
    '&lt;a b="c" d=&#39;e&#39;&gt;&`/=&#40;&#41;#\\',
    '&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&`/=&#40;&#41;#\\',
    '&lt;a b="c" d=\'e\'&gt;&`/=()#\\',
    '&lt;a b="c" d=\'e\'&gt;&amp;`/=()#\\',
    '&#60;a b=&#34;c&#34; d=&#39;e&#39;&#62;&#38;`/=()#\\',
    '&lt;a&nbsp;b=&quot;c&quot;&nbsp;d=&#39;e&#39;&gt;&amp;`/=()#\\',
    '＜a b=＂c＂ d=＇e＇＞＆`/=()＃＼',
    '＜a b=“c“ d=‘e‘＞＆`/=()＃＼',
    '＜a b="c" d=\'e\'＞&`/=()#\\',
  ];

  test('each encoder once', () => {
    expect(made('html-entity-quotes', text).slice(0, encoded.length)).toEqual(encoded);
  });
  test('each encoder twice: only the ampersands of the first round are new', () => {
    const twice = made('html-entity-quotes', text).slice(encoded.length, 2 * encoded.length);
    expect(twice[0]).toBe("&amp;lt;a b=&amp;quot;c&amp;quot; d='e'&amp;gt;&amp;amp;`/=()#\\");
    expect(twice[10]).toBe(encoded[10]);
    expect(twice[27]).toBe(encoded[27]);
  });
  test('letters beyond ASCII as numbers', () => {
    expect(made('html-entity-quotes', '支😀~').slice(-2)).toEqual(['&#25903;&#128512;~', '&#x652f;&#x1f600;~']);
    expect(made('html-entity-quotes', text)).toHaveLength(2 * encoded.length + 2);
  });
});

test('quotes as word processors turn them', () => {
  expect(made('smart-quotes', `"ab" 'bc' it's "`)).toEqual([
    `“ab” 'bc' it's "`,
    `“ab” ‘bc’ it's "`,
    `“ab” ’bc’ it’s "`,
    `”ab” 'bc' it's ”`,
  ]);
});

test('backslashes put before quotes', () => {
  const ways = made('backslash-quotes', `"'\\/\0\n支`);
  expect(ways).toEqual([
    `\\"\\'\\\\/\\0\n支`,
    `\\"'\\/\0\n支`,
    `\\"'\\\\/\\u0000\\n支`,
    `"\\'\\/\0\n支`,
    `"'\\\\/\0\n支`,
    `\\"'\\\\\\/\\u0000\\n支`,
    `\\\\\\"\\\\\\'\\\\\\\\/\\\\0\n支`,
    `\\\\\\"'\\\\\\\\/\\\\u0000\\\\n支`,
    `\\"'\\\\/\\u0000\\n\\u652f`,
    `\\"'\\\\\\/\\u0000\\n\\u652f`,
    `"'\\/\0\n\\u652f`,
  ]);
  expect(made('backslash-quotes', 'é').at(-1)).toBe('\\u00e9');
});

test('backslashes taken away', () => {
  expect(made('backslash-lost', 'a\\"b\\\\c\\/d\\0')).toEqual(['a"b\\c/d\0', 'a"bc/d0', 'a\\"b\\\\c/d\\0']);
});

test('signs that filters take out', () => {
  expect(made('quotes-removed', `"'<b>&;%()+\\[]{}--`)).toEqual([
    `'<b>&;%()+\\[]{}--`,
    '<b>&;%()+\\[]{}--',
    'b&;%()+\\[]{}--',
    `"<b>&;%()+\\[]{}--`,
    `"'b&;%()+\\[]{}--`,
    'b;%()+\\[]{}--',
    `"'&;%()+\\[]{}--`,
    '<b>&;%()+[]{}--',
    'b&%()+\\[]{}--',
    'b\\[]{}--',
    `'<b>&;%()+\\--`,
    '  <b>&;%()+\\[]{}--',
    `"'<b>&%()+\\[]{}`,
  ]);
  expect(made('quotes-removed', '<b>x</b>')[6]).toBe('x');
  expect(made('quotes-removed', '<<b>>')[6]).toBe('<>');
});

test.each([
  ['a"b"c', 'abc', true],
  ['a"b"c', 'ab"c', true],
  ['(a)', 'a', true],
  ['😀"', '😀', true],
  ['abc', 'abc', false],
  ['a"b', 'a"b', false],
  ['abc', 'ab', false],
  ['ab', 'abc', false],
  ['a"b', 'ba', false],
  ['a"', 'ab', false],
  ['a-b', 'ab', false],
  ['""ab', 'abc', false],
])('%j lost some signs and became %j: %s', (right, used, lost) => {
  expect(fits('quotes-removed', right, used)).toBe(lost);
});

test('the frame of XML that is kept', () => {
  expect(made('v2-trim-cdata', '1.00')).toEqual(['<![CDATA[1.00]]>']);
});

test('what else leaves the same text is named beside it', () => {
  expect(mistakeOf('backslash-quotes').alternatives).toEqual(['log-json-escaped']);
});

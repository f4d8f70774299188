/** Entities, backslashes and escapes, one round each. */
import { expect, test } from 'vitest';
import { stripSlashes, unescapeHex, unescapeHtml, unescapeJson, unescapeQuotes } from '../../../../src/core/content/undo/markup.ts';

test.each([
  ['plain', 'plain'],
  ['&quot;&amp;&lt;&gt;&apos;', '"&<>\''],
  ['&amp;quot;', '&quot;'],
  ['&#39;&#039;&#x27;&#X27;', "''''"],
  ['&#34;&#x22;', '""'],
  // HTML 4.01 §24: the first, the last and some between
  ['&nbsp;&iexcl;&yen;&copy;&eacute;&Eacute;&frac12;&yuml;', '\u00a0¡¥©éÉ½ÿ'],
  ['&times;&divide;&szlig;&sup2;&middot;', '×÷ß²·'],
  ['&hellip;&mdash;&ndash;&lsquo;&rsquo;&ldquo;&rdquo;&bull;&euro;', '…—–‘’“”•€'],
  ['&pi;&Omega;&hearts;&infin;&ne;&thinsp;', 'πΩ♥∞≠\u2009'],
  ['&#25903;&#x4ed8;&#x4ED8;', '支付付'],
  ['&#128512;&#x1F600;', '😀😀'],
  ['&#1114111;', '\u{10ffff}'],
  ['&#1114112;', '&#1114112;'],
  ['&#x110000;', '&#x110000;'],
  ['&#0;', '&#0;'],
  ['&#1;', '\u0001'],
  ['&#12345678;', '&#12345678;'],
  ['&unknown;', '&unknown;'],
  ['&quot', '&quot'],
  ['quot;', 'quot;'],
  ['a&b;c', 'a&b;c'],
  ['&#xZZ;', '&#xZZ;'],
  ['a=1&lt;2', 'a=1<2'],
])('unescapeHtml of %j', (text, plain) => {
  expect(unescapeHtml(text)).toBe(plain);
});

test.each([
  ['&quot;&#34;&#034;&#x22;&#X22;', '"""""'],
  ['&amp;&#39;&lt;&#0034;', '&amp;&#39;&lt;&#0034;'],
])('unescapeQuotes of %j', (text, plain) => {
  expect(unescapeQuotes(text)).toBe(plain);
});

test.each([
  ['plain', 'plain'],
  ['\\"a\\\'', '"a\''],
  ['\\\\', '\\'],
  ['\\\\n', '\\n'],
  ['\\n', 'n'],
  ['\\0', '\0'],
  ['0\\1', '01'],
  ['a\\\nb', 'a\nb'],
  ['a\\', 'a\\'],
])('stripSlashes of %j, as PHP has it', (text, plain) => {
  expect(stripSlashes(text)).toBe(plain);
});

test.each([
  ['plain', 'plain'],
  ['\\"\\\\\\/', '"\\/'],
  ['\\n\\r\\t\\b\\f', '\n\r\t\b\f'],
  ['\\u652f\\u4ED8', '支付'],
  ['\\ud83d\\ude00', '😀'],
  ['\\\\u652f', '\\u652f'],
  ['\\u65', '\\u65'],
  ["\\x\\'", "\\x\\'"],
  ['a\\', 'a\\'],
])('unescapeJson of %j (RFC 8259 §7)', (text, plain) => {
  expect(unescapeJson(text)).toBe(plain);
});

test.each([
  ['\\x22a\\x22', '"a"'],
  ['\\xE6\\xB5\\x8B\\xe8\\xaf\\x95', '测试'],
  ['a\\x5C\\x0A', 'a\\\n'],
  ['\\xEF\\xBB\\xBFa', '\ufeffa'],
  ['\\xE6\\xB5', null],
  ['a\\x22\\xFF\\x22b', null],
  ['\\xFFa\\x22', null],
  ['\\x2', null],
  ['\\xZZ', null],
  ['plain', null],
])('unescapeHex of %j, as nginx writes it', (text, plain) => {
  expect(unescapeHex(text)).toBe(plain);
});

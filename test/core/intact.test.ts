/** A message that nobody touched is verified, whatever its texts look like: repairs are for damage, and these only resemble it. */
import { describe, expect, test } from 'vitest';
import { inspect } from '../../src/core/inspect.ts';
import { toFormBody, toJson, toLines, toPlainQuery } from '../vectors/forms.ts';
import { messageOf } from '../vectors/messages.ts';
import type { Pairs } from '../vectors/messages.ts';
import { keyText, sign } from '../vectors/signing.ts';

const forms: Readonly<Record<string, (pairs: Pairs) => string>> = {
  'a form body': (pairs) => toFormBody(pairs, 'utf-8'),
  'a form body with %20': (pairs) => toFormBody(pairs, 'utf-8', '%20'),
  'decoded parameters': toPlainQuery,
  'compact JSON': (pairs) => toJson(pairs, 'compact'),
  'indented JSON': (pairs) => toJson(pairs, 'indented'),
  'JSON as PHP escapes it': (pairs) => toJson(pairs, 'php'),
  'lines with =': (pairs) => toLines(pairs, '='),
  'lines with a colon': (pairs) => toLines(pairs, ': '),
};

/** Each line: what the subjects of it resemble. */
const subjects: readonly (readonly [like: string, ...texts: readonly string[]])[] = [
  ['curly quotes of an editor', '“春节”礼盒', '名称：“春节”，十只', '（‘小号’）', "it's “ok”"],
  ['an entity that became a character', '规格3×5=15片', '价格 100°', 'µ=3', '§ion', '¥20=2张'],
  ['entities of a filter', 'Tom &amp; Jerry', 'x&amp;y=1', '&quot;q&quot;', '&lt;b&gt;', '<b>x</b>'],
  ['full-width signs of an input method', '＆a＝1', 'a＝b', 'Ａ'],
  ['escapes of a log or of source code', '\\x22', '\\"', '\\n', 'C:\\new\\table', '\\u4e2d', 'a\\/b', '%u4e2d'],
  ['encoding that was left', '100%', '%', '%%', '%20', '%E4%B8%AD', 'T%3D', 'uid%3D1%26from%3Dapp'],
  ['encoding that went wrong', '+', 'a+b', '1+1=2', 'a b'],
  ['blanks to be trimmed', ' 前空格', '后空格 ', '中\u3000文', 'A\u00a0B', 'A\u200bB', 'a  b'],
  ['a structure', '{"a":1}', '{"a": 1, "b":"c\\/d"}', "['x']", '(x)', 'a,b,c', 'a, b=c', 'k=v', 'k: v', 'Array'],
  ['a literal', 'null', 'None', 'true', '0012', '1.50', '2024-05-18 10:21:36'],
  ['a comment or quotation', '//注释', '# x', '> 引用', '- x', '"quoted"', "'single'", '`x`', '[2024-01-01 00:00:00] INFO x'],
  ['an address or a parameter', 'http://shop.example/?a=1', 'http://shop.example/?a=1#b', 'sign=abc', '=', '==', '@x'],
  ['another normal form', 'é', 'e\u0301', 'ﬁ', '😀', '中文，标点。'],
  ['nothing', ''],
];

const cases = subjects.flatMap(([like, ...texts]) => texts.map((text) => ({ like, text, shown: JSON.stringify(text) })));

describe.each(Object.entries(forms).map(([form, write]) => ({ form, write })))('as $form', ({ form, write }) => {
  // Decoded, `&` in a value cannot be told from the one between parameters: there it is a cause, not a text.
  const possible = form === 'decoded parameters' ? cases.filter(({ text }) => !text.includes('&')) : cases;

  test.each(possible)('a subject that resembles $like is left alone: $shown', async ({ text }) => {
    const pairs = messageOf('paid').pairs.map(([name, value]) => [name, name === 'subject' ? text : value] as const);
    const signed = sign(pairs, { charset: 'utf-8', declared: 'utf-8', rule: 'V1', type: 'RSA2' });
    const record = await inspect({ text: write(signed), keys: [keyText('alipay-2048', 'bare.txt')] }, { search: { maxCandidates: 300 } });
    expect({ reason: record.verdict.reason, subject: record.reading.pairs.find(({ name }) => name === 'subject')?.value }).toEqual({
      reason: 'verified',
      subject: text,
    });
  });
});

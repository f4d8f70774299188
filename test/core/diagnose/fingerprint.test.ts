/** Contents are known again by a number: equal ones share it, others do not. */
import { expect, test } from 'vitest';
import { fingerprint } from '../../../src/core/diagnose/fingerprint.ts';
import { encodeUtf8 } from '../../../src/core/text/utf8.ts';

test('equal contents share a number, which is a whole one', () => {
  const of = (text: string): number => fingerprint(encodeUtf8(text));
  expect(of('total_amount=1.00')).toBe(of('total_amount=1.00'));
  expect(Number.isSafeInteger(of('支付成功'))).toBe(true);
  expect(of('支付成功')).toBeGreaterThanOrEqual(0);
});

test('no change of one byte, no exchange of two, and no other end gives the same number', () => {
  const content = encodeUtf8('timestamp\nnonce\n{"summary":"支付成功"}\n');
  const seen = new Set([fingerprint(content)]);
  let made = 1;
  for (let at = 0; at < content.length; at++)
    for (let byte = 0; byte < 256; byte++) {
      if (byte === content[at]) continue;
      const other = content.slice();
      other[at] = byte;
      seen.add(fingerprint(other));
      made++;
    }
  for (let at = 0; at + 1 < content.length; at++) {
    const other = content.slice();
    [other[at], other[at + 1]] = [content[at + 1] as number, content[at] as number];
    if (content[at] === content[at + 1]) continue;
    seen.add(fingerprint(other));
    made++;
  }
  for (let end = 0; end < content.length; end++) {
    seen.add(fingerprint(content.slice(0, end)));
    made++;
  }
  expect(seen.size).toBe(made);
});

test('the same content under another rule is another one', () => {
  const content = encodeUtf8('a=1');
  expect(fingerprint(content, 'md5')).not.toBe(fingerprint(content, 'hmac'));
});

/** The digests that its author gives. @see gist.github.com/bryc, cyrb53 */
test.each([
  ['a', 7929297801672961],
  ['b', 8684336938537663],
  ['revenge', 4051478007546757],
  ['revenue', 8309097637345594],
])('of %j is that of cyrb53', (text, number) => {
  expect(fingerprint(encodeUtf8(text))).toBe(number);
  // A salt of ASCII is what comes first.
  expect(fingerprint(encodeUtf8(text.slice(1)), text.slice(0, 1))).toBe(number);
});

/** Bad input ends in the right indication, shows what could be read, and never in an exception. */
import { expect, test } from 'vitest';
import { inspect } from '../../src/core/inspect.ts';
import type { Inspection } from '../../src/core/inspect.ts';
import { contentOf, makeNotification, makeRandom, makeSigner, renderForm } from '../support/notification.ts';

const signer = makeSigner();
const pairs = makeNotification(makeRandom(7));
const sign = signer.sign(Buffer.from(contentOf(pairs)));
const whole = renderForm([...pairs, ['sign', sign]]);
const ask = (text: string | Uint8Array): Promise<Inspection> =>
  inspect({ text, keys: [signer.publicKey] }, { search: { maxCandidates: 2000 } });

const jwt = `${Buffer.from('{"alg":"RS256"}').toString('base64url')}.${Buffer.from('{"sub":"1"}').toString('base64url')}.c2ln`;
const cases: readonly (readonly [name: string, text: string | Uint8Array, indication: string, reason: string])[] = [
  ['nothing', '', 'indeterminate', 'unreadable'],
  ['blanks', ' \n\t ', 'indeterminate', 'unreadable'],
  ['half a paste, cut before sign', renderForm(pairs).slice(0, 400), 'indeterminate', 'no-signature'],
  ['a truncated sign', renderForm([...pairs, ['sign', sign.slice(0, 200)]]), 'failed', 'signature-length'],
  ['a masked sign', renderForm([...pairs, ['sign', `${sign.slice(0, 20)}****`]]), 'failed', 'signature-damaged'],
  ['a name that came twice, with another value', `${whole}&out_trade_no=1`, 'failed', 'content-explained'],
  ['two signatures that differ', `${whole}&sign=${encodeURIComponent(signer.sign(Buffer.from('x')))}`, 'failed', 'content-explained'],
  ['__proto__ among the parameters', `${whole}&__proto__=1&constructor=2`, 'passed', 'verified-with-unsigned'],
  ['a malformed escape', `${whole}&note=%E4%B8`, 'passed', 'verified-with-unsigned'],
  ['a file that is no text', Uint8Array.from({ length: 4096 }, (_, i) => (i * 37) % 256), 'indeterminate', 'unreadable'],
  ['a token', jwt, 'indeterminate', 'not-a-notification'],
  ['a key in the wrong box', signer.publicKey, 'indeterminate', 'not-a-notification'],
  ['prose', '验签失败怎么办？请帮忙看看', 'indeterminate', 'unreadable'],
];

test.each(cases)('%s', async (_, text, indication, reason) => {
  const { verdict } = await ask(text);
  expect(`${verdict.indication} ${verdict.reason}`).toBe(`${indication} ${reason}`);
});

test.each(['{}', '', 'null', 'Array\n(\n)\n', '<QueryDict: {}>', 'map[]'])(
  'an empty body %j is told as one that was not parsed',
  async (text) => {
    const { verdict, diagnosis } = await ask(text);
    expect(verdict.indication).toBe('indeterminate');
    expect(diagnosis?.causes.map(({ id }) => id)).toEqual(['body-not-parsed']);
  },
);

test('the answer to an order query is a response, not a notification, and is read all the same', async () => {
  const node = '{"code":"10000","msg":"Success","out_trade_no":"N1","trade_status":"TRADE_SUCCESS","total_amount":"1.00"}';
  const { verdict, claim, explanation } = await ask(`{"alipay_trade_query_response":${node},"sign":"${signer.sign(Buffer.from(node))}"}`);
  expect(claim?.dialect).toBe('openapi2-gateway-response');
  expect(verdict).toMatchObject({ indication: 'passed', reason: 'verified' });
  expect(explanation.fields.some(({ path }) => path.endsWith('out_trade_no'))).toBe(true);
});

test('ten megabytes of noise are read to an end', { timeout: 60_000 }, async () => {
  const random = makeRandom(3);
  const line = Array.from({ length: 1024 }, () => String.fromCharCode(32 + Math.floor(random() * 95))).join('');
  const { verdict } = await ask(`${line}\n`.repeat(10 * 1024));
  expect(verdict.indication).toBe('indeterminate');
});

test('a private key is never told back', async () => {
  const record = JSON.stringify(
    await inspect({ text: `${whole}&note=${encodeURIComponent(signer.privatePem)}`, keys: [signer.privatePem] }),
  );
  for (const line of signer.privatePem.split('\n').filter((each) => each.length === 64)) expect(record).not.toContain(line.slice(0, 32));
});

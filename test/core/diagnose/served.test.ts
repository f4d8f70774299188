/** The second box: make a mistake on the server's side, and be told which it was; and be told nothing where there is none. */
import { describe, expect, test } from 'vitest';
import { inspect } from '../../../src/core/inspect.ts';
import type { Inspection } from '../../../src/core/inspect.ts';
import { CASES, SLOW, other, signer } from '../../support/diagnosing.ts';
import { contentOf, makeNotification, makeRandom, renderForm, renderJson, sha256 } from '../../support/notification.ts';
import type { Pairs } from '../../support/notification.ts';
import { makeServed, servedMistakes } from '../../support/served-mistakes.ts';

/** Small: what is told here must not need a search. */
const search = { maxCandidates: 3000 };

describe.each(Object.keys(servedMistakes))('%s', (id) => {
  const [cause = ''] = id.split('/');
  test('is told from what the server used, as text, map and digest', { timeout: SLOW }, async () => {
    const missed: string[] = [];
    let made = 0;
    for (let n = 0; made < CASES && n < CASES * 6; n++) {
      const random = makeRandom((n + 1) * 6007);
      const given = makeServed(id, n, makeNotification(random), signer, random);
      if (!given) continue;
      made++;
      const { served } = await inspect(given, { search });
      const groups = (served?.causes ?? []).map((finding) => [finding.id as string, ...finding.alternatives]);
      const right = groups[0]?.includes(cause) === true && served?.form === given.form && served.causes[0]?.side === 'server';
      if (!right || served.equalsSigned === true)
        missed.push(`${n} ${given.form} ${given.keys.length}: ${served?.form} ${JSON.stringify(groups)}`);
    }
    expect(made).toBeGreaterThanOrEqual(CASES / 2);
    expect(missed).toEqual([]);
  });
});

const good = (seed: number): { readonly pairs: Pairs; readonly text: string } => {
  const pairs = makeNotification(makeRandom(seed));
  return { pairs, text: renderForm([...pairs, ['sign', signer.sign(Buffer.from(contentOf(pairs)))]]) };
};
const set = (pairs: Pairs, name: string, to: string): Pairs => pairs.map((pair) => (pair[0] === name ? [name, to] : pair));
const ask = async (
  text: string,
  served: string,
  keys: readonly string[] = [signer.publicKey],
): Promise<NonNullable<Inspection['served']>> => {
  const inspection = await inspect({ text, keys, served }, { search });
  if (!inspection.served) throw new Error('the second box was not looked at');
  return inspection.served;
};
const idsOf = (served: NonNullable<Inspection['served']>): readonly string[] => served.causes.map(({ id, proof }) => `${id} ${proof}`);

describe.each([['a key', [signer.publicKey]] as const, ['no key', []] as const])('with %s', (_, keys) => {
  test('what was signed is told no cause', async () => {
    for (let seed = 1; seed <= 5; seed++) {
      const { pairs, text } = good(seed);
      for (const served of [contentOf(pairs), renderJson(pairs), sha256(contentOf(pairs)), `签名内容：${contentOf(pairs)}\r\n`]) {
        const told = await ask(text, served, keys);
        expect(told.causes).toEqual([]);
        expect(told.equalsSigned).toBe(keys.length > 0 ? true : null);
      }
    }
  });

  test('another message, or an amount set by hand, is at most a guess', { timeout: SLOW }, async () => {
    for (let seed = 1; seed <= 10; seed++) {
      const { pairs, text } = good(seed);
      for (const served of [
        contentOf(makeNotification(makeRandom(seed + 1000))),
        renderJson(makeNotification(makeRandom(seed + 2000))),
        contentOf(set(pairs, 'total_amount', '0.01')),
        renderJson(set(pairs, 'subject', '完全不同的商品')),
        ...(keys.length > 0 ? [contentOf([...pairs, ['refund_fee', '1.23']])] : []),
      ]) {
        const told = await ask(text, served, keys);
        expect(idsOf(told).filter((id) => id !== 'tampered-or-test guess')).toEqual([]);
      }
    }
  });

  test.each([
    'hello',
    '验签失败',
    'false',
    '0',
    'Verify signature failed, please check the sign and public key.',
    'com.alipay.api.AlipayApiException: sign check fail: check Sign and Data Fail!',
    'a=1&b=2',
    '{"code":500,"message":"error"}',
    '<html><body>502 Bad Gateway</body></html>',
    '{}',
    '&&&===',
  ])('%s is nothing that a server used', async (served) => {
    expect(await ask(good(1).text, served, keys)).toEqual({ form: 'unknown', equalsSigned: null, verifies: null, causes: [] });
  });

  test.each(['d41d8cd98f00b204e9800998ecf8427e', 'da39a3ee5e6b4b0d3255bfef95601890afd80709', sha256('hello')])(
    'the digest %s of something else is told no cause',
    async (served) => {
      expect((await ask(good(1).text, served, keys)).causes).toEqual([]);
    },
  );
});

test('the right string as a literal of a program, with its escapes, is right', async () => {
  const { pairs, text } = good(1);
  const literal = JSON.stringify(contentOf(pairs));
  expect(await ask(text, literal, [signer.publicKey])).toMatchObject({ form: 'content', equalsSigned: true, causes: [] });
  expect(await ask(text, literal, [])).toMatchObject({ form: 'content', causes: [] });
});

test('a map whose sign lost its plus signs does not verify, though its content is right', async () => {
  for (let seed = 1; seed <= 6; seed++) {
    const { pairs, text } = good(seed);
    const sign = signer.sign(Buffer.from(contentOf(pairs)));
    const told = await ask(text, renderJson([...pairs, ['sign', sign.replaceAll('+', ' ')]]));
    if (!sign.includes('+')) continue;
    expect(told).toMatchObject({ form: 'map', equalsSigned: true, verifies: false });
    expect(told.causes[0]?.id).toBe('sign-plus-to-space');
  }
});

test.each([
  ['sign-still-encoded', (sign: string) => encodeURIComponent(sign)],
  ['base64-url-safe', (sign: string) => sign.replace(/\+/g, '-').replace(/\//g, '_')],
  ['sign-truncated', (sign: string) => sign.slice(0, 255)],
  ['base64-linebreaks', (sign: string) => sign.replace(/(.{76})/g, '$1\n')],
] as const)('a map shows %s', async (id, damage) => {
  const { pairs, text } = good(3);
  const told = await ask(text, renderJson([...pairs, ['sign', damage(signer.sign(Buffer.from(contentOf(pairs))))]]));
  expect(told.verifies).toBe(false);
  expect(told.causes[0]?.id).toBe(id);
});

test('a message of another key is held against as it arrived', async () => {
  const { pairs, text } = good(4);
  expect((await ask(text, contentOf(pairs), [other.publicKey])).causes).toEqual([]);
});

describe('where the server has the right text and the paste is damaged', () => {
  const html = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
  test('the cause is told, and neither side is blamed', async () => {
    for (let seed = 1; seed <= 10; seed++) {
      const pairs = makeNotification(makeRandom(seed));
      const sign = signer.sign(Buffer.from(contentOf(pairs)));
      const damaged = pairs.map(([name, value]) => [name, html(value)] as const);
      const told = await ask(renderJson([...damaged, ['sign', sign]]), contentOf(pairs), []);
      expect(told.causes[0]).toMatchObject({ id: 'html-entity-quotes', side: 'unknown' });
    }
  });

  test('a text that is gone is told from the box, and the digest proves it', async () => {
    const pairs = makeNotification(makeRandom(6));
    const sign = signer.sign(Buffer.from(contentOf(pairs)));
    const lost = set(pairs, 'subject', (pairs.find(([name]) => name === 'subject')?.[1] ?? '').replace(/[^\0-\x7f]/g, '?'));
    const told = await ask(renderJson([...lost, ['sign', sign]]), contentOf(pairs));
    expect(told).toMatchObject({ equalsSigned: true, verifies: true });
    expect(told.causes[0]).toMatchObject({ id: 'latin1-redecode', side: 'unknown', proof: 'digest' });
  });
});

test('where paste and server share a damage, the server is held against what was signed', async () => {
  const pairs = makeNotification(makeRandom(7));
  const sign = signer.sign(Buffer.from(contentOf(pairs)));
  const damaged = pairs.map(([name, value]) => [name, value.replace(/"/g, '&quot;')] as const);
  const told = await ask(renderJson([...damaged, ['sign', sign]]), contentOf(damaged));
  expect(told).toMatchObject({ equalsSigned: false, verifies: false });
  expect(told.causes[0]).toMatchObject({ id: 'html-entity-quotes', side: 'server', proof: 'digest' });
});

test('the words of the gateway around its string are taken off', async () => {
  const { pairs, text } = good(8);
  const words = `验签出错，建议检查签名字符串或签名私钥与应用公钥是否匹配，网关生成的验签字符串为：${contentOf(pairs)}`;
  expect(await ask(text, words)).toMatchObject({ form: 'content', equalsSigned: true });
  const answer = JSON.stringify({ error_response: { code: '40002', sub_code: 'isv.invalid-signature', sub_msg: words } });
  expect(await ask(text, answer)).toMatchObject({ form: 'content', equalsSigned: true });
});

test('a map of lists is told as one; a QueryDict that prints like it is not', async () => {
  const { pairs, text } = good(12);
  const whole: Pairs = [...pairs, ['sign', signer.sign(Buffer.from(contentOf(pairs)))]];
  const dict = `{${whole.map(([name, value]) => `'${name}': ['${value}']`).join(', ')}}`;
  expect(await ask(text, dict)).toMatchObject({ form: 'map', verifies: false, causes: [{ id: 'querydict-lists', side: 'server' }] });
  expect(await ask(text, `<QueryDict: ${dict}>`)).toMatchObject({ form: 'map', verifies: true, causes: [] });
});

test('parameters on lines of their own are a map, whatever signs their values hold', async () => {
  const pairs = [...makeNotification(makeRandom(13)).filter(([name]) => name !== 'subject'), ['subject', 'Tom & 猫 <限>'] as const];
  const text = renderForm([...pairs, ['sign', signer.sign(Buffer.from(contentOf(pairs)))]]);
  const lines = pairs.map(([name, value]) => `${name}=${value.replace(/[^\0-\x7f]/g, '?')}`).join('\n');
  const told = await ask(text, lines);
  expect(told.form).toBe('map');
  expect(told.causes[0]?.id).toBe('latin1-redecode');
});

test('a signature that was joined with the rest is told together with its type', async () => {
  const { pairs, text } = good(14);
  const whole: Pairs = [...pairs, ['sign', signer.sign(Buffer.from(contentOf(pairs)))]];
  const joined = [...whole]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  const told = await ask(text, joined);
  expect(told.causes.map(({ id, edits }) => [id, ...edits.map(({ name }) => name)])).toEqual([['sign-type-kept', 'sign', 'sign_type']]);
});

test('two mistakes are told side by side', async () => {
  const { pairs, text } = good(9);
  const used = [...pairs.filter(([name]) => name !== 'version'), ['s', '/pay'] as const].map(
    ([name, value]) => [name, value.replace(/"/g, '&quot;')] as const,
  );
  expect((await ask(text, contentOf(used))).causes.map(({ id }) => id).sort()).toEqual([
    'extra-framework-param',
    'html-entity-quotes',
    'param-missing',
  ]);
});

test('a digest shows two mistakes over the values', async () => {
  const { pairs } = good(10);
  const padded = set(pairs, 'subject', '  会员 "年卡"  ');
  const used = padded.map(([name, value]) => [name, value.trim().replace(/"/g, '&quot;')] as const);
  const paste = renderForm([...padded, ['sign', signer.sign(Buffer.from(contentOf(padded)))]]);
  const told = await ask(paste, sha256(contentOf(used)));
  expect(told.causes.flatMap(({ id, alternatives }) => [id, ...alternatives])).toEqual(
    expect.arrayContaining(['trim-value', 'html-entity-quotes']),
  );
});

test('a digest shows a mistake together with another rule', async () => {
  const { pairs, text } = good(10);
  const used = pairs.map(([name, value]) => [name, value.replace(/"/g, '&quot;')] as const);
  const told = await ask(text, sha256(contentOf(used, 'V2')));
  expect(told.causes.map(({ id }) => id).sort()).toEqual(['html-entity-quotes', 'sign-type-kept']);
});

test('nothing is done for a signal that has fired', async () => {
  const { text } = good(11);
  const controller = new AbortController();
  controller.abort();
  const { served } = await inspect({ text, keys: [signer.publicKey], served: sha256('other') }, { search, signal: controller.signal });
  expect(served?.causes).toEqual([]);
});

/** The second box beside messages of WeChat Pay: what a server signed otherwise, and what it only seems to have. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../../src/core/inspect.ts';
import type { Inspection } from '../../../src/core/inspect.ts';
import { makeRandom, makeSigner } from '../../support/notification.ts';
import type { Pairs } from '../../support/notification.ts';
import { contentOfV2, forms, hashV2, linesOf, makeKey, makeV2, makeV3, renderXml, signV2, signV3 } from '../../support/wechat.ts';

const ask = async (text: string, served: string, keys: readonly string[]): Promise<NonNullable<Inspection['served']>> => {
  const inspection = await inspect({ text, keys, served }, { search: { maxCandidates: 3000 } });
  if (!inspection.served) throw new Error('the second box was not looked at');
  return inspection.served;
};
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('three lines', () => {
  const signer = makeSigner();
  const message = signV3(makeV3(makeRandom(31)), signer);
  const text = forms.http(message, makeRandom(32));
  const camel = (body: string): string => body.replace(/_(\w)(?=\w*":)/g, (_, letter: string) => letter.toUpperCase());
  const turned = (body: string): string => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(body) as object).reverse()));

  test.each([
    ['with a key', [signer.publicKey]],
    ['without', []],
  ])('two that are empty are headers that were lost, %s', async (_, keys) => {
    const served = `\n\n${message.body}\n`;
    for (const box of [served, sha256(served)])
      expect((await ask(text, box, keys)).causes[0]).toMatchObject({ id: 'v3-header-loss', side: 'server' });
    const written = (await ask(text, `\n\n${turned(message.body)}\n`, keys)).causes.map(({ id }) => id);
    expect(written).toEqual(['v3-body-reserialised', 'v3-header-loss']);
  });

  test('a body alone is no body without headers', async () => {
    expect((await ask(text, message.body, [signer.publicKey])).causes.map(({ id }) => id)).toEqual(['v3-body-newlines']);
  });

  test.each([
    ['sorted otherwise', turned],
    ['with names of a bean', camel],
  ])('without a key, a pasted body that is %s was written again on one of the two sides', async (_, change) => {
    const pasted = forms.http({ ...message, body: change(message.body) }, makeRandom(33));
    const { causes } = await ask(pasted, linesOf(message), []);
    expect(causes.map(({ id }) => id)).toEqual(['v3-body-reserialised']);
    const other = linesOf({ ...message, body: message.body.replace(/"id":"./, '"id":"g') });
    expect((await ask(pasted, other, [])).causes.every(({ id }) => id !== 'v3-body-reserialised')).toBe(true);
  });
});

describe('sorted parameters', () => {
  const [key, other] = [makeKey(makeRandom(41)), makeKey(makeRandom(42))];
  const pairs: Pairs = [...makeV2(makeRandom(43)).filter(([name]) => !/fee/.test(name)), ['total_fee', '100'], ['sign_type', 'MD5']];
  const signed = signV2(pairs, key, 'md5');
  const text = renderXml(signed, makeRandom(44));
  const content = contentOfV2(pairs);

  test.each([
    ['with a key', [key]],
    ['without', []],
  ])('a string with the signature in it has nothing that ought to go but that, %s', async (_, keys) => {
    const whole = [...signed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `${name}=${value}`);
    const { causes } = await ask(text, `${whole.join('&')}&key=${key}`, keys);
    expect(causes.map(({ edits }) => edits)).toEqual([[{ op: 'drop-pair', name: 'sign' }]]);
    expect(causes.every(({ proof, id }) => proof === 'guess' && id !== 'sign-type-kept')).toBe(true);
    const digest = await ask(
      text,
      createHash('md5')
        .update(`${whole.join('&')}&key=${key}`)
        .digest('hex'),
      keys,
    );
    expect(digest.causes.flatMap(({ edits }) => edits)).toEqual(keys.length > 0 ? [{ op: 'drop-pair', name: 'sign' }] : []);
  });

  test.each(['1.00', '1', '100.00'])('a digest of fen that are written as %s is told', async (fee) => {
    const changed = pairs.map(([name, value]): [string, string] => [name, name === 'total_fee' ? fee : value]);
    expect((await ask(text, hashV2(contentOfV2(changed), key, 'md5'), [key])).causes[0]).toMatchObject({
      id: 'numbers-reformatted',
      proof: 'digest',
    });
  });

  test('SHA-256 is no HMAC', async () => {
    const mac = renderXml(signV2(pairs, key, 'hmac'), makeRandom(45));
    expect((await ask(mac, sha256(`${content}&key=${key}`), [key])).causes[0]).toMatchObject({ id: 'v2-hash-type', proof: 'digest' });
    expect((await ask(mac, sha256(`${content}&key=${other}`), [key])).causes).toEqual([]);
  });

  test('where no key is held, one behind the string that does not sign may be the wrong one', async () => {
    expect(await ask(text, `${content}&key=${other}`, [])).toMatchObject({
      equalsSigned: false,
      causes: [{ id: 'v2-wrong-key', proof: 'guess' }],
    });
    expect((await ask(text, `${content}&key=${key}`, [])).causes).toEqual([]);
    expect((await ask(text, `${content}&key=${'*'.repeat(32)}`, [])).causes).toEqual([]);
  });
});

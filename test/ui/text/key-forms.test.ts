/** Every form of a key is read back by Node's own OpenSSL and gives the same key. */
import { generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keyForms } from '../../../src/ui/text/key-forms.ts';

const spkiOf = (key: KeyObject) => key.export({ type: 'spki', format: 'der' }).toString('base64');
const form = (forms: ReturnType<typeof keyForms>, id: string) => forms.find((entry) => entry.id === id)?.text ?? '';

for (const modulusLength of [1024, 2048]) {
  describe(`RSA ${modulusLength}`, () => {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength });
    const spki = spkiOf(publicKey);
    const forms = keyForms(spki);
    const jwk = publicKey.export({ format: 'jwk' });
    it('has all five forms', () => expect(forms.map(({ id }) => id)).toEqual(['base64', 'pem', 'pkcs1', 'xml', 'jwk']));
    it('one line of base64 is the SPKI', () => expect(form(forms, 'base64')).toBe(spki));
    it('PEM is byte for byte what OpenSSL writes', () => {
      expect(form(forms, 'pem')).toBe(publicKey.export({ type: 'spki', format: 'pem' }));
      expect(form(forms, 'pkcs1')).toBe(publicKey.export({ type: 'pkcs1', format: 'pem' }));
    });
    it('JWK is what OpenSSL writes', () => expect(JSON.parse(form(forms, 'jwk'))).toEqual(jwk));
    it('XML holds modulus and exponent', () => {
      const [, n = '', e = ''] = /<Modulus>(.*)<\/Modulus><Exponent>(.*)<\/Exponent>/.exec(form(forms, 'xml')) ?? [];
      expect([Buffer.from(n, 'base64').toString('base64url'), Buffer.from(e, 'base64').toString('base64url')]).toEqual([jwk.n, jwk.e]);
    });
  });
}

it('an elliptic key has no RSA forms', () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  expect(keyForms(spkiOf(publicKey)).map(({ id }) => id)).toEqual(['base64', 'pem']);
});

it('what is no key has no forms that would mislead', () => {
  expect(keyForms('***')).toEqual([]);
  for (let cut = 0; cut < 60; cut++) {
    const { length } = keyForms(
      Buffer.from('30819f300d06092a864886f70d010101050003818d00308189028181', 'hex').subarray(0, cut).toString('base64'),
    );
    expect(length).toBe(2);
  }
});

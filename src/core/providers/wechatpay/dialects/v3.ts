/** wechatpay-v3 (RSA), wechatpay-v3-sm (SM2) and the answer of GET /v3/certificates. */
import type { Reading } from '../../../read/reading.ts';
import { Marks } from '../../evidence.ts';
import { headerValues } from '../../headers.ts';
import type { Dialect, Evidence } from '../../provider.ts';

const load: Dialect['load'] = async () => (await import('../rules-of-forms.ts')).v3;

const isSm = (reading: Reading, seen: Marks): boolean =>
  headerValues(reading, 'Wechatpay-Signature-Type').some((type) => /SM2/i.test(type)) || /AEAD_SM4_GCM/.test(seen.value('resource') ?? '');

function claimV3(reading: Reading, sm: boolean): { score: number; evidence: readonly Evidence[] } | null {
  const seen = new Marks(reading);
  if (isSm(reading, seen) !== sm || seen.has('encrypt_certificate') || /encrypt_certificate/.test(seen.value('data') ?? '')) return null;
  const headers = ['Wechatpay-Signature', 'Wechatpay-Serial', 'Wechatpay-Timestamp', 'Wechatpay-Nonce'].filter(
    (name) => headerValues(reading, name).length > 0,
  );
  seen.is('resource_type', 0.4, (value) => value === 'encrypt-resource');
  seen.is('event_type', 0.3, (value) => /^[A-Z_]+\.[A-Z_]+/.test(value));
  seen.is('resource', 0.4, (value) => /ciphertext/.test(value));
  seen.some(['summary'], 0.05);
  const claim = seen.claim(0);
  const score = Math.min(1, (claim?.score ?? 0) + headers.length * 0.3);
  if (score < 0.35) return null;
  return { score, evidence: [...headers.map((name): Evidence => ({ id: 'parameter-present', name })), ...(claim?.evidence ?? [])] };
}

export const v3: Dialect = { id: 'wechatpay-v3', claims: (reading) => claimV3(reading, false), load };
export const v3Sm: Dialect = { id: 'wechatpay-v3-sm', claims: (reading) => claimV3(reading, true), load };

export const certificates: Dialect = {
  id: 'wechatpay-v3-certificates',
  claims: (reading) => {
    const seen = new Marks(reading);
    seen.is('data', 0.9, (value) => /encrypt_certificate/.test(value));
    seen.some(['encrypt_certificate'], 0.8);
    return seen.claim(0.5);
  },
  load,
};

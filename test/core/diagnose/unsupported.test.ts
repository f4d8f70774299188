/** Algorithms that can neither be opened nor verified here: named as such, and nothing is said of content or key. */
import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../../src/core/inspect.ts';
import { contentOf, makeSigner, renderForm } from '../../support/notification.ts';
import type { Pairs } from '../../support/notification.ts';

const ec = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const rsa = makeSigner();
const pairs = (type: string): Pairs => [
  ['notify_type', 'trade_status_sync'],
  ['notify_id', '1'],
  ['notify_time', '2024-03-11 10:20:32'],
  ['trade_status', 'TRADE_FINISHED'],
  ['total_fee', '12.34'],
  ['use_coupon', 'N'],
  ['sign_type', type],
];

describe.each(['DSA', 'dsa', 'ECDSA', 'SHA256withECDSA', 'DSA-SHA1', 'SHA1withDSA'])('sign_type=%s', (type) => {
  test.each([
    ['a signature in DER', (content: string) => sign('sha256', Buffer.from(content), ec.privateKey).toString('base64')],
    ['the escaped letters of the old interface', () => '_p_w_l_c_f_qe_m_c0_k_f_p4_t_q_g_a_b_z_n_m_x_s'],
    ['as many bytes as an RSA key has', (content: string) => rsa.sign(Buffer.from(content))],
  ])('with %s is unsupported, and nothing is guessed', async (_, make) => {
    const text = renderForm([...pairs(type), ['sign', make(contentOf(pairs(type), 'V1'))]]);
    for (const keys of [[], [rsa.publicKey], [ec.publicKey.export({ type: 'spki', format: 'pem' }).toString()]]) {
      const { verdict, diagnosis, claim } = await inspect({ text, keys });
      expect(claim?.dialect).toBe('mapi-notify');
      expect(verdict).toMatchObject({ indication: 'indeterminate', reason: 'unsupported-algorithm', signature: { type } });
      expect(diagnosis?.causes).toEqual([]);
    }
  });
});

test.each(['RSA', 'RSA2', 'MD5'])('sign_type=%s is none of them', async (type) => {
  const text = renderForm([...pairs(type), ['sign', rsa.sign(Buffer.from('a'))]]);
  expect((await inspect({ text, keys: [] })).verdict.reason).not.toBe('unsupported-algorithm');
});

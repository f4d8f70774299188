/** A shared secret is found in the line of a configuration, and the other values of the line are none. */
import { expect, test } from 'vitest';
import { findSecrets } from '../../../src/core/keys/secrets.ts';

const SECRET = 'e10f7a2b93c44d5586b7a8c9d0e1f203';

test.each([
  SECRET,
  `"${SECRET}",`,
  `密钥：${SECRET}`,
  `{"mchKey":"${SECRET}"}`,
  `{"appid":"wx1234567890abcdef","mchId":"1623889015","mchKey":"${SECRET}","cert":"/etc/a.pem"}`,
  `'key' => '${SECRET}',`,
  `array('mch_id' => '1623889015', 'api_key' => '${SECRET}'),`,
  `WX_KEY=${SECRET} # 商户密钥`,
  `export WX_KEY="${SECRET}"`,
  `wx.key: '${SECRET}'   // APIv2`,
  `private static final String API_KEY = "${SECRET}";`,
])('%s', (line) => {
  expect(findSecrets(line, []).map(({ text }) => text)).toEqual([SECRET]);
});

test('a sign that begins a comment elsewhere is part of the secret', () => {
  expect(findSecrets('token#1--a;b', []).map(({ text }) => text)).toEqual(['token#1--a;b']);
});

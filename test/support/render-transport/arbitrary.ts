/** Notifications with the values that break readers: Chinese, quotes, `+ % & =`, line ends, emoji, JSON, markup. */
import fc from 'fast-check';
import type { Fields } from './bodies.ts';

const PIECES = [
  'a',
  'Z',
  '7',
  ' ',
  '测试',
  '订单',
  '"',
  "'",
  '+',
  '%',
  '&',
  '=',
  '%41',
  '\n',
  '😀',
  '{"a":"1"}',
  '[{"b":[]}]',
  '<b>',
  '&amp;',
  '\\',
  '/',
  '?',
  '#',
  ';',
  ',',
  ':',
  '，',
  '$',
  '!',
  '^',
  '`',
];

export const value = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((parts) => parts.join(''));

/** As long as a 2048-bit signature, and with every sign of base64 in it. */
const sign = fc.uint8Array({ minLength: 254, maxLength: 254 }).map((bytes) => `+/${Buffer.from(bytes).toString('base64').slice(2)}`);

/** The first parameters say how they are encoded, as real ones do. */
export const fields: fc.Arbitrary<Fields> = fc.tuple(sign, value, value, value).map(([signed, subject, body, passback]) => [
  ['gmt_create', '2024-05-01 10:00:00'],
  ['charset', 'utf-8'],
  ['subject', subject],
  ['sign', signed],
  ['body', body],
  ['fund_bill_list', '[{"amount":"0.01","fundChannel":"ALIPAYACCOUNT"}]'],
  ['passback_params', passback],
  ['total_amount', '0.01'],
  ['sign_type', 'RSA2'],
]);

export const headers: fc.Arbitrary<readonly (readonly [string, string])[]> = fc.constantFrom(
  [['Content-Type', 'application/x-www-form-urlencoded; charset=utf-8'] as const, ['User-Agent', 'Mozilla/4.0'] as const],
  [
    ['Host', 'shop.example.com'] as const,
    ['Wechatpay-Timestamp', '1714528800'] as const,
    ['Wechatpay-Nonce', 'c4682f0902e4c7fd5cfb7568a2a45e1b'] as const,
  ],
);

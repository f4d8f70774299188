/** What must hold for any message, however broken. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alipay } from '../../../src/core/providers/alipay/index.ts';
import { wechatpay } from '../../../src/core/providers/wechatpay/index.ts';
import { isoOf, secondsOf } from '../../../src/core/explain/time.ts';
import { explaining as en } from '../../../src/i18n/explain/en.ts';
import { explaining as zh } from '../../../src/i18n/explain/zh.ts';
import type { Explanation } from '../../../src/core/explain/explanation.ts';
import { checkOf, explained, rowOf } from './explained.ts';

const dialect = fc.constantFrom(...[...alipay.dialects, ...wechatpay.dialects].map(({ id }) => id), 'nobody-knows-it');
const name = fc.oneof(
  fc.constantFrom(...[...alipay.known, ...wechatpay.known], '__proto__', 'constructor', 'royalty_parameters'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const value = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc.json({ maxDepth: 3 }).map((text) => text.slice(0, -1)),
  fc.constantFrom(
    'TRADE_SUCCESS',
    'TRADE_CLOSED',
    'SUCCESS',
    'S',
    'USD',
    '0.10',
    '99999999999999999999',
    '2024-02-30 00:00:00',
    '__proto__',
    '<a><b>1</b></a>',
    '<!DOCTYPE a>',
    '|^#$|^',
    'RSA2',
  ),
  fc.string({ unit: fc.constantFrom(...'^|#$[]{}":,<>&;0123456789.- aé'), maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const pairs = fc.array(fc.tuple(name, value), { maxLength: 30 });
const now = new Date('2024-05-18T10:00:00+08:00');
const expected = { app_id: '1', total_amount: '0.10' };

function expectSpoken({ summary, checks }: Explanation): void {
  const words = { amount: '', refund: '', time: '' };
  for (const m of [zh, en]) {
    const said = summary
      ? m.sentences[summary.id](summary, words).map((phrase) => (typeof phrase === 'string' ? phrase : phrase.strong))
      : [];
    const asked = checks.flatMap(({ id, params }) => Object.values(m.checks.words[id](params ?? {})));
    expect([...said, ...asked].filter((text) => typeof text !== 'string')).toEqual([]);
    expect(asked.join(' ')).not.toMatch(/undefined|null|NaN/);
  }
}

describe('any parameters of any dialect', () => {
  test('are explained: plain values, one row each and more, paths that differ, sentences in both languages', () => {
    fc.assert(
      fc.property(dialect, pairs, (id, given) => {
        const explanation = explained(id, given, { now, expected });
        expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
        expect(explanation.fields.filter(({ depth }) => depth === 0).map(({ path, value: text }) => [path, text])).toEqual(given);
        const paths = explanation.fields.map(({ pair, path }) => `${pair} ${path}`);
        expect(new Set(paths).size).toBe(paths.length);
        expectSpoken(explanation);
      }),
      { numRuns: 1000 },
    );
  });
});

const cents = fc.integer({ min: 0, max: 10 ** 9 });
const yuan = (amount: bigint | number): string => {
  const digits = String(amount).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

describe('amounts add up exactly', () => {
  test('however many there are: equal when they are, unequal by one hundredth', () => {
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 60 }), fc.boolean(), (amounts, off) => {
        const bills = JSON.stringify(amounts.map((amount) => ({ amount: yuan(amount), fundChannel: 'PCREDIT' })));
        const sum = amounts.reduce((all, each) => all + BigInt(each), 0n) + (off ? 1n : 0n);
        const explanation = explained('openapi2-notify', [
          ['trade_status', 'TRADE_SUCCESS'],
          ['fund_bill_list', bills],
          ['total_amount', yuan(sum)],
        ]);
        expect(checkOf(explanation, 'bills-equal-total')?.answer).toBe(off ? 'no' : 'yes');
      }),
    );
  });

  test('beyond what a floating-point number holds', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 17n }), (amount) => {
        const explanation = explained('openapi2-notify', [
          ['trade_status', 'TRADE_SUCCESS'],
          ['total_amount', yuan(amount)],
        ]);
        expect(rowOf(explanation, 'total_amount')?.read).toMatchObject({ cents: amount.toString() });
        expect(explanation.summary?.amount).toBe(yuan(amount));
      }),
    );
  });
});

test('a time is the moment that it says, whether written as a date or as seconds', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_000_000_000, max: 1_999_999_999 }), (seconds) => {
      const china = new Date((seconds + 8 * 3600) * 1000).toISOString();
      const iso = `${china.slice(0, 19)}+08:00`;
      expect(isoOf(String(seconds))).toBe(iso);
      expect(isoOf(`${china.slice(0, 10)} ${china.slice(11, 19)}`)).toBe(iso);
      expect(isoOf(china.slice(0, 19).replace(/\D/g, ''))).toBe(iso);
      expect(secondsOf(iso)).toBe(seconds);
    }),
  );
});

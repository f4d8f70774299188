/** What belongs to a person is covered until it is asked for, and so is every structure around it. */
import { describe, expect, it } from 'vitest';
import type { FieldNote } from '../../../src/core/explain/explanation.ts';
import { masked, privateRows } from '../../../src/ui/text/private.ts';

const note = (path: string, depth: number, sensitivity: FieldNote['sensitivity'], more: Partial<FieldNote> = {}): FieldNote => ({
  pair: 0,
  path,
  entry: path,
  depth,
  value: 'x',
  kind: 'text',
  read: { type: 'text' },
  sensitivity,
  group: 'other',
  signed: null,
  ...more,
});

const paths = (notes: readonly FieldNote[], sealed: readonly string[] = []) =>
  [...privateRows(notes, new Set(sealed))].map(({ path }) => path).sort();

describe('rows', () => {
  it('a personal member covers what it stands in, and not what stands beside it', () => {
    const rows = [
      note('sub_orders', 0, 'none', { kind: 'json' }),
      note('sub_orders[0].mchid', 1, 'none'),
      note('sub_orders[0].payer', 1, 'none', { kind: 'json' }),
      note('sub_orders[0].payer.openid', 2, 'pii'),
      note('sub_orders[0].amount', 1, 'none'),
      note('amount', 0, 'none', { pair: 1 }),
    ];
    expect(paths(rows)).toEqual(['sub_orders', 'sub_orders[0].payer', 'sub_orders[0].payer.openid']);
  });

  it('ciphertext and what is opened elsewhere is left as it is', () => {
    const rows = [
      note('resource', 0, 'pii', { kind: 'json' }),
      note('resource.ciphertext', 1, 'pii', { kind: 'base64' }),
      note('resource.nonce', 1, 'pii'),
      note('openid', 0, 'secret', { pair: 1 }),
    ];
    expect(paths(rows, ['resource'])).toEqual(['openid']);
  });
});

describe('a covered value', () => {
  it.each([
    ['oUpF8uMuAJO_M2pxb1Q9zNjWeS6o', 'oUpF••••eS6o'],
    ['13800138000', '13••••00'],
    ['abc', '••••'],
    ['', '••••'],
    ['招商银行信用卡0403', '招商••••03'],
    ['138****0000', '138****0000'],
    ['支付用户零钱', '支付用户零钱'],
    ['{"openid":"oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"}', '••••••'],
    ['😀😀😀😀', '😀••••😀'],
  ])('%s is shown as %s', (value, shown) => expect(masked(value)).toBe(shown));
});

/** Where a signature is found, what it says of itself; and where it went astray. */
import { describe, expect, test } from 'vitest';
import { withAstray } from '../../../src/core/diagnose/astray.ts';
import { findSignature } from '../../../src/core/diagnose/signature.ts';
import type { FoundSignature } from '../../../src/core/diagnose/signature.ts';
import type { DialectRules, Provider, Received } from '../../../src/core/providers/provider.ts';

type Named = readonly (readonly [name: string, value: string])[];
const received = (pairs: Named, headers: Named = [], inputs: Readonly<Record<string, string>> = {}, rest: object = {}): Received => ({
  reading: {
    pairs: pairs.map(([name, value]) => ({ name, value, nameSpan: [0, 0], valueSpan: [0, 0] })),
    headers: headers.map(([name, value]) => ({ name, value })),
    ...rest,
  } as unknown as Received['reading'],
  body: null,
  inputs,
});
const provider = {
  algorithms: { RSA: 'sha-1', RSA2: 'sha-256', MD5: 'mac', SM2: 'sm2' },
  samples: [
    { starts: 'WECHATPAY/SIGNTEST/', kind: 'probe', source: '' },
    { starts: 'TESTING', header: 'Serial', kind: 'documentation', source: '' },
  ],
} as unknown as Provider;
const rules = (signature: Partial<DialectRules['signature']> = {}): DialectRules => ({
  rules: [],
  charsets: ['utf-8'],
  signature: { value: 'sign', type: 'sign_type', ...signature },
});
const byHeader = rules({ value: 'Signature', type: 'Signature-Type', from: 'header', among: ['Nonce', 'Timestamp'] });

describe('among parameters', () => {
  const found = (pairs: Named, signature: Partial<DialectRules['signature']> = {}) =>
    findSignature(received(pairs), rules(signature), provider);

  test('it is read, with its type', () => {
    expect(
      found([
        ['sign', 'AQID'],
        ['sign_type', 'RSA2'],
      ]),
    ).toEqual({
      name: 'sign',
      text: 'AQID',
      read: { bytes: Uint8Array.of(1, 2, 3), repairs: [], masked: false, hex: null, length: 3 },
      facts: { text: 'AQID', length: 3, type: 'RSA2', hash: 'sha-256' },
      algorithm: 'sha-256',
      unknownType: false,
      conflicting: false,
      twice: [],
      sample: null,
    });
  });
  test.each([
    ['RSA', 'sha-1', 'sha-1', false],
    [' rsa2 ', 'sha-256', 'sha-256', false],
    ['MD5', 'mac', null, false],
    ['SM2', 'sm2', 'sm3', false],
    ['DSA', 'dsa', null, false],
    ['DSA-SHA1', 'dsa', null, false],
    ['SHA1withDSA', 'dsa', null, false],
    ['SHA256withECDSA', 'ecdsa', null, false],
    ['FDSA', null, null, true],
    ['other', null, null, true],
    ['', null, null, false],
  ])('the type %j is %s, its hash %s, unknown: %s', (type, algorithm, hash, unknown) => {
    const signature = found([
      ['sign', 'AQID'],
      ['sign_type', type],
    ]);
    expect([signature?.algorithm, signature?.facts.hash, signature?.unknownType]).toEqual([algorithm, hash, unknown]);
  });
  test('none is told without a type', () => {
    expect(found([['sign', 'AQID']])).toMatchObject({ algorithm: null, unknownType: false, facts: { type: null, hash: null } });
    expect(
      found(
        [
          ['sign', 'AQID'],
          ['sign_type', 'RSA'],
        ],
        { type: null },
      ),
    ).toMatchObject({ algorithm: null, facts: { type: null } });
  });
  test('there is none where none stands, or nothing in it', () => {
    expect(found([['other', 'AQID']])).toBeNull();
    expect(found([['sign', '']])).toBeNull();
    expect(found([['sign', '  ']])).toBeNull();
    // Only of a header nothing is a word.
    expect(found([['sign', 'null']])).not.toBeNull();
  });
  test('a name that a bean wrote is the same, but the exact one counts', () => {
    expect(
      found([
        ['Sign', 'AQID'],
        ['SignType', 'RSA'],
      ]),
    ).toMatchObject({ text: 'AQID', algorithm: 'sha-1' });
    expect(
      found([
        ['Sign', 'AAAA'],
        [' sign ', 'AQID'],
      ])?.text,
    ).toBe('AQID');
    expect(found([['signature', 'AAAA']])).toBeNull();
  });
  test('the other name counts where the first is absent', () => {
    expect(found([['signature', 'AQID']], { instead: 'signature' })).toMatchObject({ name: 'signature', text: 'AQID' });
    expect(
      found(
        [
          ['signature', 'AAAA'],
          ['sign', 'AQID'],
        ],
        { instead: 'signature' },
      ),
    ).toMatchObject({ name: 'sign', text: 'AQID' });
  });
  test('two that differ conflict, two that are the same do not', () => {
    expect(
      found([
        ['sign', 'AQID'],
        ['sign', 'AAAA'],
      ]),
    ).toMatchObject({ text: 'AQID', conflicting: true, twice: ['sign'] });
    expect(
      found([
        ['sign', 'AQID'],
        ['sign', 'AQID'],
      ]),
    ).toMatchObject({ conflicting: false, twice: [] });
  });
  test('it is taken out of the text that it stands in', () => {
    const pick = (text: string, of: 'value' | 'type'): string => text.split(':')[of === 'value' ? 1 : 0] ?? '';
    expect(found([['sign', 'RSA:AQID']], { type: 'sign', pick })).toMatchObject({ text: 'AQID', algorithm: 'sha-1' });
  });
  test('text that is no base64 has no length', () => {
    expect(found([['sign', 'AQ*']])?.facts.length).toBeNull();
  });
});

describe('among headers', () => {
  const found = (headers: Named, inputs: Readonly<Record<string, string>> = {}) =>
    findSignature(received([], headers, inputs), byHeader, provider);

  test('it is read by any spelling of the name, or from an answer', () => {
    expect(found([['HTTP_SIGNATURE', 'AQID']])).toMatchObject({ name: 'Signature', text: 'AQID' });
    expect(found([], { Signature: 'AQID' })?.text).toBe('AQID');
  });
  test.each(['null', 'undefined', '-', '[]'])('%s is none', (text) => {
    expect(found([['Signature', text]])).toBeNull();
  });
  test('other headers that count and differ conflict, nothing does not', () => {
    expect(
      found([
        ['Signature', 'AQID'],
        ['Nonce', 'a'],
        ['nonce', 'b'],
      ]),
    ).toMatchObject({ conflicting: true, twice: ['Nonce'] });
    expect(
      found([
        ['Signature', 'AQID'],
        ['Nonce', 'a'],
        ['nonce', ' a'],
        ['nonce', 'null'],
        ['x', '1'],
        ['x', '2'],
      ]),
    ).toMatchObject({ twice: [] });
  });

  const long = 'AQID'.repeat(16);
  test('one that a proxy joined is read, and what joined it is told', () => {
    for (const joined of [`${long}, ${long}`, `${long},${long}`, `${long} , ${long}`])
      expect(found([['Signature', joined]])?.read).toMatchObject({
        bytes: null,
        repairs: [{ id: 'v3-header-loss', text: long, also: [] }],
      });
    const damaged = long.slice(1);
    expect(found([['Signature', `${damaged}A, ${damaged}A`]])?.read.repairs.map(({ id, also }) => [id, also])).toEqual([
      ['v3-header-loss', []],
    ]);
    expect(found([['Signature', `${long}A, ${long}AA`]])?.read.repairs.map(({ id }) => id)).not.toContain('v3-header-loss');
    expect(found([['Signature', `${'A'.repeat(63)},${'A'.repeat(63)}`]])?.read.repairs).toEqual([]);
  });
  test('what else befell it is told first, then the header', () => {
    const safe = `${long}-_8`;
    expect(found([['Signature', `${safe},${safe}`]])?.read.repairs.map(({ id, also }) => [id, also])).toEqual([
      ['base64-url-safe', ['v3-header-loss']],
    ]);
  });
  test('slashes that a log escaped are told', () => {
    expect(found([['Signature', 'AQ\\/D']])?.read).toMatchObject({ bytes: null, repairs: [{ id: 'v3-header-loss', text: 'AQ/D' }] });
    expect(found([['Signature', 'AQ/D']])?.read).toMatchObject({ bytes: Uint8Array.of(1, 15, 195), repairs: [] });
  });
  test('samples are known by sight, or by another header', () => {
    expect(found([['Signature', 'WECHATPAY/SIGNTEST/abc']])?.sample?.kind).toBe('probe');
    expect(found([['Signature', 'xWECHATPAY/SIGNTEST/abc']])?.sample).toBeNull();
    expect(
      found([
        ['Signature', 'AQID'],
        ['Serial', 'TESTING1'],
      ])?.sample?.kind,
    ).toBe('documentation');
    expect(
      found([
        ['Signature', 'AQID'],
        ['Serial', 'x'],
      ])?.sample,
    ).toBeNull();
  });
});

describe('one that stands in another header', () => {
  const astray = (text: string, headers: Named): FoundSignature | null => {
    const of = received([], [['Signature', text], ...headers]);
    return withAstray(findSignature(of, byHeader, provider), of, byHeader);
  };
  const whole = 'AQID'.repeat(50);

  test('is told by its form', () => {
    const found = astray('9a0a8659f005d6984697e2ca0a9cf3b7', [['Nonce', whole]]);
    expect(found?.read.hex).toBeNull();
    expect(found?.read.repairs.map(({ id, text, also }) => [id, text, also])).toEqual([['v3-header-loss', whole, []]]);
    expect(found?.read.repairs[0]?.bytes).toHaveLength(150);
  });
  test('is mended there too', () => {
    expect(astray('abc', [['Timestamp', `${whole}AQ`]])?.read.repairs.map(({ id, also }) => [id, also])).toEqual([
      ['v3-header-loss', ['sign-equals-lost']],
      ['sign-equals-lost', []],
    ]);
  });
  test.each([
    [169, 0],
    [170, 1],
    [1400, 1],
    [1401, 0],
  ])('of %i signs: %i', (length, count) => {
    const repairs = astray('abcd', [['Nonce', 'A'.repeat(length)]])?.read.repairs ?? [];
    expect(repairs.filter(({ id }) => id === 'v3-header-loss').length > 0 ? 1 : 0).toBe(count);
  });
  test('is not sought where the signature has its form', () => {
    const found = astray(whole, [['Nonce', whole]]);
    expect(found?.read.bytes).not.toBeNull();
    expect(found?.read.repairs).toEqual([]);
    expect(astray(` ${whole} `, [['Nonce', whole]])?.read.repairs.map(({ id }) => id)).not.toContain('v3-header-loss');
  });
  test('is not sought in other headers, nor where there is no signature', () => {
    expect(astray('abcd', [['Other', whole]])?.read.repairs).toEqual([]);
    expect(withAstray(null, received([], [['Nonce', whole]]), byHeader)).toBeNull();
  });
  test('is not sought where no other headers are named', () => {
    const of = received(
      [],
      [
        ['Signature', 'abcd'],
        ['Nonce', whole],
      ],
    );
    const alone = rules({ value: 'Signature', type: null, from: 'header' });
    expect(withAstray(findSignature(of, alone, provider), of, alone)?.read.repairs).toEqual([]);
  });
});

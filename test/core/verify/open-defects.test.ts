/**
 * What openSignature says of each block, to the letter. Under the exponent 1 a signature is its own block, so that any block can be shown
 * to it without a private key; what exponents do is tested by themselves.
 */
import { describe, expect, test } from 'vitest';
import type { PublicKey } from '../../../src/core/keys/public-key.ts';
import { decodeHex } from '../../../src/core/text/hex.ts';
import { openSignature } from '../../../src/core/verify/open.ts';
import type { HashName } from '../../../src/core/verify/verdict.ts';
import { der, padded } from './blocks.ts';

const bytesOf = (hex: string): Uint8Array => decodeHex(hex) as Uint8Array;
const keyOf = (n: bigint, e: bigint, size: number): PublicKey => ({ n, e, size, bits: size * 8, spki: new Uint8Array() });
/** The largest modulus of its size: every block but the last number is below it. */
const largest = (size: number): bigint => (1n << BigInt(size * 8)) - 1n;
const opened = (block: string) => openSignature(bytesOf(block), keyOf(largest(block.length / 2), 1n, block.length / 2));

/** RFC 8017 §9.2, note 1. */
const PREFIXES: readonly (readonly [hash: HashName, prefix: string, size: number])[] = [
  ['md5', '30 20 30 0c 06 08 2a 86 48 86 f7 0d 02 05 05 00 04 10', 16],
  ['sha-1', '30 21 30 09 06 05 2b 0e 03 02 1a 05 00 04 14', 20],
  ['sha-224', '30 2d 30 0d 06 09 60 86 48 01 65 03 04 02 04 05 00 04 1c', 28],
  ['sha-256', '30 31 30 0d 06 09 60 86 48 01 65 03 04 02 01 05 00 04 20', 32],
  ['sha-384', '30 41 30 0d 06 09 60 86 48 01 65 03 04 02 02 05 00 04 30', 48],
  ['sha-512', '30 51 30 0d 06 09 60 86 48 01 65 03 04 02 03 05 00 04 40', 64],
];
const infoOf = (hash: HashName): { readonly prefix: string; readonly digest: string } => {
  const [, prefix = '', size = 0] = PREFIXES.find(([name]) => name === hash) ?? [];
  return { prefix: prefix.replaceAll(' ', ''), digest: 'a7'.repeat(size) };
};
const { prefix, digest } = infoOf('sha-256');
const OID = '0609608648016503040201';
/** `00 01`, so many FF, `00`, what is inside; as long as that makes it. */
const block = (ffs: number, inside: string): string => `0001${'ff'.repeat(ffs)}00${inside}`;
const filled = (start: string, size = 128): string => start.padEnd(size * 2, '5b');

describe('a block as it must be', () => {
  test.each(PREFIXES)('of %s is opened to all that is in it', (hash) => {
    const info = infoOf(hash);
    const whole = padded(info.prefix + info.digest, 128);
    const padding = 128 - 3 - (info.prefix.length + info.digest.length) / 2;
    expect(opened(whole)).toEqual({ ok: true, hash, digest: info.digest, block: whole, padding, prefix: info.prefix });
  });

  test('may have eight bytes of padding, not seven', () => {
    const info = infoOf('sha-384');
    const inside = info.prefix + info.digest;
    expect(opened(block(8, inside))).toMatchObject({ ok: true, hash: 'sha-384', padding: 8 });
    for (const ffs of [7, 1])
      expect(opened(block(ffs, inside))).toEqual({
        ok: false,
        why: 'noncanonical',
        block: block(ffs, inside),
        defect: 'short-padding',
        hash: 'sha-384',
        digest: info.digest,
      });
    expect(opened(block(0, inside))).toEqual({ ok: false, why: 'padding', block: block(0, inside) });
  });
});

describe('a number that cannot be a signature', () => {
  test.each([63, 65])('%i bytes under a modulus of 64', (length) => {
    expect(openSignature(new Uint8Array(length).fill(1), keyOf(largest(64), 1n, 64))).toEqual({ ok: false, why: 'length', block: null });
  });

  test('the modulus itself, and what is above it, but not what is below it', () => {
    const n = BigInt(`0x${'c5'.repeat(64)}`);
    const of = (s: bigint) => openSignature(bytesOf(s.toString(16).padStart(128, '0')), keyOf(n, 1n, 64));
    expect(of(n)).toEqual({ ok: false, why: 'range', block: null });
    expect(of(n + 1n)).toEqual({ ok: false, why: 'range', block: null });
    expect(of(n - 1n)).toEqual({ ok: false, why: 'padding', block: `${'c5'.repeat(63)}c4` });
  });
});

describe('raising to the exponent', () => {
  /** One product after the other: slow, but nothing in it can be wrong. */
  const raised = (base: bigint, exponent: number, modulus: bigint): bigint => {
    let out = 1n;
    for (let i = 0; i < exponent; i++) out = (out * base) % modulus;
    return out;
  };

  test.each([2, 3, 5, 6, 11, 17, 257, 65537])('%i gives what so many products give', (exponent) => {
    const n = BigInt(`0x${'9d'.repeat(63)}a1`);
    const s = BigInt(`0x${'3e'.repeat(64)}`);
    const expected = raised(s, exponent, n).toString(16).padStart(128, '0');
    expect(openSignature(bytesOf(s.toString(16).padStart(128, '0')), keyOf(n, BigInt(exponent), 64)).block).toBe(expected);
  });

  test('small numbers are written as long as the modulus', () => {
    expect(openSignature(bytesOf('02'.padStart(128, '0')), keyOf(largest(64), 3n, 64)).block).toBe('8'.padStart(128, '0'));
  });
});

describe('what is no block of type 1', () => {
  const good = padded(prefix + digest, 128);
  test.each([
    ['type 2', `0002${good.slice(4)}`],
    ['type 0', `0000${good.slice(4)}`],
    ['a first byte that is not zero', `01${good.slice(2)}`],
    ['a block that begins a byte late', `00${padded(prefix + digest, 127)}`],
    ['a block that begins a half byte late', `0${padded(prefix + digest, 127)}0`],
    ['a padding byte that is not FF', good.replace('0001ffffff', '0001ffefff')],
    ['an end of the padding in the midst of a byte', good.replace(`ff00${prefix}`, `f000${prefix}`)],
    ['no end of the padding', `0001${'ff'.repeat(126)}`],
    ['no padding at all', filled(block(0, prefix + digest))],
  ])('%s', (_, made) => {
    expect(opened(made)).toEqual({ ok: false, why: 'padding', block: made });
  });
});

describe('a block that breaks a rule and yet shows what is inside', () => {
  const inside = (hex: string): string => padded(hex, 128);
  const algorithm = der('30', OID, '0500');
  const octets = der('04', digest);

  test.each([
    ['garbage behind a short padding', filled(block(8, prefix + digest))],
    ['a byte after the digest', inside(`${prefix}${digest}5b`)],
    ['padding of one, and garbage', filled(block(1, prefix + digest))],
  ])('trailing: %s', (_, made) => {
    expect(opened(made)).toEqual({ ok: false, why: 'noncanonical', block: made, defect: 'trailing', hash: 'sha-256', digest });
  });

  test.each(PREFIXES)('null-missing: %s', (hash, text) => {
    const info = infoOf(hash);
    const oid = /06.*(?=0500)/.exec(text.replaceAll(' ', ''))?.[0] ?? '';
    const made = inside(der('30', der('30', oid), der('04', info.digest)));
    expect(opened(made)).toEqual({ ok: false, why: 'noncanonical', block: made, defect: 'null-missing', hash, digest: info.digest });
  });

  test.each([
    ['another parameter than NULL', der('30', der('30', OID, '0400'), octets)],
    ['a NULL that is not empty', der('30', der('30', OID, '050100'), octets)],
    ['two parameters', der('30', der('30', OID, '0500', '0500'), octets)],
  ])('der, its digest readable: %s', (_, info) => {
    expect(opened(inside(info))).toEqual({ ok: false, why: 'noncanonical', block: inside(info), defect: 'der', hash: 'sha-256', digest });
  });

  test.each([
    ['a length in its long form', `308131${(prefix + digest).slice(4)}`],
    ['no outer sequence', algorithm + octets],
    ['bytes after a DigestInfo without NULL', `${der('30', der('30', OID), octets)}0500`],
    ['a third element', der('30', algorithm, octets, '0500')],
    ['no digest', der('30', algorithm)],
    ['a digest in a bit string', der('30', algorithm, der('03', digest))],
    ['a digest cut by a byte', der('30', algorithm, der('04', digest.slice(2)))],
    ['a digest longer by a byte', der('30', algorithm, der('04', `${digest}a7`))],
    ['a digest that ends before its length', prefix + digest.slice(2)],
    ['the number of the hash in an octet string', der('30', der('30', `04${OID.slice(2)}`, '0500'), octets)],
    ['the number of the hash outside a sequence', der('30', OID, octets)],
    ['an empty algorithm, the number in the digest', der('30', '3000', der('04', OID.slice(4).padEnd(64, '0')))],
    ['the number alone', OID.slice(4)],
  ])('der, its digest not readable: %s', (_, info) => {
    expect(opened(inside(info))).toEqual({ ok: false, why: 'noncanonical', block: inside(info), defect: 'der', hash: 'sha-256' });
  });

  test('a defect is named behind a short padding too', () => {
    const made = block(7, der('30', der('30', OID), octets));
    expect(opened(made)).toMatchObject({ why: 'noncanonical', defect: 'null-missing', hash: 'sha-256', digest });
  });
});

describe('a hash that is not known', () => {
  /** SHA-512/256: NIST, 2.16.840.1.101.3.4.2.6 */
  const info = der('30', der('30', '0609608648016503040206', '0500'), der('04', digest));

  test('is so after eight bytes of padding; after seven it is no block', () => {
    expect(opened(padded(info, 128))).toEqual({ ok: false, why: 'unknown-hash', block: padded(info, 128) });
    expect(opened(filled(block(8, info)))).toMatchObject({ why: 'unknown-hash' });
    expect(opened(filled(block(7, info)))).toMatchObject({ why: 'padding' });
  });

  test('a bare digest has none', () => {
    expect(opened(padded(digest, 128))).toEqual({ ok: false, why: 'unknown-hash', block: padded(digest, 128) });
  });

  test('a number of a known one counts only where an algorithm can stand, on whole bytes', () => {
    const oid = OID.slice(4);
    expect(opened(padded(`${'5b'.repeat(12)}${oid}`, 128))).toMatchObject({ why: 'noncanonical', defect: 'der', hash: 'sha-256' });
    expect(opened(padded(`${'5b'.repeat(13)}${oid}`, 128))).toMatchObject({ why: 'unknown-hash' });
    expect(opened(padded(`5${oid}5`, 128))).toMatchObject({ why: 'unknown-hash' });
  });
});

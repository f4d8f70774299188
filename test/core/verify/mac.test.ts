/** Keyed digests and plain ones, against the documents of those who ask for them. */
import { createHash, createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { encodeUtf8 } from '../../../src/core/text/utf8.ts';
import { digestHex } from '../../../src/core/verify/digest.ts';
import { hmacSha256Hex, macHex } from '../../../src/core/verify/mac.ts';

/** The example of WeChat Pay v2. @see pay.weixin.qq.com/wiki/doc/api/jsapi.php?chapter=4_3 */
const content = encodeUtf8('appid=wxd930ea5d5a258f4f&body=test&device_info=1000&mch_id=10000100&nonce_str=ibuaiVcKdpRxkhJA');
const secret = encodeUtf8('192006250b4c09247ec02edce69f6a2d');

test('WeChat Pay v2 signs content, glue and secret', () => {
  const glue = '&key=';
  expect(macHex({ hash: 'md5', glue }, content, secret)).toBe('9a0a8659f005d6984697e2ca0a9cf3b7');
  expect(macHex({ hash: 'hmac-sha256', glue }, content, secret)).toBe('6a9ae1657590fd6257d693a078e1c3e4bb6ba4dc30b23e0ee2496e54170dacd6');
});

test('without glue the secret follows at once', () => {
  for (const hash of ['md5', 'sha-1'] as const)
    expect(macHex({ hash, glue: '' }, encodeUtf8('a=1'), encodeUtf8('支付'))).toBe(
      createHash(hash.replace('-', '')).update('a=1支付').digest('hex'),
    );
  expect(macHex({ hash: 'hmac-sha256', glue: '' }, encodeUtf8('a=1'), encodeUtf8('k'))).toBe(
    createHmac('sha256', 'k').update('a=1k').digest('hex'),
  );
});

test('bytes that are no text are signed as they are', () => {
  expect(macHex({ hash: 'md5', glue: '|' }, Uint8Array.of(0xff, 0xfe), Uint8Array.of(0xc0))).toBe(
    createHash('md5').update(Buffer.from('fffe7cc0', 'hex')).digest('hex'),
  );
});

test('the check of an address sorts token, time and nonce, and puts nothing between', () => {
  const sha1 = (text: string) => createHash('sha1').update(text).digest('hex');
  const of = (lines: string, token: string) => macHex({ hash: 'sha-1', glue: '', sorted: true }, encodeUtf8(lines), encodeUtf8(token));
  expect(of('1409304348\nxxxxxx', 'token')).toBe(sha1('1409304348tokenxxxxxx'));
  // By signs, not by numbers.
  expect(of('9\n10', 'A')).toBe(sha1('109A'));
  // Neither the glue nor the mark of a byte order makes a difference to what is there.
  expect(macHex({ hash: 'sha-1', glue: '&', sorted: true }, encodeUtf8('\ufeffb'), encodeUtf8('a'))).toBe(sha1('a\ufeffb'));
});

test('HMAC-SHA256 is that of RFC 4231', () => {
  const hmac = hmacSha256Hex(encodeUtf8('Jefe'), encodeUtf8('what do ya want for nothing?'));
  expect(hmac).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
});

test.each([
  ['md5', '900150983cd24fb0d6963f7d28e17f72'], // RFC 1321 A.5
  ['sha-1', 'a9993e364706816aba3e25717850c26c9cd0d89d'], // FIPS 180
  ['sha-224', '23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7'],
  ['sha-256', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['sha-384', 'cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7'],
  [
    'sha-512',
    'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
  ],
  ['sm3', ''],
] as const)('%s of abc', (hash, hex) => {
  expect(digestHex(hash, encodeUtf8('abc'))).toBe(hex);
});

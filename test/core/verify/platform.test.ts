/** The platform's own verifier: what it is asked, what it answers, and that it is not believed where it has no answer. */
import { createSign, generateKeyPairSync } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readKeys } from '../../../src/core/keys/read-keys.ts';
import type { PublicKey } from '../../../src/core/keys/public-key.ts';
import { verifyOnPlatform } from '../../../src/core/verify/platform.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
const [ring] = await readKeys([publicKey.export({ type: 'spki', format: 'pem' }).toString()]);
const key = ring?.key as PublicKey;
const content = Buffer.from('a=1&b=2');
const signed = (hash: string) => Uint8Array.from(createSign(hash).update(content).sign(privateKey));

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a signature', () => {
  test.each([
    ['sha-1', 'sha1'],
    ['sha-256', 'sha256'],
    ['sha-384', 'sha384'],
    ['sha-512', 'sha512'],
  ] as const)('under %s holds for its content and its hash alone', async (hash, node) => {
    expect(await verifyOnPlatform(content, signed(node), key, hash)).toBe(true);
    expect(await verifyOnPlatform(Buffer.from('a=1&b=3'), signed(node), key, hash)).toBe(false);
    expect(await verifyOnPlatform(content, signed(node), key, hash === 'sha-1' ? 'sha-256' : 'sha-1')).toBe(false);
  });

  test('is judged where it lies in the midst of other bytes', async () => {
    const among = Uint8Array.of(1, ...signed('sha256'), 2).subarray(1, -1);
    expect(await verifyOnPlatform(content, among, key, 'sha-256')).toBe(true);
  });
});

describe('nothing is said', () => {
  test.each(['md5', 'sha-224', 'sm3'] as const)('of %s, and the platform is not asked', async (hash) => {
    const importKey = vi.fn();
    vi.stubGlobal('crypto', { subtle: { importKey } });
    expect(await verifyOnPlatform(content, signed('sha256'), key, hash)).toBeNull();
    expect(importKey).not.toHaveBeenCalled();
  });
  test('of a key that the platform refuses', async () => {
    expect(await verifyOnPlatform(content, signed('sha256'), { ...key, spki: Uint8Array.of(0x30, 0x00) }, 'sha-256')).toBeNull();
  });
  test('where there is no WebCrypto, or where it is shut', async () => {
    vi.stubGlobal('crypto', undefined);
    expect(await verifyOnPlatform(content, signed('sha256'), key, 'sha-256')).toBeNull();
    vi.stubGlobal('crypto', {});
    expect(await verifyOnPlatform(content, signed('sha256'), key, 'sha-256')).toBeNull();
  });
});

test('the key is handed over for verifying PKCS#1 v1.5 signatures only', async () => {
  const importKey = vi.fn().mockResolvedValue('the key');
  const verify = vi.fn().mockResolvedValue(true);
  vi.stubGlobal('crypto', { subtle: { importKey, verify } });
  const signature = signed('sha256');
  expect(await verifyOnPlatform(content, signature, key, 'sha-256')).toBe(true);
  expect(importKey).toHaveBeenCalledExactlyOnceWith('spki', key.spki, { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, false, ['verify']);
  expect(verify).toHaveBeenCalledExactlyOnceWith('RSASSA-PKCS1-v1_5', 'the key', signature, Uint8Array.from(content));
});

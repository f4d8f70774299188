/** C2SP/wycheproof over every cipher that opens something: 0 valid texts refused, 0 altered ones opened. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodeHex, encodeHex } from '../../../src/core/text/hex.ts';
import { decryptBlocks } from '../../../src/core/unseal/forge.ts';
import { withoutPadding } from '../../../src/core/unseal/padding.ts';
import { decryptOnPlatform } from '../../../src/core/unseal/platform.ts';
import { decryptGcm } from '../../../src/core/unseal/sm4.ts';
import { hmacSha256Hex } from '../../../src/core/verify/mac.ts';

const FOLDER = new URL('../../../../shared/vectors/wycheproof/', import.meta.url);
const here = existsSync(FOLDER);

interface Vector {
  readonly tcId: number;
  readonly comment: string;
  readonly key: string;
  readonly iv?: string;
  readonly aad?: string;
  readonly msg: string;
  readonly ct?: string;
  readonly tag?: string;
  readonly result: 'valid' | 'invalid';
}

interface File {
  readonly numberOfTests: number;
  readonly testGroups: readonly { readonly tests: readonly Vector[] }[];
}

const load = (name: string): File => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as File;
const bytes = (hex: string | undefined): Uint8Array<ArrayBuffer> => new Uint8Array(decodeHex(hex ?? '') ?? []);

/** Hex of what it opens to; null where it is refused. */
type Open = (vector: Vector) => Promise<string | null> | string | null;

const hexOrNull = (opened: Uint8Array | string | null): string | null => (opened instanceof Uint8Array ? encodeHex(opened) : null);

const openers: readonly (readonly [title: string, file: string, open: Open])[] = [
  [
    'AES-GCM by the platform',
    'aes_gcm_test.json',
    async ({ key, iv, aad, ct, tag }) =>
      hexOrNull(
        await decryptOnPlatform(
          { name: 'AES-GCM', iv: bytes(iv), additionalData: bytes(aad), tagLength: 128 },
          bytes(key),
          bytes(`${ct}${tag}`),
        ),
      ),
  ],
  [
    'AES-CBC by the platform',
    'aes_cbc_pkcs5_test.json',
    async ({ key, iv, ct }) => hexOrNull(await decryptOnPlatform({ name: 'AES-CBC', iv: bytes(iv) }, bytes(key), bytes(ct))),
  ],
  [
    'AES-CBC in blocks, the padding taken off by ourselves',
    'aes_cbc_pkcs5_test.json',
    ({ key, iv, ct }) =>
      bytes(ct).length % 16 === 0 && ct !== ''
        ? hexOrNull(withoutPadding(decryptBlocks('AES-CBC', bytes(key), bytes(iv), bytes(ct)), 16))
        : null,
  ],
  [
    'SM4-GCM',
    'sm4_gcm_test.json',
    ({ key, iv, aad, ct, tag }) => hexOrNull(decryptGcm(bytes(key), bytes(iv), bytes(aad), bytes(`${ct}${tag}`))),
  ],
  [
    'HMAC-SHA256',
    'hmac_sha256_test.json',
    ({ key, msg, tag = '' }) => (hmacSha256Hex(bytes(key), bytes(msg)).slice(0, tag.length) === tag ? msg : null),
  ],
];

/** WeChat's nonces have 12 bytes. With others the platform may refuse (OpenSSL does, very short and very long ones), and SM4 always does. */
const isUsual = ({ iv, aad }: Vector): boolean => iv === undefined || aad === undefined || iv.length === 24;

async function wrongOf(vectors: readonly Vector[], open: Open): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const vector of vectors) {
    const opened = await open(vector);
    const right = vector.result === 'valid' ? opened === vector.msg || (opened === null && !isUsual(vector)) : opened === null;
    if (!right) wrong.push(`${vector.tcId} ${vector.result}: ${vector.comment} (${opened === null ? 'refused' : 'opened'})`);
  }
  return wrong;
}

describe.skipIf(!here)(here ? 'wycheproof ciphers' : 'wycheproof vectors are not here: skipped', () => {
  test.each(openers)('%s: 0 wrong', async (_, name, open) => {
    const { testGroups, numberOfTests } = load(name);
    const vectors = testGroups.flatMap(({ tests }) => tests);
    expect(vectors).toHaveLength(numberOfTests);
    expect(await wrongOf(vectors, open)).toEqual([]);
  });

  test.each(openers)('%s: verdicts turned round are all reported, so that "0 wrong" can fail', async (_, name, open) => {
    const vectors = load(name)
      .testGroups.flatMap(({ tests }) => tests)
      .filter(isUsual);
    const turned = vectors.map((vector): Vector => ({ ...vector, result: vector.result === 'valid' ? 'invalid' : 'valid' }));
    expect(await wrongOf(turned, open)).toHaveLength(vectors.length);
  });
});

test('padding to blocks of 32 is taken off, and is refused where it does not say the same throughout', () => {
  const text = Uint8Array.of(1, 2, 3);
  const padded = Uint8Array.from([...text, ...new Array<number>(29).fill(29)]);
  expect(withoutPadding(padded, 32)).toEqual(text);
  expect(withoutPadding(padded, 16)).toBeNull();
  expect(withoutPadding(padded.with(5, 28), 32)).toBeNull();
  expect(withoutPadding(new Uint8Array(), 32)).toBeNull();
});

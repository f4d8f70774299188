/** The opener against two other implementations on random keys and messages; and against forgers, with whom it must never agree. */
import {
  constants,
  createPrivateKey,
  createPublicKey,
  createVerify,
  generateKeyPairSync,
  publicDecrypt,
  sign as signWith,
} from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import fc from 'fast-check';
import forge from 'node-forge';
import { describe, expect, test } from 'vitest';
import { readKeys } from '../../../src/core/keys/read-keys.ts';
import type { PublicKey } from '../../../src/core/keys/public-key.ts';
import { encodeHex } from '../../../src/core/text/hex.ts';
import { digestHex } from '../../../src/core/verify/digest.ts';
import { openSignature } from '../../../src/core/verify/open.ts';
import { verifyOnPlatform } from '../../../src/core/verify/platform.ts';
import type { HashName } from '../../../src/core/verify/verdict.ts';
import { HASHES, digestInfo, digestOf, forgeries, padded, signRaw } from './blocks.ts';

const NODE_HASHES = {
  'sha-1': 'sha1',
  'sha-224': 'sha224',
  'sha-256': 'sha256',
  'sha-384': 'sha384',
  'sha-512': 'sha512',
  md5: 'md5',
} as const;
type Name = keyof typeof NODE_HASHES;

interface Pair {
  readonly name: string;
  readonly secret: KeyObject;
  readonly open: KeyObject;
  readonly key: PublicKey;
  readonly forge: ReturnType<typeof forge.pki.publicKeyFromPem>;
}

async function makePair(bits: number, exponent: number): Promise<Pair> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: bits, publicExponent: exponent });
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const [ring] = await readKeys([pem]);
  if (!ring?.key) throw new Error('a fresh key cannot be read');
  return {
    name: `${bits} bits, e=${exponent}`,
    secret: privateKey,
    open: publicKey,
    key: ring.key,
    forge: forge.pki.publicKeyFromPem(pem),
  };
}

/** 1031 and 2049: moduli that do not fill their bytes. */
const sizes = [
  [1024, 65537],
  [1024, 3],
  [1031, 65537],
  [2048, 65537],
  [2048, 3],
  [2049, 3],
  [3072, 65537],
] as const;
const pairs = await Promise.all(sizes.map(([bits, exponent]) => makePair(bits, exponent)));

const own = (signature: Uint8Array, key: PublicKey, hash: HashName, message: Uint8Array): boolean => {
  const opened = openSignature(signature, key);
  return opened.ok && opened.hash === hash && opened.digest === digestHex(hash, message);
};

const byNode = (signature: Uint8Array, open: KeyObject, hash: string, message: Uint8Array) =>
  createVerify(hash).update(message).verify(open, signature);

function byForge(signature: Uint8Array, { forge: key }: Pair, hash: 'sha1' | 'sha256', message: Uint8Array): boolean {
  const digest = forge.md[hash].create();
  digest.update(Buffer.from(message).toString('latin1'));
  try {
    return key.verify(digest.digest().getBytes(), Buffer.from(signature).toString('latin1'));
  } catch {
    return false; // forge throws where the padding is wrong
  }
}

describe('a good signature', () => {
  test.each(pairs)('of $name opens under every hash', ({ secret, key }) => {
    for (const hash of Object.keys(NODE_HASHES) as Name[]) {
      const message = Buffer.from(`content under ${hash}`);
      const signature = Uint8Array.from(signWith(NODE_HASHES[hash], message, secret));
      const opened = openSignature(signature, key);
      expect(opened).toMatchObject({ ok: true, hash, digest: digestHex(hash, message) });
    }
  });

  test('opens to the block that node:crypto opens it to', () => {
    for (const { secret, open, key } of pairs) {
      const signature = signWith('sha256', Buffer.from('block'), secret);
      const block = publicDecrypt({ key: open, padding: constants.RSA_NO_PADDING }, signature).toString('hex');
      expect(openSignature(Uint8Array.from(signature), key).ok && openSignature(Uint8Array.from(signature), key)).toMatchObject({ block });
    }
  });
});

/** What may have happened to a signature or its message on the way. */
const mutation = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ kind: 'none' as const }) },
  fc.record({ kind: fc.constant('flip' as const), at: fc.nat(), bit: fc.nat(7) }),
  fc.record({ kind: fc.constant('message' as const), at: fc.nat(), bit: fc.nat(7) }),
  fc.record({ kind: fc.constant('cut' as const), by: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('lengthen' as const), front: fc.boolean() }),
  fc.constant({ kind: 'random' as const }),
  fc.constant({ kind: 'zero' as const }),
);
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutate(
  signature: Uint8Array,
  message: Uint8Array,
  how: Mutation,
  random: Uint8Array,
): { signature: Uint8Array; message: Uint8Array } {
  const flip = (bytes: Uint8Array, at: number, bit: number) => bytes.map((byte, i) => (i === at % bytes.length ? byte ^ (1 << bit) : byte));
  if (how.kind === 'flip') return { signature: flip(signature, how.at, how.bit), message };
  if (how.kind === 'message') return { signature, message: message.length === 0 ? Uint8Array.of(1) : flip(message, how.at, how.bit) };
  if (how.kind === 'cut') return { signature: signature.slice(0, -how.by), message };
  if (how.kind === 'lengthen') return { signature: how.front ? Uint8Array.of(0, ...signature) : Uint8Array.of(...signature, 0), message };
  if (how.kind === 'random') return { signature: signature.map((_, i) => random[i % random.length] ?? 0), message };
  if (how.kind === 'zero') return { signature: new Uint8Array(signature.length), message };
  return { signature, message };
}

const triple = fc.record({
  which: fc.nat(pairs.length - 1),
  hash: fc.constantFrom(...(Object.keys(NODE_HASHES) as Name[])),
  message: fc.uint8Array({ maxLength: 300 }),
  how: mutation,
  random: fc.uint8Array({ minLength: 16, maxLength: 64 }),
});

/** Every run makes a signature, which is what takes the time. */
const RUNS = Number(process.env['RUNS'] ?? (process.env['DEEP'] === '1' ? 10_000 : 2000));

describe('on random keys, messages and mutations', () => {
  test(`our opener and node:crypto never disagree, over ${RUNS} of them`, () => {
    let good = 0;
    fc.assert(
      fc.property(triple, ({ which, hash, message, how, random }) => {
        const { secret, open, key } = pairs[which] as Pair;
        const changed = mutate(Uint8Array.from(signWith(NODE_HASHES[hash], message, secret)), message, how, random);
        const ours = own(changed.signature, key, hash, changed.message);
        if (ours) good++;
        expect(ours).toBe(byNode(changed.signature, open, NODE_HASHES[hash], changed.message));
        expect(ours).toBe(how.kind === 'none');
      }),
      { numRuns: RUNS, seed: 1 },
    );
    expect(good).toBeGreaterThan(RUNS / 20);
  });

  test('nor do Web Cryptography and node-forge, over 300', async () => {
    await fc.assert(
      fc.asyncProperty(triple, fc.constantFrom('sha-1' as const, 'sha-256' as const), async ({ which, message, how, random }, hash) => {
        const pair = pairs[which] as Pair;
        const changed = mutate(Uint8Array.from(signWith(NODE_HASHES[hash], message, pair.secret)), message, how, random);
        const ours = own(changed.signature, pair.key, hash, changed.message);
        expect(await verifyOnPlatform(changed.message, changed.signature, pair.key, hash)).toBe(ours);
        expect(byForge(changed.signature, pair, NODE_HASHES[hash], changed.message)).toBe(ours);
      }),
      { numRuns: 300, seed: 2 },
    );
  });
});

describe('a forged block is refused', () => {
  const message = Buffer.from('app_id=2021000000000101&total_amount=86.00');
  const signers = pairs.filter(({ key }) => key.bits % 8 === 0);

  test('whereas the same block as it must be is not', () => {
    for (const { secret, key } of signers)
      for (const hash of HASHES)
        expect(own(signRaw(padded(digestInfo(hash, digestOf(hash, message)), key.size), secret), key, hash.own, message)).toBe(true);
  });

  test.each(forgeries)('$name', async ({ block }) => {
    for (const { secret, open, key } of signers)
      for (const hash of HASHES) {
        const made = block(hash, digestOf(hash, message), key.size);
        expect(made).toHaveLength(key.size * 2);
        // A block that is not below the modulus cannot be signed: its own length rule refuses it.
        if (BigInt(`0x${made}`) >= key.n) continue;
        const signature = signRaw(made, secret);
        const opened = openSignature(signature, key);
        expect(opened.block).toBe(made);
        expect(own(signature, key, hash.own, message)).toBe(false);
        expect(byNode(signature, open, hash.node, message)).toBe(false);
        expect(await verifyOnPlatform(message, signature, key, hash.own)).toBe(false);
      }
  });

  test('another hash is never accepted for the one the message asks for', () => {
    for (const { secret, key } of signers) {
      const opened = openSignature(Uint8Array.from(signWith('sha256', message, secret)), key);
      expect(opened).toMatchObject({ ok: true, hash: 'sha-256' });
      expect(own(Uint8Array.from(signWith('sha256', message, secret)), key, 'sha-1', message)).toBe(false);
    }
  });

  test('the same number plus the modulus is out of range', () => {
    for (const { secret, key } of signers) {
      const raised = BigInt(`0x${signWith('sha256', message, secret).toString('hex')}`) + key.n;
      const hex = raised.toString(16).padStart(key.size * 2, '0');
      if (hex.length > key.size * 2) continue;
      expect(openSignature(Buffer.from(hex, 'hex'), key)).toMatchObject({ ok: false, why: 'range' });
    }
  });

  test.each(HASHES)('a cube root made without the private key, $node (e=3)', (hash) => {
    const { open, key } = signers.find(({ key: { e, bits } }) => e === 3n && bits === 2048) as Pair;
    const start = `0001${'ff'.repeat(8)}00${digestInfo(hash, digestOf(hash, message))}`;
    const root = cubeRoot(BigInt(`0x${start.padEnd(key.size * 2, 'f')}`));
    const signature = Buffer.from(root.toString(16).padStart(key.size * 2, '0'), 'hex');
    const opened = openSignature(signature, key);
    // The forgery is a real one: everything up to the digest is as it must be.
    expect(opened.block?.startsWith(start)).toBe(true);
    expect(opened).toMatchObject({ ok: false, why: 'noncanonical', defect: 'trailing' });
    expect(byNode(signature, open, hash.node, message)).toBe(false);
  });

  test('zero, one and the modulus less one are no signatures', () => {
    for (const { key } of pairs)
      for (const number of [0n, 1n, key.n - 1n])
        expect(openSignature(Buffer.from(number.toString(16).padStart(key.size * 2, '0'), 'hex'), key)).toMatchObject({
          ok: false,
          why: 'padding',
        });
  });

  test('the missing NULL is named, with the digest that is inside', () => {
    const { secret, key } = signers[0] as Pair;
    const hash = HASHES[1] as (typeof HASHES)[number];
    const forged = forgeries.find(({ name }) => name === 'NULL left out');
    const opened = openSignature(signRaw(forged?.block(hash, digestOf(hash, message), key.size) ?? '', secret), key);
    expect(opened).toMatchObject({
      ok: false,
      why: 'noncanonical',
      defect: 'null-missing',
      hash: 'sha-256',
      digest: digestOf(hash, message),
    });
  });
});

/** The largest number whose cube is not above. */
function cubeRoot(of: bigint): bigint {
  let low = 0n;
  let high = 1n << BigInt(Math.ceil(of.toString(2).length / 3) + 1);
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (middle ** 3n <= of) low = middle;
    else high = middle - 1n;
  }
  return low;
}

test('keys of PEM and of node:crypto are the same', () => {
  for (const { open, secret, key } of pairs) {
    expect(encodeHex(key.spki)).toBe(open.export({ type: 'spki', format: 'der' }).toString('hex'));
    expect(createPublicKey(createPrivateKey(secret.export({ type: 'pkcs8', format: 'pem' }))).equals(open)).toBe(true);
  }
});

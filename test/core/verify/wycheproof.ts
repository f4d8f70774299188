/** Judges the RSA PKCS#1 v1.5 files of C2SP/wycheproof by the product's two verifiers; runs in Node and in a page alike. */
import { readKeys } from '../../../src/core/keys/read-keys.ts';
import { decodeHex } from '../../../src/core/text/hex.ts';
import { digestHex } from '../../../src/core/verify/digest.ts';
import { openSignature } from '../../../src/core/verify/open.ts';
import { verifyOnPlatform } from '../../../src/core/verify/platform.ts';
import type { HashName } from '../../../src/core/verify/verdict.ts';

interface Vector {
  readonly tcId: number;
  readonly comment: string;
  readonly msg: string;
  readonly sig: string;
  readonly result: 'valid' | 'invalid' | 'acceptable';
  readonly flags: readonly string[];
}

interface Group {
  /** `publicKeyDer` in files for verifying, `keyDer` in those for signing. */
  readonly publicKeyDer?: string;
  readonly keyDer?: string;
  readonly sha: string;
  readonly tests: readonly Vector[];
}

export interface WycheproofFile {
  readonly numberOfTests: number;
  readonly testGroups: readonly Group[];
}

export interface Outcome {
  readonly ran: number;
  readonly accepted: number;
  readonly rejected: number;
  /** How often the platform could say nothing (SHA-224). */
  readonly silent: number;
  /** What went wrong, one line a vector; empty = 0 wrong. */
  readonly wrong: readonly string[];
}

const HASHES: Readonly<Record<string, HashName>> = {
  'SHA-1': 'sha-1',
  'SHA-224': 'sha-224',
  'SHA-256': 'sha-256',
  'SHA-384': 'sha-384',
  'SHA-512': 'sha-512',
};

/** Hashes that Web Cryptography has: there a silent platform would be a fault of the test, not an answer. */
const ON_PLATFORM: readonly string[] = ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];

export async function judge(file: WycheproofFile): Promise<Outcome> {
  const wrong: string[] = [];
  const count = { ran: 0, accepted: 0, rejected: 0, silent: 0 };
  for (const { publicKeyDer, keyDer, sha, tests } of file.testGroups) {
    const [ring] = await readKeys([bytesOf(publicKeyDer ?? keyDer ?? '')]);
    const hash = HASHES[sha];
    if (!ring?.key || !hash) throw new Error(`a group's key or hash (${sha}) cannot be read`);
    for (const { tcId, comment, msg, sig, result, flags } of tests) {
      const content = bytesOf(msg);
      const signature = bytesOf(sig);
      const opened = openSignature(signature, ring.key);
      const own = opened.ok && opened.hash === hash && opened.digest === digestHex(hash, content);
      const platform = await verifyOnPlatform(content, signature, ring.key, hash);
      count.ran++;
      if (own) count.accepted++;
      else count.rejected++;
      if (platform === null) count.silent++;
      const say = (what: string) => wrong.push(`${sha} tcId ${tcId} (${comment}): ${what}`);
      const missingNull = flags.includes('MissingNull') && result === 'acceptable';
      if (own !== (result !== 'invalid' && !missingNull)) say(`${result}, and our verdict is ${own}`);
      if (missingNull && (opened.ok || opened.why !== 'noncanonical' || opened.defect !== 'null-missing'))
        say('the missing NULL is not named');
      if (platform === null ? ON_PLATFORM.includes(sha) : platform !== own) say(`we say ${own}, the platform ${platform}`);
    }
  }
  return { ...count, wrong };
}

function bytesOf(hex: string): Uint8Array {
  const bytes = decodeHex(hex);
  if (!bytes) throw new Error('a vector is not hex');
  return bytes;
}

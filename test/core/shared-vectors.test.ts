/** Real signed Alipay messages, where they lie beside the checkout: each must get the verdict that is known for it. */
import { existsSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { inspect } from '../../src/core/inspect.ts';
import type { FormId } from '../../src/core/read/reading.ts';
import { decodeBase64 } from '../../src/core/text/base64.ts';
import { encodeText } from '../../src/core/text/charset.ts';
import type { SignedContent } from '../../src/core/verify/verdict.ts';

const FILE = new URL('../../../shared/vectors/alipay.json', import.meta.url);

interface SharedVector {
  readonly id: string;
  readonly dialect: string;
  readonly form: string;
  readonly raw: string;
  readonly keys: readonly { readonly value?: string; readonly text?: string }[];
  readonly charset: string;
  readonly expect: 'verified' | 'failed';
  /** Where `verified` has a closer reason. */
  readonly reason?: string;
  readonly rule: string;
  readonly signed_content_sha256_hex: string | null;
  /** What is inside the signature under the key that belongs to it. */
  readonly recovered: { readonly hash: string; readonly digest_hex: string };
}

/** The vectors name shapes more finely than the readers do. */
const FORMS: Readonly<Record<string, FormId>> = { 'plain-query': 'query', 'nsdictionary-log': 'ios-log' };

function formOf({ form, raw }: SharedVector): string {
  if (form === 'query' && /^https?:\/\//.test(raw)) return 'url';
  return FORMS[form] ?? form;
}

const HASHES: Readonly<Record<string, string>> = { sha1: 'sha-1', sha256: 'sha-256' };

const vectors = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as readonly SharedVector[]) : [];
let ran = 0;

function contentDigest({ text, bytes, charset }: SignedContent): string {
  const signed = bytes === undefined ? encodeText(text, charset).bytes : decodeBase64(bytes);
  return createHash('sha256')
    .update(signed ?? new Uint8Array())
    .digest('hex');
}

describe.skipIf(vectors.length === 0)(vectors.length === 0 ? 'shared vectors are not here: skipped' : 'shared vectors', () => {
  afterAll(() => process.stdout.write(`shared vectors: ${ran} of ${vectors.length} ran\n`));

  test.each(vectors.map((vector) => ({ id: vector.id, vector })))('$id', async ({ vector }) => {
    ran++;
    const { reading, claim, verdict } = await inspect({
      text: vector.raw,
      keys: vector.keys.map(({ value, text }) => value ?? text ?? ''),
    });
    const passed = vector.expect === 'verified';
    expect({
      form: reading.form,
      dialect: claim?.dialect,
      indication: verdict.indication,
      ...(passed ? { reason: verdict.reason, rule: verdict.rule, charset: verdict.content?.charset } : {}),
      hash: verdict.opened && 'hash' in verdict.opened ? verdict.opened.hash : undefined,
      digest: verdict.opened && 'digest' in verdict.opened ? verdict.opened.digest : undefined,
    }).toEqual({
      form: formOf(vector),
      dialect: vector.dialect,
      indication: passed ? 'passed' : 'failed',
      ...(passed ? { reason: vector.reason ?? 'verified', rule: vector.rule, charset: vector.charset } : {}),
      hash: HASHES[vector.recovered.hash],
      digest: vector.recovered.digest_hex,
    });
    if (passed) expect(verdict.content && contentDigest(verdict.content)).toBe(vector.signed_content_sha256_hex);
    // A failure whose content is known was found by a search: the cause must be named, with the signed digest as its proof.
    if (!passed && vector.signed_content_sha256_hex !== null) expect(verdict.reason).toBe('content-explained');
  });
});

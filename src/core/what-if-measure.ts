/** How a content is held against what was signed: by the opened signature, by a secret, or not at all. */
import type { Rule } from './content/recipe.ts';
import type { Message } from './diagnose/case.ts';
import { contentBytes, startsOf } from './diagnose/content.ts';
import { proveKey } from './diagnose/prove-key.ts';
import type { Theirs } from './gather.ts';
import { decodeBase64 } from './text/base64.ts';
import { digestHex } from './verify/digest.ts';
import { macHex } from './verify/mac.ts';
import type { HashName } from './verify/verdict.ts';

/** `mac`: the signature itself is a keyed digest. */
export type WhatIfHash = HashName | 'mac';

export interface Measure {
  /** The reading of the message that the key fits best. */
  readonly message: Message;
  readonly hash: WhatIfHash;
  readonly signed: string | null;
  readonly digest: (content: Uint8Array, rule: Rule) => string | null;
  /** Null where nothing tells. */
  readonly matches: (content: Uint8Array, rule: Rule) => boolean | null;
}

export async function measureFor(theirs: Theirs): Promise<Measure> {
  const { messages, rules, ring } = theirs;
  const first = (messages.find(({ signature }) => signature !== null) ?? messages[0]) as Message;
  const { signature } = first;
  if (signature && (signature.read.hex !== null || rules.rules.every(({ mac }) => mac !== undefined))) {
    const secrets = ring.flatMap(({ secret }) => secret ?? []);
    const signed = signature.text.trim().toLowerCase();
    const all = (content: Uint8Array, { mac }: Rule): readonly string[] =>
      mac ? secrets.map((secret) => macHex(mac, content, secret)) : [];
    return {
      message: first,
      hash: 'mac',
      signed,
      digest: (content, rule) => all(content, rule)[0] ?? null,
      matches: (content, rule) => (secrets.length === 0 ? null : all(content, rule).includes(signed)),
    };
  }
  if (signature?.algorithm === 'sm2') return measureSm2(first, theirs);
  const proved = messages.flatMap((message) => {
    const proof = message.signature ? proveKey(message.signature.read, ring).proof : null;
    return proof ? [{ message, opened: proof.opened }] : [];
  });
  const isSigned = ({ message: { received }, opened }: (typeof proved)[number]): boolean =>
    startsOf(received, rules).some((work) => digestHex(opened.hash, contentBytes(work, received.reading.charset.used)) === opened.digest);
  const best = proved.find(isSigned) ?? proved[0];
  if (best) return byDigest(best.message, best.opened.hash, best.opened.digest);
  const said = signature?.facts.hash ?? null;
  return byDigest(first, said && said !== 'sm3' ? said : 'sha-256', null);
}

const byDigest = (message: Message, hash: HashName, signed: string | null): Measure => ({
  message,
  hash,
  signed,
  digest: (content) => digestHex(hash, content),
  matches: (content) => (signed === null ? null : digestHex(hash, content) === signed),
});

/** Key and signature tell the digest that the content must have. */
async function measureSm2(message: Message, { ring }: Theirs): Promise<Measure> {
  const sm2 = await import('./verify/sm2.ts');
  const bytes = message.signature?.read.bytes;
  const parsed = bytes ? sm2.readSm2Signature(bytes) : null;
  const keys = ring.flatMap(({ report }) => {
    const spki = report.algorithm === 'SM2' && report.spki ? decodeBase64(report.spki) : null;
    const key = spki && sm2.readSm2Key(spki);
    return key ? [key] : [];
  });
  const [key] = keys;
  const signed = parsed && key ? sm2.expectedDigest(parsed, key) : null;
  return {
    message,
    hash: 'sm3',
    signed,
    digest: (content) => (key ? sm2.sm2Digest(content, key) : null),
    matches: (content) => (signed === null || !key ? null : sm2.sm2Digest(content, key) === signed),
  };
}

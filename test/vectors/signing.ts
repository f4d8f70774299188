/** Signs messages with the committed throw-away keys, by node:crypto alone: nothing of the code under test takes part. */
import { createSign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { encode } from './charsets.ts';
import type { CharsetName } from './charsets.ts';
import type { Pairs } from './messages.ts';

export type KeyName = 'alipay-1024' | 'alipay-2048' | 'app-2048';
export type RuleName = 'V1' | 'V2';
export type SignType = 'RSA' | 'RSA2';

/** The forms in which each public key is committed, by file name. */
export const KEY_FORMS = ['bare.txt', 'spki.pem', 'pkcs1.pem', 'x509.crt'] as const;

export function keyText(key: KeyName, form: (typeof KEY_FORMS)[number] | 'private.pem'): string {
  return readFileSync(new URL(`./keys/${key}/${form}`, import.meta.url), 'utf8');
}

export interface Signing {
  readonly charset: CharsetName;
  /** The text of the parameter `charset`; its letter case is part of what is signed. */
  readonly declared: string;
  readonly rule: RuleName;
  readonly type: SignType;
}

export function keyFor(type: SignType): KeyName {
  return type === 'RSA' ? 'alipay-1024' : 'alipay-2048';
}

/** The message with `charset`, `sign_type` and `sign` in the places where Alipay's hash order puts them. */
export function sign(pairs: Pairs, { charset, declared, rule, type }: Signing): Pairs {
  const before = pairs.slice(0, 1);
  const after = pairs.slice(1);
  const unsigned: Pairs = [...before, ['charset', declared], ...after, ['sign_type', type]];
  const text = contentOf(rule === 'V1' ? unsigned.filter(([name]) => name !== 'sign_type') : unsigned);
  const signature = createSign(type === 'RSA' ? 'RSA-SHA1' : 'RSA-SHA256')
    .update(encode(text, charset))
    .sign(keyText(keyFor(type), 'private.pem'), 'base64');
  const middle = Math.ceil(after.length / 4);
  return [...before, ['charset', declared], ...after.slice(0, middle), ['sign', signature], ...after.slice(middle), ['sign_type', type]];
}

/** Sorted by name, joined. */
export function contentOf(pairs: Pairs): string {
  return [...pairs]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** What says whether a content is the one that was signed: a digest read out of the signature, or a keyed digest that is the signature. */
import type { Rule } from '../content/recipe.ts';
import { digestHex } from '../verify/digest.ts';
import { macHex } from '../verify/mac.ts';
import type { HashName } from '../verify/verdict.ts';

export interface Oracle {
  /** Names the content: equal contents have equal names. */
  name(content: Uint8Array, rule: Rule): string;
  isSigned(name: string): boolean;
}

/** The signed digest, lower-case hex, as it stood in the opened signature. */
export const digestOracle = (hash: HashName, digest: string): Oracle => ({
  name: (content) => digestHex(hash, content),
  isSigned: (name) => name === digest,
});

/** Any of these secrets may be the one. The rule says how content and secret become the signature. */
export function macOracle(sign: string, secrets: readonly Uint8Array[]): Oracle {
  const wanted = sign.toLowerCase();
  return {
    name: (content, { mac }) => (mac ? secrets.map((secret) => macHex(mac, content, secret)).join(' ') : ''),
    isSigned: (name) => name.split(' ').includes(wanted),
  };
}

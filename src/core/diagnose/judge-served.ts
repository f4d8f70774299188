/** The second box: what the server used, held against what arrived. Known mistakes are made again on the right content until both agree. */
import { decodeBase64 } from '../text/base64.ts';
import { encodeHex } from '../text/hex.ts';
import type { HashName } from '../verify/verdict.ts';
import type { Served } from './finding.ts';
import { judgeContent } from './served-content.ts';
import { judgeDigest } from './served-digest.ts';
import { judgeGateway } from './served-gateway.ts';
import { judgeAntomDigest, judgeAntomText } from './served-global.ts';
import { judgeMacDigest, judgeSortedText, keyOfContent } from './served-mac.ts';
import { judgePartsContent, judgePartsDigest } from './served-parts.ts';
import { judgeResponseDigest, judgeResponseText } from './served-response.ts';
import { asServers, signedDigest } from './served-right.ts';
import type { ServedCase } from './served-right.ts';
import { GATEWAY } from './served-text.ts';

export type { ServedCase } from './served-right.ts';

const MAX_SERVED = 1024 * 1024;
const DIGESTS: Readonly<Record<number, HashName>> = { 32: 'md5', 40: 'sha-1', 64: 'sha-256' };

export async function judgeServed(text: string, given: ServedCase): Promise<Served> {
  // A refusal of the gateway is an answer, and quotes a string of its own.
  const quotes = typeof given.text === 'string' && GATEWAY.test(given.text);
  const refused = quotes ? await judgeGateway(given.text, text, given.ring, given.limits) : null;
  if (refused) return refused;
  const trimmed = text.length > MAX_SERVED ? '' : text.trim();
  const digest = asDigest(trimmed);
  const { rules } = given;
  if (isMac(given)) {
    if (digest) return judgeMacDigest(digest.hex, given);
    if (rules.parts) return judgeSortedText(trimmed, given);
    const ofKey = keyOfContent(trimmed, given);
    if (!ofKey) return judgeContent(trimmed, text, given);
    // What is hashed holds the key: under a wrong one nothing that is signed helps.
    const rest = await judgeContent(trimmed.replace(/&[^&=]*=[^&]*$/, ''), text, given);
    return { ...rest, equalsSigned: false, verifies: false, causes: [...asServers(ofKey), ...rest.causes] };
  }
  const kind = kindOf(given);
  if (kind === 'lines') {
    const parts = { ...given, signed: signedDigest(given.judged) };
    return digest ? judgePartsDigest(digest.hex, digest.hash, parts) : judgePartsContent(trimmed === '' ? '' : text, parts);
  }
  if (kind === 'antom')
    return digest ? judgeAntomDigest(digest.hex, digest.hash, given) : judgeAntomText(trimmed === '' ? '' : text, given);
  if (kind === 'piece') return digest ? judgeResponseDigest(digest.hex, digest.hash, given) : judgeResponseText(trimmed, given);
  return digest ? judgeDigest(digest.hex, digest.hash, given) : judgeContent(trimmed, text, given);
}

const isMac = ({ rules }: ServedCase): boolean => rules.rules.every(({ mac }) => mac !== undefined);

/** What is signed: lines of headers and body, Antom's request line, a piece of an answer as it stood, or parameters. */
function kindOf({ rules, received }: ServedCase): 'lines' | 'antom' | 'piece' | 'parameters' {
  if (rules.raw) return 'piece';
  const names = new Set(rules.parts?.(received)?.map(({ name }) => name));
  if (!rules.parts) return 'parameters';
  if (names.has('request') && names.has('time')) return 'antom';
  if (names.has('before-sign') || names.has('inner')) return 'piece';
  return names.size === 0 || names.has('timestamp') ? 'lines' : 'parameters';
}

/** Hex or base64 of a digest's length, bare or behind a label: `sha256: …`, `digest=…`. */
function asDigest(labelled: string): { readonly hex: string; readonly hash: HashName } | null {
  const text = /^[^\n&{}]{1,60}?[:：=]\s*["']?([0-9a-fA-F]{32,64}|[A-Za-z0-9+/]{22,43}={1,2})["']?[;,]?$/.exec(labelled)?.[1] ?? labelled;
  const hex = /^[0-9a-fA-F]+$/.test(text)
    ? text.toLowerCase()
    : /^[A-Za-z0-9+/]{27}=$|^[A-Za-z0-9+/]{43}=$|^[A-Za-z0-9+/]{22}==$/.test(text)
      ? encodeHex(decodeBase64(text) ?? new Uint8Array())
      : '';
  const hash = DIGESTS[hex.length];
  return hash ? { hex, hash } : null;
}

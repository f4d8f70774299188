/** Shared secrets among pasted key material: an MD5 key, an APIv2 or APIv3 key, an EncodingAESKey, a token, an AES key. One a line. */
import { whyNoKey } from './no-key.ts';

const LABEL = /^[\p{L}\p{N}_.\- ()（）]{1,32}?\s*[:=：]\s*(?=\S)/u;
const MAX_SECRETS = 8;
/** Told to everyone, and beside the secrets in every console: an appid, the name of a public key, the serial of a certificate. @see pay.weixin.qq.com/doc/v3 */
const PUBLIC = /^(wx[0-9a-f]{16}|PUB_KEY_ID_\d+|[0-9A-F]{40})$/;

/** What has no width, or is a blank that is not the ordinary one: consoles and chats put it there when a text is copied. */
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad\0]/g;
const WIDE = /[\u00a0\u3000\u2002-\u200a\u202f]/g;
/** As consoles give them out, and nothing that people write: with a blank inside they are told all the same. */
const GIVEN_OUT = /^(?:[A-Za-z0-9]{32}|[A-Za-z0-9]{43})$/;

export interface Secret {
  readonly text: string;
  /** What had to be undone. */
  readonly repairs: readonly ('invisible-characters' | 'whitespace')[];
  /** As it was pasted. */
  readonly pasted: string;
}

/**
 * @param around base64 of keys that were found in the same text: their lines are no secrets
 * @returns printable ASCII without blanks, at most 64 characters each; nothing shorter than 16 beside a key
 */
export function findSecrets(text: string, around: readonly string[]): readonly Secret[] {
  const rest = text.replace(/-{2,}\s?BEGIN[\s\S]*?END[^-]*-{2,}/g, '\n');
  const found = new Map<string, Secret>();
  for (const line of rest.split('\n').flatMap(configured)) {
    const plain = line.replace(INVISIBLE, '').replace(WIDE, ' ');
    const kept = bareText(plain);
    const joined = kept.replace(/\s/g, '');
    const bare = GIVEN_OUT.test(joined) ? joined : kept;
    const shortest = around.length > 0 ? 16 : 3;
    if (bare.length < shortest || bare.length > 64 || !/^[\x21-\x7e]+$/.test(bare) || around.some((key) => key.includes(bare))) continue;
    if (PUBLIC.test(bare)) continue;
    const { problem } = whyNoKey(bare);
    if (problem.id === 'file-path' || problem.id === 'placeholder') continue;
    if (found.has(bare)) continue;
    const repairs = [...(plain === line ? [] : ['invisible-characters' as const]), ...(bare === kept ? [] : ['whitespace' as const])];
    found.set(bare, { text: bare, repairs, pasted: line.trim() });
    if (found.size >= MAX_SECRETS) break;
  }
  return [...found.values()];
}

/** A member of a configuration: `"mchKey":"…"`, `'key' => '…'`, `api_key: '…'`. */
const MEMBER = /["']?([\p{L}\w.-]{1,32})["']?\s{0,8}(?:=>|[:=：])\s{0,8}(["'])([^"'\\]{1,64})\2/gu;

/** Of a line with members in quotes the values whose names say that they are secret; a comment behind a blank is none of any line. */
function configured(line: string): readonly string[] {
  const members = [...line.slice(0, 4096).matchAll(MEMBER)].filter(([, name = '']) => /key|secret|token|密|令牌/i.test(name));
  return members.length > 0 ? members.map(([, , , value = '']) => value) : [line.replace(/(?<=\S)\s(?:#|\/\/|--|;)(?=\s|$).*$/, '')];
}

/** Without a label, quotes and what ends a line of code. */
function bareText(line: string): string {
  const trimmed = line.trim();
  const value = /^["'`]?[A-Za-z0-9+/]{20,}={0,2}["'`]?$/.test(trimmed) ? trimmed : trimmed.replace(LABEL, '');
  return value.replace(/^["'`]|["'`]?[;,]?$/g, '');
}

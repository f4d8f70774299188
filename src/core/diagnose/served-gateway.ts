/** A request that the gateway refused: the string that it built, as its answer quotes it, against what was signed here. The boxes may be exchanged. */
import type { RingKey } from '../keys/read-keys.ts';
import { providers } from '../providers/index.ts';
import type { DialectRules } from '../providers/provider.ts';
import type { WorkPair } from '../providers/suspect.ts';
import { read } from '../read/read.ts';
import { openSignature } from '../verify/open.ts';
import { readSignatureText } from '../verify/signature-text.ts';
import { NO_SEARCH } from './case.ts';
import type { Served } from './finding.ts';
import type { SearchLimits } from './search.ts';
import { judgeContent } from './served-content.ts';
import { judgeDigest } from './served-digest.ts';
import type { ServedCase } from './served-right.ts';
import { GATEWAY, unframed } from './served-text.ts';

/** Parameters of every request. @see AlipayDocs/open-docs: 公共请求参数 */
const COMMON =
  'alipay_root_cert_sn alipay_sdk app_auth_token app_cert_sn app_id auth_token biz_content charset encrypt_type format method notify_url return_url sign sign_type target_app_id timestamp version ws_service_url';
const NAMES: ReadonlySet<string> = new Set(COMMON.split(' '));

/** All parameters that are not empty but `sign`, sorted. @see AlipayDocs/open-docs: 如何自行生成签名, 待签名字符串 */
const RULES: DialectRules = {
  rules: [
    {
      id: 'V2',
      recipe: [{ op: 'drop', names: ['sign'] }, { op: 'drop-empty' }, { op: 'sort' }, { op: 'join', pair: '=', between: '&' }],
      source: 'alipay/alipay-sdk-java-all: AlipaySignature.getSignatureContent',
    },
  ],
  charsets: ['utf-8', 'gbk'],
  signature: { value: 'sign', type: 'sign_type' },
};

/** @returns null where neither box is a refused request's */
export async function judgeGateway(
  first: string | Uint8Array,
  second: string,
  ring: readonly RingKey[],
  limits?: SearchLimits,
): Promise<Served | null> {
  if (typeof first !== 'string' || Math.max(first.length, second.length) > 65_536) return null;
  const [page, other] = [first, second].find((text) => GATEWAY.test(text)) === first ? [first, second] : [second, first];
  const isPage = GATEWAY.test(page);
  const request = requestOf(isPage ? other : first);
  const right = isPage ? partsOf(plain(unframed(page, NAMES))) : request;
  if (!right || !['app_id', 'method'].every((name) => right.some((pair) => pair.name === name))) return null;
  const provider = await providers.find(({ id }) => id === 'alipay')?.load();
  if (!provider) return null;
  const given: ServedCase = {
    provider,
    dialect: 'openapi2-notify',
    rules: RULES,
    judged: { verdict: { indication: 'indeterminate', reason: 'no-key' }, causes: [], search: NO_SEARCH, message: 0 },
    received: { reading: readAgain(right).reading, body: null, inputs: {} },
    ring: [],
    ...(limits ? { limits } : {}),
  };
  if (!isPage) return judgeContent(second.trim(), second, given);
  // A notification has parameters of the same names, and is another message.
  if (!request) return /\bnotify_id\b/.test(other) ? null : judgeContent(withoutSign(other), other, given);
  const told = await judgeContent(asJson(request), other, given);
  const digest = told.causes.length === 0 ? signedOf(request, ring) : null;
  if (!digest) return told;
  const { reading } = readAgain(request);
  return judgeDigest(digest.digest, digest.hash, { ...given, received: { ...given.received, reading } });
}

/** The parameters of a request as it was sent, with its signature; null where it is no such thing. */
function requestOf(text: string): readonly WorkPair[] | null {
  const trimmed = text.trim();
  // With values that nobody encoded it is a string to sign, whose signature was put behind it.
  if (/^[A-Za-z_]+=/.test(trimmed) && /["{}]|:\/\/|[^\0-\x7f]/.test(trimmed)) return null;
  const pairs = read(trimmed).reading.pairs.map(({ name, value }, from) => ({ name, value, from }));
  const has = (name: string): boolean => pairs.some((pair) => pair.name === name);
  return ['app_id', 'method', 'sign'].every(has) && !has('notify_id') ? pairs : null;
}

const asJson = (pairs: readonly WorkPair[]): string => JSON.stringify(Object.fromEntries(pairs.map(({ name, value }) => [name, value])));

const readAgain = (pairs: readonly WorkPair[]): ReturnType<typeof read> => read(asJson(pairs), { keepRepairs: [] });

const withoutSign = (text: string): string => text.trim().replace(/&sign=[^&]*$/, '');

/** As a browser shows it, where the source of the page was copied. */
const plain = (text: string): string =>
  /&(?!amp;|quot;|lt;|gt;|#39;)/.test(text) || !/&amp;[a-z_]+=/.test(text)
    ? text
    : text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

/** The gateway's string cut into its parameters. An address and JSON have `&` of their own. */
function partsOf(text: string): readonly WorkPair[] {
  const pairs: { name: string; value: string; from: number }[] = [];
  for (const [from, piece] of text.split('&').entries()) {
    const cut = piece.indexOf('=');
    const name = cut < 0 ? '' : piece.slice(0, cut);
    const last = pairs.at(-1);
    if (NAMES.has(name) || !last || (/^[a-z_]\w{0,63}$/.test(name) && !/[?{]/.test(last.value)))
      pairs.push({ name, value: piece.slice(cut + 1), from });
    else last.value += `&${piece}`;
  }
  return pairs;
}

/** What the request's signature says that was signed, under whichever key opens it. */
function signedOf(
  request: readonly WorkPair[],
  ring: readonly RingKey[],
): { readonly hash: 'sha-1' | 'sha-256'; readonly digest: string } | null {
  const { bytes } = readSignatureText(request.find(({ name }) => name === 'sign')?.value ?? '');
  for (const { key } of bytes ? ring : []) {
    const opened = key && bytes ? openSignature(bytes, key) : null;
    if (opened?.ok && (opened.hash === 'sha-256' || opened.hash === 'sha-1')) return { hash: opened.hash, digest: opened.digest };
  }
  return null;
}

/**
 * Key material that is itself encrypted: the answer of GET /v3/certificates, pasted beside the APIv3 key that opens it. What comes out
 * are certificates, which are keys like any other.
 * @see pay.weixin.qq.com/doc/v3/merchant/4012551764 (下载平台证书)
 */
import { readKeys } from './keys/read-keys.ts';
import type { RingKey } from './keys/read-keys.ts';
import { providers } from './providers/index.ts';
import { read } from './read/read.ts';

const MARK = 'encrypt_certificate';
const MAX_TEXT = 1 << 20;

/** Reads every entry of the key box, sealed ones too, and links its certificates. Total. */
export async function readRing(entries: readonly (string | Uint8Array)[]): Promise<readonly RingKey[]> {
  const ring = await readAll(entries);
  return ring.some(({ certificate }) => certificate) ? (await import('./verify/chain.ts')).withChains(ring) : ring;
}

async function readAll(entries: readonly (string | Uint8Array)[]): Promise<readonly RingKey[]> {
  const cut = entries.map((entry) =>
    typeof entry === 'string' && entry.length <= MAX_TEXT && entry.includes(MARK) ? cutObject(entry) : null,
  );
  if (cut.every((each) => each === null)) return readKeys(entries);
  const ring = await readKeys(entries.map((entry, i) => cut[i]?.rest ?? entry));
  const secrets = ring.flatMap(({ secret }) => secret ?? []);
  const opened = await Promise.all(cut.map(async (each, entry) => (each ? openAll(each.object, secrets, entry) : [])));
  return [...ring, ...opened.flat()];
}

async function openAll(text: string, secrets: readonly Uint8Array[], entry: number): Promise<readonly RingKey[]> {
  const { reading } = read(text);
  const parts = providers.flatMap((provider) => provider.sealed(reading)).filter(({ name }) => name.includes(MARK));
  const { unseal } = await import('./unseal/unseal.ts');
  const keys = await Promise.all(
    parts.map(async (sealed): Promise<readonly RingKey[]> => {
      const opening = await unseal(sealed, secrets);
      return opening.ok ? readKeys([opening.text]) : [stillSealed];
    }),
  );
  return keys.flat().map((key) => ({ ...key, report: { ...key.report, entry } }));
}

const stillSealed: RingKey = {
  report: {
    origin: 'offered',
    entry: 0,
    format: null,
    algorithm: null,
    bits: null,
    exponent: null,
    fingerprint: null,
    role: 'wechatpay-platform',
    repairs: [],
    problems: [{ id: 'sealed', severity: 'error' }],
  },
  key: null,
  secret: null,
  hidden: [],
};

/** The JSON object around the mark, and the text without it; null where it has no end. */
function cutObject(text: string): { readonly object: string; readonly rest: string } | null {
  let [depth, start, quoted] = [0, -1, false];
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (quoted) {
      if (char === '\\') i++;
      else if (char === '"') quoted = false;
    } else if (char === '"' && depth > 0) quoted = true;
    else if (char === '{' && depth++ === 0) start = i;
    else if (char === '}' && depth > 0 && --depth === 0) {
      const object = text.slice(start, i + 1);
      if (object.includes(MARK)) return { object, rest: `${text.slice(0, start)}\n${text.slice(i + 1)}` };
    }
  }
  return null;
}

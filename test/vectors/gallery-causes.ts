/** One message for each cause that can be shown: a good one, spoilt forwards, the same at every run. */
import { createHash, createSign } from 'node:crypto';
import { causes } from '../../src/core/diagnose/causes.ts';
import type { CauseId } from '../../src/core/diagnose/causes.ts';
import { mistakes } from '../support/mistakes.ts';
import { contentOf, makeRandom, renderForm } from '../support/notification.ts';
import type { Signer } from '../support/notification.ts';
import { mistakes as wechatMistakes } from '../support/wechat-mistakes.ts';
import { encode } from './charsets.ts';
import { messageOf } from './messages.ts';
import type { Pairs } from './messages.ts';
import { keyText } from './signing.ts';
import type { KeyName } from './signing.ts';

export interface Made {
  readonly text: string;
  readonly keys: readonly string[];
  readonly served?: string;
}

export interface CauseExample extends Made {
  readonly id: CauseId;
}

/** The committed throw-away keys; the private half signs here and is never in an example. */
const signerOf = (key: KeyName): Signer => ({
  publicKey: keyText(key, 'bare.txt').trim(),
  privatePem: '',
  sign: (content, hash = 'RSA-SHA256') => createSign(hash).update(content).sign(keyText(key, 'private.pem'), 'base64'),
});

const signer = signerOf('alipay-2048');
const other = signerOf('app-2048');
const [first, ...rest] = messageOf('paid').pairs;
const pairs: Pairs = [
  first as Pairs[number],
  ['charset', 'utf-8'],
  ...rest,
  ['passback_params', 'shop%3D12%26from%3Dapp'],
  ['sign_type', 'RSA2'],
];
const signed: Pairs = [...pairs, ['sign', signer.sign(Buffer.from(contentOf(pairs)))]];
const plain = signed.map(([name, value]) => `${name}=${value}`).join('&');
const keys = [signer.publicKey];
const quoted = (text: string): string => `'${text.replaceAll("'", "\\'")}'`;

/** What the forward mistakes of the tests do not make: the ways of printing and copying, and what only the second box shows. */
const own: Readonly<Partial<Record<CauseId, Made>>> = {
  'querydict-lists': { text: `{${signed.map(([name, value]) => `${quoted(name)}: [${quoted(value)}]`).join(', ')}}`, keys },
  'java-map-tostring': { text: `{${signed.map(([name, value]) => `${name}=${value}`).join(', ')}}`, keys },
  'html-named-entity': { text: plain.replaceAll('&not', '¬'), keys },
  'param-missing': { text: renderForm(signed.filter(([name]) => name !== 'version')), keys },
  'nginx-hex-escape': { text: plain.replaceAll('"', '\\x22'), keys },
  'app-cert-as-alipay-cert': { text: renderForm(signed), keys: [keyText('app-2048', 'x509.crt').trim()] },
  'jvm-default-charset': {
    text: renderForm(signed),
    keys,
    served: createHash('sha256')
      .update(encode(contentOf(pairs), 'gbk'))
      .digest('hex'),
  },
};

/** Where the key is not the point, it is in a form that needs no repair. */
const inForm = (id: CauseId, { keys: held, ...made }: Made): Made => ({
  ...made,
  keys: held.map((key) => {
    const name = (['alipay-2048', 'app-2048'] as const).find((each) => keyText(each, 'bare.txt').trim() === key);
    return name && id !== 'pem-missing-header' ? keyText(name, 'spki.pem').trim() : key;
  }),
});

/** Not shown: its key box would hold a private key. */
const LEFT: readonly string[] = ['sign-of-other-message'];

/** The same numbers for a cause whatever else is in the gallery. */
const seedOf = (id: string): number => createHash('sha256').update(id).digest().readUInt32BE();

/** Some messages of a mistake cannot suffer it: the next one is tried. */
function make(id: CauseId): Made | null {
  const made = own[id];
  if (made || LEFT.includes(id)) return made ?? null;
  for (let turn = 0; turn < 20; turn++) {
    const random = makeRandom(seedOf(id) + turn);
    const spoilt = mistakes[id]?.({ pairs, signer, other }, random) ?? wechatMistakes[id]?.({ signer, other }, random) ?? null;
    if (spoilt) return { text: spoilt.text, keys: spoilt.keys, ...(spoilt.served === undefined ? {} : { served: spoilt.served }) };
  }
  return null;
}

export const causeExamples: readonly CauseExample[] = causes.flatMap(({ id }) => {
  const made = make(id);
  return made ? [{ id, ...inForm(id, made) }] : [];
});

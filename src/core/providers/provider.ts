/**
 * What a payment provider is to the core: who recognises its messages, how they are signed, which mistakes are usual.
 * Adding a provider adds a folder and one line in `index.ts`. Everything here is data, but for `claims`.
 */
import type { Rule } from '../content/recipe.ts';
import type { ContentPair } from '../content/run.ts';
import type { ExplainShape } from './shape.ts';
import type { Name } from './field.ts';
import type { Suspect } from './suspect.ts';
import type { Usual } from './usual.ts';
import type { Reading } from '../read/reading.ts';
import type { CertificateFacts, KeyRole } from '../keys/report.ts';

export type ProviderId = 'alipay' | 'wechatpay';

/** Why a dialect is believed: a code, and the parameter it was seen in. */
export interface Evidence {
  readonly id: 'parameter-value' | 'parameter-present' | 'parameter-absent' | 'signature-shape';
  readonly name: string;
  readonly value?: string;
}

export interface DialectClaim {
  readonly provider: ProviderId;
  readonly dialect: string;
  /** 0 to 1. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** The best claim and its rivals, best first. */
export interface Claim extends DialectClaim {
  readonly rivals: readonly DialectClaim[];
  /** True where the user chose it. */
  readonly chosen?: true;
}

export interface Dialect {
  readonly id: string;
  /** How well the reading fits; null when it cannot be this dialect. */
  claims(reading: Reading): { readonly score: number; readonly evidence: readonly Evidence[] } | null;
  /** The rest of it, loaded when needed. */
  load(): Promise<DialectRules>;
}

/** A message as it arrived, for dialects that sign other parts than its parameters. */
export interface Received {
  readonly reading: Reading;
  /** The body as it stood, never written anew; null where the paste holds none of its own. */
  readonly body: { readonly text: string; readonly bytes: Uint8Array } | null;
  /** What the user answered to questions: a header, a path. */
  readonly inputs: Readonly<Record<string, string>>;
}

/** Which algorithm a signature type stands for. `mac`: a shared secret, see the rule. */
export type Algorithm = 'sha-1' | 'sha-256' | 'mac' | 'sm2' | 'dsa' | 'ecdsa';

export interface DialectRules {
  /** Tried in order; the one that holds is named. */
  readonly rules: readonly Rule[];
  /** Character sets to try where the message declares none, first the likeliest. */
  readonly charsets: readonly ('utf-8' | 'gbk')[];
  /** Where the signature and its type stand: names of parameters, or of headers. */
  readonly signature: {
    readonly value: string;
    /** Null where no type is told. */
    readonly type: string | null;
    readonly from?: 'header' | 'query';
    /** The name that counts where the first is absent. */
    readonly instead?: string;
    /** Other headers in which it may stand by mistake. */
    readonly among?: readonly string[];
    /** Takes either out of the text it stands in; the empty text where it is not there. */
    readonly pick?: (text: string, of: 'value' | 'type') => string;
  };
  /** What a server trips over that takes such a message for an ordinary one: ids of causes; `rule`: only where that rule holds. */
  readonly quirks?: readonly { readonly id: string; readonly alternatives?: readonly string[]; readonly rule?: string }[];
  /** True where a structure is signed as it stood (a gateway response's node), not as parameters. */
  readonly raw?: true;
  /** What is signed instead of the parameters; null while something is missing. */
  parts?(received: Received): readonly ContentPair[] | null;
  /** What is wrong with a message to the eye, before any digest: told where nothing else explains its failure. */
  shows?(received: Received): readonly Shown[];
  /** Whether a signature that holds says nothing of the message: it covers the address it came to, and no body. */
  uncovered?(received: Received): boolean;
  /** Questions whose answers would help: names for `Hints.inputs`. */
  asks?(received: Received): readonly string[];
}

/** A mistake that the message shows by itself. */
export interface Shown {
  /** Id of a cause in the catalogue. */
  readonly id: string;
  readonly alternatives?: readonly string[];
  /** What was signed is not in the message, nor to be guessed: no search finds it. */
  readonly lost?: true;
  /** It may be the paste that is not whole. */
  readonly guess?: true;
  readonly edits: readonly { readonly op: 'add-pair' | 'set-value' | 'drop-pair'; readonly name: string }[];
  readonly before?: readonly { readonly name: string; readonly text: string }[];
}

export interface BuiltInKey {
  readonly role: KeyRole;
  /** base64 SPKI. */
  readonly spki: string;
  readonly source: string;
}

/** What recognising a message needs of a provider: little, for it is loaded with the page. */
export interface ProviderFace {
  readonly id: ProviderId;
  readonly dialects: readonly Dialect[];
  /** What is encrypted in a message, and by which scheme. */
  sealed(reading: Reading): readonly SealedPart[];
}

export interface ProviderEntry extends ProviderFace {
  /** The rest of it: names, keys, shapes, mistakes. */
  load(): Promise<Provider>;
}

export interface Provider extends ProviderFace {
  /** Every parameter known in any dialect: only a name outside this set can be an unsigned extra. */
  readonly names: readonly Name[];
  readonly known: ReadonlySet<string>;
  readonly keys: readonly BuiltInKey[];
  /** By the text of the signature's type; undefined for one that nobody knows. */
  readonly algorithms: Readonly<Record<string, Algorithm>>;
  /** Usual mistakes with this provider's messages, as the edits that undo them. Loaded when a content does not match. */
  suspects(dialect: string): Promise<readonly Suspect[]>;
  /** Whether a parameter that is not signed may be ignored: the provider did not send it, and it is no known name in disguise. */
  mayBeUnsigned(name: string): boolean;
  /** What a key that did not make the signature usually is, by ids of causes, likeliest first. */
  readonly wrongKeys: readonly string[];
  /** The same for a shared secret. */
  readonly wrongSecrets: readonly string[];
  /** Its merchants hold several keys at once (old and new certificates, both kinds of key): beside the right one, others are no mistake. */
  readonly keyRing?: true;
  /** Which key the message says that it was signed with; null where it does not say. */
  signer?(reading: Reading): Signer | null;
  /** Where its messages speak of certificates. */
  readonly certificates?: CertificateNaming;
  /** Ids of causes that this provider's catalogue has in place of the general ones. */
  readonly ownCauses?: Readonly<Record<string, string>>;
  /** Causes that may have put an unknown name among the parameters, likeliest first. */
  readonly originOf: (name: string) => readonly string[];
  /** What messages usually carry, beside what their dialect requires. */
  readonly usual?: readonly Usual[];
  /** How a message of a dialect is explained; `around` is the message in which the reading was encrypted. */
  shape(dialect: string, reading: Reading, around?: Reading): ExplainShape;
  /** Signatures that never verify and are known by sight: samples of the documents, probes. */
  readonly samples: readonly Sample[];
}

/** A key by its name in the message. */
export interface Signer {
  readonly header: string;
  readonly text: string;
  /** Whether this certificate is meant; null = a bare key: cannot be told. */
  fits(certificate: Pick<CertificateFacts, 'serial' | 'certSn'> | null): boolean | null;
}

/** What is said of certificates: names of parameters or headers, by what they are compared with; and whom a subject names. */
export interface CertificateNaming {
  readonly said: Readonly<
    Partial<Record<'alipay-cert-sn' | 'app-cert-sn' | 'root-cert-sn' | 'seller' | 'app' | 'time', readonly string[]>>
  >;
  parties?(subject: string): { readonly seller: string | null; readonly app: string | null };
}

/** A signature known by its first characters, or a message by those of a header. */
export interface Sample {
  readonly starts: string;
  /** The header that starts so; absent = the signature. */
  readonly header?: string;
  readonly kind: 'documentation' | 'probe';
  readonly source: string;
}

/** A part that only a shared secret opens, or the merchant's private key. Texts as they stand in the message. */
export interface SealedPart {
  readonly name: string;
  readonly scheme: 'wechatpay-v3' | 'wechatpay-v3-sm4' | 'wechatpay-v2-refund' | 'wechat-message' | 'alipay-aes' | 'alipay-wap-rsa';
  /** base64. */
  readonly ciphertext: string;
  /** The signature covers what is inside: before it is opened, nothing can be said of the content. */
  readonly signedInside?: true;
  readonly nonce?: string;
  readonly associated?: string;
}

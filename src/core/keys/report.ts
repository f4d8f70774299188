/** What is told about a piece of key material. Never holds a private key or a secret. */

export type KeyFormat = 'spki' | 'pkcs1' | 'pkcs8' | 'pkcs1-private' | 'x509' | 'jwk' | 'text';

/** What had to be undone to read the key; each is harmless once undone, and worth telling. */
export type KeyRepair =
  | 'pem-missing-header'
  | 'pem-wrong-label'
  | 'pem-double-header'
  | 'pem-broken-lines'
  | 'escaped-newlines'
  | 'whitespace'
  | 'invisible-characters'
  | 'full-width'
  | 'quotes'
  | 'url-encoded'
  | 'url-safe-base64'
  | 'padding-lost'
  | 'plus-lost'
  | 'key-name-prefix'
  | 'base64-twice'
  | 'bom';

/** Why a key cannot be used, or what is doubtful about it. `severity: 'error'` keys are not tried. */
export interface KeyProblem {
  readonly id:
    | 'empty'
    | 'not-base64'
    /** The name of a key (a serial number, `PUB_KEY_ID_…`), not the key. */
    | 'key-name'
    | 'not-der'
    | 'truncated'
    | 'trailing-bytes'
    | 'non-canonical-der'
    | 'file-path'
    | 'placeholder'
    | 'hex'
    | 'private-key'
    | 'private-key-encrypted'
    | 'not-rsa'
    | 'ec-key'
    | 'sm2-key'
    | 'dsa-key'
    | 'md5-key'
    | 'secret'
    | 'certificate-request'
    | 'pss-key'
    | 'modulus-even'
    | 'modulus-size'
    | 'exponent'
    | 'weak'
    | 'small-exponent'
    | 'too-large'
    | 'certificate-unreadable'
    | 'pkcs7'
    | 'sealed';
  readonly severity: 'error' | 'warning';
  /** Numbers only: `at` a byte position, `bits`, `limit`, `have`, `need`. Never text of the key. */
  readonly params?: Readonly<Record<string, number>>;
}

export interface CertificateFacts {
  readonly subject: string;
  readonly issuer: string;
  /** Lower-case hex, no leading zeros. */
  readonly serial: string;
  /** ISO 8601, UTC. */
  readonly notBefore: string;
  readonly notAfter: string;
  /** Object identifier, dotted. */
  readonly signatureAlgorithm: string;
  /** `alipay_cert_sn`: MD5 of the issuer and the decimal serial, lower-case hex. */
  readonly certSn: string;
  /** The issuer's name is one that not every SDK spells alike: `certSn` is what the Java SDK makes of it. */
  readonly snDiffers?: true;
  /** SHA-256 of the whole certificate, lower-case hex. */
  readonly fingerprint?: string;
  /** It may sign other certificates. */
  readonly authority?: true;
  /** On the roots of a bundle: the number that a request names them by. */
  readonly rootSn?: RootSn;
  readonly chain?: CertificateChain;
  /** What the message says of it; absent without a message. */
  readonly notes?: readonly CertificateNote[];
}

/** `alipay_root_cert_sn`: of those of a bundle that are signed with RSA, or with SM2; empty where none is. */
export interface RootSn {
  readonly rsa: string;
  readonly sm2: string;
}

/** Whose network a certificate belongs to: Alipay's own, or its sandbox's. */
export type Environment = 'production' | 'sandbox';

/** Who signed a certificate, as far as the certificates at hand tell. Never part of a verdict. */
export interface CertificateChain {
  /**
   * `verified`: the issuer's certificate is here and its key made the signature. `self`: it signed itself. `refuted`: neither did,
   * though the names say so. `absent`: the issuer's certificate is not here. `untested`: it is signed with another algorithm than RSA.
   */
  readonly signature: 'verified' | 'self' | 'refuted' | 'absent' | 'untested';
  /** Index into the keys. */
  readonly issuer?: number;
  /** Verified signatures lead to a certificate that the provider publishes. */
  readonly anchor?: Environment;
  /** The issuer's name is the provider's. A name proves nothing. */
  readonly named?: Environment;
}

/** One comparison of a certificate with the message: it holds or it does not. */
export interface CertificateNote {
  readonly id: 'dates' | 'alipay-cert-sn' | 'app-cert-sn' | 'root-cert-sn' | 'wechatpay-serial' | 'seller' | 'app';
  readonly holds: boolean;
  /** What the certificate holds; for `dates`, `valid`, `expired` or `early` at the message's own time. */
  readonly own: string;
  /** What the message says. */
  readonly said: string;
}

/** What a key is for, where that can be told from the key itself. */
export type KeyRole =
  | 'alipay-mapi'
  | 'alipay-open'
  | 'alipay-sandbox'
  | 'alipay'
  | 'app'
  | 'authority'
  | 'root'
  | 'wechatpay-platform'
  | 'wechatpay-merchant'
  | 'unknown';

export interface KeyReport {
  /** `offered` by the user, or one of the constants that a provider publishes. */
  readonly origin: 'offered' | 'built-in';
  /** Which entry of `InspectRequest.keys` it came from; -1 for a built-in key. */
  readonly entry: number;
  readonly format: KeyFormat | null;
  readonly algorithm: 'RSA' | 'EC' | 'SM2' | 'DSA' | 'secret' | null;
  /** Size of the modulus; null unless RSA. */
  readonly bits: number | null;
  readonly exponent: string | null;
  /** SHA-256 of the SPKI, lower-case hex; null when there is no public key. */
  readonly fingerprint: string | null;
  readonly role: KeyRole;
  /** Its label calls it the merchant's own public key: a claim, of which no verdict depends. */
  readonly calledOwn?: true;
  readonly certificate?: CertificateFacts;
  /** The public key as base64 of its SPKI, to copy; absent when there is none. Never anything private. */
  readonly spki?: string;
  readonly repairs: readonly KeyRepair[];
  readonly problems: readonly KeyProblem[];
}

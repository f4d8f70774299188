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
  | 'bom';

/** Why a key cannot be used, or what is doubtful about it. `severity: 'error'` keys are not tried. */
export interface KeyProblem {
  readonly id:
    | 'empty'
    | 'not-base64'
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
}

/** What a key is for, where that can be told from the key itself. */
export type KeyRole =
  'alipay-mapi' | 'alipay-open' | 'alipay-sandbox' | 'alipay' | 'app' | 'root' | 'wechatpay-platform' | 'wechatpay-merchant' | 'unknown';

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
  readonly certificate?: CertificateFacts;
  /** The public key as base64 of its SPKI, to copy; absent when there is none. Never anything private. */
  readonly spki?: string;
  readonly repairs: readonly KeyRepair[];
  readonly problems: readonly KeyProblem[];
}

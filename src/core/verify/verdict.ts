/** The verdict: an indication, the single most specific reason, and the proof. Modelled on ETSI TS 119 102-1 as EU DSS reports it. */
import type { Charset } from '../text/charset.ts';

export type Indication = 'passed' | 'failed' | 'indeterminate';

export type Reason =
  | 'verified'
  | 'verified-after-paste-repair'
  | 'verified-with-unsigned'
  | 'wrong-key'
  | 'wrong-key-role'
  | 'signature-explained'
  | 'signature-damaged'
  | 'signature-length'
  | 'signature-noncanonical'
  | 'hash-mismatch'
  | 'content-explained'
  | 'content-unexplained'
  | 'probe-traffic'
  | 'mac-mismatch'
  | 'unreadable'
  | 'not-a-notification'
  | 'no-signature'
  | 'no-key'
  | 'key-unreadable'
  | 'unsupported-algorithm'
  | 'too-large'
  | 'internal-disagreement';

export type HashName = 'sha-1' | 'sha-224' | 'sha-256' | 'sha-384' | 'sha-512' | 'md5' | 'sm3';

/** What was found inside the signature when it was opened with a key: `sig^e mod n` (RFC 8017 §8.2.2). All bytes as lower-case hex. */
export type Opened =
  | {
      readonly ok: true;
      readonly hash: HashName;
      /** The digest the signer signed. */
      readonly digest: string;
      /** The whole block EM, as long as the modulus. */
      readonly block: string;
      /** How many FF bytes pad it. */
      readonly padding: number;
      /** The DigestInfo before the digest. */
      readonly prefix: string;
    }
  | {
      readonly ok: false;
      /**
       * `length`: the signature is not as long as the modulus. `range`: as a number it is not below the modulus.
       * `padding`: no PKCS#1 v1.5 block, so another key made it, or its text was damaged.
       * `noncanonical`: a digest can be read, but the block is not strictly what RFC 8017 prescribes.
       */
      readonly why: 'length' | 'range' | 'padding' | 'noncanonical' | 'unknown-hash';
      readonly block: string | null;
      /** For `noncanonical`: which rule it breaks, and what is inside all the same. */
      readonly defect?: 'null-missing' | 'der' | 'trailing' | 'short-padding';
      readonly hash?: HashName;
      readonly digest?: string;
    };

/** A stretch of the signed content and the pair it came from (index into `Reading.pairs`; null for joiners or for text that no pair gave). */
export interface ContentPart {
  readonly pair: number | null;
  /** Half-open offsets into `SignedContent.text`, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** The content as a rule builds it from the pairs. */
export interface SignedContent {
  readonly rule: string;
  readonly charset: Charset;
  readonly text: string;
  /** base64 of the bytes, only where `text` in `charset` does not give them back. */
  readonly bytes?: string;
  readonly length: number;
  /** Digests of the content, lower-case hex, by hash name; those that the message or the opened block ask for. */
  readonly digests: Readonly<Partial<Record<HashName, string>>>;
  readonly parts: readonly ContentPart[];
  /** Pairs (by index) that the rule leaves out. */
  readonly left: readonly number[];
}

/** What each of the two independent verifiers said of the winning (or first) content. */
export interface Verifiers {
  /** Our own: the whole expected block compared byte for byte. */
  readonly own: boolean | null;
  /** WebCrypto; null where the platform has none or refuses the key or the hash. */
  readonly webcrypto: boolean | null;
}

export interface SignatureFacts {
  /** As pasted. */
  readonly text: string;
  /** Bytes after base64; null where it is not base64. */
  readonly length: number | null;
  /** `RSA`, `RSA2`, `MD5` … as the message says; null when it does not. */
  readonly type: string | null;
  /** The hash that type stands for. */
  readonly hash: HashName | null;
}

export interface Verdict {
  readonly indication: Indication;
  readonly reason: Reason;
  /** Index into `Inspection.keys`: the key that proved (or, for `wrong-key`, was tried first). */
  readonly key?: number;
  /** The rule that holds, or the one shown when none does. */
  readonly rule?: string;
  readonly opened?: Opened;
  readonly signature?: SignatureFacts;
  /** The content by that rule. */
  readonly content?: SignedContent;
  readonly verifiers?: Verifiers;
  /** Set where nothing verifies because the message is an example of the documents, whose key nobody has. */
  readonly sample?: 'documentation';
  /** Numbers and names for the sentence: sizes, limits. Never the input. */
  readonly params?: Readonly<Record<string, string | number>>;
}

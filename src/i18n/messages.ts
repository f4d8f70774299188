/**
 * Everything the page says, as one type: a forgotten or misspelt key is a compile error in either language.
 * The core returns codes and values; sentences are made here, each naming what happened and what to do next.
 */
import type { FieldGroup } from '../core/explain/explanation.ts';
import type { Edit, Proof, Side } from '../core/diagnose/finding.ts';
import type { KeyProblem, KeyRepair, KeyRole } from '../core/keys/report.ts';
import type { ProviderId } from '../core/providers/provider.ts';
import type { ReadNote, RepairId, Unreadable } from '../core/read/reading.ts';
import type { HashName, Indication, Reason } from '../core/verify/verdict.ts';
import type { HelpMessages } from './messages-help.ts';

export type Lang = 'zh' | 'en';

/** A verdict in words: what is the case, and what to do next. */
export interface Sentence {
  readonly title: string;
  readonly next: string;
}

/** What a verdict's sentence may name. Absent facts are null; names are parameter names, never values. */
export interface VerdictFacts {
  /** Title of the first cause, in the page's language. */
  readonly cause: string | null;
  readonly causes: number;
  readonly guess: boolean;
  /** The key that proved, or was tried first. */
  readonly role: KeyRole;
  readonly builtIn: boolean;
  readonly declared: string | null;
  readonly opened: HashName | null;
  readonly have: number | null;
  readonly need: number | null;
  readonly limit: number | null;
  readonly unsigned: readonly string[];
  /** Headers without which the content cannot be built. */
  readonly missing?: readonly string[];
  /** Whose message it is. */
  readonly provider?: string;
  readonly dialect?: string;
  /** Whether a shared secret, not a public key, is what is missing. */
  readonly secret?: boolean;
  /** Whether a secret that decrypts is there, and the key that verifies is not. */
  readonly opensOnly?: boolean;
  /** Whether the merchant's private key is what is missing: what was signed is encrypted for it. */
  readonly sealed?: boolean;
  readonly tried: number;
  readonly searching: boolean;
  readonly complete: boolean;
  readonly unreadable: Unreadable['why'] | null;
  readonly keyProblem: KeyProblem['id'] | null;
  readonly algorithm: string | null;
}

/** A stretch of a sentence; `strong` is a value, of a `person` where it says who. */
export type Phrase = string | { readonly strong: string; readonly person?: true };

export interface Messages extends HelpMessages {
  readonly lang: Lang;
  readonly htmlLang: string;
  readonly title: string;
  readonly other: { readonly code: Lang; readonly name: string; readonly label: string };
  readonly header: {
    readonly brand: string;
    readonly sub: string;
    readonly pages: string;
    readonly inspect: string;
    readonly history: string;
    readonly offline: string;
    readonly online: string;
    readonly requests: (count: number) => string;
    readonly requestsTip: (own: number) => string;
    readonly theme: Readonly<Record<'system' | 'light' | 'dark', string>>;
    readonly update: string;
    readonly skip: string;
  };
  readonly empty: {
    readonly title: string;
    readonly lead: string;
    readonly privacy: string;
    readonly try: string;
    readonly examples: Readonly<Record<'verified' | 'wrong-key' | 'broken' | 'wechatpay', Sentence>>;
    readonly steps: readonly Sentence[];
  };
  readonly paste: {
    readonly label: string;
    readonly hint: string;
    readonly placeholder: string;
    readonly file: string;
    readonly clear: string;
    readonly cleared: string;
    readonly undo: string;
    readonly drop: string;
    readonly fromFile: (name: string, size: string) => string;
    readonly excerpt: (size: string) => string;
    readonly kept: string;
    readonly keptOff: string;
    readonly keptMemory: string;
  };
  readonly keys: {
    readonly label: string;
    readonly hint: string;
    readonly placeholder: string;
    readonly change: string;
    readonly add: string;
    readonly remove: string;
    readonly none: string;
    readonly privateNote: string;
    readonly privateGone: string;
    readonly reading: string;
    readonly proved: string;
    readonly memoryOnly: string;
    readonly fingerprint: string;
    readonly role: Readonly<Record<KeyRole, string>>;
    readonly format: Readonly<Record<string, string>>;
    readonly repair: Readonly<Record<KeyRepair, string>>;
    readonly problem: Readonly<Record<KeyProblem['id'], (params: Readonly<Record<string, number>>) => string>>;
    readonly certificate: (subject: string, until: string) => string;
    readonly doctor: string;
    readonly doctorHint: string;
    readonly doctorWrong: string;
  };
  readonly reading: {
    readonly form: Readonly<Record<string, string>>;
    readonly chips: string;
    readonly formLabel: string;
    readonly charsetLabel: string;
    readonly auto: string;
    readonly pairs: (count: number) => string;
    readonly size: (size: string) => string;
    readonly charset: { readonly same: string; readonly undeclared: string; readonly differs: (declared: string) => string };
    readonly found: (picked: number, found: number) => string;
    readonly earlier: string;
    readonly later: string;
    readonly repairs: Readonly<Record<RepairId, (count: number) => string>>;
    readonly repairTip: (on: boolean) => string;
    readonly notes: Readonly<Record<ReadNote['id'], (count: number, name: string | undefined) => string>>;
    readonly dialect: Readonly<Record<string, string>>;
    readonly recognised: string;
  };
  readonly verdict: {
    readonly region: string;
    readonly indication: Readonly<Record<Indication, string>>;
    readonly reasons: Readonly<Record<Reason, (facts: VerdictFacts) => Sentence>>;
    readonly working: string;
    readonly stopped: Sentence;
    readonly again: string;
    readonly facts: {
      readonly key: string;
      readonly proved: string;
      readonly refuted: string;
      readonly rule: string;
      readonly rules: Readonly<Record<string, string>>;
      readonly algorithm: string;
      readonly digest: string;
      readonly tried: (count: number, ms: number | null) => string;
      readonly agree: string;
      /** Where the message is an example of the provider's documents. */
      readonly sample: string;
    };
    readonly cancel: string;
    readonly progress: (tried: number, total: number) => string;
  };
  readonly why: {
    readonly region: string;
    readonly proved: string;
    readonly found: string;
    readonly fix: string;
    /** Found and do, where nothing failed. */
    readonly also: string;
    readonly advice: string;
    readonly signedDigest: string;
    readonly ownDigest: string;
    readonly provedBy: Readonly<
      Record<'key-and-hash' | 'key-only' | 'nothing' | 'refuted' | 'length', (facts: { role: string; hash: string }) => string>
    >;
    readonly proof: Readonly<Record<Proof, string>>;
    readonly side: Readonly<Record<Side, string>>;
    readonly edit: Readonly<Record<Edit['op'], (facts: { name: string; count: number; value: string }) => string>>;
    readonly together: (count: number) => string;
    readonly ask: string;
    readonly askServer: string;
    readonly askPaste: string;
    readonly before: string;
    readonly after: string;
    readonly absent: string;
    /** Of a key: what it says of itself, and what the message wants. */
    readonly ofKey: { readonly before: string; readonly after: string };
    readonly alternatives: string;
    readonly ruledOutRows: Readonly<Record<'rules' | 'charsets', string>>;
    readonly wrongKeySteps: Readonly<Record<ProviderId, readonly string[]>>;
    readonly copyFix: string;
    readonly guess: string;
  };
  readonly tabs: {
    readonly label: string;
    readonly fields: string;
    readonly content: string;
    readonly bytes: string;
    readonly signature: string;
    readonly raw: string;
  };
  readonly fields: {
    readonly group: Readonly<Record<FieldGroup, string>>;
    readonly hide: string;
    readonly show: string;
    readonly hidden: string;
    readonly copy: (name: string) => string;
    readonly copied: string;
    readonly unsigned: string;
    readonly unknown: string;
    readonly changed: string;
    readonly unknownCode: string;
    readonly badMoney: string;
    readonly badTime: string;
    readonly badJson: string;
    readonly zone: (offset: string) => string;
    readonly emptyValue: string;
    readonly filter: string;
    readonly nothing: string;
    readonly loading: string;
    readonly more: string;
    readonly less: string;
  };
  readonly content: {
    readonly rule: string;
    readonly copy: string;
    readonly copied: string;
    readonly length: (bytes: number) => string;
    readonly charset: string;
    readonly digest: (hash: string) => string;
    readonly left: (names: string) => string;
    readonly none: string;
    readonly repaired: string;
    readonly notTrailing: string;
  };
  readonly signature: {
    readonly title: string;
    readonly lead: string;
    readonly type: string;
    readonly pad: (count: number) => string;
    readonly separator: string;
    readonly prefix: string;
    readonly digest: string;
    readonly signed: string;
    readonly computed: string;
    readonly equal: string;
    readonly different: string;
    readonly none: string;
    readonly closed: Readonly<Record<string, string>>;
    readonly block: string;
    readonly verifiers: string;
    readonly own: string;
    readonly webcrypto: string;
    readonly yes: string;
    readonly no: string;
    readonly unavailable: string;
    readonly text: (characters: number, bytes: number | null) => string;
    readonly declared: (type: string) => string;
    readonly undeclared: string;
  };
  readonly raw: {
    readonly lead: string;
    readonly page: (from: string, to: string, all: string) => string;
    readonly earlier: string;
    readonly later: string;
    readonly copy: string;
    readonly gone: string;
  };
  readonly history: {
    readonly title: string;
    readonly lead: string;
    readonly keep: string;
    readonly keepOff: string;
    readonly empty: string;
    readonly open: string;
    readonly remove: string;
    readonly removed: string;
    readonly undo: string;
    readonly clear: string;
    readonly clearAsk: (count: number) => string;
    readonly cancel: string;
    readonly mode: Readonly<Record<'unavailable' | 'timeout' | 'newer-version' | 'blocked' | 'damaged', string>>;
    readonly quota: string;
    readonly failed: string;
    readonly gone: string;
    readonly usage: (size: string) => string;
    readonly noOrder: string;
    readonly loading: string;
    readonly columns: {
      readonly verdict: string;
      readonly order: string;
      readonly amount: string;
      readonly kind: string;
      readonly time: string;
    };
    readonly count: (count: number) => string;
  };
  readonly invisible: (point: string, name: string) => string;
  readonly invisibleNames: Readonly<Record<string, string>>;
  readonly chunkLost: string;
  readonly reload: string;
}

/** What the page says where it asks for more, or shows more than the message itself: the second box, questions, decrypted parts, examples. */
import type { Cause } from '../core/diagnose/causes.ts';
import type { Proof } from '../core/diagnose/finding.ts';
import type { UnsealProblem, Sealed } from '../core/unseal/unseal.ts';

/** How what the server used stands to what was signed, or (unproved) to what arrived. */
export type ServedCase = 'equal' | 'found' | 'differs' | 'unproved-found' | 'unproved-same' | 'unproved' | 'unknown';

export interface HelpMessages {
  readonly served: {
    readonly label: string;
    readonly short: string;
    readonly hint: string;
    readonly placeholder: string;
    readonly region: string;
    readonly form: Readonly<Record<'content' | 'map' | 'digest', string>>;
    readonly arrived: string;
    readonly used: string;
    readonly answer: { readonly yes: string; readonly no: string; readonly unknown: string };
    readonly sentence: Readonly<Record<ServedCase, string>>;
    /** Laid over the words of a cause's card. */
    readonly card: { readonly before: string; readonly after: string; readonly proof: Readonly<Record<Proof, string>> };
  };
  readonly asks: {
    readonly region: string;
    readonly lead: string;
    readonly header: (name: string) => string;
    readonly path: string;
    readonly original: (name: string) => string;
    readonly originalHint: string;
    /** In place of a value that was destroyed. */
    readonly lost: string;
    readonly publicKey: string;
    readonly secret: string;
    /** The private half of the merchant's own key, for `name`. */
    readonly privateKey: (name: string) => string;
    readonly toKeys: string;
  };
  readonly unsealed: {
    readonly title: (name: string) => string;
    readonly scheme: Readonly<Record<Sealed['scheme'], string>>;
    readonly opened: string;
    readonly shut: string;
    readonly why: Readonly<Record<UnsealProblem, string>>;
    readonly warning: Readonly<Partial<Record<UnsealProblem, string>>>;
    readonly receiver: string;
    readonly own: string;
    readonly same: string;
    readonly other: string;
    readonly text: string;
  };
  readonly stacks: {
    readonly mine: string;
    readonly any: string;
    readonly others: string;
    readonly none: (name: string) => string;
  };
  readonly more: {
    readonly gallery: string;
    readonly groups: Readonly<Record<Cause['where'] | 'passes', string>>;
    readonly symptoms: string;
    readonly suspects: string;
    readonly open: string;
  };
}

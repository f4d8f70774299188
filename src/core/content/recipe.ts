/**
 * The content that a provider signs, as data: a list of steps over the parts as received (parameters, or headers and body).
 * One interpreter runs it; diagnosis bends it; explanation shows the difference between two of them.
 */

export type Step =
  /** Leave out every pair of these names. */
  | { readonly op: 'drop'; readonly names: readonly string[] }
  /** Keep these names only, in this order. */
  | { readonly op: 'pick'; readonly names: readonly string[] }
  /** Keep the pairs whose name ends so. */
  | { readonly op: 'pick-suffix'; readonly suffixes: readonly string[] }
  /** Leave out pairs whose value is the empty text. */
  | { readonly op: 'drop-empty' }
  /** Stable sort by name, ascending by UTF-16 unit as Java's `Collections.sort` does; for the ASCII names in use that is byte order. */
  | { readonly op: 'sort' }
  /** `pair` null: values alone, without names. */
  | { readonly op: 'join'; readonly pair: string | null; readonly between: string }
  /** Text before and after everything. */
  | { readonly op: 'frame'; readonly before: string; readonly after: string };

export type Recipe = readonly Step[];

/** How content and a shared secret become `sign`, where no key pair is used. The secret is never part of the content that is shown. */
export interface Mac {
  readonly hash: 'md5' | 'hmac-sha256' | 'sha-1';
  /** What stands between content and secret. */
  readonly glue: string;
  /** The secret is one text among those of the content, and all of them are sorted before they are put end to end. */
  readonly sorted?: true;
  /** Letter case of the hex text. */
  readonly upper: boolean;
}

/** A named rule. */
export interface Rule {
  /** As the field names it: `V1` and `V2` after the SDK methods rsaCheckV1 and rsaCheckV2. */
  readonly id: string;
  readonly recipe: Recipe;
  readonly mac?: Mac;
  /** Where Alipay or WeChat Pay (or a public SDK) says so. */
  readonly source: string;
}

/**
 * The content that a provider signs, as data: a list of steps over the pairs as received.
 * One interpreter runs it; diagnosis bends it; explanation shows the difference between two of them.
 */

export type Step =
  /** Leave out every pair of these names. */
  | { readonly op: 'drop'; readonly names: readonly string[] }
  /** Leave out pairs whose value is the empty text. */
  | { readonly op: 'drop-empty' }
  /** Stable sort by name, ascending by UTF-16 unit as Java's `Collections.sort` does; for the ASCII names in use that is byte order. */
  | { readonly op: 'sort' }
  | { readonly op: 'join'; readonly pair: string; readonly between: string };

export type Recipe = readonly Step[];

/** A named rule. */
export interface Rule {
  /** As the field names it: `V1` and `V2` after the SDK methods rsaCheckV1 and rsaCheckV2. */
  readonly id: string;
  readonly recipe: Recipe;
  /** Where Alipay or WeChat Pay (or a public SDK) says so. */
  readonly source: string;
}

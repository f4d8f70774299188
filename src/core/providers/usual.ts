/** Parameters that messages usually carry, as data: of some dialects, and in some states of the trade only. */

export interface Usual {
  readonly dialects: readonly string[];
  /** Absent = in every state. */
  readonly when?: { readonly status: readonly string[]; readonly refund: boolean };
  /** Of several in one place, one is there. */
  readonly names: readonly (string | readonly string[])[];
  readonly source: string;
}

/**
 * A known mistake as programs make it: the forward way. Where both the message and what the server used are at hand, nothing has to be
 * searched for: the mistake is made again, and the two texts are equal or they are not.
 */

/** One way in which it happens to one value. A value that it does not befall stays as it is; the same way befalls all values alike. */
export type Way = (value: string, name: string) => string;

export interface ForwardMistake {
  /** Id of a cause in the catalogue. */
  readonly id: string;
  /** Other causes that leave the same text. */
  readonly alternatives?: readonly string[];
  /** Where it was met, or who documents the function that makes it. */
  readonly source: string;
  /** Likeliest first. */
  readonly ways: readonly Way[];
  /** What no way computes: whether the first text can have become the second. */
  readonly fits?: (right: string, used: string, name: string) => boolean;
}

/** Twice in a row, as two filters do. */
export const twice =
  (way: Way): Way =>
  (value, name) =>
    way(way(value, name), name);

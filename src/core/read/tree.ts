/**
 * What every dump syntax is read into: a small tree of texts that know where they stood. A reader knows one syntax and
 * nothing of payments; `messages.ts` then finds the notifications in the tree.
 */
import type { Mapped } from '../text/mapped.ts';
import type { PercentMode } from '../text/percent.ts';
import type { FormId, RepairId, Unreadable } from './reading.ts';

/** A scalar. `percent` says that the text is still encoded; `word` that it stood without quotes (number, true, null …). */
export interface Leaf {
  readonly kind: 'leaf';
  readonly text: Mapped;
  readonly percent?: PercentMode;
  readonly word?: 'number' | 'true' | 'false' | 'null';
  /** The text in double quotes that it was, with them, escapes as they stood. */
  readonly quoted?: Mapped;
  /** What a parser may take for more than one text, or for none. */
  readonly odd?: 'comment-in-value' | 'nested-element';
}

export interface Branch {
  readonly kind: 'list' | 'map';
  readonly entries: readonly Entry[];
  /** The whole of it as it stood, brackets included. */
  readonly text: Mapped;
  /** What it came in, where that was in the paste as well; holds for everything below. */
  readonly envelope?: Envelope;
}

/** The HTTP message around a notification, as far as the paste holds it. */
export interface Envelope {
  readonly method?: string;
  readonly url?: string;
  readonly headers?: readonly HeaderText[];
  /** The body as it stood, freed of its wrapper but never written anew: some providers sign these bytes. */
  readonly body?: Mapped;
}

export interface HeaderText {
  readonly name: Mapped;
  readonly value: Mapped;
}

export type Node = Leaf | Branch;

/** A member of a map (or an item of a list, whose key is null). */
export interface Entry {
  readonly key: Leaf | null;
  readonly value: Node;
}

/** Something that a reader undid, with the places (UTF-16 offsets of the source text) where it stood. */
export interface Undone {
  readonly id: RepairId;
  readonly places: readonly (readonly [start: number, end: number])[];
  readonly count: number;
}

/** A text read as one syntax. Its envelope holds for every message in it. */
export interface Parsed extends Envelope {
  readonly form: FormId;
  /** 0 to 1; how sure it is that this is the syntax. */
  readonly score: number;
  readonly root: Node;
  readonly undone?: readonly Undone[];
  /** True where the text ends in the middle of the syntax. */
  readonly cut?: boolean;
  /** Parts that may be read in two ways: a rival reading has the other. */
  readonly doubts?: readonly Mapped[];
  /** The syntax was recognised and is refused for this; the root is empty then. */
  readonly refused?: Unreadable['why'];
}

/** Reads one syntax, or says that it is none of its own. Total and linear. */
export type Reader = (text: Mapped) => readonly Parsed[];

/** Reads what carries a message (a request, a log line): finds the message, and has `inner` read it, best first. Total and linear. */
export type Transport = (text: Mapped, inner: Reader) => readonly Parsed[];

/** Limits that keep hostile input from filling memory or the stack. */
export const MAX_DEPTH = 256;
export const MAX_PAIRS = 200_000;

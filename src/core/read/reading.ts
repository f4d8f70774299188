/** What was read out of a paste: the pairs as received, where each stood, and what had to be undone to read them. */
import type { Charset } from '../text/charset.ts';
import type { Span } from '../text/span.ts';

/** Ids of the shapes in which notifications are found; the list of the reader table is the authority. */
export type FormId =
  | 'form-body'
  | 'query'
  | 'url'
  | 'lines'
  | 'json'
  | 'js-object'
  | 'php-print_r'
  | 'php-var_dump'
  | 'php-export'
  | 'php-serialize'
  | 'python-dict'
  | 'java-map'
  | 'java-source'
  | 'go-map'
  | 'dotnet'
  | 'ruby'
  | 'http'
  | 'curl'
  | 'har'
  | 'postman'
  | 'access-log'
  | 'log-line'
  | 'sql'
  | 'xml'
  | 'ios-log'
  | 'android-log';

/**
 * One parameter as received. Pairs are a list, never an object: names may repeat, and order is kept.
 * `value` is the text that takes part in signing, decoded exactly once.
 */
export interface Pair {
  readonly name: string;
  readonly value: string;
  /** The value's bytes as received (base64), only where they do not survive a round trip through `value`. */
  readonly bytes?: string;
  /** True where the value carried percent-encoding (or `+` for a space) that was undone. */
  readonly encoded?: true;
  /** True where the value was a nested structure in the dump, written back as compact JSON text. */
  readonly rebuilt?: true;
  /** True where the value was a string in double quotes. */
  readonly quoted?: true;
  /** True where a word for nothing (null, None) stood, read as the empty text. */
  readonly nothing?: true;
  /**
   * What stood in the paste in the value's place, brackets or quotes included, escapes of an outer layer undone: some signatures
   * cover it to the letter. Absent for plain values, and where it is the value in quotes.
   */
  readonly raw?: string;
  readonly nameSpan: Span;
  readonly valueSpan: Span;
}

/** Something undone while reading; each can be kept or refused by its id (`Hints.keepRepairs`). */
export interface Repair {
  readonly id: RepairId;
  /** How often it was undone. */
  readonly count: number;
  /** Where it stood, the first few only. */
  readonly spans: readonly Span[];
}

/** Ids of repairs. The first group only frames the paste; the rest change values and are causes as well. */
export type RepairId =
  | 'bom'
  | 'surrounding-text'
  | 'comment-prefix'
  | 'outer-quotes'
  | 'wrapped-lines'
  | 'space-after-ampersand'
  | 'full-width-signs'
  | 'name-trimmed'
  | 'html-named-entity'
  | 'html-ampersand'
  | 'html-entity-quotes'
  | 'log-json-escaped'
  | 'nginx-hex-escape'
  | 'percent-u-escape'
  | 'smart-quotes'
  | 'nbsp-zero-width'
  | 'querydict-lists'
  | 'java-map-tostring'
  | 'app-result-wrapper'
  | 'proxy-rewrite'
  | 'body-base64'
  | 'body-hex'
  | 'body-encoded-again'
  | 'name-prefix'
  | 'nested-value-rebuilt';

/** Something odd that was left as it is. */
export interface ReadNote {
  readonly id:
    | 'bad-percent-escape'
    | 'duplicate-name'
    | 'odd-name'
    | 'comment-in-value'
    | 'nested-element'
    | 'lone-surrogate'
    | 'invalid-bytes'
    | 'charset-unknown'
    | 'cut-short'
    | 'ambiguous'
    | 'name-without-value';
  readonly count: number;
  readonly spans: readonly Span[];
  readonly name?: string;
}

/** Which character set the message says it uses, which its bytes fit, and which was used to read it. */
export interface CharsetReport {
  /** As written in the message (`charset`, `_input_charset`, a header), letter case kept; null when it says nothing. */
  readonly declared: string | null;
  /** What the non-ASCII bytes fit; null when there are none, or none were kept (pasted text). */
  readonly detected: Charset | null;
  readonly used: Charset;
}

export interface RivalForm {
  readonly form: FormId;
  /** 0 to 1; how well the text fits the form. */
  readonly score: number;
}

/** A part of an HTTP message or a log, where the paste held one. */
export interface Header {
  readonly name: string;
  readonly value: string;
  readonly span: Span;
}

export interface Reading {
  /** Null when nothing could be read; then `unreadable` says why, and the pairs are empty. */
  readonly form: FormId | null;
  readonly unreadable?: Unreadable;
  /** Other forms the text can be read as, best first. */
  readonly rivals: readonly RivalForm[];
  /** How many notifications the paste holds, and which of them this is (from 0). */
  readonly found: number;
  readonly picked: number;
  /** Bytes of the source. */
  readonly size: number;
  readonly charset: CharsetReport;
  readonly pairs: readonly Pair[];
  readonly repairs: readonly Repair[];
  readonly notes: readonly ReadNote[];
  /** Request line and headers, where the paste held them. */
  readonly method?: string;
  readonly url?: string;
  readonly headers?: readonly Header[];
  /** The message body as it stood, for providers that sign raw bytes. */
  readonly bodySpan?: Span;
}

/** Why nothing could be read. Numbers only: the input is never quoted. */
export interface Unreadable {
  readonly why: 'empty' | 'too-large' | 'binary' | 'no-pairs' | 'too-deep' | 'too-many' | 'doctype' | 'is-key' | 'is-token';
  readonly limit?: number;
}

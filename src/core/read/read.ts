/** Pasted text or a file to a Reading: every reader has a look, the best is taken, the others stay choosable. */
import { charsetOf } from '../text/charset.ts';
import { Rewriter, wholeText } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { MAX_FILE, MAX_TEXT, openSource } from '../text/source.ts';
import type { Source } from '../text/source.ts';
import { readAssignments } from './assignments.ts';
import { readLines } from './lines.ts';
import { readLiterals } from './literals.ts';
import { findMessages } from './messages.ts';
import type { Message } from './messages.ts';
import { settlePairs } from './pairs.ts';
import type { CharsetReport, FormId, Reading, RivalForm, Unreadable } from './reading.ts';
import { shapeOf } from './shape.ts';
import type { Parsed, Reader, Undone } from './tree.ts';

export interface ReadHints {
  readonly form?: string;
  readonly charset?: string;
  readonly pick?: number;
}

/** A reading, and the source that it points into (which no record holds). */
export interface ReadResult {
  readonly reading: Reading;
  readonly source: Source;
  /** Further readings of the same text, best first, made only when asked for. */
  rivals(): Iterable<Reading>;
}

const READERS: readonly Reader[] = [readLiterals, readAssignments, readLines];

/** Reads anything. Total: what cannot be read is a Reading without pairs that says why. */
export function read(input: string | Uint8Array, hints: ReadHints = {}): ReadResult {
  const limit = typeof input === 'string' ? MAX_TEXT : MAX_FILE;
  if (input.length > limit) return unreadable({ why: 'too-large', limit }, { ...openSource(''), size: input.length });
  const source = openSource(input, hints.charset);
  const { text, undone } = dressed(wholeText(source.text));
  const shape = shapeOf(text.text);
  if (shape) return unreadable({ why: shape }, source);
  const parsed = READERS.flatMap((reader) => reader(text)).sort((a, b) => b.score - a.score);
  const wanted = parsed.filter(({ form }) => form === hints.form);
  const ranked = wanted.length > 0 ? [...wanted, ...parsed.filter((each) => !wanted.includes(each))] : parsed;
  const messages = ranked.map((each) => ({ parsed: each, found: findMessages(each.root) })).filter(({ found }) => found.some(({ pairs }) => pairs.length > 0));
  const best = messages[0];
  if (!best) return unreadable({ why: 'no-pairs' }, source);
  const make = (choice: { parsed: Parsed; found: readonly Message[] }): Reading =>
    toReading(choice.parsed, choice.found, source, hints, undone, rivalsOf(messages.map((each) => each.parsed), choice.parsed.form));
  return {
    reading: make(best),
    source,
    *rivals() {
      for (const each of messages.slice(1)) yield make(each);
    },
  };
}

function toReading(parsed: Parsed, found: readonly Message[], source: Source, hints: ReadHints, before: readonly Undone[], rivals: readonly RivalForm[]): Reading {
  const picked = Math.min(Math.max(hints.pick ?? 0, 0), found.length - 1);
  const message = found[picked] as Message;
  const forced = hints.charset === undefined ? null : charsetOf(hints.charset);
  const { pairs, charset, notes } = settlePairs(message.pairs, source, forced);
  const undone = [...before, ...(parsed.undone ?? []), ...message.undone];
  return {
    form: parsed.form,
    rivals,
    found: found.length,
    picked,
    size: source.size,
    charset,
    pairs,
    repairs: undone.map(({ id, places, count }) => ({ id, count, spans: places.map((place) => source.span(place)) })),
    notes: parsed.cut ? [...notes, { id: 'cut-short', count: 1, spans: [] }] : notes,
    ...(parsed.method === undefined ? {} : { method: parsed.method }),
    ...(parsed.url === undefined ? {} : { url: parsed.url }),
  };
}

/** One entry a form: its best score. */
function rivalsOf(parsed: readonly Parsed[], chosen: FormId): readonly RivalForm[] {
  const best = new Map<FormId, number>();
  for (const { form, score } of parsed) if (form !== chosen && score > (best.get(form) ?? 0.05)) best.set(form, score);
  return [...best].map(([form, score]) => ({ form, score: Math.round(score * 1000) / 1000 })).slice(0, 8);
}

/** A byte order mark at the start of a paste is no part of it. */
function dressed(of: Mapped): { text: Mapped; undone: readonly Undone[] } {
  if (!of.text.startsWith('\ufeff')) return { text: of, undone: [] };
  const out = new Rewriter(of);
  out.keep(1, of.text.length);
  return { text: out.done(), undone: [{ id: 'bom', places: [[0, 1]], count: 1 }] };
}

const NO_CHARSET: CharsetReport = { declared: null, detected: null, used: 'utf-8' };

function unreadable(why: Unreadable, source: Source): ReadResult {
  const reading: Reading = { form: null, unreadable: why, rivals: [], found: 0, picked: 0, size: source.size, charset: NO_CHARSET, pairs: [], repairs: [], notes: [] };
  return { reading, source, *rivals() {} };
}

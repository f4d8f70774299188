/** Pasted text or a file to a Reading: every reader has a look, the best is taken, the others stay choosable. */
import { charsetOf, encodeText } from '../text/charset.ts';
import { placeOf, wholeText } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { MAX_FILE, MAX_TEXT, openSource } from '../text/source.ts';
import type { Source } from '../text/source.ts';
import { readAccessLog } from './access-log.ts';
import { readAssignments } from './assignments.ts';
import { readCaptures } from './captures.ts';
import { readCurl } from './curl.ts';
import { DUMP_READERS } from './dump-readers.ts';
import { readHeaderDump } from './header-dump.ts';
import { readHttp } from './http.ts';
import { readJavaSource } from './java-source.ts';
import { readLines } from './lines.ts';
import { readLiterals } from './literals.ts';
import { readLogLines } from './log-line.ts';
import { findMessages, wholeMessage } from './messages.ts';
import type { Message } from './messages.ts';
import { settlePairs } from './pairs.ts';
import type { CharsetReport, FormId, Header, ReadNote, Reading, RivalForm, Unreadable } from './reading.ts';
import { shapeOf } from './shape.ts';
import { tidy } from './tidy.ts';
import type { NamedArtefact } from './tidy.ts';
import type { HeaderText, Parsed, Reader, Transport, Undone } from './tree.ts';
import { readXml } from './xml.ts';

export interface ReadHints {
  readonly form?: string;
  readonly charset?: string;
  readonly pick?: number;
  /** The repairs to make, by id; absent = all. */
  readonly keepRepairs?: readonly string[];
  /** The text is one message and nothing else: what was decrypted. */
  readonly whole?: true;
}

/** A reading, and the source that it points into (which no record holds). */
export interface ReadResult {
  readonly reading: Reading;
  readonly source: Source;
  /**
   * The raw body of the message, where the paste shows where it begins and ends (HTTP, or JSON or XML alone): freed of its wrapper,
   * not written anew. Bytes are those of the file, else those of the text in the character set of the reading.
   */
  readonly body: Body | null;
  /** Further readings of the same text, best first, made only when asked for. */
  rivals(): Iterable<Made>;
}

export interface Body {
  readonly text: string;
  readonly bytes: Uint8Array;
}

const READERS: readonly Reader[] = [readXml, readLiterals, ...DUMP_READERS, readAssignments, readLines];

/** What carries a message. They come first, so that they win where both are sure. */
const TRANSPORTS: readonly Transport[] = [readHttp, readCurl, readCaptures, readHeaderDump, readAccessLog, readJavaSource, readLogLines];

/** Further readers, loaded only when needed: `rare/rare.ts` has those for what the usual ones cannot read, `rare/sql.ts` that of SQL. */
export interface More {
  readonly artefacts: readonly NamedArtefact[];
  /** These have a look before the usual ones. */
  readonly readers: readonly Reader[];
  /** These beside the usual ones. */
  readonly transports: readonly Transport[];
}

const NO_MORE: More = { artefacts: [], readers: [], transports: [] };

/** How deep a carrier may lie in another: a log line that holds a request that holds a body. */
const MAX_CARRIERS = 2;

/** Reads anything. Total: what cannot be read is a Reading without pairs that says why. */
export function read(input: string | Uint8Array, hints: ReadHints = {}, more: More = NO_MORE): ReadResult {
  const limit = typeof input === 'string' ? MAX_TEXT : MAX_FILE;
  if (input.length > limit) return unreadable({ why: 'too-large', limit }, { ...openSource(''), size: input.length });
  const source = openSource(input, hints.charset);
  const { text, undone } = tidy(wholeText(source.text), (id) => hints.keepRepairs?.includes(id) ?? true, more.artefacts);
  const shape = shapeOf(text.text);
  if (shape) return unreadable({ why: shape }, source);
  const kept = look(text, 0, more).filter(
    (each) => !hints.keepRepairs || (each.undone ?? []).every(({ id }) => hints.keepRepairs?.includes(id)),
  );
  const wanted = kept.filter(({ form }) => form === hints.form);
  const ranked = wanted.length > 0 ? [...wanted, ...kept.filter((each) => !wanted.includes(each))] : kept;
  const choices = ranked.map((parsed) => ({ parsed, found: hints.whole ? wholeMessage(parsed.root) : findMessages(parsed.root) }));
  const readable = choices.filter(({ found }) => found.some(({ pairs, envelope }) => pairs.length > 0 || envelope.headers));
  const best = readable[0];
  const refused = ranked[0]?.refused;
  if (!best || refused) return unreadable({ why: refused ?? 'no-pairs' }, source);
  const make = (choice: Choice): Made =>
    toReading(choice, {
      source,
      input,
      hints,
      undone,
      text,
      rivals: rivalsOf(
        readable.map(({ parsed }) => parsed),
        choice.parsed.form,
      ),
    });
  return {
    ...make(best),
    source,
    *rivals() {
      for (const each of readable.slice(1)) yield make(each);
    },
  };
}

/** Every reader's view of a text, best first. */
function look(text: Mapped, depth: number, more: More): readonly Parsed[] {
  const inner: Reader = (inside) => look(inside, depth + 1, more);
  const carried = depth > MAX_CARRIERS ? [] : [...TRANSPORTS, ...more.transports].flatMap((transport) => transport(text, inner));
  const byScore = (a: Parsed, b: Parsed): number => b.score - a.score;
  return [
    ...more.readers.flatMap((reader) => reader(text)).sort(byScore),
    ...[...carried, ...READERS.flatMap((reader) => reader(text))].sort(byScore),
  ];
}

interface Choice {
  readonly parsed: Parsed;
  readonly found: readonly Message[];
}

interface Circumstances {
  readonly source: Source;
  readonly input: string | Uint8Array;
  readonly hints: ReadHints;
  /** What was undone before any reader looked. */
  readonly undone: readonly Undone[];
  readonly text: Mapped;
  readonly rivals: readonly RivalForm[];
}

/** A reading, and the body that belongs to it: what was undone in the one was undone in the other. */
export type Made = Pick<ReadResult, 'reading' | 'body'>;

function toReading({ parsed, found }: Choice, { source, input, hints, undone: before, text, rivals }: Circumstances): Made {
  const picked = Math.min(Math.max(hints.pick ?? 0, 0), found.length - 1);
  const message = found[picked] as Message;
  const forced = hints.charset === undefined ? null : charsetOf(hints.charset);
  const undone = gathered([...before, ...(parsed.undone ?? []), ...message.undone]);
  const { method, url, headers, body } = { ...parsed, ...message.envelope };
  const contentType = headers?.find(({ name }) => name.text.toLowerCase() === 'content-type')?.value.text ?? null;
  const { pairs, charset, notes, unlisted } = settlePairs(message.pairs, source, {
    forced,
    contentType,
    unlist: hints.keepRepairs?.includes('querydict-lists') ?? true,
  });
  const raw = body ?? bodyOf(parsed, message, text);
  const reading: Reading = {
    form: parsed.form,
    rivals,
    found: found.length,
    picked,
    size: source.size,
    charset,
    pairs,
    repairs: [
      ...undone.map(({ id, places, count }) => ({ id, count, spans: places.map((place) => source.span(place)) })),
      ...(unlisted.length > 0 ? [{ id: 'querydict-lists' as const, count: unlisted.length, spans: unlisted.slice(0, 16) }] : []),
    ],
    notes: [...notes, ...notesOf(parsed, message, source)],
    ...(method === undefined ? {} : { method }),
    ...(url === undefined ? {} : { url }),
    ...(headers === undefined ? {} : { headers: headers.map((header) => toHeader(header, source)) }),
    ...(raw ? { bodySpan: source.span(placeOf(raw)) } : {}),
  };
  return { reading, body: raw && { text: raw.text, bytes: bytesOf(raw, source, input, charset) } };
}

/** What the syntax leaves open in this message. */
function notesOf({ cut, doubts = [] }: Parsed, message: Message, source: Source): readonly ReadNote[] {
  const [start, end] = placeOf(message.node.text);
  const places = doubts.map((doubt) => placeOf(doubt)).filter(([from, to]) => from >= start && to <= end);
  const spans = places.slice(0, 8).map((place) => source.span(place));
  return [
    ...(cut ? [{ id: 'cut-short', count: 1, spans: [] } as const] : []),
    ...(places.length > 0 ? [{ id: 'ambiguous', count: places.length, spans } as const] : []),
  ];
}

function toHeader({ name, value }: HeaderText, source: Source): Header {
  return { name: name.text, value: value.text, span: source.span(placeOf(value)) };
}

/** JSON or XML alone is a body: the whole text where it holds one message, else the part that the message is. */
function bodyOf(parsed: Parsed, message: Message, text: Mapped): Mapped | null {
  if (parsed.form !== 'json' && parsed.form !== 'xml') return null;
  return message.node === parsed.root ? text : message.node.text;
}

/** The file's own bytes where the body stood in it as it is; else its text, encoded. */
function bytesOf(body: Mapped, source: Source, input: string | Uint8Array, charset: CharsetReport): Uint8Array {
  const [start, end] = placeOf(body);
  const exact = typeof input !== 'string' && source.charset !== 'utf-16' && source.text.slice(start, end) === body.text;
  if (exact) return input.slice(...source.span([start, end]));
  return encodeText(body.text, charset.used).bytes;
}

/** Repairs of one kind, made in several places, are one. */
function gathered(all: readonly Undone[]): readonly Undone[] {
  const byId = new Map<Undone['id'], Undone>();
  for (const each of all) {
    const before = byId.get(each.id);
    byId.set(
      each.id,
      before ? { id: each.id, places: [...before.places, ...each.places].slice(0, 16), count: before.count + each.count } : each,
    );
  }
  return [...byId.values()];
}

/** One entry a form: its best score. */
function rivalsOf(parsed: readonly Parsed[], chosen: FormId): readonly RivalForm[] {
  const best = new Map<FormId, number>();
  for (const { form, score } of parsed) if (form !== chosen && score > (best.get(form) ?? 0.05)) best.set(form, score);
  return [...best].map(([form, score]) => ({ form, score: Math.round(score * 1000) / 1000 })).slice(0, 8);
}

const NO_CHARSET: CharsetReport = { declared: null, detected: null, used: 'utf-8' };

function unreadable(why: Unreadable, source: Source): ReadResult {
  const reading: Reading = {
    form: null,
    unreadable: why,
    rivals: [],
    found: 0,
    picked: 0,
    size: source.size,
    charset: NO_CHARSET,
    pairs: [],
    repairs: [],
    notes: [],
  };
  return { reading, source, body: null, *rivals() {} };
}

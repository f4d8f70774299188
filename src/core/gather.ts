/** From a request to what is judged: how it was read, who sent it, the ways in which it may be read otherwise, the keys held. */
import { messageOf, ringOf } from './diagnose/judge.ts';
import type { Message } from './diagnose/case.ts';
import type { Hints, InspectRequest } from './inspect.ts';
import type { RingKey } from './keys/read-keys.ts';
import { providers } from './providers/index.ts';
import type { Claim, DialectRules, Provider, Received } from './providers/provider.ts';
import { read } from './read/read.ts';
import type { Made, More, ReadResult } from './read/read.ts';
import type { Reading } from './read/reading.ts';
import { recognise } from './recognise/recognise.ts';
import { readRing } from './sealed-keys.ts';
import { openInside } from './signed-inside.ts';

export interface Gathered {
  readonly found: ReadResult;
  readonly offered: readonly RingKey[];
  /** Null where nobody's message was recognised. */
  readonly theirs: Theirs | null;
}

export interface Theirs {
  readonly provider: Provider;
  readonly dialect: string;
  readonly claim: Claim;
  readonly rules: DialectRules;
  /** The keys offered, and the provider's own. */
  readonly ring: readonly RingKey[];
  /** The message as read, and as it may be read otherwise, best first. */
  readonly received: readonly Received[];
  readonly messages: readonly Message[];
  /** Names of what is signed as it was before it was encrypted, and could not be opened. */
  readonly shut: readonly string[];
}

/** Other readings of the same paste that are looked at as well. */
const MAX_READINGS = 6;

export async function gather(request: InspectRequest): Promise<Gathered> {
  const hints = request.hints ?? {};
  const [{ found, more }, offered] = [await readAny(request.text, hints), await readRing(request.keys)];
  const recognised = found.reading.form === null ? null : recognise(found.reading, providers, hints);
  if (!recognised) return { found, offered, theirs: null };
  const { dialect, claim } = recognised;
  const [provider, rules] = await Promise.all([recognised.provider.load(), dialect.load()]);
  const inputs = hints.inputs ?? {};
  const made = [...alike(found, request, dialect.id, more)];
  const readings = made.map(({ reading }) => (rules.raw || rules.parts ? asItStood(reading) : reading));
  const inside = await Promise.all(readings.map((reading) => openInside(reading, provider, offered)));
  const received = inside.map(({ reading }, i): Received => ({ reading, body: made[i]?.body ?? null, inputs }));
  const messages = received.map((each) => messageOf(each, rules, provider));
  return {
    found,
    offered,
    theirs: {
      provider,
      dialect: dialect.id,
      claim,
      rules,
      ring: ringOf(offered, provider),
      received,
      messages,
      shut: inside[0]?.shut ?? [],
    },
  };
}

/** The paste as the usual readers have it; where they find nobody's message, or a part of one, as the rare ones have it, if they do better. */
async function readAny(text: InspectRequest['text'], hints: Hints): Promise<{ found: ReadResult; more: More }> {
  const transports = isSql(text) ? [(await import('./read/rare/sql.ts')).readSql] : [];
  const usual: More = { artefacts: [], readers: [], transports };
  const found = read(text, hints, usual);
  const theirs = isTheirs(found);
  if ((theirs && isWhole(found)) || HOPELESS.has(found.reading.unreadable?.why)) return { found, more: usual };
  const { RARE } = await import('./read/rare/rare.ts');
  const more: More = { ...RARE, transports };
  const again = read(text, hints, more);
  return isTheirs(again) && (!theirs || isWhole(again)) ? { found: again, more } : { found, more: usual };
}

/** Statements of SQL, whose reader is of no use for anything else. */
function isSql(text: InspectRequest['text']): boolean {
  const latin = typeof text === 'string' ? text : new TextDecoder('latin1').decode(text);
  return /\b(?:insert|replace)\s[^(]{0,80}into\s|\bupdate\s[^=]{1,200}\sset\s/i.test(latin);
}

/** Parameters, and a signature among them or in what they came in. */
function isWhole({ reading: { pairs, headers = [], url = '' } }: ReadResult): boolean {
  const has = (pattern: RegExp): boolean => pairs.some(({ name }) => pattern.test(name.trim()));
  // The signature of a message callback stands in its address, and covers what is encrypted in its body.
  if (has(/^(?:msg_signature|Encrypt)$/)) return has(/^Encrypt$/) && (url.includes('msg_signature=') || has(/^msg_signature$/));
  return (
    pairs.length > 0 && (has(/sign(?:ature)?$/i) || url.includes('signature=') || headers.some(({ name }) => /signature$/i.test(name)))
  );
}

const isTheirs = ({ reading }: ReadResult): boolean => reading.form !== null && recognise(reading, providers) !== null;

/** What no reader can make anything of. */
const HOPELESS: ReadonlySet<string | undefined> = new Set(['empty', 'too-large', 'binary', 'is-key', 'is-token']);

/** The reading; the same without what copying may have done to it; and those rivals that are the same kind of message. */
function* alike(found: ReadResult, request: InspectRequest, dialect: string, more: More): Iterable<Made> {
  const hints = request.hints ?? {};
  yield found;
  let count = 1;
  const isAlike = ({ reading }: Made): boolean => recognise(reading, providers, hints)?.claim.dialect === dialect;
  if (found.reading.repairs.length > 0 && !hints.keepRepairs) {
    const untouched = read(request.text, { ...hints, keepRepairs: [] }, more);
    if (untouched.reading.form !== null && isAlike(untouched)) yield untouched;
  }
  for (const rival of found.rivals()) {
    if (!isAlike(rival)) continue;
    yield rival;
    if (++count >= MAX_READINGS) return;
  }
}

/** Where structures are signed to the letter, nothing of what is signed was written back. */
function asItStood(reading: Reading): Reading {
  return { ...reading, repairs: reading.repairs.filter(({ id }) => id !== 'nested-value-rebuilt') };
}

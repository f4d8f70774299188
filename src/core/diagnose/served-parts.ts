/** The second box where parts of the message are signed, not parameters (WeChat Pay v3): three lines, or a digest of them, against what arrived. */
import type { Work } from '../providers/suspect.ts';
import { encodeText } from '../text/charset.ts';
import { digestHex } from '../verify/digest.ts';
import type { HashName } from '../verify/verdict.ts';
import type { CauseId } from './causes.ts';
import { contentBytes, describeContent, startsOf } from './content.ts';
import type { Served } from './finding.ts';
import { findingsOf, weigh } from './findings.ts';
import type { Weighed } from './findings.ts';
import type { ServedCase } from './judge-served.ts';
import { digestOracle } from './oracle.ts';
import { sceneOf } from './scene.ts';
import { search } from './search.ts';

const LIMITS = { maxCandidates: 20_000, maxMs: 1500 };

interface Given extends ServedCase {
  /** What the opened signature says, where one was opened. */
  readonly signed: { readonly hash: HashName; readonly digest: string } | null;
}

/** A digest: of which text? */
export async function judgePartsDigest(hex: string, hash: HashName, given: Given): Promise<Served> {
  const [right] = startsOf(given.received, given.rules);
  const equalsSigned = given.signed ? given.signed.digest === hex : null;
  const base = { form: 'digest' as const, equalsSigned, verifies: equalsSigned };
  if (equalsSigned || !right) return { ...base, causes: [] };
  for (const { id, text } of writtenOtherwise(right))
    if (digestHex(hash, encodeText(text, 'utf-8').bytes) === hex) return { ...base, causes: asServers([weigh(id, 'digest', {})]) };
  return { ...base, causes: await undo(right, given, digestOracle(hash, hex)) };
}

/** The text itself. */
export async function judgePartsContent(text: string, given: Given): Promise<Served> {
  const [right] = startsOf(given.received, given.rules);
  const own = /message\[([\s\S]*)\]\s*sign\[/.exec(text)?.[1] ?? text;
  if (!right || own.trim() === '') return { form: 'unknown', equalsSigned: null, verifies: null, causes: [] };
  const bytes = encodeText(own, 'utf-8').bytes;
  const equalsSigned = given.signed ? digestHex(given.signed.hash, bytes) === given.signed.digest : null;
  const base = { form: 'content' as const, equalsSigned, verifies: equalsSigned };
  if (equalsSigned) return { ...base, causes: [] };
  const wanted = describeContent(right, given.received.reading, []).text;
  for (const variant of writtenOtherwise(right))
    if (variant.text === own) {
      // A line feed at the very end is lost by copying as easily as by a program.
      const copied = own === wanted.replace(/\n$/, '');
      return { ...base, causes: asServers([weigh(variant.id, 'digest', {})], copied ? 'unknown' : 'server') };
    }
  const parts = split(own, right);
  const causes: Weighed[] = [];
  // An original without line breaks in its body cannot have got them from anything but the program.
  if (/\r\n|\\n/.test(own) && !/\r\n|\\n/.test(wanted)) causes.push(weigh('v3-body-newlines', 'structure', {}));
  const target = digestHex('sha-256', contentBytes(right, given.received.reading.charset.used));
  const told = await undo(parts, given, digestOracle('sha-256', target));
  return { ...base, causes: [...told, ...asServers(causes)] };
}

async function undo(from: Work, given: Given, oracle: ReturnType<typeof digestOracle>): Promise<Served['causes']> {
  const suspects = await given.provider.suspects(given.dialect);
  const found = await search([from], suspects, sceneOf(given, given.received), oracle, LIMITS);
  if (!found.hit) return [];
  const telling = { reading: given.received.reading, provider: given.provider, side: 'server' as const };
  return asServers(findingsOf(found.hit.start, found.hit.steps, telling));
}

const asServers = (causes: readonly Weighed[], side: 'server' | 'unknown' = 'server'): Served['causes'] =>
  causes.map(({ finding }) => ({ ...finding, side }));

const partOf = (work: Work, name: string): string => work.pairs.find((pair) => pair.name === name)?.value ?? '';

/** Two lines and the rest; a text that begins like JSON is the body alone. */
function split(text: string, right: Work): Work {
  const plain = text.includes('\n') ? text.replace(/\r\n/g, '\n') : text.replaceAll('\\n', '\n');
  const alone = /^\s*\{/.test(plain);
  const [timestamp = '', nonce = '', ...rest] = alone ? [partOf(right, 'timestamp'), partOf(right, 'nonce'), plain] : plain.split('\n');
  const body = rest.join('\n').replace(/\n+$/, '');
  const values: Readonly<Record<string, string>> = { timestamp: timestamp.trim(), nonce: nonce.trim(), body };
  return {
    ...right,
    pairs: right.pairs.map(({ name, value, from }) => ({ name, value: values[name] ?? value, from })),
  };
}

/** The right three lines as programs get them wrong: line ends first, then the body written again. */
function* writtenOtherwise(right: Work): Iterable<{ readonly id: CauseId; readonly text: string }> {
  const [timestamp, nonce, body] = ['timestamp', 'nonce', 'body'].map((name) => partOf(right, name)) as [string, string, string];
  const join = (end: string, last: string, inner = body): string => `${timestamp}${end}${nonce}${end}${inner}${last}`;
  for (const text of [
    join('\n', ''),
    join('\n', '\n\n'),
    join('\r\n', '\r\n'),
    join('\r\n', ''),
    join('\\n', '\\n'),
    join('\\n', ''),
    join('', ''),
    join('\n', '\n', body.replace(/[\r\n]+/g, '')),
    join('\n', '\n', body.trim()),
    join('\n', '\n', `${body}\n`),
    join('\n', '\n', `${body}\r\n`),
  ])
    yield { id: 'v3-body-newlines', text };
  for (const inner of rewritten(body)) yield { id: 'v3-body-reserialised', text: join('\n', '\n', inner) };
}

/** A body parsed and written by the usual libraries. */
function* rewritten(body: string): Iterable<string> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return; // not JSON: nothing to write again
  }
  const ascii = (text: string): string => text.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  for (const value of [parsed, sorted(parsed)]) {
    const compact = JSON.stringify(value);
    const spaced = JSON.stringify(value, null, 1)
      .replace(/\n\s*(?=[}\]])/g, '')
      .replace(/([{[])\n\s*/g, '$1')
      .replace(/,\n\s*/g, ', ');
    for (const text of [compact, spaced, JSON.stringify(value, null, 2), JSON.stringify(value, null, 4)]) {
      yield text;
      yield ascii(text);
      yield text.replaceAll('/', '\\/');
      yield ascii(text.replaceAll('/', '\\/'));
    }
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}

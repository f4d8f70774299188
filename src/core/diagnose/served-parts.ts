/** The second box where parts of the message are signed, not parameters (WeChat Pay v3): three lines, or a digest of them, against what arrived. */
import { writtenBodies } from '../content/redo/json-body.ts';
import type { Work } from '../providers/suspect.ts';
import { encodeText } from '../text/charset.ts';
import { digestHex } from '../verify/digest.ts';
import type { HashName } from '../verify/verdict.ts';
import type { CauseId } from './causes.ts';
import { contentBytes, describeContent, startsOf } from './content.ts';
import type { Served } from './finding.ts';
import { findingsOf, weigh } from './findings.ts';
import type { Weighed } from './findings.ts';
import { shareOf } from './served-right.ts';
import type { ServedCase } from './served-right.ts';
import { digestOracle } from './oracle.ts';
import { sceneOf } from './scene.ts';
import { search } from './search.ts';

interface Given extends ServedCase {
  /** What the opened signature says, where one was opened. */
  readonly signed: { readonly hash: HashName; readonly digest: string } | null;
}

/** Contents between two looks at other work. */
const SLICE = 500;

/** A digest: of which text? */
export async function judgePartsDigest(hex: string, hash: HashName, given: Given): Promise<Served> {
  const [right] = startsOf(given.received, given.rules);
  const equalsSigned = given.signed ? given.signed.digest === hex : null;
  const base = { form: 'digest' as const, equalsSigned, verifies: equalsSigned };
  if (equalsSigned || !right) return { ...base, causes: [] };
  let tried = 0;
  for (const { id, alternatives, text } of writtenOtherwise(right)) {
    if (digestHex(hash, encodeText(text, 'utf-8').bytes) === hex)
      return { ...base, causes: asServers([weigh(id, 'digest', {}, { alternatives })]) };
    if (++tried % SLICE !== 0) continue;
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    if (given.limits?.signal?.aborted || tried >= (given.limits?.maxCandidates ?? Infinity)) return { ...base, causes: [] };
  }
  // Undoing mistakes makes others of the right text only by chance: each alone.
  return { ...base, causes: await undo(right, given, digestOracle(hash, hex), 1) };
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
      const finding = weigh(variant.id, 'digest', {}, { alternatives: variant.alternatives });
      return { ...base, causes: asServers([finding], copied ? 'unknown' : 'server') };
    }
  const parts = split(own, right);
  const causes: Weighed[] = [];
  // An original without line breaks in its body cannot have got them from anything but the program.
  if (/\r\n|\\n/.test(own) && !/\r\n|\\n/.test(wanted)) causes.push(weigh('v3-body-newlines', 'structure', {}));
  const target = digestHex('sha-256', contentBytes(right, given.received.reading.charset.used));
  const told = await undo(parts, given, digestOracle('sha-256', target));
  const found = [...told, ...asServers(causes)];
  return { ...base, causes: found.length > 0 ? found : asServers(differing(parts, right)) };
}

/** Nothing known explains it: at least where they differ. Another header beside the right body is a mistake of its own. */
function differing(parts: Work, right: Work): readonly Weighed[] {
  const names = ['timestamp', 'nonce', 'body'].filter((name) => partOf(parts, name) !== partOf(right, name));
  if (names.length === 0) return [];
  const excerpt = (work: Work) => names.map((name) => ({ name, text: partOf(work, name).slice(0, 500) }));
  const shown = { edits: names.map((name) => ({ op: 'set-value' as const, name })), before: excerpt(parts), after: excerpt(right) };
  return [names.includes('body') ? weigh('tampered-or-test', 'guess', {}, shown) : weigh('v3-header-loss', 'structure', {}, shown)];
}

async function undo(from: Work, given: Given, oracle: ReturnType<typeof digestOracle>, maxSteps = 3): Promise<Served['causes']> {
  const suspects = await given.provider.suspects(given.dialect);
  const found = await search([from], suspects, sceneOf(given, given.received), oracle, { ...shareOf(given, 1), maxSteps });
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

interface Otherwise {
  readonly id: CauseId;
  readonly alternatives: readonly CauseId[];
  readonly text: string;
}

/** The right three lines as programs get them wrong: line ends first, then other parts, then the body written again. */
function* writtenOtherwise(right: Work): Iterable<Otherwise> {
  const [timestamp, nonce, body, serial] = ['timestamp', 'nonce', 'body', 'serial'].map((name) => partOf(right, name)) as [
    string,
    string,
    string,
    string,
  ];
  const made = (id: CauseId, text: string, alternatives: readonly CauseId[] = []): Otherwise => ({ id, text, alternatives });
  const join = (end: string, last: string, inner = body): string => `${timestamp}${end}${nonce}${end}${inner}${last}`;
  const lines = (first: string, second: string, third = body): string => `${first}\n${second}\n${third}\n`;
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
    ...['\r', ' ', ',', '&', '\t'].flatMap((end) => [join(end, end), join(end, '')]),
    `\n${join('\n', '\n')}`,
    `\n${join('\n', '')}`,
    `${timestamp}${nonce}\n${body}\n`,
    `${timestamp}\n${nonce}${body}\n`,
    `${timestamp}\n${nonce}\n\n${body}\n`,
    `${body}\n`,
    body,
  ])
    yield made('v3-body-newlines', text);
  const inner = /"nonce"\s*:\s*"([^"]{1,64})"/.exec(body)?.[1];
  const id = /"id"\s*:\s*"([^"]{1,64})"/.exec(body)?.[1];
  for (const other of [inner, id, serial, 'null', 'undefined', 'None', ''])
    if (other !== undefined) {
      yield made('v3-header-loss', lines(timestamp, other));
      yield made('v3-header-loss', lines(other, nonce));
    }
  for (const text of [
    lines(nonce, timestamp),
    lines(`${timestamp}000`, nonce),
    lines(timestamp, `[${nonce}]`),
    lines(`[${timestamp}]`, `[${nonce}]`),
  ])
    yield made('v3-header-loss', text);
  // @see wechatpay-go#119: the body was read before, and is empty the second time
  for (const empty of ['', '{}', 'null', 'undefined', 'Array', '[]', '[object Object]'])
    yield made('superglobals-empty', lines(timestamp, nonce, empty), ['body-not-parsed']);
  for (const text of writtenBodies(body)) yield made('v3-body-reserialised', lines(timestamp, nonce, text));
}

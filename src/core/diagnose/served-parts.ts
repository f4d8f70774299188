/** The second box where parts of the message are signed, not parameters (WeChat Pay v3): three lines, or a digest of them, against what arrived. */
import { sameBody, writtenBodies } from '../content/redo/json-body.ts';
import type { Work } from '../providers/suspect.ts';
import { encodeText } from '../text/charset.ts';
import { digestHex } from '../verify/digest.ts';
import type { HashName } from '../verify/verdict.ts';
import { contentBytes, describeContent, startsOf } from './content.ts';
import type { Served } from './finding.ts';
import { findingsOf, weigh } from './findings.ts';
import type { Weighed } from './findings.ts';
import { partOf, writtenOtherwise, writtenTwice } from './served-lines.ts';
import { shareOf } from './served-right.ts';
import type { ServedCase } from './served-right.ts';
import { digestOracle } from './oracle.ts';
import { sceneOf } from './scene.ts';
import { search } from './search.ts';

interface Given extends ServedCase {
  /** What the opened signature says, where one was opened. */
  readonly signed: { readonly hash: HashName; readonly digest: string } | null;
}

/** Contents that are tried where only undoing helps: each is a body that is read and written. */
const MOST = 5000;
/** Contents between two looks at other work. */
const SLICE = 500;

/** A digest: of which text? */
export async function judgePartsDigest(hex: string, hash: HashName, given: Given): Promise<Served> {
  const [right] = startsOf(given.received, given.rules);
  const equalsSigned = given.signed ? given.signed.digest === hex : null;
  const base = { form: 'digest' as const, equalsSigned, verifies: equalsSigned };
  if (equalsSigned || !right) return { ...base, causes: [] };
  // The length of a digest tells its hash: another one than was signed with is a mistake, whatever else there is.
  const wanted = given.signed?.hash ?? 'sha-256';
  const otherHash =
    hash === wanted
      ? []
      : [
          weigh(
            'sign-hash-mismatch',
            'digest',
            {},
            { alternatives: ['wrong-algorithm-for-message'], edits: [{ op: 'use-rule', value: wanted }] },
          ),
        ];
  const isIt = (text: string): boolean => digestHex(hash, encodeText(text, 'utf-8').bytes) === hex;
  if (isIt(rightText(right, given))) return { ...base, causes: asServers(otherHash) };
  let tried = 0;
  for (const written of [writtenOtherwise, writtenTwice])
    for (const { ids, alternatives, text } of written(right)) {
      if (isIt(text)) {
        const found = ids.map((id, i) => weigh(id, 'digest', {}, i === 0 ? { alternatives } : {}));
        return { ...base, causes: asServers([...found, ...otherHash]) };
      }
      if (++tried % SLICE !== 0) continue;
      await new Promise<void>((resolve) => setTimeout(resolve, 0));
      if (given.limits?.signal?.aborted || tried >= (given.limits?.maxCandidates ?? Infinity)) return { ...base, causes: [] };
    }
  // Undoing mistakes makes others of the right text only by chance: each alone.
  return { ...base, causes: await undo(right, given, digestOracle(hash, hex), 1) };
}

const rightText = (right: Work, { received }: Given): string => describeContent(right, received.reading, []).text;

/** The text itself. */
export async function judgePartsContent(text: string, given: Given): Promise<Served> {
  const [right] = startsOf(given.received, given.rules);
  const own = unlabelled(text);
  if (!right || own.trim() === '') return { form: 'unknown', equalsSigned: null, verifies: null, causes: [] };
  const bytes = encodeText(own, 'utf-8').bytes;
  const equalsSigned = given.signed ? digestHex(given.signed.hash, bytes) === given.signed.digest : null;
  const base = { form: 'content' as const, equalsSigned, verifies: equalsSigned };
  const wanted = rightText(right, given);
  if (equalsSigned || own === wanted) return { ...base, causes: [] };
  for (const variant of writtenOtherwise(right))
    if (variant.text === own) {
      // A line feed at the very end is lost by copying as easily as by a program.
      const copied = own === wanted.replace(/\n$/, '');
      const found = variant.ids.map((id) => weigh(id, 'digest', {}, { alternatives: variant.alternatives }));
      return { ...base, causes: asServers(found, copied ? 'unknown' : 'server') };
    }
  const { parts, ends } = split(own, right);
  const framed = ends === 'right' ? [] : asServers([weigh('v3-body-newlines', 'structure', {})], ends === 'lost' ? 'unknown' : 'server');
  const ofBody = await explainBody(parts, right, given);
  if (!ofBody) return { ...base, causes: [...framed, ...asServers([stranger(parts, right)])] };
  return { ...base, causes: [...ofBody, ...asServers(otherHeaders(parts, right)), ...framed] };
}

const NAMES = ['timestamp', 'nonce', 'body'] as const;

/** Where they differ, with what stands in both. */
function differing(parts: Work, right: Work, among: readonly string[]): Pick<Served['causes'][number], 'edits' | 'before' | 'after'> {
  const names = among.filter((name) => partOf(parts, name) !== partOf(right, name));
  const excerpt = (work: Work) => names.map((name) => ({ name, text: partOf(work, name).slice(0, 500) }));
  return { edits: names.map((name) => ({ op: 'set-value' as const, name })), before: excerpt(parts), after: excerpt(right) };
}

/** Nothing known explains the body: at least where they differ. */
const stranger = (parts: Work, right: Work): Weighed => weigh('tampered-or-test', 'guess', {}, differing(parts, right, NAMES));

/** Another header beside a body that is right, or explained, is a mistake of its own. */
function otherHeaders(parts: Work, right: Work): readonly Weighed[] {
  const shown = differing(parts, right, ['timestamp', 'nonce']);
  return shown.edits.length === 0 ? [] : [weigh('v3-header-loss', 'structure', {}, shown)];
}

/** What was done to the body; null where nothing known explains it. */
async function explainBody(parts: Work, right: Work, given: Given): Promise<Served['causes'] | null> {
  const [own, wanted] = [partOf(parts, 'body'), partOf(right, 'body')];
  if (own === wanted) return [];
  if (/^(?:\{\}|null|undefined|Array|\[\]|\[object Object\])?$/.test(own.trim()))
    return asServers([
      weigh('superglobals-empty', 'structure', {}, { alternatives: ['body-not-parsed'], ...differing(parts, right, ['body']) }),
    ]);
  for (const written of writtenBodies(wanted))
    if (written === own) return asServers([weigh('v3-body-reserialised', 'digest', {}, differing(parts, right, ['body']))]);
  // In a way that nobody is known to write, or it is the pasted one that was written again: without a key, who knows.
  if (sameBody(own, wanted))
    return asServers(
      [weigh('v3-body-reserialised', 'structure', {}, differing(parts, right, ['body']))],
      given.signed ? 'server' : 'unknown',
    );
  const from: Work = {
    ...parts,
    pairs: parts.pairs.map((pair) => (pair.name === 'body' ? pair : { ...pair, value: partOf(right, pair.name) })),
  };
  const target = digestHex('sha-256', contentBytes(right, given.received.reading.charset.used));
  const told = await undo(from, given, digestOracle('sha-256', target));
  return told.length > 0 ? told : null;
}

async function undo(from: Work, given: Given, oracle: ReturnType<typeof digestOracle>, maxSteps = 3): Promise<Served['causes']> {
  const suspects = await given.provider.suspects(given.dialect);
  const limits = shareOf(given, 1);
  const found = await search([from], suspects, sceneOf(given, given.received), oracle, {
    ...limits,
    maxCandidates: Math.min(limits.maxCandidates, MOST),
    maxSteps,
  });
  if (!found.hit) return [];
  const telling = { reading: given.received.reading, provider: given.provider, side: 'server' as const };
  return asServers(findingsOf(found.hit.start, found.hit.steps, telling));
}

const asServers = (causes: readonly Weighed[], side: 'server' | 'unknown' = 'server'): Served['causes'] =>
  causes.map(({ finding }) => ({ ...finding, side }));

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '(': ')', '「': '」', '"': '"', "'": "'", '`': '`' };

/** Without what a log puts around the text: `message[…] sign[…]`, a label, brackets, quotes. */
function unlabelled(text: string): string {
  const logged = /message\[([\s\S]*)\]\s*sign\[/.exec(text)?.[1];
  if (logged !== undefined) return logged;
  const quoted = text.trim();
  if (/^"\d{10}\\n[\s\S]*"$/.test(quoted))
    try {
      return String(JSON.parse(quoted));
    } catch {
      // how JSON.parse says "no JSON string": the quotes are those of a log
    }
  const label = /^[^\n{]{1,80}?(?=\d{10}(?:\r?\n|\\n))/.exec(text)?.[0] ?? '';
  if (!/[:=：[("'`「\s]$/.test(label)) return text;
  const rest = text.slice(label.length);
  const closing = CLOSING[label.trim().slice(-1)];
  const end = closing === undefined ? -1 : rest.lastIndexOf(closing);
  return end < 0 ? rest : rest.slice(0, end);
}

/** Two lines and the rest, and whether all three end as they should; a text that begins like JSON is the body alone. */
function split(text: string, right: Work): { readonly parts: Work; readonly ends: 'right' | 'lost' | 'other' } {
  // Two line ends and nothing before them: both headers are empty.
  const alone = /^\s*\{/.test(text) && !/^\r?\n\r?\n/.test(text);
  const found = alone ? null : /^([^\r\n]*?)(\r\n|\n|\r|\\r\\n|\\n)([^\r\n]*?)(\r\n|\n|\r|\\r\\n|\\n)([\s\S]*)$/.exec(text);
  const [, timestamp, first, nonce, second, rest] = found ?? ['', partOf(right, 'timestamp'), '\n', partOf(right, 'nonce'), '\n', text];
  const last = /(?:\r|\n|\\r|\\n)*$/.exec(rest ?? '')?.[0] ?? '';
  const body = (rest ?? '').slice(0, (rest ?? '').length - last.length);
  const values: Readonly<Record<string, string>> = { timestamp: timestamp?.trim() ?? '', nonce: nonce?.trim() ?? '', body };
  const lines = first === '\n' && second === '\n';
  return {
    parts: { ...right, pairs: right.pairs.map(({ name, value, from }) => ({ name, value: values[name] ?? value, from })) },
    ends: alone || (lines && last === '\n') ? 'right' : lines && last === '' ? 'lost' : 'other',
  };
}

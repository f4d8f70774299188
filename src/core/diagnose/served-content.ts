/** A string to sign, or a map, against what is right: first what only comparing shows, then each mistake made again, then a short search. */
import { ofSignature } from '../content/redo/sign.ts';
import type { Work, WorkPair } from '../providers/suspect.ts';
import { encodeText } from '../text/charset.ts';
import { digestHex } from '../verify/digest.ts';
import type { CauseId } from './causes.ts';
import { contentBytes } from './content.ts';
import { effectOf, isCause, sideOf } from './effects.ts';
import type { Finding, Served } from './finding.ts';
import { findingsOf, weigh } from './findings.ts';
import type { Weighed } from './findings.ts';
import { digestOracle } from './oracle.ts';
import { withHops } from './quirks.ts';
import { sceneOf } from './scene.ts';
import { search } from './search.ts';
import { givesSign, secretsOf } from './served-mac.ts';
import { compareNames } from './served-names.ts';
import { UNKNOWN, asServers, mistakesOf, rightOf, shareOf, signedDigest, withOwn } from './served-right.ts';
import type { Right, ServedCase } from './served-right.ts';
import { readBox } from './served-text.ts';
import type { Box } from './served-text.ts';
import { explainValues } from './served-values.ts';
import type { Match } from './served-values.ts';

const EXCERPT = 500;
/** With more values than this that nothing explains, it is another message. */
const STRANGERS = 8;
/** Values that are searched for in what was pasted. */
const FEW = 3;
/** What tells one message from another. */
const IDENTITY: ReadonlySet<string> = new Set(['notify_id', 'trade_no', 'out_trade_no', 'transaction_id', 'nonce_str']);

export async function judgeContent(trimmed: string, text: string, given: ServedCase): Promise<Served> {
  const right = rightOf(given);
  if (!right) return UNKNOWN;
  const { received, provider, rules } = given;
  const names = new Set([...right.pairs, ...received.reading.pairs].map(({ name }) => name));
  const box = readBox(trimmed, { known: provider.known, names, rules, right: right.pairs });
  if (!box) {
    const whole = wholeText(trimmed, right, given);
    return whole
      ? { form: 'content', equalsSigned: right.proved ? false : null, verifies: right.proved ? false : null, causes: asServers([whole]) }
      : UNKNOWN;
  }
  const equalsSigned = isEqual(box, text, right, given);
  const sign = box.form === 'map' ? compareSign(box, given) : null;
  const verifies = equalsSigned === true && (sign?.broken === true || box.lists === true) ? false : equalsSigned;
  const lists = box.lists ? asServers([weigh('querydict-lists', 'structure', {})]) : [];
  const base = { form: box.form, equalsSigned, verifies };
  const { reason } = given.judged.verdict;
  if (equalsSigned && reason !== 'content-unexplained') return { ...base, causes: [...lists, ...(sign?.causes ?? [])] };
  // The server's content has the signed digest, and what arrived has not: the paste is what was damaged.
  const causes = equalsSigned ? ((await explainBack(box, right, given)) ?? []) : await explain(box, right, given);
  return { ...base, causes: [...lists, ...causes, ...(sign?.causes ?? [])] };
}

/** Whether the second box holds what was signed; null where nothing could be tested. */
function isEqual(box: Box, text: string, right: Right, given: ServedCase): boolean | null {
  const used = given.received.reading.charset.used;
  const charsets = [...new Set([right.work.charset, used, 'utf-8' as const])];
  const tries =
    box.form === 'map'
      ? given.rules.rules.flatMap((rule) => charsets.map((charset) => contentBytes({ pairs: box.pairs, rule, charset }, used)))
      : charsets.flatMap((charset) => [box.text, text].map((each) => encodeText(each, charset).bytes));
  const signed = signedDigest(given.judged);
  if (signed) return tries.some((bytes) => digestHex(signed.hash, bytes) === signed.digest);
  if (secretsOf(given).length === 0 || given.rules.rules.every(({ mac }) => mac === undefined)) return null;
  const answers = tries.map((bytes) => givesSign(bytes, given));
  return answers.includes(null) ? null : answers.includes(true);
}

/** A map's own `sign`, where it is not the message's. */
function compareSign(
  { pairs }: Box,
  { received, rules, judged }: ServedCase,
): { readonly broken: boolean; readonly causes: Served['causes'] } | null {
  const name = rules.signature.value;
  const used = pairs.find((pair) => pair.name === name);
  const right = received.reading.pairs.find((pair) => pair.name === name);
  if (!used || !right || rules.signature.from || used.value === right.value || used.value.length > 16_384 || right.value.length > 16_384)
    return null;
  const made = (from: string, to: string): readonly CauseId[] =>
    ofSignature
      .filter(({ ways, fits }) => ways.some((way) => way(from, name) === to) || fits?.(from, to, name) === true)
      .map(({ id }) => id)
      .filter(isCause);
  const [id, ...alternatives] = made(right.value, used.value);
  const told = {
    alternatives,
    edits: [{ op: 'set-signature' as const, name }],
    before: [{ name, text: used.value.slice(0, EXCERPT) }],
    after: [{ name, text: right.value.slice(0, EXCERPT) }],
  };
  if (id) return { broken: true, causes: asServers([weigh(id, 'structure', {}, told)]) };
  // The other way round: what was pasted is the damaged one, and that is said where the paste is explained.
  return { broken: judged.verdict.indication === 'passed' && made(used.value, right.value).length === 0, causes: [] };
}

/** The server's content out of the right one; or, where no key tells which is right, the other way round. */
async function explain(box: Box, right: Right, given: ServedCase): Promise<Served['causes']> {
  const there = compareNames(box.pairs, right, box.form === 'map', given);
  const values = explainValues(there.matches, mistakesOf(given));
  if (values.rest.length === 0 && there.strange.length === 0) {
    const told = [...there.causes, ...findingsOfValues(values.explained, right.proved, given)];
    const whole = told.length === 0 && box.form === 'content' && box.text !== right.text ? wholeText(box.text, right, given) : null;
    return asServers(whole ? [whole] : withHops([], told, given.rules));
  }
  const whole = box.form === 'content' ? wholeText(box.text, right, given) : null;
  if (whole) return asServers([whole]);
  const back = right.proved ? null : await explainBack(box, right, given);
  if (back) return back;
  const strangers = values.rest.length;
  const isOther = strangers > STRANGERS || values.rest.some(({ right: { name } }) => IDENTITY.has(name));
  if (isOther) return asServers(guess(values.rest, there.strange));
  const searched = await searchEach(values.rest, there.strange, right, given);
  return asServers([
    ...there.causes,
    ...findingsOfValues(values.explained, false, given),
    ...searched.found,
    ...guess(searched.rest, searched.strange),
  ]);
}

/** What was pasted, out of what the server has. Null where that does not explain everything. */
async function explainBack(box: Box, right: Right, given: ServedCase): Promise<Served['causes'] | null> {
  const pairs =
    box.form === 'map'
      ? box.pairs.filter(({ name }) => right.work.rule.recipe.every((step) => step.op !== 'drop' || !step.names.includes(name)))
      : box.pairs;
  const turned: Right = { ...right, pairs };
  const here = compareNames(right.pairs, turned, true, given);
  const values = explainValues(here.matches, mistakesOf(given));
  if (here.strange.length > 0 || values.rest.length > FEW || values.rest.some(({ right: { name } }) => IDENTITY.has(name))) return null;
  const searched = values.rest.length > 0 ? await searchEach(swapped(values.rest), [], right, given, true) : null;
  if (searched && searched.rest.length > 0) return null;
  const proved = given.judged.verdict.opened?.ok === true && values.rest.length === 0;
  return [...here.causes, ...findingsOfValues(values.explained, proved, given), ...(searched?.found ?? [])].map(({ finding }) => {
    const side = sideOf(effectOf(finding.id), undefined);
    return {
      ...finding,
      // Which of the two has what it should have, nothing says.
      ...(finding.id === 'param-missing' && !proved ? { alternatives: [...finding.alternatives, 'tampered-or-test' as const] } : {}),
      side: side === 'paste' ? ('paste' as const) : ('unknown' as const),
      edits: finding.edits.map((edit) => ({
        ...edit,
        op: edit.op === 'add-pair' ? 'drop-pair' : edit.op === 'drop-pair' ? 'add-pair' : edit.op,
      })),
      before: finding.after,
      after: finding.before,
    };
  });
}

const swapped = (matches: readonly Match[]): readonly Match[] => matches.map(({ right, used }) => ({ right: used, used: right }));

function findingsOfValues(
  explained: ReturnType<typeof explainValues>['explained'],
  proved: boolean,
  given: ServedCase,
): readonly Weighed[] {
  return explained.flatMap(({ ids, matches }) => {
    const [id, ...alternatives] = withOwn(ids, given);
    return id ? [weigh(id, proved ? 'digest' : 'structure', {}, { alternatives, ...edited(matches) })] : [];
  });
}

const cut = ({ name, value }: WorkPair): Finding['before'][number] => ({ name, text: value.slice(0, EXCERPT) });

const edited = (matches: readonly Match[]): Pick<Finding, 'edits' | 'before' | 'after'> => ({
  edits: matches.map(({ right: { name, from } }) => ({ op: 'set-value', name, ...(from === null ? {} : { pair: from }) })),
  before: matches.slice(0, 16).map(({ used }) => cut(used)),
  after: matches.slice(0, 16).map(({ right }) => cut(right)),
});

/** The mistake befell the joined text, `&` between the parameters included. */
function wholeText(text: string, right: Right, given: ServedCase): Weighed | null {
  if (right.text.length > 20_000) return null;
  for (const { id, alternatives = [], ways } of mistakesOf(given))
    for (const way of ways)
      if (isCause(id) && way(right.text, '').trim() === text && text !== right.text.trim())
        return weigh(id, right.proved ? 'digest' : 'structure', {}, { alternatives: alternatives.filter(isCause) });
  const named = right.text.replace(/&(not|times|para|curren|copy|reg|sect)/g, (_, name: string) => LEGACY[name] ?? '');
  return named === text && named !== right.text ? weigh('html-named-entity', 'structure', {}) : null;
}

/** Entities that browsers read without a semicolon. @see WHATWG HTML §13.5 */
const LEGACY: Readonly<Record<string, string>> = { not: '¬', times: '×', para: '¶', curren: '¤', copy: '©', reg: '®', sect: '§' };

/** Each value that nothing explains is bent by the suspects, alone: what befell it has nothing to do with the others. */
async function searchEach(
  rest: readonly Match[],
  strange: readonly WorkPair[],
  right: Right,
  given: ServedCase,
  back = false,
): Promise<{ readonly found: readonly Weighed[]; readonly rest: readonly Match[]; readonly strange: readonly WorkPair[] }> {
  const { received, provider } = given;
  const suspects = await provider.suspects(given.dialect);
  const used = received.reading.charset.used;
  const telling = { reading: received.reading, provider, side: 'server' as const };
  const unknown = strange.filter(({ name }) => !provider.known.has(name));
  const limits = shareOf(given, rest.length + (unknown.length > 0 ? 1 : 0));
  const bend = async (from: Work, to: Work): Promise<readonly Weighed[] | null> => {
    if (limits.signal?.aborted) return null;
    const oracle = digestOracle('sha-256', digestHex('sha-256', contentBytes(to, used)));
    const { hit } = await search([from], suspects, sceneOf(given, received), oracle, { ...limits, maxSteps: 2 });
    return hit && findingsOf(hit.start, hit.steps, telling);
  };
  const replaced = (name: string, value: string): Work => ({
    ...right.work,
    pairs: right.work.pairs.map((pair) => (pair.name === name ? { name, value, from: pair.from } : pair)),
  });
  const found: Weighed[] = [];
  const open: Match[] = [];
  for (const match of rest) {
    const { name } = match.right;
    // Backwards, what was pasted is bent until it is what the server has.
    const told = back
      ? await bend(replaced(name, match.right.value), replaced(name, match.used.value))
      : await bend(replaced(name, match.used.value), replaced(name, match.right.value));
    // What can be told from another value only may be chance here.
    if (told && told.every(({ finding: { id } }) => id !== 'tampered-or-test' && id !== 'param-missing')) found.push(...told);
    else open.push(match);
  }
  const added = unknown.length > 0 ? await bend({ ...right.work, pairs: [...right.work.pairs, ...unknown] }, right.work) : null;
  return {
    found: merged([...found, ...(added ?? [])]),
    rest: open,
    strange: added ? strange.filter((pair) => !unknown.includes(pair)) : strange,
  };
}

function merged(all: readonly Weighed[]): readonly Weighed[] {
  const byId = new Map<CauseId, Weighed>();
  for (const each of all) {
    const before = byId.get(each.finding.id);
    const join = <K extends 'edits' | 'before' | 'after'>(key: K): Finding[K] =>
      [...(before?.finding[key] ?? []), ...each.finding[key]] as unknown as Finding[K];
    byId.set(
      each.finding.id,
      before ? { ...before, finding: { ...before.finding, edits: join('edits'), before: join('before'), after: join('after') } } : each,
    );
  }
  return [...byId.values()];
}

/** Nothing known explains it: at least where they differ. */
function guess(rest: readonly Match[], strange: readonly WorkPair[]): readonly Weighed[] {
  if (rest.length + strange.length === 0) return [];
  const { edits, before, after } = edited(rest.slice(0, 16));
  const added = strange.slice(0, 8);
  return [
    weigh(
      'tampered-or-test',
      'guess',
      {},
      {
        edits: [...edits, ...added.map(({ name }) => ({ op: 'drop-pair' as const, name }))],
        before: [...before, ...added.map(cut)],
        after,
      },
    ),
  ];
}

/** The second box where a shared secret signs (WeChat Pay v2): the server's digest is the signature it computed, so every usual mistake can be computed, too. */
import type { Mac } from '../content/recipe.ts';
import type { Work, WorkPair } from '../providers/suspect.ts';
import { encodeUtf8 } from '../text/utf8.ts';
import { digestHex } from '../verify/digest.ts';
import { macHex } from '../verify/mac.ts';
import type { CauseId } from './causes.ts';
import { contentBytes, startsOf } from './content.ts';
import { isCause } from './effects.ts';
import type { Served } from './finding.ts';
import { findingsOf, weigh } from './findings.ts';
import type { Weighed } from './findings.ts';
import type { ServedCase } from './judge-served.ts';
import { macOracle } from './oracle.ts';
import { sceneOf } from './scene.ts';
import { search } from './search.ts';

const LIMITS = { maxCandidates: 20_000, maxMs: 1500 };
const SIZES: Readonly<Record<Mac['hash'], number>> = { md5: 32, 'hmac-sha256': 64, 'sha-1': 40 };

export const secretsOf = ({ ring }: Pick<ServedCase, 'ring'>): readonly Uint8Array[] => ring.flatMap(({ secret }) => secret ?? []);

/** The signature that the message carries, as a digest. */
export const signOf = ({ judged }: Pick<ServedCase, 'judged'>): string => (judged.verdict.signature?.text ?? '').trim().toLowerCase();

/** Whether a content gives the message's signature under a secret that is held; null where none is. */
export function givesSign(content: Uint8Array, given: ServedCase): boolean | null {
  const secrets = secretsOf(given);
  if (secrets.length === 0) return null;
  const sign = signOf(given);
  return given.rules.rules.some(({ mac }) => mac !== undefined && secrets.some((secret) => macHex(mac, content, secret) === sign));
}

export async function judgeMacDigest(hex: string, given: ServedCase): Promise<Served> {
  const sign = signOf(given);
  const base = { form: 'digest' as const, equalsSigned: sign === hex, verifies: sign === hex };
  if (sign === hex) return { ...base, causes: [] };
  const starts = startsOf(given.received, given.rules);
  const secrets = secretsOf(given);
  const otherHash = [32, 64].includes(sign.length) && hex.length !== sign.length;
  const ofHash = otherHash ? [weigh('v2-hash-type', 'length', {})] : [];
  for (const start of starts)
    for (const { id, work } of variantsOf(start, given)) {
      const { mac } = work.rule;
      if (!mac || SIZES[mac.hash] !== hex.length) continue;
      const content = contentBytes(work, given.received.reading.charset.used);
      if (!secrets.some((secret) => macHex(mac, content, secret) === hex)) continue;
      const proved = otherHash ? [weigh('v2-hash-type', 'digest', {})] : [];
      return { ...base, causes: asServers([...proved, ...(id ? [weigh(id, 'digest', {})] : [])]) };
    }
  const suspects = await given.provider.suspects(given.dialect);
  const found = await search(starts, suspects, sceneOf(given, given.received), macOracle(hex, secrets), LIMITS);
  const telling = { reading: given.received.reading, provider: given.provider, side: 'server' as const };
  const told = found.hit ? findingsOf(found.hit.start, found.hit.steps, telling) : [];
  return { ...base, causes: asServers([...ofHash, ...told]) };
}

/** What a server hashed for a message callback: the token is in it, so the text alone must give the signature. */
export function judgeSortedText(text: string, given: ServedCase): Served {
  if (text === '') return { form: 'unknown', equalsSigned: null, verifies: null, causes: [] };
  const equal = digestHex('sha-1', encodeUtf8(text)) === signOf(given);
  // Without the token in it, it is not the whole of what was hashed: nothing can be said.
  const whole = secretsOf(given).some((secret) => text.includes(new TextDecoder().decode(secret)));
  const answer = equal || (whole ? false : null);
  return { form: 'content', equalsSigned: answer, verifies: answer, causes: [] };
}

const asServers = (causes: readonly Weighed[]): Served['causes'] => causes.map(({ finding }) => ({ ...finding, side: 'server' as const }));

interface Variant {
  readonly id: CauseId | null;
  readonly work: Work;
}

/** What servers sign of the right parameters. */
function* variantsOf(start: Work, { provider, rules }: ServedCase): Iterable<Variant> {
  const named = (id: CauseId): CauseId => {
    const own = provider.ownCauses?.[id];
    return own !== undefined && isCause(own) ? own : id;
  };
  yield { id: null, work: start };
  // Parts are fixed: none is dropped or sorted by mistake.
  if (rules.parts) return;
  const without = (test: (pair: WorkPair) => boolean): Work => ({ ...start, pairs: start.pairs.filter((pair) => !test(pair)) });
  const dropping = (op: string): Work => ({
    ...start,
    rule: { ...start.rule, recipe: start.rule.recipe.filter((step) => step.op !== op) },
  });
  if (start.pairs.some(({ name }) => name === 'sign_type'))
    yield { id: named('sign-type-removed'), work: without(({ name }) => name === 'sign_type') };
  if (start.pairs.some(({ value }) => value === '')) yield { id: named('empty-kept'), work: dropping('drop-empty') };
  yield { id: 'sort-order', work: dropping('sort') };
  for (const { name } of start.pairs)
    if (name !== 'sign') yield { id: named('param-missing'), work: without((pair) => pair.name === name) };
}

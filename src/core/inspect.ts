/** The whole path on one screen: read > recognise > content > verify > diagnose > explain. */
import { judge } from './diagnose/judge.ts';
import type { Judged } from './diagnose/case.ts';
import { coveredBy } from './diagnose/ruled-out.ts';
import type { Diagnosis, Served } from './diagnose/finding.ts';
import type { SearchLimits } from './diagnose/search.ts';
import { missingFrom } from './diagnose/missing.ts';
import { asksFor } from './explain/asks.ts';
import { EMPTY } from './explain/explanation.ts';
import type { Ask, Explanation } from './explain/explanation.ts';
import { gather } from './gather.ts';
import { hideSecrets } from './keys/hide.ts';
import type { RingKey } from './keys/read-keys.ts';
import type { KeyReport } from './keys/report.ts';
import type { Claim, Provider, Received } from './providers/provider.ts';
import { read } from './read/read.ts';
import type { Reading } from './read/reading.ts';
import type { Sealed, UnsealProblem } from './unseal/unseal.ts';
import type { SubsetJob, SubsetResult } from './verify/kernel/subsets.ts';
import type { Reason, Verdict } from './verify/verdict.ts';

export interface InspectRequest {
  /** The paste or file, in any form. */
  readonly text: string | Uint8Array;
  /** Any key material; one entry may hold several. */
  readonly keys: readonly (string | Uint8Array)[];
  /** Second box: the string, map or digest that "my server" used. */
  readonly served?: string;
  /** What the user overrode or answered. */
  readonly hints?: Hints;
}

export interface Hints {
  readonly provider?: string;
  readonly dialect?: string;
  readonly form?: string;
  readonly charset?: string;
  /** Which notification, where the paste holds several. */
  readonly pick?: number;
  /** Repair ids; absent = all. */
  readonly keepRepairs?: readonly string[];
  /** Answers to `Inspection.asks`: a header, a path, the original subject. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Where the text came from, once the user said so. */
  readonly side?: 'server' | 'paste';
}

/** Values the user expects, checked beside the verdict. */
export interface Expectations {
  readonly app_id?: string;
  readonly seller_id?: string;
  readonly out_trade_no?: string;
  readonly total_amount?: string;
}

export interface InspectOptions {
  readonly now?: Date;
  /** For `elapsedMs` and `maxMs`; absent = neither is measured. */
  readonly clock?: () => number;
  readonly expected?: Expectations;
  readonly search?: SearchBudget;
  /** Other cores, for what is cut into slices; absent = in this one. They find the same. */
  readonly slices?: (job: SubsetJob) => Promise<SubsetResult>;
  readonly signal?: AbortSignal;
  /** The first call carries a full Inspection. */
  readonly onprogress?: (p: InspectProgress) => void;
}

/** How far a search goes; what is left out is as usual. `Infinity` is a number. */
export interface SearchBudget {
  readonly maxCandidates?: number;
  readonly maxMs?: number;
  /** Parameters that may be missing where every subset is tried, at most 24. */
  readonly maxOptional?: number;
}

export interface InspectProgress {
  readonly inspection?: Inspection;
  readonly tried: number;
  /** Not finite where the search has no end of its own. */
  readonly total: number;
  /** What has been ruled out so far. */
  readonly covered?: Diagnosis['ruledOut'];
}

/** What was decrypted (or why it was not), read in turn. */
export interface Unsealed {
  readonly name: string;
  readonly scheme: Sealed['scheme'];
  readonly opened: boolean;
  /** Why it stayed shut. */
  readonly why?: UnsealProblem;
  readonly warnings: readonly UnsealProblem[];
  /** Index into `Inspection.keys`. */
  readonly key?: number;
  readonly text?: string;
  readonly receiver?: string;
  /** Null where the text holds no parameters. */
  readonly reading: Reading | null;
  readonly explanation: Explanation | null;
}

/** One plain JSON-serialisable record; what history stores, reports print and tests read. */
export interface Inspection {
  readonly version: 1;
  readonly reading: Reading;
  readonly claim: Claim | null;
  readonly keys: readonly KeyReport[];
  readonly verdict: Verdict;
  readonly diagnosis: Diagnosis | null;
  readonly served: Served | null;
  readonly unsealed: readonly Unsealed[];
  readonly asks: readonly Ask[];
  readonly explanation: Explanation;
}

/** How much is tried unless the caller says otherwise. */
const MAX_CANDIDATES = 80_000;
const MAX_MS = 2500;
/** Verdicts after which it helps to know what is usually there and is not here. */
const UNEXPLAINED: ReadonlySet<Reason> = new Set(['content-unexplained', 'mac-mismatch']);

/** Inspects one paste. Total: any input gives a record; an exception is our own mistake. */
export async function inspect(request: InspectRequest, options: InspectOptions = {}): Promise<Inspection> {
  const began = options.clock?.() ?? null;
  const elapsed = (): number | null => (began === null || !options.clock ? null : options.clock() - began);
  const hints = request.hints ?? {};
  const { found, offered, theirs } = await gather(request);
  const make = (
    parts: Pick<Inspection, 'reading' | 'claim' | 'verdict' | 'diagnosis' | 'served' | 'asks' | 'explanation'> &
      Partial<Pick<Inspection, 'unsealed' | 'keys'>>,
    ring: readonly RingKey[] = offered,
  ): Inspection => hideSecrets<Inspection>({ version: 1, unsealed: [], keys: ring.map(({ report }) => report), ...parts }, ring);
  if (!theirs) {
    const { nothingReceived } = await import('./diagnose/nothing-received.ts');
    const diagnosis = nothingReceived(request.text);
    const gateway = request.served ? await import('./diagnose/served-gateway.ts') : null;
    const served =
      (await gateway?.judgeGateway(request.text, request.served ?? '', offered, {
        maxCandidates: MAX_CANDIDATES,
        maxMs: MAX_MS,
        clock: options.clock,
        signal: options.signal,
      })) ?? null;
    const parts = { claim: null, diagnosis, served, asks: [], explanation: EMPTY };
    return make({ reading: found.reading, verdict: unrecognised(found.reading), ...parts });
  }
  const { provider, dialect, claim, rules, ring, received, messages, shut } = theirs;
  const { explain } = await import('./explain/explain.ts');
  const noted = ring.some(({ certificate }) => certificate) ? (await import('./explain/certificates.ts')).withNotes : null;
  const unsealed = await unsealAll(provider, dialect, claim, found.reading, ring, options, hints.inputs?.['receiver']);
  const tell = (judged: Judged, served: Served | null = null): Inspection => {
    const asRead = (received[judged.message] as Received).reading;
    const passed = judged.verdict.indication === 'passed';
    const reading = passed ? withoutDoubts(asRead) : asRead;
    const content = judged.verdict.content;
    // Where other parts are signed than the parameters, which of them take part cannot be said one by one.
    const signed = content && !rules.parts ? new Set(content.parts.flatMap(({ pair }) => pair ?? [])) : null;
    const { now, expected } = options;
    const explanation = explain({
      reading,
      claim,
      names: provider.names,
      shape: provider.shape(dialect, reading),
      signed,
      ...(now ? { now } : {}),
      ...(expected ? { expected } : {}),
    });
    const lacks = UNEXPLAINED.has(judged.verdict.reason) && !rules.raw && !rules.parts;
    const diagnosis: Diagnosis = {
      causes: judged.causes.map(({ finding }) => finding),
      ...judged.search,
      ...(lacks ? { missing: missingFrom(reading, provider, dialect) } : {}),
      elapsedMs: elapsed(),
    };
    const asks = asksFor({
      verdict: judged.verdict,
      causes: diagnosis.causes,
      reading,
      missing: rules.asks?.(received[judged.message] as Received) ?? [],
      shut,
    });
    const keys = ring.map(({ report }) => noted?.(report, reading, provider) ?? report);
    return make(
      {
        reading,
        claim,
        keys,
        verdict: judged.verdict,
        diagnosis,
        served,
        asks,
        explanation,
        unsealed: passed ? unsealed.map(intact) : unsealed,
      },
      ring,
    );
  };
  const limits: SearchLimits = {
    maxCandidates: options.search?.maxCandidates ?? MAX_CANDIDATES,
    maxMs: options.search?.maxMs ?? MAX_MS,
    clock: options.clock,
    began: options.clock?.(),
    maxOptional: options.search?.maxOptional,
    slices: options.slices,
    signal: options.signal,
    onprogress: (tried, total, byCause) => options.onprogress?.({ tried, total, covered: coveredBy(byCause ?? new Map()) }),
  };
  const judged = await judge({
    provider,
    dialect,
    rules,
    messages,
    ring,
    side: hints.side,
    shut: shut.length > 0,
    limits,
    onfirst: (first) => {
      options.onprogress?.({ inspection: tell(first), tried: 0, total: options.search?.maxCandidates ?? MAX_CANDIDATES });
    },
  });
  const message = received[judged.message] as Received;
  const second = request.served?.trim() ? await import('./diagnose/judge-served.ts') : null;
  const { text } = request;
  const served =
    (await second?.judgeServed(request.served ?? '', { provider, dialect, rules, judged, received: message, ring, limits, text })) ?? null;
  const inspection = tell(judged, served);
  if (judged.search.tried === 0) options.onprogress?.({ inspection, tried: 0, total: 0 });
  return inspection;
}

/** What is signed is as it was sealed: only the secret is left to blame. */
function intact(part: Unsealed): Unsealed {
  return part.why === 'refused' ? { ...part, why: 'other-secret' } : part;
}

/** A digest proves the way in which a dump was read. */
function withoutDoubts(reading: Reading): Reading {
  return { ...reading, notes: reading.notes.filter(({ id }) => id !== 'ambiguous') };
}

/** Opens what is encrypted, with every secret held, and reads what comes out. */
async function unsealAll(
  provider: Provider,
  dialect: string,
  claim: Claim,
  reading: Reading,
  ring: readonly RingKey[],
  { now, expected }: InspectOptions,
  /** The application that a message callback should be for. */
  own: string | undefined,
): Promise<readonly Unsealed[]> {
  const held = ring.map(({ secret }, index) => ({ secret, index })).filter((each) => each.secret !== null);
  const secrets = held.map(({ secret }) => secret as Uint8Array);
  const halves = ring.flatMap(({ privateKey }, index) => (privateKey ? [{ privateKey, index }] : []));
  const sealedParts = provider.sealed(reading);
  if (sealedParts.length === 0) return [];
  const [{ unseal }, { explain }, { withReceiver }] = await Promise.all([
    import('./unseal/unseal.ts'),
    import('./explain/explain.ts'),
    import('./explain/receiver.ts'),
  ]);
  return Promise.all(
    sealedParts.map(async (sealed): Promise<Unsealed> => {
      const { name, scheme } = sealed;
      const opening = await unseal(
        sealed,
        secrets,
        halves.map(({ privateKey }) => privateKey),
      );
      if (!opening.ok) return { name, scheme, opened: false, why: opening.why, warnings: [], reading: null, explanation: null };
      const inner = read(opening.text, { whole: true }).reading;
      const readable = inner.form !== null && inner.pairs.length > 0 ? inner : null;
      const explanation =
        readable &&
        explain({
          reading: readable,
          claim,
          names: provider.names,
          shape: provider.shape(dialect, readable, reading),
          signed: null,
          ...(now ? { now } : {}),
          ...(expected ? { expected } : {}),
        });
      const { text, secret, warnings, receiver } = opening;
      return {
        name,
        scheme,
        opened: true,
        warnings,
        key: (scheme === 'alipay-wap-rsa' ? halves : held)[secret]?.index ?? 0,
        text,
        ...(receiver === undefined ? {} : { receiver }),
        reading: readable,
        explanation: explanation && withReceiver(explanation, receiver, own ?? expected?.app_id),
      };
    }),
  );
}

function unrecognised({ unreadable, pairs }: Reading): Verdict {
  if (unreadable?.why === 'too-large')
    return { indication: 'indeterminate', reason: 'too-large', params: { limit: unreadable.limit ?? 0 } };
  const strange = pairs.length > 0 || unreadable?.why === 'is-key' || unreadable?.why === 'is-token';
  return { indication: 'indeterminate', reason: strange ? 'not-a-notification' : 'unreadable' };
}

/** What stands beside a content that was found or holds: kinds of message that servers mistake, parameters of the address, hops on the way. */
import type { DialectRules, Provider } from '../providers/provider.ts';
import type { Suspect, Work } from '../providers/suspect.ts';
import type { Reading } from '../read/reading.ts';
import type { CauseId, Effect } from './causes.ts';
import { isCause } from './effects.ts';
import { weigh } from './findings.ts';
import type { Weighed } from './findings.ts';

/**
 * Found in a message that holds: what an ordinary server would do wrong with it.
 * @param explained something else was found: then only a rule that is used speaks, not a kind of message
 */
export function quirksOf({ quirks = [] }: DialectRules, work: Work, explained: boolean): readonly Weighed[] {
  return quirks.flatMap(({ id, alternatives = [], rule }) =>
    isCause(id) && (rule === undefined ? !explained : rule === work.rule.id)
      ? [
          weigh(
            id,
            'digest',
            {},
            {
              alternatives: alternatives.filter(isCause),
              effect: 'form',
              side: 'provider',
              edits: [{ op: 'use-rule', value: work.rule.id }],
            },
          ),
        ]
      : [],
  );
}

/** The text was signed in a set that a server may not think of. */
export function otherCharset({ charset }: Reading, work: Work): readonly Weighed[] {
  const other = work.charset !== 'utf-8' && charset.detected !== work.charset && work.pairs.some(({ value }) => /[^\0-\x7f]/.test(value));
  return other
    ? [weigh('charset-gbk-as-utf8', 'digest', {}, { effect: 'form', side: 'server', edits: [{ op: 'use-charset', value: work.charset }] })]
    : [];
}

/** Parameters in the address that a body was sent to: frameworks hand both out together, and only the body is signed. */
export function addressParameters({ url, method, pairs, bodySpan }: Reading, provider: Provider, rules: DialectRules): readonly Weighed[] {
  const query = url?.split('#', 1)[0]?.split('?')[1];
  // Where the body is signed as it stands, nobody mixes parameters in.
  if (query === undefined || rules.parts || rules.raw || method === 'GET' || bodySpan === undefined) return [];
  const there = new Set(pairs.map(({ name }) => name));
  const names = query.split('&').map((part) => part.split('=', 1)[0] ?? '');
  const own = [...new Set(names)].filter((name) => name !== '' && !there.has(name) && provider.mayBeUnsigned(name)).slice(0, 16);
  if (own.length === 0) return [];
  const alternatives = ['extra-framework-param'] as const;
  return [weigh('own-query-param', 'structure', {}, { alternatives, edits: own.map((name) => ({ op: 'drop-pair' as const, name })) })];
}

/** Several mistakes that one hop makes together: a queue, a proxy, a database. */
const HOPS: readonly (readonly [id: CauseId, ...mistakes: readonly CauseId[]])[] = [
  [
    'mq-forward',
    'sign-plus-to-space',
    'plus-to-space-value',
    'decode-before-split',
    'json-reserialised-values',
    'numbers-reformatted',
    'mojibake-latin1',
    'gbk-utf8-crossed',
    'field-renamed-case',
  ],
  [
    'proxy-rewrite',
    'plus-to-space-value',
    'space-to-plus-value',
    'sign-plus-to-space',
    'sign-still-encoded',
    'html-entity-quotes',
    'empty-dropped',
    'double-url-decode',
    'own-query-param',
    'app-added-param',
    'extra-framework-param',
  ],
  [
    'replay-from-database',
    'param-missing',
    'null-literal',
    'numbers-reformatted',
    'datetime-reformatted',
    'empty-dropped',
    'sign-type-removed',
    'mojibake-latin1',
    'emoji-lost',
  ],
];

/** The same text went through the same hands as the signature: then what befell the content says more. */
const BEFALLS_SIGN: Readonly<Partial<Record<CauseId, CauseId>>> = {
  'sign-still-encoded': 'content-not-decoded',
  'sign-plus-to-space': 'plus-to-space-value',
  'sign-equals-lost': 'decode-before-split',
};

/** What befell the signature is expected of the content too, before anything else. */
export function likelier(suspects: readonly Suspect[], repair: string | undefined): readonly Suspect[] {
  const wider = repair !== undefined && isCause(repair) ? BEFALLS_SIGN[repair] : undefined;
  return wider === undefined ? suspects : suspects.map((suspect) => (suspect.id === wider ? { ...suspect, cost: 0.5 } : suspect));
}

/** Findings in their order, the hop that makes all of them named beside the first. */
export function withHops(ofSignature: readonly Weighed[], found: readonly Weighed[], rules: DialectRules): readonly Weighed[] {
  const ids = new Set(found.map(({ finding }) => finding.id));
  const after = ofSignature.filter(({ finding }) => {
    const wider = BEFALLS_SIGN[finding.id];
    return wider !== undefined && ids.has(wider);
  });
  const [first, ...rest] = [...ofSignature.filter((each) => !after.includes(each)), ...found, ...after];
  if (!first) return [];
  const all = new Set([first, ...rest].filter(({ effect }) => !isHarmless(effect)).map(({ finding }) => finding.id));
  const hops = all.size < 2 ? [] : HOPS.filter(([, ...mistakes]) => [...all].every((id) => mistakes.includes(id))).map(([id]) => id);
  const kinds = (rules.quirks ?? []).flatMap(({ id, rule }) => (rule === undefined && isCause(id) && ofKind(first) ? [id] : []));
  const alternatives = [...new Set([...first.finding.alternatives, ...hops, ...kinds])].filter((id) => id !== first.finding.id);
  return [{ ...first, finding: { ...first.finding, alternatives } }, ...rest];
}

/** What the rules of such a message are about: its type kept, its set, its empty values. */
const ofKind = ({ finding }: Weighed): boolean => ['sign-type-removed', 'charset-gbk-as-utf8', 'empty-dropped'].includes(finding.id);

const isHarmless = (effect: Effect): boolean => effect === 'form' || effect === 'copy';

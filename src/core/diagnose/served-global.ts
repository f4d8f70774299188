/** The second box for Antom's messages: method, path and client, time, body. @see Antom documents, Sign and validate requests */
import { sameJson } from '../content/redo/structure.ts';
import { encodeText } from '../text/charset.ts';
import { digestHex } from '../verify/digest.ts';
import type { HashName } from '../verify/verdict.ts';
import type { Edit, Served } from './finding.ts';
import { weigh } from './findings.ts';
import type { Weighed } from './findings.ts';
import { UNKNOWN, asServers, rightOf, signedDigest } from './served-right.ts';
import type { Right, ServedCase } from './served-right.ts';

interface Parts {
  readonly method: string;
  readonly path: string;
  readonly client: string;
  readonly time: string;
  readonly body: string;
}

/** The four that may differ before the body; `null` where the text has not that shape. */
function partsOf(text: string): Parts | null {
  const end = text.indexOf('\n');
  const [, method, path] = /^([A-Za-z]{3,8}) ([^\s]{1,4000})\s*$/.exec(end < 0 || end > 4100 ? '' : text.slice(0, end)) ?? [];
  if (method === undefined || path === undefined) return null;
  const rest = text.slice(end + 1);
  const first = rest.indexOf('.');
  const brace = rest.indexOf('{');
  const second = brace < 0 ? rest.indexOf('.', first + 1) : rest.lastIndexOf('.', brace);
  if (first < 0 || second <= first) return null;
  return { method, path, client: rest.slice(0, first), time: rest.slice(first + 1, second), body: rest.slice(second + 1) };
}

const written = ({ method, path, client, time, body }: Parts): string => `${method} ${path}\n${client}.${time}.${body}`;

export function judgeAntomText(text: string, given: ServedCase): Served {
  const right = rightOf(given);
  if (!right || text.trim() === '') return UNKNOWN;
  const signed = signedDigest(given.judged);
  const equalsSigned = signed
    ? [text, text.trim()].some((each) => digestHex(signed.hash, encodeText(each, 'utf-8').bytes) === signed.digest)
    : null;
  const base = { form: 'content' as const, equalsSigned, verifies: equalsSigned };
  if (equalsSigned || text.trim() === right.text.trim()) return { ...base, causes: [] };
  const causes = compare(text.replaceAll('\r\n', '\n').trim(), right);
  return causes ? { ...base, causes: asServers(causes) } : UNKNOWN;
}

function compare(text: string, right: Right): readonly Weighed[] | null {
  const wanted = partsOf(right.text);
  if (!wanted) return null;
  const told = (edits: readonly Edit[], before: string, after: string): Weighed =>
    weigh(
      'global-path-or-header',
      'structure',
      {},
      {
        edits,
        before: [{ name: 'request', text: before.slice(0, 500) }],
        after: [{ name: 'request', text: after.slice(0, 500) }],
      },
    );
  const used = partsOf(text) ?? partsOf(text.replace('\\n', '\n'));
  if (!used) {
    // The body alone, or without its line of method and path.
    const ends = text.endsWith(wanted.body) || sameJson(wanted.body, text);
    return ends ? [told([{ op: 'set-value', name: 'request' }], text.slice(0, text.length - wanted.body.length), headOf(wanted))] : null;
  }
  const names = (['method', 'path', 'client', 'time'] as const).filter((name) => used[name] !== wanted[name]);
  const causes: Weighed[] = [];
  if (names.length > 0 || !text.includes('\n'))
    causes.push(
      told(
        names.map((name) => ({ op: 'set-value', name, value: wanted[name] })),
        headOf(used),
        headOf(wanted),
      ),
    );
  if (used.body !== wanted.body && sameJson(wanted.body, used.body))
    causes.push(
      weigh(
        'sync-response-rebuilt',
        'structure',
        {},
        {
          alternatives: ['json-reserialised-values'],
          edits: [{ op: 'set-value', name: 'body' }],
          before: [{ name: 'body', text: used.body.slice(0, 2000) }],
          after: [{ name: 'body', text: wanted.body.slice(0, 2000) }],
        },
      ),
    );
  return causes;
}

const headOf = ({ method, path, client, time }: Parts): string => `${method} ${path}\n${client}.${time}`;

export function judgeAntomDigest(hex: string, hash: HashName, given: ServedCase): Served {
  const right = rightOf(given);
  const signed = signedDigest(given.judged);
  const equalsSigned = signed ? signed.digest === hex : null;
  const base = { form: 'digest' as const, equalsSigned, verifies: equalsSigned };
  const wanted = right ? partsOf(right.text) : null;
  if (equalsSigned || !right || !wanted || digestHex(hash, right.bytes) === hex) return { ...base, causes: [] };
  const host = given.received.reading.headers?.find(({ name }) => name.toLowerCase() === 'host')?.value;
  for (const parts of variantsOf(wanted, host))
    if (digestHex(hash, encodeText(written(parts), 'utf-8').bytes) === hex)
      return {
        ...base,
        causes: asServers([
          weigh('global-path-or-header', 'digest', {}, { edits: [{ op: 'set-value', name: 'path', value: parts.path }] }),
        ]),
      };
  return { ...base, causes: [] };
}

/** The path as frameworks give it: without its query, its prefix, its slash; or the whole address. */
function* variantsOf(parts: Parts, host: string | undefined): Iterable<Parts> {
  const bare = parts.path.replace(/\?[\s\S]*$/, '');
  const steps = bare.split('/').filter((step) => step !== '');
  const paths = new Set([
    bare,
    `${bare}/`,
    bare.replace(/\/$/, ''),
    bare.slice(1),
    ...steps.map((_, i) => `/${steps.slice(i).join('/')}`),
    `/index.php${bare}`,
    '/',
    '',
    ...(host === undefined ? [] : [`https://${host}${parts.path}`, `http://${host}${parts.path}`, `https://${host}${bare}`]),
  ]);
  for (const path of paths) for (const method of new Set([parts.method, 'POST', 'GET'])) yield { ...parts, path, method };
}

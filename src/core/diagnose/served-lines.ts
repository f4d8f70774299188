/** The three lines of WeChat Pay v3 as programs get them wrong, made out of the right ones: each mistake alone, then two and three at once. */
import { charsets } from '../content/redo/charsets.ts';
import { writtenBodies } from '../content/redo/json-body.ts';
import type { Work } from '../providers/suspect.ts';
import type { CauseId } from './causes.ts';

export interface Otherwise {
  readonly ids: readonly CauseId[];
  /** Of the first. */
  readonly alternatives: readonly CauseId[];
  readonly text: string;
}

export const partOf = (work: Work, name: string): string => work.pairs.find((pair) => pair.name === name)?.value ?? '';

const made = (id: CauseId, text: string, alternatives: readonly CauseId[] = []): Otherwise => ({ ids: [id], text, alternatives });

/** One mistake: line ends first, then other parts, then the body written again. */
export function* writtenOtherwise(right: Work): Iterable<Otherwise> {
  const [timestamp, nonce, body] = ['timestamp', 'nonce', 'body'].map((name) => partOf(right, name)) as [string, string, string];
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
  for (const [first, second] of otherHeaders(right)) yield made('v3-header-loss', lines(first, second));
  // @see wechatpay-go#119: the body was read before, and is empty the second time
  for (const empty of ['', '{}', 'null', 'undefined', 'Array', '[]', '[object Object]'])
    yield made('superglobals-empty', lines(timestamp, nonce, empty), ['body-not-parsed']);
  for (const text of writtenBodies(body)) yield made('v3-body-reserialised', lines(timestamp, nonce, text));
}

/** Timestamp and nonce as they are mistaken, lost or exchanged. */
function otherHeaders(right: Work): readonly (readonly [timestamp: string, nonce: string])[] {
  const [timestamp, nonce, body, serial] = ['timestamp', 'nonce', 'body', 'serial'].map((name) => partOf(right, name)) as [
    string,
    string,
    string,
    string,
  ];
  const inner = /"nonce"\s*:\s*"([^"]{1,64})"/.exec(body)?.[1];
  const id = /"id"\s*:\s*"([^"]{1,64})"/.exec(body)?.[1];
  const others = [inner, id, serial, 'null', 'undefined', 'None', ''].filter((other) => other !== undefined);
  return [
    ...others.flatMap((other) => [[timestamp, other] as const, [other, nonce] as const]),
    [nonce, timestamp],
    [`${timestamp}000`, nonce],
    [timestamp, `[${nonce}]`],
    [`[${timestamp}]`, `[${nonce}]`],
    ['null', 'null'],
    ['', ''],
  ];
}

/** Bodies written again that are tried on top of another mistake: the layouts on one line. */
const ON_TOP = 120;
/** What the members hold that beans lack. */
const LACKING = ['summary', 'original_type', 'associated_data', 'resource_type'] as const;
const ENDS: readonly (readonly [end: string, last: string])[] = [
  ['\n', '\n'],
  ['\n', ''],
  ['\r\n', '\r\n'],
];

/** Two or three mistakes at once, and those of letters and members, which befall the body before it is written. */
export function* writtenTwice(right: Work): Iterable<Otherwise> {
  const [timestamp, nonce, body] = ['timestamp', 'nonce', 'body'].map((name) => partOf(right, name)) as [string, string, string];
  const here: readonly [string, string] = [timestamp, nonce];
  const headers = [here, ...otherHeaders(right)];
  for (const [i, base] of [{ ids: [], body }, ...spoilt(body)].entries()) {
    let count = 0;
    for (const { ids, text } of againOf(base.body)) {
      const usual = ++count <= ON_TOP;
      if (!usual && i > 0) break;
      for (const [end, last] of ENDS)
        for (const pair of i === 0 && usual ? headers : [here])
          yield {
            ids: [
              ...base.ids,
              ...ids,
              ...(pair === here ? [] : (['v3-header-loss'] as const)),
              ...(last === '\n' ? [] : (['v3-body-newlines'] as const)),
            ],
            alternatives: [],
            text: `${pair[0]}${end}${pair[1]}${end}${text}${last}`,
          };
    }
  }
}

function* againOf(body: string): Iterable<{ readonly ids: readonly CauseId[]; readonly text: string }> {
  yield { ids: [], text: body };
  const seen = new Set([body]);
  for (const text of writtenBodies(body)) {
    if (seen.has(text)) continue;
    seen.add(text);
    yield { ids: ['v3-body-reserialised'], text };
  }
}

function spoilt(body: string): readonly { readonly ids: readonly CauseId[]; readonly body: string }[] {
  const letters = new Set(charsets.flatMap(({ ways }) => ways.map((way) => way(body, 'body'))));
  letters.delete(body);
  const lacking = LACKING.flatMap((name) => {
    const text = body.replace(new RegExp(`"${name}":"[^"]*",|,"${name}":"[^"]*"(?=})`), '');
    return text === body ? [] : [text];
  });
  return [
    ...[...letters].map((text) => ({ ids: ['v3-charset'] as const, body: text })),
    ...lacking.map((text) => ({ ids: ['v3-missing-field'] as const, body: text })),
  ];
}

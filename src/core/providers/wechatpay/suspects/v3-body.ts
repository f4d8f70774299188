/** The body of a v3 message as a tree: read once, put into WeChat Pay's own order, written as programs write JSON. */
import { snakeCase } from '../../../content/undo/letters.ts';
import { readLoose } from '../../../content/undo/structure.ts';
import type { Json } from '../../../content/undo/structure.ts';
import type { Attempt, Work, WorkPair } from '../../suspect.ts';

/** The one order that genuine notifications have. @see wechatpay-go core/notify tests of 2021, public samples of 2023 and 2024 */
export const OUTER = ['id', 'create_time', 'resource_type', 'event_type', 'summary', 'resource'] as const;
export const INNER = ['original_type', 'algorithm', 'ciphertext', 'associated_data', 'nonce'] as const;

export type Members = readonly (readonly [string, Json])[];

export const membersOf = (value: Json | undefined): Members | null =>
  typeof value === 'object' && 'members' in value ? value.members : null;
export const bodyOf = (work: Work): string => work.pairs.find(({ name }) => name === 'body')?.value ?? '';
export const withPart = (work: Work, name: string, value: string): Work => ({
  ...work,
  pairs: work.pairs.map((pair): WorkPair => (pair.name === name ? { name, value, from: pair.from } : pair)),
});
export const withBody = (work: Work, value: string): Work => withPart(work, 'body', value);

export const valueIn = (members: Members, name: string): string | null => {
  const found = members.find(([each]) => each === name)?.[1];
  return typeof found === 'string' ? found : null;
};

/** `all`: nulls of a bean too. `known`: members that WeChat Pay sends, and nothing beside them. */
export type Keeping = 'filled' | 'all' | 'known';

/** Names back to snake_case, nulls of a bean away, known members in their order, the others behind. */
export function canonical(members: Members, order: readonly string[], keeping: Keeping): Members {
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return members
    .map(([name, value]): readonly [string, Json] => [snakeCase(name), value])
    .filter(([name, value]) => keeping === 'all' || (keeping === 'known' ? order.includes(name) : !isNull(value)))
    .sort(([a], [b]) => place(a) - place(b));
}

const isNull = (value: Json): boolean => typeof value !== 'string' && 'word' in value && value.word === 'null';

/** Trees of the last texts: a search bends one text in many ways. */
const trees = new Map<string, Json | null>();
const MOST = 64;

export function treeOf(text: string): Json | null {
  const known = trees.get(text);
  if (known !== undefined) return known;
  const tree = readLoose(text.replace(/^\ufeff/, '').trim());
  if (trees.size >= MOST) trees.clear();
  trees.set(text, tree);
  return tree;
}

/** The body as a tree in WeChat Pay's own order; null where it is no JSON object. */
export function rebuilt(text: string, keeping: Keeping = 'filled'): Members | null {
  const members = membersOf(treeOf(text) ?? undefined);
  if (!members) return null;
  return canonical(members, OUTER, keeping).map(([name, value]): readonly [string, Json] => {
    const inner = name === 'resource' ? membersOf(typeof value === 'string' ? (readLoose(value) ?? undefined) : value) : null;
    return inner ? [name, { members: canonical(inner, INNER, keeping) }] : [name, value];
  });
}

export const resourceOf = (members: Members): Members | null => membersOf(members.find(([name]) => name === 'resource')?.[1]);

export interface Style {
  readonly slash: boolean;
  readonly ascii: boolean;
  readonly comma: string;
  readonly colon: string;
}

export const PLAIN: Style = { slash: false, ascii: false, comma: ',', colon: ':' };
export const STYLES: readonly Style[] = [
  PLAIN,
  { ...PLAIN, slash: true },
  { ...PLAIN, slash: true, ascii: true },
  { ...PLAIN, ascii: true },
  { ...PLAIN, comma: ', ', colon: ': ' },
  { ...PLAIN, comma: ', ', colon: ': ', ascii: true },
];

export function write(value: Json, style: Style): string {
  if (typeof value === 'string') return quote(value, style);
  if ('word' in value) return value.word;
  if (!('members' in value)) return `[${value.map((item) => write(item, style)).join(style.comma)}]`;
  return `{${value.members.map(([name, item]) => `${quote(name, style)}${style.colon}${write(item, style)}`).join(style.comma)}}`;
}

function quote(text: string, { slash, ascii }: Style): string {
  let out = JSON.stringify(text);
  if (slash) out = out.replaceAll('/', '\\/');
  if (ascii) out = out.replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return out;
}

/** The other mistake that is undone where members are put into their order besides: none where the body has it already. */
export function viaOf(work: Work, members: Members): Attempt['via'] {
  const plain = write({ members }, PLAIN);
  const text = bodyOf(work);
  if (plain === text) return undefined;
  return { id: plain === text.trim() ? 'v3-body-newlines' : 'v3-body-reserialised', work: withBody(work, plain) };
}

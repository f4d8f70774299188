/**
 * Names that all have one prefix: `data[a]=1&data[b]=2` as PHP and jQuery write nested arrays, `params.a=1`, `data[a]: 1` on lines. What the
 * server signs has the inner names. @see PHP http_build_query; jQuery.param
 */
import { placeOf, sliceOf } from '../../text/mapped.ts';
import { readAssignments } from '../assignments.ts';
import { isSigned } from '../dump.ts';
import { listOf } from '../envelope.ts';
import { readLines } from '../lines.ts';
import { withoutClosers } from '../log-query.ts';
import type { Piece } from '../log-query.ts';
import type { Branch, Entry, Parsed, Reader, Undone } from '../tree.ts';

const BRACKETED = /^([A-Za-z_][\w.-]{0,63}(?:\[|%5B))([\w.-]{1,128})(?:\]|%5D)$/i;
const DOTTED = /^([A-Za-z_]\w{0,63}(?:\.|->))([\w-]{1,128})$/;

export const readPrefixed: Reader = (of) => {
  const { text } = of;
  if (!/[[.>B]sign(?:\]|%5D|=|\s|:)/i.test(text)) return [];
  const bodies: Piece[] = [];
  for (const { index, 0: line } of text.matchAll(/[^\r\n]+/g)) {
    const first = FIRST.exec(line)?.index ?? -1;
    if (first < 0 || !/sign(?:\]|%5D)=/i.test(line)) continue;
    const end = withoutClosers(line, line.search(/sign(?:\]|%5D)=/i), line.length);
    bodies.push({ start: index + first, end: index + end });
  }
  const whole = bodies.length > 1 ? [] : [...readAssignments(of), ...readLines(of)].flatMap((parsed) => stripped(parsed));
  if (whole.length > 0) return whole;
  const found = bodies.map(({ start, end }) => stripped(readAssignments(sliceOf(of, start, end))[0]));
  const parsed = found.flat();
  const roots = parsed.map(({ root }) => root);
  const first = parsed[0];
  if (!first) return [];
  const undone: Undone[] = [
    ...parsed.flatMap((each) => each.undone ?? []),
    { id: 'surrounding-text', places: [placeOf(of, 0, bodies[0]?.start ?? 0)], count: 1 },
  ];
  return [{ ...first, form: 'log-line', root: listOf(of, roots), undone }];
};

const FIRST = /[A-Za-z_][\w.-]{0,63}(?:\[|%5B)[\w.-]{1,128}(?:\]|%5D)=/i;

/** The same without the prefix; nothing where names have none, or several. */
function stripped(parsed: Parsed | undefined): readonly Parsed[] {
  if (!parsed) return [];
  const maps = parsed.root.kind === 'list' ? parsed.root.entries.map(({ value }) => value) : [parsed.root];
  const without = maps.map((map) => (map.kind === 'map' ? withoutPrefix(map) : null)).filter((map) => map !== null);
  if (without.length < maps.length || !without.every((map) => isSigned(map))) return [];
  const names = without.flatMap(({ entries }) => entries).flatMap(({ key }) => (key ? [placeOf(key.text)] : []));
  return [
    {
      ...parsed,
      root: listOf(parsed.root.text, without),
      undone: [...(parsed.undone ?? []), { id: 'name-prefix', places: names.slice(0, 16), count: names.length }],
    },
  ];
}

/** Null where a name has none, or another one. */
function withoutPrefix(map: Branch): Branch | null {
  let prefix: string | null = null;
  const entries: Entry[] = [];
  for (const { key, value } of map.entries) {
    const text = key?.text.text ?? '';
    const found = BRACKETED.exec(text.slice(0, 260)) ?? DOTTED.exec(text.slice(0, 260));
    const [, before = '', name = ''] = found ?? [];
    prefix ??= before;
    if (!key || !found || before !== prefix) return null;
    entries.push({ key: { ...key, text: sliceOf(key.text, before.length, before.length + name.length) }, value });
  }
  return entries.length > 2 ? { ...map, entries } : null;
}

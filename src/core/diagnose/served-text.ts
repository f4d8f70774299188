/** What stands in the second box, as pairs: a string to sign cut into its parameters, or a map. */
import { renamings } from '../content/redo/names.ts';
import { percentDecoded } from '../content/undo/encodings.ts';
import type { DialectRules } from '../providers/provider.ts';
import type { WorkPair } from '../providers/suspect.ts';
import { read } from '../read/read.ts';
import { effectOf } from './effects.ts';

export interface Box {
  readonly form: 'content' | 'map';
  /** Without what stands around it, and without the key behind it. */
  readonly text: string;
  readonly pairs: readonly WorkPair[];
  /** Each value is a list of one, as languages print a map of lists. */
  readonly lists?: true;
}

/** `&key=` and the secret stand at the end of what is hashed, not of what is signed. */
export function withoutKey(text: string, rules: DialectRules): string {
  const glue = rules.rules.find(({ mac }) => mac && mac.glue !== '')?.mac?.glue;
  const cut = glue === undefined ? -1 : text.lastIndexOf(glue);
  return glue !== undefined && cut >= 0 && !text.slice(cut + glue.length).includes('&') ? text.slice(0, cut) : text;
}

/** The gateway's own words before the string that it built. @see Alipay open docs, 验签出错: 网关生成的验签字符串为 */
export const GATEWAY = /验签字符串为?\s*[:：=]?\s*/;

/** What labels, quotes and brackets stand around a string to sign, taken off. Names of the message say where it begins. */
export function unframed(text: string, names: ReadonlySet<string>): string {
  const marker = GATEWAY.exec(text);
  if (marker) {
    const rest = text.slice(marker.index + marker[0].length);
    // Inside an answer in JSON the string ends where its quote does.
    const inside = /"[^"\\]*$/.test(text.slice(0, marker.index).slice(-200)) ? /^(?:[^"\\]|\\[\s\S])*/.exec(rest)?.[0] : undefined;
    return inside === undefined ? firstLine(rest) : unescaped(inside);
  }
  const head = text.slice(0, 200);
  const first = head.indexOf('&');
  const start = /(?<=^|[\s:：=[({"'`,>])([A-Za-z_][\w.]*)=/g;
  let labelled = 0;
  for (let match = start.exec(head); match; match = start.exec(head)) {
    const at = match.index;
    if (first >= 0 && at > first) break;
    if (names.has(match[1] ?? '')) return within(text, at);
    // A parameter that nobody knows may come first: then what stands before it says so.
    if (/[\s:：[({"'`>]/.test(head.charAt(at - 1))) labelled = at;
  }
  return within(text, labelled);
}

/** What begins there, without the sign that closes what was opened before it. */
function within(text: string, at: number): string {
  const before = text.slice(0, at);
  if (at === 0 || before.trim().startsWith('{')) return text;
  const closing = { '[': ']', '(': ')', '"': '"', "'": "'", '`': '`' }[before.slice(-1)];
  const rest = text.slice(at);
  // A literal of a program or of JSON as a whole: its escapes belong to the quotes around it.
  if (before.trim() === '"' && /"\s*$/.test(rest)) return unescaped(rest.trimEnd().slice(0, -1));
  return closing !== undefined && rest.endsWith(closing) ? rest.slice(0, -1) : rest;
}

const firstLine = (text: string): string => (/^[^\r\n]*/.exec(text)?.[0] ?? '').trim();

function unescaped(text: string): string {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text; // a stray backslash: as it stands
  }
}

export interface Reader {
  /** Names that the provider is known to send, and those of the message. */
  readonly known: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly rules: DialectRules;
  /** The right parameters: what of a value looks like another parameter is known from them. */
  readonly right: readonly WorkPair[];
}

/** Null where nothing in it has to do with the message. */
export function readBox(text: string, { known, names, rules, right }: Reader): Box | null {
  const spelled = spellings(names);
  const isMap = /^[[{<]|^array|^Array/.test(text) || !text.includes('&') || isListed(text, spelled);
  if (isMap) {
    const pairs = pairsOf(text);
    // A QueryDict prints its values as lists, and gives them singly.
    const lists = /^\{\s*["'][\w.]+["']\s*:\s*\[\s*u?["']/.test(text) && pairs.every(({ value }) => !value.startsWith("['"));
    if (isAbout(pairs, names, spelled)) return { form: 'map', text, pairs, ...(lists ? { lists } : {}) };
  }
  const plain = withoutKey(unframed(text, names), rules);
  const pairs = splitContent(plain, known, spelled, insides(right));
  if (!isAbout(pairs, names, spelled) || !plain.includes('=')) return null;
  // With the signature in it, out of order: it is the message that the server holds, not yet a string to sign.
  const isRaw = pairs.some(({ name }) => name === 'sign') && pairs.some(({ name }, i) => i > 0 && name < (pairs[i - 1] as WorkPair).name);
  if (!isRaw) return { form: 'content', text: plain, pairs };
  const whole = pairsOf(plain);
  return { form: 'map', text: plain, pairs: whole.length > 0 ? whole : pairs };
}

/** Only a dump's own syntax is undone: what the server has is the question, and a repaired value would hide it. */
function pairsOf(text: string): readonly WorkPair[] {
  const repaired = read(text).reading;
  const form = repaired.repairs.map(({ id }) => id).filter((id) => effectOf(id) !== 'copy' && effectOf(id) !== 'either');
  const plain = form.length < repaired.repairs.length ? read(text, { keepRepairs: form }).reading : repaired;
  const { pairs } = plain.pairs.length >= repaired.pairs.length ? plain : repaired;
  return pairs.map(({ name, value }, from) => ({ name, value, from }));
}

/** A parameter on each line: then `&` is part of a value. */
function isListed(text: string, spelled: ReadonlySet<string>): boolean {
  const heads = text.split('\n', 200).map((line) => /^\s{0,8}["']?([\w.]{1,64})["']?\s?(?:=|:|\t)/.exec(line)?.[1] ?? '');
  return heads.filter((name) => spelled.has(name)).length >= 3;
}

/** The names, and as beans and parsers write them. */
function spellings(names: ReadonlySet<string>): ReadonlySet<string> {
  const all = new Set(names);
  for (const { rename } of renamings) for (const name of names) all.add(rename(name));
  return all;
}

/** At least two names of the message (one, where it has no more), as they are or as beans write them. */
function isAbout(pairs: readonly WorkPair[], names: ReadonlySet<string>, spelled: ReadonlySet<string>): boolean {
  const shared = new Set(pairs.map(({ name }) => name).filter((name) => spelled.has(name)));
  return shared.size >= Math.min(2, names.size) && shared.size > 0;
}

/** Values that hold `&`, as they are or once they are decoded again, by name. */
function insides(right: readonly WorkPair[]): ReadonlyMap<string, string> {
  return new Map(
    right.flatMap(({ name, value }): [string, string][] => {
      if (value.length > 16_384 || !/&|%26/.test(value)) return [];
      const decoded = percentDecoded(value, 'uri', 'utf-8') ?? percentDecoded(value, 'uri', 'gbk') ?? '';
      return [[name, `${value}\n${decoded}\n${percentDecoded(decoded, 'uri', 'utf-8') ?? ''}`]];
    }),
  );
}

/** Cuts at `&` where a plausible name and `=` follow; what does not is part of the value before. */
export function splitContent(
  text: string,
  known: ReadonlySet<string>,
  names: ReadonlySet<string>,
  inside: ReadonlyMap<string, string>,
): readonly WorkPair[] {
  const pairs: { name: string; pieces: string[]; nested: boolean; from: number }[] = [];
  for (const [i, piece] of text.split('&').entries()) {
    const cut = piece.indexOf('=');
    const name = cut < 0 ? piece : piece.slice(0, cut);
    const last = pairs.at(-1);
    const plausible =
      known.has(name) ||
      names.has(name) ||
      (cut > 0 && /^[\w.[\]-]{1,64}$/.test(name) && !last?.nested && inside.get(last?.name ?? '')?.includes(`&${name}=`) !== true);
    if (plausible || !last) pairs.push({ name, pieces: [cut < 0 ? '' : piece.slice(cut + 1)], nested: /[{[]/.test(piece), from: i });
    else {
      last.pieces.push(piece);
      last.nested ||= /[{[]/.test(piece);
    }
  }
  return pairs.map(({ name, pieces, from }) => ({ name, value: pieces.join('&'), from }));
}

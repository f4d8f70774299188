/** `curl` commands, as developer tools copy them and people type them: the data is the body. @see curl(1) */
import { Rewriter, placeOf, sliceOf, wholeText } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { listOf, wrapBody } from './envelope.ts';
import { readCommand } from './shell.ts';
import type { HeaderText, Parsed, Transport, Undone } from './tree.ts';

/** Commands in one paste. */
const MAX_COMMANDS = 1000;

export const readCurl: Transport = (of, inner) => {
  const text = of.text;
  const found: Pick<Parsed, 'root' | 'undone' | 'cut' | 'refused'>[] = [];
  for (let at = commandAt(text, 0); at >= 0 && found.length < MAX_COMMANDS;) {
    const { words, end } = readCommand(of, at);
    const request = toRequest(words);
    if (request) found.push(wrapBody(of, request.content, inner, request));
    at = commandAt(text, Math.max(end, at + 4));
  }
  if (found.length === 0) return [];
  const undone = found.flatMap((each): readonly Undone[] => each.undone ?? []);
  return [
    {
      form: 'curl',
      score: 1,
      root: listOf(
        of,
        found.map(({ root }) => root),
      ),
      undone,
    },
  ];
};

/** Where the next command stands: `curl` at the start of a line or after a prompt. */
function commandAt(text: string, from: number): number {
  for (let at = text.indexOf('curl', from); at >= 0; at = text.indexOf('curl', at + 4)) {
    const before = text.slice(Math.max(0, at - 8), at);
    const after = text.slice(at + 4, at + 9);
    if (/(^|[\n\r;&|$#>`(]|\$\s|#\s|>\s)[ \t]*$/.test(before) && /^(\.exe)?[ \t\\^]/.test(after)) return at;
  }
  return -1;
}

interface Request {
  readonly method: string;
  readonly url?: string;
  readonly headers: readonly HeaderText[];
  readonly body?: Mapped;
  readonly content: Mapped | null;
}

/** Options that take a value and say nothing about the message. */
const OTHER = 'AbceEFKmoTuUwxyYCDPQrtz';

function toRequest(words: readonly Mapped[]): Request | null {
  const headers: HeaderText[] = [];
  const data: Mapped[] = [];
  let method: string | null = null;
  let url: Mapped | null = null;
  let get = false;
  for (let i = 1; i < words.length; i++) {
    const word = words[i] as Mapped;
    const { option, inline } = optionOf(word);
    if (option === null) {
      url ??= word;
      continue;
    }
    const takes =
      /^(-[HdX]|--(header|data(-raw|-binary|-ascii|-urlencode)?|json|request|url))$/.test(option) ||
      (option.length === 2 && OTHER.includes(option[1] as string));
    const value = takes ? (inline ?? words[++i]) : undefined;
    if (option === '-G' || option === '--get') get = true;
    if (!value) continue;
    if (option === '-H' || option === '--header') headers.push(...headerOf(value));
    else if (option === '-X' || option === '--request') method = value.text;
    else if (option === '--url') url = value;
    else if (option === '--data-urlencode') data.push(encoded(value));
    else if (option === '-d' || option === '--json' || option.startsWith('--data')) data.push(value);
  }
  if (!url && data.length === 0) return null;
  const body = data.length > 0 ? joined(data) : null;
  const query = url?.text.includes('?') ? url : null;
  return {
    method: method ?? (body && !get ? 'POST' : 'GET'),
    ...(url ? { url: url.text } : {}),
    headers,
    ...(body && !get ? { body } : {}),
    content: body ?? query,
  };
}

/** `-XPOST`, `-d'…'`, `--data=…`: an option and the value that is written on to it. */
function optionOf(word: Mapped): { option: string | null; inline?: Mapped } {
  const text = word.text;
  if (text[0] !== '-' || text.length < 2) return { option: null };
  if (text[1] !== '-') {
    const flag = text.slice(0, 2);
    return text.length > 2 && /^-[HdX]/.test(flag)
      ? { option: flag, inline: sliceOf(word, 2, text.length) }
      : { option: text.length > 2 && /^-[A-Za-z]+G/.test(text) ? '-G' : flag };
  }
  const equals = text.slice(0, 40).indexOf('=');
  return equals < 0 ? { option: text } : { option: text.slice(0, equals), inline: sliceOf(word, equals + 1, text.length) };
}

function headerOf(of: Mapped): HeaderText[] {
  const colon = of.text.indexOf(':');
  if (colon <= 0) return [];
  const from = of.text[colon + 1] === ' ' ? colon + 2 : colon + 1;
  return [{ name: sliceOf(of, 0, colon), value: sliceOf(of, from, of.text.length) }];
}

/** `--data-urlencode name=text`: curl encodes the text, and so do we. */
function encoded(of: Mapped): Mapped {
  const equals = of.text.indexOf('=');
  const out = new Rewriter(of);
  out.keep(0, equals + 1);
  for (let i = Math.max(0, equals + 1); i < of.text.length;) {
    const char = String.fromCodePoint(of.text.codePointAt(i) as number);
    out.put(/[A-Za-z0-9_.~-]/.test(char) || isHalf(char) ? char : encodeURIComponent(char), i, i + char.length);
    i += char.length;
  }
  return out.done();
}

const isHalf = (char: string): boolean => char.length === 1 && char.charCodeAt(0) >= 0xd800 && char.charCodeAt(0) <= 0xdfff;

/** Several `-d` are joined with `&`. */
function joined(pieces: readonly Mapped[]): Mapped {
  const only = pieces[0];
  if (pieces.length === 1 && only) return only;
  const out = new Rewriter(wholeText(''));
  for (const [i, piece] of pieces.entries()) {
    // The sign between them stands nowhere: it is put where the second piece begins.
    if (i > 0) out.append({ text: '&', base: placeOf(piece)[0], runs: null });
    out.append(piece);
  }
  return out.done();
}

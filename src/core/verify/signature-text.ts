/** The text of `sign` to bytes; and where it is damaged, the ways in which it may have been, likeliest first. */
import { decodeBase64 } from '../text/base64.ts';

/** A way to undo damage. `id` names a cause of the catalogue. */
export interface SignatureRepair {
  readonly id:
    'sign-plus-to-space' | 'sign-still-encoded' | 'base64-url-safe' | 'sign-equals-lost' | 'base64-linebreaks' | 'v3-header-loss';
  readonly text: string;
  readonly bytes: Uint8Array;
  /** What else had to be undone. */
  readonly also: readonly SignatureRepair['id'][];
}

export interface SignatureText {
  /** Null where the text is not base64 as it stands. */
  readonly bytes: Uint8Array | null;
  readonly repairs: readonly SignatureRepair[];
  /** Asterisks, dots or words stand where it was. */
  readonly masked: boolean;
  /** 32 or 64 hex digits: not an RSA signature, but a keyed digest (MD5, HMAC-SHA256). */
  readonly hex: 32 | 64 | null;
  /** How many bytes its base64 digits hold, whatever stands between them. */
  readonly length: number;
}

const MAX_LENGTH = 16384;

export function readSignatureText(text: string): SignatureText {
  const digits = text.length > MAX_LENGTH ? '' : text.replace(/[^A-Za-z0-9+/_-]/g, '');
  const masked = /\*{2}|•{2}|…|\.{3}|x{6}|<[^<>]*>|\[(redacted|masked|filtered)\]|\p{Script=Han}/iu.test(text);
  const hex = /^[0-9a-f]+$/i.test(text) && (text.length === 32 || text.length === 64) ? text.length : null;
  const bytes = text.length > MAX_LENGTH || text === '' ? null : decodeBase64(text);
  return { bytes, repairs: text.length > MAX_LENGTH ? [] : [...repairsOf(text)], masked, hex, length: Math.floor((digits.length * 3) / 4) };
}

type Id = SignatureRepair['id'];

function* repairsOf(text: string): Iterable<SignatureRepair> {
  const seen = new Set<string>();
  for (const decoded of percentDecoded(text))
    for (const joined of joinedLines(decoded))
      for (const plus of blanks(joined))
        for (const standard of alphabets(plus)) {
          const padded = pad(standard);
          if (seen.has(padded.text)) continue;
          seen.add(padded.text);
          const bytes = decodeBase64(padded.text);
          const [id, ...also] = new Set(padded.ids);
          if (id && bytes && bytes.length > 0) yield { id, text: padded.text, bytes, also };
        }
}

interface State {
  readonly text: string;
  readonly ids: readonly Id[];
}

/** At most three rounds: each handler on the way may have encoded once more. */
function percentDecoded(text: string): readonly State[] {
  const states: State[] = [{ text, ids: [] }];
  let current = text;
  for (let round = 0; round < 3 && /%[0-9a-f]{2}/i.test(current); round++) {
    current = current.replace(/%([0-9a-f]{2})/gi, (_, pair: string) => String.fromCharCode(Number.parseInt(pair, 16)));
    states.unshift({ text: current, ids: ['sign-still-encoded'] });
  }
  return states;
}

/** Line ends as they are, or as a program wrote them: no base64 holds a backslash. */
const LINE_END = /[\r\n]|\\[rn]/;

function joinedLines({ text, ids }: State): readonly State[] {
  const trimmed = text.trim();
  const joined = trimmed.replace(/(?:[ \t\r\n]|\\[rn])+/g, (run) => (LINE_END.test(run) ? '' : run.replaceAll('\t', '')));
  if (joined === text) return [{ text, ids }];
  // A single blank at a break may be a `+` that stood there.
  const kept = trimmed.replace(/(?:[\r\n]|\\[rn])+|\t/g, '');
  return [joined, kept].map((each) => ({ text: each, ids: [...ids, 'base64-linebreaks'] }));
}

/** A blank inside is a `+` that a form decoder turned; where there are blanks at regular widths it is layout. */
function blanks({ text, ids }: State): readonly State[] {
  if (!text.includes(' ')) return [{ text, ids }];
  const plus: State = { text: text.replace(/ /g, '+'), ids: [...ids, 'sign-plus-to-space'] };
  return [plus, { text: text.replace(/ /g, ''), ids: [...ids, 'base64-linebreaks'] }];
}

function alphabets({ text, ids }: State): readonly State[] {
  if (!/[-_]/.test(text)) return [{ text, ids }];
  return [{ text: text.replace(/-/g, '+').replace(/_/g, '/'), ids: [...ids, 'base64-url-safe'] }];
}

/** Without padding, or with too much of it. URL-safe base64 usually has none: that is no further damage. */
function pad({ text, ids }: State): State {
  let end = text.length;
  while (text[end - 1] === '=') end--;
  const bare = text.slice(0, end);
  const padded = bare.padEnd(Math.ceil(bare.length / 4) * 4, '=');
  return padded === text ? { text, ids } : { text: padded, ids: ids.includes('base64-url-safe') ? ids : [...ids, 'sign-equals-lost'] };
}

/**
 * A whole body in another dress: Base64 (API gateways, function events with `isBase64Encoded`), hexadecimal, percent-encoded once more as a
 * whole. Undone where a message comes out. @see AWS Lambda proxy integration, `isBase64Encoded`; RFC 4648
 */
import { decodeBase64 } from '../../text/base64.ts';
import { decodeText } from '../../text/charset.ts';
import { decodeHex } from '../../text/hex.ts';
import { Rewriter, placeOf } from '../../text/mapped.ts';
import type { Mapped } from '../../text/mapped.ts';
import { decodePercent } from '../../text/percent.ts';
import { utf8Length } from '../../text/utf8.ts';
import type { Repaired } from '../artefact.ts';
import { isPayload } from '../captures.ts';
import type { RepairId } from '../reading.ts';
import type { NamedArtefact } from '../tidy.ts';
import { runsIn } from './runs.ts';
import type { Run } from './runs.ts';

interface Encoding {
  readonly id: RepairId;
  /** How many of its characters are how many bytes. */
  readonly ratio: readonly [chars: number, bytes: number];
  readonly decode: (text: string) => Uint8Array | null;
}

const ENCODINGS: readonly Encoding[] = [
  { id: 'body-hex', ratio: [2, 1], decode: fromHex },
  { id: 'body-base64', ratio: [4, 3], decode: fromBase64 },
];

export const ENCODED: readonly NamedArtefact[] = [
  ...ENCODINGS.map((encoding): NamedArtefact => [encoding.id, (of) => undo(of, encoding.id, (run) => inBytes(run, encoding))]),
  ['body-encoded-again', (of) => undo(of, 'body-encoded-again', encodedAgain)],
];

/** A part of what comes out, and where it stood: offsets among the characters of the run. */
type Part = readonly [text: string, start: number, end: number];

function undo(of: Mapped, id: RepairId, decode: (run: string) => readonly Part[] | null): Repaired | null {
  const { text } = of;
  const out = new Rewriter(of);
  const places: (readonly [number, number])[] = [];
  let kept = 0;
  let count = 0;
  const inJson = /^\s{0,256}[{[]/.test(text.slice(0, 257));
  for (const run of runsIn(text)) {
    const parts = decode(run.text);
    if (!parts) continue;
    out.keep(kept, run.start);
    // In a string of JSON it stays a string; elsewhere it gets a line of its own, so that nothing around it is taken for a part of it.
    const quoted = inJson && text[run.start - 1] === '"';
    const apart = !quoted && text.slice(kept, run.start).trim() !== '';
    if (apart) out.put('\n', run.start, run.start);
    for (const [part, start, end] of parts) out.put(quoted ? JSON.stringify(part).slice(1, -1) : part, run.at(start), run.at(end - 1) + 1);
    const tail = quoted ? 0 : (/^[,;](?=\s|$)/.exec(text.slice(run.end, run.end + 2))?.[0].length ?? 0);
    if (!quoted && tail === 0 && text.slice(run.end, run.end + 1).trim() !== '') out.put('\n', run.end, run.end);
    if (places.length < 16) places.push(placeOf(of, run.start, run.end));
    kept = run.end + tail;
    count++;
  }
  if (count === 0) return null;
  out.keep(kept, text.length);
  return { text: out.done(), undone: { id, places, count } };
}

function inBytes(run: Run['text'], { ratio: [chars, size], decode }: Encoding): readonly Part[] | null {
  const bytes = looksLikeText(decode(run.slice(0, 64))) ? decode(run) : null;
  if (!bytes) return null;
  const { text, lossy } = decodeText(bytes, 'utf-8');
  if (lossy || !isPayload(text)) return null;
  const parts: Part[] = [];
  let at = 0;
  for (const piece of text.match(/[^&=]+|[&=]/g) ?? []) {
    const next = at + utf8Length(piece);
    parts.push([piece, Math.floor(at / size) * chars, Math.min(run.length, Math.ceil(next / size) * chars)]);
    at = next;
  }
  return parts;
}

/** A signature is bytes of all kinds, a message has hardly a control character. */
function looksLikeText(bytes: Uint8Array | null): boolean {
  return bytes !== null && bytes.every((byte) => byte >= 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09);
}

function fromHex(run: string): Uint8Array | null {
  return /^(?:[0-9A-Fa-f]{2})+$/.test(run) ? decodeHex(run) : null;
}

function fromBase64(run: string): Uint8Array | null {
  if (/[^A-Za-z0-9+/_=-]/.test(run)) return null;
  const digits = run.replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/');
  return decodeBase64(digits + '='.repeat((4 - (digits.length % 4)) % 4));
}

function encodedAgain(run: string): readonly Part[] | null {
  if (!/%3D/i.test(run) || !/%26/.test(run) || run.includes('=')) return null;
  const parts: Part[] = [];
  let at = 0;
  for (const piece of run.match(/%26|(?:[^%]|%(?!26))+/g) ?? []) {
    const { text, lossy } = decodeText(decodePercent(piece, 'uri', 'utf-8').bytes, 'utf-8');
    if (lossy) return null;
    parts.push([text, at, at + piece.length]);
    at += piece.length;
  }
  return isPayload(parts.map(([text]) => text).join('')) ? parts : null;
}

/**
 * A strict DER reader, small enough to be believed: definite minimal lengths, bounded depth, count and size. It reads only
 * structure; what the elements mean is the caller's. @see ITU-T X.690 §8.1, §10.1
 */

export interface DerNode {
  /** The identifier octet: 0x30 SEQUENCE, 0x02 INTEGER, 0xa0 context 0 … */
  readonly tag: number;
  /** Offsets into the bytes: the whole element, and its contents. */
  readonly start: number;
  readonly from: number;
  readonly end: number;
  /** Elements inside a constructed one; empty for a primitive one. */
  readonly inner: readonly DerNode[];
}

export type DerRead =
  | { readonly ok: true; readonly node: DerNode; /** Bytes after the element. */ readonly trailing: number }
  /** `need`: how long the whole would have to be, for `truncated`. */
  | {
      readonly ok: false;
      readonly why: 'not-der' | 'truncated' | 'non-canonical' | 'too-large';
      readonly at: number;
      readonly need?: number;
    };

const MAX_DEPTH = 16;
const MAX_ELEMENTS = 1000;
export const MAX_DER = 64 * 1024;

class Stop extends Error {
  readonly why: 'not-der' | 'truncated' | 'non-canonical' | 'too-large';
  readonly at: number;

  constructor(why: Stop['why'], at: number) {
    super(why);
    this.why = why;
    this.at = at;
  }
}

/** Total: any bytes give a tree or a reason. */
export function readDer(bytes: Uint8Array): DerRead {
  if (bytes.length > MAX_DER) return { ok: false, why: 'too-large', at: MAX_DER };
  const need = wholeLength(bytes);
  if (need !== null && need > bytes.length) return { ok: false, why: 'truncated', at: bytes.length, need };
  try {
    const node = readElement(bytes, 0, bytes.length, 0, { count: 0 });
    return { ok: true, node, trailing: bytes.length - node.end };
  } catch (stop) {
    if (stop instanceof Stop) return { ok: false, why: stop.why, at: stop.at };
    throw stop;
  }
}

/** How long the outermost element says it is, header included; null where the header cannot be read. */
export function wholeLength(bytes: Uint8Array): number | null {
  const first = bytes[1];
  if (bytes[0] === undefined || first === undefined) return null;
  if (first < 0x80) return 2 + first;
  const size = first & 0x7f;
  if (size === 0 || size > 3 || bytes.length < 2 + size) return null;
  let length = 0;
  for (let i = 0; i < size; i++) length = length * 256 + (bytes[2 + i] as number);
  return 2 + size + length;
}

function readElement(bytes: Uint8Array, start: number, limit: number, depth: number, budget: { count: number }): DerNode {
  if (depth > MAX_DEPTH || ++budget.count > MAX_ELEMENTS) throw new Stop('too-large', start);
  if (start + 2 > limit) throw new Stop('not-der', start);
  const tag = bytes[start] as number;
  if ((tag & 0x1f) === 0x1f) throw new Stop('not-der', start);
  const first = bytes[start + 1] as number;
  let from = start + 2;
  let length = first;
  if (first >= 0x80) {
    const size = first & 0x7f;
    if (size === 0) throw new Stop('non-canonical', start + 1);
    if (size > 4 || from + size > limit) throw new Stop('not-der', start + 1);
    length = 0;
    for (let i = 0; i < size; i++) length = length * 256 + (bytes[from + i] as number);
    if (length < 0x80 || length < 256 ** (size - 1)) throw new Stop('non-canonical', start + 1);
    from += size;
  }
  const end = from + length;
  if (end > limit) throw new Stop('not-der', start + 1);
  const inner: DerNode[] = [];
  if (tag & 0x20)
    for (let at = from; at < end; at = (inner.at(-1) as DerNode).end) inner.push(readElement(bytes, at, end, depth + 1, budget));
  return { tag, start, from, end, inner };
}

export const contentOf = (bytes: Uint8Array, node: DerNode): Uint8Array => bytes.subarray(node.from, node.end);

/** An INTEGER as a number of any size; null where it is negative, empty or not minimal. */
export function integerOf(bytes: Uint8Array, node: DerNode | undefined): bigint | null {
  if (node?.tag !== 0x02) return null;
  const content = contentOf(bytes, node);
  const [first, second] = content;
  if (first === undefined || first >= 0x80) return null;
  if (first === 0 && second !== undefined && second < 0x80) return null;
  return toBigInt(content);
}

export function toBigInt(bytes: Uint8Array): bigint {
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex === '' ? 0n : BigInt(`0x${hex}`);
}

/** An OBJECT IDENTIFIER as hex of its contents; comparing needs no more. */
export function oidOf(bytes: Uint8Array, node: DerNode | undefined): string | null {
  if (node?.tag !== 0x06) return null;
  return Array.from(contentOf(bytes, node), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Writes an element; the inverse of reading one. */
export function writeDer(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, each) => sum + each.length, 0);
  const size: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) size.unshift(rest % 256);
  const head = length < 0x80 ? [tag, length] : [tag, 0x80 | size.length, ...size];
  const out = new Uint8Array(head.length + length);
  out.set(head);
  let at = head.length;
  for (const each of contents) {
    out.set(each, at);
    at += each.length;
  }
  return out;
}

export function writeInteger(value: bigint): Uint8Array {
  const hex = value.toString(16);
  const even = hex.length % 2 ? `0${hex}` : hex;
  const bytes = Uint8Array.from({ length: even.length / 2 }, (_, i) => Number.parseInt(even.slice(2 * i, 2 * i + 2), 16));
  return writeDer(0x02, (bytes[0] as number) >= 0x80 ? Uint8Array.of(0) : new Uint8Array(), bytes);
}

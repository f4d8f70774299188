/**
 * GBK, GB18030 and Big5 encoders, made by inverting the platform's own decoder at first use: nothing is shipped,
 * and what we encode is by construction what the decoder reads back. @see WHATWG Encoding §11
 */

const NONE = 0;

interface Table {
  /** Code point (BMP) to two-byte code; 0 = none. */
  readonly two: Uint16Array;
  /** Code point (BMP) to four-byte pointer plus one, GB18030 only. */
  readonly four: Uint16Array | null;
}

const tables = new Map<string, Table>();

function tableFor(label: 'gb18030' | 'gbk' | 'big5'): Table {
  let table = tables.get(label);
  if (!table) {
    table = { two: invertTwoByte(label), four: label === 'gb18030' ? invertFourByte() : null };
    tables.set(label, table);
  }
  return table;
}

/** Decodes every lead/trail pair at once, a line feed after each, and turns the answer around. */
function invertTwoByte(label: string): Uint16Array {
  const codes: number[] = [];
  const bytes: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      codes.push((lead << 8) | trail);
      bytes.push(lead, trail, 0x0a);
    }
  const two = new Uint16Array(65536);
  const lines = new TextDecoder(label).decode(Uint8Array.from(bytes)).split('\n');
  for (const [i, code] of codes.entries()) {
    const line = lines[i] as string;
    const point = line.charCodeAt(0);
    // The first code wins where several give one character; U+FFFD marks pairs that are none.
    if (line.length === 1 && point !== 0xfffd && point >= 0x80 && two[point] === NONE) two[point] = code;
  }
  return two;
}

/** The 39,420 four-byte codes of the Basic Multilingual Plane, from 81 30 81 30 on. */
function invertFourByte(): Uint16Array {
  const count = 39420;
  const bytes = new Uint8Array(count * 5);
  for (let pointer = 0; pointer < count; pointer++) {
    putFourByte(bytes, pointer * 5, pointer);
    bytes[pointer * 5 + 4] = 0x0a;
  }
  const lines = new TextDecoder('gb18030').decode(bytes).split('\n');
  const four = new Uint16Array(65536);
  for (let pointer = 0; pointer < count; pointer++) {
    const line = lines[pointer] as string;
    const point = line.charCodeAt(0);
    if (line.length === 1 && point !== 0xfffd && four[point] === NONE) four[point] = pointer + 1;
  }
  return four;
}

function putFourByte(out: Uint8Array, at: number, pointer: number): void {
  out[at] = 0x81 + Math.floor(pointer / 12600);
  out[at + 1] = 0x30 + (Math.floor(pointer / 1260) % 10);
  out[at + 2] = 0x81 + (Math.floor(pointer / 10) % 126);
  out[at + 3] = 0x30 + (pointer % 10);
}

/**
 * Encodes text. A character that the set lacks becomes `?` (3F), as Java's `getBytes` and PHP's `mb_convert_encoding` write it.
 * In GBK the euro sign is the single byte 80, in GB18030 it is A2 E3.
 * @returns the bytes, and how many characters were lost
 */
export function encodeDoubleByte(text: string, charset: 'gbk' | 'gb18030' | 'big5'): { bytes: Uint8Array; lost: number } {
  const { two, four } = tableFor(charset);
  const out = new Uint8Array(text.length * 4);
  let at = 0;
  let lost = 0;
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) as number;
    if (point > 0xffff) i++;
    const code = point <= 0xffff ? (two[point] as number) : NONE;
    const pointer = point > 0xffff ? 189000 + point - 0x10000 : (four?.[point] ?? 0) - 1;
    if (point < 0x80) out[at++] = point;
    else if (charset === 'gbk' && point === 0x20ac) out[at++] = 0x80;
    else if (code !== NONE) {
      out[at++] = code >> 8;
      out[at++] = code & 0xff;
    } else if (four && pointer >= 0) {
      putFourByte(out, at, pointer);
      at += 4;
    } else {
      out[at++] = 0x3f;
      lost++;
    }
  }
  return { bytes: out.slice(0, at), lost };
}

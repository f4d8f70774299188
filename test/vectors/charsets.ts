/** Text to bytes, written apart from the core's own codec, so that one can show the other wrong. */

export type CharsetName = 'utf-8' | 'gbk';

export function encode(text: string, charset: CharsetName): Buffer {
  if (charset === 'utf-8') return Buffer.from(text, 'utf8');
  return Buffer.concat([...text].map(encodeGbk));
}

let table: ReadonlyMap<string, Buffer> | undefined;

/** The inverse of the platform's decoder, over every two-byte code. @see WHATWG Encoding §10.1 */
function gbkTable(): ReadonlyMap<string, Buffer> {
  const decoder = new TextDecoder('gbk');
  const made = new Map<string, Buffer>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const bytes = Buffer.of(lead, trail);
      const text = decoder.decode(bytes);
      if ([...text].length === 1 && text !== '\ufffd' && !made.has(text)) made.set(text, bytes);
    }
  return made;
}

function encodeGbk(character: string): Buffer {
  if (character.charCodeAt(0) < 0x80) return Buffer.from(character, 'latin1');
  table ??= gbkTable();
  const bytes = table.get(character);
  if (!bytes) throw new Error('not a character of GBK');
  return bytes;
}

/** Lengths in bytes, as PHP counts them, on texts in UTF-16. */

/** Where a text of so many bytes of UTF-8 that begins at `from` ends; -1 where no character ends there. */
export function byteEnd(text: string, from: number, bytes: number): number {
  let at = from;
  let left = bytes;
  while (left > 0 && at < text.length) {
    const unit = text.charCodeAt(at);
    const pair = unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
    left -= unit < 0x80 ? 1 : unit < 0x800 ? 2 : pair ? 4 : 3;
    at += pair ? 2 : 1;
  }
  return left === 0 ? at : -1;
}

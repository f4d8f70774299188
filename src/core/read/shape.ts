/** Things that are pasted by mistake, told by their shape before any reader looks: nothing, a file that is no text, a key, a token. */
import type { Unreadable } from './reading.ts';

/** Why this text is no notification, whatever a reader would make of it; null when it may be one. */
export function shapeOf(text: string): Unreadable['why'] | null {
  const head = text.slice(0, 4096).trim();
  if (head === '' && text.trim() === '') return 'empty';
  if (isBinary(text)) return 'binary';
  if (/^-{3,5} ?BEGIN [A-Z0-9 ]+-{3,5}/.test(head)) return 'is-key';
  if (/^MI[A-Za-z0-9+/]{100,}[A-Za-z0-9+/=\s]*$/.test(head)) return 'is-key';
  if (/^(Bearer\s+)?ey[\w-]{8,}\.ey[\w-]{2,}\.[\w-]*$/.test(head)) return 'is-token';
  return null;
}

/** Control characters that no log, editor or browser leaves in a text: more than a few among the first ones. */
function isBinary(text: string): boolean {
  const size = Math.min(text.length, 8192);
  let controls = 0;
  for (let i = 0; i < size; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x09 || (unit > 0x0d && unit < 0x20 && unit !== 0x1b) || (unit >= 0x7f && unit < 0xa0 && unit !== 0x85)) controls++;
  }
  return controls > 2 && controls * 20 > size;
}

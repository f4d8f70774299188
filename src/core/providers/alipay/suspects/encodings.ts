/** Mistakes about how values are written as bytes: decoded once too often or too rarely, blanks and plus signs, the wrong character set. */
import { blanksForPlus, someReplaced } from '../../../content/undo/blanks.ts';
import { crossedBack, partlyEncoded, percentDecoded, percentEncoded, singleBytes, strictly } from '../../../content/undo/encodings.ts';
import { overValues } from '../../over-values.ts';
import type { Suspect } from '../../suspect.ts';
import { isFree, isProse, isTime } from './kinds.ts';

/** The same function, again on its own result. */
export function* rounds(value: string, undo: (text: string) => string | null, most: number): Iterable<string> {
  let text = value;
  for (let round = 0; round < most; round++) {
    const next = undo(text);
    if (next === null || next === text) return;
    yield next;
    text = next;
  }
}

/** An address of mail: the `+` in it was never a blank, and a blank in it was one. @see RFC 5322 §3.4.1 */
const ADDRESS = /^[\w.-]+[+ ][\w.+ -]*@[\w.-]+$/;

export const encodings: readonly Suspect[] = [
  overValues({
    id: 'content-not-decoded',
    cost: 2,
    visible: true,
    source: 'alipay/alipay-easysdk; values are decoded once before they are joined',
    spread: 'both',
    beside: true,
    *undo(value, _name, _scene, work) {
      if (!/%[0-9a-fA-F]{2}/.test(value)) {
        // Nothing but blanks was encoded here: they are, where other values are.
        if (value.includes('+') && work.pairs.some((other) => /%[0-9a-fA-F]{2}/.test(other.value))) yield value.replaceAll('+', ' ');
        return;
      }
      for (const mode of ['form', 'uri'] as const)
        for (const charset of new Set([work.charset, 'utf-8', 'gbk'] as const)) {
          const text = percentDecoded(value, mode, charset);
          if (text !== null) yield text;
        }
    },
  }),
  overValues({
    id: 'double-url-decode',
    cost: 2.8,
    source: 'alipay/alipay-sdk-nodejs-all#45 and #83: checkNotifySign decodes values again; passback_params is sent encoded by contract',
    spread: 'both',
    aligned: true,
    where: (name, scene, value) => (name === 'notify_id' ? /[/+=%]/.test(value) : isProse(name, scene) && /[^A-Za-z0-9_.-]/.test(value)),
    undo: (value) => percentEncoded(value),
    named: (name) => (name === 'notify_id' ? { id: 'mapi-notify-id-encoded', alternatives: ['double-url-decode'] } : null),
  }),
  overValues({
    id: 'double-url-decode',
    cost: 4.6,
    combination: 4,
    source: 'a text that people wrote with some of it encoded, decoded once more',
    spread: 'one',
    where: isProse,
    undo: (value) => partlyEncoded(value),
  }),
  overValues({
    id: 'space-to-plus-value',
    cost: 2,
    visible: true,
    source: 'helei112g/payment#56; WHATWG URL §5.1: a form writes a space as +',
    spread: 'both',
    *undo(value, name, scene) {
      if (!value.includes('+') || ADDRESS.test(value)) return;
      if (isTime(name, scene)) yield value.replace('+', ' ');
      else yield* blanksForPlus(value);
    },
  }),
  overValues({
    id: 'plus-to-space-value',
    cost: 3.6,
    source: 'yansongda/pay#681: a second form decoding turns + into a space',
    spread: 'both',
    where: (name, scene, value) => value.includes(' ') && (isFree(name, scene) || ADDRESS.test(value)),
    undo: (value) => someReplaced(value, ' ', '+'),
  }),
  overValues({
    id: 'plus-to-space-value',
    cost: 5,
    combination: 0.5,
    two: 32,
    source: 'yansongda/pay#681: a second form decoding turns + into a space, beside blanks that were there',
    spread: 'one',
    where: (name, scene, value) => value.includes(' ') && (isFree(name, scene) || ADDRESS.test(value)),
    undo: (value) => someReplaced(value, ' ', '+'),
  }),
  overValues({
    id: 'decode-before-split',
    alternatives: ['sign-equals-lost'],
    cost: 2.4,
    source: 'Pay-Group/best-pay-sdk#74: what is cut at every = loses those at the end, of the signature and of other Base64',
    spread: 'both',
    where: (name, scene, value) => isFree(name, scene) && /^(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9+/]{6,}$/.test(value) && value.length % 4 > 1,
    *undo(value) {
      yield value.padEnd(Math.ceil(value.length / 4) * 4, '=');
    },
  }),
  overValues({
    id: 'mojibake-latin1',
    cost: 1.4,
    visible: true,
    source: 'Servlet specification: the default request encoding is ISO-8859-1',
    spread: 'both',
    *undo(value) {
      const bytes = singleBytes(value);
      if (bytes === null) return;
      for (const charset of ['utf-8', 'gbk', 'gb18030'] as const) {
        const text = strictly(bytes, charset);
        if (text !== null) yield text;
      }
      yield* rounds(
        strictly(bytes, 'utf-8') ?? '',
        (text) => {
          const again = singleBytes(text);
          return again && strictly(again, 'utf-8');
        },
        2,
      );
    },
  }),
  overValues({
    id: 'gbk-utf8-crossed',
    cost: 1.8,
    visible: true,
    source: 'UTF-8 bytes decoded as GBK',
    alternatives: ['php-charset-converted'],
    spread: 'both',
    undo: (value) => crossedBack(value),
  }),
];

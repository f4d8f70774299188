/** Mistakes with message callbacks: only the ciphertext and two short texts are signed, so there is little to go wrong. */
import { percentDecoded } from '../../../content/undo/encodings.ts';
import { overValues } from '../../over-values.ts';
import type { Suspect } from '../../suspect.ts';

const SOURCE = 'developers.weixin.qq.com/doc/oplatform, 消息加解密: msg_signature covers Encrypt to the letter';

export const suspects: readonly Suspect[] = [
  overValues({
    id: 'plus-to-space-value',
    cost: 1,
    source: SOURCE,
    spread: 'one',
    where: (name) => name === 'Encrypt',
    *undo(value) {
      yield value.replaceAll(' ', '+');
    },
  }),
  overValues({
    id: 'content-not-decoded',
    cost: 1.2,
    source: SOURCE,
    spread: 'both',
    *undo(value) {
      const text = /%[0-9a-f]{2}/i.test(value) ? percentDecoded(value, 'uri', 'utf-8') : null;
      if (text !== null) yield text;
    },
  }),
  overValues({
    id: 'v2-trim-cdata',
    cost: 1.5,
    source: SOURCE,
    spread: 'both',
    *undo(value) {
      yield value.replace(/\s+/g, '');
      yield value.replaceAll('\\/', '/');
      yield value.replace(/(\\[rn])+/g, '');
    },
  }),
];

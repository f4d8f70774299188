/** The text is right, its bytes are not: the character set that was signed is another. */
import type { Attempt, Suspect, WorkPair } from '../../suspect.ts';
import { decodeBase64 } from '../../../text/base64.ts';
import { decodeText } from '../../../text/charset.ts';

const isWide = ({ value }: WorkPair): boolean => /[^\0-\x7f]/.test(value);

export const charsets: readonly Suspect[] = [
  {
    id: 'charset-gbk-as-utf8',
    cost: 1.4,
    source: 'alipay/alipay-easysdk#146; Alipay answers in GBK where the gateway address names no charset',
    *attempts(work, { declared }): Iterable<Attempt> {
      if (!work.pairs.some(isWide)) return;
      const others = (['gbk', 'gb18030', 'big5', 'utf-8'] as const).filter((charset) => charset !== work.charset && charset !== declared);
      if (declared && declared !== work.charset) yield { work: { ...work, charset: declared } };
      for (const [i, charset] of others.entries()) yield { work: { ...work, charset }, cost: i / 2 };
    },
  },
  {
    // A file or an escaped body whose bytes were taken for the wrong set: the bytes are still there.
    id: 'charset-gbk-as-utf8',
    cost: 2.2,
    visible: true,
    source: 'the bytes of the paste, read in the other set',
    *attempts(work, { received }): Iterable<Attempt> {
      if (!work.pairs.some(({ bytes }) => bytes !== undefined)) return;
      for (const charset of ['gbk', 'utf-8'] as const) {
        if (charset === received) continue;
        const pairs = work.pairs.map((pair): WorkPair => {
          const bytes = pair.bytes === undefined ? null : decodeBase64(pair.bytes);
          return bytes ? { name: pair.name, value: decodeText(bytes, charset).text, from: pair.from } : pair;
        });
        yield { work: { ...work, pairs, charset } };
      }
    },
  },
];

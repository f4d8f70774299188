/** The inverted double-byte tables against the platform's decoder, pair by pair. */
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/core/text/charset.ts';
import { encodeDoubleByte } from '../../../src/core/text/double-byte.ts';

describe.each(['gbk', 'gb18030', 'big5'] as const)('%s', (charset) => {
  test('all 65,536 pairs of bytes: what the decoder reads as one character, the encoder writes so that it reads back', () => {
    const decoder = new TextDecoder(charset, { fatal: true });
    let characters = 0;
    let exact = 0;
    const wrong: string[] = [];
    for (let code = 0; code < 0x10000; code++) {
      const pair = Uint8Array.of(code >> 8, code & 0xff);
      let text: string;
      try {
        text = decoder.decode(pair);
      } catch {
        if (!decodeText(pair, charset).lossy) wrong.push(code.toString(16));
        continue;
      }
      // One character of the Basic Multilingual Plane out of two bytes.
      if (text.length !== 1) continue;
      characters++;
      const { bytes, lost } = encodeDoubleByte(text, charset);
      if (lost > 0 || decoder.decode(bytes) !== text) wrong.push(code.toString(16));
      if (bytes.length === 2 && bytes[0] === pair[0] && bytes[1] === pair[1]) exact++;
    }
    expect(wrong).toEqual([]);
    expect(characters).toBeGreaterThan(13_000);
    // The rest are pairs that give a character which an earlier pair gives as well.
    expect(exact / characters).toBeGreaterThan(0.99);
  });

  test('what the set lacks becomes a question mark and is counted', () => {
    const { bytes, lost } = encodeDoubleByte('a\ud800b', charset);
    expect([...bytes]).toEqual([0x61, 0x3f, 0x62]);
    expect(lost).toBe(1);
  });
});

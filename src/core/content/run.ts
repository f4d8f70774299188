/** Runs a recipe over pairs: the one place where signed content comes into being. */
import { decodeBase64 } from '../text/base64.ts';
import { encodeText } from '../text/charset.ts';
import type { Charset } from '../text/charset.ts';
import { joinBytes } from '../text/percent.ts';
import type { Recipe } from './recipe.ts';

/** A pair as content needs it; `bytes` (base64) are the value's own, where its text would not give them back. */
export interface ContentPair {
  readonly name: string;
  readonly value: string;
  readonly bytes?: string;
}

export interface Content {
  readonly bytes: Uint8Array;
  readonly text: string;
  /** Which stretch of `text` (UTF-16, half-open) came from which pair; null for joiners. */
  readonly parts: readonly { readonly pair: number | null; readonly start: number; readonly end: number }[];
  /** Pairs (by index) that the recipe leaves out. */
  readonly left: readonly number[];
}

/**
 * @param charset the character set of the bytes; a pair with bytes of its own keeps them where `received` says that they are in this set
 * @param received the character set in which the pairs were read
 */
export function runRecipe(recipe: Recipe, pairs: readonly ContentPair[], charset: Charset, received: Charset): Content {
  let order = pairs.map((_, i) => i);
  let pairJoin = '=';
  let between = '&';
  const left: number[] = [];
  const keep = (test: (pair: ContentPair) => boolean): void => {
    order = order.filter((i) => {
      const stays = test(pairs[i] as ContentPair);
      if (!stays) left.push(i);
      return stays;
    });
  };
  for (const step of recipe) {
    switch (step.op) {
      case 'drop':
        keep(({ name }) => !step.names.includes(name));
        break;
      case 'drop-empty':
        keep(({ value, bytes }) => value !== '' || bytes !== undefined);
        break;
      case 'sort':
        order.sort((a, b) => compare((pairs[a] as ContentPair).name, (pairs[b] as ContentPair).name) || a - b);
        break;
      case 'join':
        pairJoin = step.pair;
        between = step.between;
        break;
    }
  }
  return assemble(order, pairs, pairJoin, between, charset, received, left);
}

function assemble(
  order: readonly number[],
  pairs: readonly ContentPair[],
  pairJoin: string,
  between: string,
  charset: Charset,
  received: Charset,
  left: readonly number[],
): Content {
  const parts: { pair: number | null; start: number; end: number }[] = [];
  const pieces: Uint8Array[] = [];
  let text = '';
  let pending = '';
  const flush = (): void => {
    if (pending !== '') pieces.push(encodeText(pending, charset).bytes);
    pending = '';
  };
  order.forEach((index, i) => {
    const { name, value, bytes } = pairs[index] as ContentPair;
    if (i > 0) {
      parts.push({ pair: null, start: text.length, end: text.length + between.length });
      text += between;
      pending += between;
    }
    const head = name + pairJoin;
    parts.push({ pair: index, start: text.length, end: text.length + head.length + value.length });
    text += head + value;
    pending += head;
    const own = bytes !== undefined && charset === received ? decodeBase64(bytes) : null;
    if (own) {
      flush();
      pieces.push(own);
    } else pending += value;
  });
  flush();
  return { bytes: joinBytes(pieces), text, parts, left };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

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

interface Plan {
  readonly order: readonly number[];
  readonly pair: string | null;
  readonly between: string;
  readonly before: string;
  readonly after: string;
}

/**
 * @param charset the character set of the bytes; a pair with bytes of its own keeps them where `received` says that they are in this set
 * @param received the character set in which the pairs were read
 */
export function runRecipe(recipe: Recipe, pairs: readonly ContentPair[], charset: Charset, received: Charset): Content {
  const plan = planOf(recipe, pairs);
  const used = new Set(plan.order);
  const left = pairs.map((_, i) => i).filter((i) => !used.has(i));
  const parts: { pair: number | null; start: number; end: number }[] = [];
  let text = plan.before;
  if (text !== '') parts.push({ pair: null, start: 0, end: text.length });
  plan.order.forEach((index, i) => {
    if (i > 0 && plan.between !== '') {
      parts.push({ pair: null, start: text.length, end: text.length + plan.between.length });
      text += plan.between;
    }
    const start = text.length;
    text += headOf(pairs[index] as ContentPair, plan.pair) + (pairs[index] as ContentPair).value;
    parts.push({ pair: index, start, end: text.length });
  });
  if (plan.after !== '') parts.push({ pair: null, start: text.length, end: text.length + plan.after.length });
  text += plan.after;
  return { bytes: bytesOf(plan, pairs, charset, received, text), text, parts, left };
}

/** Only the bytes: what a search asks for, thousands of times. */
export function runRecipeBytes(recipe: Recipe, pairs: readonly ContentPair[], charset: Charset, received: Charset): Uint8Array {
  const plan = planOf(recipe, pairs);
  let text = plan.before;
  plan.order.forEach((index, i) => {
    const pair = pairs[index] as ContentPair;
    text += (i > 0 ? plan.between : '') + headOf(pair, plan.pair) + pair.value;
  });
  return bytesOf(plan, pairs, charset, received, text + plan.after);
}

/** The pairs that take part, in the order of the content. */
export function orderedPairs<Pair extends ContentPair>(recipe: Recipe, pairs: readonly Pair[]): readonly Pair[] {
  return planOf(recipe, pairs).order.map((index) => pairs[index] as Pair);
}

const headOf = (pair: ContentPair, glue: string | null): string => (glue === null ? '' : pair.name + glue);

function planOf(recipe: Recipe, pairs: readonly ContentPair[]): Plan {
  let order = pairs.map((_, i) => i);
  let pair: string | null = '=';
  let between = '&';
  let before = '';
  let after = '';
  const at = (i: number): ContentPair => pairs[i] as ContentPair;
  for (const step of recipe) {
    switch (step.op) {
      case 'drop':
        order = order.filter((i) => !step.names.includes(at(i).name));
        break;
      case 'pick':
        order = step.names.flatMap((name) => order.filter((i) => at(i).name === name));
        break;
      case 'pick-suffix':
        order = order.filter((i) => step.suffixes.some((suffix) => at(i).name.endsWith(suffix)));
        break;
      case 'drop-empty':
        order = order.filter((i) => at(i).value !== '' || at(i).bytes !== undefined);
        break;
      case 'sort':
        order.sort((a, b) => compare(at(a).name, at(b).name));
        break;
      case 'join':
        ({ pair, between } = step);
        break;
      case 'frame':
        ({ before, after } = step);
        break;
    }
  }
  return { order, pair, between, before, after };
}

/** `text` in the character set; values that have bytes of their own give those. */
function bytesOf(plan: Plan, pairs: readonly ContentPair[], charset: Charset, received: Charset, text: string): Uint8Array {
  if (charset !== received || plan.order.every((i) => pairs[i]?.bytes === undefined)) return encodeText(text, charset).bytes;
  const pieces: Uint8Array[] = [];
  let pending = plan.before;
  plan.order.forEach((index, i) => {
    const pair = pairs[index] as ContentPair;
    pending += (i > 0 ? plan.between : '') + headOf(pair, plan.pair);
    const own = pair.bytes === undefined ? null : decodeBase64(pair.bytes);
    if (!own) {
      pending += pair.value;
      return;
    }
    pieces.push(encodeText(pending, charset).bytes, own);
    pending = '';
  });
  pieces.push(encodeText(pending + plan.after, charset).bytes);
  return joinBytes(pieces);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

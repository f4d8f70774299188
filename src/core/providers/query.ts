/** Parameters of the address that a message came to; where there is none, those that stand among the others. */
import type { Reading } from '../read/reading.ts';
import { decodePercent } from '../text/percent.ts';

const LIMIT = 16_384;

/** The first of that name: in the address, then among the parameters, then what the user answered. */
export function queryValue(reading: Reading, name: string, inputs: Readonly<Record<string, string>> = {}): string | undefined {
  const url = reading.url ?? '';
  const cut = url.indexOf('?');
  const query = cut < 0 ? '' : url.slice(cut + 1, cut + LIMIT).replace(/#.*$/s, '');
  const piece = query.split('&').find((each) => each.startsWith(`${name}=`));
  if (piece !== undefined) return decoded(piece.slice(name.length + 1));
  const answer = inputs[name]?.trim();
  return reading.pairs.find((pair) => pair.name.trim() === name)?.value ?? (answer === '' ? undefined : answer);
}

const decoded = (text: string): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(decodePercent(text, 'form', 'utf-8').bytes);

/** What stands in the second box, as pairs: a string to sign cut into its parameters, or a map. */
import type { DialectRules } from '../providers/provider.ts';
import type { WorkPair } from '../providers/suspect.ts';
import { read } from '../read/read.ts';

/** `&key=` and the secret stand at the end of what is hashed, not of what is signed. */
export function withoutKey(text: string, rules: DialectRules): string {
  const glue = rules.rules.find(({ mac }) => mac && mac.glue !== '')?.mac?.glue;
  const cut = glue === undefined ? -1 : text.lastIndexOf(glue);
  return glue !== undefined && cut >= 0 && !text.slice(cut + glue.length).includes('&') ? text.slice(0, cut) : text;
}

export function fromMap(text: string): readonly WorkPair[] {
  return read(text).reading.pairs.map(({ name, value }, from) => ({ name, value, from }));
}

/** Cuts at `&` where a plausible name and `=` follow; what does not is part of the value before. */
export function splitContent(text: string, known: ReadonlySet<string>): readonly WorkPair[] {
  const pairs: WorkPair[] = [];
  for (const [i, piece] of text.split('&').entries()) {
    const cut = piece.indexOf('=');
    const name = cut < 0 ? piece : piece.slice(0, cut);
    const last = pairs.at(-1);
    const plausible = known.has(name) || (cut > 0 && /^[\w.[\]-]{1,64}$/.test(name) && (!last || !/[{[]/.test(last.value)));
    if (plausible || !last) pairs.push({ name, value: cut < 0 ? '' : piece.slice(cut + 1), from: i });
    else pairs[pairs.length - 1] = { ...last, value: `${last.value}&${piece}` };
  }
  return pairs;
}

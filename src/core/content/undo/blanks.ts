/** Blanks that were lost, added or changed. */

/** What a global trim takes off one end. */
const ENDS = [' ', '\n', '\r\n', '\t', '\u3000', '  ', '\u00a0', '\n\n', ' \n', '\r\n\r\n', '   ', '\ufeff', '\u200b'] as const;

/** The value with blanks put back at its end, its start, or both. */
export function* untrimmed(value: string): Iterable<string> {
  for (const end of ENDS.slice(0, 6)) yield value + end;
  for (const end of ENDS.slice(0, 6)) yield end + value;
  yield ` ${value} `;
  for (const end of ENDS.slice(6)) {
    yield value + end;
    yield end + value;
  }
  for (const a of ENDS.slice(0, 5)) for (const b of ENDS.slice(0, 5)) if (a !== ' ' || b !== ' ') yield a + value + b;
}

const WIDER = ['  ', '\n', '\r\n', '\t', '\u00a0', '   ', '\u3000', '\n\n', ' \n', '\n '] as const;

/** A blank that stands for more: every one replaced alike, then each alone, then two, then all that are few, each in its own way. */
export function* uncollapsed(value: string): Iterable<string> {
  const places = placesOf(value, ' ');
  if (places.length === 0 || places.length > 40) return;
  if (places.length > 1) for (const wide of WIDER) yield value.replaceAll(' ', wide);
  for (const at of places) for (const wide of WIDER) yield value.slice(0, at) + wide + value.slice(at + 1);
  if (places.length > 12) return;
  for (const [i, a] of places.entries())
    for (const b of places.slice(i + 1))
      for (const wide of WIDER.slice(0, 5)) yield value.slice(0, a) + wide + value.slice(a + 1, b) + wide + value.slice(b + 1);
  if (places.length > 4) return;
  const ways = [' ', '  ', '   ', '\n', '\t'].slice(0, places.length > 3 ? 3 : 5);
  const parts = value.split(' ');
  for (let choice = 0; choice < ways.length ** places.length; choice++) {
    let rest = choice;
    yield parts.reduce((before, part) => {
      const wide = ways[rest % ways.length] as string;
      rest = Math.floor(rest / ways.length);
      return before + wide + part;
    });
  }
}

/** Blanks that look like a space, to a space; what has no width, away. */
export function plainBlanks(value: string): string {
  return value.replace(/[\u00a0\u2002-\u200a\u202f\u205f\u3000]/g, ' ').replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '');
}

/** Only what has no width; a wide space may be the author's own. */
export function withoutInvisible(value: string): string {
  return value.replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '');
}

/** Blanks for `+`: for every one, for those that hardly anybody wrote as such (`A+B` is one that they did), then for any. */
export function* blanksForPlus(value: string): Iterable<string> {
  yield value.replaceAll('+', ' ');
  const likely = ['', ' ', '+ ', ' + '];
  yield value.replace(/\++/g, (run, at: number) =>
    /\w\+\w/.test(value.slice(Math.max(0, at - 1), at + 2)) ? run : (likely[run.length] ?? run),
  );
  yield* someReplaced(value, '+', ' ');
}

/** Every way to write some of the places of `from` as `to`: all of them, then each alone, all but one, and (for few) every choice. */
export function* someReplaced(value: string, from: string, to: string): Iterable<string> {
  const places = placesOf(value, from);
  if (places.length === 0 || places.length > 24) return;
  const masks =
    places.length <= 8
      ? Array.from({ length: (1 << places.length) - 1 }, (_, i) => (1 << places.length) - 1 - i)
      : [-1, ...places.map((_, i) => 1 << i), ...places.map((_, i) => ~(1 << i))];
  for (const mask of masks) {
    let out = '';
    let kept = 0;
    for (const [i, at] of places.entries()) {
      if (!(mask & (1 << i))) continue;
      out += value.slice(kept, at) + to;
      kept = at + from.length;
    }
    yield out + value.slice(kept);
  }
}

function placesOf(value: string, part: string): number[] {
  const places: number[] = [];
  for (let at = value.indexOf(part); at >= 0 && places.length < 64; at = value.indexOf(part, at + part.length)) places.push(at);
  return places;
}

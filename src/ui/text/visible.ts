/** Text cut where characters cannot be seen, so that each of those can be drawn as a chip with its code point. */

export type Piece = { readonly text: string } | { readonly point: string; readonly raw: string };

/** Controls, formats, separators, private use, surrogates and the blanks that look like nothing or like a plain space. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u00a0\u115f\u1160\u3000\u3164\uffa0\ufffd]|\ufe0f/u;
const JOINS_EMOJI = new Set(['200D', 'FE0F']);

/** Stops after `limit` characters; the caller says that there is more. */
export function visiblePieces(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let plain = '';
  let before = '';
  for (const character of text) {
    if (!UNSEEN.test(character) || (before && JOINS_EMOJI.has(pointOf(character)) && EMOJI.test(before))) {
      plain += character;
    } else {
      if (plain) pieces.push({ text: plain });
      plain = '';
      pieces.push({ point: pointOf(character), raw: character });
    }
    before = character;
  }
  if (plain) pieces.push({ text: plain });
  return pieces;
}

const EMOJI = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f/u;

function pointOf(character: string): string {
  return (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
}

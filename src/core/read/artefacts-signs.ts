/** Signs that a browser, an editor or a chat put in place of others: HTML entities, curly quotes, invisible characters, full-width signs. */
import type { Mapped } from '../text/mapped.ts';
import { literalStart, replaced } from './artefact.ts';
import type { Repaired, Replacement } from './artefact.ts';
import { isParameterLike } from './names.ts';

/** Entities that HTML knows without a semicolon, by the character that they became. @see HTML §13.5 named character references */
const LEGACY: ReadonlyMap<string, string> = new Map([
  ['¬', 'not'],
  ['×', 'times'],
  ['§', 'sect'],
  ['¶', 'para'],
  ['®', 'reg'],
  ['©', 'copy'],
  ['¤', 'curren'],
  ['¢', 'cent'],
  ['£', 'pound'],
  ['¥', 'yen'],
  ['°', 'deg'],
  ['±', 'plusmn'],
  ['µ', 'micro'],
  ['·', 'middot'],
  ['÷', 'divide'],
  ['ª', 'ordf'],
  ['º', 'ordm'],
  ['¨', 'uml'],
  ['¯', 'macr'],
]);

/** `¬ify_time=` was `&notify_time=`: the character stands where a parameter begins, with the rest of a name and `=` behind it. */
export function undoNamedEntities(of: Mapped): Repaired | null {
  const text = of.text;
  if (!text.includes('=')) return null;
  const replacements: Replacement[] = [];
  const end = literalStart(text);
  for (const { index, 0: found } of text.matchAll(/[¬×§¶®©¤¢£¥°±µ·÷ªº¨¯]/g)) {
    const sure = found === '¬' || found === '×';
    if (
      !/^[a-z0-9_]{0,40}=/.test(text.slice(index + 1, index + 42)) ||
      (!sure && !/^[a-z_]{2,40}=/.test(text.slice(index + 1, index + 42)))
    )
      continue;
    if (index === 0 || index > end || text.lastIndexOf('=', index) < 0) continue;
    replacements.push({ start: index, end: index + 1, text: `&${LEGACY.get(found) ?? ''}` });
  }
  return replaced(of, 'html-named-entity', replacements);
}

/** `&amp;` between parameters: a name and `=` behind it, and more of them than plain `&`. */
export function undoAmpersands(of: Mapped): Repaired | null {
  const text = of.text;
  if (!text.includes('&amp;')) return null;
  const replacements: Replacement[] = [];
  const end = literalStart(text);
  let plain = 0;
  let known = 0;
  for (const { index, 1: entity, 2: name = '' } of text.matchAll(/&((?:amp;){0,3})([A-Za-z_][\w.-]{0,64})=/g)) {
    if (index > end) break;
    if (entity === '' || entity === undefined) plain++;
    else {
      replacements.push({ start: index, end: index + 1 + entity.length, text: '&' });
      if (isParameterLike(name)) known++;
    }
  }
  // One in a text that is no query at all stood in a value.
  return replacements.length > plain && known > 0 ? replaced(of, 'html-ampersand', replacements) : null;
}

/** `&  name=`: no server writes blanks there. Line ends are left to the reader of wrapped bodies. */
export function undoSpaces(of: Mapped): Repaired | null {
  const end = literalStart(of.text);
  const replacements: Replacement[] = [];
  for (const { index, 1: blanks = '' } of of.text.matchAll(/&([ \t]{1,16})[A-Za-z_][\w.-]{0,64}=/g)) {
    if (index < end) replacements.push({ start: index + 1, end: index + 1 + blanks.length, text: '' });
  }
  return replaced(of, 'space-after-ampersand', replacements);
}

/** `a＝1＆b＝2`, as a Chinese input method or a chat writes it; only where no plain `&name=` is left. */
export function undoFullWidth(of: Mapped): Repaired | null {
  const text = of.text;
  const wide = /＆\s{0,8}[A-Za-z_][\w.-]{0,64}[=＝]/.test(text) || /[&\s][A-Za-z_][\w.-]{0,64}＝[^&＆]{0,256}&/.test(text);
  if (!wide || literalStart(text) < text.length || /&[A-Za-z_][\w.-]{0,64}=/.test(text)) return null;
  const replacements: Replacement[] = [];
  for (const { index, 0: found } of text.matchAll(/＆(?=\s{0,8}[A-Za-z_][\w.-]{0,64}[=＝])|(?<=(?:^|[&＆?\s])[A-Za-z_][\w.-]{0,64})＝/g)) {
    replacements.push({ start: index, end: index + 1, text: found === '＆' ? '&' : '=' });
  }
  return replaced(of, 'full-width-signs', replacements);
}

/**
 * Curly quotes where JSON needs straight ones: beside a bracket, colon or comma. All others are somebody's text.
 * Inside a string in straight quotes they come back as `\"`.
 */
export function undoSmartQuotes(of: Mapped): Repaired | null {
  const text = of.text;
  if (!/[“”‘’„‟＂]/.test(text)) return null;
  const literal = /^\s{0,256}[{[]/.test(text);
  const replacements: Replacement[] = [];
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string;
    if (char === '\\') {
      // An escaped quote of a value, made curly like all others.
      i++;
      if ('“”„‟＂'.includes(text[i] ?? '.')) replacements.push({ start: i, end: i + 1, text: '"' });
    } else if (char === '"') inside = literal && !inside;
    else if ('“”‘’„‟＂'.includes(char) && isStructural(text, i)) {
      const straight = char === '‘' || char === '’' ? "'" : '"';
      replacements.push({ start: i, end: i + 1, text: inside && straight === '"' ? '\\"' : straight });
    }
  }
  return replacements.length >= 2 ? replaced(of, 'smart-quotes', replacements) : null;
}

/** Behind an opening sign, or before a closing one. */
function isStructural(text: string, at: number): boolean {
  const before = /[{[:,=(：，]\s{0,16}$/.test(text.slice(Math.max(0, at - 17), at));
  const after = /^\s{0,16}[:,}\])：，]/.test(text.slice(at + 1, at + 18));
  return before || after;
}

/**
 * Invisible characters and odd blanks in places where none can belong: in names, between a date and its time, between digits,
 * within base64, between members of JSON. In free text they may have been signed, and stay.
 */
export function undoInvisibles(of: Mapped): Repaired | null {
  const text = of.text;
  const replacements: Replacement[] = [];
  for (const { index, 0: found } of text.matchAll(/[\u00a0\u00ad\u2000-\u200d\u202f\u2060\u3000\ufeff]/g)) {
    const blank = /[\u00a0\u2000-\u200a\u202f\u3000]/.test(found);
    const before = text.slice(Math.max(0, index - 48), index);
    const after = text.slice(index + 1, index + 49);
    const dated = /\d{4}-\d\d-\d\d\s?$/.test(before) && /^\s?\d\d:\d\d/.test(after);
    const numbered = !blank && /\d$/.test(before) && /^\d/.test(after);
    const named =
      /(^|[&?\n{,]\s?["']?)[A-Za-z_]?[\w.]*$/.test(before) &&
      /^[\w.]*["']?\s?[=:]/.test(after) &&
      /\w/.test(before.slice(-1) + after[0]) &&
      !/\n$/.test(before);
    const coded = /[A-Za-z0-9+/]{20}$/.test(before) && /^[A-Za-z0-9+/]{8}/.test(after);
    if (dated) replacements.push({ start: index, end: index + 1, text: blank ? ' ' : '' });
    else if (numbered || named || coded || (!blank && isBetween(before, after)))
      replacements.push({ start: index, end: index + 1, text: '' });
  }
  return replaced(of, 'nbsp-zero-width', replacements);
}

const isBetween = (before: string, after: string): boolean => /["\]}\w],\s{0,8}$/.test(before) && /^\s{0,8}"[\w.-]{1,40}"\s?:/.test(after);

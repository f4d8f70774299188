/**
 * `{a=1, b=2}`: what `toString` of a Java map prints, with and without its brackets, and of beans that print like one (`Name{a='b', c='d'}`);
 * the result of Alipay's app SDK is one too. @see java.util.AbstractMap#toString
 */
import type { Mapped } from '../text/mapped.ts';
import { trimmed } from './assignments.ts';
import { MAX_DUMPS } from './dump.ts';
import { readMembers } from './members.ts';
import type { Region, Syntax } from './members.ts';
import type { Parsed, Reader } from './tree.ts';

const JAVA: Syntax = { assign: '=', separator: ',(?: |[ \\t]{0,64}\\r?\\n\\s{0,512})' };

export const readJavaMap: Reader = (of) => {
  const text = of.text;
  if (!text.includes('=')) return [];
  const [start, end] = trimmed(text, 0, text.length);
  const open = /^[A-Za-z_][\w.-]{0,127}=/.test(text.slice(start, start + 130));
  return open ? withoutBrackets(of, start, end) : withBrackets(of);
};

/** Members alone, as logs have them whose brackets were cut. A body with `&` between its parameters is none. */
function withoutBrackets(of: Mapped, start: number, end: number): readonly Parsed[] {
  const text = of.text;
  const spread = (text.match(/&[A-Za-z_][\w.-]{0,127}=/g) ?? []).length;
  const commas = (text.match(/,(?: |[ \t]{0,64}\r?\n\s{0,512})[A-Za-z_][\w.-]{0,127}(?:\[\])?=/g) ?? []).length;
  if (commas < 2 || spread >= commas) return [];
  return readings(of, [{ start, inside: start, stop: end, end, cut: false }], 0.97);
}

function withBrackets(of: Mapped): readonly Parsed[] {
  return readings(of, [...regionsIn(of.text)], 1);
}

function readings(of: Mapped, regions: readonly Region[], score: number): readonly Parsed[] {
  const android = regions.some(({ inside, stop }) => /(?:^|[ {])resultStatus=/.test(of.text.slice(inside, stop)));
  return readMembers(of, android ? 'android-log' : 'java-map', regions, JAVA, score);
}

/** Where maps begin and end. */
function* regionsIn(text: string): Iterable<Region> {
  const heads = /\{\s{0,64}[A-Za-z_][\w.-]{0,127}=/g;
  let count = 0;
  for (let found = heads.exec(text); found && count < MAX_DUMPS; found = heads.exec(text)) {
    const start = found.index;
    const limit = limitOf(text, heads.lastIndex);
    const close = closeOf(text, start, limit);
    const cut = close < 0;
    const stop = cut ? trimmed(text, start, limit)[1] : close;
    count++;
    yield { start, inside: start + 1, stop, end: cut ? stop : stop + 1, cut };
    heads.lastIndex = Math.max(stop, start + 1);
  }
}

/** The line on which the next map begins, or the end of the text. */
function limitOf(text: string, from: number): number {
  const next = /\n[^\n{]{0,512}\{\s{0,64}[A-Za-z_][\w.-]{0,127}=/g;
  next.lastIndex = from;
  return next.exec(text)?.index ?? text.length;
}

/** The bracket that closes the map: its fellow by count, unless members follow it; then the last one. */
function closeOf(text: string, start: number, limit: number): number {
  let depth = 0;
  for (let at = start; at < limit; at++) {
    const char = text.charCodeAt(at);
    if (char === 0x7b) depth++;
    else if (char === 0x7d && --depth === 0) {
      if (!/^[^\n{]{0,2048}, [A-Za-z_][\w.-]{0,127}=/.test(text.slice(at, Math.min(limit, at + 2200)))) return at;
      break;
    }
  }
  const last = text.slice(start, limit).lastIndexOf('}');
  return last < 0 ? -1 : start + last;
}

/**
 * `{a=1, b=2}`: what `toString` of a Java map prints, with and without its brackets, and of beans that print like one (`Name{a='b', c='d'}`);
 * the result of Alipay's app SDK is one too. @see java.util.AbstractMap#toString
 */
import type { Mapped } from '../text/mapped.ts';
import { trimmed } from './assignments.ts';
import { readMembers } from './members.ts';
import type { Region, Syntax } from './members.ts';
import { regionsIn } from './regions.ts';
import type { Brackets } from './regions.ts';
import type { Parsed, Reader } from './tree.ts';

const JAVA: Syntax = { assign: '=', separator: ',(?: |[ \\t]{0,64}\\r?\\n\\s{0,512})' };

const BRACES: Brackets = { head: '\\{', open: '{', close: '}', member: '[A-Za-z_][\\w.-]{0,127}=' };

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
  return readings(of, [...regionsIn(of.text, BRACES)], 1);
}

function readings(of: Mapped, regions: readonly Region[], score: number): readonly Parsed[] {
  const android = regions.some(({ inside, stop }) => /(?:^|[ {])resultStatus=/.test(of.text.slice(inside, stop)));
  return readMembers(of, android ? 'android-log' : 'java-map', regions, JAVA, score);
}

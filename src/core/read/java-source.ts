/** A message in the string literals of source code: `"a=1" + "&b=2"`, `sb.append("a=1").append("&b=2")`, `String s = "…";`. */
import { isSigned } from './dump.ts';
import { readStrings } from './source-strings.ts';
import type { Transport } from './tree.ts';

/** What code looks like at a literal: an assignment that ends its statement, a literal joined to another, a call of `append`. */
const CODE =
  /"\s{0,64}\+\s{0,64}["']|\.append\(\s{0,64}"|(?:^|\n)\s{0,64}(?:[\w<>[\]]{1,64}\s{1,8}){0,4}\$?\w{1,64}\s{0,8}=\s{0,8}"(?:[^"\\\n]|\\.){40}/;

/** Literals that may be the beginning of a message. */
const MAX_TRIES = 32;

export const readJavaSource: Transport = (of, inner) => {
  const text = of.text;
  if (!CODE.test(text) || /^\s{0,256}[{[<]/.test(text.slice(0, 257))) return [];
  let tries = 0;
  for (let at = text.indexOf('"'); at >= 0 && tries < MAX_TRIES; at = text.indexOf('"', at)) {
    const read = readStrings(of, at);
    if (!read) break;
    at = read.end;
    if (read.text.text.length < 40 || !/^\s{0,64}(?:[;,)]|$|\r?\n)/.test(text.slice(read.end, read.end + 70))) continue;
    tries++;
    const best = inner(read.text)[0];
    if (!best || best.root.kind === 'leaf' || best.score < 0.5 || !isSigned(best.root)) continue;
    return [{ ...best, form: 'java-source', score: 0.98 }];
  }
  return [];
};

/** `resultStatus={9000};memo={…};result={…}`: the result of a payment as old versions of Alipay's app SDK print it. */
import { sliceOf } from '../text/mapped.ts';
import { leafOf, parsedDumps } from './dump.ts';
import type { Dump } from './dump.ts';
import type { Entry, Reader } from './tree.ts';

const NAMES = ['resultStatus', 'memo', 'result'];

export const readAndroidLog: Reader = (of) => {
  const text = of.text;
  const heads = /\b(?:resultStatus|memo|result)=\{/g;
  const dumps: Dump[] = [];
  let entries: Entry[] = [];
  let start = 0;
  for (let found = heads.exec(text); found && dumps.length < 1000; found = heads.exec(text)) {
    if (entries.length === 0) start = found.index;
    const from = heads.lastIndex;
    const { to, last } = valueEnd(text, from);
    const name = found[0].slice(0, -2);
    entries.push({ key: leafOf(sliceOf(of, found.index, found.index + name.length)), value: leafOf(sliceOf(of, from, to)) });
    const end = Math.min(to + 1, text.length);
    if (last || entries.length >= NAMES.length) {
      if (entries.length >= 2) dumps.push({ root: { kind: 'map', entries, text: sliceOf(of, start, end) }, start, end });
      entries = [];
    }
    heads.lastIndex = end;
  }
  return parsedDumps(of, 'android-log', dumps);
};

/** A value ends where the next begins, or with the last bracket of its line. */
function valueEnd(text: string, from: number): { to: number; last: boolean } {
  const next = /\};(?:resultStatus|memo|result)=\{/g;
  next.lastIndex = from;
  const found = next.exec(text);
  if (found) return { to: found.index, last: false };
  const stop = text.indexOf('\n', from);
  const line = stop < 0 ? text.length : stop;
  const close = text.slice(from, line).lastIndexOf('}');
  return { to: close < 0 ? line : from + close, last: true };
}

/**
 * Maps as XML writes them: `<entry><key>a</key><value>b</value></entry>`, property lists (`<key>a</key><string>b</string>`), `<string name="a">b</string>`
 * and `<entry key="a">b</entry>`, `<add key="a" value="b"/>`, the hidden fields of a form. @see java.util.Properties#storeToXML;
 * Android SharedPreferences; Apple plist(5)
 */
import { sliceOf } from '../../text/mapped.ts';
import type { Mapped } from '../../text/mapped.ts';
import { MAX_PAIRS } from '../tree.ts';
import type { Parsed, Reader } from '../tree.ts';
import { readText } from '../xml-scan.ts';
import { gathered } from './gathered.ts';
import type { Placed } from './gathered.ts';

const NAME = '([A-Za-z_][\\w.\\[\\]-]{0,127})';
const WITHIN = '[^<>]{0,200}?';

/** Up to the value; the name is the first group, and the element of the value the second. */
const ELEMENTS: readonly RegExp[] = [
  new RegExp(
    `<(?:key|name|string|td|th|dt)(?:\\s${WITHIN})?>\\s{0,64}${NAME}\\s{0,64}</\\w{1,16}>\\s{0,64}<(value|string|integer|real|td|dd)(?:\\s${WITHIN})?(?=/?>)`,
    'dg',
  ),
  new RegExp(`<(?=[\\w:]{1,64}\\s${WITHIN}(?:name|key)=["']${NAME}["'])([\\w:]{1,64})${WITHIN}(?=/?>)`, 'dg'),
];

/** Name and value both attributes, in either order. */
const ATTRIBUTES = new RegExp(`<[\\w:]{1,64}\\s${WITHIN}(?:name|key|id)=["']${NAME}["'][^<>]{0,200}?\\svalue=(["'])`, 'dg');

export const readXmlMaps: Reader = (of) =>
  of.text.includes('<') && of.text.includes('sign') ? [...ELEMENTS.map((head) => inElements(of, head)), inAttributes(of)].flat() : [];

function inElements(of: Mapped, head: RegExp): readonly Parsed[] {
  const text = of.text;
  const pairs: Placed[] = [];
  const heads = new RegExp(head);
  for (let found = heads.exec(text); found && pairs.length < MAX_PAIRS; found = heads.exec(text)) {
    const element = found[2] ?? '';
    const empty = text.startsWith('/>', heads.lastIndex);
    const from = heads.lastIndex + (empty ? 2 : 1);
    const data = text.startsWith('<![CDATA[', from) ? text.indexOf(']]>', from) : from;
    const close = empty || data < 0 ? data : text.indexOf('</', data);
    if (close < 0) break;
    const end = empty ? from : close + element.length + 3;
    if (empty || text.startsWith(`</${element}`, close)) pairs.push(toPair(of, found, sliceOf(of, from, close), end));
    heads.lastIndex = Math.max(from, close);
  }
  return gathered(of, pairs, { form: 'xml' });
}

function inAttributes(of: Mapped): readonly Parsed[] {
  const text = of.text;
  const pairs: Placed[] = [];
  const heads = new RegExp(ATTRIBUTES);
  for (let found = heads.exec(text); found && pairs.length < MAX_PAIRS; found = heads.exec(text)) {
    const from = heads.lastIndex;
    const close = text.indexOf(found[2] ?? '"', from);
    if (close < 0) break;
    pairs.push(toPair(of, found, sliceOf(of, from, close), Math.max(close, text.indexOf('>', close)) + 1));
    heads.lastIndex = close;
  }
  return gathered(of, pairs, { form: 'xml' });
}

/** Entities undone, CDATA unwrapped. */
function toPair(of: Mapped, found: RegExpExecArray, value: Mapped, end: number): Placed {
  const [from, to] = found.indices?.[1] ?? [found.index, found.index];
  return { name: sliceOf(of, from, to), value: readText(value) ?? value, start: found.index, end };
}

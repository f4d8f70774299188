/**
 * A strict scanner for the small XML that payment systems send: elements, text, CDATA, comments, the five entities and numeric
 * ones. No document type, so no entity of its own and nothing to expand or fetch. @see XML 1.0 §2, §4.6; WeChat Pay v2 XML hazards
 */
import { Rewriter, sliceOf } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { MAX_DEPTH, MAX_PAIRS } from './tree.ts';

export interface XmlElement {
  readonly name: Mapped;
  /** The text inside where there is only text; entities and CDATA undone, blanks kept. Null where there are elements inside. */
  readonly text: Mapped | null;
  /** All that stands between the tags, as it is written. */
  readonly inner: Mapped;
}

export interface XmlDocument {
  readonly root: XmlElement;
  /** The elements directly inside the root. */
  readonly children: readonly XmlElement[];
  readonly start: number;
  readonly end: number;
  /** The text ended before the root was closed. */
  readonly cut: boolean;
}

export type XmlFailure = 'syntax' | 'doctype' | 'too-deep' | 'too-many';

interface Open {
  readonly name: Mapped;
  readonly from: number;
  elements: number;
}

/** Reads one document that begins at `start` (blanks before it are skipped). */
export function scanXml(of: Mapped, start: number): XmlDocument | XmlFailure {
  const text = of.text;
  const stack: Open[] = [];
  const children: XmlElement[] = [];
  const first = skipBlank(text, start);
  for (let at = first; at < text.length;) {
    if (text.charCodeAt(at) !== 0x3c) {
      if (stack.length === 0 && !isBlank(text.charCodeAt(at))) return 'syntax';
      const next = text.indexOf('<', at);
      at = next < 0 ? text.length : next;
      continue;
    }
    if (text.startsWith('<!--', at) || text.startsWith('<?', at) || text.startsWith('<![CDATA[', at)) {
      const data = text.startsWith('<![CDATA[', at);
      if (data && stack.length === 0) return 'syntax';
      const close = text.indexOf(data ? ']]>' : text[at + 1] === '?' ? '?>' : '-->', at + 2);
      at = close < 0 ? text.length : close + (text[at + 1] === '?' ? 2 : 3);
      continue;
    }
    if (text[at + 1] === '!') return /^<!(DOCTYPE|ENTITY)/i.test(text.slice(at, at + 9)) ? 'doctype' : 'syntax';
    const closing = text[at + 1] === '/';
    const nameFrom = at + (closing ? 2 : 1);
    const nameTo = nameEnd(text, nameFrom);
    const close = tagEnd(text, nameTo);
    if (nameTo === nameFrom) return 'syntax';
    if (close < 0) break;
    const name = sliceOf(of, nameFrom, nameTo);
    const empty = !closing && text[close - 1] === '/';
    const open = closing ? stack.pop() : { name, from: close + 1, elements: 0 };
    if (!open || (closing && open.name.text !== name.text)) return 'syntax';
    if (!closing) {
      const parent = stack.at(-1);
      if (parent) parent.elements++;
      if (stack.length >= MAX_DEPTH) return 'too-deep';
      if (!empty) stack.push(open);
    }
    if (closing || empty) {
      const element = toElement(of, open, closing ? at : open.from);
      if (!element) return 'syntax';
      if (stack.length === 0) return { root: element, children, start: first, end: close + 1, cut: false };
      if (stack.length === 1 && children.push(element) > MAX_PAIRS) return 'too-many';
    }
    at = close + 1;
  }
  const outer = stack[0];
  if (!outer) return 'syntax';
  return {
    root: { name: outer.name, text: null, inner: sliceOf(of, outer.from, text.length) },
    children,
    start: first,
    end: text.length,
    cut: true,
  };
}

/** Deep inside, only the tags are looked at: what counts there is the raw text. */
function toElement(of: Mapped, open: Open, to: number): XmlElement | null {
  const inner = sliceOf(of, open.from, to);
  if (open.elements > 0) return { name: open.name, text: null, inner };
  const text = readText(inner);
  return text && { name: open.name, text, inner };
}

/** Character data: entities and CDATA sections undone. Null where an entity is none of the five. */
export function readText(of: Mapped): Mapped | null {
  const text = of.text;
  if (!/[<&]/.test(text)) return of;
  const whole = text.startsWith('<![CDATA[') && text.indexOf(']]>') === text.length - 3;
  if (whole) return sliceOf(of, 9, text.length - 3);
  const out = new Rewriter(of);
  let kept = 0;
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at);
    if (unit !== 0x3c && unit !== 0x26) {
      at++;
      continue;
    }
    out.keep(kept, at);
    if (unit === 0x26) {
      const entity = entityAt(text, at);
      if (!entity) return null;
      out.put(entity.value, at, at + entity.size);
      at += entity.size;
    } else {
      const data = text.startsWith('<![CDATA[', at);
      const close = text.indexOf(data ? ']]>' : text[at + 1] === '?' ? '?>' : '-->', at + 2);
      const end = close < 0 ? text.length : close;
      if (data) out.keep(at + 9, end);
      at = close < 0 ? end : close + (text[at + 1] === '?' ? 2 : 3);
    }
    kept = at;
  }
  out.keep(kept, text.length);
  return out.done();
}

const five: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** A lone `&` that begins no entity stands for itself, as lenient parsers have it; a named entity outside the five is refused. */
function entityAt(text: string, at: number): { value: string; size: number } | null {
  const near = text.slice(at + 1, at + 13);
  const body = near.slice(0, Math.max(0, near.indexOf(';')));
  const known = five.get(body);
  if (known !== undefined) return { value: known, size: body.length + 2 };
  const number = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(body);
  if (number) {
    const point = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16);
    return point > 0 && point <= 0x10ffff ? { value: String.fromCodePoint(point), size: body.length + 2 } : null;
  }
  return /^[A-Za-z][\w.-]*$/.test(body) ? null : { value: '&', size: 1 };
}

/** The `>` of the tag, past its attributes; -1 where the text ends first. */
function tagEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '>') return at;
    if (char === '<') return -1;
    if (char === '"' || char === "'") {
      at = text.indexOf(char, at + 1);
      if (at < 0) return -1;
    }
  }
  return -1;
}

function nameEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[\w.:-]/.test(text[at] as string)) at++;
  return at;
}

function skipBlank(text: string, from: number): number {
  let at = from;
  while (at < text.length && (isBlank(text.charCodeAt(at)) || text.charCodeAt(at) === 0xfeff)) at++;
  return at;
}

const isBlank = (unit: number): boolean => unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);

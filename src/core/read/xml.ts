/** `<xml>…</xml>` as WeChat Pay v2 posts it, and the `<notify>` of Alipay's old WAP payment: the root's children are the parameters. */
import { sliceOf } from '../text/mapped.ts';
import type { Mapped } from '../text/mapped.ts';
import { trimmed } from './assignments.ts';
import type { Branch, Entry, Parsed } from './tree.ts';
import { scanXml } from './xml-scan.ts';
import type { XmlDocument } from './xml-scan.ts';

/** Documents in one paste; a log of more is read line by line. */
const MAX_DOCUMENTS = 10_000;

export function readXml(of: Mapped): readonly Parsed[] {
  const [start, end] = trimmed(of.text, 0, of.text.length);
  if (of.text[start] !== '<') return [];
  const inside = sliceOf(of, 0, end);
  const documents: XmlDocument[] = [];
  let at = start;
  while (at < end && documents.length < MAX_DOCUMENTS) {
    const document = scanXml(inside, at);
    if (typeof document === 'string') {
      if (documents.length > 0) break;
      return document === 'syntax' ? [] : [{ form: 'xml', score: 1, root: { kind: 'map', entries: [], text: of }, refused: document }];
    }
    documents.push(document);
    [at] = trimmed(of.text, document.end, end);
  }
  const first = documents[0];
  if (!first || first.children.length === 0 || /^(html|pre)$/i.test(first.root.name.text)) return [];
  const roots = documents.map((document) => toBranch(inside, document));
  const root: Branch =
    roots.length === 1 ? (roots[0] as Branch) : { kind: 'list', entries: roots.map((value) => ({ key: null, value })), text: of };
  const cut = documents.some((document) => document.cut);
  return [{ form: 'xml', score: cut ? 0.75 : at >= end ? 1 : 0.7, root, cut }];
}

/**
 * An element with elements inside keeps its raw text: what is inside is another document's business. Of a text around a comment some
 * parsers keep one half; both are told. @see CERT VU#475445
 */
function toBranch(of: Mapped, { children, start, end }: XmlDocument): Branch {
  const entries = children.map(({ name, text, inner }): Entry => {
    const split = text && inner.text.includes('<!--') && !text.text.includes('<!--');
    const odd = text ? (split ? 'comment-in-value' : null) : 'nested-element';
    return { key: { kind: 'leaf', text: name }, value: { kind: 'leaf', text: text ?? inner, ...(odd ? { odd } : {}) } };
  });
  return { kind: 'map', entries, text: sliceOf(of, start, end) };
}

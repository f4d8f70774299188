/**
 * Messages inside JSON: HAR files, Postman collections, logs of `{"headers":…,"body":…}`, and log events whose text holds a message.
 * @see HAR 1.2 (W3C Web Performance draft); Postman Collection 2.1
 */
import { sliceOf } from '../text/mapped.ts';
import { trimmed } from './assignments.ts';
import { enveloped, listOf, wrapBody } from './envelope.ts';
import { readLiteral } from './literal.ts';
import { formOf } from './literals.ts';
import { unmerge } from './merged.ts';
import type { FormId } from './reading.ts';
import type { Branch, Entry, Envelope, HeaderText, Node, Parsed, Reader, Transport, Undone } from './tree.ts';

const HEADER_NAMES = ['headers', 'header', 'requestHeaders', 'request_headers', 'multiValueHeaders', 'httpHeaders'];
const BODY_NAMES = [
  'body',
  'rawBody',
  'raw_body',
  'requestBody',
  'request_body',
  'payload',
  'data',
  'content',
  'postData',
  'raw',
  'text',
  'params',
  'form',
  'query',
];

export const readCaptures: Transport = (of, inner) => {
  const [start, end] = trimmed(of.text, 0, of.text.length);
  if (of.text[start] !== '{' && of.text[start] !== '[') return [];
  const literal = readLiteral(sliceOf(of, 0, end), start);
  if (typeof literal === 'string' || literal.node.kind === 'leaf') return [];
  const root = literal.node;
  const named = namedPairs(root);
  if (named && /^[\s,;]*$/.test(of.text.slice(literal.end, literal.end + 64))) return [{ form: 'postman', score: 0.99, root: named }];
  const found: Found[] = [];
  collect(root, inner, found);
  if (found.length === 0) return [];
  const form: FormId = get(get(root, 'log'), 'entries') ? 'har' : get(root, 'item') ? 'postman' : formOf(literal.seen);
  const whole = literal.cut ? 0.75 : literal.end >= end ? 1 : 0.7;
  const undone = found.flatMap((each) => each.undone);
  return [
    {
      form,
      score: whole,
      root: listOf(
        of,
        found.map((each) => each.root),
      ),
      undone,
      cut: literal.cut,
      ...(found.length === 1 && found[0]?.refused ? { refused: found[0].refused } : {}),
    },
  ];
};

interface Found {
  readonly root: Node;
  readonly undone: readonly Undone[];
  readonly refused: Parsed['refused'] | undefined;
}

/** Looks for messages from the outside in; what lies inside one is its own business. */
function collect(node: Node, inner: Reader, found: Found[]): void {
  if (node.kind === 'leaf') {
    const best = isPayload(node.text.text) ? inner(node.text)[0] : undefined;
    if (best && best.root.kind !== 'leaf' && best.score > 0.5) {
      const body = best.form === 'json' || best.form === 'xml' ? { body: node.text } : {};
      found.push({ root: enveloped(best.root, { ...body, ...best.root.envelope }), undone: best.undone ?? [], refused: best.refused });
    }
    return;
  }
  if (node.kind === 'map') {
    // The result of a payment in an app, which is unwrapped where messages are found.
    if (get(node, 'resultStatus')) return;
    const message = fromExchange(node, inner) ?? fromMessage(node, inner, {});
    if (message) {
      found.push(message);
      return;
    }
    // A notification as it is: nothing to unwrap.
    if (get(node, 'sign') || get(node, 'resource')) return;
  }
  const before = found.length;
  const nothing = node.kind === 'map' ? withoutBody(node, inner) : null;
  for (const { key, value } of node.entries) if (!nothing || !HEADER_NAMES.includes(key?.text.text ?? '')) collect(value, inner, found);
  if (nothing && found.length === before) found.push(nothing);
}

/** Headers with a signature, and a body that the log shows to be empty. */
function withoutBody(map: Branch, inner: Reader): Found | null {
  const headers = headersOf(map);
  const body = BODY_NAMES.map((name) => get(map, name)).find((each) => each !== undefined);
  if (body?.kind !== 'leaf' || !headers.some(({ name }) => /signature$/i.test(name.text))) return null;
  return toFound(wrapBody(map.text, body.text, inner, { headers, body: body.text }));
}

/** `{request: {method, url, header(s), body | postData}}`, as HAR and Postman have it. */
function fromExchange(map: Branch, inner: Reader): Found | null {
  const request = get(map, 'request');
  if (request?.kind !== 'map') return null;
  const url = get(request, 'url');
  const address = url?.kind === 'map' ? get(url, 'raw') : url;
  const method = get(request, 'method');
  const around: Envelope = {
    ...(method?.kind === 'leaf' ? { method: method.text.text } : {}),
    ...(address?.kind === 'leaf' ? { url: address.text.text } : {}),
  };
  const sent = fromMessage(request, inner, around);
  if (sent) return sent;
  const query = address?.kind === 'leaf' && isPayload(address.text.text) ? address.text : null;
  if (query) return toFound(wrapBody(request.text, query, inner, { ...around, headers: headersOf(request) }));
  const answer = get(map, 'response');
  return answer?.kind === 'map' ? fromMessage(answer, inner, {}) : null;
}

/** A map with headers and a body beside each other. */
function fromMessage(map: Branch, inner: Reader, around: Envelope): Found | null {
  const headers = headersOf(map);
  const merged = headers.length === 0 ? unmerge(map) : null;
  if (headers.length === 0 && !merged) return null;
  const envelope = { ...around, headers: merged?.headers ?? headers };
  for (const name of BODY_NAMES) {
    const body = get(map, name);
    if (!body) continue;
    const content = contentOf(body);
    if (content.kind !== 'leaf') return plainBody(content, envelope);
    if (content.text.text.trim() !== '') return toFound(wrapBody(map.text, content.text, inner, { ...envelope, body: content.text }));
  }
  return merged && merged.rest.entries.length > 0 ? plainBody(merged.rest, envelope) : null;
}

/** HAR and Postman wrap the body once more: `{mimeType, text}`, `{mode: 'raw', raw}`, `{mode: 'urlencoded', urlencoded: […]}`. */
function contentOf(body: Node): Node {
  if (body.kind !== 'map') return namedPairs(body) ?? body;
  for (const name of ['text', 'raw', 'urlencoded', 'formdata', 'params']) {
    const inside = get(body, name);
    if (inside && (get(body, 'mimeType') || get(body, 'mode')) && (inside.kind !== 'leaf' || inside.text.text !== ''))
      return namedPairs(inside) ?? inside;
  }
  return body;
}

/** A body that the log already shows taken apart: of a form, only the parameters are left; of JSON, the text as the log has it. */
function plainBody(body: Branch, envelope: Envelope): Found {
  const isForm = envelope.headers?.some(
    ({ name, value }) => name.text.toLowerCase() === 'content-type' && value.text.includes('urlencoded'),
  );
  return {
    root: enveloped(body, isForm || body.kind === 'list' ? envelope : { ...envelope, body: body.text }),
    undone: [],
    refused: undefined,
  };
}

/** `{"Host": "…"}`, `{"Host": ["…"]}` or `[{"name": "Host", "value": "…"}]`. */
function headersOf(map: Branch): readonly HeaderText[] {
  const node = HEADER_NAMES.map((name) => get(map, name)).find((each) => each && each.kind !== 'leaf');
  if (!node || node.kind === 'leaf') return [];
  const named = namedPairs(node) ?? node;
  return named.entries.flatMap(({ key, value }): HeaderText[] => {
    const leaf = value.kind === 'list' ? value.entries[0]?.value : value;
    return key && leaf?.kind === 'leaf' ? [{ name: key.text, value: leaf.text }] : [];
  });
}

/** `[{"name": "a", "value": "b"}, …]` (HAR, Postman's `key`) as a map. */
function namedPairs(node: Node): Branch | null {
  if (node.kind !== 'list' || node.entries.length === 0) return null;
  const entries: Entry[] = [];
  for (const { value: item } of node.entries) {
    const key = get(item, 'name') ?? get(item, 'key');
    const value = get(item, 'value');
    if (key?.kind !== 'leaf' || !value) return null;
    if (get(item, 'disabled')?.kind !== 'leaf') entries.push({ key, value });
  }
  return { kind: 'map', entries, text: node.text };
}

function toFound({ root, undone, refused }: ReturnType<typeof wrapBody>): Found {
  return { root, undone: undone ?? [], refused };
}

/** Own look-up over the entries: a parsed name never becomes a property. */
function get(node: Node | null | undefined, name: string): Node | undefined {
  return node?.kind === 'map' ? node.entries.find(({ key }) => key?.text.text === name)?.value : undefined;
}

/** Whether a string may hold a whole message: enough parameters or a structure, and a signature of some kind. */
export function isPayload(text: string): boolean {
  // What an app gets from the payment is read where it stands.
  if (text.length < 40 || text.includes('_response"') || text.includes('_response\\"')) return false;
  return /(^|[?&\s])sign=|["\\]sign\\*["']|<(?:sign|req_info)>|ciphertext|notify_data=/.test(text);
}

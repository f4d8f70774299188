/**
 * The result of a payment as Alipay's app SDK hands it to the app: a text in the field `result` (the field `memo` of old versions), itself
 * JSON with the response and its `sign`, or the quoted parameters of the SDK before 2016.
 * @see Alipay open docs, "App 支付同步通知参数说明"
 */
import { sliceOf } from '../text/mapped.ts';
import { split, toMap, trimmed } from './assignments.ts';
import { readLiteral } from './literal.ts';
import type { Branch, Entry, Leaf } from './tree.ts';

/** The signed map inside the text; null where it is another kind of text. */
export function readAppResult({ text: of }: Leaf): Branch | null {
  const text = of.text;
  if (text.length < 20 || !text.includes('sign')) return null;
  const [start, end] = trimmed(text, 0, text.length);
  if (text[start] === '{' && text.includes('_response"') && text.includes('"sign"')) {
    const literal = readLiteral(sliceOf(of, 0, end), start);
    if (typeof literal === 'string' || literal.node.kind !== 'map') return null;
    return literal.node.entries.some(({ key }) => key?.text.text === 'sign') ? literal.node : null;
  }
  const inside = text[start] === '{' && text[end - 1] === '}' ? 1 : 0;
  if (!/^\{?[a-z_]{2,32}="/.test(text.slice(start, start + 40)) || !text.includes('&sign="')) return null;
  const map = toMap(split(sliceOf(of, start + inside, end - inside)), null, of);
  return { ...map, entries: map.entries.map(unquoted) };
}

/** The quotes of the parameters are signed with them; those of the signature itself are not. */
function unquoted({ key, value }: Entry): Entry {
  const name = key?.text.text;
  if (value.kind !== 'leaf' || (name !== 'sign' && name !== 'sign_type')) return { key, value };
  const { text } = value.text;
  const quoted = text.length > 1 && text.startsWith('"') && text.endsWith('"');
  return { key, value: quoted ? { kind: 'leaf', text: sliceOf(value.text, 1, text.length - 1) } : value };
}

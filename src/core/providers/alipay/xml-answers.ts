/** What is signed of answers in XML: the old interface's elements as parameters, the open platform's text as it stands. */
import type { ContentPair } from '../../content/run.ts';
import { scanXml } from '../../read/xml-scan.ts';
import type { XmlElement } from '../../read/xml-scan.ts';
import { wholeText } from '../../text/mapped.ts';
import type { Received } from '../provider.ts';

/**
 * `<response><trade><a>1</a>…</trade></response>`: the elements of the one inside, or of the response where it has no such.
 * @see Alipay MAPI documents, single_trade_query and acquire.*: 同步返回, 签名
 */
export function mapiAnswerParts({ reading }: Received): readonly ContentPair[] {
  const inner = reading.pairs.find(({ name }) => name === 'response')?.value ?? '';
  const outer = childrenOf(`<r>${inner}</r>`);
  const [only] = outer;
  const elements = outer.length === 1 && only?.text === null ? childrenOf(`<r>${only.inner.text}</r>`) : outer;
  return elements.map(({ name, text, inner: own }): ContentPair => ({ name: name.text, value: text?.text ?? own.text }));
}

function childrenOf(xml: string): readonly XmlElement[] {
  const document = scanXml(wholeText(xml), 0);
  return typeof document === 'string' || document.cut ? [] : document.children;
}

const OPEN = /<([A-Za-z][\w.]{0,127}_response|response)>/;

/**
 * `before-sign`: from behind the opening tag of the response up to the signature, as the Java SDK cuts it, so that a closing tag in
 * between belongs to it. `inner`: what stands between the response's own tags. Null where there is neither.
 */
export function xmlResponseParts({ body }: Received): readonly ContentPair[] | null {
  const text = body?.text ?? '';
  const open = OPEN.exec(text);
  if (!open) return null;
  const start = open.index + open[0].length;
  const sign = text.indexOf('<sign', start);
  const close = text.indexOf(`</${open[1]}>`, start);
  if (sign < 0) return null;
  return [
    { name: 'before-sign', value: text.slice(start, sign) },
    ...(close >= 0 && close < sign ? [{ name: 'inner', value: text.slice(start, close) }] : []),
  ];
}

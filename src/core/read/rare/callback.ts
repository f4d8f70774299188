/**
 * WeChat's message callbacks as frameworks log them: the parameters of the address in front (a query alone, lines, `name=[value]`, words of a
 * log), the encrypted body behind them. @see WxJava WxPortalController (`接收微信请求：[openid=[…], signature=[…], … requestBody=[…]`)
 */
import { sliceOf } from '../../text/mapped.ts';
import type { Mapped } from '../../text/mapped.ts';
import { wrapBody } from '../envelope.ts';
import { tryLiteral } from '../literal.ts';
import { readLiterals } from '../literals.ts';
import type { Reader } from '../tree.ts';
import { readXml } from '../xml.ts';

const PARAMETER =
  /(?<![\w-])(msg_?signature|signature|timestamp|nonce|enc(?:rypt_?)?type)["']?[ \t]{0,8}[=:：\t][ \t]{0,8}(?:\[|["'])?([\w%.-]{1,128})(?![\w%.-])/gi;

/** The parameters are short, and stand near the body. */
const NEAR = 4096;

export const readCallback: Reader = (of) => {
  const { text } = of;
  const first = text.search(/msg_?signature/i);
  if (first < 0 || !text.includes('Encrypt', first)) return [];
  const start = bodyStart(text, first);
  const body = start < 0 ? null : bodyAt(of, start);
  if (!body?.text.includes('Encrypt')) return [];
  const query = new Map<string, string>();
  for (const [, label = '', value = ''] of text.slice(Math.max(0, start - NEAR), start).matchAll(PARAMETER)) {
    const name = label.toLowerCase().replace(/^msg_?/, 'msg_');
    // Two that differ are two messages.
    if ((query.get(name) ?? value) !== value) return [];
    query.set(name, value);
  }
  if (!query.has('msg_signature') || !query.has('timestamp') || !query.has('nonce')) return [];
  const url = `?${[...query].map(([name, value]) => `${name}=${value}`).join('&')}`;
  return [{ form: 'http', score: 1, ...wrapBody(of, body, body.text[0] === '<' ? readXml : readLiterals, { url, body }) }];
};

function bodyStart(text: string, from: number): number {
  const found = /<\?xml|<xml>|\{\s{0,64}"/.exec(text.slice(from, from + NEAR));
  return found ? from + found.index : -1;
}

function bodyAt(of: Mapped, start: number): Mapped | null {
  if (of.text[start] === '<') {
    const end = of.text.indexOf('</xml>', start);
    return end < 0 ? null : sliceOf(of, start, end + '</xml>'.length);
  }
  const { result } = tryLiteral(of, start);
  return typeof result === 'string' || result.cut ? null : sliceOf(of, start, result.end);
}

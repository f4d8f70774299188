/** A paste that holds no message, but what a framework prints of a body that it did not parse: that is a cause, and the last to be looked for. */
import type { Diagnosis } from './finding.ts';
import { weigh } from './findings.ts';

/** Longer texts say something else. */
const LONGEST = 400;
/** Empty maps and lists of every language, in one spelling. */
const EMPTY =
  /\b(?:array\s*\(\s*\)|array\(0\)\s*\{\s*\}|url\.Values\{\}|map\[(?:string\]\[\]string\{)?[\]}]|\w*Map\{\})|<QueryDict: \{\}>|ImmutableMultiDict\(\[\]\)|\[object Object\]|\[Object: null prototype\] \{\}|\{\s*\}|\[\s*\]/gi;
const REQUEST = /^(?:POST|PUT) \S+ HTTP\/[\d.]+\r?\n(?:[\w-]+:[^\n]*(?:\n|$))*\s*(?:\[\]|null)?$/;
/** Alone, behind a label, or (where no word could stand for it) behind any text. */
const LINE = /^(?:[^\n]*[:=：])?\s*(?:\[\]|null|undefined|None|nil|""|'');?$|^[^\n]*\s\[\];?$|^[^\n]*[:=：]\s*\[\][^\n]*[:=：]$/;
const LABEL = /^[^\n]*[:=：]$/;

/** Nothing arrived: a fault of parsing, not of the signature. @see expressjs/body-parser#137: Alipay's odd Content-Type */
export function nothingReceived(text: string | Uint8Array): Diagnosis | null {
  if (typeof text !== 'string' || text.length > LONGEST || !isEmpty(text)) return null;
  const { finding } = weigh('body-not-parsed', 'structure', {}, { alternatives: ['superglobals-empty'], side: 'server' });
  return { causes: [finding], ruledOut: [], tried: 0, elapsedMs: null, complete: true };
}

function isEmpty(text: string): boolean {
  const plain = text.trim().replace(EMPTY, '[]');
  if (plain === '' || REQUEST.test(plain)) return true;
  const lines = plain.split(/\r?\n/).map((line) => line.trim());
  return lines.some((line) => LINE.test(line)) && lines.every((line) => line === '' || LINE.test(line) || LABEL.test(line));
}

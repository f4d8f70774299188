/** A response's node that was parsed and written again: its signed text is the exact substring of what the gateway sent. */
import { readLoose, rewritten } from '../../../content/undo/structure.ts';
import { unescapeHtml, unescapeJson, stripSlashes } from '../../../content/undo/markup.ts';
import { overValues } from '../../over-values.ts';
import type { Scene, Suspect } from '../../suspect.ts';

/** A node, or the whole body where that is signed. */
const isNode = (name: string, _: Scene, value: string): boolean =>
  /_response$|^(response|request|body)$/.test(name) && /^\s*[[{"]/.test(value);

/** Empty members that a struct's zero values added, taken out: all, then each choice of a few. */
function* withoutEmpties(text: string): Iterable<string> {
  const places = [...text.matchAll(/"[\w.]+":(?:""|null|\[\]|\{\}|0),?/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  if (places.length === 0 || places.length > 10) return;
  for (let mask = (1 << places.length) - 1; mask > 0; mask--) {
    let out = '';
    let kept = 0;
    for (const [i, { start, end }] of places.entries())
      if (mask & (1 << i)) {
        out += text.slice(kept, start);
        kept = end;
      }
    yield (out + text.slice(kept)).replace(/,([}\]])/g, '$1');
  }
}

function* slashes(text: string): Iterable<string> {
  yield text;
  if (text.includes('\\/')) yield text.replaceAll('\\/', '/');
  else if (text.includes('/')) yield text.replaceAll('/', '\\/');
}

export const responses: readonly Suspect[] = [
  overValues({
    id: 'sync-response-rebuilt',
    cost: 1,
    source: 'smartwalle/alipay#21 and #118, fzlee/alipay#21: slashes stay escaped, absent members stay absent',
    alternatives: ['json-reserialised-values', 'backslash-lost'],
    spread: 'one',
    where: isNode,
    *undo(value) {
      const bases = new Set([value, ...withoutEmpties(value)]);
      for (const base of bases) yield* slashes(base);
      if (readLoose(value) === null) return;
      for (const text of rewritten(value)) {
        yield text;
        yield* withoutEmpties(text);
      }
    },
  }),
  overValues({
    id: 'html-entity-quotes',
    cost: 2,
    source: 'alipay/alipay-easysdk#58',
    spread: 'one',
    where: isNode,
    *undo(value) {
      yield unescapeHtml(value);
    },
  }),
  overValues({
    id: 'backslash-quotes',
    cost: 2,
    source: 'a response copied out of a log',
    alternatives: ['log-json-escaped'],
    spread: 'one',
    where: isNode,
    *undo(value) {
      yield unescapeJson(value);
      yield stripSlashes(value);
    },
  }),
];

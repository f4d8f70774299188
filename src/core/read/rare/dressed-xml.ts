/** A document of XML in another dress: as a page shows it (`&lt;xml&gt;`), as a string of JSON (`<\/xml>`), percent-encoded (`%3Cxml%3E`). */
import { decodeText } from '../../text/charset.ts';
import { Rewriter, placeOf, sliceOf } from '../../text/mapped.ts';
import type { Mapped } from '../../text/mapped.ts';
import { decodePercent } from '../../text/percent.ts';
import { replaced } from '../artefact.ts';
import type { Repaired } from '../artefact.ts';
import type { RepairId } from '../reading.ts';
import { unescapeText } from '../string-escapes.ts';
import type { NamedArtefact } from '../tidy.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  '#34': '"',
  apos: "'",
  '#39': "'",
  '#039': "'",
  amp: '&',
};

/** One layer: what is an entity of the document itself stays one. */
function undoEntities(of: Mapped): Repaired | null {
  const { text } = of;
  if (!/&lt;(?:xml|\?xml)\b/.test(text) || text.includes('<xml')) return null;
  const found = text.matchAll(/&(lt|gt|quot|apos|amp|#0?3[49]);/g);
  return replaced(
    of,
    'html-entity-quotes',
    [...found].map(({ index, 0: all, 1: name = '' }) => ({ start: index, end: index + all.length, text: ENTITIES[name] ?? all })),
  );
}

function undoString(of: Mapped): Repaired | null {
  const { text } = of;
  const start = text.search(/<(?:\?xml|xml>)/);
  const end = text.lastIndexOf('xml>') + 4;
  if (start < 0 || end < start + 16) return null;
  const inside = text.slice(start, end);
  if (!inside.includes('<\\/xml>') && (inside.includes('\n') || !/>\\n\s{0,8}</.test(inside))) return null;
  return rewritten(of, 'log-json-escaped', start, end, unescapeText(sliceOf(of, start, end)));
}

function undoPercent(of: Mapped): Repaired | null {
  const { text } = of;
  const start = text.search(/%3C(?:xml%3E|%3Fxml)/i);
  if (start < 0) return null;
  const word = /^[^\s"'&<>]+/.exec(text.slice(start))?.[0] ?? '';
  // `+` for a blank is a form's; in what `encodeURIComponent` writes it is `%2B`.
  const { text: plain, lossy } = decodeText(decodePercent(word, 'form', 'utf-8').bytes, 'utf-8');
  if (lossy || !plain.endsWith('</xml>')) return null;
  const out = new Rewriter(of);
  out.put(plain, start, start + word.length);
  return rewritten(of, 'body-encoded-again', start, start + word.length, out.done());
}

function rewritten(of: Mapped, id: RepairId, start: number, end: number, inside: Mapped): Repaired {
  const out = new Rewriter(of);
  out.keep(0, start);
  out.append(inside);
  out.keep(end, of.text.length);
  return { text: out.done(), undone: { id, places: [placeOf(of, start, end)], count: 1 } };
}

export const DRESSED: readonly NamedArtefact[] = [
  ['body-encoded-again', undoPercent],
  ['log-json-escaped', undoString],
  ['html-entity-quotes', undoEntities],
];

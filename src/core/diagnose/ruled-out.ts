/** What a search has excluded, grouped and counted. */
import type { Work } from '../providers/suspect.ts';
import { isCause } from './effects.ts';
import type { RuledOut } from './finding.ts';
import type { SearchResult } from './search.ts';

export function ruledOut(result: SearchResult, starts: readonly Work[]): readonly RuledOut[] {
  const rules = new Set(starts.map(({ rule }) => rule.id)).size;
  const charsets = new Set(starts.map(({ charset }) => charset)).size;
  const groups: readonly RuledOut[] = [
    { id: 'rules', tried: rules },
    { id: 'charsets', tried: charsets },
  ];
  return [...groups, ...coveredBy(result.byCause)];
}

export function coveredBy(byCause: ReadonlyMap<string, number>): readonly RuledOut[] {
  return [...byCause].flatMap(([id, tried]) => (isCause(id) ? [{ id, tried }] : []));
}

/** Two searches of the same contents, as one that found nothing. */
export function together(a: SearchResult, b: SearchResult): SearchResult {
  const byCause = new Map(a.byCause);
  for (const [id, tried] of b.byCause) byCause.set(id, (byCause.get(id) ?? 0) + tried);
  return { hit: null, tried: a.tried + b.tried, byCause, complete: a.complete && b.complete };
}

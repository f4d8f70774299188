/** What a search has excluded, grouped and counted. */
import type { Work } from '../providers/suspect.ts';
import { isCause } from './effects.ts';
import type { RuledOut } from './finding.ts';
import type { SearchResult } from './search.ts';

export function ruledOut(result: SearchResult, starts: readonly Work[]): readonly RuledOut[] {
  const rules = new Set(starts.map(({ rule }) => rule.id)).size;
  const charsets = new Set(starts.map(({ charset }) => charset)).size;
  const groups: RuledOut[] = [
    { id: 'rules', tried: rules },
    { id: 'charsets', tried: charsets },
  ];
  for (const [id, tried] of result.byCause) if (isCause(id)) groups.push({ id, tried });
  return groups;
}

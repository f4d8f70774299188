/** What a verdict's sentence may name, gathered from the record. */
import type { Inspection } from '../../core/inspect.ts';
import type { VerdictFacts } from '../../i18n/messages.ts';
import type { Causes } from '../state/prose.svelte.ts';
import { causesOf } from './causes.ts';

export function verdictFacts(
  { verdict, diagnosis, keys, reading, asks, claim }: Inspection,
  causes: Causes | null,
  searching: boolean,
): VerdictFacts {
  const key = verdict.key === undefined ? undefined : keys[verdict.key];
  const found = causesOf(diagnosis);
  const first = found[0];
  const number = (name: string) => {
    const value = verdict.params?.[name];
    return typeof value === 'number' ? value : null;
  };
  const algorithm = verdict.params?.['algorithm'];
  const dropped = found.flatMap((finding) => finding.edits.flatMap((edit) => (edit.op === 'drop-pair' && edit.name ? [edit.name] : [])));
  const problem = keys
    .filter((report) => report.origin === 'offered')
    .flatMap((report) => report.problems)
    .find(({ severity }) => severity === 'error');
  return {
    cause: first && causes ? (causes[first.id].headline?.(first) ?? causes[first.id].title) : null,
    causes: found.length,
    guess: first?.proof === 'guess',
    role: key?.role ?? 'unknown',
    builtIn: key?.origin === 'built-in',
    declared: verdict.signature?.type ?? null,
    opened: (verdict.opened && 'hash' in verdict.opened ? verdict.opened.hash : undefined) ?? null,
    have: number('have') ?? verdict.signature?.length ?? null,
    need: number('need') ?? (key?.bits ? Math.ceil(key.bits / 8) : null),
    limit: number('limit') ?? reading.unreadable?.limit ?? null,
    unsigned: [...new Set(dropped)],
    missing: asks.flatMap(({ id, name }) => (id === 'input' && name ? [name] : [])),
    tried: diagnosis?.tried ?? 0,
    searching,
    complete: diagnosis?.complete ?? true,
    unreadable: reading.unreadable?.why ?? null,
    keyProblem: problem?.id ?? null,
    ...(claim ? { provider: claim.provider, dialect: claim.dialect } : {}),
    secret: asks.some(({ id }) => id === 'secret'),
    opensOnly: verdict.params?.['need'] === 'public-key',
    sealed: verdict.params?.['need'] === 'private-key',
    algorithm: typeof algorithm === 'string' ? algorithm : (verdict.signature?.type ?? null),
  };
}

/** What the catalogue says about a cause, and what several of them together mean for the verdict. */
import type { Reason } from '../verify/verdict.ts';
import type { ProviderId } from '../providers/provider.ts';
import { causes } from './causes.ts';
import type { CauseId, Effect } from './causes.ts';
import type { Side } from './finding.ts';

const byId: ReadonlyMap<string, { readonly id: CauseId; readonly effect: Effect }> = new Map(causes.map((cause) => [cause.id, cause]));

export const isCause = (id: string): id is CauseId => byId.has(id);

/** Whether a mistake can befall messages of this provider. The catalogue names its interfaces: `wechat-v3`, `alipay-mapi` … */
export function befalls(id: CauseId, provider: ProviderId): boolean {
  const of = causes.find((cause) => cause.id === id)?.provider ?? '';
  return of === 'any' || of.startsWith(provider === 'alipay' ? 'alipay' : 'wechat');
}

/** @throws never for ids of the catalogue; a suspect's id is checked by a test */
export const effectOf = (id: string): Effect => byId.get(id)?.effect ?? 'none';

/** Where a mistake of this effect was made; `either` only the user can say. */
export function sideOf(effect: Effect, said: 'server' | 'paste' | undefined): Side {
  if (effect === 'server' || effect === 'unsigned') return 'server';
  if (effect === 'copy' || effect === 'form') return 'paste';
  if (effect === 'key') return 'key';
  return effect === 'either' ? (said ?? 'unknown') : 'unknown';
}

/** The verdict on content that has the signed digest once these mistakes are undone. */
export function reasonFor(
  effects: ReadonlySet<Effect>,
): Extract<Reason, 'verified' | 'verified-after-paste-repair' | 'verified-with-unsigned' | 'content-explained'> {
  if (effects.has('server') || effects.has('either') || effects.has('none') || effects.has('key')) return 'content-explained';
  if (effects.has('unsigned')) return 'verified-with-unsigned';
  return effects.has('copy') ? 'verified-after-paste-repair' : 'verified';
}

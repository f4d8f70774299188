/** How the second box stands to the message, in one word: what is proved comes first, what was only compared is said as that. */
import type { Inspection } from '../../core/inspect.ts';
import type { Served } from '../../core/diagnose/finding.ts';
import type { ServedCase } from '../../i18n/messages-help.ts';

/** @param text what the second box holds; empty where a kept inspection is shown, which does not keep it */
export function servedCase(served: Served, { verdict }: Inspection, text: string): ServedCase {
  if (served.form === 'unknown') return 'unknown';
  if (served.equalsSigned === true) return 'equal';
  const explained = served.causes.length > 0;
  if (served.equalsSigned === false) return explained ? 'found' : 'differs';
  if (explained) return 'unproved-found';
  const bare = text.trim();
  const same = bare === verdict.content?.text?.trim() || Object.values(verdict.content?.digests ?? {}).includes(bare.toLowerCase());
  return bare !== '' && same ? 'unproved-same' : 'unproved';
}

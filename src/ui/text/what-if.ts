/** How the switches of the what-if panel are grouped, and what the ways to undo one mistake are called. */
import type { Edit } from '../../core/diagnose/finding.ts';
import type { WhatIfMistake } from '../../core/what-if.ts';
import type { WhatIfWords } from '../../i18n/what-if.ts';

export type SwitchGroup = 'parameters' | 'values';

/** Mistakes about which parameters there are, and mistakes about what they say. */
export function groupOf({ variants }: WhatIfMistake): SwitchGroup {
  return variants.some((edits) => edits.some(({ op }) => op === 'drop-pair' || op === 'add-pair')) ? 'parameters' : 'values';
}

/** So many names; what is more is counted. */
const NAMES = 3;

function namesOf(edits: readonly Edit[], op: Edit['op'], value = false): string {
  const names = [
    ...new Set(
      edits.flatMap((edit) => (edit.op === op && edit.name ? [value && edit.value ? `${edit.name}=${edit.value}` : edit.name] : [])),
    ),
  ];
  const shown = names.slice(0, NAMES).map((name) => (name.length > 40 ? `${name.slice(0, 40)}…` : name));
  return shown.join(', ') + (names.length > NAMES ? ` +${names.length - NAMES}` : '');
}

/** One name for each way; ways of the same name are numbered. */
export function wayNames(variants: WhatIfMistake['variants'], words: WhatIfWords): readonly string[] {
  const names = variants.map((edits) => {
    const [dropped, added, set] = [namesOf(edits, 'drop-pair'), namesOf(edits, 'add-pair', true), namesOf(edits, 'set-value')];
    const rule = edits.find(({ op }) => op === 'use-rule' || op === 'use-charset')?.value ?? '';
    return [
      dropped && words.edits.dropped(dropped),
      added && words.edits.added(added),
      set && words.edits.set(set),
      !dropped && !added && !set && rule && words.edits.rule(rule),
    ]
      .filter(Boolean)
      .join(' · ');
  });
  const seen = new Map<string, number>();
  return names.map((name) => {
    const index = (seen.get(name) ?? 0) + 1;
    seen.set(name, index);
    const alone = names.filter((each) => each === name).length === 1;
    return alone && name ? name : [name, words.nth(index)].filter(Boolean).join(' · ');
  });
}

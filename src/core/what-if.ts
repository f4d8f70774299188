/**
 * What if the server had done this, or that were undone? The rule, its character set, changes of the rule and the usual mistakes, each
 * chosen by hand; what comes out is the content and whether it is what was signed. A hypothesis: a match proves it, nothing else does.
 */
import type { CauseId } from './diagnose/causes.ts';
import { contentBytes, startsOf } from './diagnose/content.ts';
import { isCause } from './diagnose/effects.ts';
import type { Edit } from './diagnose/finding.ts';
import { differences } from './diagnose/findings.ts';
import { macRules } from './diagnose/judge-mac.ts';
import { sceneOf } from './diagnose/scene.ts';
import { RECIPE_EDITS, editRecipe } from './content/recipe-edits.ts';
import type { RecipeEditId } from './content/recipe-edits.ts';
import type { Rule } from './content/recipe.ts';
import { runRecipe } from './content/run.ts';
import { gather } from './gather.ts';
import type { InspectRequest } from './inspect.ts';
import { hideSecrets } from './keys/hide.ts';
import type { Scene, Suspect, Work } from './providers/suspect.ts';
import type { Charset } from './text/charset.ts';
import { measureFor } from './what-if-measure.ts';
import type { WhatIfHash } from './what-if-measure.ts';

export interface WhatIfChoice {
  /** Absent = the dialect's, by which the content is what was signed if any is. */
  readonly rule?: string;
  readonly charset?: Charset;
  readonly recipe?: readonly RecipeEditId[];
  /** Undone one after the other. */
  readonly undo?: readonly { readonly id: string; readonly variant: number }[];
}

export interface WhatIfMistake {
  readonly id: CauseId;
  /** Ways to undo it, likeliest first, as edits; none where it cannot have happened here. */
  readonly variants: readonly (readonly Edit[])[];
  /** Which of them is chosen; null = it is not undone. */
  readonly chosen: number | null;
}

/** A stretch of content: one parameter, or what stands between two. */
export interface WhatIfPiece {
  readonly name: string | null;
  readonly text: string;
}

export interface WhatIf {
  readonly rules: readonly { readonly id: string; readonly chosen: boolean }[];
  /** Only where they make a difference. */
  readonly charsets: readonly { readonly id: Charset; readonly chosen: boolean }[];
  readonly recipe: readonly { readonly id: RecipeEditId; readonly chosen: boolean }[];
  readonly mistakes: readonly WhatIfMistake[];
  /** The content with nothing chosen, and with what is. */
  readonly received: readonly WhatIfPiece[];
  readonly content: readonly WhatIfPiece[];
  /** In bytes. */
  readonly length: number;
  readonly hash: WhatIfHash;
  /** Lower-case hex; null where a secret is needed and none is held. */
  readonly digest: string | null;
  /** What was signed: the digest in the opened signature, or the signature itself. */
  readonly signed: string | null;
  readonly matches: boolean | null;
}

/** Ways to undo one mistake that are offered, and looked at; at a huge content fewer are. */
const MAX_VARIANTS = 24;
const MAX_LOOKS = 1500;
const MAX_LOOKED = 8 * 1024 * 1024;

/** Null where nothing is signed that could be shown. Pure and total, as `inspect` is. */
export async function whatIf(request: InspectRequest, choice: WhatIfChoice = {}): Promise<WhatIf | null> {
  const { theirs } = await gather(request);
  if (!theirs) return null;
  const measure = await measureFor(theirs);
  const { message } = measure;
  const { reading } = message.received;
  const rules = measure.hash === 'mac' ? macRules(theirs.rules) : theirs.rules;
  const starts = startsOf(message.received, rules);
  const used = reading.charset.used;
  const bytesOf = (work: Work): Uint8Array => contentBytes(work, used);
  const textOf = (work: Work): string => runRecipe(work.rule.recipe, work.pairs, work.charset, used).text;
  const isSigned = (work: Work): boolean => measure.matches(bytesOf(work), work.rule) === true;
  // MD5 or HMAC: the length of the signature tells.
  const isLikely = (work: Work): boolean => measure.digest(bytesOf(work), work.rule)?.length === measure.signed?.length;
  const usual = starts.find(isSigned) ?? starts.find(isLikely) ?? starts[0];
  if (!usual) return null;
  const rule = rules.rules.find(({ id }) => id === choice.rule) ?? usual.rule;
  const isPlain = usual.pairs.every(({ name, value }) => /^[\0-\x7f]*$/.test(name + value));
  const charset = choice.charset ?? usual.charset;
  const scene = sceneOf({ provider: theirs.provider, dialect: theirs.dialect }, message.received);
  const byId = grouped(await theirs.provider.suspects(theirs.dialect));
  const looks = Math.min(MAX_LOOKS, Math.ceil(MAX_LOOKED / (1 + bytesOf(usual).length)));
  const waysFrom = (from: Work, suspects: readonly Suspect[]): readonly Work[] => ways(from, suspects, scene, looks, textOf, isSigned);
  const editsOf = (from: Work, to: Work): readonly Edit[] => differences(from, to, reading).map(({ edit }) => edit);

  let work: Work = { ...usual, rule, charset };
  const done = new Map<string, WhatIfMistake>();
  for (const { id, variant } of choice.undo ?? []) {
    const suspects = byId.get(id);
    if (!suspects || !isCause(id) || done.has(id)) continue;
    const from = work;
    const found = waysFrom(from, suspects);
    const way = found[Math.min(variant, found.length - 1)];
    if (!way) continue;
    done.set(id, { id, variants: found.map((each) => editsOf(from, each)), chosen: found.indexOf(way) });
    work = way;
  }
  const undone = work;
  const mistakes = [...byId].flatMap(([id, suspects]): WhatIfMistake[] =>
    isCause(id) ? [done.get(id) ?? { id, variants: waysFrom(undone, suspects).map((each) => editsOf(undone, each)), chosen: null }] : [],
  );
  const edited = (choice.recipe ?? []).reduce<Rule>(
    (last, id) => ({ ...last, recipe: editRecipe(last.recipe, id) ?? last.recipe }),
    work.rule,
  );
  const content = { ...work, rule: edited };
  const bytes = bytesOf(content);
  const others = rules.rules.map((each) => each.recipe);
  const result: WhatIf = {
    rules: rules.rules.map(({ id }) => ({ id, chosen: id === rule.id })),
    charsets: isPlain
      ? []
      : [...new Set<Charset>([...starts.map((start) => start.charset), 'utf-8', 'gbk'])].map((id) => ({ id, chosen: id === charset })),
    recipe: RECIPE_EDITS.flatMap((id) => {
      const chosen = choice.recipe?.includes(id) ?? false;
      const recipe = editRecipe(rule.recipe, id);
      const works = isNew(recipe, others) && textOf({ ...work, rule: { ...rule, recipe } }) !== textOf(work);
      return chosen || works ? [{ id, chosen }] : [];
    }),
    mistakes,
    received: piecesOf(usual, used),
    content: piecesOf(content, used),
    length: bytes.length,
    hash: measure.hash,
    digest: measure.digest(bytes, edited),
    signed: measure.signed,
    matches: measure.matches(bytes, edited),
  };
  return hideSecrets(result, theirs.ring);
}

/** Changed, and not simply another of the dialect's rules. */
function isNew(recipe: Rule['recipe'] | null, others: readonly Rule['recipe'][]): recipe is Rule['recipe'] {
  return recipe !== null && !others.some((other) => JSON.stringify(other) === JSON.stringify(recipe));
}

/** Several suspects may undo the same mistake; likeliest first. */
function grouped(suspects: readonly Suspect[]): ReadonlyMap<string, readonly Suspect[]> {
  const byId = new Map<string, Suspect[]>();
  for (const suspect of [...suspects].sort((a, b) => a.cost - b.cost)) byId.set(suspect.id, [...(byId.get(suspect.id) ?? []), suspect]);
  return byId;
}

/** Different contents that undoing the mistake may give; the one that was signed comes first, however far down it stood. */
function ways(
  from: Work,
  suspects: readonly Suspect[],
  scene: Scene,
  looks: number,
  textOf: (work: Work) => string,
  isSigned: (work: Work) => boolean,
): readonly Work[] {
  const seen = new Set([textOf(from)]);
  const found: Work[] = [];
  for (const suspect of suspects) {
    let looked = 0;
    for (const { work } of suspect.attempts(from, scene)) {
      if (++looked > looks) break;
      const text = textOf(work);
      if (seen.has(text)) continue;
      seen.add(text);
      if (isSigned(work)) return [work, ...found].slice(0, MAX_VARIANTS);
      if (found.length < MAX_VARIANTS) found.push(work);
    }
  }
  return found;
}

function piecesOf(work: Work, used: Charset): readonly WhatIfPiece[] {
  const { text, parts } = runRecipe(work.rule.recipe, work.pairs, work.charset, used);
  return parts.map(({ pair, start, end }) => ({
    name: pair === null ? null : (work.pairs[pair]?.name ?? null),
    text: text.slice(start, end),
  }));
}

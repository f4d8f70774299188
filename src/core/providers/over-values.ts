/** Makes a suspect out of a function over one value: the mistake befell all values alike, or some of them. */
import type { Attempt, Scene, Suspect, Work, WorkPair } from './suspect.ts';

export interface ValueMistake {
  readonly id: string;
  readonly cost: number;
  readonly source: string;
  /** As of a suspect. */
  readonly combination?: number;
  readonly visible?: true;
  /** Other causes that leave the same bytes, likeliest first. */
  readonly alternatives?: readonly string[];
  /** `all`: it befalls every value alike (a filter, an encoder). `one`: single values. `both`: every value, or some. */
  readonly spread: 'all' | 'one' | 'both';
  /** Which values can be affected; absent = all. */
  readonly where?: (name: string, scene: Scene, value: string) => boolean;
  /** The n-th text of every value is made in the same way (the n-th encoder), so they go together; a way may leave a value as it is. */
  readonly aligned?: boolean;
  /** More texts than this for one value are not tried; absent = 400. */
  readonly most?: number;
  /** Nothing but two values at once, each with any of so many texts of its own: what nobody sees befalls them in different ways. */
  readonly two?: number;
  /** `undo` looks at the rest of the work as well. */
  readonly beside?: true;
  /** Texts that the value may have been, likeliest first; none where the mistake cannot have happened. */
  readonly undo: (value: string, name: string, scene: Scene, work: Work) => Iterable<string>;
  /** A more exact id by the value's name or look. */
  readonly named?: (name: string, value: string) => { readonly id: string; readonly alternatives?: readonly string[] } | null;
}

const MAX_VARIANTS = 400;
/** Longer values are not bent. */
const MAX_VALUE = 65_536;
/** With so few affected values every choice of them is tried. */
const MAX_SUBSET = 6;

export function overValues(mistake: ValueMistake): Suspect {
  const remembered: Remembered = new WeakMap();
  const { id, cost, source, combination, visible } = mistake;
  return {
    id,
    cost,
    source,
    ...(combination === undefined ? {} : { combination }),
    ...(visible ? { visible } : {}),
    attempts: (work, scene) => attemptsOf(mistake, work, scene, remembered),
  };
}

/** Texts of the pairs that a search begins with: nearly all of them stand unchanged in every content that is tried. */
type Remembered = WeakMap<Scene, ReadonlyMap<WorkPair, readonly string[]>>;

interface Affected {
  readonly index: number;
  readonly texts: readonly string[];
}

function* attemptsOf(mistake: ValueMistake, work: Work, scene: Scene, remembered: Remembered): Iterable<Attempt> {
  const known = mistake.beside ? undefined : (remembered.get(scene) ?? remember(mistake, work, scene, remembered));
  const affected: Affected[] = [];
  for (const [index, pair] of work.pairs.entries()) {
    const texts = known?.get(pair) ?? textsOf(mistake, pair, scene, work);
    if (texts.length > 0) affected.push({ index, texts });
  }
  if (affected.length === 0) return;
  const tell = (chosen: readonly Affected[]): Partial<Attempt> => {
    const first = work.pairs[chosen[0]?.index ?? 0];
    const named = first && mistake.named?.(first.name, first.value);
    return { ...(mistake.alternatives ? { alternatives: mistake.alternatives } : {}), ...named };
  };
  const bend = (chosen: readonly Affected[], variant: number, cost: number, odd?: Affected): Attempt => ({
    work: replaced(work, chosen, variant, odd),
    cost,
    ...tell(chosen),
  });
  if (mistake.two !== undefined) {
    yield* twoAtOnce(work, affected, mistake.two, tell);
    return;
  }
  const longest = affected.reduce((most, { texts }) => Math.max(most, texts.length), 0);
  if (mistake.spread !== 'one' && affected.length > 1)
    for (let variant = 0; variant < Math.min(longest, 24); variant++) yield bend(affected, variant, rarity(variant));
  // All alike but for one value, which may itself hold what the mistake makes.
  if (mistake.spread !== 'one' && affected.length > 1)
    for (const odd of affected)
      for (let variant = 1; variant < Math.min(odd.texts.length, 64); variant++) yield bend(affected, variant, 0.6 + rarity(variant), odd);
  if (mistake.spread === 'all' && affected.length > 1) return;
  for (const each of affected)
    for (let variant = 0; variant < each.texts.length; variant++)
      if (each.texts[variant] !== work.pairs[each.index]?.value) yield bend([each], variant, 0.3 + rarity(variant));
  if (affected.length < 3 || affected.length > MAX_SUBSET) return;
  for (let variant = 0; variant < (mistake.aligned ? longest : 1); variant++)
    for (let mask = 1; mask < (1 << affected.length) - 1; mask++) {
      const chosen = affected.filter((_, i) => mask & (1 << i));
      if (chosen.length > 1) yield bend(chosen, variant, 1 + chosen.length / 4 + rarity(variant));
    }
}

/** They are thousands: what else may have happened is tried on top of them last. */
const MANY = 3;

function* twoAtOnce(
  work: Work,
  affected: readonly Affected[],
  most: number,
  tell: (chosen: readonly Affected[]) => Partial<Attempt>,
): Iterable<Attempt> {
  for (const [i, first] of affected.entries())
    for (const second of affected.slice(i + 1))
      for (let a = 0; a < Math.min(most, first.texts.length); a++) {
        const half = replaced(work, [first], a);
        for (let b = 0; b < Math.min(most, second.texts.length); b++)
          yield { work: replaced(half, [second], b), cost: MANY + rarity(a) + rarity(b), ...tell([first]) };
      }
}

function remember(mistake: ValueMistake, work: Work, scene: Scene, remembered: Remembered): ReadonlyMap<WorkPair, readonly string[]> {
  const known = new Map(work.pairs.map((pair) => [pair, textsOf(mistake, pair, scene, work)] as const));
  remembered.set(scene, known);
  return known;
}

function textsOf(mistake: ValueMistake, pair: WorkPair, scene: Scene, work: Work): readonly string[] {
  if (pair.name === 'sign' || pair.value.length > MAX_VALUE || (mistake.where && !mistake.where(pair.name, scene, pair.value))) return [];
  const most = mistake.most ?? MAX_VARIANTS;
  if (mistake.aligned) {
    const texts = [...mistake.undo(pair.value, pair.name, scene, work)].slice(0, most);
    return texts.some((text) => text !== pair.value) ? texts : [];
  }
  const texts = new Set<string>();
  for (const text of mistake.undo(pair.value, pair.name, scene, work)) {
    if (text !== pair.value) texts.add(text);
    if (texts.size >= most) break;
  }
  return [...texts];
}

/** In bits: the n-th text is so much less likely than the first. */
const rarity = (variant: number): number => Math.log2(1 + variant) * 0.8;

/** @param odd the only one that takes the variant, if given; the others then take their likeliest text */
function replaced(work: Work, chosen: readonly Affected[], variant: number, odd?: Affected): Work {
  const nth = (each: Affected): number => (odd === undefined || each === odd ? Math.min(variant, each.texts.length - 1) : 0);
  const texts = new Map(chosen.map((each) => [each.index, each.texts[nth(each)] as string]));
  const pairs = work.pairs.map((pair, i): WorkPair => {
    const text = texts.get(i);
    return text === undefined ? pair : { name: pair.name, value: text, from: pair.from };
  });
  return { ...work, pairs };
}

/** How servers build the content otherwise than the rule says: small changes of a recipe, each by a name of its own. */
import type { Recipe, Step } from './recipe.ts';

export const RECIPE_EDITS = [
  'sign-type-kept',
  'sign-kept',
  'empty-dropped',
  'empty-kept',
  'order-kept',
  'values-only',
  'values-quoted',
  'no-joiner',
  'line-feed-added',
  'line-feed-lost',
  'crlf',
] as const;

export type RecipeEditId = (typeof RECIPE_EDITS)[number];

/** @returns the recipe with this change; null where there is nothing to change */
export function editRecipe(recipe: Recipe, id: RecipeEditId): Recipe | null {
  switch (id) {
    case 'sign-type-kept':
      return keeping(recipe, 'sign_type');
    case 'sign-kept':
      return keeping(recipe, 'sign');
    case 'empty-dropped':
      return takesAll(recipe) && !has(recipe, 'drop-empty') ? [{ op: 'drop-empty' }, ...recipe] : null;
    case 'empty-kept':
      return without(recipe, 'drop-empty');
    case 'order-kept':
      return without(recipe, 'sort');
    case 'values-only':
      return joining(recipe, (step) => (step.pair === null ? null : { ...step, pair: null, between: '' }));
    case 'values-quoted':
      return joining(recipe, (step) => (step.pair === '=' ? { ...step, pair: '="', between: '"&' } : null), { before: '', after: '"' });
    case 'no-joiner':
      return joining(recipe, (step) => (step.between === '' ? null : { ...step, between: '' }));
    case 'line-feed-added':
      return takesAll(recipe) ? [...recipe, { op: 'frame', before: '', after: '\n' }] : null;
    case 'line-feed-lost':
      return endsWithLineFeed(recipe) ? without(recipe, 'frame') : null;
    case 'crlf':
      return endsWithLineFeed(recipe) ? recipe.map(crlf) : null;
  }
}

const has = (recipe: Recipe, op: Step['op']): boolean => recipe.some((step) => step.op === op);

/** Made of whatever parameters there are, not of parts picked by name. */
const takesAll = (recipe: Recipe): boolean => !recipe.some(({ op }) => op === 'pick' || op === 'pick-suffix');

const without = (recipe: Recipe, op: Step['op']): Recipe | null => (has(recipe, op) ? recipe.filter((step) => step.op !== op) : null);

function keeping(recipe: Recipe, name: string): Recipe | null {
  if (!recipe.some((step) => step.op === 'drop' && step.names.includes(name))) return null;
  return recipe.map((step) => (step.op === 'drop' ? { ...step, names: step.names.filter((each) => each !== name) } : step));
}

type Join = Extract<Step, { op: 'join' }>;

function joining(recipe: Recipe, edit: (step: Join) => Join | null, frame?: { before: string; after: string }): Recipe | null {
  if (!takesAll(recipe)) return null;
  const step = recipe.find((each): each is Join => each.op === 'join');
  const edited = step ? edit(step) : null;
  if (!edited) return null;
  const joined = recipe.map((each) => (each === step ? edited : each));
  return frame ? [...joined, { op: 'frame', ...frame }] : joined;
}

const endsWithLineFeed = (recipe: Recipe): boolean => recipe.some((step) => step.op === 'frame' && step.after === '\n');

function crlf(step: Step): Step {
  if (step.op === 'join' && step.between === '\n') return { ...step, between: '\r\n' };
  return step.op === 'frame' ? { ...step, after: '\r\n' } : step;
}

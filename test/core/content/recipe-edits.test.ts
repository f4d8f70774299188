/** Each change of a rule on three rules of the kinds in use: parameters sorted and joined; parts framed by line feeds; values end to end. */
import { expect, test } from 'vitest';
import { RECIPE_EDITS, editRecipe } from '../../../src/core/content/recipe-edits.ts';
import type { RecipeEditId } from '../../../src/core/content/recipe-edits.ts';
import type { Recipe, Step } from '../../../src/core/content/recipe.ts';

const DROP: Step = { op: 'drop', names: ['sign', 'sign_type'] };
const EMPTY: Step = { op: 'drop-empty' };
const SORT: Step = { op: 'sort' };
const JOIN: Step = { op: 'join', pair: '=', between: '&' };
const sorted: Recipe = [DROP, EMPTY, SORT, JOIN];
const plain: Recipe = [DROP, JOIN];

const PICK: Step = { op: 'pick', names: ['timestamp', 'nonce', 'body'] };
const LINES: Step = { op: 'join', pair: null, between: '\n' };
const END: Step = { op: 'frame', before: '', after: '\n' };
const lines: Recipe = [PICK, LINES, END];
const suffixed: Recipe = [{ op: 'pick-suffix', suffixes: ['_response'] }, JOIN];
const bare: Recipe = [DROP, { op: 'join', pair: null, between: '' }];
const noJoin: Recipe = [DROP];

const rows: readonly (readonly [id: RecipeEditId, from: Recipe, to: Recipe | null])[] = [
  ['sign-type-kept', sorted, [{ op: 'drop', names: ['sign'] }, EMPTY, SORT, JOIN]],
  ['sign-type-kept', [{ op: 'drop', names: ['sign'] }, SORT], null],
  ['sign-type-kept', lines, null],
  ['sign-kept', sorted, [{ op: 'drop', names: ['sign_type'] }, EMPTY, SORT, JOIN]],
  ['sign-kept', [{ op: 'pick', names: ['sign'] }], null],
  ['empty-dropped', plain, [EMPTY, DROP, JOIN]],
  ['empty-dropped', sorted, null],
  ['empty-dropped', lines, null],
  ['empty-dropped', suffixed, null],
  ['empty-kept', sorted, [DROP, SORT, JOIN]],
  ['empty-kept', plain, null],
  ['order-kept', sorted, [DROP, EMPTY, JOIN]],
  ['order-kept', plain, null],
  ['values-only', plain, [DROP, { op: 'join', pair: null, between: '' }]],
  ['values-only', bare, null],
  ['values-only', noJoin, null],
  ['values-only', suffixed, null],
  ['values-quoted', plain, [DROP, { op: 'join', pair: '="', between: '"&' }, { op: 'frame', before: '', after: '"' }]],
  ['values-quoted', bare, null],
  ['values-quoted', lines, null],
  ['no-joiner', plain, [DROP, { op: 'join', pair: '=', between: '' }]],
  ['no-joiner', bare, null],
  ['no-joiner', lines, null],
  ['line-feed-added', plain, [DROP, JOIN, { op: 'frame', before: '', after: '\n' }]],
  ['line-feed-added', lines, null],
  ['line-feed-lost', lines, [PICK, LINES]],
  ['line-feed-lost', plain, null],
  ['line-feed-lost', [PICK, { op: 'frame', before: '', after: '"' }], null],
  ['crlf', lines, [PICK, { op: 'join', pair: null, between: '\r\n' }, { op: 'frame', before: '', after: '\r\n' }]],
  ['crlf', [JOIN, END], [JOIN, { op: 'frame', before: '', after: '\r\n' }]],
  ['crlf', plain, null],
  ['crlf', [LINES], null],
];

test.each(rows)('%s of %j', (id, from, to) => {
  const before = structuredClone(from);
  expect(editRecipe(from, id)).toEqual(to);
  expect(from).toEqual(before);
});

test('each change is here, and changes some rule', () => {
  expect(new Set(rows.filter(([, , to]) => to !== null).map(([id]) => id))).toEqual(new Set(RECIPE_EDITS));
});

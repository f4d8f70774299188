import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../src/core/diagnose/finding.ts';
import { whatIfWords } from '../../../src/i18n/what-if.ts';
import { groupOf, wayNames } from '../../../src/ui/text/what-if.ts';

const set = (name: string): Edit => ({ op: 'set-value', name });
const named = (...variants: readonly (readonly Edit[])[]) => wayNames(variants, whatIfWords.en);

describe('ways to undo a mistake', () => {
  it('are named by their parameters, and numbered where the names are the same', () => {
    expect(named([set('subject'), set('body')], [set('subject')], [set('subject')])).toEqual([
      'subject, body',
      'subject · way 1',
      'subject · way 2',
    ]);
  });
  it('say what goes and what comes, and count what is too much', () => {
    const drop = (name: string): Edit => ({ op: 'drop-pair', name });
    expect(named(['a', 'b', 'c', 'd', 'e'].map(drop), [{ op: 'add-pair', name: 'version', value: '1.0' }])).toEqual([
      'without a, b, c +2',
      'with version=1.0',
    ]);
  });
  it('are numbered where they have no name', () => {
    expect(named([], [])).toEqual(['way 1', 'way 2']);
  });
  it('are grouped by whether parameters come and go', () => {
    const mistake = { id: 'trim-value', chosen: null } as const;
    expect(groupOf({ ...mistake, variants: [[set('subject')]] })).toBe('values');
    expect(groupOf({ ...mistake, variants: [[{ op: 'add-pair', name: 'a' }]] })).toBe('parameters');
  });
});

import { expect, it } from 'vitest';
import type { Diagnosis, Finding } from '../../../src/core/diagnose/finding.ts';
import { causesOf } from '../../../src/ui/text/causes.ts';

const finding = (proof: Finding['proof']): Finding => ({
  id: 'pem-missing-header',
  alternatives: [],
  side: 'key',
  proof,
  edits: [],
  before: [],
  after: [],
});
const diagnosis = (...causes: readonly Finding[]): Diagnosis => ({ causes, ruledOut: [], tried: 1, elapsedMs: null, complete: true });

it('how a key was written is no cause, a key that is wrong is one', () => {
  expect(causesOf(diagnosis(finding('key-match'), finding('padding')))).toEqual([finding('padding')]);
  expect(causesOf(diagnosis(finding('key-match')))).toEqual([]);
});

it('no diagnosis has no causes', () => {
  expect(causesOf(null)).toEqual([]);
});

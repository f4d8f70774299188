import { describe, expect, it } from 'vitest';
import type { Finding, Served } from '../../../src/core/diagnose/finding.ts';
import { servedCase } from '../../../src/ui/text/served.ts';
import { passed } from '../fixtures/records.ts';

const cause: Finding = { id: 'sign-type-kept', alternatives: [], side: 'server', proof: 'structure', edits: [], before: [], after: [] };
const served = (equals: boolean | null, causes: readonly Finding[] = [], form: Served['form'] = 'content'): Served => ({
  form,
  equalsSigned: equals,
  verifies: equals,
  causes,
});

const rows: readonly (readonly [expected: string, served: Served, text: string])[] = [
  ['unknown', served(null, [], 'unknown'), 'x'],
  ['equal', served(true), 'x'],
  ['found', served(false, [cause]), 'x'],
  ['differs', served(false), 'x'],
  ['unproved-found', served(null, [cause]), 'x'],
  ['unproved', served(null), 'x'],
  ['unproved', served(null), ''],
  ['unproved-same', served(null), ` ${passed.verdict.content?.text ?? ''}\n`],
  ['unproved-same', served(null, [], 'digest'), Object.values(passed.verdict.content?.digests ?? {})[0]?.toUpperCase() ?? ''],
];

describe('the second box', () => {
  it.each(rows)('is told as %s', (expected, given, text) => {
    expect(servedCase(given, passed, text)).toBe(expected);
  });
});

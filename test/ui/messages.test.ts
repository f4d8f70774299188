/** Both languages say everything, in their own words; what a sentence may not do is checked over all of them. */
import { describe, expect, it } from 'vitest';
import { causes } from '../../src/core/diagnose/causes.ts';
import type { Finding } from '../../src/core/diagnose/finding.ts';
import { causes as causesEn } from '../../src/i18n/causes/en.ts';
import { causes as causesZh } from '../../src/i18n/causes/zh.ts';
import { en } from '../../src/i18n/en.ts';
import type { Messages, VerdictFacts } from '../../src/i18n/messages.ts';
import { zh } from '../../src/i18n/zh.ts';

const facts: VerdictFacts = {
  cause: null,
  causes: 1,
  guess: false,
  role: 'unknown',
  builtIn: false,
  declared: 'RSA2',
  opened: 'sha-1',
  have: 128,
  need: 256,
  limit: 1048576,
  unsigned: ['id'],
  tried: 12,
  searching: false,
  complete: true,
  unreadable: 'no-pairs',
  keyProblem: 'not-base64',
  algorithm: 'SM2',
};
const bare: VerdictFacts = {
  ...facts,
  declared: null,
  opened: null,
  have: null,
  need: null,
  limit: null,
  unsigned: [],
  unreadable: null,
  keyProblem: null,
  algorithm: null,
};

function shape(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [`${path} ${typeof value}`];
  return Object.entries(value).flatMap(([name, item]) => shape(item, `${path}.${name}`));
}

it('both languages have the same sentences', () => {
  expect(shape(en)).toEqual(shape(zh));
});

const languages: Readonly<Record<string, Messages>> = { zh, en };
for (const [name, m] of Object.entries(languages)) {
  describe(`verdicts in ${name}`, () => {
    for (const [reason, say] of Object.entries(m.verdict.reasons)) {
      for (const given of [facts, bare]) {
        it(`${reason} says what happened and what next, with ${given === facts ? 'all facts' : 'none'}`, () => {
          const { title, next } = say(given);
          expect(title.length).toBeGreaterThan(3);
          expect(next.length).toBeGreaterThan(5);
          expect(title + next).not.toMatch(/null|undefined|NaN|\[object/);
        });
      }
    }
  });
}

const finding = (edits: Finding['edits']): Finding => ({
  id: 'own-query-param',
  alternatives: [],
  side: 'server',
  proof: 'digest',
  edits,
  before: [],
  after: [],
});

for (const [name, catalogue] of Object.entries({ zh: causesZh, en: causesEn })) {
  describe(`causes in ${name}`, () => {
    it('every cause has a title and a remedy', () => {
      for (const { id } of causes) {
        expect(catalogue[id].title, id).toMatch(/\S{2}/);
        expect(catalogue[id].fix.length > 5 || catalogue[id].remedies?.length, id).toBeTruthy();
      }
    });
    it('no remedy is listed twice for the same framework', () => {
      for (const { id } of causes) {
        const stacks = catalogue[id].remedies?.map(({ stack }) => stack) ?? [];
        expect(new Set(stacks).size, id).toBe(stacks.length);
      }
    });
    it('what was found is said with edits and without', () => {
      for (const { id } of causes) {
        for (const edits of [
          [],
          [
            { op: 'drop-pair', name: 'id', pair: 3 },
            { op: 'use-charset', value: 'gbk' },
          ],
        ] as const) {
          const said = `${catalogue[id].headline?.(finding(edits)) ?? ''}${catalogue[id].found?.(finding(edits)) ?? ''}`;
          expect(said, id).not.toMatch(/null|undefined|NaN/);
        }
      }
    });
  });
}

import { describe, expect, it } from 'vitest';
import { causes as en } from '../../../src/i18n/causes/en.ts';
import { causes as zh } from '../../../src/i18n/causes/zh.ts';
import { frameworks, frameworksIn, splitRemedies } from '../../../src/ui/text/frameworks.ts';

const of = (...stacks: readonly string[]) => stacks.map((stack) => ({ stack, text: stack }));
const mine = (framework: Parameters<typeof splitRemedies>[1], ...stacks: readonly string[]) =>
  splitRemedies(of(...stacks), framework).mine.map(({ stack }) => stack);

describe('remedies by framework', () => {
  it('without a choice all are shown, in their order', () => {
    expect(mine('any', 'Go', 'PHP')).toEqual(['Go', 'PHP']);
  });
  it('the framework comes before its language, other languages are left', () => {
    expect(splitRemedies(of('Java', 'PHP', 'Laravel 11 起', 'Go'), 'laravel')).toEqual({
      mine: of('Laravel 11 起', 'PHP'),
      others: of('Java', 'Go'),
    });
  });
  it('a longer word is another framework', () => {
    expect(mine('laravel', 'LaravelS、Octane')).toEqual([]);
    expect(mine('java', 'JavaScript')).toEqual([]);
  });
  it('a line for two serves both', () => {
    expect(mine('go', 'PHP、Go', 'Go（gopay）')).toEqual(['PHP、Go', 'Go（gopay）']);
    expect(mine('php', 'PHP、Go')).toEqual(['PHP、Go']);
  });
  it.each(Object.entries({ zh, en }))('every framework has something in the catalogue (%s)', (_, catalogue) => {
    const all = Object.values(catalogue).flatMap(({ remedies }) => remedies ?? []);
    expect(frameworksIn(all).map(({ id }) => id)).toEqual(frameworks.map(({ id }) => id));
  });
});

/** Whatever framework a person chooses, there is a way to keep the raw body in it. */
import { describe, expect, it } from 'vitest';
import { captureNote, captureRemedies, captures } from '../../../src/i18n/raw-body.ts';
import { frameworks, frameworksIn, splitRemedies } from '../../../src/ui/text/frameworks.ts';

describe('keeping the raw body', () => {
  it('is told for every framework', () => {
    expect(frameworksIn(captureRemedies).map(({ id }) => id)).toEqual(frameworks.map(({ id }) => id));
  });
  it.each([
    ['java', 'Servlet'],
    ['spring', 'Spring'],
    ['php', 'PHP'],
    ['laravel', 'Laravel'],
    ['thinkphp', 'ThinkPHP'],
    ['hyperf', 'Hyperf'],
    ['node', 'Node'],
    ['express', 'Express'],
    ['koa', 'Koa'],
    ['nest', 'NestJS'],
    ['python', 'Python'],
    ['django', 'Django'],
    ['flask', 'Flask'],
    ['go', 'Go'],
    ['gin', 'gin'],
    ['csharp', 'ASP.NET Core'],
    ['ruby', 'Rails'],
  ] as const)('%s finds %s first', (id, stack) => {
    expect(splitRemedies(captureRemedies, id).mine[0]?.stack).toBe(stack);
  });
  it('is code that is balanced, and the same in both languages', () => {
    for (const { stack, code } of captures) {
      for (const [open, close] of ['()', '{}', '[]']) {
        expect([stack, open, code.split(open ?? '').length]).toEqual([stack, open, code.split(close ?? '').length]);
      }
      expect(code).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });
  it('says in both languages what must be known beside it', () => {
    for (const { stack } of captures) expect(captureNote(stack, 'zh') === null).toBe(captureNote(stack, 'en') === null);
  });
  it('never answers a notification as received before it was processed', () => {
    for (const { code } of captures) expect(code).not.toMatch(/success/i);
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import type { Inspection } from '../../../src/core/inspect.ts';
import * as records from '../fixtures/records.ts';
import { open, worker } from './render.ts';

let page: Awaited<ReturnType<typeof open>>;
afterEach(() => page.close());

async function show(record: Inspection, lang: 'zh' | 'en' = 'zh') {
  worker.answer = () => record;
  page = await open(lang);
  await page.type('#paste', records.text);
  return page;
}

const states: Readonly<Record<string, Inspection>> = {
  passed: records.passed,
  failed: records.failed,
  unexplained: records.unexplained,
  wrongKey: records.wrongKey,
  noKey: records.noKey,
  unreadable: records.unreadable,
};

describe('the verdict', () => {
  it('has no indication before anything is pasted', async () => {
    page = await open();
    const verdict = page.find('[role="status"]');
    expect(verdict?.dataset['indication']).toBeUndefined();
    expect(page.all('[role="status"]')).toHaveLength(1);
  });
  for (const [name, record] of Object.entries(states)) {
    it(`of a record that is ${name} carries its indication and reason`, async () => {
      await show(record);
      const verdict = page.find('[role="status"]');
      expect(verdict?.dataset).toMatchObject({ indication: record.verdict.indication, reason: record.verdict.reason });
      expect(verdict?.getAttribute('aria-busy')).toBe('false');
    });
  }
  it('names the parameter and the cause in one line', async () => {
    await show(records.failed);
    expect(page.find('[role="status"] h1')?.textContent).toContain('fund_bill_list 里的引号被转成了 &quot;');
  });
  it('says that the worker stopped, and offers to try again', async () => {
    worker.answer = null;
    page = await open();
    await page.type('#paste', 'a=1');
    expect(page.find('[role="status"] h1')?.textContent).toBe('检查中断了');
    worker.answer = () => records.passed;
    page.find('[role="status"] button')?.click();
    await page.settle();
    expect(page.find('[role="status"]')?.dataset['indication']).toBe('passed');
  });
});

describe('the explanation', () => {
  it('lists each cause by its id, with the change marked', async () => {
    await show(records.failed);
    expect(page.all('[data-cause]').map((card) => card.dataset['cause'])).toEqual(['html-entity-quotes']);
    expect(page.all('[data-cause] del')).toHaveLength(8);
    expect(page.all('[data-cause] ins')).toHaveLength(8);
  });
  it('asks where the text came from, and tells the worker the answer', async () => {
    await show(records.failed);
    page.all('[data-cause] .ask button')[1]?.click();
    await page.settle();
    expect(worker.requests.at(-1)?.hints).toEqual({ side: 'paste' });
    expect(page.all('[data-cause] .ask')).toHaveLength(0);
  });
});

describe('the evidence', () => {
  it('has a row for each parameter', async () => {
    await show(records.passed);
    expect(
      page
        .all('[data-field]')
        .map((row) => row.dataset['field'])
        .sort(),
    ).toEqual(records.passed.reading.pairs.map(({ name }) => name).sort());
  });
  it('moves between tabs by arrow keys', async () => {
    await show(records.passed);
    const tabs = () => page.all('[role="tab"]');
    tabs()[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    await page.settle();
    expect(tabs().findIndex((tab) => tab.getAttribute('aria-selected') === 'true')).toBe(1);
    tabs()[1]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
    await page.settle();
    expect(tabs().at(-1)?.getAttribute('aria-selected')).toBe('true');
    expect(document.activeElement).toBe(tabs().at(-1));
  });
  it('hides every value at once', async () => {
    await show(records.passed);
    page.find<HTMLButtonElement>('[aria-pressed="false"].button')?.click();
    await page.settle();
    expect(page.find('[role="tabpanel"]')?.textContent).not.toContain('2026112022001473421400112233');
    expect(page.find('[data-field="trade_no"]')?.textContent).toContain('支付宝交易号');
  });
  it('draws what cannot be seen', async () => {
    const [first, ...rest] = records.passed.explanation.fields;
    if (!first) throw new Error('fixture');
    await show({
      ...records.passed,
      explanation: { ...records.passed.explanation, fields: [{ ...first, value: '88\u202e.00\u200b' }, ...rest] },
    });
    expect(page.all('[data-field="gmt_create"] .unseen-character').map((chip) => chip.dataset['point'])).toEqual(['202E', '200B']);
  });
});

describe('language', () => {
  it('changes in place: the same verdict, other words', async () => {
    await show(records.wrongKey);
    const before = page.find('[role="status"]');
    await page.language.use('en');
    await page.settle();
    expect(page.find('[role="status"]')).toBe(before);
    expect(page.find('h1')?.textContent).toBe('Wrong key: its private half did not make this signature');
    expect(document.documentElement.lang).toBe('en');
    expect(worker.requests).toHaveLength(1);
  });
});

describe('fields that hold pasted text', () => {
  it('are kept from spell-checkers, writing tools and password managers', async () => {
    await show(records.passed);
    for (const field of page.all('textarea, input:not([type="checkbox"])')) {
      expect(field.getAttribute('spellcheck'), field.id).toBe('false');
      for (const [name, value] of Object.entries({
        autocomplete: 'off',
        autocapitalize: 'off',
        autocorrect: 'off',
        translate: 'no',
        writingsuggestions: 'false',
        'data-gramm': 'false',
        'data-1p-ignore': '',
        'data-lpignore': 'true',
        'data-bwignore': '',
      }))
        expect(field.getAttribute(name), `${field.id} ${name}`).toBe(value);
    }
  });
  it('have the names that people and tests know them by', async () => {
    page = await open('en');
    expect(page.all('textarea').map((box) => box.getAttribute('aria-label'))).toEqual(['Notification', 'Keys', 'What my server used']);
  });
});

describe('clearing', () => {
  it('empties both boxes, and can be undone', async () => {
    await show(records.passed);
    await page.type('#keys', 'MIIB');
    page.find('[aria-label="清空"]')?.click();
    await page.settle();
    expect([page.find<HTMLTextAreaElement>('#paste')?.value, page.find<HTMLTextAreaElement>('#keys')?.value]).toEqual(['', '']);
    expect(page.find('[role="status"]')?.dataset['indication']).toBeUndefined();
    page
      .all('[aria-live] button')
      .find((button) => button.textContent === '撤销')
      ?.click();
    await page.settle();
    expect(page.find<HTMLTextAreaElement>('#paste')?.value).toBe(records.text);
    expect(page.find('[role="status"]')?.dataset['indication']).toBe('passed');
  });
});

/** Where nothing explains a failure: what is ruled out, the way to look further, what may be missing, how to get the original. */
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Inspection } from '../../../src/core/inspect.ts';
import { groupRuledOut } from '../../../src/i18n/unexplained.ts';
import * as records from '../fixtures/records.ts';
import { open, worker } from './render.ts';

let page: Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  await Promise.all([import('../../../src/ui/panes/WhyPane.svelte'), import('../../../src/ui/panes/Unexplained.svelte')]);
}, 30_000);
afterEach(() => page.close());

const unexplained: Inspection = {
  ...records.unexplained,
  diagnosis: {
    causes: [],
    ruledOut: [
      { id: 'rules', tried: 2 },
      { id: 'html-entity-quotes', tried: 40 },
      { id: 'backslash-quotes', tried: 60 },
      { id: 'trim-value', tried: 900 },
    ],
    tried: 1002,
    elapsedMs: 120,
    complete: false,
    missing: ['fund_bill_list', 'buyer_id'],
  },
};

async function show(record = unexplained) {
  worker.answer = () => record;
  page = await open();
  await page.type('#paste', records.text);
  await vi.waitFor(() => expect(page.find('[data-ruled-out]')).not.toBeNull(), { timeout: 5000 });
}

describe('an unexplained failure', () => {
  it('tells in groups what was ruled out, with counts', async () => {
    await show();
    const rows = page.all('[data-ruled-out]').map((row) => [row.dataset['ruledOut'], row.querySelector('.data')?.textContent]);
    expect(rows).toEqual([
      ['rules', '2 种'],
      ['filters', '100 种'],
      ['blanks', '900 种'],
    ]);
  });
  it('names what is usually there and is missing', async () => {
    await show();
    expect(page.all('[data-missing]').map((row) => row.dataset['missing'])).toEqual(['fund_bill_list', 'buyer_id']);
  });
  it('says so where nothing seems to be missing', async () => {
    await show({ ...unexplained, diagnosis: { ...unexplained.diagnosis, missing: [] } as Inspection['diagnosis'] });
    expect(page.find('section.why')?.textContent).toContain('该有的参数都在');
  });
  it('shows how to keep the raw body in the chosen framework, and remembers it', async () => {
    await show();
    const choice = page.find<HTMLSelectElement>('section.why select');
    if (!choice) throw new Error('no choice');
    choice.value = 'flask';
    choice.dispatchEvent(new Event('change', { bubbles: true }));
    await page.settle();
    expect(page.find('[data-capture]')?.dataset['capture']).toBe('Flask');
    expect(page.find('[data-capture] pre')?.textContent).toContain('get_data(cache=True)');
    expect(localStorage.getItem('yanqian.framework')).toBe('flask');
  });
  it('leads to the panel in which changes are tried by hand', async () => {
    await show();
    [...page.all('section.why button')].find((button) => button.textContent === '自己动手试')?.click();
    await page.settle();
    expect(page.find('#tab-what-if')?.getAttribute('aria-selected')).toBe('true');
  });
});

describe('searching deeper', () => {
  it('asks for more, then for all; what is found replaces the verdict', async () => {
    await show();
    expect(worker.options.at(-1)?.search).toBeUndefined();
    page.find('[data-deeper="1"]')?.click();
    await page.settle();
    expect(worker.options.at(-1)?.search).toEqual({ maxCandidates: 1_000_000, maxMs: Infinity, maxOptional: 24 });
    worker.answer = () => records.failed;
    page.find('[data-deeper="2"]')?.click();
    await page.settle();
    expect(worker.options.at(-1)?.search?.maxCandidates).toBe(Infinity);
    expect(page.find('[role="status"]')?.dataset['reason']).toBe('content-explained');
    expect(page.find('[data-deeper]')).toBeNull();
  });
  it('is not offered where everything was tried', async () => {
    await show({ ...unexplained, diagnosis: { ...unexplained.diagnosis, complete: true } as Inspection['diagnosis'] });
    expect(page.find('[data-deeper]')).toBeNull();
  });
  it('counts while it goes on, and what is ruled out stays when it is ended', async () => {
    await show();
    worker.answer = () => new Promise(() => undefined);
    page.find('[data-deeper="1"]')?.click();
    await vi.waitFor(() => expect(worker.options).toHaveLength(2));
    worker.options[1]?.onprogress?.({ tried: 5000, total: 1_000_000, covered: [{ id: 'trim-value', tried: 5000 }] });
    await vi.waitFor(() => expect(page.find('.count')?.textContent).toContain('5,000'));
    expect(page.find('progress')?.getAttribute('max')).toBe('1000000');
    page.find('section.why .no-print button')?.click();
    await page.settle();
    expect(page.find('.count')?.textContent).toContain('5,000');
    expect(page.find('[data-deeper="1"]')).not.toBeNull();
  });
  it('of another message begins anew', async () => {
    await show();
    page.find('[data-deeper="1"]')?.click();
    await page.settle();
    await page.type('#paste', `${records.text}&x=1`);
    expect(worker.options.at(-1)?.search).toBeUndefined();
    expect(page.find('[data-deeper="1"]')).not.toBeNull();
  });
});

it('groups keep every count', () => {
  const rows = [
    { id: 'tampered-or-test', tried: 3 },
    { id: 'rules', tried: 1 },
    { id: 'own-query-param', tried: 0 },
  ] as const;
  expect(groupRuledOut(rows).map(({ id, tried }) => [id, tried])).toEqual([
    ['rules', 1],
    ['others', 3],
  ]);
});

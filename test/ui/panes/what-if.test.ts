/** The what-if panel on the real core: switches lead to contents, and the verdict stays as it is. */
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { inspect } from '../../../src/core/inspect.ts';
import { whatIf } from '../../../src/core/what-if.ts';
import { whatIfWords } from '../../../src/i18n/what-if.ts';
import { examples } from '../../../src/ui/examples/examples.ts';
import { open, worker } from './render.ts';

// What is loaded on demand is loaded before, so that no test waits for it.
beforeAll(async () => {
  await Promise.all([
    import('../../../src/ui/panes/EvidencePane.svelte'),
    import('../../../src/ui/panes/WhatIfTab.svelte'),
    inspect({ text: examples[0]?.text ?? '', keys: [] }),
  ]);
}, 30_000);
vi.setConfig({ testTimeout: 20_000 });
let page: Awaited<ReturnType<typeof open>>;
afterEach(() => page.close());

function present(selector: string): HTMLElement {
  const element = page.find(selector);
  if (!element) throw new Error(`no ${selector}`);
  return element;
}

async function show(id: string, lang: 'zh' | 'en' = 'zh') {
  const example = examples.find((each) => each.id === id);
  if (!example) throw new Error(`no example ${id}`);
  worker.answer = (request) => inspect(request);
  worker.whatIf = (request, choice) => whatIf(request, choice);
  page = await open(lang);
  await page.type('#keys', example.keys.join('\n'));
  await page.type('#paste', example.text);
  (await vi.waitFor(() => present('#tab-what-if'), { timeout: 5000 })).click();
  await vi.waitFor(() => present('[data-what-if]'), { timeout: 5000 });
  await page.settle();
}

const flip = async (id: string) => {
  present(`[data-switch="${id}"]`).click();
  await page.settle();
};
const panel = () => present('[data-what-if]');

describe('the what-if panel', () => {
  it('begins with what arrived, marked as a hypothesis', async () => {
    await show('broken');
    expect(panel().textContent).toContain('假设');
    expect(panel().dataset['matches']).toBe('false');
    expect(page.all('[data-what-if] del, [data-what-if] ins')).toHaveLength(0);
  });
  it('undoes what was done, and says that this is what was signed', async () => {
    await show('broken');
    await flip('html-entity-quotes');
    expect(panel().dataset['matches']).toBe('true');
    expect(panel().textContent).toContain('与平台签名的摘要一致');
    expect(page.all('[data-what-if] del').length).toBeGreaterThan(3);
    expect(present('[role="status"]').dataset['reason']).toBe('content-explained');
  });
  it('does what servers do wrong, and is reset', async () => {
    await show('verified', 'en');
    const before = present('[data-digest]').textContent;
    await flip('sign-kept');
    await flip('order-kept');
    expect(panel().dataset['matches']).toBe('false');
    expect(present('[data-digest]').textContent).not.toBe(before);
    expect(present('[data-switch="sign-kept"]').getAttribute('aria-checked')).toBe('true');
    page.all('[data-what-if] .answer button')[0]?.click();
    await page.settle();
    expect(present('[data-digest]').textContent).toBe(before);
    expect(panel().dataset['matches']).toBe('true');
    expect(page.all('[aria-checked="true"]')).toHaveLength(0);
  });
  it('offers the ways to undo one mistake by name', async () => {
    await show('trim-value', 'en');
    await flip('trim-value');
    expect(panel().dataset['matches']).toBe('true');
    const ways = present('[data-what-if] select') as HTMLSelectElement;
    expect(ways.options.length).toBeGreaterThan(3);
    ways.value = '2';
    ways.dispatchEvent(new Event('change', { bubbles: true }));
    await page.settle();
    expect(panel().dataset['matches']).toBe('false');
  });
  it('hides values with every other value', async () => {
    await show('broken');
    page.find<HTMLButtonElement>('[aria-pressed="false"].button')?.click();
    await page.settle();
    expect(present('[data-what-if] .content').textContent).not.toContain('amount');
  });
  it('has words in both languages for the same mistakes', () => {
    expect(Object.keys(whatIfWords.en.undo).sort()).toEqual(Object.keys(whatIfWords.zh.undo).sort());
  });
});

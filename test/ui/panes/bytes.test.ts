/** The tab of bytes, as a person meets it. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Inspection } from '../../../src/core/inspect.ts';
import { bytesWords } from '../../../src/i18n/bytes.ts';
import * as records from '../fixtures/records.ts';
import { open, worker } from './render.ts';

let page: Awaited<ReturnType<typeof open>>;
afterEach(() => page.close());

async function show(record: Inspection, text = records.text, lang: 'zh' | 'en' = 'zh') {
  worker.answer = () => record;
  page = await open(lang);
  await page.type('#paste', text);
  // The evidence comes in a chunk of its own.
  const tab = await vi.waitFor(() => present('#tab-bytes'), { timeout: 5000 });
  tab.click();
  await page.settle();
  return page;
}

function present(selector: string): HTMLElement {
  const element = page.find(selector);
  if (!element) throw new Error(`no ${selector}`);
  return element;
}

const panel = () => page.find('#panel-bytes');

describe('bytes', () => {
  // Nothing is laid out here, so the view is as narrow as a phone's: eight bytes a row.
  it('stand beside their text, row by row', async () => {
    await show(records.passed);
    const row = page.find('#panel-bytes .row');
    expect(row?.querySelector('.offset')?.textContent).toBe('000000');
    expect(row?.querySelector('.hex')?.textContent?.replace(/\s/g, '')).toBe(Buffer.from(records.text.slice(0, 8)).toString('hex'));
    expect(row?.querySelector('.text')?.textContent).toBe(records.text.slice(0, 8));
  });
  it('of one parameter light up by its name, and the name by its bytes', async () => {
    await show(records.passed);
    const name = page.all('#panel-bytes .names button')[1];
    name?.dispatchEvent(new PointerEvent('pointerenter'));
    await page.settle();
    const lit = page.all('#panel-bytes .hex .lit').map((run) => run.textContent);
    expect(Buffer.from(lit.join('').replace(/\s/g, ''), 'hex').toString()).toBe('charset=utf-8');
    name?.dispatchEvent(new PointerEvent('pointerleave'));
    await page.settle();
    expect(page.all('#panel-bytes .lit')).toHaveLength(0);
    page.find('#panel-bytes .hex .part')?.dispatchEvent(new PointerEvent('pointerenter'));
    await page.settle();
    expect(page.all('#panel-bytes .names .lit').map((button) => button.textContent)).toEqual(['gmt_create']);
  });
  it('that cannot be seen are counted', async () => {
    await show(records.passed, 'a=1\u200b\nb=2\n');
    const chips = page.all('#panel-bytes .chips .chip').map((chip) => chip.textContent?.replace(/\s+/g, ' ').trim());
    expect(chips).toEqual(['换行 LF 2', '零宽字符 1', '结尾多一个换行', '3 个非 ASCII 字节', '粘贴的文字按 UTF-8 计']);
  });
  it('of a huge paste are drawn only where one looks', async () => {
    await show(records.passed, `${records.text}&x=${'y'.repeat(150_000)}`);
    expect(page.all('#panel-bytes .row').length).toBeLessThan(100);
  });
  it('are hidden with every other value', async () => {
    await show(records.passed);
    page.find<HTMLButtonElement>('[aria-pressed="false"].button')?.click();
    await page.settle();
    expect(panel()?.querySelector('.row')).toBeNull();
  });
});

describe('character sets', () => {
  const encoded = {
    ...records.passed,
    reading: { ...records.passed.reading, pairs: records.passed.reading.pairs.map((pair) => ({ ...pair, encoded: true as const })) },
  };
  it('read one field side by side', async () => {
    await show(encoded);
    expect(page.all('[data-charset]').map((row) => row.dataset['charset'])).toEqual(['utf-8', 'gbk', 'big5', 'iso-8859-1']);
    expect(page.find('[data-charset="utf-8"]')?.textContent).toContain('会员年卡');
    expect(page.find('[data-charset="gbk"]')?.textContent).not.toContain('会员年卡');
  });
  it('are switched by one click', async () => {
    await show(encoded);
    page.find('[data-charset="gbk"] button')?.click();
    await page.settle();
    expect(worker.requests.at(-1)?.hints).toEqual({ charset: 'gbk' });
  });
  it('cannot be compared where the text was pasted as text, and that is said', async () => {
    await show(records.passed);
    expect(page.all('[data-charset]')).toHaveLength(0);
    expect(panel()?.textContent).toContain(bytesWords.zh.lens.gone);
  });
});

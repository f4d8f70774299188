/** What a message says, what to check before acting on it, what to answer; and what is someone's, as a person meets it. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Explanation, FieldNote } from '../../../src/core/explain/explanation.ts';
import type { Inspection, Unsealed } from '../../../src/core/inspect.ts';
import * as records from '../fixtures/records.ts';
import { open, worker } from './render.ts';

let page: Awaited<ReturnType<typeof open>>;
afterEach(() => page.close());

async function show(record: Inspection, lang: 'zh' | 'en' = 'zh') {
  worker.answer = () => record;
  page = await open(lang);
  await page.type('#paste', records.text);
}

const part = (selector: string) =>
  vi.waitFor(
    () => {
      const found = page.find(selector);
      if (!found) throw new Error(`no ${selector}`);
      return found;
    },
    { timeout: 5000 },
  );

const OPENID = 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o';
const row: FieldNote = {
  pair: 0,
  path: 'openid',
  entry: 'openid',
  depth: 0,
  value: OPENID,
  kind: 'id',
  read: { type: 'text' },
  sensitivity: 'pii',
  group: 'party',
  signed: null,
};
const told: Explanation = {
  summary: { id: 'refund-made', order: 'A1', amount: '88.80', refund: '10.00', buyer: OPENID },
  fields: [row],
  checks: [
    { id: 'complete', answer: 'yes' },
    { id: 'event-agrees', answer: 'no', params: { name: 'refund_status', event: 'REFUND.SUCCESS', value: 'CLOSED' } },
  ],
  state: { now: 'CLOSED', states: ['PROCESSING', 'SUCCESS', 'CLOSED'], machine: 'refund', stages: [['PROCESSING'], ['SUCCESS', 'CLOSED']] },
  acknowledgement: null,
  todo: [{ id: 'refund', name: 'amount.refund', value: '10.00' }],
};
const opened: Unsealed = {
  name: 'resource',
  scheme: 'wechatpay-v3',
  opened: true,
  warnings: [],
  text: '{}',
  reading: records.passed.reading,
  explanation: told,
};
const wechat: Inspection = {
  ...records.passed,
  claim: { provider: 'wechatpay', dialect: 'wechatpay-v3', score: 1, evidence: [], rivals: [] },
  unsealed: [opened],
  explanation: {
    summary: { id: 'sealed', topic: 'REFUND.SUCCESS' },
    fields: [],
    checks: [
      { id: 'complete', answer: 'yes' },
      { id: 'delivery', answer: 'no', params: { number: '3', seconds: '30' } },
      { id: 'clock-window', answer: 'no', params: { seconds: '9999', window: '300' } },
    ],
    state: null,
    acknowledgement: { status: 204, body: '', or: 200 },
    again: { after: [15, 30], within: 5 },
    todo: [{ id: 'once', name: 'id', value: '0c2f6f1e' }],
  },
};

describe('what was opened', () => {
  it('speaks instead of the envelope, and covers whom it is about', async () => {
    await show(wechat);
    const text = (await part('[data-summary="refund-made"] .sentence')).textContent;
    expect(text).toContain('部分退款 10.00 元');
    expect(text).toContain('oUpF••••eS6o');
    expect(text).not.toContain(OPENID);
    expect(page.find('[aria-current="step"]')?.textContent).toContain('退款关闭');
  });

  it('is compared with one’s own records, repeats told by the envelope', async () => {
    await show(wechat);
    await part('[data-todo]');
    expect(page.all('[data-todo]').map(({ dataset }) => dataset['todo'])).toEqual(['refund', 'once']);
    expect(page.find('[data-todo]')?.closest('details')?.open).toBe(true);
  });

  it('what is odd stands open, age is folded away, and nothing is said twice', async () => {
    await show(wechat);
    await part('.odd');
    expect(page.all('.odd [data-check]').map(({ dataset }) => dataset['check'])).toEqual(['event-agrees', 'delivery']);
    expect(page.all('details [data-check]').map(({ dataset }) => dataset['check'])).toEqual(['complete', 'clock-window']);
  });

  it('hides a personal value until it is asked for, and again', async () => {
    await show(wechat);
    const field = await part('[data-field="openid"]');
    expect(field.textContent).not.toContain(OPENID);
    field.querySelector<HTMLButtonElement>('[aria-pressed]')?.click();
    await page.settle();
    expect(field.textContent).toContain(OPENID);
    field.querySelector<HTMLButtonElement>('[aria-pressed="true"]')?.click();
    await page.settle();
    expect(field.textContent).not.toContain(OPENID);
  });
});

describe('what does not verify', () => {
  it('is not to be acted on: no list, no advice for its state, the answer for later', async () => {
    await show({ ...wechat, verdict: records.failed.verdict, diagnosis: records.failed.diagnosis });
    await part('[data-answer-status="204"]');
    expect(page.all('[data-todo]')).toHaveLength(0);
    expect(page.find('.life p')).toBeNull();
    expect(page.find('[data-answer-status] summary')?.textContent).toContain('验签通过后');
  });

  it('a probe has no answer that accepts it', async () => {
    await show({ ...wechat, verdict: { ...records.failed.verdict, reason: 'probe-traffic' } });
    await part('[data-summary]');
    expect(page.all('[data-answer-status]')).toHaveLength(0);
  });
});

it('English says the same', async () => {
  await show(wechat, 'en');
  expect((await part('[data-summary] .sentence')).textContent).toMatch(
    /¥10\.00 of ¥88\.80 for order A1 was refunded in part to oUpF••••eS6o/,
  );
});

it('the receiver inside a callback is compared beside it, and asked for nowhere else', async () => {
  const receiver: Unsealed = { ...opened, name: 'Encrypt', scheme: 'wechat-message', receiver: 'wx1' };
  worker.answer = ({ hints }) => {
    const own = hints?.inputs?.['receiver'];
    const checks = own === undefined ? [] : [{ id: 'receiver', answer: own === 'wx1' ? 'yes' : 'no' } as const];
    return { ...wechat, unsealed: [{ ...receiver, explanation: { ...told, checks } }] };
  };
  page = await open();
  await page.type('#paste', records.text);
  await part('.receiver input');
  await page.type('.receiver input', 'wx2');
  expect((await part('.receiver [data-answer]')).dataset['answer']).toBe('no');
  await page.type('.receiver input', 'wx1');
  expect((await part('.receiver [data-answer]')).dataset['answer']).toBe('yes');
  expect(page.all('[data-ask]')).toHaveLength(0);
});

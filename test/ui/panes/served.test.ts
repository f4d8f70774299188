/** The second box, the questions and the decrypted parts, as a person meets them. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Finding } from '../../../src/core/diagnose/finding.ts';
import type { Inspection } from '../../../src/core/inspect.ts';
import * as records from '../fixtures/records.ts';
import { open, worker } from './render.ts';

let page: Awaited<ReturnType<typeof open>>;
afterEach(() => page.close());

async function show(record: Inspection) {
  worker.answer = () => record;
  page = await open();
  await page.type('#paste', records.text);
}

/** The part that comes when first needed. */
const part = (selector: string) =>
  vi.waitFor(
    () => {
      const found = page.find(selector);
      if (!found) throw new Error(`no ${selector}`);
      return found;
    },
    { timeout: 5000 },
  );

const kept: Finding = {
  id: 'sign-type-kept',
  alternatives: [],
  side: 'server',
  proof: 'structure',
  edits: [{ op: 'drop-pair', name: 'sign_type' }],
  before: [],
  after: [],
};

describe('the second box', () => {
  it('goes to the worker with the message, and its causes are shown though the message itself passed', async () => {
    await show(records.passed);
    worker.answer = ({ served }) =>
      served ? { ...records.passed, served: { form: 'content', equalsSigned: false, verifies: false, causes: [kept] } } : records.passed;
    await page.type('#served', 'a=1&sign_type=RSA2');
    expect(worker.requests.at(-1)?.served).toBe('a=1&sign_type=RSA2');
    await part('[data-served] [data-cause]');
    expect(page.all('[data-served] [data-cause]').map((card) => card.dataset['cause'])).toEqual(['sign-type-kept']);
    expect(page.find('[data-served] ul')?.textContent).toMatch(/收到的通知.*与签名一致.*服务端用的.*与签名不一致/);
    expect(page.find('[role="status"]')?.dataset['indication']).toBe('passed');
  });
  it('is not sent while it is empty', async () => {
    await show(records.passed);
    expect(worker.requests.at(-1)).not.toHaveProperty('served');
    expect(page.all('[data-served]')).toHaveLength(0);
  });
  it('never holds a private key', async () => {
    await show(records.passed);
    await page.type('#served', '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC');
    expect(page.find<HTMLTextAreaElement>('#served')?.value).toBe('');
    expect(worker.requests.at(-1)).not.toHaveProperty('served');
  });
});

describe('a finding about how the key was written', () => {
  it('is no cause', async () => {
    const diagnosis = { causes: [{ ...kept, id: 'pem-missing-header', proof: 'key-match' } as const], ruledOut: [], tried: 1 };
    await show({ ...records.passed, diagnosis: { ...diagnosis, elapsedMs: null, complete: true } });
    expect(page.all('[data-cause]')).toHaveLength(0);
    expect(page.all('section.why')).toHaveLength(0);
  });
});

describe('a question', () => {
  it('is answered in place: the header goes by its name, the original text by its parameter, and the answer stays', async () => {
    const asks = [
      { id: 'input', name: 'Wechatpay-Nonce' },
      { id: 'original-text', name: 'subject' },
    ];
    await show({ ...records.unexplained, asks });
    expect((await part('[data-ask="original:subject"] label')).textContent).toBe('订单里原来的 subject 是什么？');
    await page.type('[data-ask="original:subject"] input', '会员年费');
    worker.answer = () => ({ ...records.passed, asks: [] });
    await page.type('[data-ask="Wechatpay-Nonce"] input', 'abc');
    expect(worker.requests.at(-1)?.hints?.inputs).toEqual({ 'original:subject': '会员年费', 'Wechatpay-Nonce': 'abc' });
    expect(page.find<HTMLInputElement>('[data-ask="original:subject"] input')?.value).toBe('会员年费');
    await page.type('[data-ask="Wechatpay-Nonce"] input', '');
    expect(worker.requests.at(-1)?.hints?.inputs).toEqual({ 'original:subject': '会员年费' });
  });
  it('for a header takes the place of advice: nothing is said of a content that is not whole', async () => {
    await show({ ...records.unexplained, asks: [{ id: 'input', name: 'Wechatpay-Nonce' }] });
    await part('[data-ask="Wechatpay-Nonce"]');
    await part('section.why h2');
    expect(page.find('[role="status"] h1')?.textContent).toBe('公钥正确，还差 Wechatpay-Nonce');
    expect(page.all('.why li, .why details, [data-ruled-out], [data-deeper]')).toHaveLength(0);
  });
  it('for a key leads to the key box', async () => {
    await show({ ...records.noKey, asks: [{ id: 'public-key' }] });
    (await part('[data-ask="public-key"] button')).click();
    expect(document.activeElement?.id).toBe('keys');
  });
});

describe('a decrypted part', () => {
  it('has its rows under those of the message', async () => {
    const { reading, explanation } = records.passed;
    const inner = { ...explanation, fields: explanation.fields.slice(0, 2) };
    const opened = {
      name: 'resource',
      scheme: 'wechatpay-v3',
      opened: true,
      warnings: [],
      text: '{}',
      reading,
      explanation: inner,
    } as const;
    await show({ ...records.passed, unsealed: [opened] });
    await part('[data-unsealed="resource"]');
    expect(page.all('[data-unsealed="resource"] [data-field]').map((row) => row.dataset['field'])).toEqual(['gmt_create', 'charset']);
  });
  it('that stayed shut says why', async () => {
    const shut = { name: 'req_info', scheme: 'wechatpay-v2-refund', opened: false, why: 'refused', warnings: [] } as const;
    await show({ ...records.passed, unsealed: [{ ...shut, reading: null, explanation: null }] });
    expect((await part('[data-unsealed="req_info"]')).textContent).toContain('密钥打不开它');
  });
});

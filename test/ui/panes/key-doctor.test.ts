/** The key doctor, as a person meets it. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Inspection } from '../../../src/core/inspect.ts';
import type { KeyReport } from '../../../src/core/keys/report.ts';
import { bytesWords } from '../../../src/i18n/bytes.ts';
import { doctorWords } from '../../../src/i18n/doctor.ts';
import { en } from '../../../src/i18n/en.ts';
import { zh } from '../../../src/i18n/zh.ts';
import { examples } from '../../../src/ui/examples/examples.ts';
import * as records from '../fixtures/records.ts';
import { open, worker } from './render.ts';

let page: Awaited<ReturnType<typeof open>> | null = null;
afterEach(async () => {
  await page?.close();
  page = null;
});

async function examine(record: Inspection, lang: 'zh' | 'en' = 'zh') {
  worker.answer = () => record;
  page = await open(lang);
  await page.type('#paste', records.text);
  await page.type('#keys', 'MIIB');
  const fold = page.find<HTMLDetailsElement>('details:has(summary b)');
  if (!fold) throw new Error('no doctor');
  fold.open = true;
  fold.dispatchEvent(new Event('toggle'));
  const { find } = page;
  await vi.waitFor(() => expect(find('.doctor')).not.toBeNull(), { timeout: 5000 });
  return page;
}

const spki = examples[0]?.keys[0] ?? '';
const withKey = (record: Inspection, key: Partial<KeyReport>): Inspection => ({ ...record, keys: [{ ...records.key, spki, ...key }] });

describe('the key doctor', () => {
  it('is folded, and absent without a key', async () => {
    worker.answer = () => records.noKey;
    page = await open();
    await page.type('#paste', records.text);
    expect(page.find('.doctor')).toBeNull();
    expect(page.all('summary').some(({ textContent }) => textContent.includes(zh.keys.doctor))).toBe(false);
  });
  it('says that the key fits', async () => {
    const shown = await examine(withKey(records.passed, {}));
    expect(shown.find('[data-fit]')?.dataset['fit']).toBe('fits');
    expect(shown.find('figure')).toBeNull();
    expect(shown.find('.doctor')?.textContent).toContain(records.key.fingerprint?.match(/../g)?.join(':'));
  });
  it('draws the two pairs where the key is the wrong one', async () => {
    const shown = await examine(withKey(records.wrongKey, {}));
    expect(shown.find('[data-fit]')?.dataset['fit']).toBe('refuted');
    expect(shown.find('.doctor figure')?.textContent).toContain('应用公私钥');
    await shown.language.use('en');
    await shown.settle();
    expect(shown.find('.doctor figure')?.textContent).toContain("Your app's pair");
  });
  it('offers every form of the key', async () => {
    const shown = await examine(withKey(records.passed, {}));
    expect(shown.all('[data-form]').map((row) => row.dataset['form'])).toEqual(['base64', 'pem', 'pkcs1', 'xml', 'jwk']);
  });
  it('offers no forms of a root: nobody configures one as a key', async () => {
    const certificate = { subject: 'CN=a', issuer: 'CN=a', serial: '1', notBefore: '', notAfter: '', signatureAlgorithm: '', certSn: '' };
    const shown = await examine(withKey(records.wrongKey, { format: 'x509', role: 'root', certificate }));
    expect(shown.find('[data-fit]')?.dataset['fit']).toBe('above');
    expect(shown.all('[data-form]')).toEqual([]);
  });
  it('shows what a wrong certificate says of itself, and nothing that the message does not say', async () => {
    const subject = { name: 'subject', text: 'CN=2088000000000404-2021003100000101' };
    const cause = { id: 'app-cert-as-alipay-cert', alternatives: [], side: 'server', proof: 'structure', after: [] } as const;
    const shown = await examine({
      ...records.wrongKey,
      keys: [{ ...records.key, spki }],
      diagnosis: {
        causes: [{ ...cause, edits: [{ op: 'use-key', count: 0 }], before: [subject] }],
        ruledOut: [],
        tried: 0,
        elapsedMs: null,
        complete: true,
      },
    });
    const lines = shown.all('[data-cause] .diff > div').map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
    expect(lines).toEqual([`${zh.why.ofKey.before} subject=${subject.text}`]);
  });
  it('holds a certificate against the message', async () => {
    const certificate = {
      subject: 'CN=支付宝-2088999999999999,O=x',
      issuer: 'CN=CA',
      serial: '1f',
      notBefore: '2020-01-01T00:00:00Z',
      notAfter: '2021-01-01T00:00:00Z',
      signatureAlgorithm: '1.2.840.113549.1.1.11',
      certSn: 'ab'.repeat(16),
      rootSn: { rsa: 'cd'.repeat(16), sm2: '' },
      chain: { signature: 'refuted', issuer: 0, named: 'sandbox' },
      notes: [
        { id: 'dates', holds: false, own: 'expired', said: '2024-03-11T10:20:32+08:00' },
        { id: 'seller', holds: false, own: '2088999999999999', said: '2088100000000000' },
      ],
    } as const;
    const shown = await examine(withKey(records.passed, { format: 'x509', certificate }));
    expect(shown.find('.doctor')?.textContent).toContain('已过期');
    expect(shown.find('[data-check="seller"]')?.textContent).toContain('2088100000000000');
    expect(shown.find('[data-check="dates"]')?.textContent).toContain('报文发出时（2024-03-11 10:20:32）证书已经过期');
    expect(shown.find('[data-check="chain"]')?.textContent).toContain('第 1 把与颁发者同名');
    expect(shown.all('[data-root-sn]').map((row) => row.dataset['rootSn'])).toEqual(['rsa']);
    await shown.language.use('en');
    await shown.settle();
    expect(shown.find('[data-check="chain"]')?.textContent).toContain("The issuer's name is that of Alipay's sandbox");
  });
});

function shape(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [`${path} ${typeof value}`];
  return Object.entries(value).flatMap(([name, item]) => shape(item, `${path}.${name}`));
}

it('both languages say the same, and nothing is left empty', () => {
  for (const words of [bytesWords, doctorWords]) expect(shape(words.en)).toEqual(shape(words.zh));
  expect(JSON.stringify([bytesWords, doctorWords])).not.toContain('""');
  expect(en.keys.doctor).not.toBe(zh.keys.doctor);
});

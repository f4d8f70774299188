/** What looks alike and is not: each pair of causes that were taken for one another, and the sign by which they are told apart. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { inspect } from '../../../src/core/inspect.ts';
import type { Inspection } from '../../../src/core/inspect.ts';
import { groups } from '../../support/diagnosing.ts';
import { contentOf, makeNotification, makeRandom, makeSigner, renderForm, renderJson } from '../../support/notification.ts';
import type { Pairs } from '../../support/notification.ts';

const alipay = makeSigner();
const own = makeSigner();
const pairs = makeNotification(makeRandom(5));
const signed = (list: Pairs, rule: 'V1' | 'V2' = 'V1'): Pairs => [...list, ['sign', alipay.sign(Buffer.from(contentOf(list, rule)))]];
/** Nothing is to be found: how long it is looked for says nothing. */
const FEW = { search: { maxCandidates: 3000 } };
const ids = (inspection: Inspection): readonly string[] => groups(inspection).flat();

describe('a signature of their own request', () => {
  const request = own.sign(Buffer.from('app_id=2021000000000001&biz_content={}&method=alipay.trade.query&version=1.0'));
  const text = renderJson([...pairs, ['sign', request]]);

  test('is told by the label of the key that made it', async () => {
    const found = await inspect({ text, keys: [alipay.publicKey, `应用公钥：${own.publicKey}`] }, FEW);
    expect(found.verdict).toMatchObject({ indication: 'failed', reason: 'wrong-key-role', key: 1 });
    expect(groups(found)[0]).toEqual(['sign-of-other-message']);
  });

  test('is one of two explanations without a label', async () => {
    const found = await inspect({ text, keys: [alipay.publicKey, own.publicKey] }, FEW);
    expect(found.verdict.reason).toBe('content-unexplained');
    expect(groups(found)[0]).toEqual(expect.arrayContaining(['app-key-as-alipay-key', 'sign-of-other-message']));
  });

  test('a label turns no verdict on a content that fits', async () => {
    const found = await inspect({ text: renderJson(signed(pairs)), keys: [`应用公钥：${alipay.publicKey}`] });
    expect(found.verdict).toMatchObject({ indication: 'passed', reason: 'verified' });
  });
});

describe('blanks that show as plus', () => {
  const list: Pairs = [
    ...pairs.filter(([name]) => !['subject', 'seller_email'].includes(name)),
    ['subject', 'A + B 套餐'],
    ['seller_email', 'shop+test@example.com'],
  ];
  const plus = signed(list).map(([name, value]): [string, string] => [name, name === 'sign' ? value : value.replaceAll(' ', '+')]);

  test.each([
    ['lines', (all: Pairs) => all.map(([name, value]) => `${name}=${value}`).join('\n')],
    ['lines with colons', (all: Pairs) => all.map(([name, value]) => `${name}: ${value}`).join('\n')],
    ['JSON', renderJson],
  ])('in decoded %s: somebody did not turn them back, and nothing passes silently', async (_, render) => {
    const found = await inspect({ text: render(plus), keys: [alipay.publicKey] });
    expect(found.verdict).toMatchObject({ indication: 'failed', reason: 'content-explained' });
    expect(groups(found)[0]).toContain('space-to-plus-value');
    expect(ids(found)).not.toContain('plus-to-space-value');
  });

  test('in an encoded body they are what they are', async () => {
    const found = await inspect({ text: renderForm(signed(list)), keys: [alipay.publicKey] });
    expect(found.verdict).toMatchObject({ indication: 'passed', reason: 'verified' });
  });
});

describe('a response in a text', () => {
  const response = '{"code":"10000","msg":"Success","out_trade_no":"A1"}';
  const text = `{"alipay_trade_precreate_response":${response},"sign":"${alipay.sign(Buffer.from(response))}"}`;

  test.each(['response', 'body', 'data', 'msg'])('under %s was logged, not handed to an app', async (name) => {
    const found = await inspect({ text: JSON.stringify({ level: 'info', [name]: text }), keys: [alipay.publicKey] });
    expect(found.verdict.indication).toBe('passed');
    expect(ids(found)).not.toContain('app-result-wrapper');
  });
});

describe('beside what holds', () => {
  test('a set of characters that is not thought of is told under a secret as well', async () => {
    const list: Pairs = [
      ['notify_type', 'trade_status_sync'],
      ['notify_id', 'd0a934b22c71689f3f3b64c760028b1d'],
      ['out_trade_no', 'P12221805131776'],
      ['trade_no', '2016050721001573688222511424'],
      ['trade_status', 'TRADE_SUCCESS'],
      ['seller_id', '2088988794221647'],
      ['buyer_id', '2088167782211435'],
      ['total_fee', '411.70'],
      ['subject', '水果拼盘'],
    ];
    const secret = 'abcdefghijklmnopqrstuvwxyz012345';
    const [before = '', after = ''] = contentOf(list).split('水果拼盘');
    const inGbk = [Buffer.from(before), Buffer.from('cbaeb9fbc6b4c5cc', 'hex'), Buffer.from(after + secret)];
    const sign = createHash('md5').update(Buffer.concat(inGbk)).digest('hex');
    const found = await inspect({ text: renderJson([...list, ['sign', sign], ['sign_type', 'MD5']]), keys: [secret] });
    expect(found.verdict).toMatchObject({ indication: 'passed', reason: 'verified' });
    expect(groups(found)[0]).toContain('charset-gbk-as-utf8');
  });
});

describe('in the second box', () => {
  const text = renderForm(signed(pairs));
  const own = pairs.filter(([name]) => name !== 'sign_type');
  const hash = (list: Pairs): string => createHash('sha256').update(contentOf(list)).digest('hex');
  const of = async (served: string): Promise<readonly string[]> => {
    const found = await inspect({ text, keys: [alipay.publicKey], served });
    return [...new Set(found.served?.causes[0] ? [found.served.causes[0].id, ...found.served.causes[0].alternatives] : [])];
  };

  test('a digest with an empty parameter too many is of one that was kept, not dropped', async () => {
    expect(await of(hash([...own, ['voucher_detail_list', '']]))).toEqual(['empty-kept']);
  });

  test('a digest of a printed null is told', async () => {
    expect(await of(hash([...own, ['voucher_detail_list', 'null']]))).toContain('null-literal');
  });

  test.each([
    ['two', ['auth_app_id', 'point_amount']],
    ['three', ['fund_bill_list', 'receipt_amount', 'buyer_pay_amount']],
  ])('a digest of a content without %s parameters is told', async (_, lost) => {
    expect(await of(hash(own.filter(([name]) => !lost.includes(name))))).toContain('param-missing');
  });

  test.each(['sha256: ', 'SHA-256(content) = ', 'digest=', '摘要：'])('a digest behind a label is one: %s', async (label) => {
    const right = await inspect({ text, keys: [alipay.publicKey], served: label + hash(own) });
    expect(right.served).toMatchObject({ form: 'digest', equalsSigned: true });
  });

  test.each(['content=', 'signCheckContent = ', '待验签字符串=', '待签名字符串：'])('a label is no parameter: %s', async (label) => {
    expect((await inspect({ text, keys: [alipay.publicKey], served: label + contentOf(own) })).served).toMatchObject({
      equalsSigned: true,
    });
    const escaped = own.map(([name, value]): [string, string] => [name, value.replaceAll('"', '&quot;')]);
    expect(await of(label + contentOf(escaped))).toContain('html-entity-quotes');
  });

  test('a value of blanks only is what the old PHP SDK passes over', async () => {
    const list: Pairs = [...own.filter(([name]) => name !== 'body'), ['body', '  ']];
    const found = await inspect({
      text: renderForm(signed([...list, ['sign_type', 'RSA2']])),
      keys: [alipay.publicKey],
      served: contentOf(list.filter(([name]) => name !== 'body')),
    });
    expect(found.served?.causes[0]).toMatchObject({ id: 'php-at-prefix', alternatives: ['empty-dropped'] });
  });
});

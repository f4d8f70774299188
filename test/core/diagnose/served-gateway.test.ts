/** A request that the gateway refused: its string against one's own, in either box, and against what the request's signature covers. */
import { describe, expect, test } from 'vitest';
import { inspect } from '../../../src/core/inspect.ts';
import type { Inspection } from '../../../src/core/inspect.ts';
import { signer } from '../../support/diagnosing.ts';
import { contentOf, makeNotification, makeRandom, renderForm } from '../../support/notification.ts';
import type { Pairs } from '../../support/notification.ts';

const request: Pairs = [
  ['method', 'alipay.trade.page.pay'],
  ['app_id', '2021000000000001'],
  ['charset', 'UTF-8'],
  ['sign_type', 'RSA2'],
  ['timestamp', '2024-05-07 10:11:12'],
  ['version', '1.0'],
  ['notify_url', 'https://shop.example.com/notify?x=1&y=2'],
  ['biz_content', '{"out_trade_no":"NO1","subject":"测试 A+B","total_amount":"0.01","url":"https://a.example?b=1&c=2"}'],
];
const right = contentOf(request, 'V2');
const SAYS = '验签出错，建议检查签名字符串或签名私钥与应用公钥是否匹配，网关生成的验签字符串为：';
const answer = JSON.stringify({
  error_response: { code: '40002', msg: 'Invalid Arguments', sub_code: 'isv.invalid-signature', sub_msg: SAYS + right },
});
const shown = `错误代码 invalid-signature 错误原因: ${SAYS}${right}`;
const source = `<p>${SAYS}${right.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}`;

const ask = async (text: string, served: string, keys: readonly string[] = []): Promise<Inspection['served']> =>
  (await inspect({ text, keys, served })).served;
const causes = (served: Inspection['served']): readonly string[] | undefined => served?.causes.map(({ id }) => id);

const MISTAKES: readonly (readonly [id: string, string: string])[] = [
  ['html-entity-quotes', right.replaceAll('"', '&quot;')],
  ['sign-type-removed', right.replace('&sign_type=RSA2', '')],
  ['sort-order', request.map(([name, value]) => `${name}=${value}`).join('&')],
  ['param-missing', right.replace(/&notify_url=[^?]*\?x=1&y=2/, '')],
];

describe.each([
  ['an answer in JSON', answer],
  ['a page', shown],
  ['the source of a page', source],
])('the string of the gateway out of %s', (_, page) => {
  test.each(MISTAKES)('is held against the own one, in either box: %s', async (id, own) => {
    expect(causes(await ask(page, own))).toEqual([id]);
    expect(causes(await ask(own, page))).toEqual([id]);
    const signed = `${own}&sign=${encodeURIComponent(signer.sign(Buffer.from(own)))}`;
    expect(causes(await ask(signed, page))).toEqual([id]);
  });

  test('differs in nothing from the same one', async () => {
    expect(causes(await ask(page, right))).toEqual([]);
    expect(causes(await ask(right, page))).toEqual([]);
  });
});

describe('a request as it was sent', () => {
  test.each(MISTAKES.filter(([id]) => id !== 'param-missing'))('that was signed over another text: %s', async (id, own) => {
    const sent = renderForm([...request, ['sign', signer.sign(Buffer.from(own))]]);
    expect(causes(await ask(sent, own))).toEqual([id]);
    const found = await ask(sent, answer, [signer.publicKey]);
    expect(found?.causes[0]).toMatchObject({ id, proof: 'digest', side: 'server' });
    expect(causes(await ask(sent, answer))).toEqual([]);
  });

  test('that was signed rightly has no mistake', async () => {
    const sent = renderForm([...request, ['sign', signer.sign(Buffer.from(right))]]);
    expect(causes(await ask(sent, right, [signer.publicKey]))).toEqual([]);
    expect(causes(await ask(sent, answer, [signer.publicKey]))).toEqual([]);
  });
});

test('what is no request is compared with nothing', async () => {
  const notification = renderForm(makeNotification(makeRandom(3)));
  for (const [text, served] of [
    ['hello', right],
    [right, 'hello'],
    [right, right],
    ['hello', SAYS],
    [answer, notification],
    [shown, notification],
    [`${SAYS}null`, right],
  ] as const)
    expect(causes(await ask(text, served)) ?? []).toEqual([]);
});

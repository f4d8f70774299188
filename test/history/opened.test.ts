/** A notification whose content was encrypted is listed by what was opened. */
import { expect, test } from 'vitest';
import { inspect } from '../../src/core/inspect.ts';
import { headOf } from '../../src/history/schema.ts';
import { APIV3_KEY, CONTENTS, sealed } from '../support/wechat-events.ts';

const text = sealed('TRANSACTION.SUCCESS', CONTENTS['TRANSACTION.SUCCESS']?.content ?? {});

test.each([
  [[APIV3_KEY], 'WX20240520132935001', '88.80'],
  [[], null, null],
])('with the keys %j the order is %s', async (keys, order, amount) => {
  const inspection = await inspect({ text, keys });
  expect(headOf('1', 0, { request: { text }, inspection })).toMatchObject({ order, amount, dialect: 'wechatpay-v3' });
});

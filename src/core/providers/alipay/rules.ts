/** Alipay's two content rules. Both are tried wherever one may hold; the one that does is named. */
import type { Rule } from '../../content/recipe.ts';

/** Everything but `sign` and `sign_type`, sorted, `k=v` joined with `&`, values decoded once. Empty values take part. */
export const V1: Rule = {
  id: 'V1',
  recipe: [{ op: 'drop', names: ['sign', 'sign_type'] }, { op: 'sort' }, { op: 'join', pair: '=', between: '&' }],
  source: 'alipay/alipay-sdk-java-all: AlipaySignature.rsaCheckV1, getSignCheckContentV1',
};

/** The same, but `sign_type` stays. */
export const V2: Rule = {
  id: 'V2',
  recipe: [{ op: 'drop', names: ['sign'] }, { op: 'sort' }, { op: 'join', pair: '=', between: '&' }],
  source: 'alipay/alipay-sdk-java-all: AlipaySignature.rsaCheckV2, getSignCheckContentV2',
};

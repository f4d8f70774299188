/** How WeChat Pay signs: three lines under RSA in v3, sorted parameters and the API key in v2, sorted values under SHA-1 in message callbacks. */
import type { Rule } from '../../content/recipe.ts';

/** @see pay.weixin.qq.com/doc/v3/merchant/4013053249 (验签): timestamp, nonce, body, a line feed after each */
export const V3: Rule = {
  id: 'wechatpay-v3',
  recipe: [
    { op: 'pick', names: ['timestamp', 'nonce', 'body'] },
    { op: 'join', pair: null, between: '\n' },
    { op: 'frame', before: '', after: '\n' },
  ],
  source: 'pay.weixin.qq.com/doc/v3/merchant/4013053249',
};

const v2: Rule['recipe'] = [{ op: 'drop', names: ['sign'] }, { op: 'drop-empty' }, { op: 'sort' }, { op: 'join', pair: '=', between: '&' }];

/** @see pay.weixin.qq.com/wiki/doc/api/jsapi.php?chapter=4_3 (签名算法); which of the two, the length of `sign` tells */
export const V2_MD5: Rule = {
  id: 'wechatpay-v2-md5',
  recipe: v2,
  mac: { hash: 'md5', glue: '&key=', upper: true },
  source: 'pay.weixin.qq.com/wiki/doc/api/jsapi.php?chapter=4_3',
};

export const V2_HMAC: Rule = {
  id: 'wechatpay-v2-hmac-sha256',
  recipe: v2,
  mac: { hash: 'hmac-sha256', glue: '&key=', upper: true },
  source: 'pay.weixin.qq.com/wiki/doc/api/jsapi.php?chapter=4_3',
};

/**
 * Token, timestamp, nonce and `Encrypt`, sorted as texts and put end to end; the token is the secret, and its place depends on its value.
 * Without encryption there is no `Encrypt`, and the signature covers nothing of the body.
 */
export const MESSAGE: Rule = {
  id: 'wechat-message',
  recipe: [
    { op: 'pick', names: ['timestamp', 'nonce', 'Encrypt'] },
    { op: 'join', pair: null, between: '\n' },
  ],
  mac: { hash: 'sha-1', glue: '', sorted: true, upper: false },
  source: 'developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/Before_Develop/Message_encryption_and_decryption.html',
};

/** The meaning of a message in Chinese. */
import type { Explaining } from './words.ts';
import { checks } from './zh-checks.ts';
import { events } from './zh-events.ts';
import { states } from './zh-states.ts';
import { trades } from './zh-trades.ts';

export const explaining: Explaining = {
  region: '这条通知说了什么',
  sentences: { ...trades, ...events },
  secrets: {
    'wechatpay-v3': 'APIv3 密钥',
    'wechatpay-v3-sm4': 'APIv3 密钥',
    'wechatpay-v2-refund': 'APIv2 密钥',
    'wechat-message': 'EncodingAESKey',
    'alipay-aes': '接口内容加密密钥',
    'alipay-wap-rsa': '商户私钥',
  },
  unproved: '以上是报文自己的说法，尚未验签通过，不能据此发货或退款。',
  stateLabel: '交易状态',
  stateNow: '当前',
  states,
  arrows: { pay: '付款', period: '退款期满', timeout: '超时或取消', refund: '全额退款' },
  checks,
  todo: {
    title: '应当核对',
    done: (count) => `已自动检查 ${count} 项`,
    words: {
      order: () => '自己的系统里有这个单号，而且还没有处理过',
      amount: () => '金额与自己的订单一致',
      refund: () => '退款金额与自己的退款单一致',
      merchant: (name) => (/mch/.test(name) ? '商户号是自己的' : '收款方是自己'),
      app: (name) => (name === 'receiver' ? '接收方是自己的 AppID、CorpID 或 SuiteID' : '应用 ID 是自己的'),
      once: (name) => `重复收到时只处理一次，以它${name === 'trade_no' ? '加交易状态' : ''}去重`,
    },
  },
  answer: {
    title: '应答',
    later: '验签通过后的应答',
    status: (status, or, body) => `HTTP ${status}${or === undefined ? '' : ` 或 ${or}`}${body ? '，正文原样为' : '，不需要正文'}`,
    copy: '复制应答正文',
    copied: '已复制',
    again: (count, within) => `${within === undefined ? '' : `须在 ${within} 秒内应答；`}没有收到正确的应答会重发，连首次共 ${count} 次。`,
    schedule: '距首次投递',
  },
};

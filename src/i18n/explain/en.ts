/** The meaning of a message in English. */
import type { Explaining } from './words.ts';
import { checks } from './en-checks.ts';
import { events } from './en-events.ts';
import { states } from './en-states.ts';
import { trades } from './en-trades.ts';

export const explaining: Explaining = {
  region: 'What the notification says',
  sentences: { ...trades, ...events },
  secrets: {
    'wechatpay-v3': 'APIv3 key',
    'wechatpay-v3-sm4': 'APIv3 key',
    'wechatpay-v2-refund': 'APIv2 key',
    'wechat-message': 'EncodingAESKey',
    'alipay-aes': 'AES key of the interface',
    'alipay-wap-rsa': 'private key of the merchant',
  },
  unproved: 'This is what the message says of itself. It is not verified: do not deliver or refund on its word.',
  stateLabel: 'Trade status',
  stateNow: 'now',
  states,
  arrows: { pay: 'pays', period: 'period ends', timeout: 'timeout, cancel', refund: 'full refund' },
  checks,
  todo: {
    title: 'What to check before you act',
    done: (count) => `${count} ${count === 1 ? 'check' : 'checks'} made for you`,
    words: {
      order: () => 'You have this order, and have not handled it yet',
      amount: () => 'The amount is that of your order',
      refund: () => 'The refund is that of your refund record',
      merchant: (name) => (/mch/.test(name) ? 'The merchant number is yours' : 'The receiver of the money is you'),
      app: (name) => (name === 'receiver' ? 'The receiver is your AppID, CorpID or SuiteID' : 'The app id is yours'),
      once: (name) => `It is handled once, however often it comes: tell repeats by this${name === 'trade_no' ? ' and the status' : ''}`,
    },
  },
  answer: {
    title: 'Answer',
    later: 'Answer, once it verifies',
    status: (status, or, body) => `HTTP ${status}${or === undefined ? '' : ` or ${or}`}${body ? ', the body exactly' : ', no body needed'}`,
    copy: 'Copy the body',
    copied: 'Copied',
    again: (count, within) =>
      `${within === undefined ? '' : `Answer within ${within} seconds. `}Without a proper answer it comes again, ${count} times in all.`,
    schedule: 'After the first delivery',
  },
};

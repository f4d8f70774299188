/** In Chinese: what payments, refunds, agreements and batches say in a sentence. */
import type { Summary } from '../../core/explain/explanation.ts';
import type { Phrase } from '../messages.ts';
import type { TradeSentences } from './words.ts';

const order = (text: string | undefined): readonly Phrase[] => (text ? ['，订单 ', { strong: text }] : []);
const agreement = (text: string | undefined): readonly Phrase[] => (text ? ['，协议 ', { strong: text }] : []);
const about = (s: Summary): readonly Phrase[] => [...order(s.order), s.subject ? `「${s.subject}」，` : '，'];
const buyer = (text: string | undefined): Phrase => ({ strong: text ?? '（未给出）', person: true });
const topic = (text: string | undefined): readonly Phrase[] => (text ? [' ', { strong: text }, ' '] : []);
const count = (label: string, text: string | undefined): readonly Phrase[] => (text ? [label, { strong: text }, ' 笔'] : []);

export const trades: TradeSentences = {
  paid: (s, w) => [
    '买家 ',
    buyer(s.buyer),
    ...(w.time ? [' 于 ', { strong: w.time }] : []),
    ' 支付 ',
    { strong: w.amount || '（未给出）' },
    ...about(s),
    '已支付成功，',
    { strong: '仍可退款' },
    '。',
  ],
  finished: (s, w) => [
    '买家 ',
    buyer(s.buyer),
    ' 支付的 ',
    { strong: w.amount || '（未给出）' },
    ...about(s),
    '交易已结束，',
    { strong: '不能再退款' },
    '。',
  ],
  waiting: (s, w) => ['金额 ', { strong: w.amount || '（未给出）' }, ...about(s), '已创建，', { strong: '还没有付款' }, '，不要发货。'],
  'refunded-part': (s, w) => [
    '金额 ',
    { strong: w.amount || '（未给出）' },
    ...about(s),
    ...(w.refund ? ['累计已退 ', { strong: w.refund }, '，'] : []),
    { strong: '部分退款' },
    '。这不是一次新的付款，不要重复入账。',
  ],
  'refunded-full': (s, w) => ['金额 ', { strong: w.amount || '（未给出）' }, ...about(s), '已', { strong: '全额退款' }, '，交易关闭。'],
  closed: (s, w) => [
    '金额 ',
    { strong: w.amount || '（未给出）' },
    ...about(s),
    '交易已关闭，',
    { strong: '没有付款' },
    '（超时未付或被取消）。',
  ],
  returned: (s, w) => [
    '这是付款后跳回页面带的同步参数',
    ...(w.amount ? ['，金额 ', { strong: w.amount }] : []),
    ...order(s.order),
    '。它',
    { strong: '不能作为付款成功的依据' },
    '，以异步通知或主动查询为准。',
  ],
  refunding: (s, w) => [
    ...(w.refund ? ['退款 ', { strong: w.refund }] : ['退款']),
    ...order(s.order),
    '，',
    { strong: '正在处理' },
    '，以退款结果通知或主动查询为准。',
  ],
  'refund-failed': (s, w) => [
    ...(w.refund ? ['退款 ', { strong: w.refund }] : ['退款']),
    ...order(s.order),
    '，',
    { strong: '没有成功' },
    '，需要人工处理。',
  ],
  answered: (s) => ['这是接口的', { strong: '同步响应' }, ...about(s), '不是通知。'],
  failed: (s, w) => [
    ...(w.amount ? ['金额 ', { strong: w.amount }] : ['这笔操作']),
    ...order(s.order),
    '，',
    { strong: '没有成功' },
    '，不要发货。',
  ],
  other: (s) => ['这条消息不是付款或退款通知', ...order(s.order), '。逐项含义见下方字段。'],
  held: (s, w) => [
    '买家 ',
    buyer(s.buyer),
    ' 已支付 ',
    { strong: w.amount || '（金额未给出）' },
    ...order(s.order),
    '，款项由支付宝代为保管，',
    { strong: '确认收货后才到账' },
    '。',
  ],
  pending: (s, w) => [
    ...(w.amount ? ['金额 ', { strong: w.amount }] : ['这笔支付']),
    ...order(s.order),
    '，',
    { strong: '结果还不确定' },
    '，以异步通知或主动查询为准。',
  ],
  agreed: (s) => ['用户 ', buyer(s.buyer), ...agreement(s.order), '，', { strong: '已签约' }, '。'],
  ended: (s) => ['用户 ', buyer(s.buyer), ...agreement(s.order), '，', { strong: '已解约' }, '，不能再据此扣款。'],
  authorised: () => ['商家已把自己的应用', { strong: '授权' }, '给你代为调用，报文里有授权令牌，不要写进日志。'],
  frozen: (s, w) => [
    '用户 ',
    buyer(s.buyer),
    ' 的 ',
    { strong: w.amount || '（金额未给出）' },
    ...order(s.order),
    '，',
    { strong: '已冻结' },
    '。这是预授权，不是付款，钱还没有到你的账户。',
  ],
  unfrozen: (s, w) => [
    '用户 ',
    buyer(s.buyer),
    ' 的 ',
    { strong: w.amount || '（金额未给出）' },
    ...order(s.order),
    '，',
    { strong: '已解冻' },
    '，退回用户。',
  ],
  'batch-refund': (s) => [
    '批量退款',
    ...(s.order ? ['批次 ', { strong: s.order }] : []),
    '已处理完',
    ...count('，成功 ', s.done),
    '。每一笔的结果见 result_details，',
    { strong: '其中可能有失败的' },
    '。',
  ],
  'batch-paid': (s) => [
    '批量付款',
    ...(s.order ? ['批次 ', { strong: s.order }] : []),
    '已处理完',
    ...count('，成功 ', s.done),
    ...count('，失败 ', s.undone),
    '。',
  ],
  'address-check': () => [
    '这是校验服务器地址的请求，不是消息：原样返回 echostr 的明文，地址才能保存。企业微信的 echostr 是加密的，须先解密。',
  ],
  message: (s) => ['这是一条', ...topic(s.topic), '消息，不是付款或退款通知', ...order(s.order), '。逐项含义见下方字段。'],
};

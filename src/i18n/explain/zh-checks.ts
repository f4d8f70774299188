/** In Chinese: the questions beside the verdict, and what each answer means. */
import type { CheckParams, CheckWords, Explaining } from './words.ts';

/** Two amounts, side by side. */
const both = ({ left, right }: CheckParams): string => (left !== undefined && right !== undefined ? `（${left} 与 ${right}）` : '');

const agree =
  (ask: string, yes: string, no: string) =>
  (p: CheckParams): CheckWords => ({ ask, yes: `${yes}${both(p)}`, no: `${no}${both(p)}` });

function age(minutes: string | undefined): string {
  const count = Number(minutes ?? 0);
  if (count < 60) return `${count} 分钟`;
  return count < 48 * 60 ? `${Math.floor(count / 60)} 小时` : `${Math.floor(count / 1440)} 天`;
}

const seconds = (text: string | undefined): string => age(String(Math.floor(Math.abs(Number(text ?? 0)) / 60)));

export const checks: Explaining['checks'] = {
  unknown: '报文里的内容不足以判断',
  soft: '不一定是错误',
  words: {
    'bills-equal-total': agree('各支付渠道金额之和等于订单总额', '相等', '不相等，金额或 fund_bill_list 可能被改过'),
    'receipt-equals-rest': agree('实收金额等于总额减商家优惠', '相等', '不相等，与优惠由谁出资有关'),
    'buyer-pay-equals-rest': agree('买家实付等于总额减各项优惠', '相等', '不相等，有些产品把红包、集分宝算作买家出资'),
    'points-equal-bill': agree('集分宝金额与 fund_bill_list 一致', '一致', '不一致'),
    'invoice-within-buyer-pay': agree('可开票金额不超过买家实付', '没有超过', '超过了'),
    'refund-within-total': agree('累计退款不超过订单总额', '没有超过', '退款超过了总额，请人工核对'),
    'vouchers-equal-discount': agree('优惠券金额之和等于总额减买家实付', '相等', '不相等，可能还有别的优惠'),
    'voucher-parts': (p) => ({
      ask: '每张优惠券的金额等于各方出资之和',
      yes: '相等',
      no: `第 ${p['index'] ?? '?'} 张不相等${both(p)}`,
    }),
    'fee-equals-price': agree('交易金额等于单价乘数量加折扣', '相等', '不相等，而报文没有说改过价'),
    'frozen-rest': agree('剩余冻结等于累计冻结减解冻减转支付', '相等', '不相等'),
    'send-back-within-refund': agree('本次退回金额不超过退款金额', '没有超过', '超过了'),
    'cash-within-total': agree('现金支付不超过订单金额', '没有超过', '超过了'),
    'cash-equals-rest': agree('现金支付等于订单金额减代金券', '相等', '不相等'),
    'payer-within-total': agree('用户支付不超过订单金额', '没有超过', '超过了'),
    'promotions-equal-rest': agree('优惠之和等于总额减用户实付', '相等', '不相等'),
    'payer-refund-within-refund': agree('退给用户的金额不超过退款金额', '没有超过', '超过了'),
    'score-adds-up': agree('收款总额等于付费项目减优惠', '相等', '不相等，付费项目可能按次数计'),
    'collection-adds-up': agree('已收与待收之和等于应收', '相等', '不相等'),
    'batch-adds-up': agree('成功与失败金额之和等于批次总额', '相等', '不相等，有的转账还没有结果'),
    'event-agrees': ({ name = '', event = '', value = '' }) => ({
      ask: `${name} 与 event_type 相符`,
      yes: `相符（${value}）`,
      no: `event_type 是 ${event}，${name} 却是 ${value}，请主动查询后再处理`,
    }),
    receiver: () => ({
      ask: '密文里的接收方与你填的一致',
      yes: '一致',
      no: '不一致，这条消息不是发给你这个应用的，不要处理',
    }),
    'refund-matches-status': ({ refund, status = '' }) => ({
      ask: '退款金额与交易状态相符',
      yes: refund === 'full' ? '全额退款，交易已关闭' : '部分退款，交易没有关闭',
      no: refund === 'full' ? `已全额退款，状态却是 ${status}` : `只退了一部分，状态却是 ${status}`,
    }),
    'times-in-order': ({ earlier = '', later = '' }) => ({
      ask: '各时间的先后合理',
      yes: '合理',
      no: `${later} 早于 ${earlier}`,
    }),
    'sign-length': ({ type = '', have = '', want = '' }) => ({
      ask: 'sign 的长度与 sign_type 相符',
      yes: `相符（${have} 个字符）`,
      no: `${type} 的签名应为 ${want} 个字符，这里是 ${have} 个`,
    }),
    'id-shape': ({ name = '', masked }) => ({
      ask: `${name} 的格式`,
      yes: '符合',
      no: masked ? '像是打过码，打码后的报文无法通过验签' : '与通常的格式不同，请核对是否完整',
    }),
    complete: ({ names = '' }) => ({ ask: '必有的参数齐全', yes: '齐全', no: `缺少 ${names}，可能在转存或复制时丢失` }),
    expected: ({ name = '' }) => ({ ask: `${name} 与你填的一致`, yes: '一致', no: '不一致，不是发给你的，或订单不对' }),
    'not-from-future': ({ name = '', minutes }) => ({
      ask: `${name} 不晚于现在`,
      yes: '不晚于现在',
      no: `比现在晚 ${age(minutes)}，请检查服务器或本机时钟`,
    }),
    fresh: ({ name = '', minutes }) => ({
      ask: `${name} 还在重发期限内`,
      yes: `${age(minutes)}前发出`,
      no: `${age(minutes)}前发出，已过重发期限：若刚刚收到，可能是有人重放`,
    }),
    delivery: ({ number = '' }) => ({
      ask: '这是第一次投递',
      yes: '是第一次',
      no: `这是第 ${number} 次投递，前面几次没有得到正确的应答`,
    }),
    'clock-window': ({ seconds: away, window: allowed }) => ({
      ask: '签名时间在服务端允许的范围内',
      yes: '在范围内',
      no: `与现在相差 ${seconds(away)}${allowed ? `，超过 ${seconds(allowed)}` : ''}：线上服务会拒绝，事后排查不受影响`,
    }),
  },
};

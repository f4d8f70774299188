/** Twenty sorted parameters of an invented notification, 760 bytes, every one of which may be missing. And what their search costs. */

export const TWENTY: readonly string[] = [
  'app_id=2021000000000001',
  'auth_app_id=2021000000000001',
  'buyer_id=2088000000000002',
  'buyer_logon_id=159****0000',
  'buyer_pay_amount=128.50',
  'charset=utf-8',
  'fund_bill_list=[{"amount":"100.00","fundChannel":"ALIPAYACCOUNT"},{"amount":"28.50","fundChannel":"PCREDIT"}]',
  'gmt_create=2025-03-01 12:00:01',
  'gmt_payment=2025-03-01 12:00:09',
  'invoice_amount=128.50',
  'notify_id=20250301002221200090000000000001',
  'notify_time=2025-03-01 12:00:10',
  'notify_type=trade_status_sync',
  'out_trade_no=SHOP-20250301-0000000042',
  'passback_params=store%3D0571-08%26desk%3D3%26campaign%3Dspring-sale-of-teapots%26clerk%3D17%26receipt%3Demail',
  'receipt_amount=128.50',
  'subject=西湖龙井 250 克与紫砂壶一把（礼盒装）',
  'total_amount=128.50',
  'trade_no=2025030122001400000000000001',
  'trade_status=TRADE_SUCCESS',
];

/** Compressions that all subsets need when each beginning is hashed once: the tails' lengths, and how many contents have each. */
export function countCompressions(lengths: readonly number[]): number {
  let tails = new Map([[-1, 1]]);
  let compressions = 0;
  for (const length of lengths) {
    const next = new Map(tails);
    for (const [tail, contents] of tails) {
      const end = tail + 1 + length;
      compressions += contents * Math.floor(end / 64);
      next.set(end % 64, (next.get(end % 64) ?? 0) + contents);
    }
    tails = next;
  }
  for (const [tail, contents] of tails) compressions += contents * (tail < 56 ? 1 : 2);
  return compressions;
}

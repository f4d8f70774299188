/** Invented v3 notifications with an encrypted part: one content for each event of the documents, in the shape that they give it. */
import { createCipheriv } from 'node:crypto';

export const APIV3_KEY = '0123456789abcdefghijklmnopqrstuv';
export const OPENID = 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o';

const trade = {
  mchid: '1230000109',
  appid: 'wxd678efe567ac6787',
  out_trade_no: 'WX20240520132935001',
  transaction_id: '4200000533202405200000000001',
  trade_type: 'JSAPI',
  trade_state: 'SUCCESS',
  trade_state_desc: '支付成功',
  bank_type: 'CMC_DEBIT',
  attach: '',
  success_time: '2024-05-20T13:29:34+08:00',
  payer: { openid: OPENID },
  amount: { total: 8880, payer_total: 8380, currency: 'CNY', payer_currency: 'CNY' },
  promotion_detail: [{ coupon_id: '109519', name: '单品惠-6', scope: 'SINGLE', type: 'NOCASH', amount: 500, currency: 'CNY' }],
};
const { appid: _appid, mchid: _mchid, payer: _payer, ...common } = trade;

export const partner = {
  ...common,
  sp_mchid: '1230000110',
  sp_appid: 'wx8888888888888888',
  sub_mchid: '1900000109',
  payer: { sp_openid: OPENID, sub_openid: '' },
};

const order = (index: number, total: number) => ({
  mchid: `190000010${index}`,
  trade_type: 'JSAPI',
  trade_state: 'SUCCESS',
  bank_type: 'OTHERS',
  attach: '深圳分店',
  amount: { total_amount: total, payer_amount: total, currency: 'CNY', payer_currency: 'CNY', settlement_rate: 100000000 },
  success_time: '2024-05-20T13:29:34+08:00',
  transaction_id: `420000053320240520000000001${index}`,
  out_trade_no: `SUB2024052000${index}`,
});

export const combined = {
  combine_appid: 'wxd678efe567ac6787',
  combine_mchid: '1900000109',
  combine_out_trade_no: 'C20240520001',
  combine_payer_info: { openid: OPENID },
  scene_info: { device_id: 'POS1:1' },
  sub_orders: [order(1, 1000), order(2, 2050)],
};

const refund = (status: string) => ({
  mchid: '1230000109',
  out_trade_no: 'WX20240520132935001',
  transaction_id: '4200000533202405200000000001',
  out_refund_no: 'R20240521001',
  refund_id: '50300806822024052100000000001',
  refund_status: status,
  ...(status === 'SUCCESS' ? { success_time: '2024-05-21T10:00:00+08:00' } : {}),
  amount: { total: 8880, refund: 1000, payer_total: 8380, payer_refund: 900 },
  user_received_account: '招商银行信用卡0403',
});

const service = (status: string) => ({
  appid: 'wxd678efe567ac6787',
  mchid: '1230000109',
  out_request_no: '1234323JKHDFE1243252',
  service_id: '500001',
  openid: OPENID,
  user_service_status: status,
  openorclose_time: '20240520132935',
  authorization_code: '1275342195190894594',
});

const score = {
  appid: 'wxd678efe567ac6787',
  mchid: '1230000109',
  out_order_no: 'S20240520001',
  service_id: '500001',
  openid: OPENID,
  service_introduction: '充电宝租借',
  post_payments: [
    { name: '租金', amount: 3000, description: '每小时 2 元' },
    { name: '服务费', amount: 1000, description: '按次' },
  ],
  post_discounts: [{ name: '满减', description: '满 30 减 5', amount: 500 }],
  risk_fund: { name: 'DEPOSIT', amount: 9900, description: '押金' },
  time_range: { start_time: '20240520120000', end_time: '20240520140000' },
  location: { start_location: '嗨客时尚主题展餐厅', end_location: '嗨客时尚主题展餐厅' },
  attach: '',
  order_id: '15646546545165651651',
};

const bill = (state: string) => ({
  mch_id: '1230000109',
  out_bill_no: 'T20240520001',
  transfer_bill_no: '1330000071100999991182020050700019480001',
  transfer_amount: 4000,
  state,
  openid: OPENID,
  ...(state === 'FAIL' ? { fail_reason: 'PAYEE_ACCOUNT_ABNORMAL' } : {}),
  create_time: '2024-05-20T13:29:34+08:00',
  update_time: '2024-05-20T13:31:00+08:00',
});

const batch = (status: string) => ({
  mchid: '1230000109',
  out_batch_no: 'B20240520001',
  batch_id: '1030000071100999991182020050700019480001',
  batch_status: status,
  total_num: 3,
  total_amount: 30000,
  ...(status === 'FINISHED'
    ? { success_amount: 20000, success_num: 2, fail_amount: 10000, fail_num: 1 }
    : { close_reason: 'OVERDUE_CLOSE' }),
  update_time: '2024-05-20T13:31:00+08:00',
});

const contract = (state: string) => ({
  appid: 'wxd678efe567ac6787',
  mchid: '1230000109',
  openid: OPENID,
  plan_id: 123,
  contract_id: '202405201234567890',
  out_contract_code: 'K20240520001',
  contract_state: state,
  contract_signed_time: '2024-05-20T13:29:34+08:00',
  contract_expired_time: '2034-05-20T13:29:34+08:00',
  ...(state === 'TERMINATED' ? { contract_terminated_time: '2024-06-20T13:29:34+08:00' } : {}),
});

const sharing = {
  mchid: '1230000109',
  transaction_id: '4200000533202405200000000001',
  order_id: '3008450740201411110007820472',
  out_order_no: 'P20240520150406',
  receiver: { type: 'PERSONAL_OPENID', account: OPENID, amount: 888, description: '推广分成' },
  success_time: '2024-05-20T13:29:34+08:00',
};

/** By event: the content, the sentence, the state if there is one, the amount as people write it. */
export const CONTENTS: Readonly<
  Record<string, { readonly content: object; readonly says: string; readonly state?: string; readonly amount?: string }>
> = {
  'TRANSACTION.SUCCESS': { content: trade, says: 'paid', state: 'SUCCESS', amount: '88.80' },
  'REFUND.SUCCESS': { content: refund('SUCCESS'), says: 'refund-made', state: 'SUCCESS', amount: '88.80' },
  'REFUND.ABNORMAL': { content: refund('ABNORMAL'), says: 'refund-abnormal', state: 'ABNORMAL', amount: '88.80' },
  'REFUND.CLOSED': { content: refund('CLOSED'), says: 'refund-closed', state: 'CLOSED', amount: '88.80' },
  'PAYSCORE.USER_OPEN_SERVICE': { content: service('USER_OPEN_SERVICE'), says: 'service-opened', state: 'USER_OPEN_SERVICE' },
  'PAYSCORE.USER_CLOSE_SERVICE': { content: service('USER_CLOSE_SERVICE'), says: 'service-closed', state: 'USER_CLOSE_SERVICE' },
  'PAYSCORE.USER_CONFIRM': {
    content: { ...score, state: 'DOING', state_description: 'USER_CONFIRM' },
    says: 'score-confirmed',
    state: 'DOING',
  },
  'PAYSCORE.USER_PAID': {
    content: {
      ...score,
      state: 'DONE',
      total_amount: 3500,
      need_collection: true,
      collection: {
        state: 'USER_PAID',
        total_amount: 3500,
        paying_amount: 0,
        paid_amount: 3500,
        details: [
          { seq: 1, amount: 3500, paid_type: 'NEWTON', paid_time: '20240520141000', transaction_id: '4200000533202405200000000009' },
        ],
      },
    },
    says: 'score-paid',
    state: 'DONE',
    amount: '35.00',
  },
  'MCHTRANSFER.BILL.FINISHED': { content: bill('SUCCESS'), says: 'transferred', state: 'SUCCESS', amount: '40.00' },
  'MCHTRANSFER.BATCH.FINISHED': { content: batch('FINISHED'), says: 'transfer-batch', state: 'FINISHED', amount: '300.00' },
  'MCHTRANSFER.BATCH.CLOSED': { content: batch('CLOSED'), says: 'transfer-batch-closed', state: 'CLOSED', amount: '300.00' },
  'PROFITSHARING.SUCCESS': { content: sharing, says: 'shared', amount: '8.88' },
  'PROFITSHARING.RETURN': { content: sharing, says: 'share-returned', amount: '8.88' },
  'COUPON.USE': {
    content: {
      stock_creator_mchid: '1230000109',
      stock_id: '9856888',
      coupon_id: '98674556',
      coupon_name: '微信支付代金券',
      status: 'USED',
      description: '满 100 元可用',
      create_time: '2024-05-20T13:29:34+08:00',
      coupon_type: 'NORMAL',
      no_cash: true,
      singleitem: false,
      normal_coupon_information: { coupon_amount: 600, transaction_minimum: 10000 },
      consume_information: {
        consume_time: '2024-05-20T13:29:34+08:00',
        consume_mchid: '1230000109',
        transaction_id: '4200000533202405200000000001',
      },
    },
    says: 'coupon-used',
    state: 'USED',
    amount: '6.00',
  },
  'COUPON.SEND': {
    content: {
      event_type: 'EVENT_TYPE_BUSICOUPON_SEND',
      coupon_code: '123456',
      stock_id: '9856888',
      send_time: '2024-05-20T13:29:34+08:00',
      openid: OPENID,
    },
    says: 'coupon-sent',
  },
  'COMPLAINT.CREATE': { content: { complaint_id: '200201820200101080076610000', action_type: 'CREATE_COMPLAINT' }, says: 'complained' },
  'COMPLAINT.STATE_CHANGE': { content: { complaint_id: '200201820200101080076610000', action_type: 'USER_RESPONSE' }, says: 'complained' },
  'VIOLATION.PUNISH': {
    content: {
      sub_mchid: '1900000109',
      company_name: '财付通支付科技有限公司',
      record_id: '200201820200101080076610000',
      punish_plan: '关闭支付权限',
      punish_time: '2024-05-20T13:29:34+08:00',
      risk_type: 'ONE_YUAN_PURCHASES',
      risk_description: '一元购',
    },
    says: 'violation',
  },
  'VEHICLE.ENTRANCE_STATE_CHANGE': {
    content: {
      mchid: '1230000109',
      parking_id: '5K8264ILTKCH16CQ2502SI8ZNMTM67VS',
      out_parking_no: '1231243',
      plate_number: '粤B888888',
      plate_color: 'BLUE',
      start_time: '2024-05-20T13:29:34+08:00',
      parking_name: '欢乐海岸停车场',
      free_duration: 3600,
      parking_state: 'NORMAL',
      state_update_time: '2024-05-20T13:29:34+08:00',
    },
    says: 'parked',
    state: 'NORMAL',
  },
  'ENTRUST.SIGN': { content: contract('SIGNED'), says: 'agreed', state: 'SIGNED' },
  'ENTRUST.TERMINATE': { content: contract('TERMINATED'), says: 'ended', state: 'TERMINATED' },
  'TRANSACTION.FAIL': { content: { ...trade, trade_state: 'PAYERROR' }, says: 'failed', amount: '88.80' },
  'TRANSACTION.PAY_BACK': { content: trade, says: 'paid-back', amount: '88.80' },
};

/** The envelope around an encrypted content. */
export function sealed(event: string, content: object, key = APIV3_KEY): string {
  const cipher = createCipheriv('aes-256-gcm', key, 'fdasflkja484').setAAD(Buffer.from('transaction'));
  const text = Buffer.concat([cipher.update(JSON.stringify(content)), cipher.final(), cipher.getAuthTag()]).toString('base64');
  return JSON.stringify({
    id: '0c2f6f1e-0000-5000-8000-000000000001',
    create_time: '2024-05-20T13:29:35+08:00',
    resource_type: 'encrypt-resource',
    event_type: event,
    summary: '通知',
    resource: {
      original_type: 'transaction',
      algorithm: 'AEAD_AES_256_GCM',
      ciphertext: text,
      associated_data: 'transaction',
      nonce: 'fdasflkja484',
    },
  });
}

export { bill, refund };

/** In English: every state of a trade, a refund, a transfer and the like: what it means and what to do. */
import type { Explaining } from './words.ts';

export const states: Explaining['states'] = {
  'alipay-trade': {
    WAIT_BUYER_PAY: { label: 'Waiting for payment', note: 'created' },
    TRADE_SUCCESS: { label: 'Paid', note: 'refundable' },
    TRADE_FINISHED: { label: 'Finished', note: 'no refund' },
    TRADE_CLOSED: { label: 'Closed', note: 'unpaid or fully refunded' },
  },
  'alipay-escrow': {
    WAIT_BUYER_PAY: { label: 'Waiting for payment', note: 'The trade was created. Do not deliver.' },
    WAIT_SELLER_SEND_GOODS: { label: 'Waiting for delivery', note: 'Paid, and held by Alipay: you may deliver.' },
    WAIT_BUYER_CONFIRM_GOODS: { label: 'Waiting for receipt', note: 'Delivered; the money comes once the buyer confirms.' },
    TRADE_FINISHED: { label: 'Finished', note: 'The buyer confirmed, the money is yours.' },
    TRADE_CLOSED: { label: 'Closed', note: 'Timed out unpaid, or fully refunded.' },
  },
  trade: {
    NOTPAY: { label: 'Not paid', note: 'No payment yet. Do not deliver.' },
    USERPAYING: { label: 'User is paying', note: 'The user is entering the password. Do not deliver; query soon.' },
    ACCEPT: { label: 'Accepted', note: 'The deduction is pending; wait for the next notification.' },
    SUCCESS: { label: 'Paid', note: 'The money arrived. Deliver once everything agrees; it can be refunded.' },
    CLOSED: { label: 'Closed', note: 'Not paid. This order number cannot be paid any more.' },
    REVOKED: { label: 'Revoked', note: 'The payment-code payment was revoked; no money came in.' },
    PAYERROR: { label: 'Failed', note: 'The deduction failed. Ask the user to pay another way.' },
    REFUND: { label: 'Refunded', note: 'There are refunds of this order: their amounts are in the refund orders.' },
  },
  refund: {
    PROCESSING: { label: 'Being processed', note: 'No result yet. Wait for it, or query the refund.' },
    SUCCESS: { label: 'Refunded', note: 'The user has the money. Update your refund record.' },
    ABNORMAL: { label: 'Abnormal', note: 'The user does not have the money. Handle it by hand on the merchant platform.' },
    CLOSED: { label: 'Closed', note: 'Nothing was refunded. Find out why; you may ask again.' },
  },
  'refund-v2': {
    SUCCESS: { label: 'Refunded', note: 'The user has the money. Update your refund record.' },
    CHANGE: { label: 'Abnormal', note: 'The user does not have the money. Handle it by hand on the merchant platform.' },
    REFUNDCLOSE: { label: 'Closed', note: 'Nothing was refunded. Find out why; you may ask again.' },
  },
  score: {
    CREATED: { label: 'Created', note: 'Waits for the user. Do not serve yet.' },
    DOING: { label: 'In progress', note: 'The user confirmed: you may serve. Nothing is charged yet.' },
    DONE: { label: 'Complete', note: 'Whether the money came, collection.state tells.' },
    REVOKED: { label: 'Cancelled', note: 'The order is cancelled and nothing is charged.' },
    EXPIRED: { label: 'Expired', note: 'The user did not confirm in time. Make a new order if needed.' },
  },
  service: {
    USER_OPEN_SERVICE: { label: 'Authorised', note: 'Keep the authorisation; orders can be made on it.' },
    USER_CLOSE_SERVICE: { label: 'Withdrawn', note: 'Delete the authorisation; make no more orders on it.' },
  },
  transfer: {
    ACCEPTED: { label: 'Accepted', note: 'The transfer was accepted.' },
    PROCESSING: { label: 'Locking funds', note: 'If it stays here, look at your balance.' },
    WAIT_USER_CONFIRM: { label: 'Awaiting the user', note: 'The funds are locked. Ask the user to confirm.' },
    TRANSFERING: { label: 'On its way', note: 'The user confirmed. Wait for the final state; do not pay out again.' },
    CANCELING: { label: 'Being cancelled', note: 'Wait for the final state.' },
    SUCCESS: { label: 'Transferred', note: 'The user has the money.' },
    FAIL: { label: 'Failed', note: 'Nothing was paid out. See fail_reason.' },
    CANCELLED: { label: 'Cancelled', note: 'You cancelled it; nothing was paid out.' },
  },
  'transfer-batch': {
    WAIT_PAY: { label: 'Awaiting payment', note: 'An administrator has to confirm.' },
    ACCEPTED: { label: 'Accepted', note: 'The batch was accepted.' },
    PROCESSING: { label: 'On its way', note: 'Not over yet; wait for the final state.' },
    FINISHED: { label: 'Through', note: 'There are results; each transfer may have succeeded or failed.' },
    CLOSED: { label: 'Closed', note: 'Nothing was paid out. See close_reason.' },
  },
  contract: {
    SIGNED: { label: 'Signed', note: 'Keep the contract number; you may charge on it.' },
    TERMINATED: { label: 'Terminated', note: 'Do not charge on it any more.' },
  },
  'contract-v2': {
    ADD: { label: 'Signed', note: 'Keep the contract number; you may charge on it.' },
    DELETE: { label: 'Terminated', note: 'Do not charge on it any more.' },
  },
  coupon: {
    SENDED: { label: 'Usable', note: 'Given out, not used yet.' },
    USED: { label: 'Used', note: 'The coupon is spent. Compare the order that it paid.' },
    EXPIRED: { label: 'Expired', note: 'Never used, and void.' },
  },
  parking: {
    NORMAL: { label: 'Normal', note: 'The fee can be charged automatically.' },
    BLOCKED: { label: 'Blocked', note: 'Nothing can be charged automatically: collect the fee another way.' },
  },
};

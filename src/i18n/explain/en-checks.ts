/** In English: the questions beside the verdict, and what each answer means. */
import type { CheckParams, CheckWords, Explaining } from './words.ts';

/** Two amounts, side by side. */
const both = ({ left, right }: CheckParams): string => (left !== undefined && right !== undefined ? ` (${left} and ${right})` : '');

const agree =
  (ask: string, yes: string, no: string) =>
  (p: CheckParams): CheckWords => ({ ask, yes: `${yes}${both(p)}`, no: `${no}${both(p)}` });

function age(minutes: string | undefined): string {
  const count = Number(minutes ?? 0);
  const [value, unit] =
    count < 60 ? [count, 'minute'] : count < 48 * 60 ? [Math.floor(count / 60), 'hour'] : [Math.floor(count / 1440), 'day'];
  return `${value} ${unit}${value === 1 ? '' : 's'}`;
}

const seconds = (text: string | undefined): string => age(String(Math.floor(Math.abs(Number(text ?? 0)) / 60)));

export const checks: Explaining['checks'] = {
  unknown: 'The message does not say enough to tell',
  soft: 'not necessarily a fault',
  words: {
    'bills-equal-total': agree(
      'The payment channels add up to the total',
      'They do',
      'They do not: an amount or fund_bill_list may have been changed',
    ),
    'receipt-equals-rest': agree(
      'The amount received is the total less what the merchant gives',
      'It is',
      'It is not; that depends on who pays for a discount',
    ),
    'buyer-pay-equals-rest': agree(
      'The buyer paid the total less all discounts',
      'Equal',
      'Not equal; some products count coupons and points as the buyer’s money',
    ),
    'points-equal-bill': agree('The points agree with fund_bill_list', 'They agree', 'They do not agree'),
    'invoice-within-buyer-pay': agree('The invoice amount is within what the buyer paid', 'It is', 'It is more'),
    'refund-within-total': agree('Refunds so far are within the total', 'They are', 'More was refunded than paid: have someone look at it'),
    'vouchers-equal-discount': agree(
      'The vouchers add up to the total less what the buyer paid',
      'They do',
      'They do not; there may be other discounts',
    ),
    'voucher-parts': (p) => ({
      ask: 'The amount of each voucher is what its payers contribute',
      yes: 'It is',
      no: `Not so for voucher ${p['index'] ?? '?'}${both(p)}`,
    }),
    'fee-equals-price': agree(
      'The fee is price times quantity plus discount',
      'It is',
      'It is not, though the message says nothing of a changed price',
    ),
    'frozen-rest': agree('What is still frozen is all frozen less released and paid', 'It is', 'It is not'),
    'send-back-within-refund': agree('What was sent back is within the refund', 'It is', 'It is more'),
    'cash-within-total': agree('Cash is within the order’s amount', 'It is', 'It is more'),
    'cash-equals-rest': agree('Cash is the order’s amount less coupons', 'It is', 'It is not'),
    'payer-within-total': agree('The user’s payment is within the order’s amount', 'It is', 'It is more'),
    'promotions-equal-rest': agree('The discounts add up to the total less what the user paid', 'They do', 'They do not'),
    'payer-refund-within-refund': agree('What the user gets back is within the refund', 'It is', 'It is more'),
    'score-adds-up': agree('The total is the items less the discounts', 'It is', 'It is not; items may be counted several times'),
    'collection-adds-up': agree('What was and will be collected adds up to what is due', 'It does', 'It does not'),
    'batch-adds-up': agree(
      'What succeeded and failed adds up to the batch',
      'It does',
      'It does not; some transfers may have no result yet',
    ),
    'event-agrees': ({ name = '', event = '', value = '' }) => ({
      ask: `${name} agrees with event_type`,
      yes: `It does (${value})`,
      no: `event_type is ${event}, yet ${name} is ${value}: query before you act`,
    }),
    receiver: () => ({
      ask: 'The receiver inside is the one you expect',
      yes: 'It is',
      no: 'It is another: the message is not meant for this application, do not act on it',
    }),
    'refund-matches-status': ({ refund, status = '' }) => ({
      ask: 'The refund fits the state of the trade',
      yes: refund === 'full' ? 'Refunded in full, and the trade is closed' : 'Refunded in part, and the trade is not closed',
      no: refund === 'full' ? `Refunded in full, yet the state is ${status}` : `Refunded in part only, yet the state is ${status}`,
    }),
    'times-in-order': ({ earlier = '', later = '' }) => ({
      ask: 'The times follow each other',
      yes: 'They do',
      no: `${later} is before ${earlier}`,
    }),
    'sign-length': ({ type = '', have = '', want = '' }) => ({
      ask: 'The length of sign fits sign_type',
      yes: `It does (${have} characters)`,
      no: `A signature of ${type} has ${want} characters, this one ${have}`,
    }),
    'id-shape': ({ name = '', masked }) => ({
      ask: `The shape of ${name}`,
      yes: 'As usual',
      no: masked ? 'It looks masked; a masked message cannot verify' : 'Not the usual one: check that it is complete',
    }),
    complete: ({ names = '' }) => ({
      ask: 'Every parameter that must be there is there',
      yes: 'It is',
      no: `Missing: ${names}. Storing or copying may have lost it`,
    }),
    expected: ({ name = '' }) => ({
      ask: `${name} is what you expect`,
      yes: 'It is',
      no: 'It is not: the message is for someone else, or the order is another',
    }),
    'not-from-future': ({ name = '', minutes }) => ({
      ask: `${name} is not in the future`,
      yes: 'It is not',
      no: `It is ${age(minutes)} ahead: check the clock of the server, or yours`,
    }),
    fresh: ({ name = '', minutes }) => ({
      ask: `${name} is within the time of redeliveries`,
      yes: `Sent ${age(minutes)} ago`,
      no: `Sent ${age(minutes)} ago, past the last redelivery: if it arrived just now, it may be a replay`,
    }),
    delivery: ({ number = '' }) => ({
      ask: 'This is the first delivery',
      yes: 'It is',
      no: `This is delivery ${number}: those before got no proper answer`,
    }),
    'clock-window': ({ seconds: away, window: allowed }) => ({
      ask: 'The time of signing is within what a server allows',
      yes: 'It is',
      no: `It is ${seconds(away)} from now${allowed ? `, more than ${seconds(allowed)}` : ''}: a live server would refuse it; here it does not matter`,
    }),
  },
};

/** In English: the sentences of rarer messages, and the questions beside the verdict. */
import type { CheckParams, CheckWords, ExplainMessages, RareSentences } from './messages-explain.ts';
import type { Phrase } from './messages.ts';

const order = (text: string | undefined): readonly Phrase[] => (text ? [' for order ', { strong: text }] : []);
const buyer = (text: string | undefined): Phrase => ({ strong: text ?? '(not given)' });
const count = (text: string | undefined, label: string): readonly Phrase[] => (text ? [', ', { strong: text }, label] : []);

export const enSentences: RareSentences = {
  held: (s, w) => [
    'Buyer ',
    buyer(s.buyer),
    ' paid ',
    { strong: w.amount || '(amount not given)' },
    ...order(s.order),
    '. Alipay holds the money: ',
    { strong: 'it is yours once receipt is confirmed' },
    '.',
  ],
  pending: (s, w) => [
    'The payment',
    ...(w.amount ? [' of ', { strong: w.amount }] : []),
    ...order(s.order),
    ' has ',
    { strong: 'no certain result yet' },
    '. Rely on the notification or on a query.',
  ],
  agreed: (s) => ['User ', buyer(s.buyer), ' has ', { strong: 'signed an agreement' }, ...order(s.order), '.'],
  ended: (s) => ['User ', buyer(s.buyer), ' has ', { strong: 'ended the agreement' }, ...order(s.order), '. Do not charge on it any more.'],
  authorised: () => [
    'A merchant has ',
    { strong: 'authorised' },
    ' you to act for its application. The message holds its tokens: keep them out of logs.',
  ],
  frozen: (s, w) => [
    { strong: w.amount || '(amount not given)' },
    ' of user ',
    buyer(s.buyer),
    ' is now ',
    { strong: 'frozen' },
    ...order(s.order),
    '. This is a pre-authorisation, no payment: the money is not yours yet.',
  ],
  unfrozen: (s, w) => [
    { strong: w.amount || '(amount not given)' },
    ' of user ',
    buyer(s.buyer),
    ' was ',
    { strong: 'released' },
    ...order(s.order),
    ' and is the user’s again.',
  ],
  'batch-refund': (s) => [
    'A batch of refunds',
    ...(s.order ? [' (', { strong: s.order }, ')'] : []),
    ' is through',
    ...count(s.done, ' succeeded'),
    '. The result of each is in result_details: ',
    { strong: 'some may have failed' },
    '.',
  ],
  'batch-paid': (s) => [
    'A batch of payouts',
    ...(s.order ? [' (', { strong: s.order }, ')'] : []),
    ' is through',
    ...count(s.done, ' succeeded'),
    ...count(s.undone, ' failed'),
    '.',
  ],
  message: (s) => [
    'A message',
    ...(s.topic ? [' about ', { strong: s.topic }] : []),
    ...order(s.order),
    ', neither a payment nor a refund. The fields below say what it holds.',
  ],
};

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

export const enExplain: ExplainMessages = {
  checks: {
    region: 'Business checks',
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
      'refund-within-total': agree(
        'Refunds so far are within the total',
        'They are',
        'More was refunded than paid: have someone look at it',
      ),
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
  },
};

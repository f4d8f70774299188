/** mapi-batch-refund and mapi-batch-trans: one notification for many refunds or payouts. */
import { Marks } from '../../evidence.ts';
import type { Dialect } from '../../provider.ts';

const load: Dialect['load'] = async () => (await import('../rules-of-forms.ts')).mapi;

export const batchRefund: Dialect = {
  id: 'mapi-batch-refund',
  claims: (reading) => {
    const seen = new Marks(reading);
    seen.is('notify_type', 0.6, (value) => value === 'batch_refund_notify');
    seen.is('result_details', 0.3, (value) => value.includes('^'));
    if (seen.has('result_details')) seen.some(['batch_no', 'success_num'], 0.1);
    return seen.claim(0.3);
  },
  load,
};

export const batchTrans: Dialect = {
  id: 'mapi-batch-trans',
  claims: (reading) => {
    const seen = new Marks(reading);
    seen.is('notify_type', 0.6, (value) => value === 'batch_trans_notify');
    seen.some(['success_details', 'fail_details'], 0.3);
    seen.some(['pay_account_no', 'pay_user_id', 'pay_user_name'], 0.1);
    return seen.claim(0.3);
  },
  load,
};

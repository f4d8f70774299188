/** What is most likely missing from a message: what others in the same state of the trade carry, and this one lacks. */
import type { Provider } from '../providers/provider.ts';
import type { Reading } from '../read/reading.ts';

/** A refund is told by any of these, whatever else is lost. */
const REFUND = ['gmt_refund', 'refund_fee', 'out_biz_no', 'refund_status'];

/** @returns names, those of the state first, then those that every message of the dialect has */
export function missingFrom(
  { pairs }: Pick<Reading, 'pairs'>,
  provider: Pick<Provider, 'names' | 'usual'>,
  dialect: string,
): readonly string[] {
  const values = new Map(pairs.map(({ name, value }) => [name, value]));
  const status = values.get('trade_status');
  // Money that was paid and a trade that was closed all the same: it went back.
  const refund =
    REFUND.some((name) => values.has(name) && !/^0?(\.0*)?$/.test(values.get(name) ?? '')) ||
    (status === 'TRADE_CLOSED' && values.has('gmt_payment'));
  const fits = ({ dialects, when }: NonNullable<Provider['usual']>[number]): boolean =>
    dialects.includes(dialect) && (!when || (status !== undefined && when.status.includes(status) && when.refund === refund));
  const usual = (provider.usual ?? []).filter(fits).flatMap(({ names }) => names);
  const required = provider.names.filter(({ name, required: of }) => of?.includes(dialect) && !/[.[*]/.test(name)).map(({ name }) => name);
  const absent = [...usual, ...required].flatMap((name) => {
    const choice = typeof name === 'string' ? [name] : name;
    return choice.some((each) => values.has(each)) ? [] : choice.slice(0, 1);
  });
  return [...new Set(absent)];
}

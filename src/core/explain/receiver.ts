/** Whose application a message callback is meant for: its id stands after the message, inside what only the receiver can open. */
import type { Explanation } from './explanation.ts';

/** @see developers.weixin.qq.com, 消息加解密说明: the AppID, CorpID or SuiteID at the end is to be compared */
export function withReceiver(explanation: Explanation, receiver: string | undefined, wanted: string | undefined): Explanation {
  if (receiver === undefined) return explanation;
  const own = wanted?.trim() ?? '';
  return own === ''
    ? { ...explanation, todo: [{ id: 'app', name: 'receiver', value: receiver.slice(0, 128) }, ...(explanation.todo ?? [])] }
    : { ...explanation, checks: [{ id: 'receiver', answer: own === receiver ? 'yes' : 'no' }, ...explanation.checks] };
}

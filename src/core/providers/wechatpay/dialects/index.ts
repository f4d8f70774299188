/** Every kind of message that WeChat Pay sends, and the message callbacks that merchants meet beside them. */
import type { Dialect } from '../../provider.ts';
import { message } from './message.ts';
import { v2, v2Contract, v2Refund } from './v2.ts';
import { certificates, v3, v3Sm } from './v3.ts';

export const dialects: readonly Dialect[] = [v3, v3Sm, certificates, v2, v2Refund, v2Contract, message];

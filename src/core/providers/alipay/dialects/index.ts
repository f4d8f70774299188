/** Every kind of message that Alipay sends; each says by itself how well a reading fits it. */
import type { Dialect } from '../../provider.ts';
import { notify, notifyRefund } from './notify.ts';
import { openapiReturn } from './return.ts';

export const dialects: readonly Dialect[] = [notify, notifyRefund, openapiReturn];

/** Every kind of message that Alipay sends; each says by itself how well a reading fits it. */
import type { Dialect } from '../../provider.ts';
import { agreement, appAuth, fundAuth } from './agreement.ts';
import { antom, intlSpi, openapi3Response } from './headers.ts';
import { batchRefund, batchTrans } from './mapi-batch.ts';
import { securitypayResult, wapNotify, wapReturn } from './mapi-wap.ts';
import { mapiNotify, mapiNotifyIntl, mapiResponse, mapiReturn } from './mapi.ts';
import { fromAnt } from './message.ts';
import { notify, notifyRefund } from './notify.ts';
import { appSyncResult, gatewayResponse, gatewayResponseXml } from './response.ts';
import { openapiReturn } from './return.ts';
import { lifeAccount, serviceMarket, serviceNotify } from './service.ts';

export const dialects: readonly Dialect[] = [
  notify,
  notifyRefund,
  openapiReturn,
  gatewayResponse,
  gatewayResponseXml,
  appSyncResult,
  agreement,
  fundAuth,
  appAuth,
  fromAnt,
  serviceMarket,
  serviceNotify,
  lifeAccount,
  mapiNotify,
  mapiReturn,
  mapiResponse,
  mapiNotifyIntl,
  batchRefund,
  batchTrans,
  wapNotify,
  wapReturn,
  securitypayResult,
  openapi3Response,
  antom,
  intlSpi,
];

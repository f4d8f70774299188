/** The providers that are known. Adding one adds a folder and a line here. */
import { alipay } from './alipay/index.ts';
import type { Provider } from './provider.ts';
import { wechatpay } from './wechatpay/index.ts';

export const providers: readonly Provider[] = [alipay, wechatpay];

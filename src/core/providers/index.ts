/** The providers that are known. Adding one adds a folder and a line here. */
import { face as alipay } from './alipay/face.ts';
import type { ProviderEntry } from './provider.ts';
import { face as wechatpay } from './wechatpay/face.ts';

export const providers: readonly ProviderEntry[] = [
  { ...alipay, load: async () => (await import('./alipay/index.ts')).alipay },
  { ...wechatpay, load: async () => (await import('./wechatpay/index.ts')).wechatpay },
];

/** The part of the provider that is loaded with the page: whose message it is, and what in it is encrypted. */
import type { ProviderFace } from '../provider.ts';
import { dialects } from './dialects/index.ts';
import { sealedIn } from './sealed.ts';

export const face: ProviderFace = { id: 'wechatpay', dialects, sealed: sealedIn };

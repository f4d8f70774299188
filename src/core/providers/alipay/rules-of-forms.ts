/** What each dialect that signs sorted parameters is verified by. */
import type { DialectRules } from '../provider.ts';
import { V1, V2 } from './rules.ts';

const signature = { value: 'sign', type: 'sign_type' };

/** V1 by the documents; V2 was seen on messages of some products, so both are tried. */
export const notify: DialectRules = { rules: [V1, V2], charsets: ['utf-8', 'gbk'], signature };

/** V1 by the documents; the sandbox was found to keep sign_type (yansongda/pay#389). */
export const openapiReturn: DialectRules = { rules: [V1, V2], charsets: ['utf-8', 'gbk'], signature };

/** Alipay as a provider: its dialects, names, published keys and the mistakes that are usual with its messages. */
import type { Provider } from '../provider.ts';
import { certificates, signerOf } from './certificates.ts';
import { face } from './face.ts';
import { mayBeUnsigned, originOf, skeleton } from './foreign.ts';
import { keys } from './keys.ts';
import { known, names } from './names.ts';
import { shapeOf } from './shapes.ts';
import { usual } from './usual.ts';

const skeletons: ReadonlySet<string> = new Set([...known].map(skeleton));

/** Dialects whose signed text is a piece of JSON as it stood. */
const RESPONSES: ReadonlySet<string> = new Set([
  'openapi2-gateway-response',
  'openapi2-app-sync-result',
  'openapi3-response',
  'antom',
  'alipay-intl-spi',
]);

export const alipay: Provider = {
  ...face,
  names,
  known,
  keys,
  // @see Alipay open docs, 公共请求参数 sign_type; MAPI: MD5, RSA, DSA; WAP sec_id: 0001; Antom: RSA256
  algorithms: { RSA256: 'sha-256', RSA: 'sha-1', '0001': 'sha-1', RSA2: 'sha-256', MD5: 'mac', SM2: 'sm2', DSA: 'dsa' },
  suspects: async (dialect) => {
    const { suspects, responseSuspects } = await import('./suspects/index.ts');
    return RESPONSES.has(dialect) ? responseSuspects : suspects;
  },
  mayBeUnsigned: (name) => mayBeUnsigned(name, known, skeletons),
  wrongKeys: ['app-key-as-alipay-key', 'wrong-app-key', 'wrong-env-key', 'alipay-key-recopied', 'key-rotated', 'cert-mode-vs-key-mode'],
  wrongSecrets: [],
  signer: signerOf,
  certificates,
  originOf,
  usual,
  shape: shapeOf,
  samples: [
    {
      starts: 'kPbQIjX+xQc8F0/A6/AocELIjhhZnGbcBN6G4MM/HmfWL4ZiHM6fWl5NQhzXJusaklZ1LFuMo+lHQUELAYeugH8LYFvxnNajOvZhuxNFbN2LhF0l',
      kind: 'documentation',
      source:
        'Alipay open docs, example of an asynchronous notification (trade 2016071921001003030200089909); also in lokielse/omnipay-alipay and go-pay/gopay tests',
    },
  ],
};

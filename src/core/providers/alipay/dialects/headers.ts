/** openapi3-response, antom, alipay-intl-spi: JSON whose signature stands in a header, or beside the object that it covers. */
import type { Reading } from '../../../read/reading.ts';
import { Marks } from '../../evidence.ts';
import { headerValues } from '../../headers.ts';
import type { Dialect, Evidence } from '../../provider.ts';

type Fit = ReturnType<Dialect['claims']>;

/** Headers count by their weights, on top of what the body shows. */
function withHeaders(reading: Reading, seen: Marks, weights: Readonly<Record<string, number>>): Fit {
  const there = Object.entries(weights).filter(([name]) => headerValues(reading, name).length > 0);
  if (there.length === 0) return seen.claim(0.3);
  const body = seen.claim(0);
  const score = there.reduce((sum, [, weight]) => sum + weight, body?.score ?? 0);
  if (score < 0.3) return null;
  return {
    score: Math.min(1, Math.round(score * 1000) / 1000),
    evidence: [...there.map(([name]): Evidence => ({ id: 'parameter-present', name })), ...(body?.evidence ?? [])],
  };
}

export const openapi3Response: Dialect = {
  id: 'openapi3-response',
  claims: (reading) =>
    withHeaders(reading, new Marks(reading), {
      'alipay-signature': 0.5,
      'alipay-timestamp': 0.3,
      'alipay-nonce': 0.3,
      'alipay-sn': 0.2,
      'alipay-trace-id': 0.2,
    }),
  load: async () => (await import('../rules-of-forms.ts')).openapi3,
};

/** Payments of Ant International; the wallets that use the same headers look alike. */
export const antom: Dialect = {
  id: 'antom',
  claims: (reading) => {
    const seen = new Marks(reading);
    seen.is('notifyType', 0.3, (value) => /^[A-Z]+(_[A-Z]+)+$/.test(value));
    seen.some(['paymentRequestId', 'paymentId', 'captureRequestId', 'refundRequestId'], 0.3);
    seen.is('result', 0.2, (value) => /"resultStatus"/.test(value));
    const signed = headerValues(reading, 'Signature').some((value) => /signature=/.test(value));
    return withHeaders(reading, seen, {
      'Client-Id': 0.3,
      'Request-Time': 0.2,
      'Response-Time': 0.2,
      ...(signed ? { Signature: 0.3 } : {}),
    });
  },
  load: async () => (await import('../rules-of-forms.ts')).antom,
};

/** AlipayHK and others, SPI 2.0.0: `{"request":{"head":…,"body":…},"signature":…}`. */
export const intlSpi: Dialect = {
  id: 'alipay-intl-spi',
  claims: (reading) => {
    const seen = new Marks(reading);
    const isEnveloped = (value: string): boolean => /"head"\s*:/.test(value);
    const found = seen.is('request', 0.6, isEnveloped) || seen.is('response', 0.6, isEnveloped);
    if (found) seen.some(['signature'], 0.35);
    return seen.claim(0.3);
  },
  load: async () => (await import('../rules-of-forms.ts')).spi,
};

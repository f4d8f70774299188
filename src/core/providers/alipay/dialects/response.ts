/** openapi2-gateway-response and openapi2-app-sync-result: a `…_response` beside its `sign`, from the gateway or by way of the app SDK. */
import type { Reading } from '../../../read/reading.ts';
import { Marks } from '../../evidence.ts';
import type { Dialect } from '../../provider.ts';

const load: Dialect['load'] = async () => (await import('../rules-of-forms.ts')).response;

/** `resultStatus` of the SDK. @see Alipay open docs, App 支付同步返回结果 */
const STATUS = /^(9000|8000|4000|5000|600[124]|99|4)$/;
const APP = 'alipay_trade_app_pay_response';

const isNode = (name: string): boolean => /_response$/.test(name) || name === 'response';

/** The names under which a node may stand; of the product's own answer first. */
const nodesOf = (reading: Reading): readonly string[] => reading.pairs.map(({ name }) => name.trim()).filter(isNode);

/** In XML the response is an element with elements inside; or it is the root, and its elements are what was read. */
function isXml(reading: Reading): boolean {
  const nodes = reading.pairs.filter(({ name }) => isNode(name.trim()));
  if (nodes.length > 0) return nodes.some(({ value }) => /^\s*</.test(value));
  return reading.form === 'xml' && reading.pairs.some(({ name }) => name === 'sign') && reading.pairs.some(({ name }) => name === 'code');
}

/** What the old gateway says of itself in XML. */
const isOld = (seen: Marks): boolean => seen.has('is_success');

/** The app SDK wraps the answer, and prints it as one of three members. */
const isWrapped = (reading: Reading): boolean => reading.repairs.some(({ id }) => id === 'app-result-wrapper');

/** Headers say that it is the answer to a v3 request, or another provider's. */
const hasHeaders = ({ headers }: Reading): boolean => headers?.some(({ name }) => /signature$/i.test(name)) ?? false;

export const gatewayResponse: Dialect = {
  id: 'openapi2-gateway-response',
  claims: (reading) => {
    const seen = new Marks(reading);
    if (hasHeaders(reading) || seen.has('notify_type') || seen.has('resultStatus') || isOld(seen) || isXml(reading)) return null;
    const nodes = nodesOf(reading);
    const isApp = nodes.includes(APP) || isWrapped(reading);
    seen.some(nodes.slice(0, 3), isApp ? 0.3 : 0.7);
    if (nodes.length > 0) seen.some(['sign', 'alipay_cert_sn'], isApp ? 0.1 : 0.25);
    // An error comes without a signature, and its node is all there is to read.
    const code = seen.is('code', 0.3, (value) => /^[1-4]00\d\d$/.test(value));
    if (code) seen.some(['msg'], 0.15);
    if (code) seen.some(['sub_code', 'sub_msg'], 0.3);
    return seen.claim(0.3);
  },
  load,
};

/** The same answers in XML: other text is signed. */
export const gatewayResponseXml: Dialect = {
  id: 'openapi2-gateway-response',
  claims: (reading) => {
    const seen = new Marks(reading);
    if (isOld(seen) || !isXml(reading)) return null;
    seen.some(nodesOf(reading).slice(0, 3), 0.7);
    if (seen.is('code', 0.5, (value) => /^[1-4]00\d\d$/.test(value))) seen.some(['msg'], 0.2);
    seen.some(['sign'], 0.25);
    return seen.claim(0.3);
  },
  load: async () => (await import('../rules-of-forms.ts')).xmlResponse,
};

export const appSyncResult: Dialect = {
  id: 'openapi2-app-sync-result',
  claims: (reading) => {
    const seen = new Marks(reading);
    if (seen.has('notify_type')) return null;
    seen.some([APP], 0.8);
    if (isWrapped(reading)) seen.some(nodesOf(reading).slice(0, 1), 0.6);
    // Of a payment that was cancelled, nothing but the wrapper is left.
    const status = seen.is('resultStatus', 0.6, (value) => STATUS.test(value));
    if (status) seen.some(['memo', 'result', 'extendInfo'], 0.3);
    return seen.claim(0.3);
  },
  load,
};

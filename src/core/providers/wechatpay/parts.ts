/** What v3 signs: two headers and the body as it arrived. */
import type { ContentPair } from '../../content/run.ts';
import { encodeBase64 } from '../../text/base64.ts';
import { headerValues } from '../headers.ts';
import type { Received } from '../provider.ts';

const HEADERS = ['Wechatpay-Timestamp', 'Wechatpay-Nonce', 'Wechatpay-Signature', 'Wechatpay-Serial'] as const;

/** Null while a header is missing: nothing can be hashed then. A body that is not there is the empty one (204 answers). */
export function partsOf({ reading, body, inputs }: Received): readonly ContentPair[] | null {
  const [timestamp] = headerValues(reading, 'Wechatpay-Timestamp', inputs);
  const [nonce] = headerValues(reading, 'Wechatpay-Nonce', inputs);
  if (timestamp === undefined || nonce === undefined) return null;
  return [
    { name: 'timestamp', value: timestamp },
    { name: 'nonce', value: nonce },
    { name: 'body', value: body?.text ?? '', ...(body && needsBytes(body) ? { bytes: encodeBase64(body.bytes) } : {}) },
    // Not signed; kept for the mistakes that exchange them.
    ...(['serial', 'signature'] as const).flatMap((name) =>
      headerValues(reading, `Wechatpay-${name}`, inputs)
        .slice(0, 1)
        .map((value) => ({ name, value })),
    ),
  ];
}

/** Text in UTF-8 gives its bytes back; a file may hold others. */
const needsBytes = ({ text, bytes }: { readonly text: string; readonly bytes: Uint8Array }): boolean =>
  text.includes('\ufffd') || bytes.length < text.length;

/** Headers that are needed and not there. */
export function missingHeaders({ reading, inputs }: Received): readonly string[] {
  return HEADERS.filter((name) => headerValues(reading, name, inputs).length === 0);
}

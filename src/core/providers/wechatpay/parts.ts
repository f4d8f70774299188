/** What v3 signs: two headers and the body as it arrived. */
import type { ContentPair } from '../../content/run.ts';
import { encodeBase64 } from '../../text/base64.ts';
import { NOTHING, headerValues } from '../headers.ts';
import type { Received } from '../provider.ts';

const HEADERS = ['Wechatpay-Timestamp', 'Wechatpay-Nonce', 'Wechatpay-Signature', 'Wechatpay-Serial'] as const;

/** The first value that is one: the user's answer comes behind an empty one of the paste. */
const valueOf = ({ reading, inputs }: Received, name: string): string | undefined => {
  const values = headerValues(reading, name, inputs);
  return values.find((value) => !NOTHING.test(value.trim())) ?? values[0];
};

/** Behind the name of a part: another value of the same header, which is not the one that counts. */
export const AGAIN = ' again';

/** So many values of one header are looked at. */
const MOST = 4;

function othersOf(received: Received, name: string): readonly string[] {
  const used = valueOf(received, name);
  const values = headerValues(received.reading, name, received.inputs).filter((value) => !NOTHING.test(value.trim()));
  return [...new Set(values)].filter((value) => value !== used).slice(0, MOST);
}

/** Null while a header is missing: nothing can be hashed then. A body that is not there is the empty one (204 answers). */
export function partsOf(received: Received): readonly ContentPair[] | null {
  const { reading, body, inputs } = received;
  const [timestamp, nonce] = [valueOf(received, 'Wechatpay-Timestamp'), valueOf(received, 'Wechatpay-Nonce')];
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
    ...(['timestamp', 'nonce'] as const).flatMap((name) =>
      othersOf(received, `Wechatpay-${name}`).map((value) => ({ name: `${name}${AGAIN}`, value })),
    ),
  ];
}

/** Text in UTF-8 gives its bytes back; a file may hold others. */
const needsBytes = ({ text, bytes }: { readonly text: string; readonly bytes: Uint8Array }): boolean =>
  text.includes('\ufffd') || bytes.length < text.length;

/** Headers that are needed and not there. */
export function missingHeaders({ reading, inputs }: Received): readonly string[] {
  return HEADERS.filter((name) => NOTHING.test(valueOf({ reading, body: null, inputs }, name) ?? ''));
}
